"""Quantities as pair tables: value, upper end, unit and bound of a number with the words around it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.facts.quantities import quantities


def found(text: str) -> list[tuple[str, str, str, str]]:
    """All quantities of a text: (as written, value or lower—upper, unit, bound)."""
    return [
        (
            text[q.start : q.end],
            f"{q.value.normalize():f}" + (f"—{q.upper.normalize():f}" if q.upper is not None else ""),
            q.unit,
            q.bound,
        )
        for q in quantities(text)
    ]


UNITS = [
    ("培训12场", "12场", "12", "场", "exact"),
    ("投资3.75亿元", "3.75亿元", "375000000", "元", "exact"),
    ("出口175亿美元", "175亿美元", "17500000000", "美元", "exact"),
    ("补助1243万元人民币", "1243万元", "12430000", "元", "exact"),
    ("面积500万平方米", "500万平方米", "5000000", "平方米", "exact"),
    ("发电2600亿千瓦时", "2600亿千瓦时", "260000000000", "千瓦时", "exact"),
    ("装机600万千瓦", "600万千瓦", "6000000", "千瓦", "exact"),
    ("浓度33微克/立方米", "33微克/立方米", "33", "微克/立方米", "exact"),
    ("浓度33微克／立方米", "33微克／立方米", "33", "微克/立方米", "exact"),
    ("电价0.38元/千瓦时", "0.38元/千瓦时", "0.38", "元/千瓦时", "exact"),
    ("占比48.5%", "48.5%", "48.5", "%", "exact"),
    ("占比４８．５％", "４８．５％", "48.5", "%", "exact"),
    ("出生率6.39‰", "6.39‰", "6.39", "‰", "exact"),
    ("提高3.2个百分点", "3.2个百分点", "3.2", "个百分点", "exact"),
    ("服务3400万人次", "3400万人次", "34000000", "人次", "exact"),
    ("连续61个月", "61个月", "61", "个月", "exact"),
    ("室温20℃", "20℃", "20", "℃", "exact"),
    ("坡度25度", "25度", "25", "度", "exact"),
    ("产粮1.3万亿斤", "1.3万亿斤", "1300000000000", "斤", "exact"),
    ("现有调委会 16 个", "16 个", "16", "个", "exact"),
    ("进出口 1,243.6 亿元", "1,243.6 亿元", "124360000000", "元", "exact"),
    ("贷款增长1倍半", "1倍半", "1.5", "倍", "exact"),
    ("购置设备30台（套）", "30台（套）", "30", "台（套）", "exact"),
]

BOUNDS = [
    ("惠及3600余人", "3600余人", "3600", "人", "above"),
    ("惠及3600多人", "3600多人", "3600", "人", "above"),
    ("惠及3万余人", "3万余人", "30000", "人", "above"),
    ("支出540多亿元", "540多亿元", "54000000000", "元", "above"),
    ("修路6000多公里", "6000多公里", "6000", "公里", "above"),
    ("调解员 180 余名", "180 余名", "180", "名", "above"),
    ("增长1倍多", "1倍多", "1", "倍", "above"),
    ("超530万千瓦", "超530万千瓦", "5300000", "千瓦", "above"),
    ("超过3000件", "超过3000件", "3000", "件", "above"),
    ("突破10万元", "突破10万元", "100000", "元", "above"),
    ("逾2000人", "逾2000人", "2000", "人", "above"),
    ("不低于95%", "不低于95%", "95", "%", "above"),
    ("不少于4次", "不少于4次", "4", "次", "above"),
    ("至少2次", "至少2次", "2", "次", "above"),
    ("达到5万亿元以上", "5万亿元以上", "5000000000000", "元", "above"),
    ("达到98%及以上", "98%及以上", "98", "%", "above"),
    ("近3万家", "近3万家", "30000", "家", "below"),
    ("接近80%", "接近80%", "80", "%", "below"),
    ("不到5%", "不到5%", "5", "%", "below"),
    ("不足100人", "不足100人", "100", "人", "below"),
    ("不超过3个工作日", "不超过3个工作日", "3", "个工作日", "below"),
    ("低于2%", "低于2%", "2", "%", "below"),
    ("控制在3%以内", "3%以内", "3", "%", "below"),
    ("控制在5.5%以下", "5.5%以下", "5.5", "%", "below"),
    ("约12万人", "约12万人", "120000", "人", "around"),
    ("大约12万人", "大约12万人", "120000", "人", "around"),
    ("增长5%左右", "5%左右", "5", "%", "around"),
    ("达到300人上下", "300人上下", "300", "人", "around"),
]

RANGES = [
    ("增长4.5%—5%", "4.5%—5%", "4.5—5", "%", "exact"),
    ("增长4.5-5%", "4.5-5%", "4.5—5", "%", "exact"),
    ("增长4.5%至5%", "4.5%至5%", "4.5—5", "%", "exact"),
    ("新增2—3家", "2—3家", "2—3", "家", "exact"),
    ("补助3—8万元", "3—8万元", "30000—80000", "元", "exact"),
    ("补助300至800元", "300至800元", "300—800", "元", "exact"),
]

HANZI = [
    ("全程两万五千里", "两万五千里", "25000", "里", "exact"),
    ("帮助七百五十余户", "七百五十余户", "750", "户", "above"),
    ("帮助两千三百多名", "两千三百多名", "2300", "名", "above"),
    ("提高到百分之六十五", "百分之六十五", "65", "%", "exact"),
    ("压减三分之一", "三分之一", f"{(Decimal(1) / 3):f}", "", "exact"),
    ("总量翻一番", "翻一番", "2", "倍", "exact"),
    ("降雨偏多六成", "六成", "60", "%", "exact"),
    ("超七成", "超七成", "70", "%", "above"),
    ("近八成五", "近八成五", "85", "%", "below"),
    ("天数减少一半", "一半", "0.5", "", "exact"),
    ("三倍以上", "三倍以上", "3", "倍", "above"),
    ("超千万元", "超千万元", "10000000", "元", "above"),
]

RANKS = [
    ("居全省第1位", "第1位", "1", "位", "exact"),
    ("获评第2名", "第2名", "2", "名", "exact"),
    ("增速居全省第一", "第一", "1", "", "exact"),
    ("排名全市第4", "第4", "4", "", "exact"),
    ("列第三位", "第三位", "3", "位", "exact"),
]

TABLE = [*UNITS, *BOUNDS, *RANGES, *HANZI, *RANKS]


@pytest.mark.parametrize(("text", "written", "value", "unit", "bound"), TABLE, ids=[row[0] for row in TABLE])
def test_quantity(text: str, written: str, value: str, unit: str, bound: str) -> None:
    assert found(text) == [(written, value, unit, bound)]


LISTS = [
    ("新认定60家和30家", ["60家", "30家"]),
    ("增长5%、6%", ["5%", "6%"]),
    ("分别提高15、22个百分点", ["15 个百分点", "22个百分点"]),
    ("开工3、5、8个", ["3 个", "5 个", "8个"]),
    ("由40元提高到80元", ["40元", "80元"]),
    ("从67.9%上升到87.9%", ["67.9%", "87.9%"]),
    ("由1.2万家增至近3万家", ["12000家", "30000家"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS, ids=[row[0] for row in LISTS])
def test_lists_and_pairs(text: str, expected: list[str]) -> None:
    assert [value + unit for _, value, unit, _ in found(text)] == [row.replace(" ", "") for row in expected]


def test_what_is_tied_to_the_quantity_before() -> None:
    assert [q.tied for q in quantities("增长5%、6%和7%，下降2%")] == [False, True, True, False]


def test_places_are_of_the_text_as_it_was_given() -> None:
    text = "𠮷祥街道惠及３６００余人，增长４．８％。"
    assert [at for at, *_ in found(text)] == ["３６００余人", "４．８％"]


@given(
    st.decimals(0, 10**6, places=1),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["元", "人次", "%", "公里", "个"]),
    st.sampled_from([("", ""), ("超过", ""), ("近", ""), ("约", ""), ("", "以上"), ("", "左右"), ("", "以内")]),
)
def test_number_scale_unit_and_bound_are_read_apart(
    number: Decimal, scale: str, unit: str, words: tuple[str, str]
) -> None:
    before, behind = words
    bound = {"超过": "above", "近": "below", "约": "around", "以上": "above", "左右": "around", "以内": "below"}
    (quantity,) = quantities(f"总量{before}{number:f}{scale}{unit}{behind}。")
    assert quantity.value == number * {"": 1, "万": 10**4, "亿": 10**8}[scale]
    assert (quantity.unit, quantity.bound) == (unit, bound.get(before or behind, "exact"))
