"""What became of last year's plans, targets and problems."""

from __future__ import annotations

import pytest

from govreport import parse, seed, trace
from govreport.compare.targets import canonical

LAST = """某县2023年工作总结
一、工作情况
平稳有序。
二、存在问题
一是山区道路破损较多，群众出行不便。
二是图书馆开放时间偏短。
三、2024年工作打算
（一）修复山区道路。修复山区破损道路12公里，安装护栏。（牵头单位：县交通局）6月底前完成。
（二）改造老旧小区。改造老旧小区8个，加装电梯30部。
（三）培育电商人才。举办电商培训班20期。
（四）建设冷链仓库。新建冷链仓库3座。
"""
THIS = """某县2024年工作总结
一、工作情况
（一）交通更加便捷。投入专项资金，修复山区破损道路15公里，安装护栏4公里，群众出行难问题得到解决。
（二）居住更加舒适。改造老旧小区7个，加装电梯30部。
（三）文化更加繁荣。图书馆延长开放时间至晚上九点。
（四）人才更加充足。举办电商培训班20期，培训农民900人次。
二、存在问题
一是冷链物流短板明显。
三、2025年工作打算
（一）建设冷链仓库。新建冷链仓库3座。
"""


def test_plans() -> None:
    found = trace(parse(LAST), parse(THIS))
    assert [(row.address, row.status, row.answers[0].address if row.answers else None) for row in found.plans] == [
        ("三/（一）", "answered", "一/（一）"),
        ("三/（二）", "partly", "一/（二）"),
        ("三/（三）", "answered", "一/（四）"),
        ("三/（四）", "not_answered", None),
    ]
    assert found.plans[0].actors == ("县交通局",)
    assert found.plans[0].deadline == "6月底前"
    assert "今年的计划又写了一遍（三/（一））" in found.plans[3].reason


def test_targets() -> None:
    found = trace(parse(LAST), parse(THIS))
    rows = [(row.target.text, row.actual.text if row.actual else None, row.status) for row in found.targets]
    assert rows == [
        ("12公里", "15公里", "met"),
        ("8个", "7个", "missed"),
        ("30部", "30部", "met"),
        ("20期", "20期", "met"),
        ("3座", None, "unknown"),
    ]


def test_problems() -> None:
    found = trace(parse(LAST), parse(THIS))
    assert [(row.answers[0].address if row.answers else None) for row in found.problems] == ["一/（一）", "一/（三）"]


def test_json_has_what_scripts_count_on() -> None:
    found = trace(parse(LAST), parse(THIS)).to_dict()
    assert set(found) >= {"plans", "targets", "problems"}
    for rows in (found["plans"], found["targets"], found["problems"]):
        for row in rows:
            assert {"text", "address", "status", "answers"} <= set(row)
            assert all({"address", "score"} <= set(answer) for answer in row["answers"])


BOUNDS = [
    ("增长5%左右", "增长5.1%", "met"),
    ("增长5%左右", "增长4.8%", "met"),
    ("增长5%左右", "增长4.2%", "missed"),
    ("增长6%以上", "增长5.9%", "missed"),
    ("增长4.5%—5%", "增长4.6%", "met"),
    ("增长5%", "下降1%", "missed"),
]


@pytest.mark.parametrize(("promised", "reached", "status"), BOUNDS)
def test_bounds(promised: str, reached: str, status: str) -> None:
    last = parse(f"某县2023年工作总结\n一、工作情况\n平稳。\n二、2024年工作打算\n（一）稳增长。生产总值{promised}。\n")
    this = parse(f"某县2024年工作总结\n一、工作情况\n生产总值{reached}。\n二、2025年工作打算\n再接再厉。\n")
    assert [row.status for row in trace(last, this).targets] == [status]


LOW = [("5.5%左右", "5.1%", "met"), ("5.5%以内", "5.6%", "missed"), ("5.5%左右", "6.2%", "missed")]


@pytest.mark.parametrize(("promised", "reached", "status"), LOW)
def test_where_less_is_better(promised: str, reached: str, status: str) -> None:
    last = parse(
        f"某县2023年工作总结\n一、工作情况\n平稳。\n二、2024年工作打算\n（一）稳就业。城镇调查失业率{promised}。\n"
    )
    this = parse(f"某县2024年工作总结\n一、工作情况\n城镇调查失业率{reached}。\n二、2025年工作打算\n再接再厉。\n")
    assert [row.status for row in trace(last, this).targets] == [status]


