"""GR1xx, structure (结构): numbers that skip, repeat or jump, headings with the wrong end, sections without text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..model.note import Finding
from ..model.number import format_number
from ..model.report import Section
from .rule import PRACTICE, UNSAFE, rule
from .view import View


def series(view: View) -> Iterator[list[tuple[str, Section]]]:
    """Siblings that are numbered in one style, in their order, with their addresses; two at least."""
    groups: dict[tuple[str, str], list[tuple[str, Section]]] = {}
    for where, section in view.sections:
        if section.number is not None and section.number.value is not None:
            parent = where.rpartition("/")[0]
            groups.setdefault((parent, section.number.style), []).append((where, section))
    yield from (group for group in groups.values() if len(group) > 1)


@rule("GR101", "number-gap", PRACTICE, "error", fix=UNSAFE)
def number_gap(view: View) -> Iterator[Finding]:
    """同级编号连续 / numbers of one level follow each other without a gap

    跳号说明漏了一段，或删改之后没有重排。 / A gap says that a part was lost, or deleted without renumbering.

    来源：实务
    错：一、总体情况⏎良好。⏎三、下一步打算⏎再接再厉。
    错：一、总体情况⏎（一）甲⏎良好。⏎（三）乙⏎良好。
    对：一、总体情况⏎良好。⏎二、下一步打算⏎再接再厉。
    对：一、总体情况⏎（一）甲⏎良好。⏎二、下一步打算⏎（一）乙⏎良好。
    """
    for group in series(view):
        for (_, before), (where, section) in pairwise(group):
            last, number = before.number, section.number
            assert last is not None and number is not None and last.value is not None and number.value is not None
            if number.value > last.value + 1:
                expected = format_number(number.style, last.value + 1)
                yield view.on(
                    where,
                    section,
                    f"编号从“{last.text}”跳到“{number.text}”，中间缺“{expected}”",
                    f'the number jumps from "{last.text}" to "{number.text}"; "{expected}" is missing',
                )
