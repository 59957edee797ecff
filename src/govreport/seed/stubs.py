"""Stubs: what last year's report leaves for the draft to answer, one by one.

Plans come under 上年计划落实情况, problems under 上年问题整改情况.
"""

from __future__ import annotations

import re

from attrs import evolve

from ..language.placeholders import placeholder
from ..model.facts import Plan, Problem
from ..model.number import Number, format_number
from ..model.report import Paragraph, Report, Section
from .blanks import edited, figure_edits, named

DONE, MENDED = "上年计划落实情况", "上年问题整改情况"
STYLES = ("hanzi", "hanzi-paren", "arabic", "arabic-paren")
"""Levels of GB/T 9704-2012 7.3.3, for stubs in a report that has no numbering at their depth."""
MOST, HEADING = 60, 28
"""What is said of a plan, and what of it may be a heading, in characters."""
THIS_YEAR = re.compile("^(?:20[0-9]{2} ?年|今年|明年|新的一年)[，,]?")
CLAUSE = re.compile(r"[^，。；：\n]{4,}")


def with_stubs(section: Section, report: Report) -> Section:
    """The section that tells what was done, with a part on last year's plans and one on its problems behind it."""
    parts = []
    if report.plans:
        parts.append((DONE, tuple(_item(at, *_plan(plan)) for at, plan in enumerate(report.plans, 1))))
    if report.problems and not any(s.role == "improvement" for s in report.sections):
        parts.append((MENDED, mended(report.problems)))
    children = section.children
    for heading, items in parts:
        children = (*children, Section(_next(children, section), heading, children=items))
    return evolve(section, children=children)


def mended(problems: tuple[Problem, ...]) -> tuple[Section, ...]:
    """A stub for each problem of last year."""
    return tuple(
        _item(at, f"针对“{_short(problem.text)}”的问题", placeholder("整改情况"))
        for at, problem in enumerate(problems, 1)
    )


def _plan(plan: Plan) -> tuple[str, str]:
    """What a plan was about, and what has to be told of it; its figures are asked for one by one."""
    about = THIS_YEAR.sub("", plan.heading or _short(plan.text))
    asked = [placeholder("完成情况")]
    asked += [target.name + placeholder(named(target), f"计划{target.text}") for target in plan.targets]
    return edited(about, figure_edits(about)), "，".join(asked)


def _item(value: int, about: str, asked: str) -> Section:
    """一是…：【待填：…】。"""
    number = Number(format_number("shi", value), "shi", value)
    about = about.rstrip("。；：")
    if len(about) > HEADING:
        return Section(number, blocks=(Paragraph(f"{about}。{asked}。"),))
    return Section(number, about, blocks=(Paragraph(f"{asked}。"),), run_in=True, stop="。")


def _next(siblings: tuple[Section, ...], parent: Section) -> Number:
    """The number that follows those of the siblings; without any, that of the level below the parent."""
    numbers = [s.number for s in siblings if s.number is not None and s.number.value is not None]
    if numbers:
        last = numbers[-1]
        return Number(format_number(last.style, (last.value or 0) + 1), last.style, (last.value or 0) + 1)
    above = parent.number.style if parent.number else ""
    style = STYLES[STYLES.index(above) + 1] if above in STYLES[:-1] else STYLES[0]
    return Number(format_number(style, 1), style, 1)


def _short(text: str) -> str:
    """The first clauses of a text, at most `MOST` characters, whole ones where there are."""
    line = text.split("\n")[0].rstrip("。；：")
    if len(line) <= MOST:
        return line
    found = ""
    for clause in CLAUSE.finditer(line):
        if found and clause.end() > MOST:
            break
        found = line[: clause.end()]
    return found[:MOST]
