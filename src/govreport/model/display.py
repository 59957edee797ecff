"""How reports and their metrics show in a notebook: an outline and a table, as HTML. Everything is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from .address import addresses

if TYPE_CHECKING:
    from .facts import Metric
    from .report import Report, Section

COLUMNS = ("指标", "数值", "单位", "界限", "种类", "增减", "年份", "位置", "原文")
MOST = 200
"""So many sections and metrics are shown; the rest is counted."""
STARTS = 30


def report_html(report: Report) -> str:
    """Title, outline and metric table of a report."""
    head = f"<h3>{escape(report.title or '（无标题）')}</h3>"
    known = [report.kind, report.issuer, str(report.document_number or ""), report.date]
    line = " · ".join(escape(part) for part in known if part and part != "other")
    return f"<div>{head}<p>{line}</p>{_outline(report)}{metrics_html(report.metrics)}</div>"


def metrics_html(metrics: Iterable[Metric]) -> str:
    """A table with a row for each metric.

    >>> metrics_html(())
    ''
    """
    found = list(metrics)
    if not found:
        return ""
    rows = "".join(_row(metric) for metric in found[:MOST])
    more = f"<p>… 另有 {len(found) - MOST} 项</p>" if len(found) > MOST else ""
    head = "".join(f"<th>{name}</th>" for name in COLUMNS)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}"


def _row(metric: Metric) -> str:
    value = f"{metric.value:f}" + (f"—{metric.upper:f}" if metric.upper is not None else "")
    cells = (
        metric.name, value, metric.unit, metric.bound, metric.kind, metric.direction, metric.year, metric.where,
        metric.text,
    )  # fmt: skip
    return "<tr>" + "".join(f"<td>{escape('' if cell is None else str(cell))}</td>" for cell in cells) + "</tr>"


def _outline(report: Report) -> str:
    """The sections as lines, indented by depth."""
    lines = []
    for count, (address, section) in enumerate(addresses(report)):
        if count == MOST:
            lines.append("<div>…</div>")
            break
        lines.append(f'<div style="margin-left:{len(address.steps) - 1}.5em">{escape(_label(section))}</div>')
    return "".join(lines)


def _label(section: Section) -> str:
    number = section.number.text if section.number else ""
    role = f" [{section.role}]" if section.role else ""
    return number + (section.heading or section.text.replace("\n", "")[:STARTS]) + role
