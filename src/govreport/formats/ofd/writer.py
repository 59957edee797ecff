"""OFD out (GB/T 33190-2016): pages as GB/T 9704-2012 wants them, outline, properties, and the tree in tags.

Fonts are named, not embedded. Equal reports give equal bytes.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Sequence
from io import BytesIO
from uuid import UUID

from ...model.report import Report
from ..gongwen.layouts import LAYOUTS, Layout
from ..markup_text import attribute, clean, escaped
from ..properties import named, properties_of
from ..render import Piece, pieces
from ..seal import SEAL, seal
from .carrier import OWN_SPACE, SEMANTIC_SPACE, report_tags, semantic_tags
from .markup import Numbers, content, element, page_area, resources
from .outline import bookmarks, marks, outlines
from .paging import paged
from .strips import Strip, paragraph, signed
from .tables import table

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of all members: the first one that zip knows."""
FOLDER = "Doc_0"
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
CREATOR = "govreport"


def write(report: Report) -> bytes:
    """The bytes of an OFD file."""
    layout = LAYOUTS["speech"]
    found = list(pieces(report))
    pages = paged(strips_of(found, layout), layout.page)
    numbers = Numbers()
    ids = [numbers.new() for _ in pages]
    contents = [content(page, id, layout.page, numbers) for page, id in zip(pages, ids, strict=True)]
    sections = marks(zip(ids, pages, strict=True))
    tags = {"Report.xml": report_tags(found, numbers), "Gongwen.xml": semantic_tags(found, numbers)}
    document = (
        f"<ofd:CommonData><ofd:MaxUnitID>{numbers.last}</ofd:MaxUnitID>"
        f"<ofd:PageArea>{page_area(layout.page)}</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
        f"</ofd:CommonData><ofd:Pages>{_listed(ids)}</ofd:Pages>{outlines(sections, layout.page)}"
        "<ofd:VPreferences><ofd:PageMode>UseOutlines</ofd:PageMode></ofd:VPreferences>"
        f"{bookmarks(sections, layout.page)}<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>"
    )
    parts = {
        f"{FOLDER}/Document.xml": element("Document", document),
        f"{FOLDER}/PublicRes.xml": resources(numbers),
        **{f"{FOLDER}/Pages/Page_{at}/Content.xml": text for at, text in enumerate(contents)},
        f"{FOLDER}/Tags/CustomTags.xml": element("CustomTags", "".join(map(_tag, *zip(*TAGS, strict=True)))),
        **{f"{FOLDER}/Tags/{name}": text for name, text in tags.items()},
    }
    return _packed({"OFD.xml": _entry(report, seal(found), parts), **parts})


TAGS = ((OWN_SPACE, "Report.xml"), (SEMANTIC_SPACE, "Gongwen.xml"))
"""The files of tags by their namespaces."""


def _tag(space: str, file: str) -> str:
    return f'<ofd:CustomTag NameSpace="{space}"><ofd:FileLoc>{file}</ofd:FileLoc></ofd:CustomTag>'


def _listed(ids: Sequence[int]) -> str:
    return "".join(f'<ofd:Page ID="{id}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at, id in enumerate(ids))


def strips_of(found: Sequence[Piece], layout: Layout) -> list[Strip]:
    """All strips of a report, from top to bottom. The last line of the text stays with 署名."""
    strips: list[Strip] = []
    places = signed(found, layout)
    above = ""
    for number, piece in enumerate(found):
        if piece.table is not None:
            strips += table(piece.table.rows, number, layout)
        elif clean(piece.text):
            if piece.kind == "signature" and strips:
                strips[-1].keep = True
            strips += paragraph(piece, number, layout, above, places)
        above = piece.kind
    return strips


def _entry(report: Report, sealed: str, parts: dict[str, str]) -> str:
    """OFD.xml: what the report says of itself (DocInfo) and where its document stands."""
    said = "".join(parts.values()) + sealed
    id = UUID(bytes=hashlib.sha256(said.encode()).digest()[:16]).hex
    known = {"Title": report.title, "Author": report.issuer, "Subject": report.metadata.get("主题", "")}
    info = f"<ofd:DocID>{id}</ofd:DocID>" + "".join(
        f"<ofd:{name}>{escaped(clean(value))}</ofd:{name}>" for name, value in known.items() if value
    )
    if DAY.fullmatch(report.date):
        info += f"<ofd:CreationDate>{report.date}</ofd:CreationDate>"
    info += "<ofd:DocUsage>Normal</ofd:DocUsage>"
    if words := [clean(word) for word in re.split("[；;，,、\\s]+", report.metadata.get("关键词", "")) if word]:
        info += f"<ofd:Keywords>{''.join(f'<ofd:Keyword>{escaped(w)}</ofd:Keyword>' for w in words)}</ofd:Keywords>"
    values = {**named(properties_of(report)), SEAL: sealed}
    kept = "".join(
        f"<ofd:CustomData Name={attribute(clean(name))}>{escaped(clean(value))}</ofd:CustomData>"
        for name, value in values.items()
    )
    info += f"<ofd:Creator>{CREATOR}</ofd:Creator><ofd:CustomDatas>{kept}</ofd:CustomDatas>"
    body = f"<ofd:DocInfo>{info}</ofd:DocInfo><ofd:DocRoot>{FOLDER}/Document.xml</ofd:DocRoot>"
    return element("OFD", f"<ofd:DocBody>{body}</ofd:DocBody>", 'Version="1.0" DocType="OFD"')


def _packed(parts: dict[str, str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, text.encode("utf-8"))
    return file.getvalue()
