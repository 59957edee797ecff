"""Units as pair tables: the longest one at a place, what it measures, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.language.units import KINDS, unit_at, unit_kind

UNITS = [
    # text behind a number, unit, what it measures
    ("元", "元", "money"),
    ("美元左右", "美元", "money"),
    ("%", "%", "share"),
    ("‰", "‰", "share"),
    ("个百分点，", "个百分点", "share"),
    ("个社区", "个", "count"),
    ("个月未发生", "个月", "time"),
    ("个工作日内", "个工作日", "time"),
    ("倍", "倍", "share"),
    ("人次", "人次", "count"),
    ("人参加", "人", "count"),
    ("户次", "户次", "count"),
    ("场次", "场次", "count"),
    ("件次", "件次", "count"),
    ("平方公里", "平方公里", "measure"),
    ("公里", "公里", "measure"),
    ("千瓦时", "千瓦时", "measure"),
    ("千瓦", "千瓦", "measure"),
    ("千伏变电站", "千伏", "measure"),
    ("微克/立方米", "微克/立方米", "measure"),
    ("元/千瓦时", "元/千瓦时", "measure"),
    ("元/人", "元/人", "measure"),
    ("件/万人", "件", "count"),
    ("台（套）", "台（套）", "count"),
    ("亩次", "亩", "measure"),
    ("℃", "℃", "measure"),
    ("小时", "小时", "time"),
    ("岁以上", "岁", "time"),
    ("标准箱", "标准箱", "measure"),
    ("MW", "MW", "measure"),
    ("P", "P", "measure"),
    ("名律师", "名", "count"),
    ("项任务", "项", "count"),
    ("支，", "支", "count"),
    ("批次", "批次", "count"),
    ("吨标准煤", "吨标准煤", "measure"),
]

NO_UNITS = [
    ("", "nothing"),
    ("级", "a grade"),
    ("年级", "a class at school"),
    ("年代", "a decade"),
    ("条例", "a regulation"),
    ("人大", "a congress"),
    ("次会议", "an ordinal of meetings"),
    ("次全会", "an ordinal of meetings"),
    ("分之一", "a fraction"),
    ("家庭", "a household"),
    ("天然气", "a gas"),
    ("部门", "an office"),
    ("门类", "a class"),
    ("强", "a list of the best"),
    ("号", "a number in a series"),
    ("月", "a month"),
    ("日", "a day"),
    ("G", "a technology"),
    ("米粮", "grain"),
    ("本级", "this level"),
    ("名单", "a list of names"),
]


@pytest.mark.parametrize(("text", "unit", "kind"), UNITS, ids=[row[0] for row in UNITS])
def test_unit(text: str, unit: str, kind: str) -> None:
    assert (unit_at(text, 0), unit_kind(unit)) == (unit, kind)


@pytest.mark.parametrize(("text", "why"), NO_UNITS, ids=[f"{row[1]}: {row[0]}" for row in NO_UNITS])
def test_no_unit(text: str, why: str) -> None:
    assert unit_at(text, 0) == "", why


def test_a_unit_is_read_where_it_stands() -> None:
    text = "新建公路12公里、桥梁3座"
    assert [unit_at(text, at) for at in (6, 12)] == ["公里", "座"]
    assert unit_at(text, 0) == unit_at(text, len(text)) == unit_at(text, 99) == ""


@pytest.mark.parametrize("unit", sorted(KINDS))
def test_every_unit_is_found_at_the_end_of_a_text_and_before_a_comma(unit: str) -> None:
    assert unit_at(f"12{unit}", 2) == unit_at(f"12{unit}，", 2) == unit
    assert unit_kind(unit) in ("money", "share", "measure", "time", "count")


@given(st.text(st.sampled_from("个百分点月人次家元/∕（）千瓦时平方公里台套级")), st.integers(0, 12))
def test_a_unit_stands_in_the_text(text: str, start: int) -> None:
    unit = unit_at(text, start)
    assert text[start : start + len(unit)].replace("∕", "/") == unit
