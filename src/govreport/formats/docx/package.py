"""The package of a written document: its parts, their types and relations, properties; equal reports, equal bytes.

Open Packaging Conventions (ECMA-376-2); `document.xml`, `styles.xml` and the footers come from others.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

from ...model.report import Report
from ..gongwen.layouts import INSTEAD, Page
from ..markup_text import attribute, clean, escaped
from .markup import HEAD, R, W

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of all members: the first one that zip knows."""
FOOTERS = {"default": "footer odd", "even": "footer even"}
"""By their type in `w:sectPr`."""
CORE = (("dc:title", "标题"), ("dc:creator", "作者"), ("cp:keywords", "关键词"))
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")

MAIN = "word/document.xml"
PARTS = {
    MAIN: f"{WORD}.document.main+xml",
    "word/styles.xml": f"{WORD}.styles+xml",
    "word/settings.xml": f"{WORD}.settings+xml",
    "word/fontTable.xml": f"{WORD}.fontTable+xml",
    "word/footer-default.xml": f"{WORD}.footer+xml",
    "word/footer-even.xml": f"{WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
SETTINGS = (
    f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)


def packed(document: str, styles: str, footers: Mapping[str, str], report: Report, custom: Mapping[str, str]) -> bytes:
    """The bytes of a DOCX file; `footers` by their type, `custom` are the document's own properties."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            (
                ("officeDocument", f"{R}/officeDocument", MAIN),
                ("core", f"{METADATA}/core-properties", "docProps/core.xml"),
                ("custom", f"{R}/custom-properties", "docProps/custom.xml"),
            )
        ),
        MAIN: document,
        "word/_rels/document.xml.rels": _relations(
            (name, f"{R}/{name.partition('-')[0]}", f"{name}.xml")
            for name in ("styles", "settings", "fontTable", *(f"footer-{kind}" for kind in FOOTERS))
        ),
        "word/styles.xml": styles,
        "word/settings.xml": SETTINGS,
        "word/fontTable.xml": _font_table(),
        **{f"word/footer-{kind}.xml": _footer(paragraph) for kind, paragraph in footers.items()},
        "docProps/core.xml": _core(report),
        "docProps/custom.xml": _custom(custom),
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, text.encode("utf-8"))
    return file.getvalue()


def section_properties(page: Page) -> str:
    """`w:sectPr`: footers, size and margins. No grid: it would pull larger type onto two lines."""
    footers = "".join(f'<w:footerReference w:type="{kind}" r:id="footer-{kind}"/>' for kind in FOOTERS)
    return (
        f'<w:sectPr>{footers}<w:pgSz w:w="{page.width}" w:h="{page.height}"/><w:pgMar w:top="{page.top}" '
        f'w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" w:header="{page.header}" '
        f'w:footer="{page.footer}" w:gutter="0"/></w:sectPr>'
    )


def _types() -> str:
    parts = "".join(f'<Override PartName="/{name}" ContentType="{type}"/>' for name, type in PARTS.items())
    return (
        f'{HEAD}<Types xmlns="{TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(rows: Iterable[tuple[str, str, str]]) -> str:
    said = "".join(f'<Relationship Id="{id}" Type="{type}" Target="{target}"/>' for id, type, target in rows)
    return f'{HEAD}<Relationships xmlns="{RELATIONS}">{said}</Relationships>'


def _font_table() -> str:
    """The fonts that are named, each with what may stand in for it."""
    fonts = "".join(
        f"<w:font w:name={attribute(name)}><w:altName w:val={attribute(other)}/></w:font>"
        for name, other in INSTEAD.items()
    )
    return f'{HEAD}<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'


def _footer(paragraph: str) -> str:
    return f'{HEAD}<w:ftr xmlns:w="{W}">{paragraph}</w:ftr>'


def _core(report: Report) -> str:
    """文档属性: what the report says of itself where Word shows it; its date is when the document was made."""
    known = {"标题": report.title, "作者": report.issuer} | report.metadata
    said = "".join(f"<{tag}>{escaped(clean(value))}</{tag}>" for tag, name in CORE if (value := known.get(name, "")))
    if DAY.fullmatch(report.date):
        said += f'<dcterms:created xsi:type="dcterms:W3CDTF">{report.date}T00:00:00Z</dcterms:created>'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{RELATIONS.replace("relationships", "metadata/core-properties")}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{said}</cp:coreProperties>'
    )


def _custom(properties: Mapping[str, str]) -> str:
    rows = "".join(
        f'<property fmtid="{FORMAT_ID}" pid="{id}" name={attribute(clean(name))}>'
        f"<vt:lpwstr>{escaped(clean(value))}</vt:lpwstr></property>"
        for id, (name, value) in enumerate(properties.items(), 2)
    )
    return f'{HEAD}<Properties xmlns="{CUSTOM}" xmlns:vt="{VALUES}">{rows}</Properties>'
