"""How lines follow one another: which line ends are only breaks of the layout, which lines stand in the middle."""

from __future__ import annotations

import re
from itertools import pairwise

from ...model.number import STYLES, parse_number
from ..cells import wide
from .model import Leaf, Line
from .typearea import APART, DEEPEST, OTHER, SHORT, Margins, margins_by_line

UNIT = r"[（《〈「『【〔“‘(]{0,3}(?:[!-&*-~]{1,16}|.)[，。；：、！？）》〉」』】〕”’％)]{0,3}"
CHUNK = re.compile(rf"{UNIT}(?:[“‘]{UNIT})?(?:(?<=[）〕”’)])[!-&*-~]{{1,16}})?")
"""What stands on one line: a word or a character with the punctuation that must not begin or end a line (避头尾)."""
STOPS = "。！？；：”）"
LOOSE = 1.3
"""A line with gaps is so many times wider than its characters if it is the row of a table."""
TITLE_LINES, CENTRED, ASIDE, LARGE = 8, 1.2, 1.5, 1.15
"""Lines at the head of a document that may be its title; how far (in em) they stand from the middle and from both
margins; how much larger than the text are lines that may go from margin to margin."""


def soft_ends(leaves: list[Leaf]) -> dict[int, bool]:
    """The lines (by `id`) that go on in the next line of text, and whether the layout makes that certain.

    Page chrome between two pages doesn't part them.
    """
    margins = margins_by_line(leaves)
    flow = [item for leaf in leaves for item in leaf.items if not (isinstance(item, Line) and item.furniture)]
    found: dict[int, bool] = {}
    for one, other in pairwise(flow):
        if isinstance(one, Line) and isinstance(other, Line):
            here, there = margins.get(id(one)), margins.get(id(other))
            if here is not None and there is not None and goes_on(one, other, here, there):
                found[id(one)] = _certain(one, other, here)
    return found


def openings(leaves: list[Leaf]) -> set[int]:
    """The lines (by `id`) that are indented where indents tell paragraphs apart."""
    margins = margins_by_line(leaves)
    lines = [item for leaf in leaves for item in leaf.items if isinstance(item, Line) and id(item) in margins]
    return {id(line) for line in lines if margins[id(line)].indented and margins[id(line)].opens(line)}


def goes_on(line: Line, after: Line, here: Margins, there: Margins) -> bool:
    """Whether a line is full and the next one begins at the left margin without indent or room above it.

    Lines in different sizes (a title) and lines with wide gaps (the row of a table) don't go on; a line that ends a
    sentence does only where the layout tells paragraphs apart.
    """
    em = here.em
    if min(line.em, after.em) >= LARGE * em and abs(line.em - after.em) <= OTHER * em:
        # a title that has wrapped: no room for another of its characters
        return line.right - line.left >= here.right - here.left - 1.6 * line.em
    stops = line.text[-1] in STOPS
    return (
        here.right - line.right <= _width(after.text) * em + 0.6 * em
        and line.left <= here.left + DEEPEST * em
        and after.left <= there.left + (0.3 if stops else 0.9) * em
        and (abs(line.em - after.em) <= OTHER * em or not any(map(wide, after.text)))
        and not (here.spaced and after.top > line.top and after.bottom - line.bottom >= APART * here.pitch)
        and (not stops or _certain(line, after, here))
        and (len(line.segments) < 2 or line.right - line.left <= LOOSE * em * sum(map(_ems, line.text)))
        and not _is_heading(line, after, there)
    )


def _certain(line: Line, after: Line, margins: Margins) -> bool:
    """Whether a paragraph that begins with the next line would be seen: indented, or with room above it."""
    return margins.indented or (margins.spaced and after.top > line.top)


def _width(text: str) -> float:
    """The width (in em) of what can't be parted at the beginning of a text."""
    chunk = CHUNK.match(text)
    return sum(map(_ems, chunk[0])) if chunk else 1.0


def _ems(char: str) -> float:
    """About how wide (in em) a character is."""
    return 0.6 if char.isascii() else 1.0


def _is_heading(line: Line, after: Line, there: Margins) -> bool:
    """Whether the next line is a heading at the margin: in another face than what stands before, or short.

    Items (一是, 二是) stand in the middle of paragraphs.
    """
    number = parse_number(after.text[:12])
    if number is not None and STYLES[number.style].item:
        return False
    ends_bold = bool(line.bold) and line.bold[-1][1] == len(line.text)
    opens_bold = bool(after.bold) and after.bold[0][0] == 0
    if opens_bold and not ends_bold and line.text[-1] in STOPS:
        return True
    short = after.right < there.right - SHORT * there.em and after.text[-1] not in STOPS
    return short and number is not None


def centred(leaves: list[Leaf]) -> set[int]:
    """The lines (by `id`) above the first line of prose that stand in the middle of their page: titles."""
    margins = margins_by_line(leaves)
    for leaf in leaves:
        lines = [item for item in leaf.items if isinstance(item, Line) and not item.furniture]
        if not lines:
            continue
        here = [margins[id(line)] for line in lines if id(line) in margins]
        left, right = min((m.left for m in here), default=0.0), max((m.right for m in here), default=leaf.width)
        em = min((m.em for m in here), default=leaf.width)
        found: set[int] = set()
        for line in lines[:TITLE_LINES]:
            aside = min(line.left - left, right - line.right)
            if aside < ASIDE * line.em and line.em < LARGE * em:
                break
            if abs(line.left + line.right - left - right) > 2 * CENTRED * line.em:
                break
            found.add(id(line))
        return found
    return set()
