"""大纲 and 书签: the sections of a report, to be reached from the side of the window (GB/T 33190-2016 7.6, 7.8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from ..gongwen.layouts import Page as Paper
from ..markup_text import attribute
from .markup import millimetres
from .paging import Page

DEEPEST = 9
"""Levels of the outline, as many as Word has."""
OPEN = 1
"""Levels below which it is folded up."""


@frozen
class Mark:
    """Where a section begins: its level, number and heading; the page (its number in the file), the place on it."""

    level: int
    title: str
    page: int
    y: int


def marks(pages: Iterable[tuple[int, Page]]) -> list[Mark]:
    """The sections that open on pages, each with the number of its page."""
    return [
        Mark(min(level, DEEPEST), title, id, y)
        for id, page in pages
        for y, strip in page.strips
        for level, title in strip.opens
    ]


def outlines(found: Sequence[Mark], paper: Paper) -> str:
    """The element Outlines; empty without sections."""
    parts: list[str] = []
    open_levels: list[int] = []
    for mark in found:
        while open_levels and open_levels[-1] >= mark.level:
            parts.append("</ofd:OutlineElem>")
            open_levels.pop()
        action = f'<ofd:Action Event="CLICK"><ofd:Goto>{_destination(mark, paper)}</ofd:Goto></ofd:Action>'
        folded = "" if len(open_levels) < OPEN else ' Expanded="false"'
        parts.append(f"<ofd:OutlineElem Title={attribute(mark.title)}{folded}><ofd:Actions>{action}</ofd:Actions>")
        open_levels.append(mark.level)
    parts += ["</ofd:OutlineElem>"] * len(open_levels)
    return f"<ofd:Outlines>{''.join(parts)}</ofd:Outlines>" if parts else ""


def bookmarks(found: Sequence[Mark], paper: Paper) -> str:
    """The element Bookmarks: the sections of the first level, each name once; empty without any."""
    names: dict[str, Mark] = {}
    for mark in found:
        if mark.level == 1:
            names.setdefault(mark.title, mark)
    parts = (
        f"<ofd:Bookmark Name={attribute(n)}>{_destination(mark, paper)}</ofd:Bookmark>" for n, mark in names.items()
    )
    said = "".join(parts)
    return f"<ofd:Bookmarks>{said}</ofd:Bookmarks>" if said else ""


def _destination(mark: Mark, paper: Paper) -> str:
    left, top = millimetres(paper.left), millimetres(paper.top + mark.y)
    return f'<ofd:Dest Type="XYZ" PageID="{mark.page}" Left="{left}" Top="{top}" Zoom="0"/>'
