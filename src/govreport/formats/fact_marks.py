"""Facts in the text: which stretches of a heading or paragraph are a figure, a date, a cited name or a body.

For formats that mark them (HTML, Akoma Ntoso). Facts stand off from the tree and point into the source; here they are
brought back to the text that is written, and left out where that text was changed and no longer says them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from attrs import frozen

from ..language.dates import find_dates
from ..model.facts import Citation, Metric
from ..model.passages import Maker
from ..model.report import Report
from ..model.source import Span

Fact = Metric | Citation | str
YEARS = ("19", "20", "１９", "２０", "二〇", "二○", "二零", "一九")


@frozen
class FactMark:
    """text[start:end] says `fact`: a metric, a citation, a date in ISO form, or the name of a body (`kind` actor)."""

    start: int
    end: int
    kind: str
    fact: Fact


class FactMarks:
    """The marks of one report.

    >>> from ..model.report import Paragraph
    >>> said = Report(preamble=(Paragraph("2024年1月8日公布。"),))
    >>> [(mark.start, mark.end, mark.fact) for mark in FactMarks(said).of("2024年1月8日公布。", None)]
    [(0, 9, '2024-01-08')]
    """

    def __init__(self, report: Report) -> None:
        self.passage = Maker(report)
        placed: list[tuple[Span, str, Fact]] = [
            (metric.span, "metric", metric) for metric in report.metrics if metric.span is not None
        ]
        placed += [(span, "citation", citation) for citation in report.citations for span in citation.spans]
        placed.sort(key=lambda row: row[0])
        self.placed = placed
        self.actors = sorted(
            ((plan.span, plan.actors) for plan in report.plans if plan.span is not None and plan.actors),
            key=lambda row: row[0],
        )

    def of(self, text: str, span: Span | None) -> list[FactMark]:
        """The marks of a text that stands at `span` of the source, in order; none overlaps another."""
        found = self._facts(text, span) if span is not None else []
        if any(year in text for year in YEARS):
            found += [FactMark(start, end, "date", iso) for start, end, iso in find_dates(text)]
        if span is not None:
            found += self._actors(text, span)
        return _apart(found)

    def _facts(self, text: str, span: Span) -> list[FactMark]:
        """Metrics and citations inside a span, where the text still says what they say."""
        first = bisect_left(self.placed, span.start, key=_start)
        last = bisect_right(self.placed, span.end, key=_start)
        if first == last:
            return []
        passage = self.passage(text, span)
        found: list[FactMark] = []
        for place, kind, fact in self.placed[first:last]:
            inner = passage.within(place)
            said = text[inner.start : inner.end]
            if said and place.end <= span.end and _says(said, fact):
                found.append(FactMark(inner.start, inner.end, kind, fact))
        return found

    def _actors(self, text: str, span: Span) -> list[FactMark]:
        """牵头单位 and 责任单位 of the plan that this text is of, wherever they are named behind the colon."""
        at = bisect_right(self.actors, span.start, key=lambda row: row[0].start) - 1
        if at < 0 or self.actors[at][0].end < span.end:
            return []
        colon = max(text.find("："), text.find(":"))
        found: list[FactMark] = []
        for name in self.actors[at][1] if colon >= 0 else ():
            start = text.find(name, colon)
            if start >= 0:
                found.append(FactMark(start, start + len(name), "actor", name))
        return found


def _start(row: tuple[Span, str, Fact]) -> int:
    return row[0].start


def _says(said: str, fact: Fact) -> bool:
    """Whether the words at a fact's place are still its own."""
    if isinstance(fact, Metric):
        return said == fact.text
    if isinstance(fact, Citation):
        bare = "".join(said.split()).strip("《》")
        return bare in (fact.title, fact.short) or (fact.number != "" and bare.endswith(fact.number))
    return False


def _apart(found: list[FactMark]) -> list[FactMark]:
    """The marks in order without those that overlap one that begins before, or is longer."""
    kept: list[FactMark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept
