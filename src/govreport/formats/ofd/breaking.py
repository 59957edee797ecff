"""断行: a paragraph → lines, as Chinese official documents are set.

避头尾 (GB/T 15834-2011): no line begins with a closing mark or ends with an opening one; letters and digits, —— and ……
aren't parted. A closing mark at the end of a line takes half its room. Lines fill the measure (撑满版心): what is left
is shared out between the characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from attrs import define

NOT_FIRST = frozenset("，。；：、！？）》〉」』】〕］｝”’％‰·～…—,.;:!?)]}%℃")
NOT_LAST = frozenset("（《〈「『【〔［｛“‘￥$([{")
NARROW_AT_END = frozenset("，。；：、！？）》〉」』】〕")
"""Closing marks whose right half is empty."""
TOKEN = re.compile(r"[!-~\u00c0-\u024f]+|[０-９]+(?:．[０-９]+)*|—+|…+|[\s\S]")
FEWEST, WIDEST = 4, 110
"""A line with fewer places to spread it, or with more to be spread at each (twips; a third of 3号), stays as it is."""


@define
class Line:
    """A line: which characters of the text it has, and where each of them stands, from the left of the measure."""

    start: int
    end: int
    lefts: list[int]
    width: int


def broken(text: str, widths: Sequence[int], room: int, first: int = 0, hang: int = 0, even: bool = True) -> list[Line]:
    """The lines of a paragraph of these character widths on a measure of `room`; `first` and `hang` are the indents of
    the first line and of the others. `even` lines, except the last one, fill the measure.

    >>> [text[line.start : line.end] for text in ("今年，全县办结120件。",)
    ...  for line in broken(text, [10] * 13, 60)]
    ['今年，全县办', '结120件。']
    """
    lines: list[Line] = []
    tokens = list(_tokens(text, widths, room - max(first, hang, 0)))
    at = 0
    while at < len(tokens):
        left = hang if lines else first
        end = _filled(tokens, at, room - left)
        start, stop = tokens[at].start, tokens[end - 1].end
        lefts = [left + place for place in accumulate(widths[start:stop], initial=0)]
        line = Line(start, stop, lefts[:-1], lefts[-1] - left - tokens[end - 1].spare)
        if even and end < len(tokens) and text[stop - 1] != "\n":
            _spread(line, [token.start for token in tokens[at + 1 : end]], room - left - line.width)
        lines.append(line)
        at = end
    return lines


@define
class _Token:
    """Characters that stand on one line; `spare`: what its last one gives up at the end of a line."""

    start: int
    end: int
    width: int
    spare: int
    ends: bool = False


def _tokens(text: str, widths: Sequence[int], room: int) -> Iterator[_Token]:
    """What may not be parted, from left to right; what is broader than a line is parted all the same."""
    start = end = 0
    for found in TOKEN.finditer(text):
        char = found[0]
        follows = char in NOT_FIRST or (char[0] in NOT_FIRST and char.isascii())
        glued = end > start and (follows or text[end - 1] in NOT_LAST) and not text[end - 1].isspace()
        if not glued and end > start:
            yield from _token(text, widths, start, end, room)
            start = end
        end = found.end()
        if char == "\n":
            yield from _token(text, widths, start, end, room)
            start = end
    if end > start:
        yield from _token(text, widths, start, end, room)


def _token(text: str, widths: Sequence[int], start: int, end: int, room: int) -> Iterator[_Token]:
    width = sum(widths[start:end])
    last = widths[end - 1]
    spare = last if text[end - 1].isspace() else last // 2 if text[end - 1] in NARROW_AT_END else 0
    if width - spare <= room or end - start == 1:
        yield _Token(start, end, width, spare, text[end - 1] == "\n")
        return
    for at in range(start, end):
        yield _Token(at, at + 1, widths[at], 0)


def _filled(tokens: list[_Token], at: int, room: int) -> int:
    """Behind the last token of a line that begins at `at`."""
    used = 0
    for end in range(at, len(tokens)):
        token = tokens[end]
        if end > at and used + token.width - token.spare > room:
            return end
        used += token.width
        if token.ends:
            return end + 1
    return len(tokens)


def _spread(line: Line, places: list[int], spare: int) -> None:
    """Share out what a line leaves free: before each place where it might be broken, a little more."""
    if spare <= 0 or len(places) < FEWEST or spare > WIDEST * len(places):
        return
    shift, following = 0, 0
    for index in range(len(line.lefts)):
        if following < len(places) and line.start + index == places[following]:
            following += 1
            shift = spare * following // len(places)
        line.lefts[index] += shift
    line.width += spare
