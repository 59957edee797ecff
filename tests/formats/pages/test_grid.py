"""Ruling lines to the cells of tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govreport.formats.pages import Page
from govreport.formats.pages.grid import grids

Drawer = Callable[..., Page]
Rows = list[list[str]]

PLAIN = """
┌────────┬──────┐
│项目    │数量  │
├────────┼──────┤
│来信    │    12│
└────────┴──────┘
"""
MERGED = """
┌──────────────┬──────┐
│申请人情况    │总计  │
├──────┬───────┤      │
│自然人│企业   │      │
├──────┼───────┼──────┤
│    95│      2│    97│
└──────┴───────┴──────┘
"""
OPEN = """
────────┬───────
项目    │数量
────────┼───────
来信    │    12
────────┴───────
"""
LINES = """
┌──────┬──────────┐
│结果  │（一）予以│
│      │公开      │
├──────┼──────────┤
│    50│         3│
└──────┴──────────┘
"""
UNRULED_ROWS = """
┌──────┬──────┐
│项目  │数量  │
│来信  │    12│
└──────┴──────┘
"""
BOX = """
┌──────────────┐
│注：本表由各单│
│位填报。      │
└──────────────┘
"""


def cells(page: Page) -> list[Rows]:
    """The tables of a page, merged cells written out."""
    return [[[grid.cells[number] for number in row] for row in grid.rows] for grid in grids(page.rules, page.glyphs)[0]]


@pytest.mark.parametrize(
    ("drawing", "rows"),
    [
        (PLAIN, [["项目", "数量"], ["来信", "12"]]),
        (MERGED, [["申请人情况", "申请人情况", "总计"], ["自然人", "企业", "总计"], ["95", "2", "97"]]),
        (OPEN, [["项目", "数量"], ["来信", "12"]]),
        (LINES, [["结果", "（一）予以公开"], ["50", "3"]]),
        (UNRULED_ROWS, [["项目来信", "数量12"]]),
    ],
    ids=["plain", "merged cells", "open sides", "lines of a cell", "no rule between rows"],
)
def test_tables(drawn: Drawer, drawing: str, rows: Rows) -> None:
    assert cells(drawn(drawing)) == [rows]


def test_text_outside_stays(drawn: Drawer) -> None:
    page = drawn("上文\n" + PLAIN.strip("\n") + "\n下文")
    found, rest = grids(page.rules, page.glyphs)
    assert len(found) == 1
    assert "".join(glyph.text for glyph in rest) == "上文下文"


def test_two_tables_come_from_above(drawn: Drawer) -> None:
    page = drawn(PLAIN.strip("\n") + "\n\n" + MERGED.strip("\n"))
    assert [len(rows) for rows in cells(page)] == [2, 3]


def test_a_frame_around_text_is_no_table(drawn: Drawer) -> None:
    assert cells(drawn(BOX)) == []


def test_a_drawing_is_no_table(drawn: Drawer) -> None:
    """A net with many meshes and hardly a character: a chart."""
    mesh = "\n".join(["┼" * 40] * 40)
    assert cells(drawn(f"图{mesh}")) == []
