"""Metrics end to end: everything that is known of a number, where it stands, and what year it is about."""

from __future__ import annotations

from decimal import Decimal

import pytest

from govreport import Metric, Metrics, Report, Span, find_metrics, parse, read

SENTENCES = [
    # everything at once: name | value | unit | bound | kind, with ↑ or ↓
    (
        "2023年，全县一般公共预算收入216亿元，同比增长5.1%；惠及3600余人。",
        [
            "全县一般公共预算收入|21600000000|元|exact|level",
            "全县一般公共预算收入|5.1|%|exact|growth↑",
            "惠及|3600|人|above|level",
        ],
    ),
    (
        "高新技术企业由1.2万家增至近3万家，居全省第2位。",
        ["高新技术企业|12000|家|exact|level", "高新技术企业|30000|家|below|level", "高新技术企业|2|位|exact|rank"],
    ),
    (
        "城镇登记失业率控制在5.5%以内，新增就业约3.2万人，城镇化率提高1.2个百分点。",
        ["城镇登记失业率|5.5|%|below|level", "新增就业|32000|人|around|level", "城镇化率|1.2|个百分点|exact|change↑"],
    ),
    (
        "信访量、投诉量分别下降12%、8%，网上可办率达99%以上。",
        ["信访量|12|%|exact|growth↓", "投诉量|8|%|exact|growth↓", "网上可办率|99|%|above|level"],
    ),
    ("组织集中培训2次，线上培训4次。", ["集中培训|2|次|exact|level", "线上培训|4|次|exact|level"]),
    ("按照“三重一大”制度和第5次常务会议要求，落实2021—2025年规划。", []),
]  # fmt: skip


def row(metric: Metric) -> str:
    arrow = {"up": "↑", "down": "↓", None: ""}[metric.direction]
    return f"{metric.name}|{metric.value.normalize():f}|{metric.unit}|{metric.bound}|{metric.kind}{arrow}"


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_find_metrics(text: str, expected: list[str]) -> None:
    assert [row(metric) for metric in find_metrics(text)] == expected


def test_a_range_has_two_ends() -> None:
    (metric,) = find_metrics("地区生产总值增长4.5%—5%左右")
    assert (metric.value, metric.upper, metric.bound, metric.direction) == (Decimal("4.5"), Decimal(5), "around", "up")


def test_without_a_report_there_is_neither_place_nor_year() -> None:
    (metric,) = find_metrics("2023年办结信访件37件")
    assert (metric.where, metric.year, metric.is_target, metric.whole) == ("", None, False, None)


ODD = [
    "增长４．８％，惠及３６００余人。",
    "𠮷祥街道办结12件，𠮷祥社区办结3件。😀培训40人。",
    "办结12件。\n\n培训40人\r\n走访3户。\u2028惠及500人。",
    "　　办结 12 件，\t培训　40人。",
    "（一）培训40人。１．走访３户；２．办结１２件。",
    "近３万家、约5%、不超过3个工作日，4.5%—5%",
    "\ufeff办结\u200b12件",
    "办结12件" * 50,
]


@pytest.mark.parametrize("text", ODD)
def test_spans_give_the_text_back(text: str) -> None:
    found = find_metrics(text)
    assert found != []
    assert [m.span.of(text) for m in found if m.span] == [m.text for m in found]
    assert [text[m.span.start : m.span.end] for m in found if m.span] == [m.text for m in found]


REPORT = """云溪县2023年政府工作报告

——2023年1月12日在云溪县第十八届人民代表大会第二次会议上

县长　林某某

各位代表：

现在，我代表县人民政府，向大会报告工作，请予审议。

一、2022年工作回顾

过去一年，地区生产总值达到320亿元，增长5.2%。新建农村公路86公里，惠及1.2万余人。

2021年办结提案30件。

二、2023年工作安排

预期目标是：地区生产总值增长5.5%左右。

（一）做强产业。新增规上工业企业12家。2022年底已有企业48家。到2025年建成园区3个。

（二）改善民生。建成养老服务站5个。
"""

PLACED = [
    # as written, address, year, promised
    ("320亿元", "一", 2022, False),
    ("5.2%", "一", 2022, False),
    ("86公里", "一", 2022, False),
    ("1.2万余人", "一", 2022, False),
    ("30件", "一", 2021, False),
    ("5.5%左右", "二", 2023, True),
    ("12家", "二/（一）", 2023, True),
    ("48家", "二/（一）", 2022, False),
    ("3个", "二/（一）", 2025, False),
    ("5个", "二/（二）", 2023, True),
]


