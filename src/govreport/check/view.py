"""What rules look at: a report with its running text in one string, and the way from there back to the source.

Rules of typography search `text` once from end to end; rules of structure walk `sections`. Table cells, furniture and
markup are not in `text`: numbers in tables are no prose, and nobody wrote the page chrome.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define, field, frozen

from ..kinds import Kind, kind
from ..kinds.contract import Contract
from ..language.placeholders import without
from ..model.address import addresses
from ..model.note import Edit, Finding
from ..model.passages import Passage, passages
from ..model.report import Report, Section
from ..model.source import Span
from .suppress import Suppression, Suppressions, suppressions_of

if TYPE_CHECKING:
    from ..formats.docx.pages import Layout

T = TypeVar("T")

FIELDS = ("title", "subtitle", "speaker", "recipients", "salutation", "enclosures", "signature", "date")
"""Fields of the head and tail that are part of the running text, by the kind of their place."""


@frozen(eq=False)
class Part:
    """A stretch of `View.text`: a heading, a paragraph (`kind` text) or a field of the report."""

    start: int
    kind: str
    passage: Passage = field(repr=False)

    @property
    def end(self) -> int:
        """Where it ends in `View.text`."""
        return self.start + len(self.passage.text)


@define(eq=False, slots=False)
class View:
    """A report under review, with last year's beside it if there is one, and the layout of its DOCX."""

    report: Report
    previous: View | None = None
    layout: Layout | None = None
    judged_as: Kind | None = None
    _made: dict[Callable[..., Any], Any] = field(factory=dict, init=False, repr=False)
    unused: Sequence[Suppression] | None = None
    """Suppressions that silenced nothing, once the other rules have run."""

    @cached_property
    def suppressions(self) -> Suppressions:
        """What the comments in the report ask for."""
        return suppressions_of(self.report)

    @property
    def kind(self) -> str:
        """The id of the kind that counts: the one asked for, else the report's own."""
        return self.judged_as.id if self.judged_as is not None else self.report.kind

    @property
    def contract(self) -> Contract:
        """What that kind asks for; the empty contract where the report's year is none that it holds for."""
        asked = (self.judged_as or kind(self.report.kind)).contract
        return asked if asked.holds(self.report.year) else Contract()

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Headings, paragraphs and fields, the way they follow each other in `text`."""
        found: list[Part] = []
        at = 0
        for sort, passage in self._pieces():
            found.append(Part(at, sort, passage))
            at += len(passage.text) + 1
        return tuple(found)

    def _pieces(self) -> Iterator[tuple[str, Passage]]:
        source = self.report.source.text if self.report.source else ""
        for place in self.report.places:
            if place.kind in FIELDS:
                yield place.kind, Passage(place.span.of(source), place.span, "")
        for passage in passages(self.report):
            section = passage.section
            heading = section is not None and passage.span is not None and passage.span == section.heading_span
            yield "heading" if heading else "text", passage

    @cached_property
    def text(self) -> str:
        """All parts, a line each, with ■ for what stands in placeholders (【待填：…】): that was said last year."""
        return without(self.written)

    @cached_property
    def written(self) -> str:
        """All parts, a line each, placeholders too."""
        return "\n".join(part.passage.text for part in self.parts)

    @cached_property
    def _starts(self) -> list[int]:
        return [part.start for part in self.parts]

    @cached_property
    def sections(self) -> tuple[tuple[str, Section], ...]:
        """Every section with its address, in reading order."""
        return tuple((str(address), section) for address, section in addresses(self.report))

    @cached_property
    def ranges(self) -> list[Span]:
        """Where the parts stand in the source, in its order."""
        return sorted(part.passage.span for part in self.parts if part.passage.span is not None)

    @cached_property
    def at(self) -> dict[str, Section]:
        """Sections by their addresses."""
        return dict(self.sections)

    @cached_property
    def _heads(self) -> list[int]:
        return sorted(span.start for _, section in self.sections if (span := head_span(section)) is not None)

    def following(self, offset: int) -> int | None:
        """Where in the source the next section begins behind an offset."""
        at = bisect_right(self._heads, offset)
        return self._heads[at] if at < len(self._heads) else None

    def once(self, make: Callable[[View], T]) -> T:
        """What a function makes of this view, made once for all rules that ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])

    def part(self, offset: int) -> Part:
        """The part that holds the character at `offset` of `text`."""
        return self.parts[max(0, bisect_right(self._starts, offset) - 1)]

    def finds(
        self, pattern: re.Pattern[str], holding: str = "", behind: str = "", among: str = ""
    ) -> Iterator[re.Match[str]]:
        """All matches in `text`; no pattern may run over a line end.

        A text without `holding`, which every match holds, isn't searched, nor one with none of the characters
        `among`, of which every match has one. None of the characters `behind` stands before a match: as a look-behind
        would say it, which costs the search its first letter.
        """
        text = self.text
        if holding not in text or (among and not any(one in text for one in among)):
            return
        for found in pattern.finditer(text):
            if not behind or found.start() == 0 or text[found.start() - 1] not in behind:
                yield found

    def around(
        self, pattern: re.Pattern[str], anchors: Sequence[str], before: int, after: int = 0, behind: str = ""
    ) -> Iterator[re.Match[str]]:
        """The matches of a pattern that always holds one of the anchors: it is looked for only around these.

        A match begins at most `before` characters in front of an anchor and ends, with what it looks ahead at, at
        most `after` characters behind it; `behind` as for `finds`.
        """
        text = self.text
        ranges = sorted((at - before, at + len(anchor) + after) for anchor in anchors for at in _places(text, anchor))
        last = 0
        for at, (start, end) in enumerate(ranges):
            if at + 1 < len(ranges) and ranges[at + 1][0] <= end:
                ranges[at + 1] = start, max(end, ranges[at + 1][1])
                continue
            for found in pattern.finditer(text, max(start, last), end):
                if not behind or found.start() == 0 or text[found.start() - 1] not in behind:
                    yield found
            last = end

    def span(self, start: int, end: int) -> Span | None:
        """The place in the source of text[start:end], which lies in one part."""
        part = self.part(start)
        return part.passage.locate(start - part.start, end - part.start) if end > start else None

    def hit(
        self,
        start: int,
        end: int,
        zh: str,
        en: str,
        *,
        replace: str | None = None,
        fix: str | None = None,
        hint: str = "",
        severity: str = "",
    ) -> Finding:
        """A finding about text[start:end]; `replace` is what should stand there.

        An empty range says what is missing in front of `start`: it is shown at the character before. What is edited
        is only what `replace` changes; there is no edit where the source has more there than the text (a page break).
        """
        part = self.part(max(0, start - (end == start)))
        span = self.span(start, end) if end > start else self._behind(part, start)
        edits = self._edits(part, start, end, replace) if replace is not None else ()
        return Finding("", severity, zh, en, span, hint, edits, where=part.passage.where, fix=fix if edits else None)

    def _edits(self, part: Part, start: int, end: int, replace: str) -> tuple[Edit, ...]:
        """The smallest edit that makes `replace` of text[start:end]."""
        old = self.text[start:end]
        same = shared(old, replace)
        tail = shared(old[same:][::-1], replace[same:][::-1])
        start, end, new = start + same, end - tail, replace[same : len(replace) - tail]
        if start < end:
            span = self.span(start, end)
        elif start > part.start:
            span = self._behind(part, start)
        else:
            first = self.span(start, start + 1)
            span = Span(first.start, first.start) if first is not None else None
        source = self.report.source
        if span is None or source is None or span.of(source.text) != self.text[start:end]:
            return ()
        return (Edit(span, new),)

    def _behind(self, part: Part, start: int) -> Span | None:
        last = part.passage.locate(start - 1 - part.start, start - part.start) if start > part.start else None
        return Span(last.end, last.end) if last else part.passage.span

    def on(
        self, where: str, section: Section, zh: str, en: str, *, hint: str = "", edits: tuple[Edit, ...] = (),
        fix: str | None = None, severity: str = "",
    ) -> Finding:  # fmt: skip
        """A finding about a section: it points to its number and heading, else to its beginning."""
        return Finding("", severity, zh, en, head_span(section), hint, edits, where=where, fix=fix if edits else None)

    def whole(self, zh: str, en: str, *, field: str = "title", hint: str = "", severity: str = "") -> Finding:
        """A finding about the report as a whole, or one of its fields: it points to that field, else to the start."""
        span = next((place.span for place in self.report.places if place.kind == field), None)
        if span is None and self.parts:
            span = self.parts[0].passage.span
        return Finding("", severity, zh, en, span, hint)


def _places(text: str, anchor: str) -> Iterator[int]:
    at = text.find(anchor)
    while at >= 0:
        yield at
        at = text.find(anchor, at + 1)


def shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike.

    >>> shared("5～10%", "5%～10%")
    1
    """
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def head_span(section: Section) -> Span | None:
    """Number and heading of a section, or as much of its beginning as it has."""
    spans = [s for s in (section.number.span if section.number else None, section.heading_span) if s is not None]
    if not spans:
        return section.span
    return Span(min(s.start for s in spans), max(s.end for s in spans))
