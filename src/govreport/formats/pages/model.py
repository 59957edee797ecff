"""What a laid-out page is made of: placed characters, ruling lines; lines of text and tables made of them.

All measures are points (1/72 inch) from the top left corner of the page, y downwards.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from attrs import define, field

LIMIT = 100_000.0
"""No page is larger than this; coordinates beyond it are errors of the writer."""
HEADING_FACE = re.compile(
    r"黑体|楷|小标宋|xbs|fzht|fzkt|hei(?![a-z])|heiti|simhei|kai(?![a-z])|kaiti|simkai|ukai|bold|black", re.IGNORECASE
)
Strip = tuple[float, float]
"""From where to where, from the left, a white strip between columns goes."""


@define
class Glyph:
    """A character with the box of its advance and line height; `turn`: its baseline's angle in degrees, clockwise.

    `spaced`: a space character stands before it. Space characters themselves are no glyphs.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False
    spaced: bool = False
    turn: int = 0


@define
class Rule:
    """A ruling line: at a height from `start` to `end` (horizontal), or at a distance from the left."""

    horizontal: bool
    at: float
    start: float
    end: float


@define
class Page:
    """A page as its reader gives it; glyphs in the order of the file."""

    width: float
    height: float
    glyphs: list[Glyph] = field(factory=list)
    rules: list[Rule] = field(factory=list)


@define
class Segment:
    """A piece of a line between wide gaps."""

    text: str
    left: float
    right: float


@define
class Line:
    """A line of text, its edges, the size of its characters (`em`) and where it is bold (offsets of `text`).

    `segments`: its parts between wide gaps, with their edges; `furniture`: the kind of page chrome it is, if any;
    `column`: which column of the page it stands in (from 1), 0 where text goes over the whole width.
    """

    text: str
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    em: float = 0.0
    bold: tuple[tuple[int, int], ...] = ()
    segments: tuple[Segment, ...] = ()
    furniture: str = ""
    column: int = 0


@define
class Grid:
    """A table, or the part of one that stands on a page.

    `edges`: where its columns begin and end, from left to right; `rows`: for every row the number of the cell in
    each column (a merged cell stands several times); `cells`: the text of each cell. `glyphs`: all that it holds.
    """

    edges: list[float]
    top: float
    bottom: float
    rows: list[list[int]]
    cells: list[str]
    glyphs: list[Glyph] = field(factory=list)


@define
class Table:
    """A whole table; `begins`: for each later page that it goes on to, the row that stands first there."""

    rows: tuple[tuple[str, ...], ...]
    begins: dict[int, int] = field(factory=dict)


@define
class Leaf:
    """A page with its lines and tables, in reading order; `gutters`: the strips between its columns of text."""

    width: float
    height: float
    items: list[Line | Grid | Table] = field(factory=list)
    gutters: list[Strip] = field(factory=list)


def finite(value: float) -> float:
    """A coordinate within reason; what is no number is 0.

    >>> finite(12.5), finite(float("inf")), finite(float("nan"))
    (12.5, 100000.0, 0.0)
    """
    return 0.0 if math.isnan(value) else max(-LIMIT, min(LIMIT, value))


@lru_cache(256)
def is_heading_face(name: str) -> bool:
    """Whether a font's name is that of a face for headings: 黑体, 楷体, 小标宋, bold ones.

    >>> [is_heading_face(n) for n in ("ABCDEF+SimHei", "KaiTi_GB2312", "FZFSK--GBK1-0", "Arial-BoldMT", "Heisei")]
    [True, True, False, True, False]
    """
    return HEADING_FACE.search(name) is not None
