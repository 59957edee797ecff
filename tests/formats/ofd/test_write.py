"""OFD out: reports come back as they were, pages look as GB/T 9704-2012 wants them, another reader sees the same."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from govreport import Number, Paragraph, Report, Section, Table, dumps, parse, read
from govreport.formats.render import plain
from govreport.model.report import Closing, DocumentNumber

SPACE = "{http://www.ofdspec.org/2016}"
FIVE = [
    "fazhi/pingtan-suping-2023.txt",
    "gov/prov-2026-四川省.txt",
    "stat/宜春市2022年国民经济和社会发展统计公报.html",
    "summary/pingtan-tcj-2024.txt",
    "gov/nat-crawl-2012.txt",
]
"""Reports of the corpus with tables, attachments, signatures, 题注 and other parts."""


def ofd(report: Report) -> bytes:
    data = dumps(report, "ofd")
    assert isinstance(data, bytes)
    return data


@frozen
class Text:
    """A text object of a page: its words, the left edge of the first and right edge of the last, its baseline (mm)."""

    words: str
    left: float
    right: float
    baseline: float
    size: float
    font: str


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def pages(data: bytes) -> list[list[Text]]:
    """What stands on each page, by the words of the file alone."""
    parts = files(data)
    fonts = {
        f.get("ID"): f.get("FontName") for f in etree.fromstring(parts["Doc_0/PublicRes.xml"]).iter(f"{SPACE}Font")
    }
    found = []
    for at in range(sum(name.startswith("Doc_0/Pages/") for name in parts)):
        page = []
        for item in etree.fromstring(parts[f"Doc_0/Pages/Page_{at}/Content.xml"]).iter(f"{SPACE}TextObject"):
            box = [float(word) for word in str(item.get("Boundary")).split()]
            code = item.find(f"{SPACE}TextCode")
            assert code is not None
            size = float(str(item.get("Size")))
            written = re.sub(r"g (\d+) (\S+)", lambda m: " ".join([m[2]] * int(m[1])), str(code.get("DeltaX") or ""))
            right = box[0] + sum(float(word) for word in written.split()) + size
            font = str(fonts[item.get("Font")])
            page.append(Text(code.text or "", box[0], right, box[1] + float(str(code.get("Y"))), size, font))
        found.append(page)
    return found


def lines(page: list[Text]) -> list[str]:
    """The lines of a page, from top to bottom."""
    rows: dict[float, list[Text]] = {}
    for text in page:
        rows.setdefault(round(text.baseline, 1), []).append(text)
    return ["".join(t.words for t in sorted(rows[at], key=lambda t: t.left)) for at in sorted(rows)]


def sections(count: int, before: int = 0) -> Report:
    """A report of one-line paragraphs with a heading behind so many of them."""
    short = tuple(Paragraph("全县上下真抓实干。") for _ in range(count))
    first = Section(Number("一、", "hanzi", 1), "工作情况", blocks=short)
    return Report(sections=(first, Section(Number("二、", "hanzi", 2), "下一步打算", blocks=short)))


# round trip


def test_the_example_comes_back(example: Report) -> None:
    again = read(ofd(example))
    assert again == example
    assert again.metrics == example.metrics
    assert again.source is not None
    assert (again.source.format, again.source.text) == ("ofd", plain(example))


@pytest.mark.parametrize("name", FIVE)
def test_reports_of_the_corpus_come_back(name: str, shared: Path) -> None:
    report = read(shared / "corpus" / "full" / name)
    assert read(ofd(report)) == report


def test_bytes_are_the_same_for_the_same_report(example: Report) -> None:
    data = ofd(example)
    assert ofd(read(data)) == data == ofd(example)
    assert ofd(parse("某县工作总结")) != data


WORDS = st.text(st.sampled_from("一（）1.2、。a \t\n　<&\"'”—…①\U00020000é"), max_size=12)
TABLE = st.builds(Table, st.lists(st.lists(WORDS, max_size=3).map(tuple), max_size=4).map(tuple), WORDS)


@given(WORDS, st.lists(st.one_of(st.builds(Paragraph, WORDS), TABLE), max_size=4).map(tuple), WORDS, TABLE)
@settings(max_examples=60)
def test_odd_reports_come_back(title: str, blocks: tuple[Paragraph | Table, ...], heading: str, last: Table) -> None:
    """Whatever their texts; paragraphs without a word are none."""
    kept = tuple(block for block in blocks if isinstance(block, Table) or block.text)
    section = Section(Number("一、", "hanzi", 1), heading, blocks=kept)
    report = Report(title=title, sections=(section,), closing=Closing((last,)), metadata={"甲 乙": title or "丙"})
    assert read(ofd(report), facts=False) == report


# files that were changed


def changed(report: Report, name: str, edit: Callable[[str], str]) -> Report:
    """The report in a file after an edit of one of its parts."""
    parts = files(ofd(report))
    before = parts[name].decode()
    assert edit(before) != before
    return read(packed({**parts, name: edit(before).encode()}))


PAGE, TAGS = "Doc_0/Pages/Page_0/Content.xml", "Doc_0/Tags/Report.xml"
OBJECT = '<ofd:TextObject ID="9999" Boundary="34 250 60 8" Font="{}" Size="5.6"><ofd:TextCode X="0" Y="5.6">新增的一句。</ofd:TextCode></ofd:TextObject></ofd:Layer>'


@pytest.mark.parametrize(
    ("name", "old", "new", "there", "gone"),
    [
        (PAGE, "依法办事", "以法办事", "以法办事", "依法办事"),  # a word
        (PAGE, "</ofd:Layer>", OBJECT.format(5), "新增的一句。", ""),  # a paragraph that no tag knows
        (TAGS, 'mark="h2', 'mark="t2', "依法办事", ""),  # a tag
        (TAGS, "<g:furniture>", "<g:furniture><x>", "依法办事", ""),
    ],
)
def test_what_the_pages_say_wins(example: Report, name: str, old: str, new: str, there: str, gone: str) -> None:
    if new.endswith("<x>"):
        found = changed(example, name, lambda text: text.replace("urn:govreport:report", "urn:other"))
    else:
        found = changed(example, name, lambda text: text.replace(old, new, 1))
    assert found.source is not None
    assert any(hint.kind == "page" for hint in found.source.hints)  # read as any other OFD
    text = "".join(found.source.text.split())
    assert there in text
    assert not gone or text.count(gone) < "".join(plain(example).split()).count(gone)


def test_two_objects_of_one_number_are_not_trusted(example: Report) -> None:
    again = changed(example, PAGE, lambda text: re.sub(r'(<ofd:TextObject ID=")\d+', r"\g<1>10", text, count=2))
    assert again.source is not None
    assert any(hint.kind == "page" for hint in again.source.hints)


def without_tags(report: Report) -> bytes:
    """What a program leaves that doesn't know tags."""
    parts = files(ofd(report))
    parts = {name: content for name, content in parts.items() if "/Tags/" not in name}
    parts["Doc_0/Document.xml"] = re.sub(b"<ofd:CustomTags>.*?</ofd:CustomTags>", b"", parts["Doc_0/Document.xml"])
    return packed(parts)


