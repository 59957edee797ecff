"""Whether a tree still says what its source says: then the source's own text can be written back, byte for byte.

Compared are letters, not layout: white space, markup and other furniture count for nothing. What the text
doesn't hold (kind, year, roles, facts, notes) isn't looked at. Linear in the size of the report.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ..model.report import Block, Closing, Paragraph, Report, Section, Table
from ..model.source import Span

BLANK = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")
SIGNS = re.compile(r"[\W_]+")
EXACT = ("title", "subtitle", "recipients", "salutation", "issuer")
NEVER_CONCLUDED = ("subtitle", "recipients", "salutation")
ONLY_BEHIND = ("signature", "enclosures")
ITEM = re.compile(r"\s*(?:附\s*件\s?(?:\d{1,2}|[一二三四五六七八九十])?[：:])?\s*(?:\d{1,2}\s?[.．、])?\s*")

Said = tuple[Span | None, str]


def faithful(report: Report) -> bool:
    """Whether every element of the report stands in the source as the tree has it, in order, and nothing else does.

    False for a report without source, and for one that was changed: other words, parts left out, put in, or moved.

    >>> from ..model import Source
    >>> said = Report(preamble=(Paragraph("进展良好。", Span(0, 5)),), source=Source("进展良好。\\n"))
    >>> faithful(said), faithful(Report(source=said.source))
    (True, False)
    """
    if report.source is None:
        return False
    view = _View(report)
    return (
        _covered(report)
        and _sequence(view, _said(report.content))
        and _sequence(view, _said(iter(report.closing.blocks)))
        and all(_spans_its_parts(section) for section in report.walk())
        and _fields(view, report)
        and _tail(view, report.closing)
        and _metadata(report)
    )


class _View:
    """The source without its furniture; the words at every place, by kind, those before the text and those behind."""

    def __init__(self, report: Report) -> None:
        assert report.source is not None
        self.text = report.source.text
        self.furniture = sorted((p.span.start, p.span.end) for p in report.furniture)
        self.ends: list[int] = []  # how far furniture has reached so far, so that bisect can find what touches a span
        for _, end in self.furniture:
            self.ends.append(max(end, self.ends[-1] if self.ends else 0))
        begin = _begin(report, len(self.text))
        self.front: dict[str, list[str]] = {}
        self.tail: dict[str, list[str]] = {}
        behind = False
        for place in sorted(report.places, key=lambda p: p.span):
            behind = behind or place.span.start >= begin or place.kind in ONLY_BEHIND
            side = self.tail if behind else self.front
            side.setdefault(place.kind, []).append(self.of(place.span))

    def of(self, span: Span) -> str:
        """The text of a span, furniture inside it left out."""
        parts, at = [], span.start
        index = bisect_left(self.ends, span.start + 1)
        while index < len(self.furniture) and self.furniture[index][0] < span.end:
            start, end = self.furniture[index]
            parts.append(self.text[at : max(at, start)])
            at = max(at, min(end, span.end))
            index += 1
        return "".join(parts) + self.text[at : span.end]


def _begin(report: Report, end: int) -> int:
    """Where the text begins. Without any, what stands above it and what behind is told by the date of the closing."""
    begin = next((span.start for span, _ in _said(report.content) if span is not None), None)
    if begin is None and report.closing.date:
        begin = max((place.span.start for place in report.places if place.kind == "date"), default=None)
    return end if begin is None else begin


def _covered(report: Report) -> bool:
    """The tiles leave nothing but white space between them."""
    assert report.source is not None
    text, at = report.source.text, 0
    for tile in report.tiles():
        if tile.span.start > at and _squashed(text[at : tile.span.start]):
            return False
        at = max(at, tile.span.end)
    return not _squashed(text[at:])


def _said(content: Iterator[Block | Section]) -> Iterator[Said]:
    """Span and words of every number, heading and block, in reading order."""
    stack = [content]
    while stack:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
        elif isinstance(item, Section):
            if item.number is not None:
                yield item.number.span, item.number.text
            yield item.heading_span, item.heading + item.stop
            stack.append(item.content)
        elif isinstance(item, Paragraph):
            yield item.span, item.text
        else:
            yield item.span, _cells(item)


def _cells(table: Table) -> str:
    return table.caption + "".join(cell for row in table.rows for cell in row)


def _sequence(view: _View, elements: Iterator[Said]) -> bool:
    """Every element stands where its span says, one behind the other; only empty ones may have no span."""
    at = 0
    for span, words in elements:
        if span is None:
            if _squashed(words):
                return False
        elif span.start < at or _squashed(view.of(span)) != _squashed(words):
            return False
        else:
            at = span.end
    return True


def _spans_its_parts(section: Section) -> bool:
    """A section reaches from its first part to its last; one that was moved leaves a gap or an overhang."""
    own = (section.number.span if section.number else None, section.heading_span)
    parts = [*own, *(b.span for b in section.blocks), *(c.span for c in section.children)]
    spans = [span for span in parts if span is not None]
    if section.span is None or not spans:
        return not spans
    return section.span == Span(min(s.start for s in spans), max(s.end for s in spans))


def _fields(view: _View, report: Report) -> bool:
    """Fields of the front that have a place say what stands there; others are conclusions of the parser."""
    stands = {kind: _letters("".join(words)) for kind, words in (view.tail | view.front).items()}
    for name in EXACT:
        if name in stands and stands[name] != _letters(getattr(report, name)):
            return False
        if name not in stands and name in NEVER_CONCLUDED and getattr(report, name):
            return False
    speaker = stands.get("speaker", "")
    if not speaker.startswith(_letters(report.speaker)) or bool(speaker) != bool(report.speaker):
        return False
    number = stands.get("document_number", "").replace("第", "")
    return number in ("", _letters(str(report.document_number or "")).replace("第", "")) and _date(view, report.date)


def _date(view: _View, date: str) -> bool:
    """A date above the text has the numbers of the report's date; one in Chinese numerals is taken on trust."""
    numbers = [int(n) for n in re.findall(r"\d+", "".join(view.front.get("date", ())))]
    return not numbers or numbers == [int(n) for n in re.findall(r"\d+", date)]


def _tail(view: _View, closing: Closing) -> bool:
    """附件说明, 署名 and 成文日期."""
    names = [_squashed(ITEM.sub("", text, count=1)) for text in view.tail.get("enclosures", ())]
    if names != [_squashed(name) for name in closing.enclosures]:
        return False
    signed = [*view.tail.get("signature", ()), *view.tail.get("date", ())]
    return _letters("".join(signed)) == _letters("".join(closing.signature) + closing.date)


def _metadata(report: Report) -> bool:
    """Metadata that the container holds beside the text (Markdown's front matter) are unchanged."""
    assert report.source is not None
    if report.source.format == "txt":
        return True
    known = report.source.metadata
    text = _squashed(report.source.text)
    return all(report.metadata.get(key) == value for key, value in known.items()) and all(
        key in known or _squashed(value) in text for key, value in report.metadata.items()
    )


def _squashed(text: str) -> str:
    return BLANK.sub("", text)


def _letters(text: str) -> str:
    return SIGNS.sub("", text)
