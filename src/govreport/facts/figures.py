"""Figures (数字): where a text writes a number, and its value: digits, full-width digits, hanzi numerals, fractions.

A figure is a number with its scale (万, 亿) and what is vague about it (余, 多, 几), before any unit is read. Whether
it measures anything is decided by `vetoes` and `quantities`. Values are decimals, never binary fractions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import define

from ..language.numerals import to_int

WIDE = str.maketrans("０１２３４５６７８９％．／－〜兩萬億點個\u00a0\u3000", "0123456789%./-~两万亿点个  ")
_WIDE = re.compile("[０-９％．／－〜兩萬億點個\u00a0\u3000]")

HANZI = "一二两三四五六七八九十百千万亿零〇"
DIGITS = r"\d(?: \d(?!\d))+(?: ?\. ?\d(?: \d)*)?|\d+(?:[,，]\d{3}(?!\d))*(?:\.\d+)?"
BEGINS = re.compile(rf"[0-9{HANZI}翻过半大](?:(?<=[0-9])|(?<=[第超上近逾过破].)|(?=[{HANZI}多余几分成半倍年了数]))")
"""Where a number may begin: a look at three characters, many times as fast as a search for the whole."""
NUMBER = re.compile(
    r"(?:"
    rf"(?P<fraction>(?<!\d)\d{{1,3}}/\d{{1,3}}(?![\d/])|(?:[百千万]|[{HANZI}]{{1,6}})分之(?:[{HANZI}]{{1,24}}(?:点[{HANZI}]{{1,12}})?|\d{{1,9}}(?:\.\d{{1,9}})?)(?:[到至—](?P<upto>[{HANZI}]{{1,24}}(?:点[{HANZI}]{{1,12}})?)(?![年月分]))?)"
    rf"|(?P<digits>{DIGITS})"
    r"|(?<=第)(?P<ordinal>[一二三四五六七八九十]{1,3})"
    r"|翻了?(?P<doublings>[一两二三四])番"
    r"|(?P<tenths>[一二两三四五六七八九]成(?:[一二三四五六七八九](?![个项家条是大]))?)(?![立为果效本绩员就分都长熟功品形套批交语天因])"
    r"|(?P<half>一半|过半|半数|大半)(?![年天日月个小])"
    rf"|(?<=[超上近逾过破])(?P<bare>万亿|亿|千万|百万|十万|万|千|百)(?![{HANZI}瓦米克伏分])"
    rf"|(?P<hanzi>[{HANZI}][{HANZI}多余几]{{1,24}}|[一二两三四五六七八九十](?=[倍余]|年(?:增长|接近|增加|平均|翻))))"
)
"""Everything that may be a number; the named group tells how to read it."""

SCALES = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 1000, "百": 100}
SCALE = re.compile(
    r" ?(?P<vague>[余多几来])?(?P<scale>万亿|亿|[十百千]?万|千(?![瓦米克伏升])|百)?"
    r"(?P<more>[余多几来])?(?P<again>(?<=万[余多])亿)?"
)
SCALE_BEGINS = frozenset(" 余多几来万亿千百十")
VAGUE = re.compile("几[十百千]?|[多余]")
LONGEST = 40
"""Characters of a number in digits, spaces and commas included; beyond, it is a code."""
PARTED = re.compile("[,， ]")
COMPOUND = re.compile(r"(?P<number>\d{1,4}(?:\.\d{1,9})?)(?P<scale>[十百千]?万)(?P<more>[余多])?")


@define
class Figure:
    """A number at `start` … `end` of a text: its value, scale included.

    `form` is digits, hanzi, fraction, doublings (翻番), tenths (成), half, ordinal (第一) or bare (上亿: a scale
    alone); `vague` says that 余, 多 or 几 makes it a lower bound; `scaled` that 万 or 亿 is part of it; `upper` is the
    end of 百分之四到五.
    """

    start: int
    end: int
    value: Decimal
    form: str
    vague: bool = False
    scaled: bool = False
    upper: Decimal | None = None


def plain(text: str) -> str:
    """The text with full-width digits and signs as ASCII, and the numerals of 繁体, character for character.

    >>> plain("增长４．８％"), plain("增长4.8%")
    ('增长4.8%', '增长4.8%')
    """
    return text.translate(WIDE) if _WIDE.search(text) else text


def figures(text: str, original: str | None = None) -> Iterator[Figure]:
    """All figures of a plain text in order; `original` is the text before `plain`, to tell ５，２５０ from 5，250.

    >>> [(text[f.start : f.end], f.value) for text in ["3400多万人次，近七成，1亿2000万元"] for f in figures(text)]
    [('3400多万', Decimal('34000000')), ('七成', Decimal('70')), ('1亿2000万', Decimal('120000000'))]
    """
    at = 0
    while (place := BEGINS.search(text, at)) is not None:
        at = place.start()
        found = NUMBER.match(text, at)
        if found is None:
            at += 1
            continue
        figure = _figure(text, found, original or text)
        at = figure.end if figure else found.end()
        if figure is not None:
            yield figure


def _figure(text: str, found: re.Match[str], original: str) -> Figure | None:
    form = found.lastgroup or ""
    start, end = found.span()
    if form == "digits":
        return _digits(text, found, original)
    if form == "hanzi":
        return _hanzi(text, start, end)
    if found["fraction"]:
        value = _fraction(found["fraction"], found["upto"])
        if value is None:
            return None
        upper = _decimal(found["upto"]) if found["upto"] and text[start] == "百" else None
        return Figure(start, end, value, "fraction", upper=upper)
    if form == "doublings":
        times = {"一": 2, "两": 4, "二": 4, "三": 8, "四": 16}[found["doublings"]]
        return Figure(start, end, Decimal(times), "doublings")
    if form == "tenths":
        tenths = [HANZI_DIGIT[c] for c in found["tenths"] if c != "成"]
        return Figure(start, end, Decimal(tenths[0] * 10 + (tenths[1] if len(tenths) > 1 else 0)), "tenths")
    if form == "ordinal":
        place = to_int(found["ordinal"])
        return Figure(start, end, Decimal(place), "ordinal") if place else None
    if form == "bare":
        return Figure(start, end, Decimal(SCALES[found["bare"]]), "bare", True, True)
    return Figure(start, end, Decimal("0.5"), "half")


HANZI_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}


def _digits(text: str, found: re.Match[str], original: str) -> Figure | None:
    start, end = found.span()
    if end - start > LONGEST:
        return None
    written = found[0]
    comma = written.find("，")
    if comma > 0 and original[start] in "0123456789":
        end = start + comma  # 达到5，250多人: a comma between half-width digits parts a sentence
        written = written[:comma]
    value = Decimal(written if written.isdecimal() else PARTED.sub("", written))
    scale = SCALE.match(text, end) if text[end : end + 1] in SCALE_BEGINS else None
    factor, vague = 1, False
    if scale is not None:
        before, word, more, again = scale.groups()
        factor = SCALES[word] if word else 1
        if again:
            factor *= 10**8
        vague = bool(before or (more and word))
        if word or before:
            end = scale.end()
    value *= factor
    if text[start - 1 : start] == "-" and text[max(0, start - 2) : start - 1] in tuple("降减少升长为增是达至高低"):
        start, value = start - 1, -value  # 下降-0.3个百分点
    if factor == 10**8 and (rest := COMPOUND.match(text, end)):
        value += Decimal(rest["number"]) * SCALES[rest["scale"]]
        vague, end = vague or bool(rest["more"]), rest.end()
    if factor > 1 and value == value.to_integral_value():
        value = Decimal(int(value))
    return Figure(start, end, value, "digits", vague, factor > 1)


def _hanzi(text: str, start: int, end: int) -> Figure | None:
    """A numeral such as 三亿三千五百多万; the longest beginning of the run that is one."""
    run = text[start:end]
    while run:
        core = VAGUE.sub("", run)
        value = to_int(core)
        if value is not None and not run.endswith("零"):
            scaled = "万" in core or "亿" in core
            return Figure(start, start + len(run), Decimal(value), "hanzi", core != run, scaled)
        run = run[:-1]
    return None


def _fraction(written: str, upto: str | None) -> Decimal | None:
    """百分之六十五 → 65 (percent), 三分之一 → 0.3333…, 万分之一 → 0.0001, 1/4 → 0.25."""
    if "/" in written:
        upper, lower = map(int, written.split("/"))
        return Decimal(upper) / lower if 0 < upper < lower <= 100 else None
    base, numerator = written.split("分之")
    value = _decimal(numerator[: -len(upto) - 1] if upto else numerator)
    if value is None:
        return None
    if base == "百":
        return value
    divisor = {"千": 1000, "万": 10000}.get(base) or to_int(base)
    return value / divisor if divisor else None


def _decimal(written: str) -> Decimal | None:
    """六十五, 九十四点三, 12.5 as a decimal."""
    if written[0].isdigit():
        return Decimal(written)
    whole, _, part = written.partition("点")
    value = to_int(whole)
    if value is None:
        return None
    digits = "".join(str(HANZI_DIGIT[c]) for c in part if c in HANZI_DIGIT)
    return Decimal(f"{value}.{digits}") if digits else Decimal(value)
