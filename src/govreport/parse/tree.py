"""Stage 4, tree: placed marks and the text between them become sections and paragraphs.

Every character of the body between `start` and `end` goes to exactly one number, heading or paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from attrs import define, field

from ..model.number import Number
from ..model.report import Block, Paragraph, Section, Table
from ..model.source import Span
from .body import Body
from .glued import doubled
from .headings import ITEM_STYLES, RESUMES, STOP, Cut, cut_heading
from .levels import Levels, Placed

REMARK = re.compile(r"[（(][^（）()\n]{1,80}[）)][。；]?")
"""A paragraph that only says something about the one before: who is responsible, where it comes from."""


CAPTION = re.compile(
    r"(?:续|附)?表\s?(?:\d{1,3}(?:[-—－.．]\d{1,3})?|[一二三四五六七八九十]{1,3})[\s\u3000：:][^。；]{1,60}"
)
"""What stands above a table and names it: 表1 …, 附表2-1：…, with its unit or without."""


@define
class Node:
    """A section being built; `order` holds its blocks and child nodes in reading order.

    `after` counts the blocks of the parent that stand behind this node.
    """

    placed: Placed | None
    order: list[Block | Node] = field(factory=list)
    cut: Cut | None = None
    inline: bool = False
    after: int = 0


def tree(body: Body, levels: Levels, start: int, end: int) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks before the first section, and the sections, of body.text[start:end]."""
    root = Node(None)
    nodes = [Node(placed) for placed in levels.placed]
    last_child = _last_children(levels.placed)
    own = _own_content(body, levels.placed, last_child, end)
    cursor = _Cursor(body, start)
    leads = [p.lead for p in levels.placed] + [end]
    cursor.text(root, start, leads[0] if nodes else end)
    ends: list[int] = []
    for i, node in enumerate(nodes):
        rest = leads[i + 1]
        follows = i + 1 < len(nodes) and levels.placed[i + 1].parent == i
        if last_child[i] and levels.placed[i].mark.style in ITEM_STYLES:
            rest = _resumption(body, levels, i, rest)
        node.cut = _head(body, node, rest, follows or own[i])
        ends.append(rest)
    _part_doubled(body, nodes)
    for i, node in enumerate(nodes):
        placed = levels.placed[i]
        parent = nodes[placed.parent] if placed.parent >= 0 else root
        mark = placed.mark
        cursor.text(parent, placed.lead, mark.start)
        node.inline = mark.boundary != "line" and not (body.passages[mark.passage].glued and _apart(node, parent))
        parent.order.append(node)
        assert node.cut is not None
        cursor.text(node, node.cut.body, ends[i])
        cursor.text(parent, ends[i], leads[i + 1])
    return _finish(body, root)


def _apart(node: Node, parent: Node) -> bool:
    """Whether a section in a line that lost its line ends had a paragraph of its own: a heading, or the first item
    below one that stood alone."""
    assert node.placed is not None
    cut = parent.cut
    first = not parent.order and cut is not None and cut.end > cut.start and not cut.run_in and not cut.stop
    return node.placed.mark.style not in ITEM_STYLES or first


def _part_doubled(body: Body, nodes: list[Node]) -> None:
    """Take glued topic sentences off headings: siblings that all end in two phrases of one length."""
    families: dict[tuple[int, str], list[Node]] = {}
    for node in nodes:
        placed, cut = node.placed, node.cut
        if placed is None or cut is None or not (cut.run_in and cut.stop) or placed.mark.style in ITEM_STYLES:
            continue
        if body.passages[placed.mark.passage].glued:
            families.setdefault((placed.parent, placed.mark.style), []).append(node)
    for family in families.values():
        if len(family) < 3:
            continue
        cuts = [node.cut for node in family if node.cut is not None]
        parts = doubled([body.text[cut.start : cut.end] for cut in cuts])
        for cut, part in zip(cuts, parts, strict=True):
            if part is not None:
                cut.end = cut.body = cut.start + part
                cut.stop = ""


def _last_children(placed: list[Placed]) -> list[bool]:
    """For each placed mark, whether no sibling of its series follows."""
    last = [True] * len(placed)
    latest: dict[int, int] = {}
    for i, p in enumerate(placed):
        before = latest.get(p.parent)
        if before is not None and placed[before].mark.style == p.mark.style and p.mark.value != 1:
            last[before] = False
        latest[p.parent] = i
    return last


def _own_content(body: Body, placed: list[Placed], last: list[bool], end: int) -> list[bool]:
    """For each placed mark, whether passages of its own follow the one that it opens.

    What follows the last item of a series, or a last sentence, is of it only if the others have such passages too;
    a remark in brackets (（责任处室：法规处）) is no passage that a sentence could be the heading of.
    """
    leads = [p.lead for p in placed[1:]] + [end]
    own = [_goes_on(body, p.mark.passage, lead) for p, lead in zip(placed, leads, strict=False)]
    before: dict[tuple[int, str], bool] = {}
    for i, p in enumerate(placed):
        key = p.parent, p.mark.style
        if own[i] and last[i] and key in before and p.mark.value != 1:
            closed = body.text[body.passages[p.mark.passage].end - 1] == "。"
            own[i] = before[key] if closed or p.mark.style in ITEM_STYLES else own[i]
        before[key] = own[i]
    return own


