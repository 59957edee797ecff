"""分页: strips → pages. What is to stay together does, tables go on under their header, pages are numbered (7.5)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from ..gongwen.layouts import CHARACTER, LINE, SIZE_3
from ..gongwen.layouts import FURNITURE as LOOKS
from ..gongwen.layouts import Page as Paper
from .measure import breadth
from .strips import FURNITURE, Face, Segment, Strip, Words

BACK = 0.5
"""The part of a page that may be taken along to the next one, to stay together with what is behind it."""
LEADING = (LINE - SIZE_3 * 10) // 2
"""The space over and under the type of a line: tables keep off the edges of the page by it, to end where type does."""
NUMBER_TOP = 15250
"""The dashes beside the page number, from the upper edge of the paper: 269 mm (7 mm below the type area), in twips."""
DASH = 0.38
"""How far above the baseline a dash stands, in em."""


@define
class Page:
    """A page: strips, each with its distance from the top of the type area, and what is no part of the text."""

    strips: list[tuple[int, Strip]] = field(factory=list)
    number: Words | None = None


def paged(strips: Sequence[Strip], paper: Paper) -> list[Page]:
    """The pages of a document; at least one."""
    room = paper.height - paper.top - paper.bottom
    pages: list[Page] = []
    at = 0
    while at < len(strips) or not pages:
        end = _filled(strips, at, room)
        pages.append(_page(strips[at:end]))
        at = end
    for number, page in enumerate(pages, 1):
        page.number = _number(number, paper)
    return pages


def _filled(strips: Sequence[Strip], start: int, room: int) -> int:
    """Behind the last strip of the page that begins with `start`."""
    used = _top(strips[start:]) + sum(strip.height for strip in strips[start].head) if start < len(strips) else 0
    for end in range(start, len(strips)):
        strip = strips[end]
        below = LEADING if strip.frame is not None else 0
        if end > start and (strip.new_page or used + strip.height > room - below):
            return end if strip.new_page else _together(strips, start, end, room)
        if not (strip.blank and end == start):
            used += strip.height
    return len(strips)


def _top(strips: Sequence[Strip]) -> int:
    """How far below the top of a page its first strip stands."""
    return LEADING if strips and strips[0].frame is not None else 0


def _together(strips: Sequence[Strip], start: int, end: int, room: int) -> int:
    """Where a page that would end before `end` ends instead, so that what stays together does, within reason."""
    at, taken = end, 0
    while at > start and strips[at - 1].keep:
        at -= 1
        taken += strips[at].height
    return at if start < at and taken <= BACK * room else end


def _page(strips: Sequence[Strip]) -> Page:
    """A page of these strips: no space at its top, the header of a table that goes on, its frame closed."""
    page = Page()
    y = _top(strips)
    for strip in strips[0].head if strips else ():
        page.strips.append((y, strip))
        y += strip.height
    if strips and strips[0].frame is not None:
        page.strips.append((y, _closed(strips[0].frame)))
    for index, strip in enumerate(strips):
        if strip.blank and index == 0:
            continue
        page.strips.append((y, strip))
        y += strip.height
    last = page.strips[-1][1] if page.strips else None
    if last is not None and last.frame is not None:
        page.strips.append((y, _closed(last.frame)))
    return page


def _closed(frame: tuple[int, int]) -> Strip:
    """The line that closes a table at the end of a page, or opens it on the next."""
    return Strip(0, rules=[Segment(frame[0], 0, frame[1], 0)])


def _number(number: int, paper: Paper) -> Words:
    """— 1 — at the outer side: on the right of odd pages, on the left of even ones, a character from the edge."""
    look = LOOKS["footer odd" if number % 2 else "footer even"]
    face, text = Face(look.face, look.size, even=True), f"— {number} —"
    widths = [breadth(char, look.size, even=True) for char in text]
    unit = CHARACTER * look.size // 32
    left = paper.text_width - unit - sum(widths) if number % 2 else unit
    baseline = NUMBER_TOP - paper.top + round(DASH * look.size * 10)
    lefts = [left + sum(widths[:at]) for at in range(len(widths))]
    return Words(text, lefts, baseline, face, FURNITURE)
