"""Pages that lie on their side: a table set across the sheet is read as it is meant to be held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from attrs import evolve

from .model import Glyph, Page, Rule

Point = tuple[float, float]


def upright(page: Page) -> Page:
    """The page turned so that most of its text stands level.

    >>> page = upright(Page(595, 842, [Glyph("横", 100, 200, 116, 216, turn=90)]))
    >>> page.width, page.glyphs[0].left, page.glyphs[0].top, page.glyphs[0].turn
    (842, 200, 479, 0)
    """
    turns = Counter(glyph.turn for glyph in page.glyphs)
    turn, count = turns.most_common(1)[0] if turns else (0, 0)
    if turn not in (90, 180, 270) or 2 * count <= len(page.glyphs):
        return page
    width, height = page.width, page.height
    back: dict[int, Callable[[float, float], Point]] = {
        90: lambda x, y: (y, width - x),
        180: lambda x, y: (width - x, height - y),
        270: lambda x, y: (height - y, x),
    }
    place = back[turn]
    size = (width, height) if turn == 180 else (height, width)
    return Page(*size, [_glyph(g, turn, place) for g in page.glyphs], [_rule(r, place) for r in page.rules])


def _glyph(glyph: Glyph, turn: int, place: Callable[[float, float], Point]) -> Glyph:
    (x0, y0), (x1, y1) = place(glyph.left, glyph.top), place(glyph.right, glyph.bottom)
    return evolve(
        glyph,
        left=min(x0, x1),
        top=min(y0, y1),
        right=max(x0, x1),
        bottom=max(y0, y1),
        turn=(glyph.turn - turn) % 360,
    )


def _rule(rule: Rule, place: Callable[[float, float], Point]) -> Rule:
    ends = (
        ((rule.start, rule.at), (rule.end, rule.at))
        if rule.horizontal
        else ((rule.at, rule.start), (rule.at, rule.end))
    )
    (x0, y0), (x1, y1) = (place(*end) for end in ends)
    if abs(x1 - x0) >= abs(y1 - y0):
        return Rule(True, y0, min(x0, x1), max(x0, x1))
    return Rule(False, x0, min(y0, y1), max(y0, y1))