def _goes_on(body: Body, passage: int, upto: int) -> bool:
    """Whether passages other than a remark follow this one before body.text[upto]."""
    follows = body.passages[passage + 1 : passage + 2]
    while follows and follows[0].start < upto and REMARK.fullmatch(body.text, follows[0].start, follows[0].end):
        passage += 1
        follows = body.passages[passage + 1 : passage + 2]
    return bool(follows) and follows[0].start < upto


def _head(body: Body, node: Node, upto: int, follows: bool) -> Cut:
    """Cut the node's heading off its first passage."""
    assert node.placed is not None
    mark = node.placed.mark
    passage = body.passages[mark.passage]
    stop = min(passage.end, upto)
    return cut_heading(
        body.text,
        mark.end,
        stop,
        mark.style,
        more=follows,
        glued=passage.glued,
        bold=body.bold_end(mark.end),
    )


def _resumption(body: Body, levels: Levels, i: int, upto: int) -> int:
    """Where the last item of a series in running text ends and its paragraph goes on: behind its first sentence,
    if the next one goes back to the whole (一是…；二是…；三是…。对此，我们将…)."""
    mark = levels.placed[i].mark
    passage = body.passages[mark.passage]
    end = min(passage.end, upto)
    found = STOP.search(body.text, mark.end, end)
    if found is None or not body.text[found.end() : end].strip():
        return upto
    if RESUMES.match(body.text, found.end(), end):
        return found.end()
    return upto


class _Cursor:
    """Appends the text of a range to a node, a paragraph for each passage or part of one."""

    def __init__(self, body: Body, start: int) -> None:
        self.body = body
        self.passage = max(0, bisect_right(body.passages, start, key=lambda p: p.start) - 1)

    def text(self, node: Node, start: int, end: int) -> None:
        """All passages of body.text[start:end], trimmed; a part in mid-passage is `inline`."""
        if start >= end:
            return
        passages = self.body.passages
        while self.passage > 0 and passages[self.passage].start > start:
            self.passage -= 1
        while self.passage < len(passages) and passages[self.passage].end <= start:
            self.passage += 1
        index = self.passage
        while index < len(passages) and passages[index].start < end:
            passage = passages[index]
            a, b = max(start, passage.start), min(end, passage.end)
            text = self.body.text[a:b]
            if a > passage.start:
                text = text.lstrip()
                a = b - len(text)
            if b < passage.end:
                text = text.rstrip()
            if text:
                span = self.body.span(a, a + len(text))
                if passage.rows is not None:
                    node.order.append(Table(passage.rows, self.caption(node), span))
                else:
                    node.order.append(Paragraph(text, span, a > passage.start))
            index += 1
        self.passage = max(0, index - 1)

    def caption(self, node: Node) -> str:
        """Take the caption of a table off the node that the table comes to: the paragraph right above."""
        last = node.order[-1] if node.order else None
        if not isinstance(last, Paragraph) or last.inline or last.span is None or CAPTION.fullmatch(last.text) is None:
            return ""
        node.order.pop()
        self.body.furniture.append((last.span, "caption"))
        return last.text


def _finish(body: Body, root: Node) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """Nodes to sections, leaves first, without recursion."""
    done: dict[int, Section] = {}
    stack: list[tuple[Node, bool]] = [(root, False)]
    result: tuple[tuple[Block, ...], tuple[Section, ...]] = ((), ())
    while stack:
        node, ready = stack.pop()
        if not ready:
            stack.append((node, True))
            behind = sum(not isinstance(item, Node) for item in node.order)
            for item in node.order:
                if isinstance(item, Node):
                    item.after = behind
                    stack.append((item, False))
                else:
                    behind -= 1
            continue
        blocks = tuple(item for item in node.order if not isinstance(item, Node))
        children = tuple(done.pop(id(item)) for item in node.order if isinstance(item, Node))
        if node.placed is None:
            result = blocks, children
        else:
            done[id(node)] = _section(body, node, blocks, children)
    return result


def _section(body: Body, node: Node, blocks: tuple[Block, ...], children: tuple[Section, ...]) -> Section:
    assert node.placed is not None and node.cut is not None
    mark, cut = node.placed.mark, node.cut
    number = None
    if mark.number is not None:
        number = Number(mark.number.text, mark.number.style, mark.number.value, body.span(mark.start, mark.end))
    heading_end = (
        max(cut.end, cut.start + len(body.text[cut.start : cut.body].rstrip())) if cut.end > cut.start else cut.end
    )
    heading_span = body.span(cut.start, heading_end) if heading_end > cut.start else None
    heading = body.text[cut.start : cut.end]
    first = mark.start if mark.end > mark.start else cut.start
    last = node.order[-1] if node.order else None
    tail = (children[-1] if isinstance(last, Node) else last).span if last is not None else None
    begin = body.origin(first) if heading_end > first else tail.start if tail else 0
    end = max(tail.end if tail else 0, (heading_span or (number.span if number else None) or Span(0, 0)).end)
    return Section(
        number,
        heading if "\n" not in heading else re.sub(r"\s*\n\s*", "", heading),
        None,
        blocks,
        children,
        Span(begin, end),
        cut.run_in,
        node.inline,
        cut.stop,
        node.after,
        heading_span,
    )


def outline(sections: tuple[Section, ...], depth: int = 1) -> Iterator[tuple[int, Section]]:
    """Sections with their depth, in reading order."""
    for section in sections:
        yield depth, section
        yield from outline(section.children, depth + 1)
