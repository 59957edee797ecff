"""Page margins: running heads (页眉, 页脚) and page numbers (页码) told from the text by what comes again.

A line is looked at while it is the outermost one of its page. Lines that say the same at the same height on many pages
are running heads; numbers that count on with the pages are page numbers, whatever stands around them.
"""

from __future__ import annotations

import re
from collections import Counter

from .model import Leaf, Line

ZONE = 0.13
"""The part of a page at its top and bottom where such lines stand."""
DEPTH, LEAST, SHARE, SHIFT = 3, 3, 0.4, 8.0
"""So many lines at an edge; on at least so many pages (or on both of two) and such a share of them; at heights that
differ by so little."""
NUMBER = re.compile(r"\d{1,4}")
ADORNED = re.compile(r"[#\s第页頁共page of/|·•.\-—―–－_~～〜（()）\[\]【】,，:：]*", re.IGNORECASE)
LONGEST = 120


def mark_margins(leaves: list[Leaf]) -> None:
    """Set `furniture` of running heads (`repeat`) and page numbers (`page-number`)."""
    for edge in (0, -1):
        for _ in range(DEPTH):
            if not _mark(leaves, edge):
                break


def _mark(leaves: list[Leaf], edge: int) -> bool:
    """One round at the upper (0) or lower (-1) edge; whether any line was marked."""
    groups: dict[str, list[tuple[int, float, Line]]] = {}
    pages = 0
    for number, leaf in enumerate(leaves):
        pages += bool(leaf.items)
        line = _outermost(leaf, edge)
        if line is not None:
            pattern = NUMBER.sub("#", "".join(line.text.split()))
            groups.setdefault(pattern, []).append((number, line.top if edge == 0 else leaf.height - line.top, line))
    marked = False
    for pattern, group in groups.items():
        heights = sorted(height for _, height, _ in group)
        middle = heights[len(heights) // 2]
        level = [(number, line) for number, height, line in group if abs(height - middle) <= SHIFT]
        for line, kind in _kinds(pattern, level, pages):
            line.furniture = kind
            marked = True
    return marked


def _outermost(leaf: Leaf, edge: int) -> Line | None:
    """The first or last line of a page that isn't marked yet, if it stands in the margin."""
    items = [item for item in leaf.items if not (isinstance(item, Line) and item.furniture)]
    line = items[edge] if items else None
    if not isinstance(line, Line) or len(line.text) > LONGEST:
        return None
    inside = line.bottom <= ZONE * leaf.height if edge == 0 else line.top >= (1 - ZONE) * leaf.height
    return line if inside else None


def _kinds(pattern: str, group: list[tuple[int, Line]], pages: int) -> list[tuple[Line, str]]:
    """Which lines of one pattern are furniture, and of what kind."""
    enough = len(group) >= max(2, min(LEAST, pages), SHARE * pages)
    if "#" not in pattern:
        return [(line, "repeat") for _, line in group] if enough else []
    adorned = ADORNED.fullmatch(pattern) is not None
    counted = [(_first(line.text, adorned) - number, line) for number, line in group]
    step, times = Counter(offset for offset, _ in counted).most_common(1)[0]
    if adorned and (times >= max(2, SHARE * pages / 2) or (pages == 1 and step == 1)):
        return [(line, "page-number") for offset, line in counted if offset == step]
    if len({line.text for _, line in group}) == 1 or 2 * times > len(group):
        return [(line, "repeat") for _, line in group] if enough else []
    return []


def _first(text: str, first: bool) -> int:
    """The number of the page in a line: its first number, or the last one behind other text."""
    return int(NUMBER.findall(text)[0 if first else -1])
