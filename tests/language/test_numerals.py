"""Numerals as pair tables: what they say, and what is no numeral."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.language.numerals import LARGEST, to_hanzi, to_int
from govreport.model.number import hanzi

NUMERALS = [
    ("零", 0), ("〇", 0), ("一", 1), ("两", 2), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99),
    ("一百", 100), ("一百零五", 105), ("一百一十", 110), ("一百十一", 111), ("九百九十九", 999), ("两百", 200),
    ("一千零五", 1005), ("一千零五十", 1050), ("一千零十一", 1011), ("一万零三百", 10300), ("两万五千", 25000),
    ("一百九十万零三千九百七十一", 1903971), ("九千九百九十九万九千九百九十九", 99999999),
    ("一亿", 10**8), ("一亿二千万", 12 * 10**7), ("三亿十万", 300100000), ("一万亿", 10**12),
    # spoken short forms
    ("一百五", 150), ("两千三", 2300), ("一万二", 12000), ("十三万六", 136000),
    # 廿 and 卅
    ("廿", 20), ("廿三", 23), ("卅", 30), ("卅一", 31),
    # capitals and traditional forms
    ("壹拾贰", 12), ("壹佰贰拾", 120), ("伍仟", 5000), ("兩萬", 20000),
    # digits of both widths
    ("7", 7), ("007", 7), ("2023", 2023), ("１２", 12), ("3６００", 3600),
    # digit by digit, with the zeros people type for 〇
    ("二〇二三", 2023), ("二零二三", 2023), ("二○二三", 2023), ("二0二三", 2023), ("二OO八", 2008),
    ("一九四九", 1949), ("五〇", 50), ("〇五", 5), ("一〇五", 105),
]  # fmt: skip

NO_NUMERALS = [
    ("", "nothing"),
    ("两三", "approximation"), ("三四十", "approximation"), ("三五百", "approximation"), ("几十", "approximation"),
    ("十几", "approximation"), ("二十三四", "approximation"), ("数百", "approximation"), ("上百万", "approximation"),
    ("八五", "the plan 八五"), ("十四五", "the plan 十四五"), ("一二", "first and second"), ("一二三", "all three"),
    ("百", "bare unit"), ("万", "bare unit"), ("千万", "bare unit"), ("亿万", "bare unit"),
    ("3万", "digits and hanzi"), ("3.5", "decimal"), ("3,600", "separators"), ("-5", "sign"), ("负三", "sign"),
    ("五十元整", "amount"), ("三点五", "decimal"), ("百分之五", "share"), ("一半", "share"), ("六成", "share"),
    ("①", "enclosed"), ("²", "superscript"), ("○", "bullet"), ("O", "letter"), ("两两", "in pairs"),
    ("三十五百二", "units out of order"), ("零三百", "opens with 零"), ("一 二", "space"), ("十" * 41, "too long"),
    # these raise KeyError inside cn2an
    ("六亿七千七百三十八", "lost 零"), ("三四十五", "two digits meet"), ("百十一", "百 without a digit"),
    # cn2an has no reading of it: 十二亿 and 9 or 12.9亿
    ("十二亿九", "ambiguous"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMERALS)
def test_numeral(text: str, value: int) -> None:
    assert to_int(text) == value


@pytest.mark.parametrize(("text", "why"), NO_NUMERALS)
def test_no_numeral(text: str, why: str) -> None:
    assert to_int(text) is None, why


@given(st.integers(0, LARGEST))
def test_round_trip(value: int) -> None:
    assert to_int(to_hanzi(value)) == value


def test_headings_and_numerals_are_spelt_alike() -> None:
    assert [to_hanzi(n) for n in range(1, 1000)] == [hanzi(n) for n in range(1, 1000)]


@pytest.mark.parametrize("value", [-1, LARGEST + 1])
def test_outside_the_range(value: int) -> None:
    with pytest.raises(ValueError, match=str(LARGEST)):
        to_hanzi(value)


@given(st.text(st.sampled_from("零〇○一二两三九十百千万亿廿卅壹拾0１Oa. 点负元")))
def test_never_raises(text: str) -> None:
    value = to_int(text)
    assert value is None or value >= 0
