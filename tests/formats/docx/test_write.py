"""Written documents are read back as the reports they were, by their styles; edited ones as any other document."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree

from govreport import Closing, DocumentNumber, Number, Paragraph, Report, Section, Table, dumps, parse, read
from govreport.errors import OptionError
from govreport.formats.render import pieces

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LAYOUTS = ("speech", "gbt9704")
EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "kebu_2022.md"


def number(text: str, style: str, value: int | None) -> Number:
    return Number(text, style, value)


ITEMS = tuple(
    Section(number(text, "shi", value), blocks=(Paragraph(body),), run_in=True, inline=True)
    for value, text, body in ((1, "一是", "建立台账；"), (2, "二是", "逐项销号。"))
)
REPORTS = {
    "nothing": Report(),
    "front": Report(
        title="某县人民政府关于2023年法治政府建设情况的报告",
        subtitle="2024年1月8日在全县会议上",
        document_number=DocumentNumber("某政发", 2024, 1),
        issuer="某县人民政府",
        recipients="市人民政府：",
        salutation="各位代表：",
        speaker="县长 王某",
        date="2024-01-08",
        metadata={"索引号": "A1/2024-1", "签发人": "王某", "密级": "内部", "印发日期": "2024年1月9日"},
        preamble=(Paragraph("现报告如下。"),),
    ),
    "run-in heading with items": Report(
        sections=(
            Section(number("（一）", "hanzi-paren", 1), "加强领导", children=ITEMS, run_in=True, stop="。"),
            Section(number("（二）", "hanzi-paren", 2), "压实责任", blocks=(Paragraph("逐级签订。"),), run_in=True, stop="。"),
        )
    ),
    "text behind the children": Report(
        sections=(
            Section(
                number("一、", "hanzi", 1),
                "总体情况",
                blocks=(Paragraph("前。"), Table((("甲", "乙"), ("1", "2")), "表一"), Paragraph("后。")),
                children=(
                    Section(number("（一）", "hanzi-paren", 1), "甲", blocks_after=2),
                    Section(number("（二）", "hanzi-paren", 2), "乙", blocks_after=1),
                ),
            ),
        )
    ),
    "numbers that stand alone or don't say what they are": Report(
        sections=(
            Section(None, "导语", blocks=(Paragraph("导语的话。"),)),
            Section(number("一", "hanzi", 1), blocks=(Paragraph("光有数字的一节。"),)),
            Section(number("、", "hanzi", 2), "丢了数字"),
            Section(number("——", "dash", None), blocks=(Paragraph("破折号一项。"),)),
        )
    ),
    "tables": Report(
        sections=(
            Section(
                number("一、", "hanzi", 1),
                "数据",
                blocks=(
                    Table((("区域", "上年", "上年"), ("区域", "件数", "增减"), ("城区", "3", "1%"), ("城区", "4", "2%")), "表一"),
                    Table((("一格两行\n的话", ""), ("", "\t"))),
                    Table((("短行",), ("甲", "乙", "丙"), ())),
                    Table(()),
                    Table((("",),)),
                ),
            ),
        )
    ),
    "closing and attachments": Report(
        preamble=(Paragraph("现报告如下："), Paragraph("接着说。", inline=True)),
        sections=(
            Section(None, "2023年工作清单", "attachment", (Paragraph("第一项。"),)),
            Section(None, "名词解释", "attachment", (Paragraph("台账：登记的册子。"),)),
        ),
        closing=Closing(
            (Paragraph("特此报告。"), Table((("单位", "数"),), "表题")), ("某县司法局", "某县财政局"), "2024年1月8日", ("清单", "名册")
        ),
    ),
    "deep": Report(
        sections=(
            Section(
                number("第一部分", "part", 1),
                "回顾",
                children=(
                    Section(
                        number("第一章", "chapter", 1), "总则", children=(Section(number("1.", "arabic", 1), "2024年目标"),)
                    ),
                ),
            ),
        )
    ),
    "odd characters": Report(
        title="R&D <b>与“创新”", preamble=(Paragraph("甲\t乙\n丙  丁\u3000戊\u2028己😀\r庚\xa0辛\u200b"),), metadata={"a&b": '"<>"'}
    ),
}  # fmt: skip


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edited(data: bytes, old: str, new: str) -> bytes:
    """The document with other words in its body."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in members(data).items():
            if name == "word/document.xml":
                assert old in part.decode()
                part = part.decode().replace(old, new).encode()
            archive.writestr(name, part)
    return file.getvalue()


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_comes_back(name: str, layout: str) -> None:
    assert read(dumps(REPORTS[name], "docx", layout=layout), facts=False) == REPORTS[name]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_example_comes_back_with_its_facts(layout: str) -> None:
    report = read(EXAMPLE)
    again = read(dumps(report, "docx", layout=layout))
    assert again == report
    assert again.metrics and again.source is not None and again.source.format == "docx"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_corpus_comes_back_with_its_facts(shared: Path, layout: str) -> None:
    for path in sorted((shared / "corpus" / "full").rglob("*.txt"))[LAYOUTS.index(layout) :: 9]:
        report = read(path)
        assert read(dumps(report, "docx", layout=layout)) == report, path.name