@pytest.fixture(scope="module")
def report() -> Report:
    return parse(REPORT)


def test_a_reports_metrics_know_section_and_year(report: Report) -> None:
    assert [(m.text, m.where, m.year, m.is_target) for m in report.metrics] == PLACED
    assert [m.span.of(REPORT) for m in report.metrics if m.span] == [row[0] for row in PLACED]


def test_their_addresses_lead_to_the_section_that_says_them(report: Report) -> None:
    for metric in report.metrics:
        section = report.at(metric.where)
        assert section.span is not None and metric.span is not None
        assert section.span.start <= metric.span.start < metric.span.end <= section.span.end


def test_metrics_make_a_table_of_themselves(report: Report) -> None:
    assert isinstance(report.metrics, Metrics)
    rows = report.metrics.to_dicts()
    assert len(rows) == len(PLACED)
    assert rows[0]["name"] == "地区生产总值"
    assert rows[0]["value"] == Decimal(32_000_000_000)
    assert REPORT[rows[0]["start"] : rows[0]["end"]] == "320亿元"


def test_parts_are_linked_to_the_placed_whole() -> None:
    made = parse("某县2023年工作总结\n\n一、工作情况\n\n办理案件120件，其中民事案件80件。\n")
    whole, part = made.metrics
    assert part.whole == whole
    assert part.whole is not None
    assert (part.whole.where, part.whole.year, part.whole.span) == ("一", 2023, whole.span)


def test_without_facts_there_are_none() -> None:
    assert parse(REPORT, facts=False).metrics == ()


BROKEN = {
    "lines": ("60\n00余份", "420\n件", "1.\n2个百分点"),
    "pages": ("60\n\n— 1 —\n\n00余份", "420\n\n— 2 —\n\n件", "1.2个百分点"),
    "form feeds": ("60\f00余份", "420\f件", "1.2个百分点"),
    "indents": ("6000\n　　余份", "420\n　　件", "1.2\n　　个百分点"),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_number_broken_over_lines_or_pages_is_one_metric_with_its_place(broken: tuple[str, str, str]) -> None:
    first, second, third = broken
    text = (
        f"桐山区2023年工作总结\n\n一、工作情况\n\n全年进展良好。组织人员到村到户开展宣讲，发放宣传资料{first}，"
        f"办理处罚案件{second}，群众满意度提高{third}，各项任务按期完成。\n"
    )
    found = parse(text).metrics
    assert [(m.name, m.value, m.text) for m in found] == [
        ("宣传资料", 6000, "6000余份"),
        ("处罚案件", 420, "420件"),
        ("群众满意度", Decimal("1.2"), "1.2个百分点"),
    ]
    assert [m.span.of(text) for m in found if m.span] == [first, second, third]


MARKUP = [
    (
        "md",
        "# 桐山区2023年工作总结\n\n## 一、工作情况\n\n办理案件**420件**，发放资料**6000**余份，培训３２人。\n",
        ["420件", "6000**余份", "３２人"],
    ),
    (
        "html",
        "<h1>桐山区2023年工作总结</h1><p>一、工作情况</p><p>办理案件<b>420</b>件，培训３２人，R&amp;D经费12万元。</p>",
        ["420件", "３２人", "12万元"],
    ),
]


@pytest.mark.parametrize(("format", "text", "expected"), MARKUP, ids=["md", "html"])
def test_markup_around_a_number_does_not_move_it(format: str, text: str, expected: list[str]) -> None:
    report = read(text.encode(), format)
    assert report.source is not None
    assert [m.span.of(report.source.text) for m in report.metrics if m.span] == expected


@pytest.mark.parametrize("head", ["附件\n\n名词解释", "附件：\n\n名词解释", "名词解释"])
def test_attachments_are_not_counted(head: str) -> None:
    text = f"{REPORT}\n{head}\n\n1.服务站：建筑面积300平方米以上的场所。\n\n2.园区：占地5亩以上。\n"
    assert [m.text for m in parse(text).metrics] == [row[0] for row in PLACED]


def test_the_place_takes_no_part_in_equality() -> None:
    first, second = find_metrics("办结12件"), find_metrics("今年办结12件")
    assert first == second
    assert [m.span for m in first + second] == [Span(2, 5), Span(4, 7)]
