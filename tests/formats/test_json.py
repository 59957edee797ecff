"""JSON: everything comes back, and what is wrong is named with its path."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govreport import parse
from govreport.errors import BudgetError, FormatError
from govreport.formats import json_format
from govreport.formats.json_format import dumps, read, write
from govreport.model import (
    Citation,
    Closing,
    DocumentNumber,
    Edit,
    Hint,
    Metric,
    Note,
    Number,
    Paragraph,
    Place,
    Plan,
    Problem,
    Report,
    Section,
    Source,
    Span,
    Table,
)

METRIC = Metric(
    "地区生产总值", Decimal("5300000000000"), "元", Decimal("5.40E+12"), "around", "level", "up", "5.3万亿元",
    Span(3, 9), "一/（一）", 2023, True,
)  # fmt: skip
FULL = Report(
    title="某县2023年工作总结",
    subtitle="2024年1月8日",
    kind="summary",
    year=2023,
    plan_year=2024,
    document_number=DocumentNumber("某政发", 2024, 3, Span(0, 2)),
    preamble=(Paragraph("现报告如下。", Span(1, 4)), Table((("指标", "值"), ("收件", "12")), "表1", Span(4, 9))),
    sections=(
        Section(
            Number("一、", "hanzi", 1, Span(9, 11)),
            "总体情况",
            "achievements",
            (Paragraph("续写。", inline=True),),
            (Section(Number("——", "dash", None), run_in=True, inline=True, stop="：", blocks_after=1),),
            Span(9, 20),
            heading_span=Span(11, 15),
        ),
    ),
    closing=Closing((Paragraph("特此报告。"),), ("某县人民政府",), "2024年1月8日", ("清单",)),
    metadata={"索引号": 'A"1\n', "空": ""},
    metrics=(METRIC,),
    plans=(Plan("建成学校3所", "教育", 2024, (METRIC,), ("教育局", "住建局"), "2024年底", "二", Span(2, 3)),),
    problems=(Problem("力量不足", "编制少", "三", Span(5, 6)),),
    citations=(Citation("某条例", "主席令第1号", "第二条", "条例", ("一",), (Span(1, 2), Span(3, 4))),),
    notes=(Note("GR101", "warning", "缺号", "missing", Span(0, 1), "补上", (Edit(Span(0, 1), "二"),)),),
    places=(Place(Span(0, 2), "title"),),
    furniture=(Place(Span(20, 22), "page-number"),),
    source=Source(
        "全文\t\u2028\x00\ud800", "报告.txt", "txt", "gb18030", (Hint(Span(0, 1), "bold"),), {"作者": "办公室"}
    ),
)


def changed(path: str, value: Any) -> bytes:
    """The JSON of FULL with one value exchanged; the path is written like sections.0.heading."""
    raw = json.loads(write(FULL))
    *steps, last = path.split(".")
    at = raw
    for step in steps:
        at = at[int(step) if step.isdigit() else step]
    at[int(last) if last.isdigit() else last] = value
    return json.dumps(raw).encode()


def test_everything_comes_back() -> None:
    back = read(write(FULL))
    assert back == FULL
    assert (back.notes, back.places, back.furniture) == (FULL.notes, FULL.places, FULL.furniture)
    assert back.sections[0].span == Span(9, 20)
    assert back.sections[0].heading_span == Span(11, 15)
    assert back.document_number is not None
    assert back.document_number.span == Span(0, 2)
    assert back.citations[0].spans == (Span(1, 2), Span(3, 4))
    assert str(back.metrics[0].upper) == "5.40E+12"


def test_the_source_comes_back_without_hints() -> None:
    source = read(write(FULL)).source
    assert source is not None
    assert (source.text, source.name, source.encoding) == ("全文\t\u2028\x00\ud800", "报告.txt", "gb18030")
    assert source.metadata == {"作者": "办公室"}
    assert source.hints == ()


def test_writing_again_gives_the_same_bytes() -> None:
    assert write(read(write(FULL))) == write(FULL)


def test_the_layout_of_the_file() -> None:
    text = dumps(evolve(FULL, source=None))
    assert text.startswith(
        '{\n  "$schema": "report.schema.json",\n  "schema_version": "1.0",\n  "generator": "govreport '
    )
    assert text.endswith("\n}\n")
    assert '"title": "某县2023年工作总结"' in text
    raw = json.loads(text)
    assert raw["preamble"][1] == {
        "type": "table",
        "rows": [["指标", "值"], ["收件", "12"]],
        "caption": "表1",
        "span": {"start": 4, "end": 9},
    }
    assert raw["metrics"][0]["value"] == "5300000000000"
    assert raw["source"] is None
    assert list(json.loads(dumps(Report()))) == list(raw)


def test_a_file_of_few_words_is_enough() -> None:
    data = '\ufeff{"schema_version": "1.0", "preamble": [{"type": "paragraph", "text": "进展良好。"}]}'.encode()
    assert read(data) == Report(preamble=(Paragraph("进展良好。"),))


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("title", 3, "$.title"),
        ("year", "2023", "$.year"),
        ("year", True, "$.year"),
        ("metadata", [], "$.metadata"),
        ("metadata", {"a": 1}, "$.metadata['a']"),
        ("sections", "abc", "$.sections"),
        ("closing", "x", "$.closing"),
        ("closing.signature", "某县", "$.closing.signature"),
        ("sections.0.number.value", "1", "$.sections[0].number.value"),
        ("sections.0.number.style", "roman", "$.sections[0].number.style"),
        ("sections.0.children.0.blocks_after", 1.5, "$.sections[0].children[0].blocks_after"),
        ("sections.0.blocks.0.text", None, "$.sections[0].blocks[0].text"),
        ("sections.0.blocks.0.type", "list", "$.sections[0].blocks[0]"),
        ("sections.0.blocks.0.size", 12, "$.sections[0].blocks[0]"),
        ("sections.0.span", {"start": 9, "end": 3}, "$.sections[0].span"),
        ("sections.0.span", {"start": -1, "end": 3}, "$.sections[0].span"),
        ("preamble.1.rows.1.0", 7, "$.preamble[1].rows[1][0]"),
        ("metrics.0.value", 5.3, "$.metrics[0].value"),
        ("metrics.0.value", "NaN", "$.metrics[0].value"),
        ("metrics.0.direction", "sideways", "$.metrics[0].direction"),
        ("notes.0.severity", "fatal", "$.notes[0].severity"),
        ("source.hints", [], "$.source"),
        ("colour", "red", "$"),
        ("schema_version", "2.0", "$.schema_version"),
        ("schema_version", 1, "$.schema_version"),
        ("schema_version", None, "$.schema_version"),
    ],
)
def test_a_fault_is_named_with_its_path(path: str, value: Any, where: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(changed(path, value))
    assert caught.value.zh.startswith(f"{where}：")
    assert caught.value.en.startswith(f"{where}: ")


def test_json_of_others_is_called_that() -> None:
    with pytest.raises(FormatError, match=r"不是 govreport 写出的 JSON.* / .*no JSON of govreport"):
        read(b'{"rows": [1, 2]}')


def test_a_missing_field_is_named() -> None:
    data = b'{"schema_version": "1.0", "preamble": [{"type": "paragraph"}, {"type": "table"}]}'
    with pytest.raises(FormatError, match=r"\$\.preamble\[0\].*缺少必需的字段 'text'（另有 1 处）.*\(and 1 more\)"):
        read(data)


def test_fields_of_a_later_minor_version_are_passed_over() -> None:
    data = changed("sections.0.colour", "red").replace(b'"schema_version": "1.0"', b'"schema_version": "1.7"')
    assert read(data) == FULL


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"3",
        b'{"year": NaN}',
        b"\xff\xfe{}",
        b'{"schema_version": "1.0", "year": ' + b"9" * 5000 + b"}",
    ],
)
def test_what_is_no_json_of_ours(data: bytes) -> None:
    with pytest.raises(FormatError):
        read(data)


def test_budgets() -> None:
    with pytest.raises(BudgetError, match="10"):
        read(write(FULL), max_bytes=10)
    for depth in (json_format.MAX_DEPTH + 1, 100_000):
        with pytest.raises(BudgetError):
            read(b'{"a": ' + b"[" * depth + b"]" * depth + b"}")


@pytest.mark.parametrize("depth", [json_format.MAX_DEPTH, 5000])
def test_a_tree_too_deep_to_be_read_again_is_not_written(depth: int) -> None:
    section = Section()
    for _ in range(depth):
        section = Section(children=(section,))
    with pytest.raises(BudgetError):
        write(Report(sections=(section,)))


@given(st.text(st.characters(), max_size=60))
def test_any_text_comes_back(text: str) -> None:
    report = parse(text)
    back = read(write(report))
    assert back == report
    assert back.source is not None
    assert back.source.text == text
    assert list(back.tiles()) == list(report.tiles())
