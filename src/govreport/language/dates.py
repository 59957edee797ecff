"""Dates (日期) as reports write them, read as ISO: 2023年4月12日, 二〇二三年四月十二日, 2023-04-12, 2023.4.12.

>>> parse_date("二〇二三年四月十二日"), parse_date("2023 年 4 月"), parse_date("2023/2/30")
('2023-04-12', '2023-04', None)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from .numerals import to_int

_DIGIT = "[0-9０-９]"
_HANZI = "一二三四五六七八九〇○零"
_YEAR = f"((?:19|20|１９|２０){_DIGIT}{{2}})"
_ANY_YEAR = f"((?:19|20|１９|２０){_DIGIT}{{2}}|[一二][九〇○零0OＯ][{_HANZI}0OＯ]{{2}})"
_SMALL = f"({_DIGIT}{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})"
_GAP = "[ \t\u00a0\u3000]{0,3}"
_SEPARATORS = ("[-－]", "[.．]", "[/／]")

# Two or three groups a form: year, month, day. 2025.12 is a date only with two digits of month and no unit behind.
_FORMS = [
    f"{_ANY_YEAR}{_GAP}年{_GAP}{_SMALL}{_GAP}月(?:{_GAP}{_SMALL}{_GAP}[日号])?",
    *(f"{_YEAR}{s}({_DIGIT}{{1,2}}){s}({_DIGIT}{{1,2}})(?!{_DIGIT}|{s}{_DIGIT})" for s in _SEPARATORS),
    *(f"{_YEAR}{s}({_DIGIT}{{2}})(?![\\w％%‰]|[-－.．/／]{_DIGIT}| ?[万亿千百元人件%％‰])" for s in _SEPARATORS),
]
_DATE = re.compile(f"(?<![0-9０-９{_HANZI}])(?:{'|'.join(_FORMS)})")


def find_date(text: str) -> tuple[int, int, str] | None:
    """The first date in `text` as (start, end, ISO form); None if there is none.

    The ISO form is 2023-04-12, or 2023-04 where no day is given; months and days that don't exist
    (13月, 2月30日) are no dates. A year alone (2023年) isn't one either. Years run from 1900 to 2099.

    >>> find_date("（2024年 3月5日在第十四届全国人民代表大会上）")
    (1, 11, '2024-03-05')
    >>> find_date("投资2025.12亿元") is None
    True
    """
    return next(find_dates(text), None)


def find_dates(text: str) -> Iterator[tuple[int, int, str]]:
    """All dates in `text`, in order, as `find_date` gives the first.

    >>> [iso for _, _, iso in find_dates("2024年3月5日至2024年3月11日")]
    ['2024-03-05', '2024-03-11']
    """
    for found in _DATE.finditer(text):
        iso = _iso([group for group in found.groups() if group is not None])
        if iso is not None:
            yield found.start(), found.end(), iso


def year_and_month(date: str) -> tuple[int, int]:
    """Year and month of an ISO date as reports hold it, 0 for what it doesn't say; any other text says neither.

    >>> year_and_month("2024-03-05"), year_and_month("2024"), year_and_month("昨天")
    ((2024, 3), (2024, 0), (0, 0))
    """
    found = re.match(r"([0-9]{4})(?![0-9])(?:-([0-9]{2})(?![0-9]))?", date)
    return (int(found[1]), int(found[2] or 0)) if found else (0, 0)


def parse_date(text: str) -> str | None:
    """The ISO form of the date that fills `text`, white space around it aside; None if something else stands there.

    >>> parse_date(" ２０２３年４月１２日 "), parse_date("2023年4月12日印发")
    ('2023-04-12', None)
    """
    text = text.strip()
    found = find_date(text)
    return found[2] if found and found[:2] == (0, len(text)) else None


def _iso(parts: list[str]) -> str | None:
    """Year, month and perhaps day, as written, in ISO form if the calendar has them."""
    numbers = [to_int(part) for part in parts]
    if None in numbers:
        return None
    year, month, *day = (n for n in numbers if n is not None)
    try:
        checked = date(year, month, *(day or [1]))
    except ValueError:
        return None
    return checked.isoformat() if day else f"{year:04}-{month:02}"
