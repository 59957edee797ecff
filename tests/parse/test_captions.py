"""Captions of tables: the line right above a table that numbers and names it."""

from __future__ import annotations

import pytest

from govreport import Paragraph, Table, dumps, parse, read

TABLE = "指标\t数量\n收件\t12\n办结\t12"


def text(line: str, between: str = "") -> str:
    return f"某县工作总结\n一、总体情况\n办结事项12件。\n{line}\n{between}{TABLE}\n另起一段。\n"


@pytest.mark.parametrize(
    "line", ["表1 收件情况（单位：件）", "表 2　收件情况", "表一：收件情况", "附表2-1：收件情况", "续表3 收件情况"]
)
def test_a_numbered_name_above_a_table_is_its_caption(line: str) -> None:
    report = parse(text(line))
    first, table, last = report.sections[0].blocks
    assert isinstance(table, Table)
    assert (table.caption, table.rows[0]) == (line, ("指标", "数量"))
    assert [block.text for block in (first, last) if isinstance(block, Paragraph)] == ["办结事项12件。", "另起一段。"]
    assert [tile.kind for tile in report.tiles()][-4:] == ["text", "caption", "table", "text"]


@pytest.mark.parametrize("line", ["收件情况如下", "表1显示，收件比上年多。", "代表1 号提案", "详见表1 收件情况"])
def test_other_lines_above_a_table_are_text(line: str) -> None:
    blocks = parse(text(line)).sections[0].blocks
    assert [getattr(block, "caption", "") for block in blocks] == [""] * 4


def test_a_caption_must_stand_right_above() -> None:
    assert len(parse(text("表1 收件情况", "收件比上年多。\n")).sections[0].blocks) == 5


@pytest.mark.parametrize("format", ["txt", "md"])
def test_captions_come_back_from_text(format: str) -> None:
    report = parse(text("表1 收件情况"))
    written = dumps(report, format, canonical=True)
    assert isinstance(written, str)
    assert read(written.encode(), format).sections == report.sections
