"""What `diff` says of two versions of a report, change by change."""

from __future__ import annotations

import pytest

from govreport import diff, parse
from govreport.compare import Change, Diff

ITEMS = [
    "完善值班制度，明确交接班时间和责任人",
    "改造服务大厅，增设母婴室和无障碍通道",
    "清理过期公告，把网站栏目重新分类",
    "走访老旧小区，登记楼道照明损坏情况",
    "组织青年志愿者清扫河岸步道",
    "协调公交公司增加早班车次",
    "开展食堂卫生检查，公布检查结果",
    "邀请退休教师讲授书法课程",
    "维修文化广场的健身器材",
    "发放防汛沙袋和应急手电",
    "建立困难家庭台账，按月更新",
    "联合学校举办消防演练",
    "为商户免费检测计量器具",
    "整理档案室，补齐缺失的目录",
    "公开工程进度，接受居民监督",
    "培训网格员使用新的上报程序",
    "更换主干道破损的井盖",
    "引导快递企业设置集中投放点",
    "评选最美庭院并张榜公布",
    "召开座谈会听取企业意见",
]


def series(items: list[str]) -> str:
    numbers = "一二三四五六七八九十"
    marks = [
        numbers[at] if at < 10 else "二十" if at == 19 else f"{'二' if at > 19 else ''}十{numbers[at % 10]}"
        for at in range(len(items))
    ]
    return "某街道工作总结\n一、主要工作\n" + "".join(
        f"（{mark}）{item}。\n" for mark, item in zip(marks, items, strict=True)
    )


def said(found: Diff) -> list[tuple[str, str | None, str | None]]:
    return [(c.type, c.old_address, c.new_address) for c in found.changes if c.type != "unchanged"]


def test_an_item_put_in_at_the_top_of_twenty_leaves_the_others_unedited() -> None:
    old = parse(series(ITEMS))
    new = parse(series(["新设便民停车位四十处", *ITEMS]))
    assert diff(old, new).stat == {
        "unchanged": 1,
        "edited": 0,
        "reworded": 0,
        "renumbered": 20,
        "moved": 0,
        "split": 0,
        "merged": 0,
        "added": 1,
        "removed": 0,
    }


