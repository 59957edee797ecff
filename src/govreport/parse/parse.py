"""The stages put together: Source → Report. Each stage's result can be looked at alone (`Stages`)."""

from __future__ import annotations

from attrs import define

from ..model.report import Closing, Place, Report
from ..model.source import Source
from .appendix import appendices, appendix_start, outside_glossaries
from .body import Body, Line
from .forms import iso_date
from .front import Front, front
from .levels import Levels, levels
from .lines import lines, visible
from .marks import Mark, marks
from .mend import mend
from .tables import outside_tables
from .tail import Tail, tail, tail_start
from .tree import tree
from .unnumbered import unnumbered


@define
class Stages:
    """What every stage made of a source, in the order they ran.

    `appendix` is the passage where the appendices begin; `marks` holds all marks, those of appendices too.
    """

    source: Source
    lines: list[Line]
    body: Body
    front: Front
    marks: list[Mark]
    appendix: int
    levels: Levels
    tail: Tail


def stages(source: Source) -> Stages:
    """Run the stages up to the levels: everything but the building of sections."""
    seen = visible(source)
    found = lines(seen)
    body = mend(seen, found)
    head = front(body)
    candidates = outline_marks(body, head.start)
    first = appendix_start(body, candidates, head.start)
    cut = tail_start(body, head.start, first)
    placed = levels(body, outside_glossaries(body, candidates, cut))
    end = tail(body, head.start, first, cut, max((p.mark.passage for p in placed.placed), default=-1))
    return Stages(source, found, body, head, candidates, first, placed, end)


def outline_marks(body: Body, start: int) -> list[Mark]:
    """All marks from `start` on, with and without numbers, in text order."""
    numbered = outside_tables(body, [m for m in marks(body) if m.start >= start])
    opening = {m.passage for m in numbered if m.boundary == "line"}
    bare = [m for m in unnumbered(body, opening) if m.start >= start]
    return sorted(numbered + bare, key=lambda m: (m.start, m.end))


def parse_source(source: Source) -> Report:
    """The report that a source holds. Never raises: what can't be understood is text, with a note."""
    return assemble(stages(source))


def assemble(done: Stages) -> Report:
    """Build the sections and put the report together."""
    body, head, end = done.body, done.front, done.tail
    preamble, sections = tree(body, done.levels, head.start, end.closing)
    closing, _ = tree(body, Levels([], [], []), end.closing, end.end)
    attached, labels = appendices(body, done.marks, done.appendix)
    places = sorted([*head.places, *end.places, *labels], key=lambda p: p.span.start)
    furniture = [*(Place(span, kind) for span, kind in body.furniture), *head.furniture, *end.furniture]
    return Report(
        title=head.title,
        subtitle=head.subtitle,
        document_number=head.document_number,
        issuer=head.issuer or (end.signature[0] if end.signature else ""),
        recipients=head.recipients,
        salutation=head.salutation,
        speaker=head.speaker,
        date=iso_date(end.date) or head.date,
        preamble=preamble,
        sections=(*sections, *attached),
        closing=Closing(closing, tuple(end.signature), end.date, tuple(end.enclosures)),
        metadata={**done.source.metadata, **head.metadata},
        notes=tuple(done.levels.notes),
        places=tuple(places),
        furniture=tuple(sorted(furniture, key=lambda p: p.span.start)),
        source=done.source,
    )
