"""What files that mean harm cost: time and memory until the reader says no, each in a process of its own.

    python benchmarks/hostile.py [PART OF A NAME]

Every row of `INPUTS` builds one file. It is read after a small sound file of its format, so that imports don't count;
seconds are those of `govreport.read`, MB what the peak of memory rose by. `Refused` must end in a GovReportError,
`Read` may be read, for what is odd about it does no harm. tests/formats/test_hostile.py runs the same rows.
"""

from __future__ import annotations

import json
import random
import resource
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

LIMIT = 200
"""MB that a file may cost."""
TIMEOUT = 20
"""Seconds after which it is given up."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OFD = "http://www.ofdspec.org/2016"
MB = 2**20


# ---------------------------------------------------------------- zip files, written by hand so that they can lie


def deflated(piece: bytes, times: int) -> bytes:
    """A deflate stream of `piece` said `times` over, made without holding it."""
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = engine.compress(piece) + engine.flush(zlib.Z_FULL_FLUSH)
    return once * times + b"\x03\x00"


def noise() -> bytes:
    """A megabyte that can't be packed well."""
    return random.Random(0).randbytes(MB // 2).hex().encode()


def member(name: str, packed: bytes, size: int, crc: int = 0, method: int = 8, flags: int = 0) -> tuple[bytes, bytes]:
    """The local header with its data, and the entry of the directory without its offset."""
    raw = name.encode()
    fields = struct.pack("<HHHHHIII", 20, flags, method, 0, 0, crc, len(packed), size & 0xFFFFFFFF)
    local = b"PK\x03\x04" + fields + struct.pack("<HH", len(raw), 0) + raw + packed
    entry = b"PK\x01\x02\x14\x00" + fields + struct.pack("<HHHHHI", len(raw), 0, 0, 0, 0, 0)
    return local, entry + b"%OFFSET%" + raw


def archive(members: list[tuple[bytes, bytes]], overlap: bool = False) -> bytes:
    """A zip file; with `overlap` all entries point at the first member."""
    body, directory = bytearray(), bytearray()
    for local, entry in members:
        offset = 0 if overlap else len(body)
        if not overlap or not body:
            body += local
        directory += entry.replace(b"%OFFSET%", struct.pack("<I", offset))
    count = min(len(members), 0xFFFF)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def plain(name: str, text: str | bytes) -> tuple[bytes, bytes]:
    """A member that doesn't lie, stored, so that its ratio says nothing."""
    data = text.encode() if isinstance(text, str) else text
    return member(name, data, len(data), zlib.crc32(data), method=0)


# ---------------------------------------------------------------- documents


def word(body: str = "<w:p><w:r><w:t>正文。</w:t></w:r></w:p>", **parts: str | bytes) -> bytes:
    """A Word document; `parts` by name: styles, numbering, document (the whole part)."""
    links = "".join(f'<Relationship Id="{n}" Type="{R}/{n.rstrip("0123456789")}" Target="{n}.xml"/>' for n in parts)
    document = parts.pop("document", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    members = [
        plain("_rels/.rels", relations(f'<Relationship Id="d" Type="{R}/officeDocument" Target="word/document.xml"/>'))
    ]
    members += [plain("word/document.xml", document), plain("word/_rels/document.xml.rels", relations(links))]
    members += [plain(f"word/{name}.xml", inside) for name, inside in parts.items()]
    return archive(members)


def relations(inside: str) -> str:
    return f'<Relationships xmlns="{RELS}">{inside}</Relationships>'


def with_document(local_and_entry: tuple[bytes, bytes], *more: tuple[bytes, bytes]) -> bytes:
    rels = relations(f'<Relationship Id="d" Type="{R}/officeDocument" Target="word/document.xml"/>')
    return archive([plain("_rels/.rels", rels), local_and_entry, *more])


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def table(rows: tuple[str, ...]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def dtd(root: str, subset: str, inside: str) -> str:
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{subset}]>{inside}'


def laughs(times: int = 10) -> str:
    lines = "".join(f"<!ENTITY a{n} '" + f"&a{n - 1};" * times + "'>" for n in range(1, 10))
    return f"<!ENTITY a0 '哈哈'>{lines}"


def attributes(count: int) -> str:
    return " ".join(f"a{n}=''" for n in range(count))


def body(inside: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'


def nested_tables(depth: int) -> str:
    text = p("字" * 50)
    for _ in range(depth):
        text = (
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr>'
            + text
            + f"<w:p/></w:tc>{cell('旁')}</w:tr></w:tbl>"
        )
    return text


def numbered(count: int) -> str:
    return "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{n}</w:t></w:r></w:p>'
        for n in range(count)
    )


NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999"/>'
    f'<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="{"%1" * 100_000}"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
WIDE = '<w:gridSpan w:val="63"/>'
VMERGE = '<w:vMerge w:val="restart"/>'
HEADER = f'<w:headerReference xmlns:r="{R}" r:id="h%d"/>'
HEADER_PART = f'<Relationship Id="h%d" Type="{R}/header" Target="h%d.xml"/>'
REPORT = '{"schema_version": "1.0", "generator": "govreport", "title": "", %s}'


def pdf(
    content: bytes,
    *,
    raw: bytes = b"",
    twice: bytes = b"",
    more: bytes = b"",
    pages: int = 1,
    objects: list[bytes] | None = None,
) -> bytes:
    """A PDF file of equal pages; `content` is their stream, `raw` the packed one, `twice` one packed twice."""
    stream = twice or raw or zlib.compress(content)
    filters = b"[/FlateDecode/FlateDecode]" if twice else b"/FlateDecode"
    kids = " ".join("3 0 R" for _ in range(pages))
    made = objects or [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Filter%b%b/Length %d>>stream\n%b\nendstream" % (filters, more, len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, inside in enumerate(made, 1):
        places.append(len(out))
        out += b"%d 0 obj%b endobj\n" % (number, inside)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(made) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(made) + 1, start)
    return bytes(out)


def deep_pages(depth: int) -> bytes:
    nodes = [b"<</Type/Catalog/Pages 2 0 R>>"]
    nodes += [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (n + 3) for n in range(depth)]
    return pdf(b"", objects=[*nodes, b"<</Type/Page/MediaBox[0 0 9 9]>>"])


def html(inside: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>某县工作总结</title></head><body>{inside}</body></html>".encode()


def akn(inside: str) -> str:
    """An Akoma Ntoso document with this in its body."""
    return (
        f'<akomaNtoso xmlns="{AKN}"><doc name="report"><meta/>'
        "<preface><p><docTitle>某县工作总结</docTitle></p></preface>"
        f"<mainBody>{inside}</mainBody></doc></akomaNtoso>"
    )


def akn_table(rows: str) -> bytes:
    return akn(f"<table>{rows}</table>").encode()


def ofd(content: str = "", **parts: str | bytes | tuple[bytes, bytes]) -> bytes:
    """An OFD file of one page; `parts` replace its files: ofd, document, page, or add others (_ stands for /)."""
    files: dict[str, str | bytes | tuple[bytes, bytes]] = {
        "OFD": f'<OFD xmlns="{OFD}"><DocBody><DocInfo/><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>',
        "D_Document": ofd_document('<Page ID="1" BaseLoc="Page.xml"/>'),
        "D_Page": f'<Page xmlns="{OFD}"><Content><Layer>{content}</Layer></Content></Page>',
        **parts,
    }
    return archive(
        [
            inside if isinstance(inside, tuple) else plain(f"{name.replace('_', '/')}.xml", inside)
            for name, inside in files.items()
        ]
    )


def ofd_document(pages: str, common: str = "") -> str:
    return f'<Document xmlns="{OFD}"><CommonData>{common}</CommonData><Pages>{pages}</Pages></Document>'


def code(text: str, attributes: str = "", before: str = "") -> str:
    """A text object."""
    inside = f'{before}<TextCode X="0" Y="5" {attributes}>{text}</TextCode>'
    return f'<TextObject Boundary="9 9 190 9" Size="5">{inside}</TextObject>'


def composites(depth: int, each: int) -> str:
    """Graphics that hold graphics: the text of the innermost stands each ** depth times."""
    units = f'<CompositeGraphicUnit ID="0"><Content>{code("字" * 20)}</Content></CompositeGraphicUnit>'
    for n in range(1, depth + 1):
        inside = f'<CompositeObject ResourceID="{n - 1}"/>' * each
        units += f'<CompositeGraphicUnit ID="{n}"><Content>{inside}</Content></CompositeGraphicUnit>'
    return f'<Res xmlns="{OFD}"><CompositeGraphicUnits>{units}</CompositeGraphicUnits></Res>'


Maker = Callable[[], bytes]
REFUSED: dict[str, Maker] = {
    "docx: a bomb of 1 GB": lambda: with_document(member("word/document.xml", deflated(b" " * MB, 1024), 1024 * MB)),
    "docx: a bomb of 1 GB that claims 1 kB": lambda: with_document(
        member("word/document.xml", deflated(b" " * MB, 1024), 1024)
    ),
    "docx: a bomb of 1 GB that claims 60 MB": lambda: with_document(
        member("word/document.xml", deflated(b" " * MB, 1024), 60 * MB)
    ),
    "docx: a bomb below the ratio": lambda: with_document(
        member("word/document.xml", deflated(bytes(range(32, 127)) * 400 * 27, 100), 200 * MB)
    ),
    "docx: parts that are no XML": lambda: with_document(
        plain("word/document.xml", body(p("甲") + "".join(HEADER % n for n in range(20)))),
        plain("word/_rels/document.xml.rels", relations("".join(HEADER_PART % (n, n) for n in range(20)))),
        *(member(f"word/h{n}.xml", deflated(noise(), 5), 5 * MB, zlib.crc32(noise() * 5)) for n in range(20)),
    ),
    "docx: members that overlap": lambda: archive(
        [member(n, deflated(b" " * MB, 50), 50 * MB) for n in ("word/document.xml", *map(str, range(2_000)))], True
    ),
    "docx: 200 000 members": lambda: with_document(
        plain("word/document.xml", body(p("甲"))), *(plain(str(n), b"") for n in range(200_000))
    ),
    "docx: a zip file in its place": lambda: with_document(
        member("word/document.xml", deflated(word() * 20, 100), len(word()) * 2000)
    ),
    "docx: an unknown compression": lambda: with_document(member("word/document.xml", b"x", 1, method=99)),
    "docx: an encrypted member": lambda: with_document(member("word/document.xml", b"x", 1, flags=1)),
    "docx: billion laughs": lambda: word(document=dtd("w:document", laughs(), body(p("&a9;")))),
    "docx: billion laughs in an attribute": lambda: word(
        document=dtd("w:document", laughs(), body('<w:p w:rsid="&a9;"/>' + p("甲")))
    ),
    "docx: billion laughs in UTF-16": lambda: word(
        document=dtd("w:document", laughs(), body(p("&a9;"))).replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16")
    ),
    "docx: billion laughs in the styles": lambda: word(styles=dtd("w:styles", laughs(), f'<w:styles xmlns:w="{W}"/>')),
    "docx: quadratic blow-up": lambda: word(
        document=dtd("w:document", f"<!ENTITY a '{'哈' * 50_000}'>", body(p("&a;" * 50_000)))
    ),
    "docx: an external entity": lambda: word(
        document=dtd("w:document", "<!ENTITY a SYSTEM 'file:///etc/hostname'>", body(p("&a;")))
    ),
    "docx: a DTD on the network": lambda: word(
        document=f'<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/x.dtd">{body(p("甲"))}'
    ),
    "docx: a table of 10^6 cells": lambda: word(table(("<w:tc><w:p/></w:tc>" * 100,) * 10_000)),
    "docx: gridSpan": lambda: word(table((cell("字" * 300, WIDE) * 20,) * 400)),
    "docx: vMerge of a long text": lambda: word(
        table((cell("字" * 300_000, VMERGE) + cell(""), *(cell("", "<w:vMerge/>") + cell(""),) * 20_000))
    ),
    "docx: many tables, each near the limit": lambda: word(
        (table((cell("字" * 3000, WIDE) + cell(""),) * 90) + "<w:p/>") * 30
    ),
    "docx: tables in tables, wide each": lambda: word(nested_tables(20)),
    "docx: 100 000 levels": lambda: word(
        "<w:sdt><w:sdtContent>" * 50_000 + p("甲") + "</w:sdtContent></w:sdt>" * 50_000
    ),
    "docx: 10^6 attributes": lambda: word(f"<w:p {attributes(1_000_000)}/>"),
    "docx: 1 000 000 relations": lambda: archive(
        [
            plain("_rels/.rels", relations('<Relationship Id="x" Type="x" Target="x"/>' * 1_000_000)),
            plain("word/document.xml", body(p("甲"))),
        ]
    ),
    "docx: a text of 60 MB": lambda: with_document(plain("word/document.xml", body(p("字" * 20_000_000)))),
    "docx: no document": lambda: archive([plain("../../../etc/cron.d/x", "x"), plain("word/document.xmlx", "x")]),
    "html: tables in tables": lambda: html("<table><tr><td colspan=90>" * 200 + "字" * 50),
    "html: rowspan and colspan": lambda: html(
        "<table>" + ("<tr>" + f"<td rowspan=9999 colspan=100>{'字' * 50}</td>" * 20 + "</tr>") * 500 + "</table>"
    ),
    "html: a table of 10^6 cells": lambda: html("<table>" + ("<tr>" + "<td>1" * 100) * 10_000 + "</table>"),
    "html: 100 000 attributes": lambda: html(f"<p {attributes(100_000)}>一、情况</p>"),
    "html: 10^6 open paragraphs": lambda: html("<p>甲" * 1_000_000),
    "html: 10^6 levels": lambda: html("<div>" * 1_000_000 + "一、情况"),
    "json: 10^6 levels": lambda: (REPORT % ('"sections": ' + "[" * 1_000_000)).encode(),
    "json: sections in sections": lambda: (
        REPORT % ('"sections": ' + '[{"children": ' * 5_000 + "[]" + "}]" * 5_000)
    ).encode(),
    "json: a number of 10^6 digits": lambda: (REPORT % f'"year": {"9" * 1_000_000}').encode(),
    "json: 10^6 objects": lambda: (REPORT % f'"sections": [{",".join(["{}"] * 1_000_000)}]').encode(),
    "json: a decimal of huge scale": lambda: (REPORT % '"metrics": [{"value": "1E+99999"}]').encode(),
    "pdf: a page of 1 GB": lambda: pdf(b"", raw=zlib_bomb(b"BT /F 9 Tf (a) Tj ET \n" * 50_000, 1_000)),
    "pdf: a page packed twice": lambda: pdf(
        b"", twice=zlib.compress(zlib_bomb(b"BT /F 9 Tf (a) Tj ET \n" * 50_000, 1_000))
    ),
    "pdf: a page that calls itself a picture": lambda: pdf(
        b"", raw=zlib_bomb(b"BT /F 9 Tf (a) Tj ET \n" * 50_000, 1_000), more=b"/Subtype/Image"
    ),
    "pdf: 6 000 pages": lambda: pdf(b"BT /F 9 Tf (a) Tj ET", pages=6_000),
    "pdf: 10^5 levels of pages": lambda: deep_pages(100_000),
    "pdf: pages that hold themselves": lambda: pdf(
        b"", objects=[b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R]>>"]
    ),
    "akn: billion laughs": lambda: dtd("akomaNtoso", laughs(), akn("<p>&a9;</p>")).encode(),
    "akn: billion laughs in UTF-16": lambda: (
        dtd("akomaNtoso", laughs(), akn("<p>&a9;</p>")).replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16")
    ),
    "akn: quadratic blow-up": lambda: dtd(
        "akomaNtoso", f"<!ENTITY a '{'哈' * 50_000}'>", akn(f"<p>{'&a;' * 50_000}</p>")
    ).encode(),
    "akn: an external entity": lambda: dtd(
        "akomaNtoso", "<!ENTITY a SYSTEM 'file:///etc/hostname'>", akn("<p>&a;</p>")
    ).encode(),
    "akn: a DTD on the network": lambda: (
        f'<!DOCTYPE akomaNtoso SYSTEM "http://127.0.0.1:9/x.dtd">{akn("<p>甲</p>")}'.encode()
    ),
    "akn: 100 000 levels": lambda: akn("<hcontainer>" * 100_000 + "<p>甲</p>" + "</hcontainer>" * 100_000).encode(),
    "akn: 2 000 000 attributes": lambda: akn(f"<p {attributes(2_000_000)}/>").encode(),
    "akn: 10^6 levels that never end": lambda: akn("<hcontainer>" * 1_000_000).encode(),
    "akn: a table of 10^6 cells": lambda: akn_table(("<tr>" + "<td><p>1</p></td>" * 100 + "</tr>") * 10_000),
    "akn: rowspan and colspan": lambda: akn_table(
        ("<tr>" + f'<td rowspan="9999" colspan="1000"><p>{"字" * 50}</p></td>' * 20 + "</tr>") * 500
    ),
    "ofd: a bomb of 1 GB": lambda: ofd(D_Page=member("D/Page.xml", deflated(b" " * MB, 1024), 1024 * MB)),
    "ofd: a bomb of 1 GB that claims 1 kB": lambda: ofd(D_Page=member("D/Page.xml", deflated(b" " * MB, 1024), 1024)),
    "ofd: members that overlap": lambda: archive(
        [member(n, deflated(b" " * MB, 50), 50 * MB) for n in ("OFD.xml", *map(str, range(2_000)))], True
    ),
    "ofd: billion laughs": lambda: ofd(D_Page=dtd("Page", laughs(), f'<Page xmlns="{OFD}">&a9;</Page>')),
    "ofd: an external entity": lambda: ofd(
        OFD=dtd("OFD", "<!ENTITY a SYSTEM 'file:///etc/hostname'>", f'<OFD xmlns="{OFD}">&a;</OFD>')
    ),
    "ofd: 6 000 pages": lambda: ofd(code("甲"), D_Document=ofd_document('<Page ID="1" BaseLoc="Page.xml"/>' * 6_000)),
    "ofd: 100 000 levels of blocks": lambda: ofd("<PageBlock>" * 100_000 + code("甲") + "</PageBlock>" * 100_000),
    "ofd: graphics in graphics": lambda: ofd(
        '<CompositeObject ResourceID="7"/>',
        D_Document=ofd_document('<Page ID="1" BaseLoc="Page.xml"/>', "<DocumentRes>Res.xml</DocumentRes>"),
        D_Res=composites(7, 10),
    ),
    "ofd: a page without text": ofd,
    "ofd: a page outside of the package": lambda: ofd(
        D_Document=ofd_document('<Page ID="1" BaseLoc="../../../../etc/hostname"/>')
    ),
    "ofd: documents of the same pages": lambda: ofd(
        OFD=f'<OFD xmlns="{OFD}">'
        + "".join(f"<DocBody><DocRoot>D/{n}.xml</DocRoot></DocBody>" for n in range(500))
        + "</OFD>",
        D_Page=f'<Page xmlns="{OFD}"><Content><Layer>{code("字" * 1_000) * 20}</Layer></Content></Page>',
        **{f"D_{n}": ofd_document('<Page ID="1" BaseLoc="Page.xml"/>' * 20) for n in range(500)},
    ),
}
"""Inputs that must end in an error."""
READ: dict[str, Maker] = {
    "docx: names that lead out of the package": lambda: with_document(
        plain("word/document.xml", body(p("正文。"))),
        plain("../../../../tmp/govreport-was-here", "x"),
        plain("/etc/x", "x"),
    ),
    "docx: relations that lead out of it": lambda: archive(
        [
            plain(
                "_rels/.rels",
                relations(
                    f'<Relationship Id="a" Type="{R}/officeDocument" Target="word/document.xml"/>'
                    f'<Relationship Id="b" Type="x/core-properties" Target="../../../../etc/hostname"/>'
                    '<Relationship Id="c" Type="x/custom-properties" Target="http://127.0.0.1:9/" '
                    'TargetMode="External"/>'
                ),
            ),
            plain("word/document.xml", body(p("正文。"))),
            plain(
                "word/_rels/document.xml.rels",
                relations(
                    f'<Relationship Id="t" Type="{R}/attachedTemplate" Target="http://127.0.0.1:9/x.dotm" '
                    'TargetMode="External"/>'
                ),
            ),
        ]
    ),
    "docx: macros": lambda: word(vbaProject=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)),
    "docx: 200 000 attributes": lambda: word(f"<w:p {attributes(200_000)}/>" + p("甲")),
    "docx: 10^6 character references": lambda: word(p("&#65;" * 1_000_000)),
    "docx: 120 levels": lambda: word("<w:sdt><w:sdtContent>" * 120 + p("甲") + "</w:sdtContent></w:sdt>" * 120),
    "docx: 70 tables in each other": lambda: word(
        f"<w:tbl><w:tr>{cell('旁')}<w:tc>" * 70 + p("甲") + "<w:p/></w:tc></w:tr></w:tbl>" * 70
    ),
    "docx: a long number before 2 000 paragraphs": lambda: word(numbered(2_000), numbering=NUMBERING),
    "docx: styles in a chain and a circle": lambda: word(
        '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>' * 100,
        styles=f'<w:styles xmlns:w="{W}">'
        + "".join(f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 5_000}"/></w:style>' for n in range(5_000))
        + "</w:styles>",
    ),
    "docx: one note, 2 000 times": lambda: word(
        p("甲") + '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' * 2_000,
        footnotes=f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1">{p("注" * 1_000_000)}</w:footnote></w:footnotes>',
    ),
    "html: 250 levels": lambda: html("<div>" * 240 + "一、情况" + "</div>" * 240),
    "html: entities of its own": lambda: dtd("html", laughs(), "<html><body><p>一、&a9;</p></body></html>").encode(),
    "html: tags that never end": lambda: html("<a " * 300_000),
    "html: comments that never end": lambda: html("<!--" * 300_000),
    "html: 10 000 open paragraphs": lambda: html("<p>甲" * 10_000),
    "html: 10 000 links and spans": lambda: html("<a href=#><span>甲</span></a>" * 10_000),
    "md: 10^5 marks of quotation": lambda: b"> " * 100_000 + "一、情况".encode(),
    "md: 10^6 stars": lambda: b"*" * 1_000_000 + "一、情况".encode(),
    "md: 20 000 bars": lambda: b"|" * 20_000 + b"\n" + b"|-" * 10_000,
    "md: 10^5 brackets": lambda: b"[" * 50_000 + b"](" * 25_000,
    "md: metadata that never ends": lambda: b"---\n" + "键: 值\n".encode() * 10_000,
    "txt: 10^6 brackets": lambda: "（".encode() * 1_000_000,
    "txt: 10^5 numbers": lambda: "一、".encode() * 100_000,
    "txt: 10^5 tabs": lambda: b"\t" * 100_000 + b"\n" + b"a\tb\n" * 10_000,
    "txt: 10^6 empty lines": lambda: b"\n" * 1_000_000 + "一、情况".encode(),
    "txt: no end of line": lambda: "我们加强管理，".encode() * 200_000,
    "akn: 60 levels": lambda: akn(
        "<hcontainer><num>一、</num><heading>情况</heading>" * 60
        + "<content><p>甲</p></content>"
        + "</hcontainer>" * 60
    ).encode(),
    "akn: 10 000 paragraphs": lambda: akn("<p>甲</p>" * 10_000).encode(),
    "akn: a paragraph of 50 000 elements": lambda: akn(f"<p>{'<b>甲</b>' * 50_000}</p>").encode(),
    "akn: a number of 10^5 digits": lambda: akn(
        f"<hcontainer><num>{'9' * 100_000}、</num><heading>情况</heading><content><p>甲</p></content></hcontainer>"
    ).encode(),
    "akn: 50 000 references": lambda: (
        akn("<p>甲</p>")
        .replace("<meta/>", "<meta><references>" + '<TLCConcept eId="a" href="a"/>' * 50_000 + "</references></meta>")
        .encode()
    ),
    "ofd: names that lead out of the package": lambda: ofd(code("正文。"), **{".._.._.._tmp_govreport-was-here": "x"}),
    "ofd: steps of 10^9": lambda: ofd(code("正文。", 'DeltaX="g 999999999 5"')),
    "ofd: glyphs by the 10^9": lambda: ofd(
        code("正文。", 'DeltaX="g 999999999 5"', '<CGTransform CodePosition="0" CodeCount="1" GlyphCount="999999999"/>')
    ),
    "ofd: 10 000 transforms": lambda: ofd(
        code("正文。" * 2_000, "", '<CGTransform CodePosition="0" CodeCount="1" GlyphCount="1"/>' * 10_000)
    ),
    "ofd: numbers that are none": lambda: ofd(
        code("正文。", 'DeltaX="1e999 nan inf -1e300"').replace('Size="5"', 'Size="nan" CTM="1e300 nan inf 0 0 0"')
    ),
    "ofd: a page as wide as the world": lambda: ofd(
        code("正文。", 'DeltaX="900000000 900000000"').replace('"9 9 190 9"', '"900000000 900000000 9 9"')
    ),
    "ofd: one document 10 000 times": lambda: ofd(
        code("正文。"),
        OFD=f'<OFD xmlns="{OFD}">{"<DocBody><DocRoot>D/Document.xml</DocRoot></DocBody>" * 10_000}</OFD>',
    ),
    "ofd: a template on itself": lambda: ofd(
        code("正文。"),
        D_Document=ofd_document(
            '<Page ID="1" BaseLoc="Page.xml"/>',
            '<TemplatePage ID="2" BaseLoc="Page.xml"/><PublicRes>Page.xml</PublicRes>',
        ),
        D_Page=f'<Page xmlns="{OFD}"><Template TemplateID="2"/>'
        f"<Content><Layer>{code('正文。')}</Layer></Content></Page>",
    ),
    "ofd: 10 000 lines on a page": lambda: ofd(
        code("正文。")
        + '<PathObject Boundary="0 0 210 297"><AbbreviatedData>M 0 0 L 210 0</AbbreviatedData></PathObject>' * 10_000
    ),
    "ofd: a path of 10^6 points": lambda: ofd(
        code("正文。")
        + f'<PathObject Boundary="0 0 210 297"><AbbreviatedData>M 0 0 {"L 210 0 L 0 297 " * 500_000}</AbbreviatedData>'
        "</PathObject>"
    ),
    "ofd: one object of 20 000 characters": lambda: ofd(code("字" * 20_000)),
}
"""Inputs that may be read."""
INPUTS = REFUSED | READ
SOUND: dict[str, Maker] = {
    "docx": word,
    "html": lambda: html("<p>一、情况</p><table><tr><td>1<td>2<tr><td>3<td>4</table>"),
    "json": lambda: (REPORT % '"sections": []').encode(),
    "pdf": lambda: pdf(b"BT /F 9 Tf 50 500 Td (abc) Tj ET"),
    "akn": lambda: akn("<p>正文。</p>").encode(),
    "ofd": lambda: ofd(code("正文。")),
    "md": lambda: "# 总结\n\n一、情况\n".encode(),
    "txt": lambda: "总结\n一、情况\n".encode(),
}


def zlib_bomb(piece: bytes, times: int) -> bytes:
    """A zlib stream of `piece`, `times` over; its check sum is wrong, which readers of PDF don't mind."""
    return b"\x78\xda" + deflated(piece, times) + bytes(4)


# ---------------------------------------------------------------- measuring


def child(format: str, sound: str, hostile: str) -> None:
    """Read both files; print what happened to the second as JSON."""
    import time

    import govreport

    govreport.read(sound, format)
    with open("/proc/self/statm") as file:
        now = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + 3 * LIMIT * MB, now + 3 * LIMIT * MB))
    resource.setrlimit(resource.RLIMIT_CPU, (TIMEOUT, TIMEOUT))
    peak()
    before = peak()
    start = time.perf_counter()
    error: dict[str, Any] = {}
    try:
        govreport.read(hostile, format)
    except govreport.GovReportError as refusal:
        error = {"error": type(refusal).__name__, "zh": refusal.zh, "en": refusal.en}
    except BaseException as failure:
        error = {"error": f"{type(failure).__module__}.{type(failure).__name__}", "zh": "", "en": str(failure)[:200]}
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "mb": peak() - before, **error}, ensure_ascii=False))


