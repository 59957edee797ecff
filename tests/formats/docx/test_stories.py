"""What stands beside the text of a Word document, and what Word keeps apart from it: notes, running heads, fields,
symbols, text boxes, 公文域, properties."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import govreport
from govreport.model.source import Source

Reads = Callable[..., Source]


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def p(*content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def hinted(source: Source, kind: str) -> list[tuple[str, object]]:
    return [(h.span.of(source.text), h.value) for h in source.hints if h.kind == kind]


def note(id: str, kind: str = "footnote", more: str = "") -> str:
    return f"<w:r><w:{kind}Reference w:id='{id}' {more}/></w:r>"


def notes(kind: str, **texts: str) -> str:
    own = f"<w:r><w:{kind}Ref/></w:r>"
    return f"<w:{kind} w:id='-1' w:type='separator'>{p()}</w:{kind}>" + "".join(
        f"<w:{kind} w:id='{id[1:]}'>{p(own, r(text))}</w:{kind}>" for id, text in texts.items()
    )


def test_notes_stand_behind_the_text_and_their_marks_are_markup(reads: Reads) -> None:
    source = reads(
        p(r("一、总体情况"), note("2")) + p(r("增长5%"), note("1"), r("，平稳"), note("7", "endnote"), r("。")),
        footnotes=notes("footnote", _1="现价计算。", _2="截至年底。", _3="没有引用。"),
        endnotes=notes("endnote", _7="初步数。"),
    )
    assert source.text == "一、总体情况[1]\n增长5%[2]，平稳[i]。\n[1] 截至年底。\n[2] 现价计算。\n[i] 初步数。"
    assert [text for text, _ in hinted(source, "markup")] == ["[1]", "[2]", "[i]"]
    assert [value for _, value in hinted(source, "furniture")] == ["note"] * 3


def test_notes_are_no_part_of_the_tree_and_nothing_is_lost(word: Callable[..., bytes]) -> None:
    report = govreport.read(
        word(
            p(r("一、总体情况"), note("1")) + p(r("增长5%"), note("1"), r("。")),
            footnotes=notes("footnote", _1="现价。"),
        )
    )
    assert [section.heading for section in report.sections] == ["总体情况"]
    assert report.sections[0].text == "增长5%。"
    assert {place.kind for place in report.furniture} == {"markup", "note"}
    assert report.source is not None
    covered = "".join(tile.span.of(report.source.text) for tile in report.tiles())
    assert "".join(covered.split()) == "".join(report.source.text.split())


@pytest.mark.parametrize(
    ("settings", "mark"),
    [
        ("<w:footnotePr><w:numFmt w:val='decimalEnclosedCircleChinese'/></w:footnotePr>", "①"),
        ("<w:footnotePr><w:numStart w:val='5'/></w:footnotePr>", "[5]"),
        ("<w:footnotePr><w:footnote w:id='-1'/></w:footnotePr>", "[1]"),
    ],
)
def test_numbers_of_notes(reads: Reads, settings: str, mark: str) -> None:
    source = reads(p(r("甲"), note("1")), settings=settings, footnotes=notes("footnote", _1="注。"))
    assert source.text == f"甲{mark}\n{mark} 注。"


def test_a_note_with_a_mark_of_its_own_and_one_in_a_table(reads: Reads) -> None:
    cell = f"<w:tc>{p(r('12'), note('2'))}</w:tc>"
    source = reads(
        p(r("甲"), note("1", more="w:customMarkFollows='1'"), r("*")) + f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>",
        footnotes=notes("footnote", _1="* 注一。", _2="注二。"),
    )
    assert source.text == "甲*\n12\t12\n* 注一。\n[1] 注二。"


def test_headers_and_footers_come_once(reads: Reads) -> None:
    section = "".join(
        f"<w:sectPr><w:headerReference w:type='{kind}' r:id='rheader{number}'/>"
        f"<w:footerReference w:type='{kind}' r:id='rfooter{number}'/></w:sectPr>"
        for kind, number in (("default", 1), ("even", 2))
    )
    page = r("— ") + "<w:fldSimple w:instr=' PAGE '><w:r><w:t>1</w:t></w:r></w:fldSimple>" + r(" —")
    source = reads(
        p(r("正文。")) + section,
        header1=p(r("某县人民政府")),
        header2=p(r("某县人民政府")),
        header3=p(r("不再使用")),
        footer1=p(page),
        footer2=p(r("内部资料")),
    )
    assert source.text == "正文。\n某县人民政府\n— 1 —\n内部资料"
    assert [value for _, value in hinted(source, "furniture")] == ["repeat", "page-number", "repeat"]


def field(code: str, result: str | None, inner: str = "") -> str:
    def char(kind: str) -> str:
        return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"

    shown = char("separate") + r(result) if result is not None else ""
    return f"{char('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{inner}{shown}{char('end')}"


CHECKED = "<w:ffData><w:checkBox><w:default w:val='0'/>{}</w:checkBox></w:ffData>"
SHOWN = [
    ("a field's result, not its code", field("REF a", "第一节"), "第一节"),
    ("a field in a code", field("IF ", "是", field("DOCPROPERTY x", "密")), "是"),
    ("a code without a result", field("XE &quot;词条&quot;", None), ""),
    ("带圈字符", field("eq \\o\\ac(○,3)", None), "③"),
    ("带圈字符 of a hanzi", field("eq \\o\\ac(○,密)", None), "密"),
    ("拼音", field("EQ \\* jc2 \\o\\ad(\\s\\up 9(yin),音)", None), "音"),
    ("a box of a form", f"<w:r><w:fldChar w:fldCharType='begin'>{CHECKED.format('')}</w:fldChar></w:r>", "□"),
    (
        "a box with a tick",
        f"<w:r><w:fldChar w:fldCharType='begin'>{CHECKED.format('<w:checked/>')}</w:fldChar></w:r>",
        "☑",
    ),
    ("symbols", "<w:r><w:sym w:font='Wingdings 2' w:char='F052'/><w:sym w:font='Symbol' w:char='F0B3'/></w:r>", "☑≥"),
    ("a code that is none", "<w:r><w:sym w:font='Symbol' w:char='D800'/><w:sym w:char='zz'/></w:r>", ""),
    ("a hyphen that doesn't break", f"{r('2021')}<w:r><w:noBreakHyphen/></w:r>{r('2025')}", "2021-2025"),
    ("a hyphen that may", f"{r('甲')}<w:r><w:softHyphen/></w:r>{r('乙')}", "甲乙"),
    ("a link", f"<w:hyperlink r:id='rx'>{r('链接')}</w:hyperlink>", "链接"),
    ("hidden text", r("暗", "<w:vanish/>"), ""),
    ("text hidden by nothing", r("明", "<w:vanish w:val='0'/>"), "明"),
    ("WordArt", "<w:r><w:pict><v:shape><v:textpath string='红头'/></v:shape></w:pict></w:r>", "\n红头"),
]


@pytest.mark.parametrize(("content", "text"), [row[1:] for row in SHOWN], ids=[row[0] for row in SHOWN])
def test_what_word_shows(reads: Reads, content: str, text: str) -> None:
    assert reads(p(r("文"), content)).text == f"文{text}"


def test_a_style_separator_makes_one_paragraph(reads: Reads) -> None:
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    source = reads(p(r("（一）加强领导。", "<w:b/>"), properties=mark) + p(r("各级部门落实。")) + p(r("又。")))
    assert source.text == "（一）加强领导。各级部门落实。\n又。"
    assert hinted(source, "bold") == [("（一）加强领导。", None)]


def control(tag: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr><w:tag w:val='{tag}'/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_fields_of_official_documents_are_metadata(reads: Reads) -> None:
    source = reads(
        control("fenhao", p(r("000012")))
        + control("fawenjiguanmingcheng_1", p(r("某县司法局")))
        + control("fawenjiguanmingcheng_2", p(r("某县财政局")))
        + p(control("biaoti", r("关于某项工作的报告")))
        + control("zhengwen", p(r("正文。")))
        + p(control("chengwenriqi", r("2024年1月8日")))
        + p(control("yinfajiguan", r("某县办公室")), r("　"), control("yinfariqi", r("2024年1月9日")), r("印发"))
        + control("g:other", p(r("其他。"))),
        core="<dc:title>旧标题</dc:title>",
    )
    assert source.metadata == {
        "标题": "关于某项工作的报告",
        "份号": "000012",
        "发文机关": "某县司法局、某县财政局",
        "成文日期": "2024年1月8日",
        "印发机关": "某县办公室",
        "印发日期": "2024年1月9日",
    }
    assert hinted(source, "furniture") == [("000012", "metadata")]
    assert hinted(source, "align") == [("关于某项工作的报告", "center")]


def test_properties(reads: Reads) -> None:
    source = reads(
        p(r("甲")),
        core="<dc:title>总结</dc:title><dc:subject>年度</dc:subject><dc:creator/>",
        custom="<property name='索引号'><vt:lpwstr>A01</vt:lpwstr></property>"
        "<property name='份数'><vt:i4>12</vt:i4></property>"
        "<property name='KSOProductBuildVer'><vt:lpwstr>2052-11</vt:lpwstr></property>"
        "<property name='govreport.seal'><vt:lpwstr>x</vt:lpwstr></property>",
    )
    assert source.metadata == {"标题": "总结", "主题": "年度", "索引号": "A01", "份数": "12"}


def test_nested_tables_and_frames(reads: Reads) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p(r('甲'))}</w:tc><w:tc>{p(r('1'))}</w:tc></w:tr></w:tbl>{p()}"
    table = f"<w:tbl><w:tr><w:tc>{inner}</w:tc><w:tc>{p(r('乙'))}</w:tc></w:tr></w:tbl>"
    assert reads(table).text == "甲1\t乙"
    frame = f"<w:tbl><w:tr><w:tc>{p(r('一、情况'))}{table}</w:tc></w:tr></w:tbl>"
    assert reads(frame).text == "一、情况\n甲1\t乙"
