"""A report as nodes to be matched: every section with its address, its own words, and those of all below it."""

from __future__ import annotations

import re
from collections import Counter

from attrs import define, field

from ..model.address import addresses
from ..model.report import Block, Paragraph, Report, Section
from .terms import YEARS, Vector, terms_of

LEAD = re.compile(r"[^，。；：、,;:\n]{2,24}")
BLANK = re.compile(r"\s+")
NUMBERS = re.compile(r"[0-9０-９.．,，]*[0-9０-９]")


@define(eq=False)
class Node:
    """A section that waits to be matched.

    `key` is its heading (without one: the first words of its text) with years and numbers masked, `text` its own
    blocks; `head` and `own` are terms of the key and of heading and text, `whole` those of everything below too.
    """

    where: str
    section: Section
    parent: Node | None
    order: int
    key: str
    text: str
    head: Counter[str]
    own: Counter[str]
    whole: Counter[str]
    children: list[Node] = field(factory=list, repr=False)
    vector: Vector = field(factory=dict, repr=False)

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
    by_section: dict[int, Node] = {}
    for address, section in addresses(report):
        text = text_of(section.blocks)
        own = terms_of(text, section.heading)
        key = masked(section.heading) or masked(_lead(text))
        node = Node(str(address), section, by_section.get(id(section)), len(found), key, text, terms_of(key), own, own)
        if node.parent is not None:
            node.parent.children.append(node)
        for child in section.children:
            by_section[id(child)] = node
        found.append(node)
    for node in reversed(found):
        if node.children:
            node.whole = Counter(node.own)
            for part in node.children:
                node.whole.update(part.whole)
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
