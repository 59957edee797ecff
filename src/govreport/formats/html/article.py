"""The article of a page written here: the pieces of a report as elements, and these elements as pieces again.

What a piece is, its tag and class say (`FIELDS`; headings are `h2` … `h6`, texts `p`); what a run is, `data-run` says
in a word of `run_marks`. Everything stands inside the `<article>`, so that it may be set into another page and still
be read without parsing. An article with anything in it that doesn't say what it is (someone has added a paragraph)
is not read here but as any other page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field
from lxml import etree

from ...language.words import cut
from ...model.report import Report
from ..fact_marks import FactMarks
from ..markup_text import attribute, clean, escaped
from ..properties import Properties
from ..render import Piece, Run
from ..run_marks import mark, run_of
from .phrases import Layer, marked
from .tables import exact_rows, table

CLASS = "govreport"
FIELDS: dict[str, tuple[str, str]] = {
    "document_number": ("p", "document-number"),
    "title": ("h1", "title"),
    "subtitle": ("p", "subtitle"),
    "speaker": ("p", "speaker"),
    "issuer": ("p", "issuer"),
    "date": ("p", "date"),
    "recipients": ("p", "recipients"),
    "salutation": ("p", "salutation"),
    "closing": ("p", "closing"),
    "enclosure": ("p", "enclosure"),
    "signature": ("p", "signature"),
    "closing_date": ("p", "closing-date"),
    "label": ("p", "label"),
}
"""Kinds of pieces that are no heading, text or table: their element and its class."""
KINDS = {key: kind for kind, key in FIELDS.items()}
RUNS = {"number": "number", "heading": "heading", "stop": "stop", "gap": "gap"}
HEADINGS = tuple(f"h{depth}" for depth in range(2, 7))
CONTAINERS = frozenset(("section", "header", "footer", "div"))
REMARKS = "remarks"
"""The class of an `<aside>` that speaks about the report and is no part of it."""
NESTED = 60
"""So many sections stand one in another; the parser of any page ends somewhere beyond 200."""


LONG = 200
"""A title of so many characters is none, and its words aren't looked for."""


@define
class _Writer:
    """One pass over the pieces: the lines so far, the levels of the sections that are open, anchors to come."""

    facts: FactMarks
    anchors: Iterator[str]
    layer: Layer
    lines: list[str] = field(factory=list)
    open: list[int] = field(factory=list)
    group: str = ""
    caption: Piece | None = None

    def add(self, piece: Piece) -> None:
        """Write one piece."""
        group = "footer" if piece.kind in ("signature", "closing_date") else ""
        if piece.kind == "caption":
            self.caption = piece
            return
        first = piece.runs[0] if piece.runs else Run("", level=piece.level)
        level = piece.level if piece.table is not None else first.level
        begins = first.opens and not first.inline
        self.close(level - 1 if begins else level)
        if group != self.group:
            self.lines.append(f"</{self.group}>" if self.group else f"<{group}>")
            self.group = group
        anchor = ""
        if begins:
            anchor = next(self.anchors, "")
            if len(self.open) < NESTED:
                annex = ' class="annex"' if first.annex else ""
                self.lines.append(f"<section id={attribute(anchor)}{annex}>")
                self.open.append(level)
                anchor = ""
        if piece.table is not None:
            caption = self.runs(self.caption.runs, "") if self.caption is not None else None
            self.beside(piece, table(piece.table, level, piece.kind, caption))
            self.caption = None
            return
        self.beside(piece, self.paragraph(piece, anchor))
        for run in piece.runs[1:]:
            if run.opens:
                self.close(run.level - 1)

    def beside(self, piece: Piece, element: str) -> None:
        """Write an element, with what the layer has to say beside it."""
        aside = self.layer.beside(piece)
        self.lines.append(f'<div class="remarked">{aside}\n{element}</div>' if aside else element)

    def close(self, level: int) -> None:
        """End the sections below this level."""
        while self.open and self.open[-1] > level:
            self.open.pop()
            self.lines.append("</section>")

    def paragraph(self, piece: Piece, anchor: str) -> str:
        """The element of a piece with its runs."""
        tag, said = FIELDS.get(piece.kind, ("p", ""))
        attributes = f' class="{said}"' if said else ""
        if piece.kind == "heading":
            tag = HEADINGS[piece.level - 1] if piece.level <= len(HEADINGS) else "div"
            attributes = f' role="heading" aria-level="{piece.level + 1}"' if tag == "div" else ""
        if anchor:
            attributes += f" id={attribute(anchor)}"
        if len(piece.runs) == 1 and piece.runs[0].kind == "text":
            run = piece.runs[0]
            where = "" if said and mark(run) == "t0" else f' data-run="{mark(run)}"'
            text = _breakable(run.text) if piece.kind == "title" else marked(run, self.facts, self.layer)
            return f"<{tag}{attributes}{where}>{text}</{tag}>"
        return f"<{tag}{attributes}>{self.runs(piece.runs, piece.kind)}</{tag}>"

    def runs(self, runs: Sequence[Run], kind: str) -> str:
        """Runs one behind the other; number and heading inside a paragraph are a heading for those who listen."""
        parts: list[str] = []
        for head in _heads(runs):
            inside = "".join(map(self.run, head))
            if kind != "heading" and any(run.kind == "heading" and run.text for run in head):
                inside = f'<span class="run-in" role="heading" aria-level="{head[0].level + 1}">{inside}</span>'
            parts.append(inside)
        return "".join(parts)

    def run(self, run: Run) -> str:
        """One run; that which opens a section in the middle of a paragraph is the section's anchor."""
        said = f' class="{RUNS[run.kind]}"' if run.kind in RUNS else ""
        anchor = f" id={attribute(next(self.anchors, ''))}" if run.opens and run.inline else ""
        return f'<span{said}{anchor} data-run="{mark(run)}">{marked(run, self.facts, self.layer)}</span>'


