"""A report ↔ akomaNtoso: the document as a whole, its attachments each a document of its own."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve
from lxml import etree

from ...errors import FormatError
from ...model.report import DocumentNumber, Paragraph, Place, Report, Section
from ...model.source import Span
from ..fact_marks import FactMarks
from ..properties import Properties
from ..rebuild import ISSUED, located
from ..render import ATTACHMENT
from ..safe_xml import Words, root_of
from .frame import read_conclusions, read_front, write_conclusions, write_front
from .hierarchy import (
    INLINE,
    RUN_IN,
    Item,
    parted,
    read_head,
    read_items,
    section_attributes,
    section_of,
    write_head,
    write_items,
)
from .identification import Identity, identity_of, read_identification, write_identification
from .identifiers import inside
from .inline import Inline
from .markup import DRAFTS, PREFIX, Writer, classes
from .metadata import read_proprietary, write_proprietary
from .references import References

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
WORDS = Words("Akoma Ntoso", "用 XML 编辑器检查后再读", "check it in an XML editor")
BODIES = frozenset(["body", "mainBody", "debateBody", "judgmentBody", "collectionBody", "amendmentBody", "portionBody"])


def write_document(report: Report, document_type: str) -> str:
    """The file of a report."""
    references = References()
    inline = Inline(FactMarks(report), references, report.issuer)
    identity = identity_of(report, document_type)
    meta, known, own = (Writer(open_tags=["akomaNtoso", document_type, "meta"]) for _ in range(3))
    text = Writer(open_tags=["akomaNtoso", document_type])
    write_identification(meta, identity, references)
    attachments = attachments_of(report)
    write_front(text, report, inline)
    apart = {id(section) for section in attachments}
    _write_body(text, [item for item in report.content if id(item) not in apart], inline, "")
    write_conclusions(text, report.closing, inline)
    if attachments:
        text.begin("attachments")
        for at, section in enumerate(attachments, 1):
            _write_attachment(text, section, inline, identity, at)
        text.end()
    write_proprietary(own, report, references)
    references.write(known)
    return (
        f'{HEAD}<akomaNtoso {PREFIX}>\n  <{document_type} name="report">\n    <meta>\n{meta}{known}{own}    </meta>\n'
        f"{text}  </{document_type}>\n</akomaNtoso>\n"
    )


def attachments_of(report: Report) -> tuple[Section, ...]:
    """The attachments behind the report; one that has text of the report behind it stays in the body."""
    first = len(report.sections)
    while first and report.sections[first - 1].role == ATTACHMENT and not report.sections[first - 1].blocks_after:
        first -= 1
    return report.sections[first:]


def _write_body(out: Writer, items: Sequence[Item], inline: Inline, context: str) -> None:
    """`mainBody`; an empty one has an empty paragraph, for the schema wants something."""
    out.begin("mainBody", {"eId": inside(context, "body")})
    write_items(out, items, inline, context)
    if not items:
        out.leaf("p", attributes={"class": "empty"})
    out.end()


def _write_attachment(out: Writer, section: Section, inline: Inline, identity: Identity, number: int) -> None:
    """An attachment: its head, and a document that holds the rest."""
    eid = f"att_{number}"
    attributes = section_attributes(section, inline.references)
    out.begin("attachment", {"eId": eid, **attributes})
    write_head(out, section, inline)
    out.begin("doc", {"name": "attachment"})
    out.begin("meta")
    write_identification(out, identity, inline.references, f"attachment_{number}")
    out.end()
    _write_body(out, list(section.content), inline, eid)
    out.end()
    out.end()


def read_document(data: bytes, name: str | None) -> Report:
    """The report of a file, ours or another's."""
    root = root_of(data, name or "akn", WORDS)
    document = _document(root, name)
    meta = document.find("meta")
    properties = read_proprietary(meta)
    exact = properties is not None
    front = read_front(document, exact)
    attached = (*document.iterfind("attachments/attachment"), *root.iterfind("components/component"))
    blocks, sections = parted([*front.blocks, *_body_items(document, exact)])
    fields = front.fields
    if properties is None:
        title, issuer, date, work = read_identification(meta)
        fields.setdefault("title", title)
        metadata = {"FRBRuri": work} if work else {}
        properties = Properties(fields.get("issuer", "") or issuer, front.date or date, metadata)
    issued = ISSUED.fullmatch(fields.get("document_number", ""))
    report = Report(
        title=fields.get("title", ""),
        subtitle=fields.get("subtitle", ""),
        issuer=fields.get("issuer", ""),
        recipients=fields.get("recipients", ""),
        salutation=fields.get("salutation", ""),
        speaker=fields.get("speaker", ""),
        document_number=DocumentNumber(issued["agency"], int(issued["year"]), int(issued["serial"]))
        if issued
        else None,
        date=properties.date,
        preamble=blocks,
        sections=(*sections, *(_read_attachment(found, exact) for found in attached)),
        closing=read_conclusions(document.find("conclusions"), exact),
        places=tuple(Place(Span(0, 0), field) for field in fields),
    )
    return located(report, properties, "akn", name)


def _document(root: etree._Element, name: str | None) -> etree._Element:
    """The document in a file, the names of its elements without their namespace."""
    qualified = etree.QName(root)
    space = qualified.namespace or ""
    if qualified.localname.lower() == "akomantoso" and (not space or DRAFTS.match(space)):
        for found in root.iter(f"{{{space}}}*") if space else ():
            found.tag = found.tag.rpartition("}")[2]
        document = next((child for child in root if child.tag != "components"), None)
        if document is not None:
            return document
    raise FormatError(
        f"“{name or '输入'}”不是 Akoma Ntoso 文件：根元素应是 akomaNtoso，里面要有一份文档，实为 {root.tag}",
        f'"{name or "the input"}" is no Akoma Ntoso file: the root must be akomaNtoso with a document, not {root.tag}',
    )


def _body_items(document: etree._Element, exact: bool) -> list[Item]:
    """Blocks and sections of the body, whatever the type of the document calls it."""
    return [item for child in document if child.tag in BODIES for item in read_items(child, exact)]


def _read_attachment(found: etree._Element, exact: bool) -> Section:
    """An attachment as a section; in files of others its name may stand in its own preface."""
    head = read_head(found, exact)
    items: list[Item] = []
    for document in found:
        front = read_front(document, exact)
        title = front.fields.pop("title", "")
        if title and not head.heading:
            head = evolve(head, heading=title)
        elif title:
            items.append(Paragraph(title))
        items += (Paragraph(text) for text in front.fields.values())
        closing = read_conclusions(document.find("conclusions"), exact)
        signed = [Paragraph(text) for text in (*closing.enclosures, *closing.signature, closing.date) if text]
        items += [*front.blocks, *_body_items(document, exact), *closing.blocks, *signed]
    layout = classes(found)
    return section_of(items, head, RUN_IN in layout, INLINE in layout, ATTACHMENT)
