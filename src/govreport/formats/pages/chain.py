"""Tables over several pages: parts with the same columns become one table, its rows written out.

At the end of a page Word and WPS close the frame of a table and open it again on the next page: rows of headings may
stand there once more (标题行重复), and a merged cell goes on without its text.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from ..cells import check_size
from .model import Grid, Leaf, Line, Table

SAME = 4.0
LOW = 0.5
"""A table that goes on reaches below this part of its page."""
Parts = list[tuple[int, Grid]]


def chains(leaves: list[Leaf]) -> list[Parts]:
    """The grids of all pages, each with the place of its page; those that go on on the next page belong together.

    Only page chrome may stand between.
    """
    found: list[Parts] = []
    last: tuple[int, Grid] | None = None
    for at, leaf in enumerate(leaves):
        for item in leaf.items:
            if isinstance(item, Line) and item.furniture:
                continue
            if not isinstance(item, Grid):
                last = None
                continue
            if last is not None and last[0] < at and last[1].bottom >= LOW * leaf.height and goes_on(last[1], item):
                found[-1].append((at, item))
            else:
                found.append([(at, item)])
            last = (at, item)
    return found


def goes_on(above: Grid, below: Grid) -> bool:
    """Whether the second grid has the columns of the first one, or some of them.

    >>> first = Grid([70.0, 200.0, 300.0, 520.0], 600, 780, [[0, 1, 2]], ["项目", "数量", "备注"])
    >>> goes_on(first, Grid([72.0, 202.0, 522.0], 60, 90, [[0, 1]], ["甲", "1"]))
    True
    """
    one, other = (
        [edge - grid.edges[0] for edge in grid.edges] for grid in sorted((above, below), key=lambda g: len(g.edges))
    )
    return abs(one[-1] - other[-1]) <= SAME and all(_near(edge, other) for edge in one)


def _near(edge: float, edges: list[float]) -> bool:
    at = bisect_right(edges, edge - SAME)
    return at < len(edges) and edges[at] <= edge + SAME


def table_of(parts: Parts) -> Table | None:
    """The table that parts on pages that follow one another make, or None if it has no two rows of two cells."""
    edges = max(([edge - grid.edges[0] for edge in grid.edges] for _, grid in parts), key=len)
    middles = [(a + b) / 2 for a, b in pairwise(edges)]
    rows: list[list[str]] = []
    begins: dict[int, int] = {}
    last: list[list[int]] = []
    count = chars = 0
    for at, part in parts:
        own = [edge - part.edges[0] for edge in part.edges]
        slots = [min(max(bisect_right(own, middle) - 1, 0), len(own) - 2) for middle in middles]
        numbers = [[row[slot] for slot in slots] for row in part.rows]
        cells = part.cells
        if last:
            cells = _inherited(last, rows[-1], numbers, cells)
        texts = [[cells[number] for number in row] for row in numbers]
        count += len(texts) * len(middles)
        chars += sum(len(cell) for row in texts for cell in row)
        check_size(count, chars)
        skip = _headings(rows, texts) if rows else 0
        if rows and skip < len(texts):
            begins[at] = len(rows)
        rows += texts[skip:]
        last = numbers
    filled = sum(any(row) for row in rows)
    wide = any(len({n for n in row if part.cells[n]}) > 1 for _, part in parts for row in part.rows)
    return Table(tuple(map(tuple, rows)), begins) if filled > 1 and wide else None


def _inherited(last: list[list[int]], above: list[str], numbers: list[list[int]], cells: list[str]) -> list[str]:
    """The cells of a part, with the text of merged cells that go on from the part above, whose last row is `above`."""
    cells = list(cells)
    first = numbers[0]
    for number in dict.fromkeys(first):
        columns = [at for at, other in enumerate(first) if other == number]
        before = {last[-1][at] for at in columns}
        if cells[number] or len(before) != 1:
            continue
        upper = before.pop()
        same = columns == [at for at, other in enumerate(last[-1]) if other == upper]
        tall = (len(last) > 1 and last[-2][columns[0]] == upper) or (
            len(numbers) > 1 and numbers[1][columns[0]] == number
        )
        if same and tall:
            cells[number] = above[columns[0]]
    return cells


def _headings(rows: list[list[str]], below: list[list[str]]) -> int:
    """How many rows at the top of a part only say the table's headings once more."""
    same = 0
    while same < min(len(rows), len(below)) and rows[same] == below[same] and any(rows[same]):
        same += 1
    return same
