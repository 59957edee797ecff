"""Tables of facts for a terminal."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from rich import box
from rich.console import Console, RenderableType
from rich.containers import Lines
from rich.table import Table
from rich.text import Text

from ..language.breaking import breaks
from ..language.width import visible
from ..model.facts import Metric
from ..model.report import Report

SCALES = ((Decimal(10**12), "万亿"), (Decimal(10**8), "亿"), (Decimal(10**4), "万"))
BOUNDS = {"exact": "", "around": "约", "above": "≥", "below": "≤"}
CHANGES = {"level": "", "change": "增减", "growth": "增速", "rank": "位次"}
ARROWS = {"up": "↑", "down": "↓", None: ""}
TARGET = "目标"


def metric_table(report: Report) -> Table:
    """All metrics: name, value, change, year, where."""
    shown = table("指标 metrics", "名称", "数值", "变化", "年份", "位置", "原文")
    for metric in report.metrics:
        change = CHANGES.get(metric.kind, metric.kind) + ARROWS.get(metric.direction, "")
        year = f"{metric.year or ''}{f' {TARGET}' if metric.is_target else ''}"
        shown.add_row(metric.name, amount(metric), change, year, metric.where, metric.text)
    return shown


def plan_table(report: Report) -> Table:
    """All plans: where, heading or beginning, targets, who, until when."""
    shown = table("计划 plans", "位置", "事项", "目标", "责任单位", "时限")
    for plan in report.plans:
        targets = "；".join(f"{metric.name} {amount(metric)}" for metric in plan.targets)
        shown.add_row(plan.where, plan.heading or _short(plan.text), targets, "、".join(plan.actors), plan.deadline)
    return shown


def problem_table(report: Report) -> Table:
    """All problems: where, text, cause."""
    shown = table("问题 problems", "位置", "问题", "原因")
    for problem in report.problems:
        shown.add_row(problem.where, _short(problem.text), problem.cause)
    return shown


def citation_table(report: Report) -> Table:
    """All citations: name, number, short form, articles, how often."""
    shown = table("引用 citations", "名称", "文号", "简称", "条款", "次数")
    for citation in report.citations:
        shown.add_row(citation.title, citation.number, citation.short, citation.article, str(len(citation.where)))
    return shown


def amount(metric: Metric) -> str:
    """Value and unit as a reader writes them: 5.3万亿元, ≥3600人, 4.5—5%.

    >>> amount(Metric("投资", Decimal(5300000000000), "元")), amount(Metric("惠及", Decimal(3600), "人", bound="above"))
    ('5.3万亿元', '≥3600人')
    """
    upper = f"—{_scaled(metric.upper)}" if metric.upper is not None else ""
    return f"{BOUNDS[metric.bound]}{_scaled(metric.value)}{upper}{metric.unit}"


def _scaled(value: Decimal) -> str:
    for scale, name in SCALES:
        if abs(value) >= scale:
            return f"{_plain(value / scale)}{name}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    text = f"{value:.6f}" if value != value.to_integral_value() else f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def table(title: str, *columns: str) -> Table:
    """An empty table of a kind that all commands print."""
    shown = _Rows(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        shown.add_column(column, overflow="fold")
    return shown


class _Rows(Table):
    def add_row(self, *cells: RenderableType | None, **options: Any) -> None:
        """A row whose texts are broken into lines as Chinese is."""
        super().add_row(*(_Chinese(visible(cell)) if isinstance(cell, str) else cell for cell in cells), **options)


class _Chinese(Text):
    def wrap(self, console: Console, width: int, **options: Any) -> Lines:
        """Lines that end where those of Chinese may; rich itself breaks at spaces first."""
        lines = Lines()
        for line in self.split("\n", allow_blank=True):
            lines.extend(line.divide(breaks(line.plain, width)))
        for line in lines:
            line.rstrip()
        return lines
