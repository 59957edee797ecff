"""Characters to lines: order, spaces, letter-spacing, characters printed twice, turned text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govreport.formats.pages import Glyph, Page
from govreport.formats.pages.lines import em_of, is_full, lines_of, turned

Drawer = Callable[..., Page]


def row(text: str, step: float = 16, top: float = 100, size: float = 16, left: float = 90) -> list[Glyph]:
    """Characters one behind the other, their left edges a step apart; letters are half as wide."""
    width = [size if ord(char) > 127 else size / 2 for char in text]
    places = [left + sum(width[:at]) + at * (step - size) for at in range(len(text))]
    return [Glyph(c, x, top, x + w, top + size) for c, x, w in zip(text, places, width, strict=True)]


@pytest.mark.parametrize(
    ("glyphs", "lines"),
    [
        (row("总体情况"), ["总体情况"]),
        (row("下行", top=130) + row("上行"), ["上行", "下行"]),
        (row("后半", left=122) + row("前半"), ["前半后半"]),
        (row("甲") + row("2", left=106, top=97, size=8), ["甲2"]),
        (row("如对本报告有疑问", step=24), ["如对本报告有疑问"]),
        (row("如对本报告有疑问", step=36), ["如对本报告有疑问"]),
        (row("办") + row("法", left=114), ["办 法"]),
        (row("第一章") + row("总则", left=154), ["第一章\u3000总则"]),
        (row("增长") + row("5.3%", left=126), ["增长5.3%"]),
        (row("增长") + row("5.3%", left=132), ["增长 5.3%"]),
        (row("Total") + row("12", left=134), ["Total 12"]),
        (row("甲") + row("、乙", left=120), ["甲、乙"]),
        (row("双影") + row("双影", left=90.5), ["双影"]),
    ],
    ids=[
        "a line", "from above", "out of order", "raised", "letter-spaced", "widely spaced", "a space", "a wide space",
        "a quarter em is no space", "half an em is one", "letters", "room of punctuation", "printed twice",
    ],
)  # fmt: skip
def test_lines(glyphs: list[Glyph], lines: list[str]) -> None:
    assert [line.text for line in lines_of(glyphs)] == lines


def test_characters_printed_over_themselves_are_bold() -> None:
    (line,) = lines_of(row("一、总体情况") + row("总体", left=122.5))
    assert (line.text, line.bold) == ("一、总体情况", ((2, 4),))


def test_bold_runs_go_over_spaces(drawn: Drawer) -> None:
    (line,) = lines_of(drawn("（一） 加强领导。今年", bold="（一）加强领导。").glyphs)
    assert (line.text, line.bold) == ("（一） 加强领导。今年", ((0, 9),))


@pytest.mark.parametrize(
    ("text", "heading", "bold"),
    [
        ("推进“互联网+”监管。今年", "推进互联网监管。", ["推进“互联网+”监管。"]),
        ("1.修订流程。今年", "修订流程。", ["1.修订流程。"]),
        ("一、主要工作 2023年", "一、主要工作", ["一、主要工作"]),
        ("今年二、主要工作", "二、主要工作", ["二、主要工作"]),
        ("推进“互联网+", "推进互联网", ["推进“互联网+"]),
    ],
)
def test_letters_are_bold_where_the_characters_about_them_are(
    drawn: Drawer, text: str, heading: str, bold: list[str]
) -> None:
    (line,) = lines_of(drawn(text, bold=heading).glyphs)
    assert [line.text[start:end] for start, end in line.bold] == bold


def test_wide_gaps_part_a_line_into_segments(drawn: Drawer) -> None:
    (line,) = lines_of(drawn("项目        数量    12").glyphs)
    assert [(part.text, part.left, part.right) for part in line.segments] == [
        ("项目", 0, 32),
        ("数量", 96, 128),
        ("12", 160, 176),
    ]


@pytest.mark.parametrize(
    ("glyphs", "em"),
    [(row("总体12"), 16), (row("，", size=14), 14), ([Glyph("a", 0, 0, 6, 11.5)], 10)],
)
def test_the_size_of_characters(glyphs: list[Glyph], em: float) -> None:
    assert em_of(glyphs) == em


@pytest.mark.parametrize(
    ("char", "width", "full"),
    [("中", 16, True), ("“", 16, True), ("“", 6, False), ("—", 16, True), ("W", 16, False)],
)
def test_quotation_marks_are_as_wide_as_their_face_makes_them(char: str, width: float, full: bool) -> None:
    assert is_full(Glyph(char, 0, 0, width, 16), 16) is full


def test_text_at_a_slant_is_a_watermark_and_no_part_of_lines() -> None:
    slant = [Glyph(c, 80 + 20 * i, 90 + 20 * i, 100 + 20 * i, 110 + 20 * i, turn=45) for i, c in enumerate("样本")]
    found = [(line.text, line.furniture) for line in lines_of(row("总体情况") + slant)]
    assert sorted(found) == [("总体情况", ""), ("样本", "chrome")]


def test_turned_text_far_apart_is_not_one() -> None:
    found = turned([Glyph(c, 10, y, 20, y + 10, turn=90) for c, y in (("甲", 0), ("乙", 12), ("丙", 300))])
    assert [glyph.text for glyph in found] == ["甲乙", "丙"]
