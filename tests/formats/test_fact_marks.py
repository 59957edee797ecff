"""Marks of facts stand where the text says them, for text as it was read and text that was mended or changed."""

from __future__ import annotations

import pytest
from attrs import evolve

from govreport import Paragraph, Report, parse
from govreport.formats.fact_marks import FactMarks
from govreport.model.passages import passages


def marked(report: Report) -> list[tuple[str, str]]:
    """Kind and words of every mark of a report."""
    marks = FactMarks(report)
    return [
        (mark.kind, passage.text[mark.start : mark.end])
        for passage in passages(report)
        for mark in marks.of(passage.text, passage.span)
    ]


CASES = [
    # text, kind and words of the marks
    ("一、总体情况\n培训调解员18名。\n", [("metric", "18名")]),
    ("一、总体情况\n落实《某县办事办法》第三条。\n", [("citation", "《某县办事办法》")]),
    ("一、总体情况\n2024年1月8日公布结果12件。\n", [("date", "2024年1月8日"), ("metric", "12件")]),
    (
        "某县2023年工作总结\n一、工作情况\n进展良好。\n二、2024年工作计划\n（一）推进普法。开展宣讲20场。（牵头单位：县司法局；责任单位：县教育局）\n",
        [("metric", "20场"), ("actor", "县司法局"), ("actor", "县教育局")],
    ),
    (
        "一、总体情况\n走访《便民办法\n（2020年1月2日印发）》要求的窗口。\n",
        [("citation", "《便民办法（2020年1月2日印发）》")],
    ),
    ("一、总体情况\n没有什么可标的。\n", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[row[0][:16] for row in CASES])
def test_marks(text: str, expected: list[tuple[str, str]]) -> None:
    assert marked(parse(text)) == expected


def test_words_that_were_changed_are_not_marked_with_the_old_fact() -> None:
    report = parse("一、总体情况\n培训调解员18名。\n")
    section = report.sections[0]
    changed = evolve(section, blocks=(evolve(section.blocks[0], text="培训调解员20名。"),))
    assert marked(evolve(report, sections=(changed,))) == []


def test_a_text_without_a_place_has_only_its_dates() -> None:
    report = Report(preamble=(Paragraph("2024年1月8日培训18名。"),))
    assert marked(report) == [("date", "2024年1月8日")]
