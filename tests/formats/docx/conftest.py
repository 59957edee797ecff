"""Word documents written by hand: parts as XML, small words for what stands in them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from govreport.formats.docx import read
from govreport.model.source import Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="urn:mc" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="urn:m"'
ROOTS = {"header": "hdr", "footer": "ftr"}
Word = Callable[..., bytes]


def packed(parts: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def relation(id: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{target}" {more}/>'


LINK = relation("x", "hyperlink", "http://127.0.0.1:9/", "TargetMode='External'")


def document(body: str, *, core: str = "", custom: str = "", **parts: str) -> bytes:
    """A package: `parts` are the insides of styles, numbering, settings, footnotes, endnotes, header1, footer1 …"""
    links = [relation(f"r{name}", name.rstrip("0123456789"), f"{name}.xml") for name in parts]
    files: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{relation("d", "officeDocument", "word/document.xml")}'
        f"{relation('c', 'metadata/core-properties', 'docProps/core.xml')}"
        f"{relation('k', 'custom-properties', 'docProps/custom.xml')}</Relationships>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{"".join(links)}{LINK}</Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
    }
    for name, inside in parts.items():
        root = ROOTS.get(name.rstrip("0123456789"), name)
        files[f"word/{name}.xml"] = f"<w:{root} {NAMES}>{inside}</w:{root}>"
    if core:
        files["docProps/core.xml"] = f'<c:coreProperties xmlns:c="urn:c" xmlns:dc="urn:dc">{core}</c:coreProperties>'
    if custom:
        files["docProps/custom.xml"] = f'<Properties xmlns:vt="urn:vt">{custom}</Properties>'
    return packed(files)


@pytest.fixture(scope="session")
def word() -> Word:
    """Writes a document."""
    return document


@pytest.fixture(scope="session")
def reads() -> Callable[..., Source]:
    """Writes a document and reads it; `original` for the text before its changes."""

    def made(body: str, *, original: bool = False, **parts: str) -> Source:
        return read(document(body, **parts), original=original)

    return made
