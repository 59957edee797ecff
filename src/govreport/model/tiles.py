"""Tiles: the source cut into typed pieces, in order, without overlap; nothing but white space lies between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from .source import Span

if TYPE_CHECKING:
    from .report import Block, Report, Section


@frozen
class Tile:
    """A piece of the source.

    `kind` is number, heading, text, table, a field of the report (title, date, …) or a kind of furniture.
    """

    span: Span
    kind: str


def tiles(report: Report) -> Iterator[Tile]:
    """All tiles of a report in source order. Reports without a source have none.

    Post-conditions (tested on the corpus and on arbitrary text):

    1. ``tile.span.end <= next_tile.span.start``;
    2. every character outside all tiles is white space.
    """
    if report.source is None:
        return
    text = report.source.text
    furniture = sorted((p.span.start, p.span.end, p.kind) for p in report.furniture)
    index, done = 0, 0
    for start, end, kind in sorted(_content(report)):
        start = max(start, done)
        while index < len(furniture) and furniture[index][0] < end:
            a, b, what = furniture[index]
            index += 1
            yield from _piece(text, start, a, kind)
            yield from _piece(text, max(a, done), b, what)
            done = max(done, a, b)
            start = max(start, b)
        yield from _piece(text, start, end, kind)
        done = max(done, end)
    for a, b, what in furniture[index:]:
        yield from _piece(text, max(a, done), b, what)
        done = max(done, b)


def _piece(text: str, start: int, end: int, kind: str) -> Iterator[Tile]:
    """The tile from start to end without outer white space, if anything is left."""
    piece = text[start:end] if start < end else ""
    inner = piece.strip()
    if inner:
        start += len(piece) - len(piece.lstrip())
        yield Tile(Span(start, start + len(inner)), kind)


def _content(report: Report) -> Iterator[tuple[int, int, str]]:
    for place in report.places:
        yield place.span.start, place.span.end, place.kind
    yield from _blocks(report.preamble)
    for section in report.walk():
        yield from _section(section)
    yield from _blocks(report.closing.blocks)


def _section(section: Section) -> Iterator[tuple[int, int, str]]:
    if section.number is not None and section.number.span is not None:
        yield section.number.span.start, section.number.span.end, "number"
    if section.heading_span is not None:
        yield section.heading_span.start, section.heading_span.end, "heading"
    yield from _blocks(section.blocks)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[tuple[int, int, str]]:
    for block in blocks:
        if block.span is not None:
            kind = "table" if type(block).__name__ == "Table" else "text"
            yield block.span.start, block.span.end, kind
