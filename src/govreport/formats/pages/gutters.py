"""Text in columns (分栏): the white strips between them, and the order in which the parts of a page are read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from attrs import frozen

from .model import Glyph, Strip

PROSE, LINES = 8, 3
"""Columns have so many lines of so many Chinese characters."""
NARROW, STRIP, TITLES = 0.62, 10.0, 6
"""No column is wider than this part of the text; a white strip has so many points; one line in so many may cross it."""
NEAR = 4.0
"""By so much lines may reach into a strip."""
Run = list[Glyph]


@frozen
class Box:
    """A run of characters by its edges; `at` is its place in the file."""

    left: float
    right: float
    middle: float
    at: int


def gutters_of(runs: list[Run], is_wide: Callable[[str], bool], before: list[Strip]) -> list[Strip]:
    """The white strips between columns of text, none if it stands in one.

    A page with too few lines to tell (the last one) keeps to the strips of the page `before` if no line crosses them.
    """
    long = [_box(run, at) for at, run in enumerate(runs) if sum(is_wide(glyph.text) for glyph in run) >= PROSE]
    found = _gutters(long)
    if not found and before and all(_column(box, before) for box in long):
        return before
    return found


def streams(runs: list[Run], gutters: list[Strip]) -> Iterator[tuple[int, list[Run]]]:
    """The runs of a page in parts to be read one after the other, each with its column (from 1; 0: the whole width).

    Text that stands across the columns (a title, a page number) parts what is above it from what is below.
    """
    if not gutters:
        yield 0, runs
        return
    placed = sorted(((_box(run, at), run) for at, run in enumerate(runs)), key=lambda pair: pair[0].middle)
    bands = groupby(placed, key=lambda pair: _column(pair[0], gutters) == 0)
    for across, band in bands:
        columns: dict[int, list[tuple[Box, Run]]] = {}
        for box, run in band:
            columns.setdefault(0 if across else _column(box, gutters), []).append((box, run))
        for column, part in sorted(columns.items()):
            yield column, [run for _, run in sorted(part, key=lambda pair: pair[0].at)]


def _box(run: Run, at: int) -> Box:
    middle = (min(g.top for g in run) + max(g.bottom for g in run)) / 2
    return Box(min(g.left for g in run), max(g.right for g in run), middle, at)


def _column(box: Box, gutters: list[Strip]) -> int:
    """The column that a box stands in, or 0 if it stands in or across a strip."""
    for column, (left, right) in enumerate(gutters, 1):
        if box.left < right - NEAR:
            return column if box.right <= left + NEAR else 0
    return len(gutters) + 1


def _gutters(long: list[Box]) -> list[Strip]:
    """The white strips, with lines enough on both sides, that hardly a narrow line crosses.

    The columns are written one after the other; what is written row by row is a table.
    """
    if len(long) < 2 * LINES:
        return []
    width = max(box.right for box in long) - min(box.left for box in long)
    narrow = [box for box in long if box.right - box.left <= NARROW * width]
    lefts, rights = sorted(box.left for box in narrow), sorted(box.right for box in narrow)
    found: list[Strip] = []
    for place in sorted(set(lefts)):
        before, behind = bisect_right(rights, place - STRIP), len(lefts) - bisect_left(lefts, place)
        crossing = len(narrow) - before - behind
        if min(before, behind) >= LINES and crossing <= len(narrow) // TITLES:
            own = bisect_left(rights, place) - (bisect_right(lefts, found[-1][0]) if found else 0)
            found += [(rights[before - 1], place)] if own >= LINES else []
    columns = [column for box in sorted(narrow, key=lambda box: box.at) if (column := _column(box, found))]
    turns = sum(one != other for one, other in pairwise(columns))
    enough = all(columns.count(column) >= LINES for column in range(1, len(found) + 2))
    return found if enough and 3 * turns <= len(columns) and 2 * len(narrow) >= len(long) else []
