"""Documents written here, told by their seal and read back without parsing.

A document has as properties the seal of what was written. As long as its styles still give these very pieces, Word,
WPS or LibreOffice may have saved it anew and it is still the same report; where one word differs, it is read as any
other document is. Of tracked changes the accepted view counts, or the original one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define
from lxml import etree

from ...model.report import Report, Table
from ..cells import check_size
from ..ooxml import Package
from ..properties import read_properties
from ..rebuild import rebuilt
from ..render import Piece, Run
from ..seal import SEAL, seal
from .carriers import LAYOUT, ORIGINAL, Carried, piece_of, runs_of, words_of

CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
SPARE, EACH = 1000, 4
"""How many runs without text the names of styles may stand for: some, and a few for each run that has text."""
BREAKS = ("page", "column")
"""`w:br` that are no line ends; LibreOffice writes one before a paragraph that begins a page."""
AROUND = frozenset(("sdt", "sdtContent", "smartTag", "hyperlink", "customXml"))


class _Other(Exception):
    """Something that no document written here has."""


def recognised(
    package: Package, main: str, body: etree._Element, name: str | None = None, original: bool = False
) -> Report | None:
    """The report that a package was written from, its source the text of its paragraphs; None for other documents.

    `body` is that of the `main` part.
    """
    custom = custom_of(package)
    if not custom.get(SEAL):
        return None
    seals = {custom[SEAL]: custom}
    if original and ORIGINAL + SEAL in custom:
        older = {key.removeprefix(ORIGINAL): value for key, value in custom.items() if key.startswith(ORIGINAL)}
        seals = {older[SEAL]: older}
    found = pieces_of(package, main, body, original)
    properties = seals.get(seal(found)) if found is not None else None
    if found is None or properties is None:
        return None
    return rebuilt(found, read_properties(properties.items()), "docx", name)


def pieces_of(package: Package, main: str, body: etree._Element, original: bool = False) -> list[Piece] | None:
    """What the styles of a document say that it holds; None where they can't be of one written here."""
    styles = package.xml(package.relations(main).get("styles"))
    if styles is None:
        return None
    w = f"{{{etree.QName(body).namespace}}}"
    reader = _Reader(w, _names(styles, w), "ins" if original else "del")
    try:
        return list(reader.pieces(body))
    except _Other:
        return None


def custom_part(package: Package) -> str | None:
    """The part that holds the document properties of one's own, where the seal stands."""
    return package.relations().get("custom-properties")


def custom_of(package: Package) -> dict[str, str]:
    """Document properties that are text."""
    root = package.xml(custom_part(package))
    return {
        element.get("name", ""): "".join(str(text) for text in element.itertext())
        for element in (root if root is not None else ())
    }


def _names(root: etree._Element, w: str) -> dict[str, str]:
    """Names of styles by id."""
    found = {}
    for style in root.iter(f"{w}style"):
        name = style.find(f"{w}name")
        if name is not None:
            found[style.get(f"{w}styleId", "")] = name.get(f"{w}val", "")
    return found


