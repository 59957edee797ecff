"""GR330–GR335, from one value to another (由…到…): the rate, the points, the amount, the direction must follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from ...model.note import Finding
from ..rule import PRACTICE, REQUIRED, UNSAFE, rule
from ..view import View
from .amounts import NUMBER, SCALE, Amount, agrees, amount, plain

UP = "增加|增长|提高|提升|上升|扩大|拓展|增|升|涨"
DOWN = "下降|减少|降低|缩减|压减|缩短|压缩|缩小|降|减"
UNITS = (
    "元|美元|个|家|人次|人|户|件|项|吨|斤|公斤|亩|公顷|公里|千米|平方公里|平方米|立方米|辆|台|张|条|所|名|天|小时"
    "|分钟|千瓦|千瓦时|床|次"
)
MOVE = re.compile(
    rf"[由从](?:[^，。；：、\n0-9]{{0,10}}|20[0-9]{{2}}年底?的?)(?P<a>{NUMBER})(?P<as>{SCALE})?(?P<au>%|{UNITS})?[^，。；：、\n0-9第]{{0,4}}?"
    rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:到|至|为)了?(?:20[0-9]{{2}}年底?的?)?(?P<b>{NUMBER})(?P<bs>{SCALE})?(?P<bu>%|{UNITS})"
    rf"(?:，(?P<words>[^，。；：、\n0-9]{{0,10}}?)(?P<moved>{UP}|{DOWN}|翻)了?(?P<c>{NUMBER}|[一两])(?P<cs>{SCALE})?(?P<cu>%|个百分点|倍|番|{UNITS}))?"
)
"""由X增加到Y，增长Z: X, Y and what is said of the way."""
AVERAGE = re.compile("年均|平均|分别|累计|每年|其中|比|较|同比|全国|全省")
REAL = re.compile("生产总值|增加值|GDP|可比|不变价")
"""Their growth is at constant prices and doesn't follow from the values."""


@frozen
class Move:
    """A way from one value to another; `stated` is what the text says of it, in `unit`."""

    found: re.Match[str]
    before: Amount
    after: Amount
    percent: bool
    stated: Amount | None
    unit: str

    @property
    def stated_at(self) -> tuple[int, int]:
        """Where the statement stands."""
        return self.found.start("c"), self.found.end("cu")


def _moves(view: View) -> list[Move]:
    found = []
    for match in view.finds(MOVE):
        before_scale = match["as"]
        unit, first = match["bu"], match["au"]
        if first is None and before_scale is None and match["bs"]:
            before_scale = match["bs"]  # 由3增加到5万人
        if first not in (None, unit):
            continue
        one, other = amount(match["a"], before_scale), amount(match["b"], match["bs"])
        words = match["words"] or ""
        stated = None
        if match["c"] and match["c"].isascii() and not AVERAGE.search(words):
            stated = amount(match["c"], match["cs"])
        found.append(Move(match, one, other, unit == "%", stated, match["cu"] or ""))
    return found


@rule("GR330", "growth-wrong", REQUIRED, "error")
def growth_wrong(view: View) -> Iterator[Finding]:
    """增长率与前后两个数相符 / a rate of growth follows from the two values beside it

    由100增加到120是增长20%；四舍五入、舍去尾数都算对。 / From 100 to 120 it is 20 %; rounded or cut off.

    来源：《党政机关公文处理工作条例》第二十条第（四）项
    错：一、工作⏎受理量由100件增加到120件，增长30%。⏎二、打算⏎抓紧。
    错：一、工作⏎企业从250家增长到300家，增长25%。⏎二、打算⏎抓紧。
    对：一、工作⏎受理量由111件增加到162件，增长45.9%，年均增长20%。⏎二、打算⏎抓紧。
    对：一、工作⏎地区生产总值由100亿元增加到120亿元，增长5.5%。⏎二、打算⏎抓紧。
    """
    for move in view.once(_moves):
        if move.stated is None or move.unit != "%" or move.percent or not move.before.least > 0:
            continue
        clause = view.text[max(0, move.found.start() - 30) : move.found.start()]
        if REAL.search(clause):
            continue
        rates = [
            abs(after / before - 1) * 100
            for after in (move.after.least, move.after.most)
            for before in (move.before.least, move.before.most)
        ]
        exact = abs(move.after.value / move.before.value - 1) * 100
        if not agrees(move.stated, min(rates), max(rates)) and not agrees(move.stated, exact, exact):
            yield view.hit(
                *move.stated_at, f"按前后两个数算是{plain(exact)}%", f"by the two values it is {plain(exact)}%"
            )


@rule("GR331", "points-wrong", REQUIRED, "error")
def points_wrong(view: View) -> Iterator[Finding]:
    """百分点与前后两个百分数相符 / percentage points follow from the two rates beside them

    由40%提高到45%是提高5个百分点。 / From 40 % to 45 % it is five points.

    来源：《党政机关公文处理工作条例》第二十条第（四）项
    错：一、工作⏎覆盖率由40%提高到45%，提高6个百分点。⏎二、打算⏎抓紧。
    错：一、工作⏎发生率从3.2%下降到1.1%，下降1.1个百分点。⏎二、打算⏎抓紧。
    对：一、工作⏎覆盖率由40%提高到45%，提高5个百分点。⏎二、打算⏎抓紧。
    对：一、工作⏎发生率从3.2%下降到1.1%，年均下降0.5个百分点。⏎二、打算⏎抓紧。
    """
    for move in view.once(_moves):
        if move.stated is not None and move.unit == "个百分点" and move.percent:
            way = abs(move.after.value - move.before.value)
            if not agrees(move.stated, way, way):
                zh = f"前后相差{plain(way)}个百分点"
                yield view.hit(*move.stated_at, zh, f"it is {plain(way)} points")


