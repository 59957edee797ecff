"""How the pages of a DOCX look: paper, margins, faces by the chain of styles, pitch, page numbers."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from govreport import dumps, parse, read
from govreport.formats.docx import layout
from govreport.formats.docx.pages import Face, Layout
from govreport.review import check_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENTS = sorted((Path(__file__).resolve().parents[3].parent / "shared" / "corpus").glob("**/*.docx"))

STYLES = f"""<w:styles xmlns:w="{W}">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>
<w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="b"><w:name w:val="正文公文"/><w:basedOn w:val="a"/>
<w:pPr><w:spacing w:line="592" w:lineRule="exact"/><w:ind w:firstLineChars="200"/></w:pPr>
<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="circle"/><w:basedOn w:val="c"/></w:style>
<w:style w:type="character" w:styleId="s"><w:name w:val="strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"""
THEME = f"""<a:theme xmlns:a="{A}"><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>
<a:font script="Hans" typeface="宋体"/></a:minorFont></a:theme>"""
SHEET = (
    '<w:sectPr><w:footerReference w:type="default" r:id="f"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:bottom="1984" w:left="1587" w:right="1474" w:footer="1417"/>'
    '<w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
)


def package(body: str, footer: str = "", settings: str = "", comments: str = "") -> bytes:
    document = f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="urn:mc"><w:body>{body}</w:body></w:document>'
    inner = {"styles": "styles.xml", "theme": "theme.xml", "settings": "settings.xml", "comments": "comments.xml"}
    rows = "".join(f'<Relationship Id="{k}" Type="{R}/{k}" Target="{v}"/>' for k, v in inner.items())
    rows += f'<Relationship Id="f" Type="{R}/footer" Target="footer1.xml"/>'
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="d" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>',
        "word/document.xml": document,
        "word/styles.xml": STYLES,
        "word/theme.xml": THEME,
        "word/settings.xml": f'<w:settings xmlns:w="{W}">{settings}</w:settings>',
        "word/comments.xml": f'<w:comments xmlns:w="{W}">{comments}</w:comments>',
        "word/footer1.xml": f'<w:ftr xmlns:w="{W}" xmlns:mc="urn:mc">{footer}</w:ftr>',
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def p(text: str, style: str = "", run: str = "", properties: str = "") -> str:
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def test_the_sheet() -> None:
    (sheet,) = layout(package(p("甲") + SHEET)).sheets
    assert (sheet.width, sheet.height, sheet.landscape) == (210.01, 297.0, False)
    assert (sheet.top, sheet.bottom, sheet.left, sheet.right, sheet.footer) == (37.01, 35.0, 27.99, 26.0, 24.99)
    assert (sheet.grid, sheet.grid_pitch) == ("lines", 15.6)


FACES = [
    # paragraph, face for hanzi and for letters, size, bold
    (p("甲"), ("宋体", "Calibri", 10.5, False)),
    (p("甲", "b"), ("仿宋_GB2312", "Calibri", 16.0, False)),
    (p("甲", "b", '<w:rFonts w:eastAsia="黑体" w:ascii="Arial"/>'), ("黑体", "Arial", 16.0, False)),
    (p("甲", "b", '<w:rStyle w:val="s"/><w:sz w:val="44"/>'), ("仿宋_GB2312", "Calibri", 22.0, True)),
    (p("甲", "b", '<w:rStyle w:val="s"/><w:b w:val="0"/>'), ("仿宋_GB2312", "Calibri", 16.0, False)),
    (p("甲", "c"), ("宋体", "Calibri", 10.5, False)),
    (p("甲", "missing"), ("宋体", "Calibri", 10.5, False)),
]


@pytest.mark.parametrize(("body", "wanted"), FACES)
def test_faces(body: str, wanted: tuple[Any, ...]) -> None:
    (found,) = layout(package(body)).paragraphs
    face = found.face
    assert face is not None
    assert (face.hanzi, face.latin, face.size, face.bold) == wanted


SET = [
    (p("甲", "b"), ("正文公文", "both", 29.6, "exact", 2.0)),
    (
        p("甲", "b", properties='<w:jc w:val="center"/><w:spacing w:line="360" w:lineRule="auto"/>'),
        ("正文公文", "center", 1.5, "auto", 2.0),
    ),
    (
        p("甲", "b", properties='<w:ind w:firstLineChars="0" w:firstLine="640"/>'),
        ("正文公文", "both", 29.6, "exact", 2.0),
    ),
    (p("甲"), ("Normal", "both", None, "", None)),
]


@pytest.mark.parametrize(("body", "wanted"), SET)
def test_paragraphs(body: str, wanted: tuple[Any, ...]) -> None:
    (found,) = layout(package(body)).paragraphs
    assert (found.style, found.align, found.pitch, found.rule, found.first) == wanted


