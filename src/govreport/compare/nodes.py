"""A report as nodes to be matched: every section with its address, its own words, and those of all below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from attrs import define, field

from ..model.address import addresses
from ..model.report import Block, Paragraph, Report, Section
from .terms import YEARS, Vector, terms_of

LEAD = re.compile(r"[^，。；：、,;:\n]{2,24}")
BLANK = re.compile(r"\s+")
NUMBERS = re.compile(r"[0-9０-９.．,，]*[0-9０-９]")


@define(eq=False, slots=False)
class Node:
    """A section that waits to be matched.

    `key` is its heading (without one: the first words of its text) with years and numbers masked, `text` its own
    blocks. Terms are counted when they are first asked for: `head` those of the key, `own` of heading and text,
    `whole` with those of everything below.
    """

    where: str
    section: Section
    parent: Node | None
    order: int
    key: str
    text: str
    children: list[Node] = field(factory=list, repr=False)
    vector: Vector = field(factory=dict, repr=False)

    @cached_property
    def head(self) -> Counter[str]:
        """The terms of the key."""
        return terms_of(self.key)

    @cached_property
    def own(self) -> Counter[str]:
        """The terms of heading and own text."""
        return terms_of(self.text, self.section.heading)

    @cached_property
    def whole(self) -> Counter[str]:
        """The terms of the section and everything below it."""
        if not self.children:
            return self.own
        found = Counter(self.own)
        for node in self.below():
            found.update(node.own)
        return found

    def below(self) -> Iterator[Node]:
        """All nodes below this one."""
        waiting = list(self.children)
        while waiting:
            node = waiting.pop()
            yield node
            waiting += node.children

    @property
    def number(self) -> str:
        """The number as written."""
        return self.section.number.text if self.section.number else ""

    @property
    def said(self) -> str:
        """Heading and own text: what makes two nodes the same."""
        return f"{self.section.heading}{self.section.stop}\n{self.text}"


def nodes_of(report: Report) -> list[Node]:
    """All sections of a report, in reading order.

    >>> from ..model import Number
    >>> item = Section(Number("一是", "shi", 1), blocks=(Paragraph("健全机制，明确责任。"),))
    >>> [(n.where, n.key) for n in nodes_of(Report(sections=(Section(heading="2025年总体情况", children=(item,)),)))]
    [('2025年总体情况', '总体情况'), ('2025年总体情况/一是', '健全机制')]
    """
    found: list[Node] = []
    parents: dict[int, Node] = {}
    for address, section in addresses(report):
        text = text_of(section.blocks)
        key = masked(section.heading) or masked(_lead(text))
        node = Node(str(address), section, parents.get(id(section)), len(found), key, text)
        if node.parent is not None:
            node.parent.children.append(node)
        for child in section.children:
            parents[id(child)] = node
        found.append(node)
    return found


def text_of(blocks: tuple[Block, ...]) -> str:
    """The words of blocks, a line each paragraph and each row of a table."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += [block.caption] if block.caption else []
            lines += ["\t".join(row) for row in block.rows]
    return "\n".join(lines)


def masked(text: str) -> str:
    """A heading without years, numbers and white space: what stays of it from year to year.

    >>> masked("2026 年重点工作"), masked("新增就业12.5万人")
    ('重点工作', '新增就业0万人')
    """
    return NUMBERS.sub("0", BLANK.sub("", YEARS.sub("", text)))


def _lead(text: str) -> str:
    found = LEAD.search(text)
    return found[0] if found else text[:24]
