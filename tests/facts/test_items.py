"""Plans, problems, citations and statutory tables: what a report promises, admits and cites."""

from __future__ import annotations

from decimal import Decimal

import pytest

from govreport import Report, parse
from govreport.facts.tables import cells

REPORT = """云台县水利局2023年工作总结和2024年工作计划
一、2023年工作情况
依据《中华人民共和国水法》（以下简称《水法》）第三十条，办结案件12件。《水法》宣传覆盖全县。
按照《关于印发〈节水行动方案〉的通知》（云政办发〔2022〕8号）推进节水。另按云水发〔2023〕5号执行。
二、存在的问题
一是基层力量不足，主要是由于编制偏紧；二是设施老化。
三、2024年工作计划
今年主要预期目标是：完成水利投资5.5亿元左右，供水保证率95%以上，漏损率控制在9%以内。
（一）加快渠道改造。改造渠道20公里，6月底前完成。（牵头单位：县水利局；责任单位：县财政局、各乡镇）
（二）抓好节水宣传。开展活动24场。
"""


@pytest.fixture(scope="module")
def report() -> Report:
    return parse(REPORT)


def test_plans(report: Report) -> None:
    goals, canals, campaign = report.plans
    assert [(m.name, m.value, m.unit, m.bound) for m in goals.targets] == [
        ("水利投资", Decimal("550000000"), "元", "around"),
        ("供水保证率", Decimal(95), "%", "above"),
        ("漏损率", Decimal(9), "%", "below"),
    ]
    assert (canals.heading, canals.year, canals.where) == ("加快渠道改造", 2024, "三/（一）")
    assert (canals.actors, canals.deadline) == (("县水利局", "县财政局", "各乡镇"), "6月底前")
    assert [m.text for m in campaign.targets] == ["24场"]


def test_a_plan_without_numbers_is_one_plan_a_paragraph() -> None:
    text = "云台镇2024年工作计划\n重点做好以下工作：\n抓好防汛抗旱，确保安全度汛。\n"
    numbered = parse(
        "云台镇2023年工作总结\n一、工作情况\n好。\n二、2024年打算\n抓好防汛抗旱，确保安全。\n抓好节水宣传和教育。\n"
    )
    assert [p.text for p in numbered.plans] == ["抓好防汛抗旱，确保安全。", "抓好节水宣传和教育。"]
    assert parse(text).plans == ()  # nothing but a preamble: no section on plans


def test_problems_with_their_cause(report: Report) -> None:
    assert [(p.text, p.cause) for p in report.problems] == [
        ("基层力量不足，主要是由于编制偏紧", "主要是由于编制偏紧"),
        ("设施老化", ""),
    ]


def test_the_paragraph_that_admits() -> None:
    text = (
        "2024年云台县政府工作报告\n一、2023年工作回顾\n成绩来之不易。\n我们也清醒看到，发展中还存在不少困难和问题："
        "产业结构不够优；民生短板仍然较多。对此，我们将采取有力措施加以解决。\n二、2024年重点工作\n抓好落实工作。\n"
    )
    assert [p.text for p in parse(text).problems] == ["产业结构不够优", "民生短板仍然较多"]


def test_citations(report: Report) -> None:
    law, notice, number = report.citations
    assert (law.title, law.short, law.article, len(law.spans)) == ("中华人民共和国水法", "水法", "第三十条", 2)
    assert (notice.title, notice.number) == ("关于印发〈节水行动方案〉的通知", "云政办发〔2022〕8号")
    assert (number.title, number.number, number.where) == ("", "云水发〔2023〕5号", ("一",))
    assert report.source is not None
    assert [span.of(report.source.text) for span in law.spans] == ["《中华人民共和国水法》", "《水法》"]


def test_a_short_form_in_quotation_marks_and_title_marks() -> None:
    text = "某局工作总结\n一、工作情况\n依据《云台县取水条例》（县政府令第7号，以下简称“《条例》”）办理。《条例》第三条已落实。\n"
    (rule,) = parse(text).citations
    assert (rule.title, rule.short, rule.article, len(rule.spans)) == ("云台县取水条例", "条例", "第三条", 2)


CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICATIONS = (
    (CORNER, CORNER, "申请人情况", "申请人情况", "申请人情况"),
    (CORNER, CORNER, "自然人", "法人或其他组织", "总计"),
    (CORNER, CORNER, "自然人", "商业企业", "总计"),
    ("一、本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请数量", "7", "1", "8"),
    ("三、本年度办理结果", "（一）予以公开", "５", "", "/"),
)
REVIEWS = (
    ("行政复议", "行政复议", "行政诉讼", "行政诉讼"),
    ("结果维持", "总计", "未经复议直接起诉", "未经复议直接起诉"),
    ("结果维持", "总计", "结果维持", "总计"),
    ("0", "1", "2", "3"),
)


def test_table_of_applications() -> None:
    found = {(c.row, c.column): c.value for c in cells(APPLICATIONS)}
    assert found["一、本年新收政府信息公开申请数量", "法人或其他组织/商业企业"] == 1
    assert found["三、本年度办理结果/（一）予以公开", "自然人"] == 5
    assert found["三、本年度办理结果/（一）予以公开", "法人或其他组织/商业企业"] is None
    assert found["三、本年度办理结果/（一）予以公开", "总计"] is None


def test_table_of_reviews() -> None:
    assert [(c.row, c.column, c.value) for c in cells(REVIEWS)] == [
        ("行政复议", "结果维持", 0),
        ("行政复议", "总计", 1),
        ("行政诉讼/未经复议直接起诉", "结果维持", 2),
        ("行政诉讼/未经复议直接起诉", "总计", 3),
    ]


def test_another_table_has_no_cells() -> None:
    assert list(cells((("项目", "数量"), ("收件", "12")))) == []
