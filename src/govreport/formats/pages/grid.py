"""Frames of ruling lines and the characters inside → the cells of tables.

Two neighbours with no rule between them are one cell (合并单元格). Sides that are left open (no rule at the left and
right of a table) are closed where the rules end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

from ..cells import join_cell
from .lines import lines_of
from .model import Glyph, Grid, Rule
from .rulings import Frame, frames

SAME, OPEN = 4.0, 8.0
"""Edges closer than this are one; rules that go on for so long beyond the last edge have an open side there."""
NARROWEST = 8.0
"""Rows and columns below this size hold no text: gaps of double frames."""
REST = 3
"""So few rows may be the rest of a table that began on the page before."""
MAX_SIDE, MAX_FRAMES, SPARSE = 400, 64, 50
"""A table has no more rows or columns, a page no more tables; a grid with so many cells a character is a drawing."""


def grids(rules: list[Rule], glyphs: list[Glyph]) -> tuple[list[Grid], list[Glyph]]:
    """The grids with text that ruling lines make, from top to bottom, and the characters outside of them."""
    found: list[Grid] = []
    for frame in frames(rules)[:MAX_FRAMES]:
        grid = _grid(frame, glyphs)
        if grid is not None:
            found.append(grid)
            inside = {id(glyph) for glyph in grid.glyphs}
            glyphs = [glyph for glyph in glyphs if id(glyph) not in inside]
    return sorted(found, key=lambda grid: grid.top), glyphs


def _grid(frame: Frame, glyphs: list[Glyph]) -> Grid | None:
    """The grid of a frame, or None if no row of it has two cells with text (but for the last rows of a table)."""
    columns = _edges((r.at for r in frame.columns), frame.rows)
    rows = _edges((r.at for r in frame.rows), frame.columns)
    if not (2 < len(columns) <= MAX_SIDE and 1 < len(rows) <= MAX_SIDE):
        return None
    inside: list[Glyph] = []
    places: list[tuple[int, int]] = []
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        if columns[0] <= x <= columns[-1] and rows[0] <= y <= rows[-1] and glyph.turn % 90 == 0:
            inside.append(glyph)
            places.append((_slot(rows, y), _slot(columns, x)))
    if (len(columns) - 1) * (len(rows) - 1) > SPARSE * len(inside):
        return None
    numbers = _regions(frame, rows, columns)
    held: dict[int, list[Glyph]] = {}
    for glyph, (row, column) in zip(inside, places, strict=True):
        held.setdefault(numbers[row][column], []).append(glyph)
    cells = [""] * (1 + max(max(row) for row in numbers))
    for number, part in held.items():
        cells[number] = join_cell(line.text for line in lines_of(part))
    grid = Grid(columns, rows[0], rows[-1], numbers, cells, inside)
    _shrink(grid, rows)
    wide = any(len({n for n in row if cells[n]}) > 1 for row in grid.rows)
    return grid if wide or (len(grid.rows) <= REST and len(grid.edges) > 2) else None


def _edges(places: Iterable[float], across: list[Rule]) -> list[float]:
    """Where rows or columns begin and end: the places of the rules, and where those across end on an open side."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > SAME:
            edges.append(place)
    first, last = min(r.start for r in across), max(r.end for r in across)
    if edges[0] - first > OPEN:
        edges.insert(0, first)
    if last - edges[-1] > OPEN:
        edges.append(last)
    return edges


def _slot(edges: list[float], place: float) -> int:
    return min(max(bisect_right(edges, place) - 1, 0), len(edges) - 2)


def _regions(frame: Frame, rows: list[float], columns: list[float]) -> list[list[int]]:
    """The number of the cell in each row and column, in reading order; squares without a rule between are one."""
    height, width = len(rows) - 1, len(columns) - 1
    beside = _walls(frame.columns, columns, rows)
    below = _walls(frame.rows, rows, columns)
    parent = list(range(height * width))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for row in range(height):
        for column in range(width):
            at = row * width + column
            if column and not beside[column][row]:
                parent[root(at)] = root(at - 1)
            if row and not below[row][column]:
                parent[root(at)] = root(at - width)
    order: dict[int, int] = {}
    return [[order.setdefault(root(row * width + c), len(order)) for c in range(width)] for row in range(height)]


def _walls(rules: list[Rule], edges: list[float], across: list[float]) -> list[list[bool]]:
    """For each edge, beside which squares a rule stands: those whose middle it passes."""
    middles = [(a + b) / 2 for a, b in pairwise(across)]
    walls = [[False] * len(middles) for _ in edges]
    for rule in rules:
        edge = min(max(bisect_right(edges, rule.at + 0.01) - 1, 0), len(edges) - 1)
        if edge + 1 < len(edges) and edges[edge + 1] - rule.at < rule.at - edges[edge]:
            edge += 1
        for at in range(bisect_left(middles, rule.start), bisect_right(middles, rule.end)):
            walls[edge][at] = True
    return walls


def _shrink(grid: Grid, rows: list[float]) -> None:
    """Take out rows and columns that are none: the same cells as the one before, or too narrow for text and empty."""
    numbers, cells = grid.rows, grid.cells
    keep = [
        at
        for at, row in enumerate(numbers)
        if not (at and row == numbers[at - 1])
        and (rows[at + 1] - rows[at] >= NARROWEST or any(cells[number] for number in row))
    ]
    numbers = [numbers[at] for at in keep]
    stays = [
        at
        for at in range(len(grid.edges) - 1)
        if not (at and all(row[at] == row[at - 1] for row in numbers))
        and (grid.edges[at + 1] - grid.edges[at] >= NARROWEST or any(cells[row[at]] for row in numbers))
    ]
    grid.rows = [[row[at] for at in stays] for row in numbers]
    grid.edges = [*(grid.edges[at] for at in stays), grid.edges[-1]] if stays else []
