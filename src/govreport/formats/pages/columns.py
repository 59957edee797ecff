"""Tables without ruling lines: rows of numbers whose columns stand below one another.

Only where everything says so; else the lines stay text.
"""

from __future__ import annotations

import re

from .model import Leaf, Line, Segment, Table

ROWS, COLUMNS, LONGEST = 3, 3, 24
STRAY, PITCH = 0.7, 3.0
"""How far (in em) edges of a column may lie apart, and how far rows may."""
FIGURE = re.compile(r"[-+−]?[\d,，.]+[%％‰]?|[-—－–/]")


def unruled(leaf: Leaf) -> dict[int, Table]:
    """Tables among the lines of a page: each by the place of its first line among the items."""
    found: dict[int, Table] = {}
    run: list[Line] = []
    for at, item in enumerate([*leaf.items, None]):
        if isinstance(item, Line) and _is_row(item) and (not run or _below(run, item)):
            run.append(item)
            continue
        if _is_table(run):
            found[at - len(run)] = Table(tuple(tuple(segment.text for segment in line.segments) for line in run))
        run = [item] if isinstance(item, Line) and _is_row(item) else []
    return found


def _is_row(line: Line) -> bool:
    return (
        len(line.segments) >= COLUMNS
        and not line.furniture
        and all(len(segment.text) <= LONGEST for segment in line.segments)
    )


def _below(run: list[Line], line: Line) -> bool:
    """Whether a line stands right below the rows above, its parts below theirs."""
    above = run[-1]
    return (
        len(line.segments) == len(above.segments)
        and line.top - above.bottom <= PITCH * line.em
        and all(_aligned(one, other, line.em) for one, other in zip(run[0].segments, line.segments, strict=True))
    )


def _aligned(one: Segment, other: Segment, em: float) -> bool:
    apart = min(
        abs(one.left - other.left),
        abs(one.right - other.right),
        abs(one.left + one.right - other.left - other.right) / 2,
    )
    return apart <= STRAY * em


def _is_table(run: list[Line]) -> bool:
    """Whether rows are enough, and half of what stands behind their names are figures."""
    cells = [segment.text for line in run for segment in line.segments[1:]]
    return len(run) >= ROWS and 2 * sum(FIGURE.fullmatch(cell) is not None for cell in cells) >= len(cells)