def test_the_pages_alone_give_the_same_tree(example: Report) -> None:
    again = read(without_tags(example))
    assert again.source is not None
    assert any(hint.kind == "page" for hint in again.source.hints)
    assert again.sections == example.sections
    assert again.title == example.title
    assert again.document_number == example.document_number


# another reader


def test_another_reader_sees_the_same(example: Report) -> None:
    ofdkit = pytest.importorskip("ofdkit", reason="the extra test is not installed")
    data = ofd(example)
    with ofdkit.open(io.BytesIO(data)) as document:
        assert len(document.pages) == len(pages(data))
        assert {(page.width, page.height) for page in document.pages} == {(210.0, 297.0)}
        seen = [page.text() for page in document.pages]
        assert document.info.title == example.title
    numbers = [re.sub(r"\s", "", text.rstrip().splitlines()[-1]) for text in seen]
    assert numbers == [f"—{at}—" for at in range(1, len(seen) + 1)]
    text = "".join(text.rstrip().rpartition("\n")[0] for text in seen)
    assert re.sub(r"\s", "", text) == re.sub(r"\s", "", plain(example))


# pages


def test_a_full_page_has_22_lines_of_28_characters_in_the_type_area() -> None:
    data = ofd(Report(preamble=(Paragraph("国" * (28 * 22 * 2 - 2)), Paragraph("国" * 28 * 22))))
    page = [text for text in pages(data)[1] if text.font == "仿宋_GB2312"]
    assert [len(line) for line in lines(page)] == [28] * 22
    assert {round(text.left, 1) for text in page} == {28.0}
    assert all(abs(text.right - 184) <= 1 for text in page)
    tops = sorted(text.baseline - 0.88 * text.size for text in page)
    assert abs(tops[0] - 37) <= 1
    assert abs(tops[-1] + page[0].size - 262) <= 1
    assert {round(after - before, 2) for before, after in pairwise(tops)} == {10.44}