@rule("GR332", "direction-wrong", PRACTICE, "error")
def direction_wrong(view: View) -> Iterator[Finding]:
    """“增加到”的数比原来大，“减少到”的数比原来小 / what grows gets larger, what shrinks smaller

    由120增加到100，不是数写反了，就是词用错了。 / Either the numbers or the verb is wrong.

    来源：实务
    错：一、工作⏎受理量由120件增加到100件。⏎二、打算⏎抓紧。
    错：一、工作⏎发生率从1.1%下降到3.2%。⏎二、打算⏎抓紧。
    对：一、工作⏎受理量由100件增加到120件。⏎二、打算⏎抓紧。
    对：一、工作⏎排名由第8位上升到第3位。⏎二、打算⏎抓紧。
    """
    for move in view.once(_moves):
        up = move.found["up"] is not None
        wrong = move.after.value < move.before.value if up else move.after.value > move.before.value
        if wrong and move.found["au"] is not None:
            verb = move.found["up"] or move.found["down"]
            start, end = move.found.start("a"), move.found.end("bu")
            yield view.hit(start, end, f"“{verb}”与前后两个数不符", "the verb doesn't fit the numbers")


@rule("GR333", "difference-wrong", REQUIRED, "error")
def difference_wrong(view: View) -> Iterator[Finding]:
    """增减的数量与前后两个数相符 / an increase follows from the two values beside it

    由100件增加到120件，增加20件。 / From 100 to 120 it is 20.

    来源：《党政机关公文处理工作条例》第二十条第（四）项
    错：一、工作⏎受理量由100件增加到120件，增加30件。⏎二、打算⏎抓紧。
    错：一、工作⏎时限由15天压缩到5天，缩短9天。⏎二、打算⏎抓紧。
    对：一、工作⏎受理量由100件增加到120件，增加20件。⏎二、打算⏎抓紧。
    对：一、工作⏎时限由15天压缩到5天，平均缩短9天。⏎二、打算⏎抓紧。
    """
    for move in view.once(_moves):
        if move.stated is not None and move.unit == move.found["bu"] and not move.percent:
            way = abs(move.after.value - move.before.value)
            slack = max(move.before.unit_in_last_place, move.after.unit_in_last_place)
            slack = slack if slack > 1 or slack < 1 else slack * 0
            if not (move.stated.value - slack <= way <= move.stated.value + slack):
                zh = f"前后两个数相差{_shown(move, view)}"
                yield view.hit(*move.stated_at, zh, f"the two values differ by {plain(way)}")


def _shown(move: Move, view: View) -> str:
    way = abs(move.after.value - move.before.value)
    for scale, factor in (("亿", 10**8), ("万", 10**4)):
        if way >= factor:
            return f"{plain(way / factor)}{scale}{move.found['bu']}"
    return f"{plain(way)}{move.found['bu']}"


@rule("GR334", "times-wrong", PRACTICE, "warning")
def times_wrong(view: View) -> Iterator[Finding]:
    """增长几倍、翻几番与前后两个数相符 / so many times more follows from the two values beside it

    由100到300是增长2倍、是原来的3倍；翻一番是2倍，翻两番是4倍。 / From 100 to 300 it is twice as much more.

    来源：实务
    错：一、工作⏎企业由100家增加到300家，增长3倍。⏎二、打算⏎抓紧。
    错：一、工作⏎企业由100家增加到300家，翻了两番。⏎二、打算⏎抓紧。
    对：一、工作⏎企业由100家增加到300家，增长2倍。⏎二、打算⏎抓紧。
    对：一、工作⏎企业由100家增加到210家，翻了一番。⏎二、打算⏎抓紧。
    """
    for move in view.once(_moves):
        found = move.found
        if not move.before.value or AVERAGE.search(found["words"] or ""):
            continue
        ratio = move.after.value / move.before.value
        if move.unit == "番" and found["moved"] == "翻":
            doublings = {"一": 1, "两": 2}.get(found["c"])
            wrong = doublings is not None and not 2**doublings * 0.9 <= float(ratio) < 2 ** (doublings + 1)
        elif move.unit == "倍" and move.stated is not None and found["up"]:
            wrong = not agrees(move.stated, ratio - 1, ratio - 1)
        else:
            continue
        if wrong:
            zh = f"后一个数是前一个数的{plain(ratio)}倍，即增长{plain(ratio - 1)}倍"
            yield view.hit(*move.stated_at, zh, f"the second is {plain(ratio)} times the first")


@rule("GR335", "points-not-percent", PRACTICE, "warning", fix=UNSAFE)
def points_not_percent(view: View) -> Iterator[Finding]:
    """两个百分数之差是百分点 / the difference of two rates is in percentage points

    由40%提高到45%，提高了5个百分点，而不是5%。 / It is five points and not five per cent.

    来源：实务
    错：一、工作⏎覆盖率由40%提高到45%，提高5%。⏎二、打算⏎抓紧。
    错：一、工作⏎发生率从3.2%下降到1.1%，下降2.1%。⏎二、打算⏎抓紧。
    对：一、工作⏎覆盖率由40%提高到45%，提高5个百分点。⏎二、打算⏎抓紧。
    对：一、工作⏎覆盖率由40%提高到45%，提高12.5%。⏎二、打算⏎抓紧。
    """
    for move in view.once(_moves):
        if move.stated is not None and move.percent and move.unit == "%":
            way = abs(move.after.value - move.before.value)
            if way == move.stated.value:
                right = f"{move.found['c']}个百分点"
                yield view.hit(*move.stated_at, f"应为“{right}”", "percentage points are meant", replace=right)
