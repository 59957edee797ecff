"""计划与问题: what a report promises and admits, and what became of what last year's report did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..compare.output.labels import short
from ..compare.output.ledger import STATUS, task
from ..compare.traces import ANSWERED, MET, MISSED, NOT_ANSWERED, PARTLY, UNKNOWN, Trace, Traced
from ..model.facts import Plan, Problem
from ..model.report import Report
from .links import Anchors, part, placed, said, table

SIGNS = {ANSWERED: "✔", MET: "✔", PARTLY: "◐", UNKNOWN: "?", NOT_ANSWERED: "✘", MISSED: "✘"}
CLASSES = {ANSWERED: "good", MET: "good", PARTLY: "half", UNKNOWN: "open", NOT_ANSWERED: "bad", MISSED: "bad"}
TASK = 90
"""So many characters of a plan or problem without a heading are shown at once; the rest unfolds."""


def ledger(report: Report, sections: Anchors, trace: Trace | None) -> Iterator[str]:
    """The parts of the page about plans and problems."""
    if trace is not None and (trace.plans or trace.targets or trace.problems):
        body = [
            _traced(name, kind, rows, sections)
            for name, kind, rows in (
                ("上年计划", "plans", trace.plans),
                ("上年目标", "targets", trace.targets),
                ("上年问题", "problems", trace.problems),
            )
            if rows
        ]
        last = said(trace.last.title or "上年报告")
        yield part("trace.", "上年计划落实情况", body, f"《{last}》提出的计划、目标和问题，在本报告中的回应。")
    body = []
    if report.plans:
        year = f"（{report.plan_year}年）" if report.plan_year else ""
        body.append(_plans(report.plans, f"本报告的计划{year}", sections))
    if report.problems:
        body.append(_problems(report.problems, sections))
    if body:
        yield part("plans.", "计划与问题", body)


def _traced(name: str, kind: str, rows: Sequence[Traced], sections: Anchors) -> str:
    count = Counter(row.status for row in rows)
    counts = "".join(f"<li>{_status(status)} {count[status]}</li>" for status in STATUS if count[status])
    heads = ("事项", "进展", "本报告中的回应", "说明", "责任单位", "时限", "上年位置")
    body = (
        (
            _long(task(row) if row.target is not None else row.heading or row.text),
            _status(row.status),
            "".join(f"<p>{sections.link(a.address)} {_long(a.text)}</p>" for a in row.answers),
            said(row.reason),
            said("、".join(row.actors)),
            said(row.deadline),
            said(placed(row.address)),
        )
        for row in rows
    )
    return f'<h3>{name}（{len(rows)}项）</h3>\n<ul class="counts">{counts}</ul>\n{table(kind, name, heads, body)}'


def _status(status: str) -> str:
    sign = f'<span aria-hidden="true">{SIGNS[status]}</span>'
    return f'<span class="status {CLASSES[status]}">{sign} {STATUS[status]}</span>'


def _plans(plans: Sequence[Plan], name: str, sections: Anchors) -> str:
    heads = ("事项", "目标", "责任单位", "时限", "位置")
    rows = (
        (
            _long(plan.heading or plan.text),
            said("；".join(f"{target.name}{target.text}" for target in plan.targets)),
            said("、".join(plan.actors)),
            said(plan.deadline),
            sections.link(plan.where),
        )
        for plan in plans
    )
    return f"<h3>{name}：{len(plans)}项</h3>\n{table('plans', name, heads, rows)}"


def _problems(problems: Sequence[Problem], sections: Anchors) -> str:
    rows = ((_long(row.text), said(row.cause), sections.link(row.where)) for row in problems)
    return f"<h3>存在的问题：{len(problems)}项</h3>\n{table('problems', '存在的问题', ('问题', '原因', '位置'), rows)}"


def _long(text: str) -> str:
    """A text whole, or its beginning that unfolds to the whole."""
    line = " ".join(text.split())
    if len(line) <= TASK:
        return said(line)
    return f"<details><summary>{said(short(line, TASK - 20))}</summary>{said(line)}</details>"