def test_page_numbers_stand_outside_7_mm_below_the_type_area(example: Report) -> None:
    for number, page in enumerate(pages(ofd(example)), 1):
        (text,) = [text for text in page if text.font == "宋体"]
        assert text.words == f"— {number} —"
        assert abs(text.baseline - 0.38 * text.size - 269) <= 1
        character = 14 / 72 * 25.4
        edge = 184 - text.right if number % 2 else text.left - 28
        assert abs(edge - character) <= 1


def test_faces_of_title_and_levels() -> None:
    third = Section(Number("1.", "arabic", 1), "三级", blocks=(Paragraph("全年办结12件。"),))
    second = Section(Number("（一）", "hanzi-paren", 1), "二级", children=(third,), run_in=True, stop="。")
    report = Report(title="某县工作总结", sections=(Section(Number("一、", "hanzi", 1), "一级", children=(second,)),))
    faces = {text.words: (text.font, round(text.size / 25.4 * 72)) for text in pages(ofd(report))[0]}
    assert faces["某县工作总结"] == ("方正小标宋简体", 22)
    assert faces["一级"] == ("黑体", 16)
    assert faces["二级"] == ("楷体_GB2312", 16)
    assert faces["三级"] == ("仿宋_GB2312", 16)
    assert faces["12"] == ("Times New Roman", 16)


def test_titles_are_centred_and_broken_between_words() -> None:
    title = "某县人民政府关于2023年度法治政府建设情况的报告"
    page = pages(ofd(Report(title=title)))[0]
    large = [text for text in page if text.size > 7]
    rows = sorted({text.baseline for text in large})
    assert len(rows) == 2
    for row in rows:
        line = [text for text in large if text.baseline == row]
        assert abs(min(t.left for t in line) + max(t.right for t in line) - 212) <= 2
    assert "".join(lines(large)) == title


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    for count in range(17, 26):
        found = [lines([t for t in page if t.font != "宋体"]) for page in pages(ofd(sections(count)))]
        assert all(not page[-1].startswith("二、") for page in found[:-1])
        assert sum(map(len, found)) == 2 * count + 2


def test_no_line_of_a_paragraph_is_alone_on_its_page() -> None:
    for count in range(17, 23):
        blocks = (
            *(Paragraph("全县上下真抓实干。") for _ in range(count)),
            Paragraph("国" * 26 + "家" * 28 * 2 + "事" * 28),
        )
        first, *rest = [lines([t for t in page if t.font != "宋体"]) for page in pages(ofd(Report(preamble=blocks)))]
        inside = [line for line in first if line[0] in "国家事"]
        outside = [line for page in rest for line in page if line[0] in "国家事"]
        assert 1 not in (len(inside), len(outside))


ROWS = (("区域", "件数"), *((f"第{n}街道", str(n)) for n in range(1, 61)))


def test_tables_go_on_under_their_header() -> None:
    data = ofd(Report(preamble=(Paragraph("办件情况如下。"), Table(ROWS, "表1 办件情况"))))
    found = [lines([t for t in page if t.font != "宋体"]) for page in pages(data)]
    assert len(found) >= 2
    assert [page[2 if at == 0 else 0] for at, page in enumerate(found)] == ["区域件数"] * len(found)
    body = [line for page in found for line in page if line.endswith(tuple("0123456789")) and line.startswith("第")]
    assert body == [f"{area}{count}" for area, count in ROWS[1:]]
    for page in pages(data):
        inside = [text for text in page if text.font != "宋体"]
        assert max(text.baseline for text in inside) <= 262 + 1
        assert min(text.baseline - 0.88 * text.size for text in inside) >= 37 - 1


