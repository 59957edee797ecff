"""eIds after the Akoma Ntoso Naming Convention 1.0, 5.4: the context, the element, its number.

Numbers are those of the report: 二、 / （三） is hcontainer_2__hcontainer_3, whatever stands before it. What has
no number is counted by itself (hcontainer_nn-1); a number that occurs twice gets -2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from attrs import define, field

from ...model.report import Section


def section_ids(siblings: Sequence[Section], context: str) -> list[str]:
    """The eIds of sections that stand side by side.

    >>> from ...model.number import parse_number
    >>> parts = [Section(heading="前言"), Section(parse_number("一、")), Section(parse_number("三、"))]
    >>> section_ids(parts, "")
    ['hcontainer_nn-1', 'hcontainer_1', 'hcontainer_3']
    """
    seen: Counter[str] = Counter()
    found: list[str] = []
    for section in siblings:
        value = section.number.value if section.number is not None else None
        label = "nn" if value is None else str(value)
        seen[label] += 1
        count = seen[label]
        suffix = f"-{count}" if count > 1 or label == "nn" else ""
        found.append(inside(context, f"hcontainer_{label}{suffix}"))
    return found


def inside(context: str, name: str) -> str:
    """The eId of what stands in a context.

    >>> inside("hcontainer_1", "intro"), inside("", "hcontainer_1")
    ('hcontainer_1__intro', 'hcontainer_1')
    """
    return f"{context}__{name}" if context else name


@define
class Counts:
    """Numbers for elements that are counted where they stand: p_1, p_2, table_1."""

    context: str
    counts: Counter[str] = field(factory=Counter)

    def next(self, name: str) -> str:
        """The eId of the next element of this name."""
        self.counts[name] += 1
        return inside(self.context, f"{name}_{self.counts[name]}")


def label(text: str) -> str:
    """A text as a part of an identifier: letters, digits and dashes.

    >>> label("某政发〔2024〕1号"), label(" R&D 投入")
    ('某政发-2024-1号', 'R-D-投入')
    """
    return re.sub(r"[\W_]+", "-", text).strip("-")
