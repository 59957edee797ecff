"""GR455–GR457, last year's word (上年的话): plans that nobody came back to, problems and plans that are copied."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ...compare.traces import NOT_ANSWERED, Traced
from ...compare.tracing import trace
from ...language.placeholders import OPENING
from ...model.note import Finding
from ...model.source import Span
from ..rule import PRACTICE, rule
from ..view import View
from .previous import SAID, squeezed


@rule("GR455", "plan-unanswered", PRACTICE, "info", needs="previous")
def plan_unanswered(view: View) -> Iterator[Finding]:
    """上年的计划今年要有交代 / what last year planned is answered this year

    计划写了、总结不提，读者不知道做没做。只看有数字的具体事项，不看方针和大段的总体部署。 / Only plans with figures.

    来源：实务
    错：某县2023年工作总结⏎一、工作情况⏎平稳。⏎二、2024年工作打算⏎（一）改造老旧小区。改造老旧小区8个，加装电梯30部。‖某县2024年工作总结⏎一、工作情况⏎举办农民技能大赛，评选优秀选手。⏎二、2025年工作打算⏎继续努力。
    错：某县2023年工作总结⏎一、工作情况⏎平稳。⏎二、2024年工作打算⏎（一）建设冷链仓库。新建冷链仓库3座，配备运输车辆。‖某县2024年工作总结⏎一、工作情况⏎图书馆延长开放时间，读者增加。⏎二、2025年工作打算⏎继续努力。
    对：某县2023年工作总结⏎一、工作情况⏎平稳。⏎二、2024年工作打算⏎（一）改造老旧小区。改造老旧小区8个，加装电梯30部。‖某县2024年工作总结⏎一、工作情况⏎改造老旧小区9个，加装电梯31部。⏎二、2025年工作打算⏎继续努力。
    对：某县2023年工作总结⏎一、工作情况⏎平稳。‖某县2024年工作总结⏎一、工作情况⏎平稳。
    """
    assert view.previous is not None
    if not view.previous.report.plans or not any(section.role in SAID for section in view.report.sections):
        return
    open_ones: dict[str, list[Traced]] = defaultdict(list)
    done = TASKS_DONE.search(view.text) is not None
    for row in trace(view.previous.report, view.report).plans:
        concrete = len(row.text) <= WHOLE_FIELD and FIGURE.search(row.text)
        if row.status == NOT_ANSWERED and concrete and not (done and _is_task(view.previous, row.address)):
            open_ones[row.address.rpartition("/")[0]].append(row)
    for parent, rows in open_ones.items():
        if len(rows) >= MANY:
            zh = f"上年报告“{parent}”里有{len(rows)}项计划今年没有交代，如“{_named(rows[0])}”"
            yield view.whole(zh, f'{len(rows)} plans of "{parent}" in last year\'s report are not answered')
            continue
        for row in rows:
            zh = f"上年报告“{row.address}”的计划“{_named(row)}”今年没有交代"
            yield view.whole(zh, f'the plan "{row.address}" of last year\'s report is not answered')


WHOLE_FIELD = 300
"""A longer plan is the policy of a whole field; whether that was answered isn't for one rule to say."""
FIGURE = re.compile("[0-9]")
MANY = 3
"""So many open plans of one section are told in one finding."""
TASKS_DONE = re.compile(
    "实事[^，。；\n]{0,10}?(?:全部|全面|均已|如期|圆满)[^，。；\n]{0,6}?(?:兑现|完成|办结|落实|办成)"
)
"""“十件实事全部完成” answers each of them."""
TASKS = re.compile("(?:民生|惠民|为民)[^，。；\n]{0,4}实事|[0-9十]+[件项]实事")


def _is_task(last: View, address: str) -> bool:
    """Whether a plan is one of the tasks (民生实事) that a section announces."""
    parent = last.at.get(address.rpartition("/")[0])
    return parent is not None and TASKS.search(f"{parent.heading}{parent.text}") is not None


