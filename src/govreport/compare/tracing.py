"""The verb `trace`: last year's report and this year's → what became of plans, targets and problems."""

from __future__ import annotations

from collections import defaultdict

from ..memory import uncollected
from ..model.facts import Plan, Problem
from ..model.report import Report
from .retrieve import Index, index_of
from .targets import traced_targets
from .terms import likeness, terms_of
from .traces import ANSWERED, MET, MISSED, NOT_ANSWERED, PARTLY, UNKNOWN, Answer, Trace, Traced

SURE, MAYBE = 0.3, 0.2
"""The score from which on the best passage answers a plan, and from which on it touches it."""
ENOUGH = 0.3
"""So much of a plan must find a passage for the plan to be answered."""
BESIDE = 0.6
"""Passages count as answers from this share of the best one's score on."""
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
        asked = [*(plan.text for plan in last_year.plans), *(problem.text for problem in last_year.problems)]
        index = index_of(this_year, asked)
        targets = traced_targets(last_year, this_year)
        by_place: dict[str, list[Traced]] = defaultdict(list)
        for row in targets:
            by_place[row.address].append(row)
        plans = [_plan(plan, index, by_place[plan.where], this_year) for plan in last_year.plans]
        problems = [_problem(problem, index, this_year) for problem in last_year.problems]
    return Trace(last_year, this_year, tuple(plans), tuple(targets), tuple(problems))


def _plan(plan: Plan, index: Index, targets: list[Traced], this: Report) -> Traced:
    answers, status, reason = _answered(index, plan.text, plan.heading)
    reached = [row.status for row in targets if row.target in plan.targets]
    if MET in reached or MISSED in reached:
        met, missed = reached.count(MET), reached.count(MISSED)
        reason += f"；目标达到 {met} 项，未达到 {missed} 项，无法判断 {reached.count(UNKNOWN)} 项"
        if (status == ANSWERED and missed) or (status == NOT_ANSWERED and met):
            status = PARTLY
    again = next((other for other in this.plans if _same(plan.text, other.text)), None)
    if again is not None:
        reason += f"；今年的计划又写了一遍（{again.where}）"
    return Traced("plan", plan.text, plan.where, status, plan.heading, answers, reason, plan.actors, plan.deadline)


def _problem(problem: Problem, index: Index, this: Report) -> Traced:
    answers, status, reason = _answered(index, problem.text)
    again = next((other for other in this.problems if _same(problem.text, other.text)), None)
    if again is not None:
        reason += f"；今年又列为问题（{again.where}）"
    return Traced("problem", problem.text, problem.where, status, "", answers, reason)


def _answered(index: Index, text: str, heading: str = "") -> tuple[tuple[Answer, ...], str, str]:
    """The best passage and those nearly as good, and what they come to."""
    found, covered = index.answers(text, heading)
    floor = max(MAYBE, BESIDE * found[0].score) if found else 0.0
    answers = tuple(answer for answer in found if answer.score >= floor)
    if not answers:
        return (), NOT_ANSWERED, "今年的报告里没有找到相近的内容"
    best = answers[0]
    if best.score >= SURE and covered >= ENOUGH:
        return answers, ANSWERED, f"“{best.address}”写到同一事项（{best.score:.2f}），{covered:.0%}的内容有回应"
    return answers, PARTLY, f"“{best.address}”有相近的内容（{best.score:.2f}），{covered:.0%}的内容有回应"


def _same(one: str, other: str) -> bool:
    """Whether two texts say nearly the same."""
    if not 0.5 <= (len(one) + 1) / (len(other) + 1) <= 2:
        return False
    return likeness(terms_of(one), terms_of(other)) >= REPEATED
