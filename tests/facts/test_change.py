"""Kind and direction as pair tables: a level, a change, a growth rate or a rank, from the words before the number."""

from __future__ import annotations

import pytest

from govreport import Metric, find_metrics
from govreport.facts.change import change

UP = [
    ("地区生产总值增长5.5%", "growth"),
    ("社会消费品零售总额比上年增长7%", "growth"),
    ("进出口总额同比增长12.4%", "growth"),
    ("工业用电量上涨3.1%", "growth"),
    ("外贸增速达到6%", "growth"),
    ("居民消费价格涨幅控制在3%左右", "growth"),
    ("居民消费价格涨幅3%左右", "growth"),
    ("地区生产总值增长目标为5.5%", "growth"),
    ("经济总量翻一番", "growth"),
    ("绿色贷款增长1倍多", "growth"),
    ("绿色贷款增长两成", "growth"),
    ("城镇化率提高3.2个百分点", "change"),
    ("居民消费增速加快，占比提升1.5个百分点", "change"),
    ("工业增加值高于全国1.2个百分点", "change"),
    ("净增市场主体3000户", "change"),
    ("增加床位500张", "change"),
    ("粮食产量增加3万吨", "change"),
    ("案件较上年增加35件", "change"),
    ("案件比去年同期多12件", "change"),
    ("户均增收1200元", "change"),
    ("排名上升3位", "change"),
]

DOWN = [
    ("居民消费价格同比下降0.3%", "growth"),
    ("财政收入比上年减少12%", "growth"),
    ("信访量下降三成", "growth"),
    ("亏损额减少三分之一", "growth"),
    ("能耗降低3.5%左右", "growth"),
    ("事故起数下降幅度达12%", "growth"),
    ("价格降幅为3.4%", "growth"),
    ("进口跌幅达2%", "growth"),
    ("失业率下降0.2个百分点", "change"),
    ("失业率低于控制目标0.5个百分点", "change"),
    ("增速回落2.1个百分点", "change"),
    ("贷款利率下调0.25个百分点", "change"),
    ("审批时限缩短5个工作日", "change"),
    ("平均办理时间减少20天", "change"),
    ("减少审批事项20项", "change"),
    ("精简材料120份", "change"),
]

LEVEL = [
    "办结信访件37件",
    "居民人均可支配收入达到3万元",
    "补助标准提高到80元",
    "补助标准提高到每月700元",
    "办理时限压缩至3个工作日",
    "森林覆盖率上升到43%",
    "利润增长到3倍",
    "试点扩大到15个乡镇",
    "网上可办率达到99%",
    "服务业占比48%",
    "完成率达98%",
    "完成年度任务的120%",
    "占总数的75%",
    "失业率控制在5.5%以内",
    # 新增 counts what is new; it compares with nothing
    "新增公园141座",
    "城镇新增就业1.2万人",
    # words that end in a verb of change and are none
    "干部成长10人",
    "全县不少于4次",
    "许多于2023年迁入的企业12家",
    "每年至少2次",
]

RANK = ["居全省第1位", "综合考评第2名", "增速居全市第一", "排名全市第4"]

PAIRS = [
    # from … to: two levels
    "补助标准由40元提高到80元",
    "水质优良比例从67.9%上升到87.9%",
    "企业由1.2万家增至近3万家",
    "办理时限由15个工作日压缩至5个工作日",
]

TABLE = [
    *((text, kind, "up") for text, kind in UP),
    *((text, kind, "down") for text, kind in DOWN),
    *((text, "level", None) for text in LEVEL),
    *((text, "rank", None) for text in RANK),
]


def only(text: str) -> Metric:
    (metric,) = find_metrics(text)
    return metric


@pytest.mark.parametrize(("text", "kind", "direction"), TABLE, ids=[row[0] for row in TABLE])
def test_kind_and_direction(text: str, kind: str, direction: str | None) -> None:
    metric = only(text)
    assert (metric.kind, metric.direction) == (kind, direction)


@pytest.mark.parametrize("text", PAIRS)
def test_from_and_to_are_levels(text: str) -> None:
    assert [(m.kind, m.direction) for m in find_metrics(text)] == [("level", None)] * 2


def test_a_negative_value_keeps_its_direction() -> None:
    metric = only("工业用电量同比下降-0.3个百分点")
    assert (str(metric.value), metric.kind, metric.direction) == ("-0.3", "change", "down")


@pytest.mark.parametrize(("bounded", "bound"), [("超过5%", "above"), ("近5%", "below"), ("约5%", "around")])
def test_words_that_bound_the_number_stand_between(bounded: str, bound: str) -> None:
    metric = only(f"社会物流总额增长{bounded}")
    assert (metric.kind, metric.direction, metric.bound) == ("growth", "up", bound)


SHARED = [
    ("信访量、投诉量分别下降12%、8%", [("growth", "down")] * 2),
    ("两项收入分别增长5%和6.5%", [("growth", "up")] * 2),
    ("总收入增长5%、总支出下降2%", [("growth", "up"), ("growth", "down")]),
    ("总收入216亿元，增长5.1%", [("level", None), ("growth", "up")]),
    ("占比48%，提高3.2个百分点", [("level", None), ("change", "up")]),
]


@pytest.mark.parametrize(("text", "expected"), SHARED, ids=[row[0] for row in SHARED])
def test_each_number_has_its_own(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(m.kind, m.direction) for m in find_metrics(text)] == expected


WORDS = [
    ("地区生产总值增长", "%", "digits", ("growth", "up")),
    ("地区生产总值增长", "元", "digits", ("change", "up")),
    ("地区生产总值", "元", "digits", ("level", None)),
    ("总量", "倍", "doublings", ("growth", "up")),
    ("居全国", "位", "rank", ("rank", None)),
    ("", "%", "digits", ("level", None)),
]


@pytest.mark.parametrize(("left", "unit", "form", "expected"), WORDS)
def test_change(left: str, unit: str, form: str, expected: tuple[str, str | None]) -> None:
    assert change(left, unit, form) == expected
