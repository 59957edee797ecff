"""Body: the clean text of a report between the stages, with the way back to the source.

Lines that belong together are mended to passages (段), passages are joined by newlines; markup and furniture
are left out. All later stages count in offsets of `Body.text`; `Body.span` leads back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from attrs import define, field, frozen

from ..model.source import Hint, Source, Span


@define
class Line:
    """One line as the first stage sees it: a physical line or a piece of one, source.text[start:end], trimmed.

    `text` is the line without markup; `kind` is `text`, `table` or a kind of furniture (see `model.Place`);
    `rule` names what decided so; `gap`: an empty line stands before it; `glued`: the source lost its line ends here;
    `heading`, `center`, `rows`: what hints say; `soft`: its end is only a break of the layout, `flows`: for certain;
    `opens`: an indent says that a paragraph begins.
    Not frozen, like all short-lived values of the parser: making a frozen one takes three times as long.
    """

    start: int
    end: int
    text: str
    kind: str = "text"
    rule: str = ""
    gap: bool = False
    glued: bool = False
    heading: int = 0
    center: bool = False
    soft: bool = False
    rows: tuple[tuple[str, ...], ...] | None = None
    flows: bool = False
    opens: bool = False


@define
class Passage:
    """One logical paragraph: `Body.text[start:end]`.

    `glued`: the source lost its line ends here (a report on one line), so headings may run into prose;
    `heading`: outline level that a style or tag claims, 0 for none; `gap`: an empty line stands before it;
    `rows`: the cells, if it is a table.
    """

    start: int
    end: int
    glued: bool = False
    heading: int = 0
    gap: bool = False
    center: bool = False
    rows: tuple[tuple[str, ...], ...] | None = None


@frozen(eq=False)
class Body:
    """Passages and their text; `offsets` and `sources` are the parallel columns of the map back."""

    source: Source
    text: str
    passages: list[Passage]
    offsets: list[int]
    sources: list[int]
    furniture: list[tuple[Span, str]] = field(factory=list)
    bold: list[tuple[int, int]] = field(factory=list)

    def origin(self, offset: int) -> int:
        """The source offset of the character at a body offset."""
        at = bisect_right(self.offsets, offset) - 1
        return self.sources[at] + offset - self.offsets[at]

    def span(self, start: int, end: int) -> Span:
        """The source span of a non-empty range of the body."""
        at = bisect_right(self.offsets, start) - 1
        shift = self.sources[at] - self.offsets[at]
        if at + 1 == len(self.offsets) or end <= self.offsets[at + 1]:
            return Span(start + shift, end + shift)
        return Span(start + shift, self.origin(end - 1) + 1)

    def bold_end(self, offset: int) -> int | None:
        """Where the bold run that covers `offset` ends."""
        at = bisect_right(self.bold, (offset, len(self.text))) - 1
        if at >= 0 and self.bold[at][0] <= offset < self.bold[at][1]:
            return self.bold[at][1]
        return None


def passage_text(body: Body, index: int) -> str:
    """The text of a passage."""
    passage = body.passages[index]
    return body.text[passage.start : passage.end]


def build(source: Source, groups: Iterable[list[Line]], furniture: list[tuple[Span, str]]) -> Body:
    """Join groups of lines into a Body, a passage a group.

    Characters under a `markup` hint are left out and become furniture.
    """
    markup = sorted((h.span.start, h.span.end) for h in source.hints if h.kind == "markup")
    parts: list[str] = []
    offsets: list[int] = []
    sources: list[int] = []
    passages: list[Passage] = []
    length = 0
    for group in groups:
        start = length
        for line in group:
            if length > start and _latin(parts[-1][-1:]) and _latin(line.text[:1]):
                parts.append(" ")
                offsets.append(length)
                sources.append(line.start - 1)
                length += 1
            if not markup:
                parts.append(line.text)
                offsets.append(length)
                sources.append(line.start)
                length += len(line.text)
                continue
            for a, b in _visible(line.start, line.end, markup):
                parts.append(source.text[a:b])
                offsets.append(length)
                sources.append(a)
                length += b - a
        first = group[0]
        glued = first.glued or (len(group) > 1 and any(line.glued for line in group))
        passages.append(Passage(start, length, glued, first.heading, first.gap, first.center, first.rows))
        parts.append("\n")
        length += 1
    body = Body(source, "".join(parts), passages, offsets or [0], sources or [0], furniture)
    body.furniture.extend((Span(a, b), "markup") for a, b in markup)
    if source.hints:
        body.bold.extend(_to_body(body, (h for h in source.hints if h.kind == "bold")))
    return body


def _latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _visible(start: int, end: int, markup: list[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The parts of a range of the source that no markup covers."""
    at = bisect_right(markup, (start, -1))
    at -= at > 0 and markup[at - 1][1] > start
    while at < len(markup) and markup[at][0] < end:
        a, b = markup[at]
        if a > start:
            yield start, a
        start = max(start, b)
        at += 1
    if start < end:
        yield start, end


def _to_body(body: Body, hints: Iterable[Hint]) -> list[tuple[int, int]]:
    """Hint ranges in body offsets, neighbours merged."""
    columns = sorted(zip(body.sources, body.offsets, strict=True))
    starts = [source for source, _ in columns]

    def offset(place: int) -> int:
        at = max(0, bisect_right(starts, place) - 1)
        upper = columns[at + 1][1] if at + 1 < len(columns) else len(body.text)
        return min(columns[at][1] + max(0, place - starts[at]), upper)

    ranges: list[tuple[int, int]] = []
    for hint in sorted(hints, key=lambda h: h.span):
        begin, end = offset(hint.span.start), offset(hint.span.end)
        if ranges and begin <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        elif begin < end:
            ranges.append((begin, end))
    return ranges