def test_stretches_that_look_alike_are_one_and_know_their_place() -> None:
    runs = "<w:r><w:t>甲乙</w:t></w:r><w:r><w:t>丙</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>丁</w:t></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>不见</w:t></w:r>"
    data = package(p("前言") + f"<w:p>{runs}{hidden}</w:p>")
    source = read(data, "docx").source
    _, found = layout(data, source).paragraphs
    assert source is not None
    assert [(s.text, s.span and s.span.of(source.text)) for s in found.stretches] == [
        ("甲乙丙", "甲乙丙"),
        ("丁", "丁"),
    ]
    assert found.span is not None and found.span.of(source.text) == "甲乙丙丁"


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
NUMBER = f"{FIELD('begin')}<w:r><w:rPr><w:sz w:val='28'/></w:rPr><w:instrText> PAGE </w:instrText></w:r>{FIELD('separate')}<w:r><w:t>12</w:t></w:r>{FIELD('end')}"
FOOTERS = [
    (
        f"<w:p><w:pPr><w:jc w:val='right'/></w:pPr><w:r><w:t>— </w:t></w:r>{NUMBER}<w:r><w:t> —</w:t></w:r></w:p>",
        ("— # —", "right", 14.0),
    ),
    ("<w:p><w:fldSimple w:instr=' PAGE '><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>", ("#", "both", 10.5)),
    (
        f"<w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{NUMBER}</w:p></w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent><w:p>{NUMBER}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>",
        ("#", "both", 14.0),
    ),
]


@pytest.mark.parametrize(("footer", "wanted"), FOOTERS)
def test_page_numbers(footer: str, wanted: tuple[str, str, float]) -> None:
    (found,) = layout(package(p("甲") + SHEET, footer)).page_numbers
    assert (found.text, found.align, found.face.size) == wanted
    assert (found.pages, found.in_header) == ("default", False)


def test_a_footer_without_number() -> None:
    footer = f"<w:p><w:r><w:t>第一页</w:t></w:r>{FIELD('begin')}<w:r><w:instrText>NUMPAGES</w:instrText></w:r>{FIELD('end')}</w:p>"
    assert layout(package(p("甲") + SHEET, footer)).page_numbers == ()


def test_what_is_left_over() -> None:
    body = (
        p("甲")
        + "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    )
    comment = "<w:comment w:id='{}'><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:comment>"
    found = layout(
        package(
            body,
            comments=comment.format(1, "请核实") + comment.format(2, "govreport: ignore GR5 引文"),
            settings="<w:evenAndOddHeaders/>",
        )
    )
    assert (found.revisions, found.comments, found.odd_and_even) == (2, 1, True)


def test_the_layout_written_here_is_that_of_the_standard() -> None:
    report = parse(
        "某县2024年政府工作报告\n各位代表：\n现在报告工作。\n一、2023年工作回顾\n成效良好。\n二、2024年工作安排\n继续努力。\n"
    )
    data = dumps(report, "docx")
    assert isinstance(data, bytes)
    found = layout(data, read(data).source)
    (sheet,) = found.sheets
    assert (round(sheet.top, 1), round(sheet.bottom, 1), round(sheet.left), round(sheet.right)) == (34.6, 32.6, 28, 26)
    assert found.odd_and_even and {number.text for number in found.page_numbers} == {"— # —"}
    body = next(p for p in found.paragraphs if p.text == "成效良好。")
    assert body.face is not None and (body.face.hanzi, body.face.size) == ("仿宋_GB2312", 16.0)
    assert (body.pitch, body.rule, body.first) == (29.6, "exact", 2.0)
    assert all(paragraph.span is not None for paragraph in found.paragraphs)


def test_the_check_of_a_file_sees_the_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    from govreport.check import engine

    seen: list[Any] = []
    run = engine.run
    monkeypatch.setattr(
        engine, "run", lambda report, **options: seen.append(options["layout"]) or run(report, **options)
    )
    check_file(package(p("甲乙丙。") + SHEET), "docx", select=["GR520"])
    check_file("甲乙丙。".encode(), "txt", select=["GR520"])
    assert isinstance(seen[0], Layout) and seen[1] is None


@pytest.mark.skipif(not DOCUMENTS, reason="no ../shared/corpus beside this clone")
@pytest.mark.parametrize("path", DOCUMENTS[::4], ids=lambda path: path.stem[:24])
def test_real_documents_have_sheets_faces_and_places(path: Path) -> None:
    data = path.read_bytes()
    found = layout(data, read(data).source)
    assert found.sheets and all(150 < sheet.width < 450 for sheet in found.sheets)
    faces = [paragraph.face or Face() for paragraph in found.paragraphs]
    assert sum(bool(face.hanzi and face.size) for face in faces) >= 0.9 * len(faces)
    assert sum(paragraph.span is not None for paragraph in found.paragraphs) >= 0.9 * len(faces)
