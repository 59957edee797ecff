"""Tiles: the source cut into typed pieces, checked against texts whose pieces are marked by hand."""

from __future__ import annotations

import pytest

from govreport import Paragraph, Report, Section, Source, Span, parse, read
from govreport.model.report import Place

SENTENCE = "大厅每天早开门半小时，晚关门半小时，周末不休息，群众下班以后也能把事情办完。"

TILES = {
    "front": """
title|某县人民政府关于2023年工作情况的报告
document_number|某政发〔2023〕4号
recipients|县人大常委会：
text|现将全年工作报告如下。
number|一、
+heading|总体情况
text|…
""",
    "a run-in heading keeps its stop, an item its number": """
title|某县2023年工作总结
number|一、
+heading|主要工作
number|（一）
+heading|抓好服务。
+number|一是
+text|延长办事时间。
+number|二是
+text|增加窗口人手。
number|（二）
+heading|公开结果
text|…
""",
    "chrome around and within": """
chrome|下载
title|某县2023年工作总结
source-line|来源：某某日报
number|一、
+heading|总体情况
page-number|— 1 —
text|…
number|二、
+heading|打算
text|…
chrome|相关报道：
""",
    "labels of the page": """
metadata|索引号：一二三
title|某县2023年工作总结
number|一、
+heading|总体情况
text|…
""",
    "tail and appendix": """
title|某县2023年工作总结
number|一、
+heading|总体情况
text|…
signature|某县人民政府
date|2023年12月5日
attachment-label|附件
heading|便民事项清单
number|1.
+text|上门取件。
number|2.
+text|邻里代办。
""",
}
"""The pieces of a text, one a row; those with + stand on the line of the piece before."""


def specification(table: str) -> tuple[str, list[tuple[str, str]]]:
    """The text that a table of tiles is of, and the tiles as (kind, text)."""
    text = ""
    rows: list[tuple[str, str]] = []
    for row in table.strip().split("\n"):
        kind, _, piece = row.replace("…", SENTENCE).partition("|")
        text += piece if kind.startswith("+") or not rows else f"\n{piece}"
        rows.append((kind.removeprefix("+"), piece))
    return f"{text}\n", rows


def tiles_of(report: Report) -> list[tuple[str, str]]:
    assert report.source is not None
    return [(tile.kind, tile.span.of(report.source.text)) for tile in report.tiles()]


def assert_tiles(report: Report, expected: list[tuple[str, str]]) -> None:
    assert tiles_of(report) == expected


@pytest.mark.parametrize("table", TILES.values(), ids=TILES.keys())
def test_tiles(table: str) -> None:
    text, rows = specification(table)
    assert_tiles(parse(text), rows)


def test_markup_is_furniture() -> None:
    report = read(f"# 某县2023年工作总结\n\n## 一、总体情况\n\n全年**办结**了十二件。{SENTENCE}\n".encode(), "md")
    pieces = tiles_of(report)
    assert [text for kind, text in pieces if kind == "markup"] == ["#", "##", "**", "**"]
    assert [text for kind, text in pieces if kind == "text"] == ["全年", "办结", "了十二件。" + SENTENCE]


def test_tables_are_tiles_of_their_own() -> None:
    report = parse(f"一、总体情况\n{SENTENCE}\n项目\t数量\n收件\t12\n{SENTENCE}\n")
    assert [kind for kind, _ in tiles_of(report)] == ["number", "heading", "text", "table", "text"]
    assert tiles_of(report)[3] == ("table", "项目\t数量\n收件\t12")


def test_a_paragraph_broken_by_a_page_number_comes_in_two_tiles() -> None:
    report = parse("一、总体情况\n大厅每天早开门半小时，晚关门半小时，\n— 1 —\n周末不休息。\n")
    assert_tiles(
        report,
        [
            ("number", "一、"),
            ("heading", "总体情况"),
            ("text", "大厅每天早开门半小时，晚关门半小时，"),
            ("page-number", "— 1 —"),
            ("text", "周末不休息。"),
        ],
    )


def test_a_report_without_source_has_no_tiles() -> None:
    assert list(Report(preamble=(Paragraph("好", Span(0, 1)),)).tiles()) == []


def test_furniture_wins_over_text_and_white_space_is_no_tile() -> None:
    source = Source("  甲乙丙  丁戊  ")
    report = Report(
        preamble=(Paragraph("甲乙丙丁戊", Span(0, 11)),),
        furniture=(Place(Span(3, 4), "chrome"), Place(Span(5, 7), "chrome")),
        source=source,
    )
    assert_tiles(report, [("text", "甲"), ("chrome", "乙"), ("text", "丙"), ("text", "丁戊")])


def test_places_that_overlap_are_cut_once() -> None:
    source = Source("甲乙丙丁")
    section = Section(heading="甲乙丙", heading_span=Span(0, 3), blocks=(Paragraph("丙丁", Span(2, 4)),))
    report = Report(sections=(section,), furniture=(Place(Span(1, 2), "chrome"),), source=source)
    assert_tiles(report, [("heading", "甲"), ("chrome", "乙"), ("heading", "丙"), ("text", "丁")])
