"""html of a trace: plans, targets and problems on one page without scripts, each beside what answers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from ..traces import ANSWERED, MET, MISSED, NOT_ANSWERED, PARTLY, UNKNOWN, Trace, Traced
from .html import STYLE, opening
from .ledger import STATUS, summary, task

COLOURS = {ANSWERED: "good", MET: "good", PARTLY: "fair", NOT_ANSWERED: "poor", MISSED: "poor", UNKNOWN: "none"}
OWN = """
:root{--good:#1c6b34;--fair:#805200;--poor:#a8201a;--none:#666}
@media(prefers-color-scheme:dark){:root{--good:#7fd39a;--fair:#e8b85c;--poor:#ff9a92;--none:#aaa}}
table{table-layout:auto}th{font-weight:600;white-space:nowrap;font-size:.9rem}
.address{overflow-wrap:normal;word-break:keep-all}
.tight{white-space:nowrap;width:1%}
.task{width:24%}.said{width:40%}.why{color:var(--quiet);font-size:.9rem}
.said div+div{margin-top:.4rem}.said .address{margin-right:.5em}
.status{white-space:nowrap;width:1%;font-weight:600}
.good{color:var(--good)}.fair{color:var(--fair)}.poor{color:var(--poor)}.none{color:var(--none)}
.figure{font-variant-numeric:tabular-nums}
@media(max-width:44rem){table,tbody,tr,td{display:block;width:auto!important}thead{display:none}
 tr{border:1px solid var(--line);margin:.6rem 0}td{border:0}td:empty{display:none}}
"""


def page(trace: Trace) -> str:
    """The page; every word of the reports is escaped."""
    return "".join(_page(trace))


def _page(trace: Trace) -> Iterator[str]:
    last, this = escape(trace.last.title or "上年报告"), escape(trace.this.title or "今年报告")
    yield opening(f"{this}：上年计划落实情况", STYLE + OWN)
    yield f"<h1>上年计划落实情况</h1>\n<p>{last} → {this}</p>\n<p>{escape(summary(trace))}</p>\n"
    if trace.plans:
        yield from ("<h2>计划</h2>\n", *_tasks(trace.plans))
    known = [row for row in trace.targets if row.actual is not None]
    unknown = [row for row in trace.targets if row.actual is None]
    if trace.targets:
        yield "<h2>目标</h2>\n"
        yield from _targets(known) if known else ()
        if unknown:
            yield f"<details><summary>今年的报告没有当年数字的 {len(unknown)} 项</summary>\n"
            yield from _targets(unknown)
            yield "</details>\n"
    if trace.problems:
        yield from ("<h2>问题</h2>\n", *_tasks(trace.problems))
    yield "</main></body></html>\n"


def _tasks(rows: Iterable[Traced]) -> Iterator[str]:
    """Plans or problems; who and until when only where somebody is named."""
    rows = list(rows)
    named = any(row.actors or row.deadline for row in rows)
    yield _head("上年位置", "任务", *(("牵头单位", "时限") if named else ()), "进展", "今年怎样写", "说明")
    for row in rows:
        yield f'<tr>{_address(row.address)}<td class="task">{escape(task(row))}</td>'
        if named:
            yield f"<td>{escape('、'.join(row.actors))}</td><td>{escape(row.deadline)}</td>"
        said = "".join(
            f'<div><span class="address">{escape(answer.address)}</span>{escape(answer.text)}</div>'
            for answer in row.answers
        )
        yield f'{_status(row)}<td class="said">{said}</td><td class="why">{escape(row.reason)}</td></tr>\n'
    yield "</tbody></table>\n"


def _targets(rows: Iterable[Traced]) -> Iterator[str]:
    yield _head("上年位置", "指标", "目标", "实际", "结果", "今年位置")
    for row in rows:
        assert row.target is not None
        name, actual = escape(row.target.name), escape(row.actual.text) if row.actual else ""
        yield f'<tr>{_address(row.address)}<td>{name}</td><td class="figure">{escape(row.target.text)}</td>'
        yield f'<td class="figure">{actual}</td>{_status(row)}'
        yield f'<td class="address">{escape(row.answers[0].address if row.answers else "")}</td></tr>\n'
    yield "</tbody></table>\n"


def _head(*names: str) -> str:
    cells = "".join(f'<th scope="col">{name}</th>' for name in names)
    return f"<table><thead><tr>{cells}</tr></thead><tbody>\n"


def _address(address: str) -> str:
    tight = " tight" if len(address) <= 12 else ""
    return f'<td class="address{tight}">{escape(address)}</td>'


def _status(row: Traced) -> str:
    return f'<td class="status {COLOURS[row.status]}">{STATUS[row.status]}</td>'
