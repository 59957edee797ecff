"""Quantities (数量): a figure with its unit, its bound (余, 近, 超, 左右, 以上) and, for a range, its upper end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import define

from ..language.units import unit_at
from .figures import HANZI_DIGIT, Figure, figures, plain
from .vetoes import TITLES, is_vetoed

LEFT = re.compile(
    r"(?P<above>超过了?|超|突破了?|逾|不低于|不少于|不小于|至少|大于|高于|多于|(?<![走经通越渡])过)$|(?P<below>将近|接近|近|不到|不足|不超过|不高于|不多于|低于|少于|小于)$"
    r"|(?P<around>大约|约为|(?<![签合条契制特节公预])约|大概)$"
)
RIGHT = re.compile(
    r" ?(?:(?P<above>（含）以上|及其?以上|以上|之上|多(?![个种样元家人])|余)"
    r"|(?P<below>（含）以[下内]|及以[下内]|以[内下里]|之内|内(?=[，。；、）]|$))|(?P<around>左右|上下|前后))"
)
LEFT_ENDS = frozenset("过了超破逾于少大高多近到足约概为")
RIGHT_BEGINS = frozenset(" （及以之多余内左上前")
"""The characters beside a number that let it have such words at all: most have none."""
JOINT = 4
RANGE = re.compile(r" ?(?:[—－–~～-]{1,2}|至|到) ?")
LISTED = re.compile(r"(?:、|和|及|与|以及)? ?")
PAIR = re.compile(r"([一二两三四五六七八])、?([二三四五六七八九])$")
RANKED = re.compile(r"第 ?$")
RANK_WORDS = re.compile(
    r"(?:居|列|排|位|名|排名|在)[^，。；、]{0,14}$|(?:全国|全省|全市|全球|世界|全区|全县|亚洲|同行业|国内|省内)(?:同类[^，。；]{0,6})?$"
)
COUNTED_BEFORE = re.compile(r"(?:数量?|量|指数|得分|总分)(?:为|是|均为|达|达到|：)?$")
SHORTEST_BARE = 10**8
"""上亿市场主体 counts without a unit; smaller scales alone are parts of names."""
WRITTEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
CJK = re.compile("[\u4e00-\u9fff]")
DURATION = re.compile("累计|平均|增长|接近|共|增加|增产|翻")


@define
class Quantity:
    """A quantity in a text: `start` … `end` as written, qualifiers included; `number` is where its figure begins.

    `form` is that of the figure, or "rank" for 第4位; `tied` says that the quantity before is of the same list, with
    nothing but 、 or 和 between; `open_unit` that its unit is still to be read from a later one (15、22个百分点).
    `name`, `kind` and `direction` are those of its metric, once `metrics` has named it.
    """

    start: int
    number: int
    end: int
    value: Decimal
    unit: str
    upper: Decimal | None = None
    bound: str = "exact"
    form: str = "digits"
    tied: bool = False
    open_unit: bool = False
    name: str = ""
    kind: str = "level"
    direction: str | None = None


def quantities(original: str, shown: str | None = None) -> list[Quantity]:
    """All quantities of a text in order; `shown` is the text as `plain` gives it, where the caller has it.

    >>> [(q.value, q.upper, q.unit, q.bound) for q in quantities("惠及3600余人，增长4.5%—5%")]
    [(Decimal('3600'), None, '人', 'above'), (Decimal('4.5'), Decimal('5'), '%', 'exact')]
    """
    text = plain(original) if shown is None else shown
    titles = [m.span() for m in TITLES.finditer(text)] if "《" in text else []
    found = list(_read(text, original, titles))
    return list(_units_of_lists(text, _ranges(text, found))) if found else []


def _read(text: str, original: str, titles: list[tuple[int, int]]) -> Iterator[Quantity]:
    inside = 0
    for figure in figures(text, original):
        while inside < len(titles) and titles[inside][1] <= figure.start:
            inside += 1
        if inside < len(titles) and titles[inside][0] < figure.start:
            continue
        ranked = text[figure.start - 1 : figure.start] == "第"
        quantity = (_rank(text, figure) if ranked else None) or _quantity(text, figure)
        if quantity is not None:
            yield quantity


def _rank(text: str, figure: Figure) -> Quantity | None:
    """第4位, 第1名; 第一 behind 居全国 and the like: what a figure behind 第 is, if a rank at all."""
    start = figure.start
    if figure.scaled:
        return None
    unit = text[figure.end : figure.end + 1]
    if unit in ("位", "名"):
        end = figure.end + 1
    elif RANK_WORDS.search(text, max(0, start - 24), start - 1) and not re.match(
        r"[\u4e00-\u9fff\d]", text[figure.end : figure.end + 1]
    ):
        unit, end = "", figure.end
    else:
        return None
    return Quantity(start - 1, start, end, figure.value, unit, form="rank")


def _quantity(text: str, figure: Figure) -> Quantity | None:
    line_start = figure.start == 0 or text[figure.start - 1] in "\n（(。；"
    if is_vetoed(text, figure, line_start):
        return None
    start, end = figure.start, figure.end
    form, value, vague = figure.form, figure.value, figure.vague
    if form == "doublings":
        unit = "倍"
    elif form == "tenths" or (form == "fraction" and text.startswith("百分之", start)):
        unit = "%"
    elif form in ("fraction", "half"):
        unit = ""
        if text[start : start + 2] == "过半":
            vague = True
    else:
        space = 1 if text[end : end + 1] == " " else 0
        unit = unit_at(text, end + space)
        if unit:
            end += space + len(unit)
        elif not figure.scaled:
            if form != "digits":
                return None
            named = COUNTED_BEFORE.search(text, max(0, start - 6), start) and not CJK.match(text, end)
            return Quantity(start, start, end, value, "", form=form, open_unit=not named)
    if unit == "倍" and text.startswith("半", end):
        value, end = value + Decimal("0.5"), end + 1
    if form == "hanzi" and not _is_counted(text, figure, unit):
        return None
    if form == "bare" and not unit and value < SHORTEST_BARE:
        return None
    if figure.value >= 1000 and unit == "年":
        return None
    if unit == "人民币":
        unit = "元"
    pair = PAIR.search(text, max(0, start - 2), figure.start + 1) if form == "hanzi" and end - start <= 4 else None
    lower, upper = value, figure.upper
    if pair and HANZI_DIGIT[pair[2]] == HANZI_DIGIT[pair[1]] + 1 and pair.end() == figure.start + 1:
        lower, upper, start = Decimal(HANZI_DIGIT[pair[1]]), value, pair.start()
    start, bound = _left_bound(text, start)
    if form == "bare" and text[start - 1 : start] == "上":
        start, bound = start - 1, "above"
    right = RIGHT.match(text, end) if text[end : end + 1] in RIGHT_BEGINS else None
    if right is not None:
        bound, end = right.lastgroup or bound, right.end()
    elif vague and bound == "exact":
        bound = "above"
    if form == "bare" and bound == "exact":
        bound = "above"
    return Quantity(start, figure.start, end, lower, unit, upper, bound, form)


def _is_counted(text: str, figure: Figure, unit: str) -> bool:
    """Whether hanzi numerals count something: two digits or more with a unit, or a single one that multiplies."""
    long = figure.end - figure.start > 1
    if unit in ("倍", "%"):
        return True
    if unit in ("年", "天", "个月"):
        return bool(DURATION.match(text, figure.end + len(unit))) and figure.value < 100
    return long and (bool(unit) or figure.scaled)


def _left_bound(text: str, start: int) -> tuple[int, str]:
    """Where the words that bound the number begin, and the bound they set."""
    at = start
    while at > 0 and text[at - 1] == " ":
        at -= 1
    found = LEFT.search(text, max(0, at - 4), at) if text[at - 1 : at] in LEFT_ENDS else None
    if found is None:
        return start, "exact"
    return found.start(), found.lastgroup or "exact"


def _ranges(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Two quantities joined by — or 至 made one: 4.5%—5%, 3万～8万, 2—3家."""
    skip = False
    for first, second in zip(found, [*found[1:], None], strict=False):
        if skip:
            skip = False
            continue
        if second is not None and second.number - first.end <= JOINT and _is_range(text, first, second):
            skip = True
            lower = first.value
            if first.unit == "" and second.form == "digits" and first.value < second.value and first.open_unit:
                lower = _with_scale(text, first, second)
            bound = second.bound if first.bound == "exact" else first.bound
            yield Quantity(first.start, first.number, second.end, lower, second.unit, second.value, bound, second.form)
        else:
            yield first


