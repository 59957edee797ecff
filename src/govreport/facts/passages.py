"""Passages (语段): what a report says, piece by piece, each with its address and the way back to the source."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from ..model.address import addresses
from ..model.report import Paragraph, Report, Section
from ..model.source import Span


@frozen(eq=False)
class Passage:
    """A heading or paragraph: its text, where it stands, and the top section it is part of (None in the preamble)."""

    text: str
    span: Span | None
    where: str
    section: Section | None = None
    top: Section | None = None
    source: str = field(default="", repr=False)
    furniture: tuple[Span, ...] = field(default=(), repr=False)

    def locate(self, start: int, end: int) -> Span | None:
        """The span in the source of text[start:end].

        The text is the source's, less line ends, markup and page furniture; so its characters are looked for in order.
        """
        if self.span is None:
            return None
        if self.span.end - self.span.start == len(self.text):
            return Span(self.span.start + start, self.span.start + end)
        at, first, seen = self.span.start, self.span.start, 0
        for index in range(end):
            character = self.text[index]
            place = _next(self, character, at)
            if place < 0:  # a space put between two words of letters at a line end
                continue
            at = place + 1
            seen = at
            if index == start:
                first = place
        return Span(first, max(seen, first))

    def metric_span(self, inner: Span | None) -> Span | None:
        """`locate` for the span of something found in the text."""
        return self.locate(inner.start, inner.end) if inner is not None else None


def _next(passage: Passage, character: str, at: int) -> int:
    """The next place of a character in the source that is no furniture; -1 beyond the passage."""
    assert passage.span is not None
    while True:
        place = passage.source.find(character, at, passage.span.end)
        if place < 0:
            return -1
        hidden = next((span for span in passage.furniture if span.start <= place < span.end), None)
        if hidden is None:
            return place
        at = hidden.end


def passages(report: Report) -> Iterator[Passage]:
    """All headings and paragraphs of preamble, sections and closing, in reading order."""
    source = report.source.text if report.source else ""
    hidden = [place.span for place in report.furniture]

    def made(text: str, span: Span | None, where: str, section: Section | None, top: Section | None) -> Passage:
        inside: tuple[Span, ...] = ()
        if span is not None and span.end - span.start != len(text):
            inside = tuple(s for s in hidden if s.start < span.end and s.end > span.start)
        return Passage(text, span, where, section, top, source, inside)

    for block in report.preamble:
        if isinstance(block, Paragraph):
            yield made(block.text, block.span, "", None, None)
    top: Section | None = None
    for address, section in addresses(report):
        top = section if len(address.steps) == 1 else top
        where = str(address)
        if section.heading:
            yield made(section.heading, section.heading_span, where, section, top)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield made(block.text, block.span, where, section, top)
    for block in report.closing.blocks:
        if isinstance(block, Paragraph):
            yield made(block.text, block.span, "", None, None)