@pytest.mark.parametrize("name", REPORTS)
def test_equal_reports_give_equal_bytes(name: str) -> None:
    assert dumps(REPORTS[name], "docx") == dumps(REPORTS[name], "docx")


def test_characters_that_xml_forbids_are_left_out() -> None:
    report = Report(
        title="某县\x00报告", preamble=(Paragraph("一\x01二\x0b三\ud800四\ufffe。"),), metadata={"索\x02引": "1\x03"}
    )
    assert read(dumps(report, "docx"), facts=False) == Report(
        title="某县报告", preamble=(Paragraph("一二三四。"),), metadata={"索引": "1"}
    )


def test_a_document_in_which_a_word_was_changed_is_parsed() -> None:
    report = parse(
        "某县2023年工作总结\n一、总体情况\n全年办结12件。\n（一）抓好服务。增设窗口。\n（二）公开结果。按季公布。\n",
        facts=False,
    )
    again = read(edited(dumps(report, "docx"), "办结12件", "办结15件"), facts=False)
    assert again.title == report.title
    assert [section.heading for section in again.walk()] == [section.heading for section in report.walk()]
    assert again.sections[0].blocks == (Paragraph("全年办结15件。"),)


def test_styles_that_stand_for_more_runs_than_a_document_has_are_not_believed() -> None:
    parts = members(dumps(Report(preamble=(Paragraph("甲" * 20),)), "docx"))
    document, styles = parts["word/document.xml"].decode(), parts["word/styles.xml"].decode()
    run = '<w:r><w:rPr><w:rStyle w:val="g-t0"/></w:rPr><w:t>甲</w:t></w:r><w:r><w:rPr><w:rStyle w:val="g-h1"/></w:rPr><w:t>乙</w:t></w:r>'
    more = '<w:style w:type="character" w:styleId="g-h1"><w:name w:val="govreport 标题 h1"/></w:style></w:styles>'
    parts["word/document.xml"] = re.sub("<w:r>.*</w:r>", run * 400, document).encode()
    parts["word/styles.xml"] = (
        styles.replace("文字 t0", f"文字 {'h1+' * 9_000}=t0").replace("</w:styles>", more).encode()
    )
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    assert read(file.getvalue(), facts=False).preamble == (Paragraph("甲乙" * 400),)


def test_a_layout_that_is_not_known() -> None:
    with pytest.raises(OptionError, match="speech"):
        dumps(Report(), "docx", layout="letter")


@pytest.mark.parametrize(("kind", "fields"), [("gov", set()), ("fazhi", {"biaoti", "zhengwen"})])
def test_a_speech_has_no_official_fields(kind: str, fields: set[str]) -> None:
    data = dumps(Report(title="报告", kind=kind, preamble=(Paragraph("好。"),)), "docx")
    assert set(re.findall(r'w:tag w:val="([^"]+)"', members(data)["word/document.xml"].decode())) == fields


def test_official_fields_have_the_identifiers_of_the_standard_or_their_own_prefix() -> None:
    report = Report(
        title="报告",
        document_number=DocumentNumber("某政发", 2024, 1),
        issuer="某县人民政府",
        recipients="市人民政府：",
        preamble=(Paragraph("好。"),),
        closing=Closing((), ("某县人民政府", "某县财政局"), "2024年1月8日", ("清单",)),
        metadata={
            "份号": "000001",
            "签发人": "王某",
            "抄送机关": "市委",
            "印发机关": "办公室",
            "印发日期": "2024年1月9日",
        },
    )
    said = members(dumps(report, "docx", layout="gbt9704"))["word/document.xml"].decode()
    found = re.findall(r'w:tag w:val="([^"]+)"', said)
    assert {tag for tag in found if not tag.startswith("g:")} == {
        "fenhao",
        "fawenjiguanmingcheng_1",
        "biaoti",
        "zhengwen",
        "fawenjiguanshuming_1",
        "fawenjiguanshuming_2",
        "chengwenriqi",
        "yinfajiguan",
        "yinfariqi",
    }
    assert {tag for tag in found if tag.startswith("g:")} == {
        "g:发文字号",
        "g:签发人",
        "g:主送机关",
        "g:附件说明",
        "g:抄送机关",
    }
    ids = re.findall(r'<w:id w:val="(\d+)"', said)
    assert len(ids) == len(set(ids)) == len(found)


