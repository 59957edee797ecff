"""What checking a file came to, and where its findings stand for human eyes."""

from __future__ import annotations

from attrs import frozen

from ..errors import GovReportError
from ..model.note import Edit, Finding, applied
from ..model.report import Report
from ..model.source import Position, Span
from .rule import SEVERITIES


@frozen(eq=False)
class Result:
    """One file: its findings, or the error that kept it from being read."""

    path: str
    report: Report | None = None
    findings: tuple[Finding, ...] = ()
    error: GovReportError | None = None


@frozen
class Located:
    """A finding with its place; lines and columns count from 1, all None where the finding has no place in a text.

    `line` is the whole line it begins in, `fixed` what would stand in its place after its edits, if it has any.
    """

    path: str
    finding: Finding
    start: Position | None
    end: Position | None
    line: str
    fixed: str | None = None


def located(result: Result) -> list[Located]:
    """The findings of a file with their places and the whole line that each begins in."""
    source = result.report.source if result.report else None
    rows = []
    for finding in result.findings:
        if source is None or finding.span is None:
            rows.append(Located(result.path, finding, None, None, ""))
            continue
        start, end = source.position(finding.span.start), source.position(finding.span.end)
        first = finding.span.start - start.column + 1
        line = source.text[first : first + LONGEST].splitlines()
        rows.append(Located(result.path, finding, start, end, line[0] if line else "", _fixed(finding, source.text)))
    return rows


def _fixed(finding: Finding, text: str) -> str | None:
    """What the edits make of the words that they and the finding are about; of joined lines, with words around."""
    if not finding.edits or finding.span is None:
        return None
    near = edits_nearby(finding, text)
    spans = [finding.span, *(edit.span for edit in near)]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    if "\n" in text[start:end]:
        start, end = max(start - AROUND, text.rfind("\n", 0, start) + 1), min(end + AROUND, len(text))
    moved = (Edit(Span(edit.span.start - start, edit.span.end - start), edit.text) for edit in near)
    return applied(text[start:end], sorted(moved, key=lambda edit: edit.span)) if end - start <= LONGEST else None


def edits_nearby(finding: Finding, text: str) -> tuple[Edit, ...]:
    """The edits on the lines that a finding points to; all of them if none is there.

    A finding that speaks for the whole report (`habit`) changes places far away too, which nobody wants to see here.

    >>> far = Finding("", "", "", span=Span(0, 1), edits=(Edit(Span(0, 1), "a"), Edit(Span(9, 10), "b")))
    >>> [edit.text for edit in edits_nearby(far, "一二三\\n一二三\\n一二三")]
    ['a']
    """
    if finding.span is None:
        return finding.edits
    start = text.rfind("\n", 0, finding.span.start) + 1
    end = text.find("\n", finding.span.end)
    near = tuple(e for e in finding.edits if e.span.end >= start and (end < 0 or e.span.start <= end))
    return near or finding.edits


AROUND = 8
"""Characters shown before and behind lines that are joined."""
LONGEST = 20_000
"""Characters of a line that are shown or compared at most."""


def at_least(severity: str, findings: tuple[Finding, ...]) -> bool:
    """Whether any finding is as grave as `severity`.

    >>> at_least("warning", (Finding("GR101", "info", "跳号"),))
    False
    """
    floor = SEVERITIES.index(severity)
    return any(SEVERITIES.index(finding.severity) >= floor for finding in findings)
