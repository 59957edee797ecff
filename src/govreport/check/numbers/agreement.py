"""GR320–GR321, the same figure twice (前后一致): one value for one thing, 人 or 人次."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...language.units import unit_kind
from ...model.facts import Metric
from ...model.note import Finding
from ..rule import PRACTICE, REQUIRED, rule
from ..view import View

SHORTEST = 5
"""Characters of a name that is exact enough to tell one thing."""
SCOPE = re.compile(
    "全国|全省|全市|全县|全区|全镇|全街道|市本级|区本级|县本级|本级|辖区|累计|预计|实际|计划|目标|月|季度|半年|其中|新增|五年|以来"
)


def _scope(view: View, metric: Metric) -> frozenset[str]:
    """Words near a metric that say of what and of when it is."""
    source = view.report.source
    assert source is not None and metric.span is not None
    text = source.text
    begin = max(text.rfind(mark, 0, metric.span.start) for mark in "。；\n") + 1
    return frozenset(SCOPE.findall(text[begin : metric.span.end]))


@rule("GR320", "figure-conflict", REQUIRED, "warning")
def figure_conflict(view: View) -> Iterator[Finding]:
    """同一个指标前后是同一个数 / one figure has one value

    前面说120件，后面说102件；口径不同的写明口径。 / 120 here and 102 there; where they differ in scope, say so.

    来源：《党政机关公文处理工作条例》第二十条第（四）项
    错：一、工作⏎全年办理行政复议案件120件。⏎二、成效⏎全年办理行政复议案件102件。
    错：一、工作⏎全年发放法治宣传手册3600份。⏎二、成效⏎全年发放法治宣传手册3060份。
    对：一、工作⏎全年办理行政复议案件120件。⏎二、成效⏎全年办理行政复议案件120件，累计办理行政复议案件300件。
    对：一、工作⏎全市办理行政复议案件120件。⏎二、成效⏎市本级办理行政复议案件102件。
    """
    if view.report.source is None:
        return
    known: dict[tuple[str, str, str, int | None], list[Metric]] = {}
    for metric in view.report.metrics:
        if metric.span is None or metric.is_target or metric.kind != "level" or metric.bound != "exact":
            continue
        if len(metric.name) < SHORTEST or metric.upper is not None or unit_kind(metric.unit) not in ("count", "money"):
            continue
        known.setdefault((metric.name, metric.unit, metric.kind, metric.year), []).append(metric)
    for same in known.values():
        if len(same) != 2 or same[0].value == same[1].value or same[0].where == same[1].where:
            continue
        first, second = same
        if not _slip(first, second) or _scope(view, first) != _scope(view, second):
            continue
        zh = f"“{first.name}”前面是{first.text}，这里是{second.text}"
        yield Finding("", "", zh, "this figure has another value above", second.span, where=second.where)


def _slip(first: Metric, second: Metric) -> bool:
    """Whether two numbers look like one and a slip of it: as many digits, the same ones or all but one."""
    one, other = (re.sub("[^0-9]", "", metric.text) for metric in (first, second))
    if len(one) != len(other) or len(one) < 3:
        return False
    return sorted(one) == sorted(other) or sum(a != b for a, b in zip(one, other, strict=True)) == 1


PERSONS = {"人次": "人", "户次": "户", "件次": "件", "家次": "家"}


@rule("GR321", "times-or-heads", PRACTICE, "warning")
def times_or_heads(view: View) -> Iterator[Finding]:
    """“人”与“人次”不混 / heads or times

    同一项培训，前面3600人，后面3600人次；一人来两次是一人、两人次。 / Who comes twice is one person and two times.

    来源：实务
    错：一、工作⏎开展法治培训惠及群众3600人。⏎二、成效⏎开展法治培训惠及群众3600人次。
    错：一、工作⏎全年走访困难群众家庭520户。⏎二、成效⏎全年走访困难群众家庭520户次。
    对：一、工作⏎开展法治培训惠及群众3600人。⏎二、成效⏎开展法治培训惠及群众3600人。
    对：一、工作⏎开展法治培训惠及群众3600人。⏎二、成效⏎接待来访群众4100人次。
    """
    seen: dict[tuple[str, str, object], str] = {}
    for metric in view.report.metrics:
        base = PERSONS.get(metric.unit, metric.unit)
        if base not in PERSONS.values() or metric.span is None or len(metric.name) < 2 or metric.value < 100:
            continue
        key = (metric.name, base, metric.value)
        if seen.setdefault(key, metric.unit) != metric.unit:
            zh = f"“{metric.name}”前面的单位是“{seen[key]}”，这里是“{metric.unit}”"
            yield Finding(
                "", "", zh, "heads above, times here, or the other way round", metric.span, where=metric.where
            )
