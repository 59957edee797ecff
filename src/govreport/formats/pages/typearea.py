"""The type area (版心): where the text of a page begins and ends, and how its paragraphs are told apart."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from attrs import evolve, frozen

from .model import Leaf, Line

PROSE_WIDTH = 15
"""Characters from which on a line counts for the margins of its page; shorter ones are titles, cells, page numbers."""
SOUND = 5
"""So many such lines give the margins of a page; a page with fewer has those of the other pages."""
INDENT, DEEPEST = 1.2, 3.2
"""How far (in em) the first line of a paragraph is indented."""
HANGING = "，。、；：！？,.;:"
"""What may stand in the margin, behind the end of a line (悬挂标点)."""
APART = 1.2
"""Paragraphs with room between them (段前, 段后) stand apart by so many times the pitch of lines."""
OTHER = 0.2
"""Lines whose characters differ by more (in em) are no lines of one paragraph."""
SHORT = 2.5
"""A line that ends so far (in em) from the margin is the last one of its paragraph."""


@frozen
class Margins:
    """The edges of a page's text (or of one of its columns), the size of its characters and the pitch of its lines.

    `first`: of how many paragraphs the first line was seen (one behind a line that is not full); `indents`, `spaces`:
    how many of these are indented (首行缩进), and how many have room above them.
    """

    left: float
    right: float
    em: float
    pitch: float
    first: int
    indents: int
    spaces: int

    @property
    def indented(self) -> bool:
        """Whether indents tell paragraphs apart."""
        return self.indents > 0 and 2 * self.indents >= self.first

    def opens(self, line: Line) -> bool:
        """Whether a line is indented as the first one of a paragraph is."""
        return INDENT * self.em <= line.left - self.left <= DEEPEST * self.em

    @property
    def spaced(self) -> bool:
        """Whether room between them tells paragraphs apart."""
        return self.spaces > 0 and 3 * self.spaces >= 2 * self.first


def margins_of(lines: list[Line]) -> Margins | None:
    """The margins that the lines of prose of a page or a column keep, or None without any."""
    text = [line for line in lines if not line.furniture]
    prose = [line for line in text if len(line.text) >= PROSE_WIDTH]
    if not prose:
        return None
    em = median(line.em for line in prose)
    left = min(line.left for line in prose)
    right = max((line.right for line in prose if line.text[-1] not in HANGING), default=max(x.right for x in prose))
    pairs = [(above, line) for above, line in pairwise(text) if len(line.text) >= PROSE_WIDTH and line.top > above.top]
    full = [line.bottom - above.bottom for above, line in pairs if above.right >= right - SHORT * em]
    pitch = median(full) if full else 2 * em
    first = [
        (above, line)
        for above, line in pairs
        if above.right < right - SHORT * em or abs(above.em - line.em) > OTHER * em
    ]
    indents = sum(INDENT * em <= line.left - left <= DEEPEST * em for _, line in first)
    spaces = sum(line.bottom - above.bottom >= APART * pitch for above, line in first)
    return Margins(left, right, em, pitch, len(first), indents, spaces)


def margins_by_line(leaves: list[Leaf]) -> dict[int, Margins]:
    """The margins that hold for each line (by `id`).

    A page or column with little prose takes those of the pages as wide as itself; these tell paragraphs apart in one
    way, too, for one page may happen to show no paragraph's beginning.
    """
    groups: list[tuple[tuple[int, int], list[Line]]] = []
    for leaf in leaves:
        columns: dict[int, list[Line]] = {}
        for item in leaf.items:
            if isinstance(item, Line):
                columns.setdefault(item.column, []).append(item)
        groups += [((round(leaf.width), column), lines) for column, lines in columns.items()]
    sound = [sum(len(line.text) >= PROSE_WIDTH for line in lines) >= SOUND for _, lines in groups]
    found = [margins_of(lines) for _, lines in groups]
    alike: dict[tuple[int, int], list[tuple[bool, Margins]]] = {}
    for (key, _), margins, enough in zip(groups, found, sound, strict=True):
        if margins is not None:
            alike.setdefault(key, []).append((enough, margins))
    common = {key: _common(some) for key, some in alike.items()}
    result: dict[int, Margins] = {}
    for (key, lines), margins, enough in zip(groups, found, sound, strict=True):
        shared = common.get(key)
        if shared is not None:
            own = evolve(shared, left=margins.left, right=margins.right) if margins and enough else shared
            result |= {id(line): own for line in lines}
    return result


def _common(groups: list[tuple[bool, Margins]]) -> Margins:
    """The margins of most pages with enough prose, or of all if none has."""
    some = [margins for enough, margins in groups if enough] or [margins for _, margins in groups]
    return Margins(
        median(m.left for m in some),
        median(m.right for m in some),
        median(m.em for m in some),
        median(m.pitch for m in some),
        sum(m.first for _, m in groups),
        sum(m.indents for _, m in groups),
        sum(m.spaces for _, m in groups),
    )
