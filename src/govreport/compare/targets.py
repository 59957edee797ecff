"""Targets against results: last year's promised figures, and what this year's report states of them."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal

from attrs import frozen

from ..model.facts import Metric
from ..model.report import Report
from .catalogue import Catalogue
from .traces import MET, MISSED, UNKNOWN, Answer, Traced

SAME = 0.6
"""Names with fewer terms in common aren't the same indicator."""
PLACES = re.compile(
    r"^(?:全[国省市县区州]|我[国省市县区]|今年|全年|年末|力争|预计|累计|年度|本级|地区(?=.{2,}))+|(?:涨幅|增幅|增速|增长率|增长)$"
)
ALIASES = (
    ("能源消耗强度", "能耗"),
    ("能源消耗", "能耗"),
    ("单位国内生产总值能耗", "能耗"),
    ("单位地区生产总值能耗", "能耗"),
    ("单位生产总值能耗", "能耗"),
    ("单位GDP能耗", "能耗"),
    ("万元GDP能耗", "能耗"),
    ("国内生产总值", "生产总值"),
    ("地区生产总值", "生产总值"),
    ("GDP", "生产总值"),
    ("CPI", "居民消费价格"),
    ("居民消费价格指数", "居民消费价格"),
    ("规上工业", "规模以上工业"),
    ("社零", "社会消费品零售"),
    ("R&D", "研发"),
    ("研究与试验发展", "研发"),
    ("经费支出", "经费投入"),
    ("比重", "占比"),
    ("比率", "占比"),
    ("比例", "占比"),
)
"""Names that reports use for one indicator, longer before shorter."""
RATES = ("%", "‰", "个百分点")
SLACK = {"around": Decimal("0.05"), "exact": Decimal(0), "above": Decimal(0), "below": Decimal(0)}
"""How far below its target (as a share of it) a result may stay and still be 左右."""
LOW_IS_GOOD = re.compile(
    "失业率|消费价格|涨幅|能耗|排放|PM2|细颗粒物|死亡|事故|发案|压减|减少|下降|降低|负债|不良|赤字"
)


CLAUSE = re.compile(r"[^，。；！？\n]{0,60}$")
SUMMED = re.compile(
    "年均(?!浓度|值|气温)(?:[^，]{0,8}[增降升减长超达]|(?:分别|约|各)*$)|累计|十年"
    "|[二三四五两]年[^，]{0,3}(?:来|共|新增|净增|累计|实现|完成|生产)|“十[一二三四五六七八九]五”"
)
"""A clause that tells of several years; a target of one year is not measured by it."""
BEFORE = re.compile("从[^，。；、到至高增升降]{0,12}$|(?:去|上)年的?$")
"""The figure that something rose from."""
MADE = re.compile("新[认增建改开培上创]|再[建造增]|净增|年内|启动")
"""A target that counts what comes new in the year."""
STOCK = re.compile("(?:达到?|突破|超过?|增至|增加到|总数|共有?|拥有|提高到|保有)[约近]?[0-9]")
"""A figure that counts what there is in all."""
FAR, COUNTED = 4, 20
"""So many times a target of at least so many is a sum of several years."""
CONTAINED, LEAST = 0.7, 3
"""What a name counts that stands whole in the other one, and how long it must be."""


def traced_targets(last: Report, this: Report) -> list[Traced]:
    """Every target of last year with this year's figure, if there is one."""
    results = _by_name(this)
    names = Catalogue(results)
    return [_traced(target, _clause(last, target), results, names) for target in last.metrics if target.is_target]


@frozen(eq=False)
class Result:
    """A figure of this year's report; `clause` is what stands before it in its clause."""

    metric: Metric
    clause: str


def _by_name(this: Report) -> dict[str, list[Result]]:
    """What this year's report states of its own year, by canonical name."""
    planned = {plan.where for plan in this.plans}
    found: dict[str, list[Result]] = defaultdict(list)
    for metric in this.metrics:
        if metric.is_target or metric.where in planned or metric.year not in (None, this.year):
            continue
        clause = _clause(this, metric)
        if not SUMMED.search(clause) and not BEFORE.search(clause):
            found[canonical(metric.name)].append(Result(metric, clause))
    return found


def _clause(report: Report, metric: Metric) -> str:
    """What stands before a figure in its clause."""
    if metric.span is None or report.source is None:
        return ""
    found = CLAUSE.search(report.source.text[max(0, metric.span.start - 60) : metric.span.start])
    return found[0] if found else ""


def canonical(name: str) -> str:
    """A name without places and years before it, aliases made one.

    >>> canonical("全省地区生产总值"), canonical("GDP"), canonical("居民消费价格涨幅")
    ('生产总值', '生产总值', '居民消费价格')
    """
    for alias, said in ALIASES:
        name = name.replace(alias, said)
    return PLACES.sub("", name) or name


def _traced(target: Metric, clause: str, results: dict[str, list[Result]], names: Catalogue) -> Traced:
    actual, likely = _result(target, clause, results, names)
    text = f"{target.name}{target.text}"
    if actual is None:
        return Traced(
            "target", text, target.where, UNKNOWN, target.name, (), "今年的报告没有同名同单位的当年数字", target=target
        )
    status = _reached(target, actual)
    reason = f"目标 {target.text}，实际 {actual.text}，{'达到' if status == MET else '未达到'}"
    answer = Answer(actual.where, likely, f"{actual.name}{actual.text}")
    return Traced("target", text, target.where, status, target.name, (answer,), reason, target=target, actual=actual)


def _result(
    target: Metric, clause: str, results: dict[str, list[Result]], names: Catalogue
) -> tuple[Metric | None, float]:
    """The figure of the same indicator in the same unit and kind; an equal name before a like one."""
    name = canonical(target.name)
    made = MADE.search(clause) is not None or MADE.search(target.name) is not None
    likely = [(1.0, name)] if name in results else []
    for value, at in names.like(name):
        other = names.texts[at]
        if value < SAME and target.unit not in RATES and (_within(name, other) or _within(other, name)):
            value = CONTAINED
        if value >= SAME and other != name:
            likely.append((min(value, 0.99), other))
    for value, other in sorted(likely, key=lambda pair: -pair[0]):
        for result in results[other]:
            if _comparable(target, made, result):
                return result.metric, value
    return None, 0.0


def _within(short: str, long: str) -> bool:
    """Whether a name is the end of another one: 燃气管网 of 清单化改造燃气管网."""
    return len(short) >= LEAST and long.endswith(short)


def _comparable(target: Metric, made: bool, result: Result) -> bool:
    """Whether two figures measure the same: one unit, both levels or both changes, both new ones or both all."""
    actual, rate = result.metric, target.unit in RATES
    if target.unit != actual.unit or (target.kind != actual.kind and (rate or "比" in result.clause)):
        return False
    if not rate and target.value >= COUNTED and actual.value > FAR * target.value:
        return False
    return not made or MADE.search(result.clause) is not None or STOCK.search(result.clause + actual.text) is None


def _reached(target: Metric, actual: Metric) -> str:
    """达到 or 未达到: at least the target, or at most, as its words say; what rose where it should fall missed it."""
    if actual.direction and target.direction and actual.direction != target.direction:
        return MISSED
    low = target.bound == "below" or (target.bound != "above" and LOW_IS_GOOD.search(target.name) is not None)
    slack = abs(target.value) * SLACK[target.bound]
    if low and not (target.direction == "down" and target.kind in ("growth", "change")):
        limit = target.upper if target.upper is not None else target.value
        return MET if actual.value <= limit + slack else MISSED
    return MET if actual.value >= target.value - slack else MISSED
