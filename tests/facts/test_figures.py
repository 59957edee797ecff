"""Figures as pair tables: where a text writes a number, and what that number is, before any unit is read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.facts.figures import figures, plain


def found(text: str) -> list[tuple[str, str]]:
    """All figures of a text: (as written, value)."""
    return [(text[f.start : f.end], f"{f.value:f}") for f in figures(plain(text), text)]


DIGITS = [
    ("培训12场", "12", "12"),
    ("投资3.75亿元", "3.75亿", "375000000"),
    ("面积1,250亩", "1,250", "1250"),
    ("收入1,043,600元", "1,043,600", "1043600"),
    ("总量21.68万亿元", "21.68万亿", "21680000000000"),
    ("总量1.2 万人", "1.2 万", "12000"),
    ("补贴3千万元", "3千万", "30000000"),
    ("补贴8百万元", "8百万", "8000000"),
    ("补贴6千元", "6千", "6000"),
    ("装机600万千瓦", "600万", "6000000"),
    ("装机35千瓦", "35", "35"),
    ("建成110千伏变电站", "110", "110"),
    ("投资1亿2000万元", "1亿2000万", "120000000"),
    ("投资3亿500万元", "3亿500万", "305000000"),
    ("增速0.0%", "0.0", "0.0"),
    # digits and signs of full width, one character for one
    ("增长４．８％", "４．８", "4.8"),
    ("支出２７，２０３，３１９元", "２７，２０３，３１９", "27203319"),
    ("覆盖５万户", "５万", "50000"),
    ("產量3萬噸", "3萬", "30000"),
    # vague
    ("惠及3600余人", "3600余", "3600"),
    ("惠及3600多人", "3600多", "3600"),
    ("惠及3万余人", "3万余", "30000"),
    ("惠及3400多万人次", "3400多万", "34000000"),
    ("支出540多亿元", "540多亿", "54000000000"),
    ("支出30多万亿元", "30多万亿", "30000000000000"),
    # negative only behind a verb of change
    ("同比下降-0.3个百分点", "-0.3", "-0.3"),
    ("同比增长-2.1%", "-2.1", "-2.1"),
]

HANZI = [
    ("两万五千里", "两万五千", "25000"),
    ("七百五十余户", "七百五十余", "750"),
    ("两千三百多名", "两千三百多", "2300"),
    ("三亿三千五百多万人", "三亿三千五百多万", "335000000"),
    ("二百零三件", "二百零三", "203"),
    ("十余项", "十余", "10"),
    ("百分之六十五", "百分之六十五", "65"),
    ("百分之九十四点三", "百分之九十四点三", "94.3"),
    ("百分之12.5", "百分之12.5", "12.5"),
    ("三分之一", "三分之一", f"{Decimal(1) / 3:f}"),
    ("五分之四", "五分之四", "0.8"),
    ("万分之一", "万分之一", "0.0001"),
    ("千分之三", "千分之三", "0.003"),
    ("1/4", "1/4", "0.25"),
    ("翻一番", "翻一番", "2"),
    ("翻两番", "翻两番", "4"),
    ("翻了一番", "翻了一番", "2"),
    ("六成", "六成", "60"),
    ("六成五", "六成五", "65"),
    ("一半", "一半", "0.5"),
    ("过半", "过半", "0.5"),
    ("上亿", "亿", "100000000"),
    ("超千万", "千万", "10000000"),
]


@pytest.mark.parametrize(("text", "written", "value"), DIGITS + HANZI, ids=[row[0] for row in DIGITS + HANZI])
def test_value(text: str, written: str, value: str) -> None:
    assert found(text) == [(written, value)]


SEVERAL = [
    ("由1.2万家增至近3万家", [("1.2万", "12000"), ("3万", "30000")]),
    ("由１２个增至３０个", [("１２", "12"), ("３０", "30")]),
    # a comma between half-width digits parts a sentence, one between full-width digits groups thousands
    ("建设线路5，250多人参与", [("5", "5"), ("250多", "250")]),
    ("收入５，２５０元", [("５，２５０", "5250")]),
    ("达到12，其中3个", [("12", "12"), ("3", "3")]),
    ("3、5、8个", [("3", "3"), ("5", "5"), ("8", "8")]),
    ("", []),
    ("统一思想、狠抓落实", []),
    ("干部成长、成果丰硕", []),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_several(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


NO_TENTHS = ["三成立", "六成为", "一成果", "二成效", "五成本", "三成绩", "七成员", "四成功"]


@pytest.mark.parametrize("text", NO_TENTHS)
def test_a_word_that_opens_with_cheng_is_no_share(text: str) -> None:
    assert found(text) == []


FORMS = [
    ("12场", "digits", False, False),
    ("3万场", "digits", False, True),
    ("3万余场", "digits", True, True),
    ("十二场", "hanzi", False, False),
    ("十余万场", "hanzi", True, True),
    ("三分之二", "fraction", False, False),
    ("翻三番", "doublings", False, False),
    ("八成", "tenths", False, False),
    ("大半", "half", False, False),
    ("居全国第一", "ordinal", False, False),
    ("上亿", "bare", True, True),
]


@pytest.mark.parametrize(("text", "form", "vague", "scaled"), FORMS, ids=[row[0] for row in FORMS])
def test_form(text: str, form: str, vague: bool, scaled: bool) -> None:
    (figure,) = figures(text)
    assert (figure.form, figure.vague, figure.scaled) == (form, vague, scaled)


def test_a_share_in_words_may_be_a_range() -> None:
    (figure,) = figures("涨幅在百分之四到五之间")
    assert (figure.value, figure.upper) == (4, 5)


PLAIN = [
    ("增长４．８％", "增长4.8%"),
    ("３８微克／立方米", "38微克/立方米"),
    ("３〜５萬個", "3~5万个"),
    ("㎡①℃", "㎡①℃"),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text(st.characters() | st.sampled_from("０９％．／－〜兩萬億點個㎡①℃𠮷")))
def test_plain_moves_no_character(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.integers(0, 10**13), st.sampled_from(["", "万", "亿", "万亿"]))
def test_scales_multiply(number: int, scale: str) -> None:
    factor = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    (figure,) = figures(f"收入{number}{scale}元")
    assert figure.value == number * factor


@given(st.decimals(0, 10**6, places=2), st.sampled_from(["万", "亿"]))
def test_values_are_exact(number: Decimal, scale: str) -> None:
    (figure,) = figures(f"收入{number:f}{scale}元")
    assert figure.value == number * {"万": 10**4, "亿": 10**8}[scale]
