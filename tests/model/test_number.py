"""The fourteen numbering styles as pair tables: what is read, what is left alone, what is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import Number
from govreport.model.number import STYLES, format_number, hanzi, number_of, ordinal, parse_number

FORMATTED = [
    # style, value, as GB/T 9704 or common usage writes it
    ("part", 1, "第一部分"), ("part", 12, "第十二部分"),
    ("chapter", 3, "第三章"), ("chapter", 21, "第二十一章"),
    ("section", 2, "第二节"),
    ("article", 105, "第一百零五条"),
    ("hanzi", 1, "一、"), ("hanzi", 10, "十、"), ("hanzi", 11, "十一、"), ("hanzi", 20, "二十、"),
    ("hanzi", 32, "三十二、"),
    ("hanzi-paren", 1, "（一）"), ("hanzi-paren", 15, "（十五）"),
    ("arabic", 1, "1."), ("arabic", 21, "21."),
    ("arabic-paren", 1, "（1）"), ("arabic-paren", 10, "（10）"), ("arabic-paren", 11, "（11）"),
    ("circled", 1, "①"), ("circled", 20, "⑳"), ("circled", 21, "㉑"), ("circled", 35, "㉟"), ("circled", 36, "㊱"),
    ("circled", 50, "㊿"),
    ("shi", 3, "三是"), ("shi", 10, "十是"),
    ("yao", 2, "二要"),
    ("ordinal", 4, "第四，"),
    ("sequence", 1, "首先，"), ("sequence", 2, "其次，"), ("sequence", 3, "再次，"), ("sequence", None, "最后，"),
    ("dash", None, "——"),
]  # fmt: skip

SPELLINGS = [
    # what a line opens with, the number as written, style, value
    ("第二篇 发展目标", "第二篇", "part", 2),
    ("第三编 城乡建设", "第三编", "part", 3),
    ("第１部分 回顾", "第１部分", "part", 1),
    ("第4章 保障", "第4章", "chapter", 4),
    ("第五章：保障", "第五章：", "chapter", 5),
    ("壹、总体情况", "壹、", "hanzi", 1),
    ("拾贰、附则", "拾贰、", "hanzi", 12),
    ("廿三、附则", "廿三、", "hanzi", 23),
    ("卅、附则", "卅、", "hanzi", 30),
    ("一．总体情况", "一．", "hanzi", 1),
    ("一.总体情况", "一.", "hanzi", 1),
    ("(二)公开结果", "(二)", "hanzi-paren", 2),
    ("(二）公开结果", "(二）", "hanzi-paren", 2),
    ("（ 二 ）公开结果", "（ 二 ）", "hanzi-paren", 2),
    ("（二）、公开结果", "（二）、", "hanzi-paren", 2),
    ("二）公开结果", "二）", "hanzi-paren", 2),
    ("二)公开结果", "二)", "hanzi-paren", 2),
    ("㈠抓好服务", "㈠", "hanzi-paren", 1),
    ("㈩抓好服务", "㈩", "hanzi-paren", 10),
    ("（贰）抓好服务", "（贰）", "hanzi-paren", 2),
    ("3、热线接听", "3、", "arabic", 3),
    ("３．热线接听", "３．", "arabic", 3),
    ("１２.热线接听", "１２.", "arabic", 12),
    ("⒈窗口建设", "⒈", "arabic", 1),
    ("⒛窗口建设", "⒛", "arabic", 20),
    ("1.2023年工作回顾", "1.", "arabic", 1),
    ("(7)上门服务", "(7)", "arabic-paren", 7),
    ("（７）上门服务", "（７）", "arabic-paren", 7),
    ("7）上门服务", "7）", "arabic-paren", 7),
    ("7)上门服务", "7)", "arabic-paren", 7),
    ("⑴上门服务", "⑴", "arabic-paren", 1),
    ("⒇上门服务", "⒇", "arabic-paren", 20),
    ("❶上门服务", "❶", "circled", 1),
    ("❿上门服务", "❿", "circled", 10),
    ("㉑上门服务", "㉑", "circled", 21),
    ("一是，延长时间", "一是，", "shi", 1),
    ("十一是延长时间", "十一是", "shi", 11),
    ("二要：盯住实事", "二要：", "yao", 2),
    ("第一、依靠群众", "第一、", "ordinal", 1),
    ("其二，起步晚", "其二，", "ordinal", 2),
    ("首先、要靠群众", "首先、", "sequence", 1),
    ("最后：要靠实干", "最后：", "sequence", None),
    ("--粮食增产", "--", "dash", None),
    ("———粮食增产", "———", "dash", None),
]  # fmt: skip

NOTHING = [
    "", "总体情况", "、总体情况", "（）总体情况", "（一总体情况", "3.5%的增速", "1.2亿人次", "2025年，全县",
    "2025.12项目竣工",
    "百、附则", "零、序言", "（二〇二三）年报", "（2023）12号", "1234、热线", "第一产业", "第五届代表",
    "统一是", "首先要靠群众",
    "其他，", "-5摄氏度", "—5—", "[1]数据", " 一、前有空格",
]  # fmt: skip


@pytest.mark.parametrize(("style", "value", "text"), FORMATTED, ids=[row[2] for row in FORMATTED])
def test_a_style_writes_and_reads_its_numbers(style: str, value: int | None, text: str) -> None:
    assert format_number(style, value) == text
    assert parse_number(f"{text}加强服务") == Number(text, style, value)
    assert parse_number(f"{text}加强服务", style) == Number(text, style, value)


def test_every_style_is_in_the_table() -> None:
    assert len(STYLES) == 14
    assert {style for style, _, _ in FORMATTED} == set(STYLES)
    assert all(row.id == id for id, row in STYLES.items())


@pytest.mark.parametrize(("line", "text", "style", "value"), SPELLINGS, ids=[row[0] for row in SPELLINGS])
def test_other_spellings(line: str, text: str, style: str, value: int | None) -> None:
    assert parse_number(line) == Number(text, style, value)


@pytest.mark.parametrize("line", NOTHING)
def test_no_number(line: str) -> None:
    assert parse_number(line) is None


def test_a_style_reads_no_other_style() -> None:
    for _, _, text in FORMATTED:
        readers = [style for style in STYLES if (found := parse_number(text, style)) and found.text == text]
        assert len(readers) == 1


def test_a_numeral_that_is_none_gives_no_number() -> None:
    assert number_of("百是", "shi") is None
    assert number_of("十是", "shi") == Number("十是", "shi", 10)


def test_numbers_are_equal_wherever_they_stand() -> None:
    assert Number("一、", "hanzi", 1) == parse_number("一、总体情况")
    assert Number("一、", "hanzi", 1) != Number("壹、", "hanzi", 1)


@pytest.mark.parametrize("value", [0, 51, None])
def test_circled_numbers_end_at_fifty(value: int | None) -> None:
    with pytest.raises(ValueError, match="①"):
        format_number("circled", value)


@pytest.mark.parametrize("value", [0, 1000])
def test_hanzi_ordinals_end_at_999(value: int) -> None:
    with pytest.raises(ValueError, match="999"):
        hanzi(value)


ORDINALS = [
    ("一", 1), ("十", 10), ("十一", 11), ("二十", 20), ("二十一", 21), ("九十九", 99), ("一百", 100), ("一百零五", 105),
    ("一百一十", 110), ("一百一十五", 115), ("九百九十九", 999), ("二零", 20), ("廿", 20), ("廿九", 29), ("卅一", 31),
    ("叁", 3), ("贰拾伍", 25), ("壹佰〇贰", 102), ("12", 12), ("０７", 7),
    ("", None), ("百", None), ("零", None), ("十百", None), ("情况", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), ORDINALS, ids=[text or "空" for text, _ in ORDINALS])
def test_ordinals(text: str, value: int | None) -> None:
    assert ordinal(text) == value


@given(st.sampled_from([s for s in STYLES if s not in ("circled", "sequence", "dash")]), st.integers(1, 999))
def test_every_value_comes_back(style: str, value: int) -> None:
    assert parse_number(format_number(style, value) + "加强服务") == Number(format_number(style, value), style, value)


@given(st.text(st.sampled_from("一二十百零廿壹佰〇１2.．、，：（）()第其章节条部分是要首先最后—-①㈠⑴⒈ 年"), max_size=8))
def test_a_number_is_what_the_text_opens_with(text: str) -> None:
    number = parse_number(text)
    assert number is None or (number.text != "" and text.startswith(number.text) and number.style in STYLES)
