"""Where lines of Chinese end (避头尾): anywhere between hanzi, but no line begins with a mark that closes.

Programs made for English break at spaces first, which leaves 「2023」 of 「2023 年继续压实责任」 alone on a line.

>>> folded("2023 年继续压实责任，制定清单", 20)
['2023 年继续压实责', '任，制定清单']
"""

from __future__ import annotations

from itertools import pairwise

from .width import display_width

CLOSING = frozenset("，。、；：？！）》〉】〕」』”’…%％,.;:?!)]}")
"""No line begins with one of these."""
OPENING = frozenset("（《〈【〔「『“‘([{")
"""No line ends with one of these."""


def breaks(text: str, width: int) -> list[int]:
    """The offsets at which new lines begin, so that none is wider than `width` columns; spaces before them hang.

    Words of letters and figures stay whole, and marks stay where they belong, unless a line is too short for that.

    >>> breaks("增长5.5%，达到12家", 7)
    [2, 7, 11]
    """
    found: list[int] = []
    start = 0
    while (end := _fitting(text, start, width)) < len(text):
        at = next((at for at in range(end, start, -1) if _allowed(text, at)), end)
        while at < len(text) and text[at] == " ":
            at += 1
        if at == len(text):
            break
        found.append(at)
        start = at
    return found


def folded(text: str, width: int) -> list[str]:
    """The lines themselves, without the spaces at their ends."""
    ends = [0, *breaks(text, width), len(text)]
    return [text[start:end].rstrip(" ") for start, end in pairwise(ends)]


def _fitting(text: str, start: int, width: int) -> int:
    """How far a line that begins at `start` reaches; at least one character is on it."""
    used, end = 0, start
    while end < len(text):
        used += display_width(text[end])
        if used > width and end > start:
            return end
        end += 1
    return end


def _allowed(text: str, at: int) -> bool:
    """Whether a line may end before text[at]."""
    before, after = text[at - 1], text[at]
    if after == " ":
        return True
    return not (
        after in CLOSING or before in OPENING or (_in_word(before) and _in_word(after)) or not display_width(after)
    )


def _in_word(character: str) -> bool:
    return character.isascii() and not character.isspace()
