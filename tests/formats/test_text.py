"""Plain text: unchanged text is given back byte for byte, a changed or new tree is laid out as an official document."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govreport import Closing, DocumentNumber, Number, Paragraph, Report, Section, Table, parse, read
from govreport.formats.faithful import faithful
from govreport.formats.text import dumps, source, write
from govreport.model import Place, Source, Span

TEXT = """某政办发〔2024〕3号

某县人民政府办公室
关于2023年工作情况的报告

县人民政府：

现将全年工作情况报告如下。

一、总体情况
（一）抓好服务。一是优化流程，减少环节。二是公开结果，接受监督。
（二）补齐短板。
1.新建便民点3处。
2.改造老旧小区5个。
二、存在的问题
人手仍然偏紧。

附件：项目清单

某县人民政府办公室
2024年1月8日
"""


def item(text: str, body: str, value: int) -> Section:
    return Section(Number(text, "shi", value), blocks=(Paragraph(body, inline=True),), inline=True)


SHI = (item("一是", "优化流程。", 1), item("二是", "公开结果。", 2))
BY_HAND = Report(
    title="某县2023年工作情况报告",
    subtitle="2024年1月8日在某县第一届人民代表大会第一次会议上",
    document_number=DocumentNumber("某政办发", 2024, 3),
    salutation="各位代表：",
    speaker="县长  王某",
    preamble=(Paragraph("现报告如下。"),),
    sections=(
        Section(
            Number("一、", "hanzi", 1),
            "总体情况",
            children=(
                Section(Number("（一）", "hanzi-paren", 1), "抓好服务", None, (), SHI, stop="。"),
                Section(
                    Number("（二）", "hanzi-paren", 2), "补齐短板", None, (Paragraph("加快建设。", inline=True),),
                    run_in=True, stop="。",
                ),
            ),
        ),
        Section(Number("二、", "hanzi", 2), "收支", None, (Table((("项目", "金额"), ("收入", "1\t2")), "表1"),)),
        Section(None, "名词解释", "attachment", (Paragraph("便民点：办理事项的场所。"),)),
    ),
    closing=Closing((Paragraph("特此报告。"),), ("某县人民政府",), "2024年1月8日", ("清单", "2023年经费表")),
)  # fmt: skip


def test_the_order_of_an_official_document() -> None:
    assert dumps(BY_HAND) == (
        "某政办发〔2024〕3号\n某县2023年工作情况报告\n2024年1月8日在某县第一届人民代表大会第一次会议上\n县长  王某\n"
        "各位代表：\n现报告如下。\n一、总体情况\n（一）抓好服务。一是优化流程。二是公开结果。\n（二）补齐短板。加快建设。\n"
        "二、收支\n表1\n项目\t金额\n收入\t1 2\n特此报告。\n附件：1.清单\n2. 2023年经费表\n某县人民政府\n2024年1月8日\n"
        "名词解释\n便民点：办理事项的场所。\n"
    )


@pytest.mark.parametrize(
    ("section", "text"),
    [
        (Section(Number("1.", "arabic", 1), "2023年工作"), "1. 2023年工作\n"),
        (Section(Number("第一章", "chapter", 1), "总则"), "第一章\u3000总则\n"),
        (Section(Number("一是", "shi", 1), blocks=(Paragraph("抓落实。"),)), "一是抓落实。\n"),
        (Section(Number("一", "hanzi", 1), blocks=(Paragraph("一年来，进展良好。"),)), "一\n一年来，进展良好。\n"),
        (Section(None, "结语", blocks=(Paragraph("完。"),)), "结语\n完。\n"),
        (Section(Number("一、", "hanzi", 1), "工作", children=(evolve(SHI[0], number=Number("1.", "arabic", 1)),)),
         "一、工作\u20031.优化流程。\n"),
        (Section(Number("一、", "hanzi", 1), "工作", None, (Paragraph("前。"), Paragraph("后。")),
                 (Section(Number("1.", "arabic", 1), "中", blocks_after=1),)), "一、工作\n前。\n1.中\n后。\n"),
        (Section(Number("一、", "hanzi", 1), "工作", None, (Paragraph("总之很好。", inline=True),), SHI),
         "一、工作总之很好。一是优化流程。二是公开结果。\n"),
        (Section(Number("一、", "hanzi", 1), "表格", None, (Table((("甲", "乙"),)), Paragraph("说明。", inline=True))),
         "一、表格\n甲\t乙\n说明。\n"),
        (Section(Number("一、", "hanzi", 1), "空", run_in=True, stop="。"), "一、空。\n"),
    ],
)  # fmt: skip
def test_what_goes_on_in_a_paragraph(section: Section, text: str) -> None:
    assert dumps(Report(sections=(section,))) == text


@pytest.mark.parametrize(
    ("report", "text"),
    [
        (Report(title="某县工作报告", issuer="某县", date="2024-01-08"), "某县工作报告\n2024年1月8日\n"),
        (Report(title="工作报告", issuer="某镇人民政府"), "工作报告\n某镇人民政府\n"),
        (Report(subtitle="2024年1月8日在会上", date="2024-01-08"), "2024年1月8日在会上\n"),
        (Report(issuer="某局", closing=Closing(signature=("某局",))), "某局\n"),
        (Report(issuer="某局", places=(Place(Span(0, 2), "title"),)), ""),
        (Report(closing=Closing(enclosures=("清单",))), "附件：清单\n"),
        (Report(), ""),
    ],
)
def test_what_other_lines_say_is_not_written_twice(report: Report, text: str) -> None:
    assert dumps(report) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n"), TEXT.strip(), "\n\u3000\u3000" + TEXT + " \n\n"])
def test_unchanged_text_is_byte_equal(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    report = read(data)
    assert report.at("一/（一）/二是").text == "公开结果，接受监督。"
    assert write(report) == data


def test_what_is_rendered_parses_to_the_same_tree() -> None:
    report = parse(TEXT)
    assert len(list(report.walk())) == 8
    again = parse(dumps(evolve(report, source=None)))
    assert again == report
    assert dumps(evolve(again, source=None)) == dumps(evolve(report, source=None))


def test_a_table_comes_back() -> None:
    text = "某县公报\n一、收支\n项目\t金额\n收入\t12\n支出\t\n二、说明\n以上为快报数。\n"
    report = parse(text)
    table = report.sections[0].blocks[0]
    assert table == Table((("项目", "金额"), ("收入", "12"), ("支出", "")))
    assert parse(dumps(evolve(report, source=None))) == report


@pytest.mark.parametrize("text", ["\t缩进一段。\n\t缩进二段。\n", "甲\t乙\n", "甲\t乙\n一\t二\t三\n", "甲\t\n乙\t\n"])
def test_tabs_that_make_no_table(text: str) -> None:
    assert source(text).hints == ()


def test_two_tables_of_different_width_are_two() -> None:
    hints = source("甲\t乙\r\n一\t二\r\n甲\t乙\t丙\r\n一\t二\t三\r\n").hints
    assert [len(hint.value[0]) for hint in hints] == [2, 3]


PARSED = parse(TEXT)
FIRST, SECOND = PARSED.sections


def with_first(**changes: Any) -> Report:
    return evolve(PARSED, sections=(evolve(FIRST, **changes), SECOND))


@pytest.mark.parametrize(
    "changed",
    [
        evolve(PARSED, title="另一个标题"),
        evolve(PARSED, salutation="各位代表："),
        evolve(PARSED, recipients=""),
        evolve(PARSED, speaker="县长  王某"),
        evolve(PARSED, document_number=DocumentNumber("某政办发", 2024, 4)),
        evolve(PARSED, preamble=()),
        evolve(PARSED, preamble=(*PARSED.preamble, Paragraph("新的一段。"))),
        evolve(PARSED, sections=(FIRST,)),
        evolve(PARSED, sections=(SECOND, FIRST)),
        evolve(PARSED, sections=(FIRST, SECOND, Section(None, "新的一节"))),
        evolve(PARSED, sections=(evolve(FIRST, children=FIRST.children[:1]), FIRST.children[1], SECOND)),
        with_first(heading="总的情况"),
        with_first(stop="。"),
        with_first(number=Number("二、", "hanzi", 2, FIRST.number.span if FIRST.number else None)),
        with_first(number=None),
        with_first(children=FIRST.children[:1]),
        evolve(PARSED, closing=evolve(PARSED.closing, date="2024年1月9日")),
        evolve(PARSED, closing=evolve(PARSED.closing, signature=("某县",))),
        evolve(PARSED, closing=evolve(PARSED.closing, enclosures=("经费表",))),
        evolve(PARSED, closing=evolve(PARSED.closing, blocks=(Paragraph("特此报告。"),))),
        evolve(PARSED, source=Source(TEXT + "又一段。\n")),
        evolve(PARSED, source=None),
    ],
)
def test_a_changed_tree_is_not_faithful(changed: Report) -> None:
    assert faithful(PARSED)
    assert not faithful(changed)
    assert dumps(changed) != TEXT


@pytest.mark.parametrize(("names", "same"), [(("项目清单", "2023年经费表"), True), (("项目清单", "经费表"), False)])
def test_numbered_enclosures_are_compared_by_name(names: tuple[str, ...], same: bool) -> None:
    text = "进展良好。\n附件：1.项目清单\n　　　2. 2023年经费表\n"
    places = (Place(Span(6, 15), "enclosures"), Place(Span(19, 30), "enclosures"))
    preamble = (Paragraph("进展良好。", Span(0, 5)),)
    report = Report(preamble=preamble, closing=Closing(enclosures=names), places=places, source=Source(text))
    assert faithful(report) is same


def test_a_date_above_the_text_is_compared() -> None:
    report = parse("某县2023年工作情况报告\n（2024年1月8日）\n一、总体情况\n进展良好。\n")
    assert report.date == "2024-01-08"
    assert faithful(report)
    assert not faithful(evolve(report, date="2024-01-09"))
    assert "\n2024年1月9日\n" in dumps(evolve(report, date="2024-01-09"))


def test_facts_notes_and_kind_do_not_touch_the_text() -> None:
    assert write(evolve(PARSED, kind="summary", year=2023, plan_year=2024, notes=())) == TEXT.encode()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_is_given_back(text: str) -> None:
    assert dumps(parse(text)) == text
