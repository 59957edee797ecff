"""Merged cells found again: in the model they repeat their text, in print they are one box of the table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

HEADER_ROWS = 5
NUMERIC = re.compile(r"[-+—―/／\\]*|[-+－±]?[0-9０-９][0-9０-９,，.．%％‰]*")


@frozen
class Box:
    """A cell over several places of the grid; row and column count from 0."""

    row: int
    column: int
    height: int = 1
    width: int = 1


def header_rows(rows: Sequence[tuple[str, ...]]) -> int:
    """How many rows are the header: those above the first that has a number, or, in a form, an end to be filled in.

    One where no row has either.

    >>> header_rows([("区域", "上年"), ("区域", "增减"), ("城区", "3.5")])
    2
    >>> header_rows([("区域", "上年"), ("区域", "增减"), ("城区", "")])
    2
    """
    if len(rows) < 2:
        return 0
    first = next((at for at, row in enumerate(rows) if any(numeric(cell) for cell in row)), 0)
    first = first or next((at for at, row in enumerate(rows) if row and not row[-1].strip()), 1)
    return min(max(1, first), HEADER_ROWS, len(rows) - 1)


def numeric(cell: str) -> bool:
    """Whether a cell is a number, a dash or the like.

    >>> numeric("1,205.5%"), numeric("——"), numeric("第1季"), numeric(" ")
    (True, True, False, False)
    """
    return NUMERIC.fullmatch(cell.strip()) is not None and bool(cell.strip())


def stub_columns(rows: Sequence[tuple[str, ...]], head: int) -> int:
    """How many columns name the rows: those before the first with a number or a place to be filled in; one where none
    has either or all have.

    >>> stub_columns([("类别", "小类", "件"), ("许可", "新办", "3"), ("许可", "延续", "0")], 1)
    2
    """
    width, body = min(map(len, rows), default=0), rows[head:]
    return max(1, next((c for c in range(width) if any(numeric(row[c]) or not row[c].strip() for row in body)), 1))


def boxes(rows: Sequence[tuple[str, ...]], head: int) -> dict[tuple[int, int], Box]:
    """Cells of the header, and of the columns before the first number, that say the same beside or below each other,
    and rows that say one thing from edge to edge; by each place of their first column.

    >>> boxes([("事项", "件"), ("许可", "3"), ("第五项", "第五项")], 1)
    {(2, 0): Box(row=2, column=0, height=1, width=2)}
    """
    width = min(map(len, rows), default=0)
    stub = stub_columns(rows, head)
    found: dict[tuple[int, int], Box] = {}
    for at, row in enumerate(rows[head:], head):
        if len(row) == width > 1 and len(set(row)) == 1 and _wordy(row[0]):
            found[at, 0] = Box(at, 0, 1, width)
    banners = [(at, column) for at, _ in found for column in range(width)]
    for top, bottom, right in ((0, head, width), (head, len(rows), min(stub, width))):
        taken = set(banners)
        for at in range(top, bottom):
            for column in range(right):
                if (at, column) in taken or not _wordy(rows[at][column]):
                    continue
                box = _grown(rows, at, column, bottom, right, taken)
                if box.width * box.height == 1:
                    continue
                for below in range(at, at + box.height):
                    found[below, column] = box
                    taken.update((below, c) for c in range(column, column + box.width))
    return found


def _grown(
    rows: Sequence[tuple[str, ...]], at: int, column: int, bottom: int, right: int, taken: set[tuple[int, int]]
) -> Box:
    """The widest, then highest, box of equal cells from a place on."""
    said, width, height = rows[at][column], 1, 1
    while column + width < right and rows[at][column + width] == said and (at, column + width) not in taken:
        width += 1
    while at + height < bottom and all(
        rows[at + height][c] == said and (at + height, c) not in taken for c in range(column, column + width)
    ):
        height += 1
    return Box(at, column, height, width)


def _wordy(cell: str) -> bool:
    """Whether a cell says enough for two of them to be one: words, no number, no single sign."""
    return len(cell.strip()) > 1 and not numeric(cell)
