"""Plans: one for each promise, with its figures, who does it, and until when."""

from __future__ import annotations

import pytest

from govreport import Plan, parse


def plans(section: str, heading: str = "2024年工作安排") -> tuple[Plan, ...]:
    text = f"桐山区2023年法治政府建设年度报告\n\n一、工作情况\n\n培训40人。\n\n二、{heading}\n\n{section}\n"
    report = parse(text)
    assert report.source is not None
    for plan in report.plans:
        assert plan.span is not None
        assert "".join(plan.span.of(text).split()).endswith("".join(plan.text.split()))
    return report.plans


ITEMS = [
    # text of the section, place and heading of each plan
    ("（一）抓培训。培训骨干60人。\n\n（二）抓规范。修订文书20种。", ["二/（一） 抓培训", "二/（二） 抓规范"]),
    ("（一）抓培训\n\n培训骨干60人。\n\n（二）抓规范\n\n修订文书20种。", ["二/（一） 抓培训", "二/（二） 抓规范"]),
    ("一是加强培训。二是丰富形式，开展宣讲36场。", ["二/一是 ", "二/二是 "]),
    # an item that only leads in is no plan, its own items are
    (
        "（一）抓规范\n\n1.修订文书。修订文书20种。\n\n2.评查案卷。抽查案卷120份。",
        ["二/（一）/1 修订文书", "二/（一）/2 评查案卷"],
    ),
    # no numbers: a plan for each paragraph
    ("加强人员培训，组织演练2次。\n\n丰富宣讲形式，制作短片12部。", ["二 ", "二 "]),
    ("重点做好以下工作：\n\n加强人员培训，组织演练2次。", ["二 "]),
    # the paragraph that sets the goals of the year
    ("主要目标是：案件办结率达到98%以上。\n\n（一）抓培训。培训骨干60人。", ["二 ", "二/（一） 抓培训"]),
]


@pytest.mark.parametrize(("section", "expected"), ITEMS, ids=[row[0] for row in ITEMS])
def test_items(section: str, expected: list[str]) -> None:
    found = plans(section)
    assert [f"{plan.where} {plan.heading}" for plan in found] == expected
    assert {plan.year for plan in found} == {2024}


def test_a_plan_has_the_figures_of_its_own_text() -> None:
    goals, training, campaign = plans(
        "主要目标是：案件办结率达到98%以上。\n\n（一）抓培训。培训骨干60人，目前已培训15人。\n\n（二）抓宣讲。宣讲36场、覆盖1.2万人次。"
    )
    assert [[m.text for m in plan.targets] for plan in (goals, training, campaign)] == [
        ["98%以上"],
        ["60人"],
        ["36场", "1.2万人次"],
    ]
    assert all(m.is_target and m.year == 2024 for plan in (goals, training, campaign) for m in plan.targets)


ACTORS = [
    ("修订文书。（牵头单位：区司法局；责任单位：区财政局、各街道）", ("区司法局", "区财政局", "各街道")),
    ("修订文书。责任单位：区司法局、各街道", ("区司法局", "各街道")),
    ("修订文书。（责任单位：区司法局及各街道）", ("区司法局", "各街道")),
    ("修订文书。（牵头单位：区司法局；配合单位：区司法局、区财政局）", ("区司法局", "区财政局")),
    ("修订文书，区司法局已有安排。", ()),
]


@pytest.mark.parametrize(("text", "actors"), ACTORS, ids=[row[0] for row in ACTORS])
def test_actors(text: str, actors: tuple[str, ...]) -> None:
    (plan,) = plans(f"（一）抓规范。{text}")
    assert plan.actors == actors


DEADLINES = [
    ("6月底前修订文书。", "6月底前"),
    ("年底前修订文书。", "年底前"),
    ("2024年6月底前修订文书。", "2024年6月底前"),
    ("二季度修订文书。", "二季度"),
    ("上半年修订文书。", "上半年"),
    ("修订文书。完成时限：2024年11月", "2024年11月"),
    ("长期坚持，常抓不懈。", ""),
    ("落实6月1日起施行的办法。", ""),
]


@pytest.mark.parametrize(("text", "deadline"), DEADLINES, ids=[row[0] for row in DEADLINES])
def test_deadline(text: str, deadline: str) -> None:
    (plan,) = plans(f"（一）抓规范。{text}")
    assert plan.deadline == deadline


@pytest.mark.parametrize("heading", ["2023年工作情况", "存在的问题", "党政主要负责人履职情况", "其他需要报告的情况"])
def test_other_sections_plan_nothing(heading: str) -> None:
    assert plans("（一）抓培训。培训骨干60人。", heading) == ()
