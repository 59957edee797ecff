"""Display width (显示宽度) of text on a terminal: a hanzi fills two columns.

>>> display_width("一、abc"), pad("辖区", 6) + "|"
(7, '辖区  |')
"""

from __future__ import annotations

import re
from unicodedata import category, east_asian_width

COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""What a terminal obeys or doesn't show: control characters but tab and line feed, directions, signs without width."""


def visible(text: str) -> str:
    """`text` with a sign to be seen, one column wide, for each character that a terminal would obey or not show.

    >>> visible("\\x1b[31m一、\\u202e总结\\n")
    '␛[31m一、�总结\\n'
    """
    return COMMANDS.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def display_width(text: str) -> int:
    """The number of columns that `text` fills.

    Wide and full-width characters count 2, combining marks and control characters 0, all others 1.
    Punctuation and numbers that Unicode calls ambiguous (“ ” — … · ①) count 2, as Chinese fonts draw
    them; ambiguous letters and box-drawing lines (α │ ─) count 1.

    >>> display_width("——“四个”①"), display_width("│─")
    (14, 2)
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_columns, text))


def truncate(text: str, width: int, mark: str = "…") -> str:
    """`text` cut to at most `width` columns; `mark` ends it where something was cut off, if there is room for it.

    >>> truncate("法治政府建设", 9), truncate("法治", 9), truncate("法治政府", 1)
    ('法治政…', '法治', '')
    """
    if display_width(text) <= width:
        return text
    room = width - display_width(mark)
    if room < 0:
        room, mark = width, ""
    end = used = 0
    for character in text:
        used += _columns(character)
        if used > room:
            break
        end += 1
    return text[:end] + mark


def pad(text: str, width: int) -> str:
    """`text` with spaces behind it up to `width` columns; longer text comes back unchanged."""
    return text + " " * (width - display_width(text))


def _columns(character: str) -> int:
    kind = category(character)
    if kind in ("Mn", "Me", "Cf", "Cc", "Zl", "Zp"):
        return 0
    wide = east_asian_width(character)
    return 2 if wide in "WF" or (wide == "A" and kind[0] in "PN") else 1
