"""Chinese numerals (汉字数字) to integers and back; the only module that knows cn2an.

Digits and the numerals up to 九百九十九 never reach cn2an, which costs more to import than the
rest of govreport; the others do only after this module's own grammar has accepted them.

>>> to_int("一万二"), to_int("二〇二三"), to_int("两三")
(12000, 2023, None)
>>> to_hanzi(10500)
'一万零五百'
"""

from __future__ import annotations

import re
import warnings
from functools import cache, lru_cache
from typing import Any

from ..model.number import ordinal

LONGEST = 40  # characters; no numeral of a report comes near
LARGEST = 99_999_999  # what to_hanzi writes

# 大写, 繁体 and full-width forms
PLAIN = str.maketrans(
    "〇兩萬億壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟０１２３４５６７８９",
    "零两万亿一二二三三三四五六六七八九十百千0123456789",
)
TENS = {"廿": "二十", "卅": "三十"}

# A circle, a letter O or a digit 0 typed for 〇: 二○二三, 二O二三, 二0二三
_FALSE_ZERO = re.compile("(?<=[零一二三四五六七八九○0OＯ])[○0OＯ]")
_DIGITWISE = re.compile("[零一二三四五六七八九]+")

# Units fall from left to right and two digits never meet. That keeps out what cn2an misreads or answers
# with a KeyError (三四十, 十四五, 三十五百二), and bare units (百, 万), which name no number. Only the end
# may be short for the next unit (一万二).
_BELOW_10000 = (
    "(?:(?=[一二三四五六七八九十两])(?:[一二三四五六七八九两]千)?(?:零?[一二三四五六七八九两]百)?"
    "(?:零?[一二三四五六七八九]?十[一二三四五六七八九]?|零[一二三四五六七八九])?|[一二三四五六七八九两])"
)
_WITH_UNITS = re.compile(
    f"(?!零)(?:{_BELOW_10000}(?:万(?:(?:零|(?=.千)){_BELOW_10000})?)?亿)?(?:零?{_BELOW_10000}万)?"
    f"(?:零?{_BELOW_10000})?(?:(?<=[万千百])[一二三四五六七八九])?"
)
_BARE_TEN = re.compile("(?<=[亿万千百零])十")


@lru_cache(maxsize=4096)
def to_int(text: str) -> int | None:
    """The value of a numeral that fills `text`; None if `text` is no numeral.

    Reads 一 … 九百九十九 and on through 万 and 亿, spoken short forms (一万二), 廿 and 卅, capitals (壹拾贰),
    digits of either width, and digit by digit (二〇二三, 一九四九). Never raises.

    None for approximations (两三, 三四十, 几十), for 一二 and 八五, which are no numbers but two digits side by
    side, for bare units (百, 万) and for numerals that mix hanzi and digits (3万).

    >>> [to_int(t) for t in ("一百零五", "廿三", "壹拾贰", "１２", "五〇", "一亿二千万")]
    [105, 23, 12, 12, 50, 120000000]
    >>> [to_int(t) for t in ("三四十", "几十", "八五", "百", "3万", "")]
    [None, None, None, None, None, None]
    """
    if not text or len(text) > LONGEST:
        return None
    plain = text.translate(PLAIN)
    if plain.isascii() and plain.isdecimal():
        return int(plain)
    plain = _FALSE_ZERO.sub("零", plain)
    if _DIGITWISE.fullmatch(plain):
        return _digit_by_digit(plain)
    plain = TENS.get(plain[0], plain[0]) + plain[1:]
    if not _WITH_UNITS.fullmatch(plain):
        return None
    small = ordinal(plain)
    return small if small is not None else _through_cn2an(plain)


def _digit_by_digit(plain: str) -> int | None:
    """二零二三 → 2023. Two or three digits without a zero are an estimate or a slogan, not a number."""
    if 2 <= len(plain) <= 3 and "零" not in plain:
        return None
    return int("".join(str("零一二三四五六七八九".index(c)) for c in plain))


def to_hanzi(value: int) -> str:
    """The numeral of 0 … 99 999 999, so that `to_int(to_hanzi(n)) == n`.

    Raises ValueError outside this range.

    >>> [to_hanzi(n) for n in (0, 10, 110, 1005, 100_000)]
    ['零', '十', '一百一十', '一千零五', '十万']
    """
    if not 0 <= value <= LARGEST:
        raise ValueError(f"只能写0—{LARGEST}: {value} / outside 0-{LARGEST}: {value}")
    return str(_cn2an().an2cn(value))


def _through_cn2an(plain: str) -> int | None:
    try:
        # cn2an drops a 十 without 一 inside a numeral: 三亿十万 → 300000000
        return int(_cn2an().cn2an(_BARE_TEN.sub("一十", plain), "normal"))
    except (ValueError, KeyError):  # KeyError: cn2an's grammar is looser than its tables
        return None


@cache
def _cn2an() -> Any:
    """The package cn2an, imported at the first numeral that needs it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import cn2an
    return cn2an
