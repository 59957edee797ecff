"""How the pages of a DOCX look, read from its XML: paper and margins, faces and sizes, pitch, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, evolve
from lxml import etree

from ...model.source import Source, Span
from ..ooxml import Package, open_package
from .comments import SPEAKS
from .looks import Looks, Values, load_looks
from .pages import Face, Layout, PageNumber, ParagraphLook, Sheet, Stretch

TWIPS_PER_MM = 1440 / 25.4
REVISIONS = ("ins", "del", "moveFrom", "moveTo")
PAGE = re.compile(r"\s*PAGE\b", re.IGNORECASE)
WINDOW = 4000
"""Characters ahead within which a paragraph is looked for in the text."""


def layout(data: bytes, source: Source | None = None) -> Layout:
    """The layout of a DOCX; with `source`, what was read from it, the places of paragraphs in its text.

    Raises FormatError and BudgetError as `read` does.
    """
    package = open_package(data)
    main = package.relations().get("officeDocument", "word/document.xml")
    root = package.xml(main)
    if root is None:
        return Layout()
    w = f"{{{etree.QName(root).namespace}}}"
    related = package.relations(main)
    looks = load_looks(package.xml(related.get("styles")), package.xml(related.get("theme")), w)
    paragraphs = [_paragraph(p, looks) for p in _paragraphs(root, w)]
    settings = package.xml(related.get("settings"))
    comments = package.xml(related.get("comments"))
    return Layout(
        sheets=tuple(_sheet(section, w) for section in root.iter(f"{w}sectPr") if not _is_old(section, w)),
        paragraphs=tuple(_placed([p for p in paragraphs if p.text.strip()], source)),
        page_numbers=tuple(_page_numbers(package, main, root, looks)),
        odd_and_even=_flag(settings, f"{w}evenAndOddHeaders", w),
        revisions=sum(1 for _ in root.iter(*(w + name for name in REVISIONS))),
        comments=sum(1 for comment in _comments(comments, w) if not comment.startswith(SPEAKS)),
    )


def _paragraphs(root: etree._Element, w: str) -> Iterator[etree._Element]:
    """All paragraphs, those of text boxes too, but once: what only old programs show says it again."""
    again = {paragraph for fallback in root.iter("{*}Fallback") for paragraph in fallback.iter(f"{w}p")}
    yield from (paragraph for paragraph in root.iter(f"{w}p") if paragraph not in again)


def _is_old(section: etree._Element, w: str) -> bool:
    """Whether a section's properties are those before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == f"{w}sectPrChange"


def _sheet(section: etree._Element, w: str) -> Sheet:
    """Page size and margins; what is not said is that of Word: A4 is not its default, so nothing means 0."""
    size, margins, grid = (section.find(w + name) for name in ("pgSz", "pgMar", "docGrid"))

    def mm(element: etree._Element | None, name: str) -> float:
        twips = _number(element.get(w + name)) if element is not None else None
        return round((twips or 0) / TWIPS_PER_MM, 2)

    pitch = _number(grid.get(f"{w}linePitch")) if grid is not None else None
    return Sheet(
        width=mm(size, "w"),
        height=mm(size, "h"),
        top=mm(margins, "top"),
        bottom=mm(margins, "bottom"),
        left=mm(margins, "left"),
        right=mm(margins, "right"),
        footer=mm(margins, "footer") if margins is not None else None,
        grid=grid.get(f"{w}type", "") if grid is not None else "",
        grid_pitch=pitch / 20 if pitch is not None else None,
    )


def _paragraph(element: etree._Element, looks: Looks) -> ParagraphLook:
    w = looks.w
    properties = element.find(f"{w}pPr")
    values = looks.paragraph(properties)
    pitch, rule = _number(values.get("p:line")), values.get("p:lineRule", "auto")
    return ParagraphLook(
        style=values["p:style"],
        align=values.get("p:jc", ""),
        pitch=None if pitch is None else pitch / 240 if rule == "auto" else pitch / 20,
        rule=rule if pitch is not None else "",
        first=_first(values),
        numbered=values.get("p:num", "0") not in ("0", ""),
        in_table=next(element.iterancestors(f"{w}tc"), None) is not None,
        stretches=tuple(_joined(_stretches(element, values, looks))),
    )


def _first(values: Values) -> float | None:
    """首行缩进 in characters: said as such, or as a length of the type's size."""
    chars, length, size = (_number(values.get(name)) for name in ("p:firstLineChars", "p:firstLine", "r:sz"))
    if chars:
        return chars / 100
    return round(length / 10 / size, 2) if length is not None and size else None


