"""DOCX edited in place: which characters change, and that nothing else does."""

from __future__ import annotations

import re
import zipfile
from difflib import ndiff
from io import BytesIO
from pathlib import Path

import pytest

from govreport import Edit, FormatError, Report, Span, check, dumps, parse, read
from govreport.formats.docx import edited as edited_file
from govreport.formats.docx.edit import edited as edited_groups
from govreport.formats.docx.places import places
from govreport.model.note import applied
from govreport.review import fix_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENTS = sorted((Path(__file__).resolve().parents[3].parent / "shared" / "corpus").glob("**/*.docx"))

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<!-- kept -->'
COMMENTS = (
    f'<w:comments xmlns:w="{W}"><w:comment w:id="1"><w:p><w:r><w:t>govreport: ignore </w:t></w:r>'
    "<w:r><w:t>GR520 引文照录</w:t></w:r></w:p></w:comment>"
    '<w:comment w:id="2"><w:p><w:r><w:t>govreport: ignore GR522 照录</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="3"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment></w:comments>'
)


def package(body: str, comments: str = "", extra: str = "") -> bytes:
    """A document with this body, beside parts that nobody may touch."""
    rows = [("officeDocument", "word/document.xml")]
    inner = [("comments", "comments.xml"), ("numbering", "numbering.xml")]
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(rows),
        "word/_rels/document.xml.rels": relations(inner if comments else inner[1:]),
        "word/document.xml": f'{HEAD}<w:document xmlns:w="{W}"  xmlns:m="urn:m"><w:body>{body}</w:body></w:document>',
        "word/numbering.xml": numbering,
        "word/media/image1.png": "no picture",
        **({"word/comments.xml": comments} if comments else {}),
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2023, 1, 2, 3, 4, 6)), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def relations(rows: list[tuple[str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{k}" Type="{OFFICE}/{k}" Target="{v}"/>' for k, v in rows)
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def edited(data: bytes, edits: list[Edit]) -> bytes:
    """Each edit for itself."""
    return edited_groups(data, [[edit] for edit in edits])[0]


def p(*runs: str, properties: str = "") -> str:
    inner = "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p>{properties}{inner}</w:p>"


def text_of(data: bytes) -> str:
    found = read(data, "docx").source
    assert found is not None
    return found.text


def document(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'

EDITS = [
    # runs of a paragraph, what is to become of it, and the runs then
    (["全年办理１２件"], "１２", "12", ["全年办理12件"]),
    (["全年办理１", "２件"], "１２", "12", ["全年办理12", "件"]),
    (["全年", BOLD.format("１"), "２", "件"], "１２", "12", ["全年", "12", "", "件"]),
    (["全年 ", " １", "件"], "  ", "", ["全年", "１", "件"]),
    (["增长5～10%"], "", "", ["增长5～10%"]),
    (["甲&amp;乙&lt;丙"], "&", "<", ["甲&lt;乙&lt;丙"]),
    (["甲乙"], "乙", "乙 ", ["甲乙 "]),
]


@pytest.mark.parametrize(("runs", "old", "new", "result"), EDITS)
def test_runs(runs: list[str], old: str, new: str, result: list[str]) -> None:
    data = package(p(*runs))
    at = text_of(data).index(old)
    done = edited(data, [Edit(Span(at, at + len(old)), new)] if old else [])
    assert [found or "" for found in re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", document(done))] == result


def test_a_space_at_the_end_is_kept() -> None:
    data = package(p("甲乙"))
    assert '<w:t xml:space="preserve">甲乙 </w:t>' in document(edited(data, [Edit(Span(2, 2), " ")]))


INSERTIONS = [(0, "【甲", "乙"), (1, "甲【", "乙"), (2, "甲乙【", "")]


@pytest.mark.parametrize(("at", "first", "second"), INSERTIONS)
def test_an_insertion_stands_behind_the_character_before(at: int, first: str, second: str) -> None:
    found = re.findall("<w:t>([^<]*)</w:t>", document(edited(package(p("甲", "乙")), [Edit(Span(at, at), "【")])))
    assert "".join(found) == first + second


def test_all_else_stays_byte_for_byte() -> None:
    body = p("全年办理１２件", properties='<w:pPr ><w:jc w:val = "center"/></w:pPr>') + "<w:sectPr/>"
    data = package(body, COMMENTS)
    done = edited(data, [Edit(Span(4, 6), "12")])
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(BytesIO(done)) as new:
        assert old.namelist() == new.namelist()
        assert [m.date_time for m in old.infolist()] == [m.date_time for m in new.infolist()]
        assert [m.compress_type for m in old.infolist()] == [m.compress_type for m in new.infolist()]
        assert [n for n in old.namelist() if old.read(n) != new.read(n)] == ["word/document.xml"]
    assert document(done) == document(data).replace("１２", "12")


def test_no_edit_leaves_the_file_itself() -> None:
    data = package(p("甲乙"))
    assert edited(data, []) is data
    assert edited_file(data, [], read(data, "docx").source) == (data, [])  # type: ignore[arg-type]


def test_automatic_numbers_and_tabs_stand_in_no_text_and_stay() -> None:
    data = package(p("总体情况", properties=NUMBERED) + p("甲", "<w:r><w:tab/></w:r>", "乙"))
    assert text_of(data) == "一、总体情况\n甲\t乙"
    edits = [Edit(Span(0, 2), "二、"), Edit(Span(2, 3), "全"), Edit(Span(8, 9), " ")]
    assert text_of(edited(data, edits)) == "一、全体情况\n甲\t乙"


def test_of_edits_that_belong_together_all_are_made_or_none() -> None:
    data = package(p("总体情况", properties=NUMBERED) + p("甲乙丙"))
    first, second = (
        [Edit(Span(0, 2), "二、"), Edit(Span(2, 3), "全")],
        [Edit(Span(7, 8), "子"), Edit(Span(9, 10), "丑")],
    )
    done, made = edited_groups(data, [first, second])
    assert (text_of(done), made) == ("一、总体情况\n子乙丑", [1])


def test_what_word_repeats_is_changed_once() -> None:
    cell = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    other = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = [cell.format(' w:val="restart"', "１月") + other.format("甲"), cell.format("", "") + other.format("乙")]
    data = package("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>" + p("完"))
    text = text_of(data)
    assert text == "１月\t甲\n１月\t乙\n完"
    done = edited(data, [Edit(Span(0, 1), "1"), Edit(Span(5, 6), "1")])
    assert text_of(done) == "1月\t甲\n1月\t乙\n完"


UNUSUAL = [
    "<w:p><w:r><w:t><![CDATA[甲乙]]></w:t></w:r></w:p>",
    "<w:p><w:r><w:t>甲<!-- 注 -->乙</w:t></w:r></w:p>",
    "<!-- <w:t>甲</w:t> --><w:p><w:r><w:t>甲乙</w:t></w:r></w:p>",
]


@pytest.mark.parametrize("body", UNUSUAL)
def test_xml_that_is_written_in_an_unusual_way_is_not_guessed_at(body: str) -> None:
    data = package(body)
    with pytest.raises(FormatError, match=r"document\.xml"):
        edited(data, [Edit(Span(0, 1), "丙")])


def test_comments_of_word_silence_rules() -> None:
    marked = '<w:commentRangeStart w:id="1"/>{}<w:commentRangeEnd w:id="1"/>'
    odd = "<w:r><w:t>约100人左右</w:t></w:r>"
    body = p(marked.format(odd), "参加。") + p(odd, "参加。")
    data = package(body, COMMENTS)
    report = read(data, "docx")
    assert report.source is not None
    hints = [(h.value, h.span.of(report.source.text)) for h in report.source.hints if h.kind == "comment"]
    assert hints == [("govreport: ignore GR520 引文照录", "约100人左右")]
    found = check(report, select=["GR520", "GR0"])
    assert [f.span.start for f in found if f.span] == [len("约100人左右参加。\n")]


def test_a_comment_without_a_range_is_for_its_paragraph() -> None:
    body = p("办理１２件", '<w:r><w:commentReference w:id="2"/></w:r>', "，又３件。") + p("另９件。")
    report = read(package(body, COMMENTS), "docx")
    found = check(report, select=["GR522"])
    assert report.source and [f.span.of(report.source.text) for f in found if f.span] == ["９"]


def test_an_unused_comment_of_word_is_told() -> None:
    body = p('<w:commentRangeStart w:id="1"/>', "约100人参加。", '<w:commentRangeEnd w:id="1"/>')
    assert [f.code for f in check(read(package(body, COMMENTS), "docx"), select=["GR0", "GR520"])] == ["GR001"]


def test_fix_file() -> None:
    data = package(p("一、总体情况") + p("全年办理１", "２件，增长5～", BOLD.format("10%"), "。"))
    repair = fix_file(data, "docx", select=["GR521", "GR522"])
    assert [f.code for f in repair.made] == ["GR522", "GR521"]
    assert text_of(repair.data) == "一、总体情况\n全年办理12件，增长5%～10%。"
    assert "<w:b/>" in document(repair.data)
    assert fix_file(repair.data, "docx", select=["GR521", "GR522"]).data == repair.data


def test_documents_written_here_are_fixed_too() -> None:
    report = read("某县2023年工作总结\n\n一、总体情况\n\n全年办理１２件，增长5～10%。\n".encode(), "md")
    data = dumps(report, "docx")
    assert isinstance(data, bytes)
    repair = fix_file(data, "docx", select=["GR521", "GR522"])
    assert isinstance(repair.after, Report) and repair.after.sections[0].text == "全年办理12件，增长5%～10%。"
    assert not check(repair.after, select=["GR521", "GR522"])


LETTER = """某县人民政府
某县政发〔2024〕3号
某县人民政府关于2023年法治政府建设情况的报告
市人民政府：
现将有关情况报告如下。
一、主要做法
（一）加强领导。全年办理来信１２件。
（三）公开结果。增长5～10%。
二、下一步打算
抓好落实。

某县人民政府
2024年01月08日
"""


@pytest.mark.parametrize("layout", ["speech", "gbt9704"])
def test_of_a_document_written_here_a_fix_changes_what_it_fixes_and_nothing_else(layout: str) -> None:
    """The letterhead, the lines of the title and the page numbers are no more part of the report than before."""
    data = dumps(parse(LETTER), "docx", layout=layout)
    assert isinstance(data, bytes)
    repair = fix_file(data, "docx", unsafe=True, select=["GR101", "GR154", "GR521", "GR522"])
    fixed = LETTER.replace("１２", "12").replace("（三）", "（二）").replace("5～", "5%～").replace("01月08", "1月8")
    same, after = parse(fixed), read(repair.data)
    for name in ("title", "document_number", "issuer", "recipients", "date", "preamble", "sections", "closing"):
        assert getattr(after, name) == getattr(same, name), name
    changed = [line for line in ndiff(lines_of(data), lines_of(repair.data)) if line.startswith(("-", "+"))]
    assert len(changed) == 6


def lines_of(data: bytes) -> list[str]:
    return text_of(data).splitlines()


def test_both_views_of_a_redline_stay_told() -> None:
    older, newer = parse(LETTER), parse(LETTER.replace("抓好落实", "抓紧落实"))
    data = dumps(newer, "docx", redline=older)
    assert isinstance(data, bytes)
    fixed = fix_file(data, "docx", select=["GR522"]).data
    assert read(fixed).sections == parse(LETTER.replace("抓好落实", "抓紧落实").replace("１２", "12")).sections
    assert read(fixed, original=True).sections == parse(LETTER.replace("１２", "12")).sections


def test_what_makes_a_property_wrong_leaves_the_document_to_be_parsed() -> None:
    """Another issuer, another date: they stand among the properties too, where no edit reaches."""
    data = dumps(parse(LETTER), "docx")
    assert isinstance(data, bytes)
    at = text_of(data).index("2024年01月08日")
    done = edited(data, [Edit(Span(at, at + 11), "2024年2月9日")])
    assert read(done).date == "2024-02-09"


@pytest.mark.skipif(not DOCUMENTS, reason="no ../shared/corpus beside this clone")
@pytest.mark.parametrize("path", DOCUMENTS[::3], ids=lambda path: path.stem[:24])
def test_every_letter_of_real_documents_has_its_place(path: Path) -> None:
    data = path.read_bytes()
    where = places(data)
    lost = [char for char, place in zip(where.text, where.at, strict=True) if place is None and not char.isspace()]
    assert len(lost) <= len(where.text) // 50, "only automatic numbers and symbols"
    digits = [at for at, char in enumerate(where.text) if char.isdecimal() and where.at[at] is not None]
    edits = [Edit(Span(at, at + 1), "八") for at in digits[:200]]
    assert text_of(edited(data, edits)) == applied(where.text, edits)
