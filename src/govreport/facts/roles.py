"""Layer 3, roles (职能): what each top section is for. Years come first: 2025年…主要举措和成效 is no plan.

Headings are tried against the patterns of the kind, then the common ones. A heading that names no function
takes its role from its place: before the plans of a report that reviews it is achievements, behind them plans.
"""

from __future__ import annotations

import re

from attrs import evolve

from ..kinds import Kind
from ..model.report import Report, Section
from .outline import heading_of
from .years import numbers

OTHER = re.compile(r"^其他|^其它|其[他它]需要(?:报告|说明)|^结束语|^结语|^附则$")
PROBLEMS = re.compile(
    r"(?:存在|面临)[^。]{0,10}(?:问题|不足|短板|差距|困难|挑战)|^(?:主要)?(?:问题|不足|短板|困难|差距)|(?:问题|不足|短板|困难)(?:和|及|与|、)?(?:主要)?(?:原因|改进(?:情况|措施)?|不足|困难|差距)?(?:分析)?$"
)
AHEAD = re.compile(
    r"下一?步|下一?年度?|下阶段|今后|明年|来年|(?:主要|重点)?(?:工作)?(?:安排|打算|计划|思路|设想)(?:建议)?$|努力方向|改进方向|总体要求|政策取向|目标任务|(?:主要|奋斗|预期)目标|目标与|重点任务|重大举措|主要考虑|"
    r"工作任务|主要任务|基本任务|任务$|的建议|建设方针|指导方针|总体部署|工作重点|重点工作$|指导思想|保障措施|安排$"
)
BEHIND = re.compile(
    r"成效|成绩|成就|回顾|举措|做法|(?:开展|推进|完成|落实|建设|基本|总体|工作|进展|履职|执行|履行|学习)(?:法治)?(?:工作)?的?情况$|总结|胜利$|取得.{0,8}(?:进展|突破)|首先报告|^情况$"
)
SURELY_BEHIND = re.compile(r"成效|成绩|成就|回顾|完成情况|执行情况|总结")
OVERVIEW = re.compile(r"^(?:基本情况|总体情况|概况|概述|单位概况|基本概况|部门概况|前言|引言|导语|序言)$")
ATTACHMENT = re.compile(r"^附[件录表]|(?:名词|术语|用语).{0,6}(?:解释|注释|说明)$|名词注释$")


def with_roles(report: Report, kind: Kind) -> Report:
    """The report with a role for every top section; `year` and `plan_year` must be set."""
    found = [role_of(section, report, kind) for section in report.sections]
    placed = _by_place(found, kind)
    return evolve(report, sections=tuple(evolve(s, role=r) for s, r in zip(report.sections, placed, strict=True)))


def role_of(section: Section, report: Report, kind: Kind) -> str | None:
    """The role that a top section's own heading names, or None.

    >>> from ..kinds import kind
    >>> report = Report(year=2024, plan_year=2025)
    >>> [role_of(Section(heading=h), report, kind("fazhi")) for h in ("2024年主要举措和成效", "2025年工作", "夯实基础")]
    ['achievements', 'plans', None]
    """
    heading = heading_of(section)
    for role, pattern in kind.roles:
        if pattern.search(heading):
            return role
    if section.role == "attachment" or ATTACHMENT.search(heading):
        return "attachment"
    if OTHER.search(heading):
        return "other"
    if kind.id == "stat":
        return None
    if PROBLEMS.search(heading) and not re.search("成效|成绩", heading):
        return "problems"
    if OVERVIEW.search(heading):
        return "overview"
    named = numbers(heading)
    ahead = report.plan_year is not None and report.plan_year in named
    if SURELY_BEHIND.search(heading) and not (ahead and re.search("计划|安排|思路|建议", heading)):
        return "achievements"
    if kind.id != "other" and (ahead or AHEAD.search(heading) or _plans_an_era(heading)):
        return "plans"
    if BEHIND.search(heading) or (report.year is not None and report.year in named):
        return "achievements"
    return None


def _plans_an_era(heading: str) -> bool:
    return re.search(r"“十[四五六七]五”(?:时期|期间)?.{0,8}(?:目标|任务|开好局|发展的)", heading) is not None


def _by_place(found: list[str | None], kind: Kind) -> list[str]:
    """Roles for the sections whose heading names none."""
    if kind.unmarked != "review":
        return [role or kind.unmarked for role in found]
    first_plan = next((i for i, role in enumerate(found) if role in ("plans", "problems")), None)
    if first_plan is None and kind.id == "gov" and len(found) > 1:
        first_plan = 1
    result = []
    for i, role in enumerate(found):
        if role is not None:
            result.append(role)
        elif first_plan is None:
            result.append("thematic")
        else:
            before = i == 0 if kind.id == "gov" else i < first_plan
            follows = kind.id == "gov" or found[i - 1] == "plans"
            result.append("achievements" if before else "plans" if follows else "thematic")
    return result
