"""Numbers that measure nothing: years, dates, ordinals, codes, slogans, names (一带一路, “4·15”, 5G, 第三产业 …).

Each veto looks at the characters beside a figure; one table of contexts for what stands before, one for what follows.
"""

from __future__ import annotations

import re

from .figures import Figure

BEFORE: tuple[tuple[str, str], ...] = (
    ("a code or technology: G98, S319, PM2.5", r"(?<!GDP)(?<!CPI)(?<!R&D)[A-Za-z]$"),
    ("a slogan or dated day: “4·15”, “3510”", r"[“‘\"][^”’\"]{0,3}$"),
    ("an ordinal: 第20条", r"第 ?$"),
    ("part of a sum or size: 2+3, 4×4", r"[+＋×*xX·•#]$"),
    ("the tail of a time, ratio or version: 10:09, 1.68∶1", r"\d[:：∶/.．]$"),
    ("the end of a span of years: 2021-2025", r"(?:19|20)\d\d ?年?[-—–－~～至] ?$(?=(?:19|20)\d\d)"),
    ("a document number, footnote or code in brackets", r"[〔\[［]$"),
    ("a rank in words: 前三, 前1%", r"前$"),
    ("a year in short", r"[\'’]$"),
)
_BEFORE = re.compile("|".join(f"(?:{pattern})" for _, pattern in BEFORE))

AFTER: tuple[tuple[str, str], ...] = (
    ("a technology or grade: 5G, 5A级", r"[A-Za-z](?![mMWw])(?!EU)(?!FLOPS)(?!bps)"),
    ("part of a sum or size: 2+3, 4×4, 4·15", r"[+＋×*·•]"),
    ("a date or number: 6月, 15日, 4号, 20号线", r" ?(?:月(?!均)|日|号|時|时(?!间)|点(?![\d零一二三四五六七八九]))"),
    ("the head of a date, time or ratio: 2023-03-31, 10:09, 1.68∶1", r"[:：∶]\d|[-/.]\d{1,2}[-/.]\d"),
    (
        "an ordinal of meetings and the like: 75周年, 90年代, 十九届六中全会",
        r" ?(?:周年|年代|世纪|[中次]全会|月份|季度|楼|层|室|路|街|弄|栋楼)",
    ),
    (
        "a name: 500强, 12345热线, 2.0版",
        r"(?:强(?![度])|热线|平台|政务|便民|版|码|网格|项目(?![\u4e00-\u9fff]{0,2}个)|工程|体系|战略|行动|模式)",
    ),
    ("a grade: 5级, 3等奖, 4星级", r"级(?!以)|等[奖级]|星[级]?|线(?![上下])|维"),
    ("a footnote or document number in brackets", r"[〕\]］]"),
    ("a code in brackets: （210类）", r"[类款项目]?[）)](?!以)(?<=[类款项目][）)])"),
    ("an ordinal of a congress: 十九届六中全会", r"届(?=[一二三四五六七八九][中次]|[人党中])"),
    ("closed by a quotation mark", r"[”’]"),
)
_AFTER = re.compile("|".join(f"(?:{pattern})" for _, pattern in AFTER))

YEAR = re.compile(r" ?(?:年(?!均产|均增)|[-—–－~至到] ?(?:19|20)\d\d|度|/\d\d)")
QUOTED = re.compile('[“‘"]')
MARKER = re.compile(r"[.．、)）] ?(?=[\u4e00-\u9fff“《])")
TITLES = re.compile(r"《[^《》]{1,60}》")


def is_vetoed(text: str, figure: Figure, line_start: bool) -> bool:
    """Whether a figure stands where numbers measure nothing; `line_start` where a list marker may stand.

    >>> from .figures import figures
    >>> [is_vetoed(t, next(figures(t)), False) for t in ("2023年12月", "G98高速", "3600余人", "500强企业")]
    [True, True, False, True]
    """
    start, end = figure.start, figure.end
    if figure.form != "fraction" and _is_vetoed_before(text, start):
        return True
    if _AFTER.match(text, end):
        return True
    if _is_year(text, figure):
        return True
    return line_start and not figure.scaled and MARKER.match(text, end) is not None


def _is_vetoed_before(text: str, start: int) -> bool:
    last = text[start - 1 : start]
    if "\u4e00" <= last <= "\u9fff" and last not in "第前" and not QUOTED.search(text, max(0, start - 5), start):
        return False  # ordinary words, as almost everywhere: no veto looks at them
    return _BEFORE.search(text, max(0, start - 6), start) is not None


def _is_year(text: str, figure: Figure) -> bool:
    if figure.scaled or figure.vague or not 1900 <= figure.value <= 2100 or figure.value % 1:
        return False
    return YEAR.match(text, figure.end) is not None
