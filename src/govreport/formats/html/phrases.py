"""What a text says, marked where it says it: metrics (`<data>`), dates (`<time>`), cited documents (`<cite>`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from attrs import define, field

from ...language.dates import find_dates
from ...model.facts import Metric
from ...model.report import Report
from ..markup_text import attribute, clean, escaped
from ..render import Run

CITED = re.compile("《([^《》]{1,200})》")
FAR = 20_000
"""So many characters behind the last metric of its section a metric is looked for."""
BEFORE = 3

Mark = tuple[int, int, str, str]
"""Start, end, opening and closing tag."""


@define
class Phrases:
    """The marks of a report's texts: prepared with all of them, then asked for one at a time."""

    titles: frozenset[str] = frozenset()
    metrics: dict[int, list[Mark]] = field(factory=dict)

    @classmethod
    def of(cls, report: Report, texts: Iterable[tuple[str, Run]]) -> Phrases:
        """For a report and its runs, each with the address of the section it belongs to."""
        runs: dict[str, list[Run]] = {}
        for where, run in texts:
            if run.kind in ("text", "heading"):
                runs.setdefault(where, []).append(run)
        wanted: dict[str, list[Metric]] = {}
        for metric in report.metrics:
            wanted.setdefault(metric.where, []).append(metric)
        found: dict[int, list[Mark]] = {}
        source = report.source.text if report.source else ""
        for where, metrics in wanted.items():
            for run, mark in _placed(metrics, runs.get(where, []), source):
                found.setdefault(id(run), []).append(mark)
        return cls(frozenset(citation.title for citation in report.citations), found)

    def marked(self, run: Run) -> str:
        """The text of a run, escaped, with its marks."""
        text = run.text
        if run.kind not in ("text", "heading"):
            return escaped(clean(text))
        marks = sorted([*self.metrics.get(id(run), ()), *_dates(text), *_cited(text, self.titles)])
        parts: list[str] = []
        at = 0
        for start, end, opening, closing in marks:
            if start >= at:
                parts += [escaped(clean(text[at:start])), opening, escaped(clean(text[start:end])), closing]
                at = end
        return "".join([*parts, escaped(clean(text[at:]))])


def _placed(metrics: Iterable[Metric], runs: list[Run], source: str) -> Iterator[tuple[Run, Mark]]:
    """The places of a section's metrics in its runs; both are in reading order."""
    starts: list[int] = []
    length = 0
    for run in runs:
        starts.append(length)
        length += len(run.text) + 1
    whole = "\0".join(run.text for run in runs)
    at = 0
    for metric in metrics:
        start = _find(whole, metric, source, at)
        if start < 0:
            continue
        at = start + len(metric.text)
        index = bisect_right(starts, start) - 1
        shift = starts[index]
        yield runs[index], (start - shift, at - shift, _opening(metric), "</data>")


def _find(text: str, metric: Metric, source: str, at: int) -> int:
    """Where a metric stands from `at` on: behind the characters that stand before it in the source, else anywhere."""
    before = source[max(0, metric.span.start - BEFORE) : metric.span.start] if metric.span else ""
    start = max(0, at - BEFORE)
    found = text.find(before + metric.text, start, start + FAR)
    if found >= 0 and found + len(before) >= at:
        return found + len(before)
    return text.find(metric.text, at, at + FAR) if metric.text else -1


def _opening(metric: Metric) -> str:
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


def _dates(text: str) -> Iterator[Mark]:
    for start, end, iso in find_dates(text):
        yield start, end, f'<time datetime="{iso}">', "</time>"


def _cited(text: str, titles: frozenset[str]) -> Iterator[Mark]:
    for found in CITED.finditer(text) if titles else ():
        if found[1] in titles:
            yield found.start(), found.end(), "<cite>", "</cite>"
