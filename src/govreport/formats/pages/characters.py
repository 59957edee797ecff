"""The characters that the codes in PDF and OFD files stand for."""

from __future__ import annotations

import unicodedata

RADICALS = (
    "⺁厂⺠民⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞"
    "⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟"
)
"""Radicals of the supplement (部首补充) that are characters by themselves, each before its character."""
MENDED: dict[int, str | None] = {
    # a hyphen at a line's end comes as U+0002 or U+FFFE; 0 and U+FFFF are glyphs without a character
    **{0: None, 0x2: "-", 0xAD: "-", 0xFFFE: "-", 0xFEFF: None, 0xFFFF: None},
    # radicals of Kangxi (康熙部首), ligatures and characters encoded twice (兼容汉字) are ordinary characters
    **{
        code: unicodedata.normalize("NFKC", chr(code))
        for block in (range(0x2F00, 0x2FD6), range(0xF900, 0xFADA), range(0xFB00, 0xFB07))
        for code in block
    },
    **{ord(radical): char for radical, char in zip(RADICALS[::2], RADICALS[1::2], strict=True)},
}


def as_text(code: int) -> str:
    """The character of a code as such files (and PDFium) have it; control characters are spaces.

    >>> as_text(0x2F08), as_text(0x2ED3), as_text(0xFB01), as_text(2), as_text(0), as_text(7)
    ('人', '长', 'fi', '-', '', ' ')
    """
    char = chr(code).translate(MENDED)
    return " " if char and unicodedata.category(char[0]) == "Cc" else char
