"""Reports that a crawler flattened to one line, taken apart again.

They come apart at their runs of wide spaces, which were paragraph indents, or else at single spaces between
Chinese characters, which were line ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .chrome import LABEL

LONG = 300
"""Lines of this length are looked at."""
HEAD = 4000
"""So many characters the head of a flattened page may have."""

WIDE_GAP = re.compile(r"\t[\u3000\t\u00a0 ]*|[\u3000\u00a0][\u3000\t\u00a0 ]+")
CJK = r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”‘’—…]"
INNER_GAP = re.compile(rf"(?P<open>[《“‘（(【〔])|(?P<close>[》”’）)】〕])|(?<={CJK})[ \u00a0\u3000]+(?={CJK})")
OUTER_GAP = re.compile(r"[ \u00a0\u3000]+")
VALUE = re.compile(r"[ \u00a0]*(?:\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?|[^ \u00a0]*)")


def pieces(text: str, start: int, total: int) -> tuple[list[tuple[int, str]], bool]:
    """The pieces of a long line as (offset in the source, text), and whether its paragraphs are lost (`glued`)."""
    gaps = [(m.start(), m.end()) for m in WIDE_GAP.finditer(text)]
    glued = len(gaps) < 2 and len(text) * 2 > total
    if glued:
        gaps = _single_gaps(text)
    parts: list[tuple[int, str]] = []
    begin = 0
    for a, b in [*gaps, (len(text), len(text))]:
        piece = text[begin:a].strip()
        if piece:
            parts.append((start + begin + text[begin:a].index(piece[0]), piece))
        begin = b
    return parts, glued


def _single_gaps(text: str) -> list[tuple[int, int]]:
    """Former line ends of a flattened page: all spaces of head and tail, elsewhere those between Chinese characters.

    Head and tail are what lies before the first and behind the last sentence; labels with spaces
    inside (索 引 号：) and their values stay whole. Nothing is cut inside brackets and quotes.
    """
    head = _first_sentence(text)
    tail = max(text.rfind(mark) for mark in "。！”") + 1
    gaps = list(_label_gaps(text[:head]))
    depth, opened = 0, 0
    for found in INNER_GAP.finditer(text, head, max(tail, head)):
        if found["open"]:
            depth, opened = (depth + 1 if found.start() - opened < 60 else 1), found.start()
        elif found["close"]:
            depth = max(0, depth - 1)
        elif depth == 0 or found.start() - opened > 60:
            gaps.append((found.start(), found.end()))
    gaps += [(m.start(), m.end()) for m in OUTER_GAP.finditer(text, max(tail, head))]
    return gaps


def _first_sentence(text: str) -> int:
    """Where the first sentence of a flattened page begins: at the word before the first full stop, or a long one
    with a comma."""
    for found in re.finditer("[。，]", text[:HEAD]):
        begin = text.rfind(" ", 0, found.start()) + 1
        if found[0] == "。" or found.start() - begin >= 30:
            return begin
    return 0


def _label_gaps(head: str) -> Iterator[tuple[int, int]]:
    """The gaps of the head of a flattened page: before every label, behind its value, between all other words."""
    labels = [(m.start(), m.end()) for m in LABEL.finditer(head)]
    guarded: list[tuple[int, int]] = []
    for a, b in labels:
        value = VALUE.match(head, b)
        guarded.append((a, value.end() if value else b))
        if a and head[a - 1] not in " \u00a0":
            yield a, a
    at = 0
    for found in OUTER_GAP.finditer(head):
        while at < len(guarded) and guarded[at][1] <= found.start():
            at += 1
        if at == len(guarded) or not guarded[at][0] < found.start() < guarded[at][1]:
            yield found.start(), found.end()
