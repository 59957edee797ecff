"""Years as specifications: which year a report looks back on and which it plans, and what evidence comes first."""

from __future__ import annotations

import pytest

from govreport import Closing, Report, check, parse
from govreport.facts.understand import understand
from govreport.facts.years import numbers

BODY = "一、工作情况\n\n全年进展良好。\n\n二、下一步打算\n\n抓好落实。\n"
NAMED = "一、工作情况\n\n全年进展良好。\n\n二、{}年工作安排\n\n抓好落实。\n"

TABLE = {
    # a report delivered in D reviews D-1 and plans D, whatever its title says
    "government, year in the title": ("云溪县2024年政府工作报告\n\n" + BODY, 2023, 2024),
    "government, year before the name": ("2024年云溪县人民政府工作报告\n\n" + BODY, 2023, 2024),
    "government, digits of full width": ("云溪县２０２４年政府工作报告\n\n" + BODY, 2023, 2024),
    "government, year of the session": (
        "政府工作报告\n\n——2024年1月16日在云溪县第十八届人民代表大会第三次会议上\n\n" + BODY,
        2023,
        2024,
    ),
    "government, at a session in December": (
        "政府工作报告\n\n——2023年12月26日在云溪县第十八届人民代表大会第三次会议上\n\n" + BODY,
        2023,
        2024,
    ),
    "government, year of a heading": (
        "政府工作报告\n\n各位代表：\n\n一、2023年工作回顾\n\n好。\n\n二、工作安排\n\n好。\n",
        2023,
        2024,
    ),
    "government, no year at all": ("政府工作报告\n\n" + BODY, None, None),
    # a report on a year carries that year
    "rule of law": ("桐山区2023年法治政府建设年度报告\n\n" + NAMED.format(2024), 2023, 2024),
    "rule of law, no plans": ("桐山区2023年法治政府建设年度报告\n\n一、工作情况\n\n好。\n", 2023, None),
    "rule of law, year of the opening": (
        "桐山区法治政府建设年度报告\n\n2023年，全区推进依法行政，现将有关情况报告如下。\n\n" + NAMED.format(2024),
        2023,
        2024,
    ),
    "rule of law, year of the number": (
        "云司发〔2024〕3号\n\n桐山区法治政府建设年度报告\n\n一、工作情况\n\n好。\n",
        2023,
        None,
    ),
    "rule of law, year of a date in spring": (
        "桐山区法治政府建设年度报告\n\n一、工作情况\n\n好。\n\n桐山区司法局\n2024年1月15日\n",
        2023,
        None,
    ),
    "summary and plan": ("枫林街道2023年工作总结和2024年工作计划\n\n" + BODY, 2023, 2024),
    "disclosure": ("桐城区2023年政府信息公开工作年度报告\n\n一、总体情况\n\n好。\n", 2023, None),
    "bulletin": ("青石县2023年国民经济和社会发展统计公报\n\n一、综合\n\n好。\n", 2023, None),
    "duty": ("2023年度述法报告\n\n一、履职情况\n\n好。\n", 2023, None),
    # a plan has no year to look back on
    "points of work": ("枫林街道2024年工作要点\n\n一、抓落实\n\n好。\n", None, 2024),
    "points of work, year of the opening": (
        "枫林街道工作要点\n\n2024年工作的总体要求是：抓好落实。\n\n一、抓落实\n\n好。\n",
        None,
        2024,
    ),
    "budget": ("教育局2024年部门预算\n\n一、主要职能\n\n好。\n", None, 2024),
    "budget of two years": ("青石县关于2023年预算执行情况和2024年预算草案的报告\n\n" + BODY, 2023, 2024),
    "final accounts": ("青石县2022年财政决算的报告\n\n一、决算情况\n\n好。\n", 2022, None),
    "nothing known": ("会议通知\n\n请参加。\n", None, None),
}


@pytest.mark.parametrize(("text", "year", "plan_year"), TABLE.values(), ids=TABLE)
def test_years(text: str, year: int | None, plan_year: int | None) -> None:
    report = parse(text)
    assert (report.year, report.plan_year) == (year, plan_year)


def test_without_facts_there_are_no_years() -> None:
    report = parse("桐山区2023年法治政府建设年度报告\n\n" + BODY, facts=False)
    assert (report.year, report.plan_year) == (None, None)


NUMBERS = [
    ("2023年", [2023]),
    ("２０２３年和二〇二四年", [2023, 2024]),
    ("二零二四年", [2024]),
    ("一九五三年", [1953]),
    ("2021-2025年", [2021, 2025]),
    ("2021—2025年", [2021, 2025]),
    ("2023 年", [2023]),
    ("12345年", []),
    ("2023件", []),
    ("8023年", []),
    ("三年行动", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS, ids=[row[0] or "nothing" for row in NUMBERS])
def test_numbers(text: str, expected: list[int]) -> None:
    assert numbers(text) == expected


SENTENCES = [
    # a metric is about the year that its sentence names, else about the year of its section
    ("一", "办结案件42件。", 2023),
    ("一", "2021年办结案件42件。", 2021),
    ("一", "二〇二一年办结案件42件。", 2021),
    ("一", "2021年立案。全年办结案件42件。", 2023),
    ("一", "2023年，办结案件42件。", 2023),
    ("一", "去年办结案件42件。", 2023),
    ("二", "办结案件42件。", 2024),
    ("二", "到2025年，办结案件42件。", 2025),
    ("二", "2023年办结案件42件。", 2023),
]


@pytest.mark.parametrize(("where", "sentence", "year"), SENTENCES)
def test_years_of_metrics(where: str, sentence: str, year: int) -> None:
    first, second = (sentence, "好。") if where == "一" else ("好。", sentence)
    text = f"桐山区2023年法治政府建设年度报告\n\n一、工作情况\n\n{first}\n\n二、2024年工作安排\n\n{second}\n"
    (metric,) = parse(text).metrics
    assert (metric.where, metric.year) == (where, year)
    assert metric.is_target == (where == "二" and year == 2024)


@pytest.mark.parametrize("date", ["昨天", "2024-xx-01", "[024-01-08", "20240108", "2024"])
@pytest.mark.parametrize("title", ["某县政府工作报告", "某局2023年工作总结"])
def test_any_text_may_stand_for_a_date(title: str, date: str) -> None:
    report = understand(Report(title=title, date=date, closing=Closing(date=date)))
    assert report.year in (None, 2022, 2023)
    check(report)