def _stretches(element: etree._Element, values: Values, looks: Looks) -> Iterator[Stretch]:
    """The runs of a paragraph that show, less deleted ones and those of text boxes."""
    w = looks.w
    for run in element.iter(f"{w}r"):
        if next(run.iterancestors(f"{w}p"), None) is not element or looks.hidden(run.find(f"{w}rPr"), values):
            continue
        text = "".join(t.text or "" for t in run.iter(f"{w}t"))
        if text:
            yield Stretch(text, looks.face(run.find(f"{w}rPr"), values))


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Neighbours that look alike as one."""
    last: Stretch | None = None
    for stretch in stretches:
        if last is not None and last.face == stretch.face:
            last = evolve(last, text=last.text + stretch.text)
            continue
        if last is not None:
            yield last
        last = stretch
    if last is not None:
        yield last


@define
class _Cursor:
    """A way through the text without white space, from stretch to stretch."""

    letters: str
    places: list[int]
    at: int = 0

    def find(self, text: str) -> Span | None:
        """The place of the next stretch that says this, if it is near."""
        wanted = "".join(text.split())
        found = self.letters.find(wanted, self.at, self.at + len(wanted) + WINDOW) if wanted else -1
        if found < 0:
            return None
        self.at = found + len(wanted)
        return Span(self.places[found], self.places[self.at - 1] + 1)


def _placed(paragraphs: list[ParagraphLook], source: Source | None) -> Iterator[ParagraphLook]:
    """The paragraphs with the places of their stretches."""
    if source is None:
        yield from paragraphs
        return
    places = [at for at, char in enumerate(source.text) if not char.isspace()]
    cursor = _Cursor("".join(source.text[at] for at in places), places)
    for paragraph in paragraphs:
        stretches = (evolve(stretch, span=cursor.find(stretch.text)) for stretch in paragraph.stretches)
        yield evolve(paragraph, stretches=tuple(stretches))


def _page_numbers(package: Package, main: str, root: etree._Element, looks: Looks) -> Iterator[PageNumber]:
    """Headers and footers with a PAGE field."""
    w = looks.w
    parts = {relation.id: relation.part for relation in package.related(main)}
    seen: set[str] = set()
    for reference in root.iter(f"{w}footerReference", f"{w}headerReference"):
        id = next((str(value) for key, value in reference.attrib.items() if str(key).endswith("}id")), "")
        part = parts.get(id, "")
        story = package.xml(part) if part and part not in seen else None
        seen.add(part)
        for paragraph in _paragraphs(story, w) if story is not None else ():
            text, face = _shown(paragraph, looks)
            if "#" in text:
                align = looks.paragraph(paragraph.find(f"{w}pPr")).get("p:jc", "")
                header = reference.tag == f"{w}headerReference"
                yield PageNumber(reference.get(f"{w}type", "default"), text, align, face, header)


def _shown(paragraph: etree._Element, looks: Looks) -> tuple[str, Face]:
    """What a paragraph shows, with # for the number of the page, and the face of that."""
    w = looks.w
    values = looks.paragraph(paragraph.find(f"{w}pPr"))
    shown, inside, page, face = "", 0, False, looks.face(None, values)
    for element in paragraph.iter(f"{w}t", f"{w}instrText", f"{w}fldChar", f"{w}fldSimple"):
        if next(element.iterancestors(f"{w}p"), None) is not paragraph:
            continue
        run = next(element.iterancestors(f"{w}r"), None)
        name = etree.QName(element).localname
        if name == "fldSimple" and PAGE.match(element.get(f"{w}instr", "")):
            shown, page, inside = shown + "#", True, -1
            first = next(element.iter(f"{w}r"), None)
            face = looks.face(first.find(f"{w}rPr") if first is not None else None, values)
        elif name == "instrText" and PAGE.match(element.text or ""):
            shown, page = shown + "#", True
            face = looks.face(run.find(f"{w}rPr") if run is not None else None, values)
        elif name == "fldChar":
            inside = {"begin": 1, "separate": 2, "end": 0}.get(element.get(f"{w}fldCharType", ""), inside)
            page = page and inside != 0
        elif name == "t" and not (page and inside):
            shown += element.text or ""
        elif name == "t" and inside < 0:
            inside, page = 0, False
    return shown.strip(), face


def _comments(root: etree._Element | None, w: str) -> Iterator[str]:
    for comment in root if root is not None else ():
        yield "".join(t.text or "" for t in comment.iter(f"{w}t")).strip()


def _flag(root: etree._Element | None, tag: str, w: str) -> bool:
    element = root.find(tag) if root is not None else None
    return element is not None and element.get(f"{w}val", "1") not in ("0", "false", "off")


def _number(text: str | None) -> float | None:
    """A number as Word writes it (twips are whole, some writers put .0 behind them)."""
    return float(text) if text is not None and re.fullmatch(r"-?[0-9]{1,7}(?:\.[0-9]{1,4})?", text) else None
