"""How broad characters are, in twips (1/20 pt): Chinese ones on the cells of the layout, letters as in Times.

OFD says of every character where it stands, so a page looks as it was set whatever font the reader takes.
"""

from __future__ import annotations

from unicodedata import category, east_asian_width

from ..gongwen.layouts import TRACKING

TIMES = (
    *(250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278),
    *(500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444),
    *(921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722),
    *(556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500),
    *(333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500),
    *(500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541),
)
"""Breadths of the characters from space to ~ in Times (Times New Roman, Liberation Serif), in thousandths of an em."""
LATIN_LETTER = 500
"""Of accented letters."""


def is_latin(char: str) -> bool:
    """Whether a character is set in the font for letters and digits.

    >>> is_latin("a"), is_latin("é"), is_latin("·"), is_latin("”"), is_latin("，")
    (True, True, False, False, False)
    """
    return " " <= char <= "~" or ("\u00c0" <= char < "\u0250" and char not in "×÷")


def breadth(char: str, size: int, even: bool = False) -> int:
    """How far it is from a character to the next, in twips; `size` in half points, `even`: letters are half an em.

    >>> breadth("字", 32), breadth("1", 32), breadth("W", 32), breadth("\\n", 32)
    (315, 160, 302, 0)
    """
    em = size * 10
    if is_latin(char):
        return em // 2 if even else (TIMES[ord(char) - 32] if char <= "~" else LATIN_LETTER) * em // 1000
    if category(char) in ("Mn", "Me", "Cc", "Cf"):
        return 2 * em if char == "\t" else 0
    return em + TRACKING if east_asian_width(char) in "WFA" else em // 2
