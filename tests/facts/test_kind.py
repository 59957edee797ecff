"""Kind, years and roles: what a report is, which years it is about, what its sections are for."""

from __future__ import annotations

import pytest

from govreport import Report, Section, parse
from govreport.facts.kind import kind_of
from govreport.facts.roles import role_of
from govreport.facts.years import numbers
from govreport.kinds import kind, kinds

TITLES = [
    ("云台县2023年政府信息公开工作年度报告", "disclosure"),
    ("云台县水利局2023年法治政府建设年度报告", "fazhi"),
    ("关于云台县2023年法治政府建设情况的报告", "fazhi"),
    ("云台镇2023年依法行政工作总结", "fazhi"),
    ("云台县水利局局长2023年述职述法报告", "duty"),
    ("关于履行推进法治建设第一责任人职责情况的报告", "duty"),
    ("云台县2023年国民经济和社会发展统计公报", "stat"),
    ("政府工作报告", "gov"),
    ("2024年云台县人民政府工作报告", "gov"),
    ("云台县水利局2023年工作总结及2024年工作计划", "summary"),
    ("云台县水利局2023年度工作报告", "summary"),
    ("云台县水利局关于2023年度水利工作情况的报告", "summary"),
    ("云台县水利局2024年工作要点", "plan"),
    ("云台县国民经济和社会发展第十五个五年规划纲要", "plan"),
    ("云台县水利局2024年部门预算", "budget"),
    ("关于云台县2023年预算执行情况和2024年预算草案的报告", "budget"),
    ("关于政府工作报告的决议", "other"),
    ("会议通知", "other"),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_titles(title: str, expected: str) -> None:
    assert kind_of(Report(title=title)).id == expected


def test_the_opening_tells_where_there_is_no_title() -> None:
    report = parse("各位代表：\n现在，我代表云台县人民政府向大会报告工作，请予审议。\n一、过去一年工作回顾\n平稳。\n")
    assert report.kind == "gov"


def test_every_kind_has_its_file() -> None:
    assert {k.id for k in kinds()} == {
        "fazhi", "gov", "disclosure", "stat", "summary", "plan", "budget", "duty", "other",
    }  # fmt: skip
    assert kind("没有").id == "other"


YEARS = [
    # text, year, plan year
    ("2024年云台县政府工作报告\n一、2023年工作回顾\n好。\n二、2024年工作安排\n好。\n", 2023, 2024),
    ("政府工作报告\n——2024年1月16日在云台县第五届人民代表大会第四次会议上\n一、工作回顾\n好。\n", 2023, 2024),
    ("云台县水利局2023年工作总结和2024年工作计划\n一、2023年工作情况\n好。\n二、下一步计划\n好。\n", 2023, 2024),
    ("云台县水利局2023年工作总结\n一、工作情况\n好。\n二、下一步打算\n好。\n", 2023, None),
    ("云台县水利局2024年工作要点\n一、抓好防汛\n好。\n", None, 2024),
    ("云台县２０２３年国民经济和社会发展统计公报\n一、综合\n好。\n", 2023, None),
    ("云台县水利局2024年部门预算\n一、主要职能\n好。\n", None, 2024),
    ("云办发〔2024〕3号\n云台镇法治政府建设工作报告\n一、主要成效\n好。\n", 2023, None),
]


@pytest.mark.parametrize(("text", "year", "plan_year"), YEARS, ids=[row[0].split("\n")[0] for row in YEARS])
def test_years(text: str, year: int | None, plan_year: int | None) -> None:
    report = parse(text)
    assert (report.year, report.plan_year) == (year, plan_year)


def test_years_in_any_digits() -> None:
    assert numbers("２０２３年、二〇二四年和2025-2027年") == [2023, 2024, 2025, 2027]


ROLES = [
    # a report of 2025 with plans for 2026
    ("2025年推进法治政府建设的主要举措和成效", "achievements"),
    ("2026年推进法治政府建设的主要安排", "plans"),
    ("存在的不足和原因", "problems"),
    ("存在问题及下一步打算", "problems"),
    ("党政主要负责人履行推进法治建设第一责任人职责情况", "leadership"),
    ("下一步工作打算", "plans"),
    ("其他需要报告的情况", "other"),
    ("基本情况", "overview"),
    ("附件", "attachment"),
    ("夯实依法行政基础", None),
]


@pytest.mark.parametrize(("heading", "expected"), ROLES)
def test_roles_of_headings(heading: str, expected: str | None) -> None:
    report = Report(year=2025, plan_year=2026)
    assert role_of(Section(heading=heading), report, kind("fazhi")) == expected


def test_a_heading_without_function_takes_its_role_from_its_place() -> None:
    headings = ["一、夯实基础", "二、提升能力", "三、存在的问题", "四、下一步计划"]
    text = "云台县2023年法治政府建设年度报告\n" + "".join(f"{heading}\n好。\n" for heading in headings)
    assert [s.role for s in parse(text).sections] == ["achievements", "achievements", "problems", "plans"]


def test_sections_of_a_bulletin_are_thematic() -> None:
    text = "云台县2023年统计公报\n一、综合\n好。\n二、农业\n好。\n"
    assert {s.role for s in parse(text).sections} == {"thematic"}
