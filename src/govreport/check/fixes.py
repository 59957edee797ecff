"""Fixes (修复): the edits of findings made in a file, until nothing is left that could be made.

A safe fix never changes numbers or wording (its rule vouches for that); an unsafe one is a suggestion. Edits that
overlap wait for the next round, where the file is read and checked anew. Fixing twice changes nothing.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from ..model.note import Edit, Finding
from ..model.report import Report
from .rule import SAFE

ROUNDS = 12


@frozen(eq=False)
class Repair:
    """A file before and after: its report then and now, its bytes now, and the findings whose edits were made."""

    before: Report
    after: Report
    data: bytes
    made: tuple[Finding, ...] = ()


def fixable(finding: Finding, unsafe: bool = False) -> bool:
    """Whether a finding's edits are to be made."""
    return bool(finding.edits) and (finding.fix == SAFE or (unsafe and finding.fix is not None))


def taken(findings: Iterable[Finding], unsafe: bool = False) -> list[Finding]:
    """The findings whose edits are made now: none touches what another one does, nor one edit of a finding another."""
    edits: list[Edit] = []
    chosen: list[Finding] = []
    for finding in findings:
        if not fixable(finding, unsafe):
            continue
        tried = edits.copy() if len(finding.edits) > 1 else edits
        if all(_take(edit, tried) for edit in finding.edits):
            edits = tried
            chosen.append(finding)
    return chosen


def _take(edit: Edit, taken: list[Edit]) -> bool:
    """Put an edit among those that are taken, if it is free."""
    free = _free(edit, taken)
    if free:
        insort(taken, edit, key=_place)
    return free


def _free(edit: Edit, taken: list[Edit]) -> bool:
    """Whether no edit that is taken (they are in order) touches the same characters or inserts at the same place."""
    at = bisect_left(taken, _place(edit), key=_place)
    before = taken[at - 1].span.end <= edit.span.start if at else True
    behind = edit.span.end <= taken[at].span.start if at < len(taken) else True
    same = at < len(taken) and taken[at].span == edit.span
    return before and behind and not same


def _place(edit: Edit) -> tuple[int, int]:
    return edit.span.start, edit.span.end


def repaired(
    data: bytes,
    read: Callable[[bytes], Report],
    check: Callable[[Report], Sequence[Finding]],
    edited: Callable[[bytes, Sequence[Sequence[Edit]], Report], tuple[bytes, list[int]]],
    unsafe: bool = False,
) -> Repair:
    """The file after all fixes; `check` finds, `edited` makes edits in the bytes that a report was read from."""
    before = report = read(data)
    made: list[Finding] = []
    for _ in range(ROUNDS):
        chosen = taken(check(report), unsafe)
        new, done = edited(data, [finding.edits for finding in chosen], report) if chosen else (data, [])
        if new == data:
            break
        data, report = new, read(new)
        made += [chosen[index] for index in done]
    return Repair(before, report, data, tuple(made))