def peak() -> float:
    """The peak of memory so far in MB, forgotten then; ru_maxrss would count the parent's too."""
    with open("/proc/self/status") as status:
        found = next(line for line in status if line.startswith("VmHWM"))
    with open("/proc/self/clear_refs", "w") as forget:
        forget.write("5")
    return int(found.split()[1]) / 1024


def measure(name: str) -> dict[str, Any]:
    """Seconds, MB and the error, if there was one, of an input."""
    format = name.partition(":")[0]
    with tempfile.TemporaryDirectory() as folder:
        sound, hostile = Path(folder, f"sound.{format}"), Path(folder, f"hostile.{format}")
        sound.write_bytes(SOUND[format]())
        hostile.write_bytes(INPUTS[name]())
        command = [sys.executable, __file__, "--child", format, str(sound), str(hostile)]
        try:
            ran = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False)
        except subprocess.TimeoutExpired:
            return {"seconds": TIMEOUT, "mb": 0, "error": "subprocess.TimeoutExpired", "zh": "", "en": ""}
    if ran.returncode:
        said = ran.stderr[-300:]
        return {"seconds": TIMEOUT, "mb": 0, "error": f"signal.{-ran.returncode}", "zh": "", "en": said}
    result: dict[str, Any] = json.loads(ran.stdout)
    return result


def main() -> None:
    if sys.argv[1:2] == ["--child"]:
        child(*sys.argv[2:5])
        return
    print("| input | seconds | MB | outcome |\n|---|---|---|---|")
    for name in INPUTS:
        if not sys.argv[1:] or sys.argv[1] in name:
            found = measure(name)
            outcome = f"{found['error']}: {found['en'][:90]}" if "error" in found else "read"
            fine = "." not in found.get("error", ".") or (name in READ and "error" not in found)
            flag = "" if fine and found["seconds"] <= 1 and found["mb"] <= LIMIT else " ← !"
            print(f"| {name} | {found['seconds']:.2f} | {found['mb']:.0f} | {outcome}{flag} |", flush=True)


if __name__ == "__main__":
    main()
