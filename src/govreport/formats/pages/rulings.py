"""Ruling lines: from the paths that a page draws to the frames of tables.

A rule is a thin filled rectangle or a stroked straight line. Writers draw them in pieces, once for each cell;
pieces on one line are joined first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import define, field

from .affine import Point
from .model import Rule

THICKEST, SHORTEST = 4.0, 3.0
SLANT = 0.5
"""A straight line that leaves its direction by more is no rule."""
NEAR = 3.0
"""Rules closer than this touch, and are one if they run side by side (double lines, 双线)."""
MAX_RULES = 1_000
"""A page with more joined rules is a drawing; no table has so many."""


@define
class Frame:
    """Rules that touch: horizontal and vertical ones, each in order of place."""

    rows: list[Rule] = field(factory=list)
    columns: list[Rule] = field(factory=list)


def rules_of_path(subpaths: Iterable[list[Point]], stroke: bool, fill: bool) -> Iterator[Rule]:
    """The rules that a path of straight lines draws; a closed subpath ends where it begins.

    >>> [(r.horizontal, r.at, r.start, r.end) for r in rules_of_path([[(10, 20), (90, 20)]], True, False)]
    [(True, 20.0, 10, 90)]
    """
    for points in subpaths:
        if stroke:
            for (x0, y0), (x1, y1) in pairwise(points):
                if abs(y1 - y0) <= SLANT and abs(x1 - x0) >= SHORTEST:
                    yield Rule(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
                elif abs(x1 - x0) <= SLANT and abs(y1 - y0) >= SHORTEST:
                    yield Rule(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1))
        elif fill and points:
            left, right = min(x for x, _ in points), max(x for x, _ in points)
            top, bottom = min(y for _, y in points), max(y for _, y in points)
            if bottom - top <= THICKEST and right - left >= max(SHORTEST, 2 * (bottom - top)):
                yield Rule(True, (top + bottom) / 2, left, right)
            elif right - left <= THICKEST and bottom - top >= max(SHORTEST, 2 * (right - left)):
                yield Rule(False, (left + right) / 2, top, bottom)


def joined(rules: list[Rule]) -> list[Rule]:
    """Rules of one direction, with those on one line and near each other made one; in order of place, then start."""
    found: list[Rule] = []
    level: list[Rule] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if level and rule.at - level[0].at > NEAR:
            found += _pieces(level)
            level = []
        level.append(rule)
    return found + _pieces(level)


def _pieces(level: list[Rule]) -> list[Rule]:
    """The rules of one line, joined where they touch."""
    pieces: list[Rule] = []
    for rule in sorted(level, key=lambda r: r.start):
        if pieces and rule.start - pieces[-1].end <= NEAR:
            pieces[-1].end = max(pieces[-1].end, rule.end)
        else:
            pieces.append(Rule(rule.horizontal, rule.at, rule.start, rule.end))
    return pieces


def frames(rules: list[Rule]) -> list[Frame]:
    """Groups of rules that touch, with rules of both directions, from the largest to the smallest."""
    rows = joined([rule for rule in rules if rule.horizontal])
    columns = joined([rule for rule in rules if not rule.horizontal])
    if not rows or not columns or len(rows) + len(columns) > MAX_RULES:
        return []
    parent = list(range(len(rows) + len(columns)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    places = [column.at for column in columns]
    for index, row in enumerate(rows):
        first, last = bisect_left(places, row.start - NEAR), bisect_right(places, row.end + NEAR)
        for at in range(first, last):
            if columns[at].start - NEAR <= row.at <= columns[at].end + NEAR:
                parent[root(len(rows) + at)] = root(index)
    groups: dict[int, Frame] = {}
    for index, rule in enumerate([*rows, *columns]):
        frame = groups.setdefault(root(index), Frame())
        (frame.rows if rule.horizontal else frame.columns).append(rule)
    whole = [frame for frame in groups.values() if frame.rows and frame.columns]
    return sorted(whole, key=_area, reverse=True)


def _area(frame: Frame) -> float:
    width = max(r.end for r in frame.rows) - min(r.start for r in frame.rows)
    return width * (max(r.end for r in frame.columns) - min(r.start for r in frame.columns))
