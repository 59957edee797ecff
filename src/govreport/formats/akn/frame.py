"""Around the body ↔ preface, preamble, conclusions: title, 题注, 称谓; closing words, 附件说明, 署名 and date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

from attrs import define, field
from lxml import etree

from ...language.dates import parse_date
from ...model.report import Block, Closing, Paragraph, Report, Section
from ..rebuild import FIELDS
from ..render import gap, pieces
from .hierarchy import Item, read_items, write_block
from .identifiers import Counts, inside
from .inline import Inline
from .markup import Writer, classes, element, said, words

PREAMBLE = ("recipients", "salutation")
"""Fields that stand in the preamble; the others of the front stand in the preface."""
ELEMENTS = {"document_number": "docNumber", "title": "docTitle", "issuer": "docAuthority", "date": "docDate"}
FOREIGN = {
    "docNumber": "document_number", "docTitle": "title", "docDate": "date", "docAuthority": "issuer",
    "docProponent": "issuer",
}  # fmt: skip
"""Elements that tell a field in files of others."""
SIGNATURE, CLOSING_DATE, ENCLOSURES = "signature", "closing-date", "enclosures"


@define
class Front:
    """Fields of the front as they are read, and the text there that is none of them."""

    fields: dict[str, str] = field(factory=dict)
    date: str = ""
    blocks: list[Item] = field(factory=list)


def write_front(out: Writer, report: Report, inline: Inline) -> None:
    """`preface` and `preamble`, each if there is anything for it."""
    front = [piece for piece in pieces(report) if piece.kind in FIELDS]
    for tag, found in (
        ("preface", [piece for piece in front if piece.kind not in PREAMBLE]),
        ("preamble", [piece for piece in front if piece.kind in PREAMBLE]),
    ):
        if not found:
            continue
        out.begin(tag, {"eId": tag})
        counts = Counts(tag)
        for piece in found:
            content = _field(piece.kind, piece.text, inline)
            out.leaf("p", content, {"eId": counts.next("p"), "class": piece.kind.replace("_", "-")})
        out.end()


def _field(kind: str, text: str, inline: Inline) -> str:
    """The words of a field as the element that the standard has for it."""
    tag = ELEMENTS.get(kind)
    if kind == "speaker":
        return inline.person(text)
    if kind == "issuer":
        return element("docAuthority", inline.organization(text))
    if kind == "date":
        return _dated("docDate", text)
    return element(tag, inline.name(text) if kind == "title" else words(text)) if tag else inline(text)


def _dated(tag: str, text: str) -> str:
    """A date in its element, if it is a whole date."""
    iso = parse_date(text) or ""
    return element(tag, words(text), {"date": iso}) if len(iso) == 10 else words(text)


def read_front(document: etree._Element, exact: bool) -> Front:
    """The fields of `preface` and `preamble`; text that is none of them comes as blocks."""
    front = Front()
    for part in (*document.findall("coverPage"), *document.findall("preface"), *document.findall("preamble")):
        for child in part:
            kind = _kind(child, exact)
            text = said(child, exact)
            if kind and kind not in front.fields:
                front.fields[kind] = text
                dates = [found.get("date") or "" for found in child.iter("docDate", "date")] if kind == "date" else []
                front.date = front.date or next((date[:10] for date in dates if date), "")
            else:
                front.blocks += read_items(_alone(child), exact)
    return front


def _kind(found: etree._Element, exact: bool) -> str:
    """The field that a paragraph is: by its class in files of our own, else by the one element that it consists of."""
    if exact:
        name = next(iter(classes(found)), "").replace("-", "_")
        return name if name in FIELDS else ""
    parts = [child for child in found.iter() if child.tag in FOREIGN]
    if any(part.tag == "docTitle" for part in parts):
        return "title"
    whole = len(parts) == 1 and said(parts[0], False) == said(found, False)
    return FOREIGN[str(parts[0].tag)] if whole else ""


def write_conclusions(out: Writer, closing: Closing, inline: Inline) -> None:
    """`conclusions`, if the report has any."""
    if closing == Closing():
        return
    context = "conclusions"
    out.begin(context, {"eId": context})
    counts = Counts(context)
    for block in closing.blocks:
        write_block(out, block, inline, counts)
    if closing.enclosures:
        _write_enclosures(out, closing.enclosures, inside(context, "list_1"))
    for name in closing.signature:
        content = element("signature", inline.name(name))
        out.leaf("p", content, {"eId": counts.next("p"), "class": SIGNATURE})
    if closing.date:
        out.leaf("p", _dated("date", closing.date), {"eId": counts.next("p"), "class": CLOSING_DATE})
    out.end()


def _write_enclosures(out: Writer, names: tuple[str, ...], eid: str) -> None:
    """附件说明: several are numbered (GB/T 9704-2012 7.3.4)."""
    out.begin("blockList", {"eId": eid, "class": ENCLOSURES})
    out.leaf("listIntroduction", "附件：")
    for at, name in enumerate(names, 1):
        out.begin("item", {"eId": inside(eid, f"item_{at}")})
        if len(names) > 1:
            out.leaf("num", words(f"{at}.{gap(f'{at}.', name)}"))
        out.leaf("p", words(name))
        out.end()
    out.end()


def read_conclusions(found: etree._Element | None, exact: bool) -> Closing:
    """The closing; in files of others, signatures and a last date are known by their elements."""
    blocks: list[Block] = []
    signature: list[str] = []
    enclosures: list[str] = []
    date = ""
    for child in found if found is not None else ():
        names = classes(child) if exact else _foreign_classes(child)
        if SIGNATURE in names:
            signature.append(said(child, exact))
        elif CLOSING_DATE in names:
            date = said(child, exact)
        elif ENCLOSURES in names:
            enclosures += [said(item, exact) for item in child.iterfind("item/p")]
        else:
            blocks += _flat(read_items(_alone(child), exact))
    return Closing(tuple(blocks), tuple(signature), date, tuple(enclosures))


def _foreign_classes(found: etree._Element) -> list[str]:
    text = said(found, False)
    if found.find(".//signature") is not None:
        return [SIGNATURE]
    return [CLOSING_DATE] if found.tag == "p" and text and parse_date(text) else []


def _alone(found: etree._Element) -> etree._Element:
    """An element as the only one of a container, so that it is read by itself."""
    box = etree.Element("container")
    box.append(deepcopy(found))
    return box


def _flat(items: Iterable[Item]) -> Iterator[Block]:
    """Blocks alone: sections become paragraphs, for closing words have no parts."""
    for item in items:
        if isinstance(item, Section):
            yield Paragraph(f"{item.number.text if item.number else ''}{item.heading}{item.stop}")
            yield from _flat(item.content)
        else:
            yield item
