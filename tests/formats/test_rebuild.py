"""`rebuild` is the inverse of `render`, for hand-made trees and the corpus (see test_properties for arbitrary text)."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from govreport import Closing, DocumentNumber, Number, Paragraph, Report, Section, Table, read
from govreport.facts.understand import understand
from govreport.formats.properties import properties_of
from govreport.formats.rebuild import rebuilt
from govreport.formats.render import pieces, plain
from govreport.formats.run_marks import mark, run_of


def again(report: Report) -> Report:
    """The report out of its own pieces, its runs spelt as marks and read again."""
    found = list(pieces(report))
    for piece in found:
        piece.runs = [run_of(mark(run), run.text) or pytest.fail(mark(run)) for run in piece.runs]
    return rebuilt(found, properties_of(report), "html", "again")


def number(text: str, style: str, value: int | None) -> Number:
    return Number(text, style, value)


ITEMS = tuple(
    Section(number(text, "shi", value), blocks=(Paragraph(body),), run_in=True, inline=True)
    for value, text, body in ((1, "一是", "建立台账；"), (2, "二是", "逐项销号。"))
)
TREES = {
    "empty": Report(),
    "head": Report(
        title="某县2023年法治政府建设情况报告",
        subtitle="2024年1月8日在全县会议上",
        document_number=DocumentNumber("某政发", 2024, 1),
        issuer="某县人民政府",
        recipients="市人民政府：",
        salutation="各位代表：",
        speaker="县长 王某",
        date="2024-01-08",
        metadata={"索引号": "A1/2024-1"},
    ),
    "run-in heading with items": Report(
        sections=(
            Section(number("（一）", "hanzi-paren", 1), "加强领导", children=ITEMS, run_in=True, stop="。"),
            Section(number("（二）", "hanzi-paren", 2), "压实责任", blocks=(Paragraph("逐级签订。"),), run_in=True, stop="。"),
        )
    ),
    "heading alone and items": Report(
        sections=(Section(number("1.", "arabic", 1), "2024年目标", blocks=(Paragraph("另起一段。"),), children=ITEMS),)
    ),
    "text behind the children": Report(
        sections=(
            Section(
                number("一、", "hanzi", 1),
                "总体情况",
                blocks=(Paragraph("前。"), Paragraph("中。"), Table((("甲", "乙"), ("1", "2")), "表一"), Paragraph("后。")),
                children=(
                    Section(number("（一）", "hanzi-paren", 1), "甲", blocks_after=3),
                    Section(number("（二）", "hanzi-paren", 2), "乙", blocks_after=1),
                ),
            ),
        )
    ),
    "no number, no heading": Report(
        sections=(
            Section(None, "导语", blocks=(Paragraph("导语的话。"),)),
            Section(number("一", "hanzi", 1), blocks=(Paragraph("光有数字的一节。"),)),
            Section(number("、", "hanzi", 2), "丢了数字"),
            Section(number("——", "dash", None), blocks=(Paragraph("破折号一项。"),)),
        )
    ),
    "closing and attachment": Report(
        preamble=(Paragraph("现报告如下："), Paragraph("接着说。", inline=True)),
        sections=(Section(None, "名词解释", "attachment", (Paragraph("台账：登记的册子。"),)),),
        closing=Closing((Paragraph("特此报告。"), Table((("单位", "数"),), "附表")), ("某县司法局",), "2024年1月8日", ("清单", "名册")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TREES)
def test_a_tree_comes_back(name: str) -> None:
    assert again(TREES[name]) == TREES[name]


@pytest.mark.parametrize("name", TREES)
def test_its_source_is_its_plain_text_and_every_part_stands_where_its_span_says(name: str) -> None:
    report = again(TREES[name])
    assert report.source is not None
    text = report.source.text
    assert text == plain(TREES[name])
    for section in report.walk():
        if section.heading:
            assert section.heading_span is not None
            assert section.heading_span.of(text) == section.heading + section.stop
        assert section.span is not None
        assert all(
            b.span is not None and section.span.start <= b.span.start <= b.span.end <= section.span.end
            for b in (*section.blocks, *section.children)
        )
        assert all(b.span.of(text) == b.text for b in section.blocks if isinstance(b, Paragraph) and b.span)


@pytest.mark.parametrize("name", TREES)
def test_its_tiles_leave_no_letter_out(name: str) -> None:
    report = again(TREES[name])
    assert report.source is not None
    text = list(report.source.text)
    for tile in report.tiles():
        text[tile.span.start : tile.span.end] = " " * len(tile.span)
    assert not "".join(text).strip()


def test_the_corpus_comes_back_with_its_facts(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "full").rglob("*.txt"))[::4]:
        report = read(path)
        assert understand(again(report)) == report, path.name


def test_words_that_are_no_marks() -> None:
    assert [run_of(word, "一、") for word in ("", "n", "x1", "n1z", "n1_", "n1_nosuch_3", "n9999")] == [None] * 7


def test_a_section_without_a_word_of_its_own_is_not_held() -> None:
    inner = Section(number("（一）", "hanzi-paren", 1), "甲")
    assert again(Report(sections=(Section(children=(inner,)),))) == Report(sections=(inner,))


def test_a_level_that_skips_one_is_still_a_tree() -> None:
    found = list(pieces(Report(sections=(Section(number("一、", "hanzi", 1), "甲"),))))
    found[0].runs = [evolve(run, level=5) for run in found[0].runs]
    assert rebuilt(found, properties_of(Report()), "html").sections[0].heading == "甲"
