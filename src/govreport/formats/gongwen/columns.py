"""表格的字号和列宽: columns as wide as their content wants, type as large as leaves every word whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...language.width import display_width

SIZES = ((5, 28), (9, 24), (14, 21), (24, 18), (1000, 15))
"""Up to how many columns a table has type of which size, in half points."""
MARGIN, MARGIN_NARROW = 85, 28
"""Left and right inside of cells, in twips: 1.5 mm, and 0.5 mm where columns are many."""
WIDEST = 48
"""Characters of a line beyond which a cell wants no more room, in columns of `display_width`."""
SHORT = 16
"""Cells up to here (8 hanzi) are centred, longer ones begin at the left."""
TOKEN = re.compile(r"[!-~]+|.", re.DOTALL)


def fitted(rows: Sequence[tuple[str, ...]], columns: int, room: int) -> tuple[int, list[int]]:
    """Size of the type and widths of the columns in twips; the largest size for which no word is broken."""
    usual = next(size for upto, size in SIZES if columns <= upto)
    wants, needs = [2] * columns, [2] * columns
    for row in rows:
        for column, words in enumerate(row):
            wants[column] = max(wants[column], *map(display_width, words.split("\n"))) if words else wants[column]
            longest = max(map(len, TOKEN.findall(words)), default=1)
            needs[column] = max(needs[column], min(longest, WIDEST), min(4, display_width(words)))
    wants = [max(need, min(want, WIDEST)) for want, need in zip(wants, needs, strict=True)]
    widths: list[int] = []
    for size in (size for _, size in SIZES if size <= usual):
        unit = size * 5  # a column is half a character, a character size/2 points
        margin = 2 * (MARGIN if columns <= SIZES[1][0] else MARGIN_NARROW) + 20
        least = [need * unit + margin for need in needs]
        widths = _shared([want * unit + margin for want in wants], least, room)
        if sum(least) <= room:
            return size, widths
    return SIZES[-1][1] if columns > SIZES[-2][0] else SIZES[-2][1], widths


def _shared(wants: list[int], needs: list[int], room: int) -> list[int]:
    """`room` shared out to columns: what they need at least, then by what they want beyond it."""
    if sum(needs) >= room or sum(wants) <= room:
        base = needs if sum(needs) >= room else wants
        widths = [width * room // sum(base) for width in base]
    else:
        spare, more = room - sum(needs), sum(wants) - sum(needs)
        widths = [need + (want - need) * spare // more for want, need in zip(wants, needs, strict=True)]
    widths[-1] += room - sum(widths)
    return widths
