"""Passages (语段): what a report says, piece by piece, each with its address and the way back to the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from attrs import define, field

from .address import addresses
from .report import Paragraph, Report, Section
from .source import Span

RUNS = (32, 8)
"""So many characters are compared at once where a text stands in the source as it is."""


@define(eq=False)
class Passage:
    """A heading or paragraph: its text, where it stands, and the top section it is part of (None in the preamble)."""

    text: str
    span: Span | None
    where: str
    section: Section | None = None
    top: Section | None = None
    source: str = field(default="", repr=False)
    furniture: list[Span] = field(factory=list, repr=False)
    _places: list[int] = field(factory=list, init=False, repr=False)

    def locate(self, start: int, end: int) -> Span | None:
        """The span in the source of text[start:end], which must not be empty.

        The text is the source's, less line ends, markup and page furniture.
        """
        if self.span is None:
            return None
        if self.span.end - self.span.start == len(self.text):
            return Span(self.span.start + start, self.span.start + end)
        places = self._placed()
        return Span(places[start], places[end - 1] + 1)

    def within(self, span: Span) -> Span:
        """The inverse of `locate`: which part of the text a span of the source is, empty if it stands elsewhere.

        >>> Passage("政务公开", Span(4, 8), "").within(Span(6, 8))
        Span(start=2, end=4)
        """
        if self.span is None:
            return Span(0, 0)
        if self.span.end - self.span.start == len(self.text):
            start, end = (max(0, min(at - self.span.start, len(self.text))) for at in (span.start, span.end))
        else:
            start, end = (bisect_left(self._placed(), at) for at in (span.start, span.end))
        return Span(start, max(start, end))

    def _placed(self) -> list[int]:
        if not self._places and self.span is not None:
            self._places = _places(self.text, self.source, self.span, self.furniture)
        return self._places


def _places(text: str, source: str, span: Span, furniture: list[Span]) -> list[int]:
    """Where every character of a text stands in the source; both are walked once.

    >>> _places("政务公开", "政务\\n— 3 —\\n公开", Span(0, 11), [Span(3, 8)])
    [0, 1, 9, 10]
    """
    places: list[int] = []
    at, hidden = span.start, 0
    end = min(span.end, len(source))  # what says it stands behind the end of the source stands at its end
    while (done := len(places)) < len(text):
        while hidden < len(furniture) and furniture[hidden].end <= at:
            hidden += 1
        shown = min(end, furniture[hidden].start) if hidden < len(furniture) else end
        same = next((n for n in RUNS if at + n <= shown and source.startswith(text[done : done + n], at)), 0)
        if same and done + same <= len(text):
            places.extend(range(at, at + same))
            at += same
            continue
        while at < end:
            while hidden < len(furniture) and furniture[hidden].end <= at:
                hidden += 1
            if hidden < len(furniture) and furniture[hidden].start <= at:
                at = furniture[hidden].end
            elif source[at] == text[done] or (text[done] == " " and source[at].isspace()):
                break  # a space stands for the line end between two words of letters
            else:
                at += 1
        places.append(max(0, min(at, end - 1)))
        at += 1
    return places


class Maker:
    """Makes the passages of one report: its source, and the furniture in it by place, are looked up once."""

    def __init__(self, report: Report) -> None:
        self.source = report.source.text if report.source else ""
        self.hidden = sorted(place.span for place in report.furniture)
        self.starts = [span.start for span in self.hidden]

    def __call__(
        self, text: str, span: Span | None, where: str = "", section: Section | None = None, top: Section | None = None
    ) -> Passage:
        """The passage of a text that stands at `span`."""
        inside: list[Span] = []
        if span is not None and span.end - span.start != len(text):
            inside = self.hidden[max(0, bisect_right(self.starts, span.start) - 1) : bisect_left(self.starts, span.end)]
        return Passage(text, span, where, section, top, self.source, inside)


def passages(report: Report) -> Iterator[Passage]:
    """All headings and paragraphs of preamble, sections and closing, in reading order."""
    made = Maker(report)
    for block in report.preamble:
        if isinstance(block, Paragraph):
            yield made(block.text, block.span)
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
            yield made(block.text, block.span)
