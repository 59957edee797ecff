"""表格: a table → strips, a line of its cells each, with ruling lines; its header stands on every page it goes on to.

Sizes of type and widths of columns are those of `gongwen.columns`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, evolve, field

from ...language.width import display_width
from ..boxes import Box, boxes, header_rows
from ..gongwen.columns import MARGIN, MARGIN_NARROW, SHORT, SIZES, fitted
from ..gongwen.layouts import FANGSONG, HEITI, LATIN, Layout
from ..markup_text import clean
from .breaking import Line, broken
from .measure import breadth, is_latin
from .strips import FURNITURE, Face, Segment, Strip, Words, baseline_of

PITCH = 13
"""The height of a line of type in twips for each half point of its size."""
WHOLE = 12
"""Rows of so many lines stand on one page."""
TALLEST = 10
"""A header of more lines isn't repeated."""
Rows = Sequence[tuple[str, ...]]


@define
class _Cell:
    """A cell, or several that are one: its text in lines, and which of them stands on which strip of the table."""

    box: Box
    text: str
    lines: list[Line]
    head: bool
    centred: bool


@define
class _Grid:
    """A table being set: where its columns begin, its cells, how many lines each row has."""

    edges: list[int]
    size: int
    margin: int
    head: int
    cells: list[_Cell] = field(factory=list)
    heights: list[int] = field(factory=list)


def table(rows: Rows, number: int, layout: Layout) -> list[Strip]:
    """The strips of a table; none if it has no cells. `number` is that of its piece."""
    texts = [tuple(clean(cell) for cell in row) for row in rows]
    columns = max(map(len, texts), default=0)
    if not columns:
        return []
    size, widths = fitted(texts, columns, layout.page.text_width)
    edges = [sum(widths[:at]) for at in range(columns + 1)]
    grid = _Grid(edges, size, MARGIN if columns <= SIZES[1][0] else MARGIN_NARROW, header_rows(texts))
    _fill(grid, texts)
    strips = _strips(grid, number)
    count = sum(grid.heights[: grid.head])
    head = [_repeated(strip) for strip in strips[:count]] if count <= TALLEST else []
    for at, strip in enumerate(strips):
        strip.head = head if at >= count else ()
        strip.frame = (edges[0], edges[-1])
    return strips


def _repeated(strip: Strip) -> Strip:
    """A strip of the header as it stands once more on a later page."""
    return evolve(strip, words=[evolve(words, owner=FURNITURE) for words in strip.words], keep=True)


def _fill(grid: _Grid, texts: Rows) -> None:
    """Set the text of each cell, and see how many lines the rows need."""
    merged = boxes(texts, grid.head)
    columns = len(grid.edges) - 1
    grid.heights = [1] * len(texts)
    for at, row in enumerate(texts):
        column = 0
        while column < columns:
            box = merged.get((at, column), Box(at, column))
            if box.row == at:
                words = row[column] if column < len(row) else ""
                grid.cells.append(_cell(grid, box, words, at < grid.head))
            column += box.width
    for cell in grid.cells:
        if cell.box.height == 1:
            grid.heights[cell.box.row] = max(grid.heights[cell.box.row], len(cell.lines))
    for cell in grid.cells:
        last = cell.box.row + cell.box.height - 1
        missing = len(cell.lines) - sum(grid.heights[cell.box.row : last + 1])
        grid.heights[last] += max(0, missing)


def _cell(grid: _Grid, box: Box, words: str, head: bool) -> _Cell:
    room = grid.edges[box.column + box.width] - grid.edges[box.column] - 2 * grid.margin
    centred = head or display_width(words) <= SHORT
    lines = broken(words, [breadth(char, grid.size) for char in words], room, even=not centred)
    return _Cell(box, words, lines, head, centred)


def _strips(grid: _Grid, number: int) -> list[Strip]:
    """The strips with the words of the cells in them, and the lines around the cells."""
    height = grid.size * PITCH
    starts = [sum(grid.heights[:at]) for at in range(len(grid.heights) + 1)]
    strips = [Strip(height) for _ in range(starts[-1])]
    for row, count in enumerate(grid.heights):
        for at in range(starts[row], starts[row + 1] - 1):
            strips[at].keep = count <= WHOLE
        if row < grid.head:
            strips[starts[row + 1] - 1].keep = True
    for cell in grid.cells:
        top, bottom = starts[cell.box.row], starts[cell.box.row + cell.box.height]
        _rule(strips[top:bottom], grid, cell.box)
        if bottom - top <= WHOLE:
            for strip in strips[top : bottom - 1]:
                strip.keep = True
        over = max(0, min(bottom - top, WHOLE) - len(cell.lines))
        for index, line in enumerate(cell.lines):
            strip = strips[top + over // 2 + index]
            strip.words += _words(grid, cell, line, height, over % 2 * height // 2, number)
    return strips


def _rule(strips: list[Strip], grid: _Grid, box: Box) -> None:
    """The lines around a cell: above, below, left, right of it."""
    left, right = grid.edges[box.column], grid.edges[box.column + box.width]
    strips[0].rules.append(Segment(left, 0, right, 0))
    strips[-1].rules.append(Segment(left, strips[-1].height, right, strips[-1].height))
    for strip in strips:
        strip.rules += (Segment(left, 0, left, strip.height), Segment(right, 0, right, strip.height))


def _words(grid: _Grid, cell: _Cell, line: Line, height: int, lower: int, number: int) -> Iterator[Words]:
    """A line of a cell, letters apart from the others."""
    left, right = grid.edges[cell.box.column], grid.edges[cell.box.column + cell.box.width]
    shift = left + (max(0, right - left - line.width) // 2 if cell.centred else grid.margin)
    owner = (number, cell.box.row, cell.box.column)
    chinese = Face(HEITI if cell.head else FANGSONG, grid.size)
    baseline = baseline_of(height, grid.size) + lower
    start = line.start
    for at in range(line.start, line.end + 1):
        if at == line.end or is_latin(cell.text[at]) != is_latin(cell.text[start]):
            if at > start:
                face = Face(LATIN, grid.size) if is_latin(cell.text[start]) else chinese
                lefts = [shift + x for x in line.lefts[start - line.start : at - line.start]]
                yield Words(cell.text[start:at], lefts, baseline, face, owner)
            start = at