def test_an_edited_document_with_head_and_imprint_keeps_its_front_and_tail() -> None:
    report = Report(
        title="某县人民政府2023年工作总结",
        document_number=DocumentNumber("某政发", 2024, 1),
        issuer="某县人民政府",
        recipients="市人民政府：",
        sections=(
            Section(number("一、", "hanzi", 1), "工作情况", blocks=(Paragraph("办结事项12件。"),)),
            Section(number("二、", "hanzi", 2), "下一步打算", blocks=(Paragraph("开展宣讲3场。"),)),
        ),
        closing=Closing((), ("某县人民政府",), "2024年1月8日", ("清单",)),
        metadata={
            "签发人": "王某 李某",
            "附注": "联系人：张某",
            "抄送机关": "市委办公室",
            "印发机关": "某县人民政府办公室",
            "印发日期": "2024年1月9日",
        },
    )
    back = read(edited(dumps(report, "docx", layout="gbt9704"), "12", "13"), "docx", facts=False)
    for name in ("title", "document_number", "issuer", "recipients", "closing"):
        assert getattr(back, name) == getattr(report, name), name
    assert [section.text for section in back.sections] == ["办结事项13件。", "开展宣讲3场。"]
    assert report.metadata.items() <= back.metadata.items()


LETTERHEADS = [
    (Report(issuer="某县人民政府"), {}, False),
    (Report(issuer="某县人民政府"), {"layout": "gbt9704"}, True),
    (Report(issuer="某县人民政府"), {"layout": "speech"}, False),
    (Report(issuer="某县人民政府", document_number=DocumentNumber("某政发", 2024, 1)), {}, True),
    (Report(issuer="某县人民政府", metadata={"签发人": "王某"}), {}, True),
    (Report(metadata={"发文机关标志": "某县人民政府"}), {}, True),
    (Report(), {"layout": "gbt9704"}, False),
]


@pytest.mark.parametrize(("report", "options", "there"), LETTERHEADS)
def test_a_letterhead_stands_where_it_is_asked_for_or_something_of_it_is_known(
    report: Report, options: dict[str, str], there: bool
) -> None:
    said = members(dumps(report, "docx", **options))["word/document.xml"].decode()
    assert ('w:val="g-mark"' in said) == there
    assert ("文件</w:t>" in said) == (there and bool(report.issuer))
    assert read(dumps(report, "docx", **options), facts=False) == report


def test_another_library_reads_it() -> None:
    report = read(EXAMPLE)
    document = python_docx.Document(BytesIO(dumps(report, "docx", layout="speech")))
    outline = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert outline == [(f"Heading {piece.level}", piece.text) for piece in pieces(report) if piece.kind == "heading"]
    assert document.core_properties.title == report.title
    assert document.sections[0].page_height is not None and document.sections[0].page_height.mm == pytest.approx(
        297, abs=0.1
    )


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs spacing ind jc outlineLvl rPr",
    "rPr": "ins del rStyle rFonts b vanish color spacing sz szCs lang",
    "tblPr": "tblStyle tblpPr tblW jc tblInd tblBorders tblLayout tblCellMar",
    "trPr": "cantSplit trHeight tblHeader ins del",
    "tcPr": "tcW gridSpan vMerge tcBorders vAlign",
    "sectPr": "footerReference pgSz pgMar",
    "style": "name basedOn uiPriority semiHidden qFormat pPr rPr tblPr",
    "sdtPr": "alias tag id",
    "settings": "zoom evenAndOddHeaders characterSpacingControl compat",
}
"""The order in which the schema (ECMA-376-1, annex A) wants children; what isn't named here is never written."""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", REPORTS)
def test_elements_stand_in_the_order_of_the_schema(name: str, layout: str) -> None:
    for part, data in members(dumps(REPORTS[name], "docx", layout=layout)).items():
        root = etree.fromstring(data)
        for parent in root.iter():
            order = ORDER.get(etree.QName(parent).localname, "").split()
            if order and parent.tag.startswith(W):
                children = [order.index(etree.QName(child).localname) for child in parent]
                assert children == sorted(children), (part, etree.tostring(parent))


@pytest.mark.parametrize("name", REPORTS)
def test_every_style_that_is_named_is_there_once(name: str) -> None:
    parts = members(dumps(REPORTS[name], "docx"))
    known = re.findall(r'w:styleId="([^"]+)"', parts["word/styles.xml"].decode())
    used = set(re.findall(r'<w:[pr]Style w:val="([^"]+)"', b"".join(parts.values()).decode("utf-8")))
    assert len(known) == len(set(known)) and used <= set(known)


ALTERED = {("odd characters", layout) for layout in LAYOUTS}
"""What LibreOffice doesn't keep: carriage returns and the like inside of a paragraph."""


@pytest.fixture(scope="module")
def saved_anew(convert: Callable[[dict[str, bytes], str], dict[str, bytes]]) -> dict[str, bytes]:
    documents = {
        f"{name} {layout}": dumps(report, "docx", layout=layout)
        for name, report in {**REPORTS, "example": read(EXAMPLE)}.items()
        for layout in LAYOUTS
    }
    return convert(documents, "docx")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", [*REPORTS, "example"])
def test_a_report_comes_back_from_a_document_that_libreoffice_has_saved_anew(
    saved_anew: dict[str, bytes], name: str, layout: str
) -> None:
    report = read(EXAMPLE, facts=False) if name == "example" else REPORTS[name]
    again = read(saved_anew[f"{name} {layout}"], facts=False)
    assert (again == report) == ((name, layout) not in ALTERED)
