"""What became of last year's plans, for people: rows of a ledger (台账)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ...language.spreadsheet import disarmed
from ..traces import ANSWERED, MET, MISSED, NOT_ANSWERED, PARTLY, UNKNOWN, Trace, Traced
from .labels import short

STATUS = {
    ANSWERED: "有回应",
    PARTLY: "部分回应",
    NOT_ANSWERED: "未见回应",
    MET: "达到",
    MISSED: "未达到",
    UNKNOWN: "无法判断",
}
KINDS = {"plan": "计划", "target": "目标", "problem": "问题"}
COLUMNS = ("类别", "上年位置", "任务", "牵头单位", "时限", "进展", "今年位置", "依据", "说明")


def rows(trace: Trace) -> Iterator[tuple[str, ...]]:
    """A row for each plan, target and problem, in the order of COLUMNS."""
    for row in (*trace.plans, *trace.targets, *trace.problems):
        yield (
            KINDS[row.kind],
            row.address,
            task(row),
            "、".join(row.actors),
            row.deadline,
            STATUS[row.status],
            "；".join(answer.address for answer in row.answers),
            "；".join(answer.text.rstrip("。；") for answer in row.answers if answer.text),
            row.reason,
        )


def task(row: Traced) -> str:
    """What was promised or admitted, in a line."""
    if row.target is not None:
        return f"{row.target.name} {row.target.text}"
    return row.heading or short(row.text, 80)


def ledger(trace: Trace) -> str:
    """The ledger as CSV with a byte order mark, for spreadsheets; cells that they would run are disarmed."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows(trace):
        writer.writerow(map(disarmed, row))
    return "\ufeff" + out.getvalue()


def summary(trace: Trace) -> str:
    """One line: 计划 11 项：有回应 3，部分回应 8；目标 …."""
    parts = []
    for kind, traced in (("plan", trace.plans), ("target", trace.targets), ("problem", trace.problems)):
        if traced:
            count = {status: sum(row.status == status for row in traced) for status in STATUS}
            said = "，".join(f"{STATUS[status]} {number}" for status, number in count.items() if number)
            parts.append(f"{KINDS[kind]} {len(traced)} 项：{said}")
    return "；".join(parts) or "上年报告没有计划、目标和问题 / last year's report has no plans, targets or problems"