def test_the_pages_alone_give_the_same_table() -> None:
    report = Report(title="某县工作总结", preamble=(Paragraph("办件情况如下。"), Table(ROWS)))
    found = [block for block in read(without_tags(report)).preamble if isinstance(block, Table)]
    assert [table.rows for table in found] == [ROWS]


def test_merged_cells_stand_once() -> None:
    rows = (("指标", "2023年", "2023年"), ("指标", "件数", "占比"), ("许可", "12", "3%"))
    report = Report(preamble=(Table(rows),))
    words = [text.words for text in pages(ofd(report))[0]]
    assert (words.count("指标"), words.count("2023") + words.count("2023年")) == (1, 1)
    assert read(ofd(report), facts=False) == report
    (table,) = (hint.value for hint in read(without_tags(report)).source.hints if hint.kind == "table")  # type: ignore[union-attr]
    assert table == rows


def test_a_row_longer_than_a_page_is_parted() -> None:
    report = Report(preamble=(Table((("事项", "内容"), ("甲", "很长的内容，" * 900))),))
    found = pages(ofd(report))
    assert len(found) > 1
    assert read(ofd(report), facts=False) == report


def test_attachments_begin_on_pages_of_their_own() -> None:
    annex = Section(None, "统计表", role="attachment", blocks=(Paragraph("内容。"),))
    numbered = Section(None, "附件2", role="attachment", blocks=(Paragraph("内容。"),))
    found = [lines(page) for page in pages(ofd(Report(preamble=(Paragraph("正文。"),), sections=(annex, numbered))))]
    assert [page[0] for page in found] == ["正文。", "附件", "附件2"]
    assert found[1][1] == "统计表"


def test_the_date_begins_two_characters_right_of_the_signature() -> None:
    for name in ("某县人民政府", "某某市某某区人民政府办公室法治科", "某局"):
        report = Report(closing=Closing((Paragraph("特此报告。"),), (name,), "2024年1月8日"))
        page = pages(ofd(report))[0]
        (signature,) = [text for text in page if text.words == name]
        date = [text for text in page if text.baseline > signature.baseline and text.font != "宋体"]
        left, right = min(text.left for text in date), max(text.right for text in date)
        assert left - signature.left == pytest.approx(2 * 315 / 1440 * 25.4, abs=0.01)
        assert max(right, signature.right) == pytest.approx(184 - 2 * 315 / 1440 * 25.4, abs=0.3)


def test_the_signature_takes_a_line_of_the_text_along() -> None:
    for count in range(16, 23):
        blocks = tuple(Paragraph("全县上下真抓实干。") for _ in range(count))
        report = Report(preamble=blocks, closing=Closing((), ("某县人民政府",), "2024年1月8日"))
        last = lines([t for t in pages(ofd(report))[-1] if t.font != "宋体"])
        assert last[-1] == "2024年1月8日"
        assert last[0] == "全县上下真抓实干。"


def test_later_lines_of_an_enclosure_hang_below_its_name() -> None:
    names = ("2023年法治政府建设主要指标完成情况统计表及其他需要报送的材料清单", "统计表")
    page = pages(ofd(Report(closing=Closing(enclosures=names))))[0]
    (label,) = [text for text in page if text.words.startswith("附件：")]
    (year,) = [text for text in page if text.words == "2023"]
    second = next(t for t in sorted(page, key=lambda t: t.baseline) if t.baseline > label.baseline)
    assert second.left == pytest.approx(year.left, abs=0.1)


def test_a_document_number_and_recipients() -> None:
    report = Report(title="某县工作总结", document_number=DocumentNumber("某政发", 2024, 7), recipients="市政府：")
    found = lines(pages(ofd(report))[0])
    assert found[:3] == ["某政发〔2024〕7号", "某县工作总结", "市政府："]
    tags = etree.fromstring(files(ofd(report))["Doc_0/Tags/Gongwen.xml"])
    assert [tags.tag.rpartition("}")[2], *(element.tag.rpartition("}")[2] for element in tags[0])] == [
        *("电子公文", "发文字号", "标题", "主送机关"),
    ]


def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    def seconds(count: int) -> float:
        report = Report(preamble=(Paragraph("全县上下真抓实干，各项工作取得新的进展。" * 5),) * count)
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            ofd(report)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(300) <= 16 * seconds(30)
