"""The verb `trace`: last year's report and this year's → what became of plans, targets and problems."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from attrs import evolve

from ..memory import uncollected
from ..model.facts import Plan, Problem
from ..model.report import Report
from .catalogue import Catalogue
from .retrieve import Index, index_of
from .targets import traced_targets
from .traces import ANSWERED, MET, MISSED, NOT_ANSWERED, PARTLY, Answer, Trace, Traced

FIRM, FAINT = 0.05, 0.03
"""The score from which on a section answers a plan, and a problem, which is told in other words than its cure."""
BESIDE = 0.65
"""Sections count as answers from this share of the best one's score on."""
SURE = 0.45
"""A plan of one sentence is answered by a sentence so like it, else touched."""
ENOUGH = 0.55
"""So much of a plan of several matters must be touched for the plan to be answered."""
PLAINT = re.compile(
    "(?:仍然?|依然|还|尚|比较|较|亟[待需]|有待|需要?|进一步)*"
    "(?:不够|不足|不牢固|不稳固|不平衡|不充分|不强|不高|不大|短板|弱项|薄弱|差距|困难|压力|难度|隐患|突出|存在|问题|矛盾|艰巨|加大|提升|加强)"
)
"""Words of complaint; what is complained of remains."""
FEW = 2
"""A plan of so few matters is answered by a sentence like one of its own, not by its topic alone."""
REPEATED = 0.8
"""Plans and problems with so many terms in common are the same once more (年年计划)."""


def trace(last_year: Report, this_year: Report) -> Trace:
    """What this year's report says of what last year's promised and admitted.

    >>> from govreport import parse
    >>> last = parse("某县2023年工作总结\\n一、情况\\n平稳。\\n二、2024年打算\\n（一）改造老旧小区。改造老旧小区8个。")
    >>> this = parse("某县2024年工作总结\\n一、情况\\n（一）改造小区。完成老旧小区改造9个。\\n二、打算\\n再接再厉。")
    >>> found = trace(last, this)
    >>> [(row.status, row.answers[0].address) for row in found.plans]
    [('answered', '一/（一）')]
    >>> [(row.target.text, row.actual.text, row.status) for row in found.targets]
    [('8个', '9个', 'met')]
    """
    with uncollected():
        return _trace(last_year, this_year)


def _trace(last_year: Report, this_year: Report) -> Trace:
    """The trace; the index is gone when it returns, so that no collection walks it."""
    asked = [*(plan.text for plan in last_year.plans), *(problem.text for problem in last_year.problems)]
    index = index_of(this_year, asked)
    targets = traced_targets(last_year, this_year)
    by_place: dict[str, list[Traced]] = defaultdict(list)
    for row in targets:
        by_place[row.address].append(row)
    planned, admitted = (Catalogue(item.text for item in found) for found in (this_year.plans, this_year.problems))
    plans = []
    for plan in last_year.plans:
        row = _plan(plan, index, by_place[plan.where])
        plans.append(_repeated(row, planned, this_year.plans, "今年的计划又写了一遍"))
    problems = []
    for problem in last_year.problems:
        row = _problem(problem, index)
        problems.append(_repeated(row, admitted, this_year.problems, "今年又列为问题"))
    return Trace(last_year, this_year, tuple(plans), tuple(targets), tuple(problems))


def _plan(plan: Plan, index: Index, targets: list[Traced]) -> Traced:
    answers, status, reason = _answered(index, plan.text, plan.heading, FIRM)
    reached = [row.status for row in targets if row.target in plan.targets]
    met, missed = reached.count(MET), reached.count(MISSED)
    if met or missed:
        said = [f"{word} {count} 项" for word, count in (("达到", met), ("未达到", missed)) if count]
        reason += f"；{len(reached)} 项目标{'、'.join(said)}"
        if (status == ANSWERED and missed >= max(1, met)) or (status == NOT_ANSWERED and met):
            status = PARTLY
        elif status == PARTLY and met == len(reached):
            status = ANSWERED
    return Traced("plan", plan.text, plan.where, status, plan.heading, answers, reason, plan.actors, plan.deadline)


def _problem(problem: Problem, index: Index) -> Traced:
    answers, status, reason = _answered(index, PLAINT.sub("，", problem.text), "", FAINT)
    return Traced("problem", problem.text, problem.where, status, "", answers, reason)


def _answered(index: Index, text: str, heading: str, least: float) -> tuple[tuple[Answer, ...], str, str]:
    """The best section and those nearly as good, and what they come to."""
    found = index.find(text, heading)
    floor = max(least, BESIDE * found.answers[0].score) if found.answers else 0.0
    answers = tuple(answer for answer in found.answers if answer.score >= floor)
    if not answers or (least == FIRM and found.matters <= FEW and not found.touched):
        return (), NOT_ANSWERED, "今年的报告里没有找到相近的内容"
    if found.matters > 1 and found.touched:
        status = ANSWERED if found.share >= ENOUGH or (found.likest >= SURE and found.share >= SURE) else PARTLY
        return answers, status, f"{found.matters} 个方面中 {found.touched} 个有回应"
    if found.likest >= SURE:
        return answers, ANSWERED, "写到同一件事"
    return answers, PARTLY, "只有相近的内容"


def _repeated(row: Traced, catalogue: Catalogue, items: Sequence[Plan | Problem], said: str) -> Traced:
    """The row, with a word on this year's plan or problem that says the same once more."""
    for value, at in catalogue.like(row.text, 2)[:1]:
        if value >= REPEATED:
            return evolve(row, reason=f"{row.reason}；{said}（{items[at].where}）")
    return row
