"""Text in columns (分栏): told from tables without rules by its order in the file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govreport.formats.pages import Page, source_parts

Drawer = Callable[..., Page]
LEFT = [
    "甲乙丙丁戊己庚辛壬癸子丑寅卯辰",
    "左栏第二行在这里继续写下去直到",
    "左栏第三行也在这里写满为止才能",
    "左栏完。",
]
RIGHT = [
    "右栏第一行接着左栏往下写更多内",
    "右栏第二行在这里继续写下去直到",
    "右栏第三行也在这里写满为止才能",
    "右栏完。",
]


def page(drawn: Drawer, by_row: bool = False, shift: float = 0.0, across: str = "") -> Page:
    """Two columns, the right one lower by `shift`; `across`: a line above both."""
    parts = [drawn("\n" * 4 + "\n".join(LEFT), left=40), drawn("\n" * 4 + "\n".join(RIGHT), left=320)]
    for glyph in parts[1].glyphs:
        glyph.top, glyph.bottom = glyph.top + shift, glyph.bottom + shift
    glyphs = [glyph for part in parts for glyph in part.glyphs]
    if by_row:
        glyphs.sort(key=lambda glyph: (glyph.top, glyph.left))
    if across:
        glyphs = drawn(across, left=200).glyphs + glyphs
    return Page(595, 842, glyphs)


def lines(*pages: Page) -> list[str]:
    return source_parts(pages)[0].split("\n")


@pytest.mark.parametrize("shift", [0.0, 9.0], ids=["lines side by side", "lines on other heights"])
def test_columns_are_read_one_after_the_other(drawn: Drawer, shift: float) -> None:
    assert lines(page(drawn, shift=shift)) == LEFT + RIGHT


def test_a_title_stands_across(drawn: Drawer) -> None:
    assert lines(page(drawn, across="某县统计局工作总结")) == ["某县统计局工作总结", *LEFT, *RIGHT]


def test_a_page_number_between_the_columns_stands_across(drawn: Drawer) -> None:
    one = page(drawn)
    one.glyphs += drawn("\n" * 33 + "9", left=294).glyphs
    assert lines(one) == [*LEFT, *RIGHT, "9"]


def test_what_is_written_row_by_row_is_no_column(drawn: Drawer) -> None:
    assert lines(page(drawn, by_row=True))[0] == f"{LEFT[0]}\u3000{RIGHT[0]}"


def test_the_few_lines_of_the_last_page_keep_to_the_columns(drawn: Drawer) -> None:
    last = Page(595, 842, drawn(f"{LEFT[1]}\n完。", left=40).glyphs + drawn(f"{RIGHT[1]}\n终。", left=320).glyphs)
    assert lines(page(drawn), last)[8:] == [LEFT[1], "完。", RIGHT[1], "终。"]