@pytest.mark.parametrize(
    ("one", "other"),
    [("GDP", "全县地区生产总值"), ("居民消费价格涨幅", "CPI"), ("规上工业增加值增速", "规模以上工业增加值")],
)
def test_names_of_one_indicator(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


RESULTS = [
    ("生产总值增长5%以上", "五年来，生产总值年均增长6%。", None),
    ("生产总值增长5%以上", "生产总值超过100亿元、年均增长6%。全年生产总值增长4%。", "4%"),
    ("城镇化率达到60%", "城镇化率从55%提高到61%。", "61%"),
    ("新建智慧停车场30个", "智慧停车场达到90个。", None),
    ("新建智慧停车场30个", "新建智慧停车场33个。", "33个"),
    ("能源消耗强度下降3%", "单位地区生产总值能耗下降3.4%。", "3.4%"),
    ("文化产业占比达到5%", "文化产业比重达到5.2%。", "5.2%"),
    ("推动老旧供热管网改造80公里", "改造供热管网92公里。", "92公里"),
    ("栽种行道树4000棵", "五年累计栽种行道树9万棵。", None),
]


@pytest.mark.parametrize(("promised", "reached", "figure"), RESULTS)
def test_the_figure_of_the_year_answers_a_target(promised: str, reached: str, figure: str | None) -> None:
    last = parse(f"某县2023年工作总结\n一、工作情况\n平稳。\n二、2024年工作打算\n（一）重点工作。{promised}。\n")
    this = parse(f"某县2024年工作总结\n一、工作情况\n{reached}\n二、2025年工作打算\n再接再厉。\n")
    assert [row.actual.text if row.actual else None for row in trace(last, this).targets] == [figure]


PLAN = "某镇2023年工作总结\n一、工作情况\n平稳。\n二、2024年工作打算\n（一）疏浚河道。疏浚镇区河道淤泥，修补驳岸。\n"
SILENT = [
    "一、工作情况\n我们也清醒认识到，镇区河道淤泥尚未疏浚，驳岸破损。",
    "一、工作情况\n平稳。\n二、存在问题\n一是镇区河道淤泥尚未疏浚。",
    "一、工作情况\n平稳。\n二、2025年工作打算\n（一）疏浚河道。疏浚镇区河道淤泥，修补驳岸。",
    "一、工作情况\n图书馆添置新书两千册。",
]


@pytest.mark.parametrize("said", SILENT)
def test_problems_and_new_plans_answer_nothing(said: str) -> None:
    found = trace(parse(PLAN), parse(f"某镇2024年工作总结\n{said}\n"))
    assert [(row.status, row.answers) for row in found.plans] == [("not_answered", ())]


def test_a_long_plan_is_answered_where_its_matters_are() -> None:
    last = parse(
        "某镇2023年工作总结\n一、工作情况\n平稳。\n二、2024年工作打算\n（一）改善环境\n"
        "疏浚镇区河道，修补石砌驳岸，岸边栽种水杉，让水更清、岸更绿、景更美，方便居民散步。\n"
        "翻修集贸市场顶棚，重铺排水沟渠，划分干湿摊位，让买菜更舒心、更安全、更方便。\n"
        "添置电动扫路车，设立垃圾分类驿站，聘请督导员上门讲解，让街巷更整洁、更有序。\n"
    )
    this = parse(
        "某镇2024年工作总结\n一、工作情况\n（一）水清岸绿。镇区河道疏浚一新，石砌驳岸全部修补，栽种水杉三百棵。\n"
        "（二）市场焕新。集贸市场顶棚翻修完工，排水沟渠重铺，干湿摊位分开。\n（三）文化惠民。送戏下村。\n"
        "二、2025年工作打算\n再接再厉。\n"
    )
    (row,) = trace(last, this).plans
    assert {answer.address for answer in row.answers} == {"一/（一）", "一/（二）"}
    assert (row.status, row.reason) == ("answered", "3 个方面中 2 个有回应")


def test_a_draft_answers_nothing_where_it_is_still_open() -> None:
    last = parse(LAST)
    found = trace(last, seed(last))
    assert {row.status for row in found.plans} == {"not_answered"}
    assert all(not row.answers for row in found.problems)