@define
class _Reader:
    """One pass over the body; `gone` is the name of the changes that don't count: del, or ins in the original view."""

    w: str
    names: dict[str, str]
    gone: str
    spare: int = SPARE

    def pieces(self, parent: Iterable[etree._Element]) -> Iterator[Piece]:
        """Paragraphs and tables as pieces; furniture, and what is empty, left out."""
        for element in parent:
            name = self.name(element)
            if name == "p":
                carried = self.carried(element)
                runs = list(self.runs(element))
                if carried is None and runs:
                    raise _Other
                if carried is not None and carried.kind and runs:
                    yield Piece(carried.kind, self.told(runs), carried.level)
            elif name == "tbl":
                if (table := self.table(element)) is not None:
                    yield table
            elif name in AROUND:
                yield from self.pieces(element)

    def name(self, element: etree._Element) -> str:
        tag = element.tag
        return tag[len(self.w) :] if isinstance(tag, str) and tag.startswith(self.w) else ""

    def carried(self, paragraph: etree._Element) -> Carried | None:
        """What the style of a paragraph says."""
        style = paragraph.find(f"{self.w}pPr/{self.w}pStyle")
        return piece_of(self.names.get(style.get(f"{self.w}val", ""), "")) if style is not None else None

    def runs(self, parent: etree._Element) -> Iterator[tuple[str, str]]:
        """Words and text of the runs of a paragraph that are part of the report."""
        for element in parent:
            name = self.name(element)
            if name == "r":
                if text := self.text(element):
                    style = element.find(f"{self.w}rPr/{self.w}rStyle")
                    said = self.names.get(style.get(f"{self.w}val", ""), "") if style is not None else ""
                    words = words_of(said)
                    if words != LAYOUT:
                        yield (said, text)
            elif name in AROUND or (name in ("ins", "del") and name != self.gone):
                yield from self.runs(element)

    def text(self, run: etree._Element) -> str:
        parts = []
        for element in run:
            name = self.name(element)
            if name in ("t", "delText"):
                parts.append(element.text or "")
            elif name in CHARACTERS and element.get(f"{self.w}type") not in BREAKS:
                parts.append(CHARACTERS[name])
        return "".join(parts)

    def table(self, element: etree._Element) -> Piece | None:
        """A table as a piece; None for one that is furniture or not there in this view."""
        rows: list[tuple[str, ...]] = []
        kinds: set[tuple[str, int]] = set()
        count = chars = 0
        for row in element.iterfind(f"{self.w}tr"):
            if row.find(f"{self.w}trPr/{self.w}{self.gone}") is not None:
                continue
            cells: list[str] = []
            above = rows[-1] if rows else ()
            empty = False
            for cell in row.iterfind(f"{self.w}tc"):
                carried, text = self.cell(cell)
                if carried is None:
                    raise _Other
                kinds.add((carried.kind, carried.level))
                empty = empty or carried.cell == "empty"
                if carried.cell == "absent" or empty:
                    continue
                if self.value(cell, "vMerge") == "continue" and len(cells) < len(above):
                    text = above[len(cells)]
                width = self.value(cell, "gridSpan")
                cells += [text] * (int(width) if width.isdecimal() and len(width) < 3 else 1)
            count, chars = count + len(cells), chars + sum(map(len, cells))
            check_size(count, chars)
            if not empty:
                rows.append(tuple(cells))
        if len(kinds) > 1:
            raise _Other
        kind, level = next(iter(kinds), ("", 0))
        return Piece(kind, level=level, table=Table(tuple(rows))) if kind else None

    def value(self, cell: etree._Element, name: str) -> str:
        """What a cell's property says: "continue" if it says no more than that it is there, empty if it isn't."""
        found = cell.find(f"{self.w}tcPr/{self.w}{name}")
        return found.get(f"{self.w}val", "continue") if found is not None else ""

    def cell(self, cell: etree._Element) -> tuple[Carried | None, str]:
        """What a cell of one paragraph is, and its text."""
        paragraphs = cell.findall(f"{self.w}p")
        if len(paragraphs) != 1:
            raise _Other
        return self.carried(paragraphs[0]), "".join(text for _, text in self.runs(paragraphs[0]))

    def told(self, runs: list[tuple[str, str]]) -> list[Run]:
        """The runs of the report: neighbours of one style are one."""
        joined: list[tuple[str, list[str]]] = []
        for said, text in runs:
            if joined and joined[-1][0] == said:
                joined[-1][1].append(text)
            else:
                joined.append((said, [text]))
        found: list[Run] = []
        for said, texts in joined:
            told = runs_of(words_of(said) or "", "".join(texts))
            self.spare += EACH - len(told or ())
            if told is None or self.spare < 0:
                raise _Other
            found.extend(told)
        return found
