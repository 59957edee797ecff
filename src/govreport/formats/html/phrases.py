"""What a text says, marked where it says it: figures (`<data>`), dates (`<time>`), cited documents (`<cite>`)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, frozen

from ...model.facts import Metric
from ..fact_marks import FactMark, FactMarks
from ..markup_text import attribute, clean, escaped
from ..render import Piece, Run


@frozen
class Stretch:
    """Tags around a part of a text; where the part is empty, markup that stands at its place."""

    start: int
    end: int
    opening: str
    closing: str = ""


class Layer:
    """What a page lays over a report: nothing here; a page of remarks says more (see `govreport.view`)."""

    def stretches(self, run: Run) -> Sequence[Stretch]:
        """What is laid over the text of a run, in order; none overlaps another."""
        return ()

    def fact(self, mark: FactMark) -> str:
        """More attributes for the tag of a figure."""
        return ""

    def beside(self, piece: Piece) -> str:
        """Markup that stands beside a paragraph or table, in an `<aside>` of class `remarks`."""
        return ""


def marked(run: Run, facts: FactMarks, layer: Layer | None = None) -> str:
    """The text of a run, escaped, with marks around what it says.

    >>> from ...model.report import Report
    >>> marked(Run("2024年1月8日公布。"), FactMarks(Report()))
    '<time datetime="2024-01-08">2024年1月8日</time>公布。'
    """
    layer = layer or Layer()
    text = Laid(run.text, layer.stretches(run))
    parts: list[str] = []
    for mark in facts.of(run.text, run.span) if run.kind in ("text", "heading") else ():
        opening, closing = _tags(mark, layer)
        parts += [text.upto(mark.start), opening, text.upto(mark.end), closing]
    return "".join([*parts, text.upto(len(run.text))])


@define
class Laid:
    """A text written from its beginning to its end with stretches laid over it.

    A stretch that begins before a cut and ends behind it has its tags on both sides.

    >>> laid = Laid("约100人左右。", [Stretch(1, 4, "<b>", "</b>"), Stretch(4, 4, "*")])
    >>> laid.upto(2), laid.upto(8)
    ('约<b>1</b>', '<b>00</b>*人左右。')
    """

    text: str
    stretches: Sequence[Stretch]
    at: int = 0
    next: int = 0

    def upto(self, end: int) -> str:
        """What stands between the last cut and this one."""
        parts: list[str] = []
        while self.next < len(self.stretches):
            stretch = self.stretches[self.next]
            if stretch.start >= end and not stretch.start == stretch.end == end:
                break
            last = min(stretch.end, end)
            parts += [self._words(stretch.start), stretch.opening, self._words(last), stretch.closing]
            if stretch.end > end:
                break
            self.next += 1
        return "".join([*parts, self._words(end)])

    def _words(self, end: int) -> str:
        start, self.at = self.at, max(self.at, end)
        return escaped(clean(self.text[start : self.at]))


def _tags(mark: FactMark, layer: Layer) -> tuple[str, str]:
    """The tags around a fact."""
    if isinstance(mark.fact, Metric):
        return _data(mark.fact, layer.fact(mark)), "</data>"
    if mark.kind == "date":
        return f"<time datetime={attribute(str(mark.fact))}>", "</time>"
    return ("<cite>", "</cite>") if mark.kind == "citation" else ('<span class="actor">', "</span>")


def _data(metric: Metric, more: str) -> str:
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
    return f'<data class="metric" {attributes}{more}>'
