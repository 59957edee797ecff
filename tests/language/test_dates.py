"""Dates as pair tables: text, the piece of it that is a date, its ISO form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.language.dates import find_date, parse_date

DATES = [
    ("2023年4月12日", "2023年4月12日", "2023-04-12"),
    ("２０２３年４月１２日", "２０２３年４月１２日", "2023-04-12"),
    ("二〇二三年四月十二日", "二〇二三年四月十二日", "2023-04-12"),
    ("二○二三年十二月三十一日", "二○二三年十二月三十一日", "2023-12-31"),
    ("二零二零年二月廿九日", "二零二零年二月廿九日", "2020-02-29"),
    ("一九四九年十月一日", "一九四九年十月一日", "1949-10-01"),
    ("2023 年 4 月 12 日", "2023 年 4 月 12 日", "2023-04-12"),
    ("2023年\u30004月12号", "2023年\u30004月12号", "2023-04-12"),
    ("2023-04-12", "2023-04-12", "2023-04-12"),
    ("2023-4-12 10:30", "2023-4-12", "2023-04-12"),
    ("2023.4.12", "2023.4.12", "2023-04-12"),
    ("2023/4/12", "2023/4/12", "2023-04-12"),
    ("2023．04．12", "2023．04．12", "2023-04-12"),
    # year and month
    ("2024年12月", "2024年12月", "2024-12"),
    ("二〇二四年十二月印发", "二〇二四年十二月", "2024-12"),
    ("2024-12", "2024-12", "2024-12"),
    ("2025.12 项目竣工。", "2025.12", "2025-12"),
    # in a sentence
    ("——2026年1月25日在省第十四届人民代表大会上", "2026年1月25日", "2026-01-25"),
    ("发布日期：2023-04-12　来源：区政府", "2023-04-12", "2023-04-12"),
    ("2024年1月至11月", "2024年1月", "2024-01"),
    ("2023年13月1日改为2023年3月1日", "2023年3月1日", "2023-03-01"),
]

NO_DATES = [
    "", "2023年", "二〇二三年", "4月12日", "2023年13月1日", "2023年2月30日", "2023-13-01", "2023年0月1日",
    "投资2025.12亿元", "增长2025.12%", "2021-2025年", "科办政办发〔2023〕4号", "2023.4", "2023.4-12",
    "12023-04-12", "2023-04-123", "2023.04.12.1", "电话2023-0412", "1899年1月1日", "三四年五月",
]  # fmt: skip


@pytest.mark.parametrize(("text", "piece", "iso"), DATES)
def test_date(text: str, piece: str, iso: str) -> None:
    found = find_date(text)
    assert found is not None
    start, end, value = found
    assert (text[start:end], value) == (piece, iso)


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(("text", "piece", "iso"), DATES)
def test_parse_date_wants_the_date_alone(text: str, piece: str, iso: str) -> None:
    assert parse_date(f"\u3000{piece}\n") == iso
    assert parse_date(f"{piece}印发") is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_of_two_centuries(day: date) -> None:
    assert parse_date(f"{day.year}年{day.month}月{day.day}日") == day.isoformat()


@given(st.text(st.sampled_from("2019年04月12日二〇○三-./ 　十廿OＯ０")))
def test_never_raises(text: str) -> None:
    found = find_date(text)
    assert found is None or parse_date(text[found[0] : found[1]]) == found[2]