BEFORE = """某县2024年工作总结
一、主要工作
（一）抓好值班。完善值班制度，明确交接班时间和责任人。全年办理来信30件，其中投诉6件。
（二）清理公告。清理过期公告，把网站栏目重新分类。
（三）走访小区。走访老旧小区，登记楼道照明损坏情况，更换灯具120盏。
二、存在问题
部分栏目更新不及时。
"""
AFTER = [
    ("nothing", BEFORE, []),
    ("a figure", BEFORE.replace("30件", "42件"), [("edited", "一/（一）", "一/（一）")]),
    ("a heading", BEFORE.replace("抓好值班", "加强值班"), [("edited", "一/（一）", "一/（一）")]),
    (
        "one more",
        BEFORE.replace("二、存在问题", "（四）评选庭院。评选最美庭院并张榜公布。\n二、存在问题"),
        [("added", None, "一/（四）")],
    ),
    (
        "one less",
        BEFORE.replace("（二）清理公告。清理过期公告，把网站栏目重新分类。\n（三）", "（二）"),
        [("removed", "一/（二）", None), ("renumbered", "一/（三）", "一/（二）")],
    ),
    (
        "moved",
        "某县2024年工作总结\n一、主要工作\n"
        "（一）走访小区。走访老旧小区，登记楼道照明损坏情况，更换灯具120盏。\n"
        "（二）抓好值班。完善值班制度，明确交接班时间和责任人。全年办理来信30件，其中投诉6件。\n"
        "（三）清理公告。清理过期公告，把网站栏目重新分类。\n二、存在问题\n部分栏目更新不及时。\n",
        [
            ("moved", "一/（三）", "一/（一）"),
            ("renumbered", "一/（一）", "一/（二）"),
            ("renumbered", "一/（二）", "一/（三）"),
        ],
    ),
    (
        "split",
        BEFORE.replace("责任人。全年办理", "责任人。\n（二）办理来信。全年办理").replace("（三）", "（四）").replace("（二）清理", "（三）清理"),
        [
            ("edited", "一/（一）", "一/（一）"),
            ("split", "一/（一）", "一/（二）"),
            ("renumbered", "一/（二）", "一/（三）"),
            ("renumbered", "一/（三）", "一/（四）"),
        ],
    ),
    (
        "merged",
        BEFORE.replace("\n（二）清理公告。", "").replace("（三）", "（二）"),
        [
            ("edited", "一/（一）", "一/（一）"),
            ("merged", "一/（二）", "一/（一）"),
            ("renumbered", "一/（三）", "一/（二）"),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "after", "changes"), AFTER, ids=[row[0] for row in AFTER])
def test_types_of_changes(name: str, after: str, changes: list[tuple[str, str | None, str | None]]) -> None:
    found = diff(parse(BEFORE), parse(after))
    assert sorted(said(found), key=str) == sorted(changes, key=str)
    assert bool(found) == (name != "nothing")


FIGURES = [
    ("30件", "42件", ("value", "来信", 30, 42, 12)),
    ("30件", "三十件", None),
    ("30件", "约30件", ("bound", "来信", 30, 30, 0)),
    ("120盏", "1.2万盏", ("value", "灯具", 120, 12000, 11880)),
    ("120盏", "120套", ("unit", "灯具", 120, 120, None)),
]


@pytest.mark.parametrize(("old", "new", "row"), FIGURES)
def test_figures(old: str, new: str, row: tuple[str, str, int, int, int | None] | None) -> None:
    found = diff(parse(BEFORE), parse(BEFORE.replace(old, new)))
    rows = [(m.type, m.name, m.old, m.new, m.change) for m in found.metrics]
    assert rows == ([row] if row else [])


def test_figures_that_go_and_come_are_listed() -> None:
    after = BEFORE.replace("，其中投诉6件", "").replace("重新分类", "重新分类，合并专栏9个")
    found = diff(parse(BEFORE), parse(after))
    assert [(m.type, m.old_text, m.new_text) for m in found.metrics] == [("new", "", "9个"), ("dropped", "6件", "")]


def test_a_changed_date_is_a_number() -> None:
    before = parse("某县工作总结\n一、会议\n会议于3月15日在礼堂召开，听取各科室汇报。\n")
    after = parse("某县工作总结\n一、会议\n会议于3月18日在礼堂召开，听取各科室汇报。\n")
    assert [(m.type, m.old_text, m.new_text) for m in diff(before, after).metrics] == [("number", "15", "18")]


def test_fields_of_the_head() -> None:
    found = diff(parse(BEFORE), parse(BEFORE.replace("某县2024年工作总结", "某县2024年度工作总结")))
    assert [(f.name, f.old, f.new) for f in found.fields] == [("title", "某县2024年工作总结", "某县2024年度工作总结")]


def test_reports_of_two_years_are_compared_as_such() -> None:
    later = parse(BEFORE.replace("2024", "2025").replace("30件", "35件"))
    found = diff(parse(BEFORE), later)
    assert found.mode == "year"
    assert [c.type for c in found.changes] == ["unchanged", "edited", "unchanged", "unchanged", "unchanged"]


def test_json_has_what_scripts_count_on() -> None:
    found = diff(parse(BEFORE), parse(BEFORE.replace("30件", "42件"))).to_dict()
    assert found["changes"][0] | {"score": None} == {
        "type": "edited",
        "old_address": "一/（一）",
        "new_address": "一/（一）",
        "old_heading": "抓好值班",
        "new_heading": "抓好值班",
        "score": None,
        "also": [],
    }
    assert {key: found["metrics"][0][key] for key in ("name", "old", "new", "unit", "change", "type")} == {
        "name": "来信",
        "old": 30,
        "new": 42,
        "unit": "件",
        "change": 12,
        "type": "value",
    }


def test_a_change_says_what_else_holds() -> None:
    after = BEFORE.replace("（二）清理公告。清理过期公告，把网站栏目重新分类。\n（三）走访", "（二）走访").replace(
        "120盏", "150盏"
    )
    change = next(c for c in diff(parse(BEFORE), parse(after)).changes if c.old_address == "一/（三）")
    assert isinstance(change, Change)
    assert (change.type, change.also) == ("edited", ("renumbered",))
