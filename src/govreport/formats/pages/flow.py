"""How lines follow one another: which line ends are only breaks of the layout, which lines stand in the middle."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from attrs import evolve, frozen

from ..cells import wide
from .model import Leaf, Line

PROSE_WIDTH = 15
"""Characters from which on a line counts for the margins of its page; shorter ones are titles, cells, page numbers."""
WORD = re.compile(r"[!-~]{1,16}")
"""Letters and digits, which stand on one line."""
STOPS = "。！？；：”）"
SOUND = 5
"""So many such lines give the margins of a page; a page with fewer has those of the other pages."""
TITLE_LINES, CENTRED, ASIDE = 8, 1.2, 1.5
"""Lines at the head of a document that may be its title; how far (in em) from the middle, from both margins."""


@frozen
class Margins:
    """The edges of a page's text, the size of its characters, and whether paragraphs are indented (首行缩进)."""

    left: float
    right: float
    em: float
    indented: bool


def margins_of(lines: list[Line]) -> Margins | None:
    """The margins that the lines of prose on a page keep, or None without any."""
    prose = [line for line in lines if len(line.text) >= PROSE_WIDTH and not line.furniture]
    if not prose:
        return None
    em = median(line.em for line in prose)
    left = min(line.left for line in prose)
    indented = any(1.2 * em <= line.left - left <= 3.2 * em for line in prose)
    return Margins(left, max(line.right for line in prose), em, indented)


def page_margins(leaves: list[Leaf]) -> list[Margins | None]:
    """The margins of each page; a page with little prose takes those of the pages as wide as itself.

    Pages as wide as each other are indented alike: one may happen to show no paragraph's beginning.
    """
    lines = [[item for item in leaf.items if isinstance(item, Line)] for leaf in leaves]
    sound = [sum(len(line.text) >= PROSE_WIDTH for line in page) >= SOUND for page in lines]
    found = [margins_of(page) for page in lines]
    alike: dict[int, list[tuple[bool, Margins]]] = {}
    for leaf, margins, enough in zip(leaves, found, sound, strict=True):
        if margins is not None:
            alike.setdefault(round(leaf.width), []).append((enough, margins))
    common = {width: _common(some) for width, some in alike.items()}
    result: list[Margins | None] = []
    for leaf, margins, enough in zip(leaves, found, sound, strict=True):
        shared = common.get(round(leaf.width))
        if margins is None or shared is None or not enough:
            result.append(shared)
        else:
            result.append(evolve(margins, indented=shared.indented))
    return result


def _common(pages: list[tuple[bool, Margins]]) -> Margins:
    """The margins of most pages with enough prose, or of all if none has."""
    some = [margins for enough, margins in pages if enough] or [margins for _, margins in pages]
    return Margins(
        median(m.left for m in some),
        median(m.right for m in some),
        median(m.em for m in some),
        2 * sum(m.indented for m in some) >= len(some),
    )


def goes_on(line: Line, after: Line, here: Margins | None, there: Margins | None) -> bool:
    """Whether a line is full and the next one begins at the left margin without indent.

    Full is a line that has no room for the first character or word of the next one. Lines in different sizes (a
    title) and lines with wide gaps (the row of a table) don't go on; a line that ends a sentence does only where
    indents tell paragraphs apart.
    """
    if here is None or there is None:
        return False
    em = here.em
    word = WORD.match(after.text)
    room = 1.6 * em + (0.6 * em * len(word[0]) if word else 0)
    level = 0.3 if line.text[-1] in STOPS else 0.9
    return (
        line.right >= here.right - room
        and line.left <= here.left + 3.2 * em
        and after.left <= there.left + level * em
        and abs(line.em - after.em) <= 0.2 * em
        and (line.text[-1] not in STOPS or there.indented)
        and line.right - line.left <= 1.3 * em * (len(line.text) + sum(map(wide, line.text))) / 2
    )


def soft_ends(leaves: list[Leaf]) -> set[int]:
    """The lines (by `id`) that go on in the next line of text; page chrome between two pages doesn't part them."""
    margins = page_margins(leaves)
    flow: list[tuple[Line, Margins | None] | None] = []
    for leaf, here in zip(leaves, margins, strict=True):
        for item in leaf.items:
            if not isinstance(item, Line):
                flow.append(None)
            elif not item.furniture:
                flow.append((item, here))
    return {
        id(one[0])
        for one, other in pairwise(flow)
        if one is not None and other is not None and goes_on(one[0], other[0], one[1], other[1])
    }


def centred(leaves: list[Leaf]) -> set[int]:
    """The lines (by `id`) above the first line of prose that stand in the middle of their page: titles."""
    margins = page_margins(leaves)
    for leaf, here in zip(leaves, margins, strict=True):
        lines = [item for item in leaf.items if isinstance(item, Line) and not item.furniture]
        if not lines:
            continue
        left, right = (here.left, here.right) if here else (0.0, leaf.width)
        found: set[int] = set()
        for line in lines[:TITLE_LINES]:
            aside = min(line.left - left, right - line.right)
            if aside < ASIDE * line.em or abs(line.left + line.right - left - right) > 2 * CENTRED * line.em:
                break
            found.add(id(line))
        return found
    return set()
