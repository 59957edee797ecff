"""What a text says, marked where it says it: figures (`<data>`), dates (`<time>`), cited documents (`<cite>`)."""

from __future__ import annotations

from ...model.facts import Metric
from ..fact_marks import FactMark, FactMarks
from ..markup_text import attribute, clean, escaped
from ..render import Run


def marked(run: Run, facts: FactMarks) -> str:
    """The text of a run, escaped, with marks around what it says.

    >>> from ...model.report import Report
    >>> marked(Run("2024年1月8日公布。"), FactMarks(Report()))
    '<time datetime="2024-01-08">2024年1月8日</time>公布。'
    """
    text = run.text
    parts: list[str] = []
    at = 0
    for mark in facts.of(text, run.span) if run.kind in ("text", "heading") else ():
        opening, closing = _tags(mark)
        parts += [escaped(clean(text[at : mark.start])), opening, escaped(clean(text[mark.start : mark.end])), closing]
        at = mark.end
    return "".join([*parts, escaped(clean(text[at:]))])


def _tags(mark: FactMark) -> tuple[str, str]:
    """The tags around a fact."""
    if isinstance(mark.fact, Metric):
        return _data(mark.fact), "</data>"
    if mark.kind == "date":
        return f"<time datetime={attribute(str(mark.fact))}>", "</time>"
    return ("<cite>", "</cite>") if mark.kind == "citation" else ('<span class="actor">', "</span>")


def _data(metric: Metric) -> str:
    """The tag that says what a metric is; values in full, 5.3万亿元 as 5300000000000."""
    said = {
        "value": f"{metric.value:f}",
        "data-upper": "" if metric.upper is None else f"{metric.upper:f}",
        "data-name": metric.name,
        "data-unit": metric.unit,
        "data-kind": metric.kind,
        "data-bound": metric.bound,
        "data-direction": metric.direction or "",
        "data-year": str(metric.year or ""),
        "data-target": "true" if metric.is_target else "",
    }
    attributes = " ".join(f"{name}={attribute(clean(value))}" for name, value in said.items() if value)
    return f'<data class="metric" {attributes}>'