def _is_range(text: str, first: Quantity, second: Quantity) -> bool:
    if first.upper is not None or second.upper is not None or first.form != second.form or second.open_unit:
        return False
    joint = RANGE.fullmatch(text, first.end, second.number)
    if joint is None or first.end > second.start:
        return False
    if "至" in joint[0] or "到" in joint[0]:
        return first.unit == second.unit or first.open_unit
    return first.unit in ("", second.unit)


def _with_scale(text: str, first: Quantity, second: Quantity) -> Decimal:
    """The lower end of 3—5万 in full: the scale is written once."""
    written = WRITTEN.search(text, second.number, second.end)
    bare = Decimal(written[0].replace(",", "")) if written else second.value
    factor = second.value / bare if bare else Decimal(1)
    return first.value * factor if first.value <= bare else first.value


def _units_of_lists(text: str, found: Iterator[Quantity]) -> Iterator[Quantity]:
    """15、22个百分点: a unit written once, behind the last number. Numbers that stay without a unit are dropped."""
    waiting: list[Quantity] = []
    before: Quantity | None = None
    for quantity in found:
        quantity.tied = (
            before is not None
            and quantity.start - before.end <= JOINT
            and LISTED.fullmatch(text, before.end, quantity.start) is not None
        )
        if quantity.tied and before is not None and before.unit == "个" and quantity.unit.startswith("个"):
            before.unit = quantity.unit  # 3.4个、1个百分点
        before = quantity
        if quantity.open_unit:
            if not quantity.tied:
                waiting = []
            waiting.append(quantity)
            continue
        if quantity.tied and quantity.unit:
            for earlier in waiting:
                earlier.unit, earlier.open_unit = quantity.unit, False
                if quantity.bound == "around":
                    earlier.bound = "around"
                yield earlier
        waiting = []
        yield quantity
