"""The way back of `render`: pieces of a rendered report → the Report they were rendered from, with its text and places.

For formats that carry the tree in their own markup: what they are read from are pieces again, so nothing has to be
parsed. What pieces don't say (the fields that are conclusions, metadata) comes as `properties`; facts are found again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define, evolve, field, frozen

from ..model.number import Number
from ..model.report import Block, Closing, DocumentNumber, Paragraph, Place, Report, Section, Table
from ..model.source import Source, Span
from .properties import Properties
from .render import ATTACHMENT, Piece, Run, pieces, rows

FIELDS = ("title", "subtitle", "speaker", "issuer", "date", "recipients", "salutation", "document_number")
"""Pieces of the front that are fields of the report, in the words of `Place`."""
ISSUED = re.compile(r"(?P<agency>.*)〔(?P<year>[0-9]{4})〕(?P<serial>[0-9]+|　)号")


@define
class _Node:
    """A section being rebuilt; `order` holds its blocks and parts in reading order."""

    level: int
    run_in: bool
    inline: bool
    annex: bool = False
    number: Number | None = None
    heading: str = ""
    stop: str = ""
    order: list[Block | _Node] = field(factory=list)
    start: int = -1
    end: int = -1
    heading_span: Span | None = None


@define
class _Builder:
    """One pass over the pieces: the text so far, the open sections, and the fields found."""

    lines: list[str] = field(factory=list)
    offset: int = 0
    root: _Node = field(factory=lambda: _Node(0, False, False))
    open: list[_Node] = field(factory=list)
    fields: dict[str, str] = field(factory=dict)
    places: list[Place] = field(factory=list)
    furniture: list[Place] = field(factory=list)
    closing: list[Block] = field(factory=list)
    signature: list[str] = field(factory=list)
    enclosures: list[str] = field(factory=list)
    caption: tuple[str, Span] | None = None

    def add(self, piece: Piece) -> None:
        """Take in one piece."""
        if piece.table is not None:
            self.table(piece)
            return
        if piece.kind in FIELDS or piece.kind == "closing_date":
            self.fields[piece.kind] = piece.text
            self.place("date" if piece.kind == "closing_date" else piece.kind, piece)
        elif piece.kind == "signature":
            self.signature.append(piece.text)
            self.place("signature", piece)
        elif piece.kind == "enclosure":
            self.enclosures.append("".join(run.text for run in piece.runs if run.kind != "gap"))
            self.place("enclosures", piece)
        elif piece.kind == "label":
            self.furniture.append(Place(self.span(piece.text), "caption"))
        elif piece.kind == "caption":
            self.caption = piece.text, self.span(piece.text)
            self.furniture.append(Place(self.caption[1], "caption"))
        else:
            self.paragraph(piece)
            return
        self.line(piece.text)

    def line(self, text: str) -> None:
        """A line is done."""
        self.lines.append(text)
        self.offset += len(text) + 1

    def span(self, text: str, shift: int = 0) -> Span:
        """Where `text` stands if it begins `shift` characters into the line."""
        return Span(self.offset + shift, self.offset + shift + len(text))

    def place(self, kind: str, piece: Piece) -> None:
        if piece.text:
            self.places.append(Place(self.span(piece.text), kind))

    def table(self, piece: Piece) -> None:
        """A table, with the caption of the piece before it."""
        assert piece.table is not None
        text = "\n".join(rows(piece.table))
        table = Table(piece.table.rows, self.caption[0] if self.caption else "", self.span(text))
        self.caption = None
        self.block(table, piece.level, piece.kind == "closing")
        if piece.table.rows:
            self.line(text)

    def paragraph(self, piece: Piece) -> None:
        """A paragraph: heads open sections, texts go to the section of their level."""
        at = 0
        for run in piece.runs:
            span = self.span(run.text, at)
            if run.opens:
                self.begin(run, span)
            if run.kind == "gap":
                if run.text.strip():
                    self.furniture.append(Place(span, "markup"))
            elif run.kind != "text" and self.lacks(run.kind):
                self.head(run, span)
            elif run.kind == "text" or run.text:
                self.block(Paragraph(run.text, span, run.inline), run.level, piece.kind == "closing")
            at += len(run.text)
        self.line(piece.text)

    def begin(self, run: Run, span: Span) -> None:
        """A section begins: below the nearest open one of a lower level."""
        node = _Node(run.level, run.run_in, run.inline, run.annex, start=span.start, end=span.end)
        while self.open and self.open[-1].level >= run.level:
            self.open.pop()
        (self.open[-1] if self.open else self.root).order.append(node)
        self.open.append(node)

    def lacks(self, kind: str) -> bool:
        """Whether the open section still has no number, heading or stop; a second one is text, lest it be lost."""
        if not self.open:
            return False
        node = self.open[-1]
        had = {"number": node.number is not None, "heading": node.heading_span is not None, "stop": bool(node.stop)}
        return not had[kind]

    def head(self, run: Run, span: Span) -> None:
        """Number, heading or stop of the section that is open."""
        node = self.open[-1]
        if run.kind == "number" and run.number is not None:
            node.number = Number(run.text, run.number.style, run.number.value, span)
        elif run.kind == "heading":
            node.heading, node.heading_span = run.text, span if run.text else None
        elif run.kind == "stop":
            node.stop = run.text
            start = node.heading_span.start if node.heading_span else span.start
            node.heading_span = Span(start, span.end)
        self.reach(span)

    def block(self, block: Block, level: int, closing: bool) -> None:
        """A block goes to the open section of its level, or the closing."""
        if closing:
            self.closing.append(block)
            return
        while self.open and self.open[-1].level > level:
            self.open.pop()
        (self.open[-1] if self.open else self.root).order.append(block)
        if block.span is not None:
            self.reach(block.span)

    def reach(self, span: Span) -> None:
        """The open sections go on up to here."""
        for node in self.open:
            node.end = max(node.end, span.end)


@frozen
class _Parts:
    """A finished section's blocks and children."""

    blocks: tuple[Block, ...]
    children: tuple[Section, ...]


