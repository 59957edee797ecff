"""Display width (显示宽度) of text on a terminal: a hanzi fills two columns.

>>> display_width("一、abc"), pad("辖区", 6) + "|"
(7, '辖区  |')
"""

from __future__ import annotations

from unicodedata import category, east_asian_width


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
