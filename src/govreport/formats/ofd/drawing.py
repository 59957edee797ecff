"""图形对象 (GB/T 33190-2016 ch. 9): straight lines and thin areas → the ruling lines of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..pages import Matrix, Point, Rule, moved, rules_of_path
from .container import Element, child, is_true, number
from .text import object_matrix

TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
ARGUMENTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""How many numbers each operator of AbbreviatedData takes; the last two are where it ends."""
LONGEST = 20_000
"""Characters of path data beyond which a path is a drawing, no ruling line."""
WHITE = 250


def rules(item: Element, outer: Matrix) -> Iterator[Rule]:
    """The ruling lines that a PathObject draws."""
    data = child(item, "AbbreviatedData")
    lined = is_true(item.get("Stroke"), True) and not is_white(child(item, "StrokeColor"))
    filled = is_ground(item)
    if data is None or not data.text or len(data.text) > LONGEST or not (lined or filled):
        return
    matrix = object_matrix(item, outer)
    yield from rules_of_path(([moved(matrix, p) for p in path] for path in subpaths(data.text)), lined, filled)


def is_ground(item: Element) -> bool:
    """Whether a PathObject fills an area with a colour: the ground of white text."""
    return is_true(item.get("Fill"), False) and not is_white(child(item, "FillColor"))


def subpaths(data: str) -> Iterator[list[Point]]:
    """The corners of each straight subpath; curves end one, for no rule is curved.

    >>> list(subpaths("M 0 0 L 5 0 L 5 2 C"))
    [[(0.0, 0.0), (5.0, 0.0), (5.0, 2.0), (0.0, 0.0)]]
    """
    words = iter(TOKEN.findall(data))
    points: list[Point] = []
    for word in words:
        count = ARGUMENTS.get(word.upper())
        if count is None:
            continue
        values = [number(next(words, "0")) for _ in range(count)]
        if not count:
            if points:
                points.append(points[0])
            continue
        if word.upper() != "L":
            if len(points) > 1:
                yield points
            points = []
        points.append((values[-2], values[-1]))
    if len(points) > 1:
        yield points


def is_white(colour: Element | None) -> bool:
    """Whether a colour is white or shows nothing; without a colour it is black.

    >>> from lxml import etree
    >>> is_white(etree.fromstring('<FillColor Value="255 255 255"/>'))
    True
    """
    if colour is None:
        return False
    if colour.get("Alpha") == "0":
        return True
    values = [_part(word) for word in (colour.get("Value") or "").split()]
    if len(values) == 4:
        return not any(values)
    return bool(values) and min(values) >= WHITE


def _part(word: str) -> float:
    """A part of a colour: 255, or #ff."""
    if word.startswith("#"):
        return float(int(word[1:], 16)) if re.fullmatch("[0-9a-fA-F]{1,4}", word[1:]) else 0.0
    return number(word)