def rebuilt(found: Iterable[Piece], properties: Properties, format: str, name: str | None = None) -> Report:
    """The report of these pieces, its `source` their text: a line a paragraph, a line a table row.

    ``rebuilt(pieces(r), properties_of(r), …) == r`` for the structure of a report; its facts are for `understand`.

    >>> from .properties import properties_of
    >>> said = Report(title="某县工作总结", preamble=(Paragraph("进展良好。"),))
    >>> rebuilt(pieces(said), properties_of(said), "html") == said
    True
    """
    builder = _Builder()
    for piece in found:
        builder.add(piece)
    parts = _finished(builder.root)
    fields = builder.fields
    return Report(
        title=fields.get("title", ""),
        subtitle=fields.get("subtitle", ""),
        document_number=_issued(fields.get("document_number", "")),
        issuer=properties.issuer or fields.get("issuer", ""),
        recipients=fields.get("recipients", ""),
        salutation=fields.get("salutation", ""),
        speaker=fields.get("speaker", ""),
        date=properties.date,
        preamble=parts.blocks,
        sections=parts.children,
        closing=Closing(
            tuple(builder.closing),
            tuple(builder.signature),
            fields.get("closing_date", ""),
            tuple(builder.enclosures),
        ),
        metadata=dict(properties.metadata),
        places=tuple(builder.places),
        furniture=tuple(builder.furniture),
        source=Source("".join(f"{line}\n" for line in builder.lines), name, format, metadata=dict(properties.metadata)),
    )


def _issued(text: str) -> DocumentNumber | None:
    """发文字号, whose serial is open in a draft."""
    found = ISSUED.fullmatch(text)
    if found is None:
        return None
    serial = int(found["serial"]) if found["serial"].isdecimal() else None
    return DocumentNumber(found["agency"], int(found["year"]), serial)


def located(report: Report, properties: Properties, format: str, name: str | None = None) -> Report:
    """A report without places, as a format with a tree of its own gives it, with a source and places in it."""
    return rebuilt(pieces(report), properties, format, name)


def _finished(root: _Node) -> _Parts:
    """Blocks and sections below the root; children before their parents, so that depth costs no stack."""
    order: list[_Node] = [root]
    for node in order:
        order.extend(part for part in node.order if isinstance(part, _Node))
    done: dict[int, Section] = {}
    parts = _Parts((), ())
    for node in reversed(order):
        parts = _parts(node, done)
        done[id(node)] = Section(
            number=node.number,
            heading=node.heading,
            role=ATTACHMENT if node.annex else None,
            blocks=parts.blocks,
            children=parts.children,
            span=Span(node.start, node.end),
            run_in=node.run_in,
            inline=node.inline,
            stop=node.stop,
            heading_span=node.heading_span,
        )
    return parts


def _parts(node: _Node, done: dict[int, Section]) -> _Parts:
    """Its blocks, and its children with the number of blocks behind each."""
    blocks = tuple(part for part in node.order if not isinstance(part, _Node))
    children: list[Section] = []
    behind = len(blocks)
    for part in node.order:
        if isinstance(part, _Node):
            children.append(evolve(done[id(part)], blocks_after=behind))
        else:
            behind -= 1
    return _Parts(blocks, tuple(children))
