"""Where findings stand: which paragraph of the page each belongs beside, and which of its words it is about."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Sequence
from itertools import islice

from attrs import define, field

from ..formats.html.outline import Placed
from ..formats.render import Piece, Run
from ..model.passages import Maker
from ..model.report import Report
from ..model.source import Span

FIELDS = {"closing_date": "date", "enclosure": "enclosures"}
"""Kinds of pieces and the places of the report that they are, where these are called otherwise."""
LONGEST = 120
"""Of a finding about more characters than this, no words are marked: it is about the paragraph or the section."""


@define
class Places:
    """The paragraphs of a page by where they begin in the source, and the runs by what of it they say."""

    maker: Maker
    starts: list[tuple[int, int]] = field(factory=list)
    """Where in the source a piece begins, and which it is, in order."""
    openers: dict[str, int] = field(factory=dict)
    """The piece that opens a section, by address."""
    spans: dict[int, list[tuple[Run, Span]]] = field(factory=dict)
    """The runs of a piece and what they say of the source."""

    def piece(self, span: Span | None, where: str) -> int:
        """The piece that a finding belongs to: by its place, else by its section, else the first."""
        if span is not None and self.starts:
            at = bisect_right(self.starts, (span.start, len(self.spans))) - 1
            return self.starts[max(at, 0)][1]
        return self.openers.get(where, 0)

    def words(self, piece: int, span: Span | None) -> list[tuple[Run, int, int]]:
        """The words of a piece that a finding is about: runs with start and end."""
        if span is None or span.end - span.start > LONGEST:
            return []
        found = []
        for run, place in self.spans[piece]:
            if span.start < place.end and place.start < span.end:
                inner = self.maker(run.text, place).within(span)
                if inner.start < inner.end:
                    found.append((run, inner.start, inner.end))
        return found


def places(report: Report, found: Sequence[Piece], sections: Sequence[Placed]) -> Places:
    """The places of a report's pieces; `sections` are those that they open, in order."""
    known = Places(Maker(report))
    opened = iter(sections)
    fields: dict[str, deque[Span]] = defaultdict(deque)
    for place in report.places:
        fields[place.kind].append(place.span)
    source = report.source.text if report.source else ""
    for at, piece in enumerate(found):
        spans = known.spans[at] = _spans(piece, source)
        own = fields[FIELDS.get(piece.kind, piece.kind)]
        if spans:
            known.starts.append((spans[0][1].start, at))
        elif piece.table is not None and piece.table.span is not None:
            known.starts.append((piece.table.span.start, at))
        elif own:
            known.starts.append((own.popleft().start, at))
        for run in piece.runs:
            if run.opens:
                for address, _ in islice(opened, 1):
                    known.openers.setdefault(str(address), at)
    known.starts.sort()
    return known


def _spans(piece: Piece, source: str) -> list[tuple[Run, Span]]:
    """The runs of a piece that stand in the source, numbers right before their texts."""
    found: list[tuple[Run, Span]] = []
    number: Run | None = None
    for run in piece.runs:
        if run.kind == "number":
            number = run
        if run.span is None:
            continue
        if number is not None and number.text:
            first = run.span.start
            at = source.rfind(number.text, max(0, first - len(number.text) - GAP), first)
            if at >= 0:
                found.append((number, Span(at, at + len(number.text))))
        number = None
        found.append((run, run.span))
    return found


GAP = 12
"""At most so many characters of markup and space stand between a number and its text."""
