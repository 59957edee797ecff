"""Fixes (修复): the edits of findings applied to a text, until nothing is left that could be applied.

A safe fix never changes numbers or wording (its rule vouches for that); an unsafe one is a suggestion. Edits that
overlap wait for the next round, where the text is parsed and checked anew. Fixing twice changes nothing.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence

from ..model.note import Edit, Finding
from ..model.report import Report
from .rule import SAFE

ROUNDS = 12


def edits_of(findings: Iterable[Finding], unsafe: bool = False) -> list[Edit]:
    """The edits to make now, in order and without overlap; all edits of a finding or none."""
    taken: list[Edit] = []
    for finding in findings:
        if finding.fix is None or not (unsafe or finding.fix == SAFE):
            continue
        if all(_free(edit, taken) for edit in finding.edits):
            for edit in finding.edits:
                insort(taken, edit, key=_place)
    return taken


def _free(edit: Edit, taken: list[Edit]) -> bool:
    """Whether no edit that is taken (they are in order) touches the same characters or inserts at the same place."""
    at = bisect_left(taken, _place(edit), key=_place)
    before = taken[at - 1].span.end <= edit.span.start if at else True
    behind = edit.span.end <= taken[at].span.start if at < len(taken) else True
    same = at < len(taken) and taken[at].span == edit.span
    return before and behind and not same


def _place(edit: Edit) -> tuple[int, int]:
    return edit.span.start, edit.span.end


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made, which must be in order and not overlap.

    >>> from ..model.source import Span
    >>> applied("全年１２件", [Edit(Span(2, 4), "12")])
    '全年12件'
    """
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def fixed(
    report: Report,
    check: Callable[[Report], Sequence[Finding]],
    edited: Callable[[Report, Sequence[Edit]], Report],
    unsafe: bool = False,
) -> Report:
    """The report after all fixes; `check` finds, `edited` makes edits in a report's file and reads it again."""
    for _ in range(ROUNDS):
        edits = edits_of(check(report), unsafe)
        changed = edited(report, edits) if edits else report
        if changed is report or (changed.source and report.source and changed.source.text == report.source.text):
            return report
        report = changed
    return report
