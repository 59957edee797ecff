"""Targets against results: last year's promised figures, and what this year's report states of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from ..model.facts import Metric
from ..model.report import Report
from .terms import likeness, terms_of
from .traces import MET, MISSED, UNKNOWN, Answer, Traced

SAME = 0.6
"""Names with fewer terms in common aren't the same indicator."""
PLACES = re.compile(
    r"^(?:全[国省市县区州]|我[国省市县区]|今年|全年|年末|力争|预计|累计|年度|本级|地区(?=.{2,}))+|(?:涨幅|增幅|增速|增长率|增长)$"
)
ALIASES = (
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
)
"""Names that reports use for one indicator, longer before shorter."""
SLACK = {"around": Decimal("0.05"), "exact": Decimal(0), "above": Decimal(0), "below": Decimal(0)}
"""How far below its target (as a share of it) a result may stay and still be 左右."""
LOW_IS_GOOD = re.compile(
    "失业率|消费价格|涨幅|能耗|排放|PM2|细颗粒物|死亡|事故|发案|压减|减少|下降|降低|负债|不良|赤字"
)


def traced_targets(last: Report, this: Report) -> list[Traced]:
    """Every target of last year with this year's figure, if there is one."""
    results = _by_name(metric for metric in this.metrics if not metric.is_target)
    targets = [metric for metric in last.metrics if metric.is_target]
    return [_traced(target, results) for target in targets]


def _by_name(metrics: Iterable[Metric]) -> dict[str, list[Metric]]:
    found: dict[str, list[Metric]] = defaultdict(list)
    for metric in metrics:
        found[canonical(metric.name)].append(metric)
    return found


def canonical(name: str) -> str:
    """A name without places and years before it, aliases made one.

    >>> canonical("全省地区生产总值"), canonical("GDP"), canonical("居民消费价格涨幅")
    ('生产总值', '生产总值', '居民消费价格')
    """
    for alias, said in ALIASES:
        name = name.replace(alias, said)
    return PLACES.sub("", name) or name


def _traced(target: Metric, results: dict[str, list[Metric]]) -> Traced:
    name = canonical(target.name)
    actual, likely = _result(target, name, results)
    text = f"{target.name}{target.text}"
    if actual is None:
        return Traced(
            "target", text, target.where, UNKNOWN, target.name, (), "今年的报告没有同名同单位的数字", target=target
        )
    status = _reached(target, actual)
    said = {MET: "达到", MISSED: "未达到"}[status]
    reason = f"目标 {target.text}，实际 {actual.text}，{said}"
    answer = Answer(actual.where, likely, f"{actual.name}{actual.text}")
    return Traced("target", text, target.where, status, target.name, (answer,), reason, target=target, actual=actual)


def _result(target: Metric, name: str, results: dict[str, list[Metric]]) -> tuple[Metric | None, float]:
    """The figure of the same indicator in the same unit and kind; an equal name before a like one."""
    exact = [metric for metric in results.get(name, ()) if _comparable(target, metric)]
    if exact:
        return exact[0], 1.0
    own = terms_of(name)
    best: tuple[float, Metric | None] = (0.0, None)
    for other, metrics in results.items():
        value = likeness(own, terms_of(other)) if own else 0.0
        if value >= SAME and value > best[0]:
            metric = next((metric for metric in metrics if _comparable(target, metric)), None)
            if metric is not None:
                best = (value, metric)
    return best[1], best[0]


def _comparable(target: Metric, result: Metric) -> bool:
    """Whether two figures measure the same: one unit, and both levels or both changes."""
    return target.unit == result.unit and (target.kind == result.kind or target.unit not in ("%", "‰", "个百分点"))


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