def _named(row: Traced) -> str:
    """What a plan is called: its heading, or how it begins."""
    return row.heading or (f"{row.text[:24]}…" if len(row.text) > 24 else row.text)


@rule("GR456", "problem-repeated", PRACTICE, "warning", needs="previous")
def problem_repeated(view: View) -> Iterator[Finding]:
    """问题不年年照抄 / problems aren't last year's once more

    一字不差的问题说明没有整改，或者没有认真查找。 / The same words say that nothing was mended, or nobody looked.

    来源：实务
    错：某局2023年工作总结⏎一、工作情况⏎平稳。⏎二、存在的问题⏎一是执法案卷整理不够规范。⏎二是宣传形式单一。‖某局2024年工作总结⏎一、工作情况⏎平稳。⏎二、存在的问题⏎一是执法案卷整理不够规范。⏎二是窗口人手不足。
    错：某局2023年工作总结⏎一、工作情况⏎平稳。⏎二、存在的问题⏎部分栏目更新不够及时；基层力量薄弱。‖某局2024年工作总结⏎一、工作情况⏎平稳。⏎二、存在的问题⏎部分栏目更新不够及时；群众知晓程度不高。
    对：某局2023年工作总结⏎一、工作情况⏎平稳。⏎二、存在的问题⏎一是执法案卷整理不够规范。⏎二是宣传形式单一。‖某局2024年工作总结⏎一、工作情况⏎平稳。⏎二、存在的问题⏎一是跨部门协作不够顺畅。⏎二是窗口人手不足。
    对：某局2023年工作总结⏎一、工作情况⏎平稳。‖某局2024年工作总结⏎一、工作情况⏎平稳。
    """
    assert view.previous is not None
    last = {squeezed(problem.text) for problem in view.previous.report.problems}
    for problem in view.report.problems:
        if squeezed(problem.text) in last and OPENING not in problem.text and problem.span is not None:
            yield Finding(
                "",
                "",
                f"“{problem.text[:16]}…”与上年的问题一字不差",
                "this problem stood in last year's report word for word",
                problem.span,
                where=problem.where,
            )


@rule("GR457", "plan-repeated", PRACTICE, "info", needs="previous")
def plan_repeated(view: View) -> Iterator[Finding]:
    """计划不年年照抄 / plans aren't last year's once more

    年年一样的计划等于没有计划。 / A plan that is the same every year is none.

    来源：实务
    错：某县2023年工作总结⏎一、工作情况⏎平稳。⏎二、2024年工作打算⏎（一）改造老旧小区。改造老旧小区8个，加装电梯30部。‖某县2024年工作总结⏎一、工作情况⏎平稳。⏎二、2025年工作打算⏎（一）改造老旧小区。改造老旧小区8个，加装电梯30部。
    错：某县2023年工作总结⏎一、工作情况⏎平稳。⏎二、2024年工作打算⏎（一）强化培训。分批组织执法人员参加轮训和实操演练。‖某县2024年工作总结⏎一、工作情况⏎平稳。⏎二、2025年工作打算⏎（一）强化培训。分批组织执法人员参加轮训和实操演练。
    对：某县2023年工作总结⏎一、工作情况⏎平稳。⏎二、2024年工作打算⏎（一）改造老旧小区。改造老旧小区8个，加装电梯30部。‖某县2024年工作总结⏎一、工作情况⏎平稳。⏎二、2025年工作打算⏎（一）改造老旧小区。改造老旧小区6个，全部安装电梯。
    对：某县2023年工作总结⏎一、工作情况⏎平稳。‖某县2024年工作总结⏎一、工作情况⏎平稳。
    """
    assert view.previous is not None
    last = {squeezed(plan.text) for plan in view.previous.report.plans}
    for plan in view.report.plans:
        if len(plan.text) >= 12 and squeezed(plan.text) in last and isinstance(plan.span, Span):
            zh = f"计划“{plan.heading or plan.text[:16]}”与上年一字不差"
            yield Finding(
                "", "", zh, "this plan stood in last year's report word for word", plan.span, where=plan.where
            )
