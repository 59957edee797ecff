"""Reading Word documents: text, styles, tables, automatic numbers, tracked changes, text boxes, bad files."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from govreport.errors import BudgetError, FormatError
from govreport.formats.docx import read
from govreport.formats.number_formats import FORMATS, hanzi
from govreport.model.source import Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENTS = sorted((Path(__file__).resolve().parents[3].parent / "shared" / "corpus" / "full").glob("*/*.docx"))


def pack(parts: dict[str, str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def relations(**targets: str) -> str:
    rows = "".join(f'<Relationship Id="{k}" Type="{OFFICE}/{k}" Target="{v}"/>' for k, v in targets.items())
    return f'<Relationships xmlns="{PACKAGE}">{rows.replace("core_properties", "core-properties")}</Relationships>'


def package(body: str, styles: str = "", numbering: str = "", core: str = "", ns: str = W) -> bytes:
    parts = {
        "_rels/.rels": relations(officeDocument="word/document.xml", core_properties="docProps/core.xml"),
        "word/_rels/document.xml.rels": relations(styles="styles.xml", numbering="/word/numbering.xml"),
        "word/document.xml": f'<w:document xmlns:w="{ns}" xmlns:mc="urn:mc" xmlns:v="urn:v" xmlns:m="urn:m">'
        f"<w:body>{body}</w:body></w:document>",
    }
    if styles:
        parts["word/styles.xml"] = f'<w:styles xmlns:w="{ns}">{styles}</w:styles>'
    if numbering:
        parts["word/numbering.xml"] = f'<w:numbering xmlns:w="{ns}">{numbering}</w:numbering>'
    if core:
        parts["docProps/core.xml"] = core
    return pack(parts)


def docx(body: str, styles: str = "", numbering: str = "") -> Source:
    return read(package(body, styles, numbering))


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def hinted(source: Source, kind: str) -> list[tuple[str, object]]:
    return [(h.span.of(source.text), h.value) for h in source.hints if h.kind == kind]


def test_a_paragraph_is_a_line_and_runs_are_one_text() -> None:
    source = docx(f"<w:p>{r('一、')}{r('概况')}</w:p><w:p/>{p('全年平稳。 ')}<w:sectPr/>")
    assert source.text == "一、概况\n全年平稳。"
    assert (source.format, source.hints) == ("docx", ())


def test_breaks_tabs_and_special_characters() -> None:
    source = docx(
        "<w:p><w:r><w:br w:type='page'/><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/>"
        "<w:sym w:font='Wingdings' w:char='F0FE'/><w:br/></w:r></w:p>"
    )
    assert source.text == "甲\n乙\t丙-☑"
    assert [h.span.start for h in source.hints if h.kind == "break"] == [1]


STYLES = (
    "<w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/><w:basedOn w:val='a'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='x'><w:name w:val='自定一级'/><w:basedOn w:val='1'/>"
    "<w:pPr><w:jc w:val='center'/></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='o'><w:name w:val='小节'/><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='b'><w:name w:val='标题 2'/><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='t'><w:name w:val='toc 1'/></w:style>"
    "<w:style w:type='character' w:styleId='s'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='l1'><w:name w:val='圈'/><w:basedOn w:val='l2'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='l2'><w:name w:val='圈圈'/><w:basedOn w:val='l1'/></w:style>"
)


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ("<w:pStyle w:val='1'/>", 1),
        ("<w:pStyle w:val='x'/>", 1),
        ("<w:pStyle w:val='o'/>", 3),
        ("<w:pStyle w:val='b'/>", 2),
        ("<w:pStyle w:val='1'/><w:outlineLvl w:val='9'/>", None),
        ("<w:outlineLvl w:val='0'/>", 1),
        ("<w:pStyle w:val='l1'/>", None),
        ("<w:pStyle w:val='missing'/>", None),
        ("", None),
    ],
)
def test_heading_levels(properties: str, level: int | None) -> None:
    headings = hinted(docx(p("总体情况", properties), STYLES), "heading")
    assert headings == ([("总体情况", level)] if level else [])


@pytest.mark.parametrize(
    ("run", "is_bold"),
    [
        ("<w:b/>", True),
        ("<w:b w:val='0'/>", False),
        ("<w:rStyle w:val='s'/>", True),
        ("<w:rFonts w:eastAsia='黑体'/>", True),
        ("<w:rFonts w:ascii='Arial' w:eastAsia='楷体_GB2312'/>", True),
        ("<w:rFonts w:eastAsia='仿宋_GB2312'/>", False),
        ("", False),
    ],
)
def test_bold(run: str, is_bold: bool) -> None:
    source = docx(f"<w:p>{r('其中：')}{r('一是', run)}{r('抓落实。', run)}{r('其余')}</w:p>", STYLES)
    assert hinted(source, "bold") == ([("一是抓落实。", None)] if is_bold else [])


def test_alignment_and_contents() -> None:
    source = docx(
        p("标题", "<w:jc w:val='center'/>") + p("签发", "<w:jc w:val='end'/>") + p("概况\t1", "<w:pStyle w:val='t'/>"),
        STYLES,
    )
    assert hinted(source, "align") == [("标题", "center"), ("签发", "right")]
    assert hinted(source, "furniture") == [("概况\t1", "contents")]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(p(t) for t in text.split('/'))}</w:tc>"


def test_merged_cells_repeat_their_text() -> None:
    start, on, two = "<w:vMerge w:val='restart'/>", "<w:vMerge/>", "<w:gridSpan w:val='2'/>"
    source = docx(
        p("见表。")
        + f"<w:tbl><w:tr>{cell('类别', start)}{cell('件数', two)}</w:tr>"
        + f"<w:tr>{cell('', on)}{cell('上/年')}{cell('本年')}</w:tr>"
        + f"<w:tr>{cell('许可')}{cell('3')}{cell('4')}</w:tr></w:tbl>"
        + p("以上。")
    )
    rows = (("类别", "件数", "件数"), ("类别", "上年", "本年"), ("许可", "3", "4"))
    table = "\n".join("\t".join(row) for row in rows)
    assert source.text == f"见表。\n{table}\n以上。"
    assert hinted(source, "table") == [(table, rows)]


def test_a_table_of_one_cell_is_a_frame() -> None:
    source = docx(f"<w:tbl><w:tr>{cell('一、概况/平稳。')}</w:tr></w:tbl>")
    assert (source.text, hinted(source, "table")) == ("一、概况\n平稳。", [])


def level(depth: int, fmt: str, text: str, more: str = "") -> str:
    number = f"<w:start w:val='1'/><w:numFmt w:val='{fmt}'/>{more}<w:lvlText w:val='{text}'/>"
    return f"<w:lvl w:ilvl='{depth}'>{number}</w:lvl>"


def n(text: str, depth: int = 0, num: int = 1) -> str:
    return p(text, f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{num}'/></w:numPr>")


NO_SUFFIX, NO_RESTART = "<w:suff w:val='nothing'/>", "<w:lvlRestart w:val='0'/>"
LISTS = (
    f"<w:abstractNum w:abstractNumId='0'>{level(0, 'chineseCountingThousand', '%1、')}"
    f"{level(1, 'chineseCounting', '（%2）')}"
    f"{level(2, 'decimal', '%3.')}{level(3, 'decimal', '%1.%2.%4', '<w:isLgl/>')}</w:abstractNum>"
    f"<w:abstractNum w:abstractNumId='1'>{level(0, 'decimal', '第%1章', NO_SUFFIX)}"
    f"{level(1, 'decimal', '%2)', NO_RESTART)}{level(2, 'bullet', chr(0xF06C))}</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='0'/>"
    "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>"
    "<w:num w:numId='4'><w:abstractNumId w:val='0'/>"
    f"<w:lvlOverride w:ilvl='0'>{level(0, 'upperRoman', '%1')}</w:lvlOverride></w:num>"
)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (
            n("甲") + n("乙", 1) + n("丙", 1) + n("丁") + n("戊", 1),
            ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊"],
        ),
        (n("甲") + p("间") + n("乙"), ["一、甲", "间", "二、乙"]),
        (n("甲") + n("乙", 2), ["一、甲", "1. 乙"]),
        (n("甲") + n("乙", 1) + n("丙", 3), ["一、甲", "（一）乙", "1.1.1 丙"]),
        (
            n("甲", 0, 2) + n("乙", 1, 2) + n("丙", 0, 2) + n("丁", 1, 2),
            ["第1章甲", "1)乙", "第2章丙", "2)丁"],
        ),
        (n("甲", 2, 2), ["• 甲"]),
        (n("甲") + n("乙", 0, 3) + n("丙", 0, 3), ["一、甲", "五、乙", "六、丙"]),
        (n("甲", 0, 4), ["I 甲"]),
        (n("甲", 0, 0) + n("乙", 7) + n("丙", 0, 99), ["甲", "乙", "丙"]),
        ("".join(n("项") for _ in range(12)), [f"{hanzi(i)}、项" for i in range(1, 13)]),
    ],
)
def test_automatic_numbers(body: str, lines: list[str]) -> None:
    assert docx(body, numbering=LISTS).text.split("\n") == lines


def test_numbers_of_styles_and_bold_behind_a_number() -> None:
    numbered = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    styles = f"<w:style w:type='paragraph' w:styleId='h'><w:name w:val='h'/>{numbered}</w:style>"
    removed = "<w:pStyle w:val='h'/><w:numPr><w:numId w:val='0'/></w:numPr>"
    source = docx(
        p("甲", "<w:pStyle w:val='h'/>", "<w:b/>") + p("乙", removed) + p("丙", "<w:pStyle w:val='h'/>"), styles, LISTS
    )
    assert source.text == "一、甲\n乙\n二、丙"
    assert hinted(source, "bold") == [("甲", None)]


@pytest.mark.parametrize(
    ("fmt", "value", "text"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 2, "⒉"),
        ("ideographEnclosedCircle", 2, "㈡"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 100, "一○○"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographDigital", 10, "一〇"),
        ("japaneseCounting", 11, "十一"),
        ("ideographTraditional", 2, "乙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 2, "b"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("none", 3, ""),
    ],
)
def test_number_formats(fmt: str, value: int, text: str) -> None:
    assert FORMATS[fmt](value) == text


@pytest.mark.parametrize("fmt", FORMATS)
def test_every_number_can_be_shown(fmt: str) -> None:
    assert all(isinstance(FORMATS[fmt](value), str) for value in (-(10**6), -1, 0, 1, 99_999, 100_000, 10**9))


def test_tracked_changes_are_taken_as_accepted() -> None:
    source = docx(
        f"<w:p>{r('完成')}<w:del><w:r><w:delText>三</w:delText></w:r></w:del><w:ins>{r('四')}</w:ins>{r('项。')}</w:p>"
        f"<w:p><w:moveFrom>{r('旧处')}</w:moveFrom><w:moveTo>{r('新处')}</w:moveTo></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('上句，')}</w:p>{p('下句。')}"
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('删')}{cell('行')}</w:tr><w:tr>{cell('留')}{cell('行')}</w:tr></w:tbl>"
    )
    assert source.text == "完成四项。\n新处\n上句，下句。\n留\t行"


def test_text_boxes_come_once() -> None:
    box = f"<w:txbxContent>{p('框内文字。')}</w:txbxContent>"
    source = docx(
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{r('正文。')}</w:p>"
        f"<w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>"
    )
    assert source.text == "正文。\n框内文字。\n框内文字。"


def test_wrappers_are_transparent_and_codes_invisible() -> None:
    source = docx(
        f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{p('控件内。')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{r('链接')}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>"
        f"{r('暗文', '<w:vanish/>')}"
        "<m:oMath><m:r><m:t>x</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath>"
        f"<w:r><w:ruby><w:rt>{r('yin')}</w:rt><w:rubyBase>{r('音')}</w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert source.text == "控件内。\n链接x1音"


def test_document_properties() -> None:
    core = (
        '<c:coreProperties xmlns:c="urn:c" xmlns:dc="urn:dc" xmlns:t="urn:t">'
        "<dc:title>总结</dc:title><dc:creator>办公室</dc:creator>"
        "<t:created>2024-01-02T03:04:05Z</t:created><t:modified>2024-02-03T00:00:00Z</t:modified><c:keywords/></c:coreProperties>"
    )
    source = read(package(p("甲"), core=core), name="甲.docx")
    assert source.metadata == {
        "标题": "总结",
        "作者": "办公室",
        "创建时间": "2024-01-02T03:04:05Z",
        "修改时间": "2024-02-03T00:00:00Z",
    }
    assert source.name == "甲.docx"


def test_strict_documents_read_alike() -> None:
    assert read(package(n("甲"), numbering=LISTS, ns=STRICT)).text == "一、甲"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "docx"),
        (b"plain text", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "密码"),
        (package(p("甲"))[:-40], "docx"),
        (pack({"xl/workbook.xml": "<x/>"}), "word/document.xml"),
        (package("<w:p>"), "word/document.xml"),
        (package("<w:p/>"), "OCR"),
    ],
)
def test_bad_files_are_one_clear_error(data: bytes, says: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(data)
    assert says in caught.value.zh
    assert caught.value.en.isascii()


def test_zip_bombs_and_blown_up_tables_exceed_budgets() -> None:
    with pytest.raises(BudgetError):
        read(pack({"word/document.xml": " " * 60_000_000}))
    wide = cell("字" * 3000, "<w:gridSpan w:val='63'/>")
    with pytest.raises(BudgetError):
        docx("<w:tbl>" + f"<w:tr>{wide}</w:tr>" * 150 + "</w:tbl>")


def test_entities_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密")
    data = pack(
        {
            "word/document.xml": f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
            f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
        }
    )
    with pytest.raises(FormatError, match="DTD"):
        read(data)


@pytest.mark.parametrize("path", DOCUMENTS or [None], ids=lambda path: path.stem if path else "none")
def test_real_documents_lose_nothing(path: Path | None) -> None:
    if path is None:
        pytest.skip("the shared corpus of real documents is not beside this checkout")
    from docx import Document  # an independent reader of the same text

    source = read(path.read_bytes())
    lines = {"".join(line.split()) for line in source.text.split("\n")}
    for paragraph in Document(str(path)).paragraphs:
        for line in paragraph.text.split("\n"):
            assert not line.strip() or "".join(line.split()) in lines