def _heads(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The runs in groups: each head of a section (number, heading, stop, gaps) together, each text by itself."""
    group: list[Run] = []
    for run in runs:
        if group and (run.opens or run.kind == "text" or group[-1].kind == "text"):
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _breakable(title: str) -> str:
    """A title that goes on in the next line between words alone (回行时，要做到词意完整: GB/T 9704-2012 7.3.1)."""
    return "<wbr>".join(escaped(clean(word)) for word in cut(title)) if len(title) < LONG else escaped(clean(title))


def article(report: Report, found: Iterable[Piece], anchors: Iterable[str], layer: Layer | None = None) -> str:
    """The `<article>` of a report: its metadata (信息公开目录 block) and its pieces; `anchors` are the ids of its
    sections in reading order, `layer` is laid over them."""
    said = f"data-issuer={attribute(clean(report.issuer))} data-date={attribute(clean(report.date))}"
    writer = _Writer(FactMarks(report), iter(anchors), layer or Layer())
    for piece in found:
        writer.add(piece)
    writer.close(-1)
    if writer.group:
        writer.lines.append(f"</{writer.group}>")
    block = _metadata_block(report)
    return "\n".join([f'<article class="{CLASS}" {said}>', *block, *writer.lines, "</article>"])


def _metadata_block(report: Report) -> list[str]:
    """元数据 as 信息公开目录 shows them: names and values in one block."""
    rows = [
        f"<div><dt>{escaped(clean(name))}</dt><dd>{escaped(clean(value))}</dd></div>"
        for name, value in report.metadata.items()
    ]
    return ['<dl class="metadata">', *rows, "</dl>"] if rows else []


def read_metadata(block: etree._Element) -> dict[str, str]:
    """The metadata in a block as `_metadata_block` writes it."""
    names, values = ([_text(part) for part in block.iter(tag)] for tag in ("dt", "dd"))
    return dict(zip(names, values, strict=False))


def find_article(root: etree._Element) -> etree._Element | None:
    """The one article on a page that was written here."""
    found = [element for element in root.iter("article") if (element.get("class") or "").split()[:1] == [CLASS]]
    return found[0] if len(found) == 1 else None


def read_article(root: etree._Element) -> tuple[list[Piece], Properties] | None:
    """The pieces of an article and its properties; None if a part of it doesn't say what it is."""
    found: list[Piece] = []
    metadata: dict[str, str] = {}
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        outer = element is root or element.tag in CONTAINERS
        if event == "end":
            if element is not root and _words(element.tail):
                return None
            continue
        if element.tag == "aside" and element.get("class") == REMARKS:
            walk.skip_subtree()
            continue
        if outer and element.get("role") != "heading":
            if _words(element.text):
                return None
            continue
        walk.skip_subtree()
        if element.tag == "dl" and element.get("class") == "metadata":
            metadata.update(read_metadata(element))
            continue
        new = _table_pieces(element) if element.tag == "table" else _pieces(element)
        if new is None:
            return None
        found += new
    return found, Properties(root.get("data-issuer", ""), root.get("data-date", ""), metadata)


def _pieces(element: etree._Element) -> list[Piece] | None:
    """The piece that a heading or paragraph is."""
    tag, said = str(element.tag), element.get("class") or ""
    kind, level = KINDS.get((tag, said), ""), 0
    if not kind and element.get("role") == "heading":
        kind, level = "heading", _number(element.get("aria-level")) - 1
    elif not kind and tag in HEADINGS:
        kind, level = "heading", HEADINGS.index(tag) + 1
    elif not kind and tag == "p" and not said:
        kind = "text"
    runs = _runs(element, "t0" if said else None) if kind else None
    return None if runs is None else [Piece(kind, runs, level)]


def _table_pieces(element: etree._Element) -> list[Piece] | None:
    """A table, behind its caption if it has one."""
    found: list[Piece] = []
    level = _number(element.get("data-level"))
    for caption in element.iterchildren("caption"):
        runs = _runs(caption, None)
        if runs is None:
            return None
        found.append(Piece("caption", runs))
    kind = "closing" if element.get("class") == "closing" else "table"
    return [*found, Piece(kind, level=level, table=exact_rows(element))]


def _runs(element: etree._Element, usual: str | None) -> list[Run] | None:
    """The runs of an element: itself, or the elements in it; None for text that no mark speaks of."""
    own = element.get("data-run")
    children = list(element)
    marked = any(child.get("data-run") or child.get("class") == "run-in" for child in children)
    if own or not marked:
        run = run_of(own or usual or "", _text(element))
        return None if run is None else [run]
    found: list[Run] = []
    if _words(element.text):
        return None
    for child in children:
        inside = list(child) if child.get("class") == "run-in" else [child]
        for part in inside:
            run = run_of(part.get("data-run") or "", _text(part))
            if run is None or _words(part.tail):
                return None
            found.append(run)
        if _words(child.tail) or (child.get("class") == "run-in" and _words(child.text)):
            return None
    return found


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def _words(text: str | None) -> bool:
    return bool(text and text.strip())


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= 3 else 0
