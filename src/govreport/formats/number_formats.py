"""Number formats: how the value of an automatic number or of a note is shown, under the names that Word has for them
(`w:numFmt`, ECMA-376-1, 17.18.59); numbered lists of HTML use some of them.

Where Word leaves the standard, Word is followed (MS-OI29500 2.1.540): ideographEnclosedCircle is ㈠ and not ㊀,
chineseCounting goes digit by digit above 99 (一○○), chineseCountingThousand has no 零 from 10 000 on.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Show = Callable[[int], str]
DIGITS = "零一二三四五六七八九"
LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
TRADITIONAL = str.maketrans("一二三四五六七八九十百千万", "壹貳參肆伍陸柒捌玖拾佰仟萬")
FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
JAPANESE = str.maketrans("二三万", "弐参萬")
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


def hanzi(value: int) -> str:
    """Chinese numeral of 0 … 99999, as one writes it at the head of a section: 十, not 一十.

    >>> [hanzi(n) for n in (7, 10, 12, 20, 101, 1010, 10001)]
    ['七', '十', '十二', '二十', '一百零一', '一千零一十', '一万零一']
    """
    return formal(value).removeprefix("一") if 10 <= value < 20 else formal(value)


def formal(value: int) -> str:
    """Chinese numeral of 0 … 99999 with every digit said: 一十, as 壹拾 is.

    >>> [formal(n) for n in (7, 10, 12, 110)]
    ['七', '一十', '一十二', '一百一十']
    """
    text = ""
    for unit, name in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        digit, value = divmod(value, unit)
        if digit:
            text += DIGITS[digit % 10] + name
        elif text and value and not text.endswith("零"):
            text += "零"
    return text + (DIGITS[value] if value or not text else "")


def _thousand(value: int) -> str:
    """Word leaves 零 out from 10 000 on (MS-OI29500 2.1.540 e)."""
    return hanzi(value) if value < 10_000 else formal(value).replace("零", "")


def _counting(show: Show, last: int, beyond: Show) -> Show:
    return lambda value: show(value) if 0 <= value <= last else beyond(value)


def _by_digit(zero: str) -> Show:
    table = str.maketrans("0123456789", zero + DIGITS[1:])
    return lambda value: str(value).translate(table)


def _series(names: str | list[str]) -> Show:
    """天干, 地支, circled numbers: decimal where the series ends."""
    return lambda value: names[value - 1] if 0 < value <= len(names) else str(value)


def _letter(value: int) -> str:
    """a … z, then the letter repeated: aa, bb (17.18.59)."""
    return chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 30) if value > 0 else str(value)


def _chicago(value: int) -> str:
    return "*†‡§"[(value - 1) % 4] * min((value - 1) // 4 + 1, 30) if value > 0 else str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for unit, sign in ROMAN:
        count, value = divmod(value, unit)
        text += sign * count
    return text


def _ordinal(value: int) -> str:
    ending = "th" if value // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _range(*parts: tuple[int, int]) -> list[str]:
    return [chr(base + step) for base, count in parts for step in range(count)]


def _fullwidth(value: int) -> str:
    return str(value).translate(FULLWIDTH)


_circled = _series(_range((0x2460, 20), (0x3251, 15), (0x32B1, 15)))
_ten_thousand = _counting(hanzi, 99_999, str)

FORMATS: dict[str, Show] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": _fullwidth,
    "decimalFullWidth2": _fullwidth,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _series(_range((0x2474, 20))),
    "decimalEnclosedFullstop": _series(_range((0x2488, 20))),
    "ideographEnclosedCircle": _series(_range((0x3220, 10))),
    "chineseCounting": _counting(hanzi, 99, _by_digit("○")),
    "chineseCountingThousand": _counting(_thousand, 99_999, str),
    "japaneseCounting": _ten_thousand,
    "taiwaneseCounting": _counting(hanzi, 99, _by_digit("○")),
    "taiwaneseCountingThousand": _ten_thousand,
    "chineseLegalSimplified": _counting(lambda value: formal(value).translate(LEGAL), 99_999, str),
    "ideographLegalTraditional": _counting(lambda value: formal(value).translate(TRADITIONAL), 99_999, str),
    "japaneseLegal": _counting(lambda value: formal(value).translate(TRADITIONAL | JAPANESE), 99_999, str),
    "ideographDigital": _by_digit("〇"),
    "japaneseDigitalTenThousand": _by_digit("〇"),
    "taiwaneseDigital": _by_digit("○"),
    "ideographTraditional": _series(STEMS),
    "ideographZodiac": _series(BRANCHES),
    "ideographZodiacTraditional": _series([STEMS[at % 10] + BRANCHES[at % 12] for at in range(60)]),
    "lowerLetter": _letter,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "ordinal": _ordinal,
    "hex": lambda value: f"{value:X}",
    "chicago": _chicago,
    "numberInDash": lambda value: f"- {value} -",
    "none": lambda value: "",
}
"""`w:numFmt` → how Word shows the number; formats that aren't here are shown as decimal."""

SAMPLES = ((1, 2, 3), (1, 10, 100))
"""What the three items of a custom format stand for; the second where units matter: 一, 十, 一百(简), ..."""
PADDED = re.compile(r"0{0,8}1")


def show_of(format: str, custom: str = "") -> Show:
    """How a number of this format is shown; `custom` is `w:format`, which counts for the format "custom" alone
    (MS-DOCX 2.4): three examples and an ellipsis.

    >>> show_of("custom", "001, 002, 003, ...")(12), show_of("custom", "①, ②, ③, ...")(4), show_of("decimal")(3)
    ('012', '④', '3')
    """
    if format != "custom":
        return FORMATS.get(format, str)
    items = [re.sub(r"\([简繁]\)", "", item.strip()) for item in custom[:100].split(",")]
    if items and PADDED.fullmatch(items[0]):
        width = len(items[0])
        return lambda value: f"{value:0{width}}"
    for values in SAMPLES:
        for show in FORMATS.values():
            if items[:3] == [show(value) for value in values]:
                return show
    return str
