"""Numbering of official reports: ONE table of styles, each row parses and formats its numbers.

GB/T 9704-2012 7.3.3 names four levels (一、 （一） 1. （1）); reports use fourteen styles in all.
A row says how a number of the style is spelt (`pattern`), read (`value_of`) and written (`text_of`).

>>> parse_number("（十二）加强领导")
Number(text='（十二）', style='hanzi-paren', value=12)
>>> format_number("shi", 3)
'三是'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from attrs import field, frozen

from .source import Span

HANZI = "零一二三四五六七八九"
CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰〇", "一二三四五六七八九十百零")
HANZI_RUN = "[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾廿卅][零〇一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰]{0,6}"
DIGIT_RUN = "[0-9０-９]{1,3}"


@frozen
class Number:
    """编号: the number of a section as written (`text`), its `style` and `value` (None for —— and 最后)."""

    text: str
    style: str
    value: int | None = None
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen
class NumberStyle:
    """One row of the table.

    `rank` is the usual depth order (a hint when sequence says nothing), `item` marks the styles that
    number the items of a paragraph (一是…；二是…) rather than headings.
    """

    id: str
    rank: int
    item: bool
    pattern: str
    value_of: Callable[[str], int | None]
    text_of: Callable[[int | None], str]


@cache
def _ordinals() -> dict[str, int]:
    """一 … 九百九十九, with 廿/卅 and 一零 forms beside the standard ones."""
    table = {hanzi(n): n for n in range(1, 1000)}
    table |= {"廿" + HANZI[n] if n else "廿": 20 + n for n in range(10)}
    table |= {"卅" + HANZI[n] if n else "卅": 30 + n for n in range(10)}
    table |= {HANZI[n // 10] + HANZI[n % 10]: n for n in range(10, 100) if n % 10 == 0}
    return table


def hanzi(value: int) -> str:
    """The Chinese ordinal numeral of 1 … 999, as headings write it.

    >>> hanzi(10), hanzi(21), hanzi(105), hanzi(110)
    ('十', '二十一', '一百零五', '一百一十')
    """
    if not 1 <= value <= 999:
        raise ValueError(f"编号超出1—999: {value} / number outside 1-999: {value}")
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    text = HANZI[hundreds] + "百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else HANZI[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (HANZI[ones] if ones else "")


def ordinal(text: str) -> int | None:
    """The value of a numeral of a heading, Chinese, capital or in digits; None if it is none.

    >>> ordinal("二十一"), ordinal("廿三"), ordinal("拾贰"), ordinal("１０"), ordinal("百")
    (21, 23, 12, 10, None)
    """
    if text and text[0] in "0123456789０１２３４５６７８９":
        return int(text)
    return _ordinals().get(text.translate(CAPITALS))


def _core(text: str) -> int | None:
    """The value of the numeral inside a token, whatever stands around it; enclosed characters are spelt out."""
    if len(text) == 1 and not text.isascii():
        text = unicodedata.normalize("NFKC", text) if text not in "❶❷❸❹❺❻❼❽❾❿" else str(ord(text) - 0x2775)
    found = re.search(f"{HANZI_RUN}|[0-9０-９]+", text)
    return ordinal(found[0]) if found else None


SEQUENCE = {"首先": 1, "其次": 2, "再次": 3, "最后": None}


def _row(
    id: str, rank: int, item: bool, pattern: str, shape: str, value_of: Callable[[str], int | None] = _core
) -> NumberStyle:
    numeral: Callable[[int], str] = str if "1" in shape else hanzi

    def text_of(value: int | None) -> str:
        return shape if value is None else re.sub("[一1]", lambda _: numeral(value), shape, count=1)

    return NumberStyle(id, rank, item, pattern, value_of, text_of)


def _circled(value: int | None) -> str:
    if value is None or not 1 <= value <= 50:
        raise ValueError(f"带圈数字只有①—㊿: {value} / circled numbers end at 50: {value}")
    base = 0x245F if value <= 20 else 0x323C if value <= 35 else 0x328D
    return chr(base + value)


def _sequence(value: int | None) -> str:
    return next(word for word, n in SEQUENCE.items() if n == value) + "，"


STYLES: dict[str, NumberStyle] = {
    row.id: row
    for row in (
        _row("part", 0, False, f"第(?:{HANZI_RUN}|{DIGIT_RUN})(?:部分|[篇编])[：:、]?", "第一部分"),
        _row("chapter", 1, False, f"第(?:{HANZI_RUN}|{DIGIT_RUN})章[：:、]?", "第一章"),
        _row("section", 2, False, f"第(?:{HANZI_RUN}|{DIGIT_RUN})节[：:、]?", "第一节"),
        _row("article", 3, False, f"第(?:{HANZI_RUN}|{DIGIT_RUN})条[：:、]?", "第一条"),
        _row("hanzi", 4, False, f"{HANZI_RUN}[、．.]", "一、"),
        _row("hanzi-paren", 5, False, f"[（(] ?{HANZI_RUN} ?[）)]、?|{HANZI_RUN}[）)]|[㈠-㈩]", "（一）"),
        _row("arabic", 6, False, f"{DIGIT_RUN}[.．、](?:(?![0-9０-９])|(?=(?:19|20)[0-9]{{2}} ?年))|[⒈-⒛]", "1."),
        _row("arabic-paren", 7, False, f"[（(] ?{DIGIT_RUN} ?[）)]、?|{DIGIT_RUN}[）)]|[⑴-⒇]", "（1）"),
        NumberStyle("circled", 8, False, "[①-⑳㉑-㉟㊱-㊿❶-❿]", _core, _circled),
        _row("shi", 9, True, f"{HANZI_RUN}是[，,：:]?", "一是"),
        _row("yao", 9, True, f"{HANZI_RUN}要[，,：:]?", "一要"),
        _row("ordinal", 9, True, f"[第其]{HANZI_RUN}[，,、：:]", "第一，"),
        NumberStyle("sequence", 9, True, "(?:首先|其次|再次|最后)[，,、：:]", lambda t: SEQUENCE.get(t[:2]), _sequence),
        _row("dash", 9, True, "[—―－─]{2,}|-{2,}", "——", lambda _: None),
    )
}


_GROUPS = {id.replace("-", "_"): id for id in STYLES}


@cache
def _leading(style: str | None) -> re.Pattern[str]:
    rows = [STYLES[style]] if style else STYLES.values()
    return re.compile("|".join(f"(?P<{row.id.replace('-', '_')}>{row.pattern})" for row in rows))


@lru_cache(4096)
def number_of(token: str, style: str) -> Number | None:
    """The Number that a token of a known style spells, or None where its numeral isn't one (百是)."""
    value = STYLES[style].value_of(token)
    if value is None and style != "dash" and not token.startswith("最后"):
        return None
    return Number(token, style, value)


def parse_number(text: str, style: str | None = None) -> Number | None:
    """The number that `text` opens with, in any style or in the one given; None if it opens with none.

    Looks at the token alone: 三、四季度 opens with 三、 here; whether that numbers anything is for
    `parse.marks` and `parse.levels` to say.

    >>> parse_number("㈠经济运行").value, parse_number("３．综合").text, parse_number("3.5%的增速")
    (1, '３．', None)
    """
    found = _leading(style).match(text)
    return number_of(found[0], _GROUPS[found.lastgroup or ""]) if found else None


def format_number(style: str, value: int | None = None) -> str:
    """The number of a style as GB/T 9704 writes it.

    >>> [format_number(s, 4) for s in ("hanzi", "hanzi-paren", "arabic", "circled", "part")]
    ['四、', '（四）', '4.', '④', '第四部分']
    """
    return STYLES[style].text_of(value)
