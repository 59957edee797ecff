"""指标: the figures of a report as a table; bars show how large each is among those of its unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..compare.changes import Diff, MetricChange
from ..compare.output.labels import amount
from ..formats.markup_text import attribute, clean
from ..model.facts import Metric
from ..model.report import Report
from .links import Anchors, part, said, table
from .remarks import metric_id

KINDS = {"change": "增减量", "growth": "增减幅", "rank": "位次"}
DIRECTIONS = {"up": "升", "down": "降"}
HEADS = ("指标", "数值", "同单位比较", "上年", "变化", "年份", "性质", "位置")


def figures(report: Report, text: Anchors, sections: Anchors, diff: Diff | None) -> Iterator[str]:
    """The part of the page with all figures; `text` has the anchors of those that stand in the text."""
    if not report.metrics:
        return
    before = {id(change.new_metric): change for change in diff.metrics if change.new_metric} if diff else {}
    most = _most(report.metrics)
    rows = (
        _row(number, metric, most.get(_scale(metric), Decimal(0)), before.get(id(metric)), text, sections)
        for number, metric in enumerate(report.metrics, 1)
    )
    note = "条形只在同一单位、同一性质的指标之间比较长短；空心条为下降，虚线条为计划目标。"
    yield part("figures.", "指标", [table("figures", "全部指标", HEADS, rows)], note)


Scale = tuple[str, str]


def _scale(metric: Metric) -> Scale:
    return metric.unit, metric.kind


def _most(metrics: Sequence[Metric]) -> dict[Scale, Decimal]:
    """The largest figure of each scale that has more than one."""
    groups: dict[Scale, list[Decimal]] = defaultdict(list)
    for metric in metrics:
        if metric.kind != "rank":
            groups[_scale(metric)].append(abs(metric.value))
    return {scale: max(values) for scale, values in groups.items() if len(values) > 1}


def _row(
    number: int, metric: Metric, most: Decimal, change: MetricChange | None, text: Anchors, sections: Anchors
) -> Sequence[str]:
    nature = (
        "目标" if metric.is_target else "",
        KINDS.get(metric.kind, ""),
        DIRECTIONS.get(metric.direction or "", ""),
    )
    old = change if change is not None and change.type in ("value", "unit", "bound") else None
    value = text.link(metric_id(number), metric.text or f"{metric.value:f}{metric.unit}")
    return (
        said(metric.name) or "（无名）",
        f'<td class="number" data-unit={attribute(clean(metric.unit))} data-sort="{metric.value:f}">{value}</td>',
        _bar(metric, most),
        said(old.old_text) if old else "",
        said(amount(old)) if old else "",
        str(metric.year or ""),
        "，".join(filter(None, nature)),
        f'<td data-sort="{number}">{sections.link(metric.where)}</td>',
    )


def _bar(metric: Metric, most: Decimal) -> str:
    """A bar as a drawing; what it says stands beside it in figures, so those who listen miss nothing."""
    if not most or metric.kind == "rank":
        return ""
    width = max(float(abs(metric.value) / most) * WIDTH, 1.0)
    sort = "target" if metric.is_target else "down" if metric.direction == "down" else "bar"
    return (
        f'<td class="bar"><svg viewBox="0 0 {WIDTH} 10" aria-hidden="true" focusable="false">'
        f'<rect class="{sort}" y="1" width="{width:.1f}" height="8"/></svg></td>'
    )


WIDTH = 120
"""Of the longest bar, in the units of the drawing."""
