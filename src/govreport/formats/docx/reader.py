"""DOCX in: a Word or WPS document (ECMA-376, transitional and strict) → one paragraph per line.

Read straight from the XML, for what counts in reports and what convenient libraries leave out: automatic numbers
(自动编号) stand before the text of their paragraph, merged cells repeat their text, tracked changes are taken as
accepted or, with `original`, as not yet made. What isn't shown is left out: field codes, hidden text, comments.

Behind the text, as furniture: the texts of footnotes and endnotes (`note`), headers and footers, each once (`repeat`,
`page-number` where they count pages).

Hints: `heading` (outline level of paragraph or style), `bold` (bold, 黑体, 楷体), `align` (center, right), `break`
(line break inside a paragraph), `table`, `markup` (the mark of a note), `furniture`, also `contents` (a generated 目录)
and `metadata` (份号). Metadata: document properties, and what the content controls of 公文域 hold, which goes before.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from lxml import etree

from ...errors import BudgetError, FormatError
from ...model.report import Report
from ...model.source import Source
from ..ooxml import Package, by_type, open_package
from .controls import metadata_of
from .docprops import core_properties, custom_properties
from .notes import load_notes
from .numbering import load_numbering
from .paragraph import Block, assembled
from .recognise import recognised
from .revisions import ACCEPTED, ORIGINAL, local
from .story import Reader
from .styles import load_styles


@frozen
class Document:
    """An opened document: its package, the parts that the package refers to by type, the main part and its body."""

    package: Package
    parts: dict[str, str]
    main: str
    body: etree._Element


def read(
    data: bytes, *, name: str | None = None, encoding: str | None = None, original: bool = False
) -> Source | Report:
    """The text of a DOCX document, with hints and metadata; `encoding` is not used (XML knows its own).

    What was written here comes back as the report it was (`recognise`).

    Raises FormatError for what is no DOCX, is damaged, has a password or no text, BudgetError for zip bombs and for
    tables blown up by merged cells.
    """
    document = opened(data)
    own = recognised(document.package, document.main, document.body, name, original)
    return own if own is not None else read_source(document, name, original)


def opened(data: bytes) -> Document:
    """The document in a DOCX file."""
    package = open_package(data)
    parts = package.relations()
    main = parts.get("officeDocument", "word/document.xml")
    root = package.xml(main)
    body = next((child for child in root if local(child) == "body"), None) if root is not None else None
    if body is None:
        raise FormatError(
            f"不是 Word 文档：压缩包里没有正文部分（{main}）；表格、演示文稿请先另存为 docx",
            f"no Word document: the package has no document body ({main}); save spreadsheets or slides as .docx first",
        )
    return Document(package, parts, main, body)


def read_source(document: Document, name: str | None = None, original: bool = False) -> Source:
    """The text of a document, with its tracked changes accepted or, if `original`, not yet made."""
    package, body = document.package, document.body
    relations = package.related(document.main)
    related = by_type(relations)
    w = f"{{{etree.QName(body).namespace}}}"
    notes = load_notes(w, body, package.xml(related.get("settings")))
    reader = Reader(
        w,
        ORIGINAL if original else ACCEPTED,
        load_styles(package.xml(related.get("styles")), w),
        load_numbering(package.xml(related.get("numbering"))),
        notes,
    )
    try:
        blocks = reader.story(body)
        if not blocks:
            raise FormatError(
                "文档里没有文字（可能全是图片），请先做文字识别（OCR）",
                "the document has no text (pictures only, perhaps); run text recognition (OCR) first",
            )
        for kind in notes.kinds:
            blocks += _notes(reader, kind, package.xml(related.get(f"{kind}s")))
        running = {relation.id: relation.part for relation in relations if relation.type in ("header", "footer")}
        blocks += _running_heads(reader, package, [running[key] for key in _referred(body, w) if key in running])
    except RecursionError:
        raise BudgetError(
            "文档的表格或标记嵌套过深，可能是恶意文件，未读取",
            "tables or tags of the document are nested too deeply; it may be hostile and was not read",
        ) from None
    text, hints = assembled(blocks)
    metadata = dict(custom_properties(package.xml(document.parts.get("custom-properties"))))
    metadata |= core_properties(package.xml(document.parts.get("core-properties")))
    return Source(text, name=name, format="docx", hints=hints, metadata=metadata | metadata_of(reader.controls))


def _notes(reader: Reader, kind: str, root: etree._Element | None) -> Iterator[Block]:
    """The texts of notes, each behind its mark."""
    for mark, element in reader.notes.referred(kind, root):
        lines = "\n".join(block.text for block in reader.story(element))
        if lines.strip():
            yield Block(f"{mark} {lines}".lstrip()).hinted("furniture", "note")


def _referred(body: etree._Element, w: str) -> Iterator[str]:
    """The ids of headers and footers that the sections of a document use."""
    for name in ("headerReference", "footerReference"):
        for reference in body.iter(w + name):
            yield next((str(value) for key, value in reference.attrib.items() if str(key).endswith("}id")), "")


def _running_heads(reader: Reader, package: Package, parts: list[str]) -> Iterator[Block]:
    """Headers and footers, equal ones once."""
    seen: set[str] = set()
    for part in dict.fromkeys(parts):
        root = package.xml(part)
        for block in reader.story(root) if root is not None else ():
            if block.text.strip() and block.text not in seen:
                seen.add(block.text)
                yield Block(block.text).hinted("furniture", "page-number" if block.pages else "repeat")
