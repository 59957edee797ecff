"""Last year's plans, targets and problems against this year's review, judged by a reader before the tracing saw them.

`answers` are the sections that report on the plan, best first; `optional` ones a second reader might add, they count
neither way. Plans and problems are named by their address and their place there (二/（六）#1). The half `dev` was looked
at while the mechanisms were found, the half `test` was not; docs/compare.md has the figures of both.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from govreport import read, trace
from govreport.compare import Trace
from govreport.compare.traces import Traced

DATA = Path(__file__).resolve().parents[1] / "data"
GATES = {"dev": (0.84, 0.74, 0.94), "test": (0.77, 0.64, 0.81)}
"""F1 of links, and the shares of plans and of targets with the judged status, a little below what was measured."""


def cases(name: str, half: str) -> Iterator[dict[str, Any]]:
    return (case for case in json.loads((DATA / name).read_text("utf-8")) if case["half"] == half)


@cache
def traced(full: Path, old: str, new: str) -> Trace:
    return trace(read(full / old), read(full / new))


def by_place(rows: Iterable[Traced]) -> dict[str, Traced]:
    counts: Counter[str] = Counter()
    found = {}
    for row in rows:
        counts[row.address] += 1
        found[f"{row.address}#{counts[row.address]}"] = row
    return found


@pytest.mark.parametrize("half", GATES)
def test_plans_find_their_answers(shared: Path, half: str) -> None:
    right = wrong = missed = agreed = total = 0
    for case in cases("plan_answers.json", half):
        rows = by_place(traced(shared / "corpus" / "full", case["old"], case["new"]).plans)
        for judged in case["plans"]:
            row = rows[judged["plan"]]
            found, gold = {answer.address for answer in row.answers}, set(judged["answers"])
            right += len(found & gold)
            wrong += len(found - gold - set(judged["optional"]))
            missed += len(gold - found)
            agreed += row.status == judged["status"]
            total += 1
    f1 = 2 * right / (2 * right + wrong + missed)
    links, statuses, _ = GATES[half]
    assert right + missed >= 60
    assert f1 >= links, f"{right} right, {wrong} wrong, {missed} missed: {f1:.3f}"
    assert agreed / total >= statuses, f"{agreed} of {total} statuses"


@pytest.mark.parametrize("half", GATES)
def test_targets_find_their_results(shared: Path, half: str) -> None:
    agreed = total = 0
    for case in cases("target_results.json", half):
        rows = traced(shared / "corpus" / "full", case["old"], case["new"]).targets
        for judged in case["targets"]:
            row = next(r for r in rows if r.target and (r.address, r.target.name) == (judged["where"], judged["name"]))
            where = row.answers[0].address if row.answers else ""
            agreed += (row.status, where) == (judged["status"], judged["answer"])
            total += 1
    assert total >= 30
    assert agreed / total >= GATES[half][2], f"{agreed} of {total} targets"


def test_problems_find_what_was_done(shared: Path) -> None:
    right = wrong = missed = 0
    for half in GATES:
        for case in cases("plan_answers.json", half):
            rows = by_place(traced(shared / "corpus" / "full", case["old"], case["new"]).problems)
            for judged in case["problems"]:
                found, gold = {a.address for a in rows[judged["problem"]].answers}, set(judged["answers"])
                right += len(found & gold)
                wrong += len(found - gold - set(judged["optional"]))
                missed += len(gold - found)
    f1 = 2 * right / (2 * right + wrong + missed)
    assert f1 >= 0.54, f"{right} right, {wrong} wrong, {missed} missed: {f1:.3f}"
