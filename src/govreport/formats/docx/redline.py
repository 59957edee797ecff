"""修订: what has changed since an older report, as tracked changes: by paragraphs and rows, and by words within them.

A number is one word, so that no reader has to put 12 and .5 together; paragraphs that have little in common are taken
out and put in whole. All changes accepted give the new report, none of them the old one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import TypeVar

from ...language.words import cut
from ..markup_text import clean
from ..render import Piece
from .carriers import Ink, RunStyle
from .entries import Entry, Part, entry_of, inks_of
from .grid import Row

HANZI_DIGITS = "〇零一二三四五六七八九十百千万亿两"
WORD = re.compile(
    r"[0-9０-９]+(?:[.．,，:：][0-9０-９]+)*[万亿]{0,2}[%％‰]?"
    rf"|[{HANZI_DIGITS}]+|[A-Za-z]+|(?:(?![{HANZI_DIGITS}])[\u3400-\u9fff])+|.",
    re.DOTALL,
)
ALIKE = 0.4
"""Share of words in common from which on a paragraph counts as the same one, changed."""
PAIRS = 10_000
"""Pairs of paragraphs that are tried against each other at once; longer passages are cut."""
WORDS = 4_000
"""Words of a paragraph beyond which it is not compared word by word."""
T = TypeVar("T", bound=Hashable)
Tracked = tuple[str, tuple[T, ...]]


def redlined(old: Sequence[Piece], new: Sequence[Piece]) -> list[Entry]:
    """The pieces of both reports in one document.

    >>> from ..render import Run
    >>> entry, = redlined([Piece("text", [Run("办结12件。")])], [Piece("text", [Run("办结15.5件。")])])
    >>> [(part.tracked, "".join(ink.text for ink in part.inks)) for part in entry.parts]
    [('', '办结'), ('del', '12'), ('ins', '15.5'), ('', '件。')]
    """
    found: list[Entry | None] = []
    for before, after in _aligned(old, new):
        if before is not None and after is not None:
            found.append(_changed(before, after))
        elif before is not None:
            found.append(entry_of(before, "del"))
        elif after is not None:
            found.append(entry_of(after, "ins"))
    return [entry for entry in found if entry is not None]


def _aligned(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[tuple[Piece | None, Piece | None]]:
    """Pieces that are the same or nearly, side by side; others alone."""
    keys = [_key(piece) for piece in old], [_key(piece) for piece in new]
    for name, a, b, c, d in SequenceMatcher(None, *keys).get_opcodes():
        if name == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            yield from _similar(old[a:b], new[c:d])


def _key(piece: Piece) -> Hashable:
    said = piece.table.rows if piece.table is not None else tuple((run.kind, run.level, run.text) for run in piece.runs)
    return piece.kind, piece.level, said


def _similar(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[tuple[Piece | None, Piece | None]]:
    """The pairs, in order, that have most in common."""
    if len(old) * len(new) > PAIRS:
        a, b = len(old) // 2, len(new) // 2
        yield from _similar(old[:a], new[:b])
        yield from _similar(old[a:], new[b:])
        return
    likeness = _likeness(old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            both = likeness(i, j)
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both + best[i + 1][j + 1] if both else 0)
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and likeness(i, j) and best[i][j] == likeness(i, j) + best[i + 1][j + 1]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif i < len(old) and best[i][j] == best[i + 1][j]:
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1


def _likeness(old: Sequence[Piece], new: Sequence[Piece]) -> Callable[[int, int], float]:
    """How much two pieces have in common, 0 for too little and for those that are nothing alike in kind."""
    counts = [Counter(_all(piece)) for piece in old], [Counter(_all(piece)) for piece in new]
    totals = [count.total() for count in counts[0]], [count.total() for count in counts[1]]

    @cache
    def likeness(i: int, j: int) -> float:
        least, most = sorted((totals[0][i], totals[1][j]))
        if _place(old[i]) != _place(new[j]) or least < ALIKE * most / 2:
            return 0.0
        share = 2 * (counts[0][i] & counts[1][j]).total() / max(1, least + most)
        # a title is the title, whatever it says
        return share if share >= ALIKE else 0.01 if old[i].kind == "title" else 0.0

    return likeness


def _place(piece: Piece) -> Hashable:
    """What two pieces must share to be one paragraph: its style."""
    annex = any(run.annex for run in piece.runs)
    level = piece.level if piece.kind == "heading" or piece.table is not None else 0
    rows = piece.table is not None, piece.table is not None and bool(piece.table.rows)
    return piece.kind, level, annex and piece.text.startswith("附件"), annex, rows


def _all(piece: Piece) -> list[str]:
    if piece.table is not None:
        return [cell for row in piece.table.rows for cell in row]
    return words_of(clean(piece.text))


def _changed(old: Piece, new: Piece) -> Entry | None:
    """A piece that is in both."""
    if old.table is not None and new.table is not None:
        return Entry(new, rows=list(_rows(old.table.rows, new.table.rows)))
    before, after = inks_of(old), inks_of(new)
    if before == after:
        return entry_of(new)
    if not before or not after:  # nothing that can be written is left of one of them
        return entry_of(new, "ins") if after else entry_of(old, "del")
    parts = []
    for name, pairs in _differences(_tokens(before), _tokens(after)):
        inks: list[Ink] = []
        for style, text in pairs:
            if inks and inks[-1].style == style:
                inks[-1].text += text
            else:
                inks.append(Ink(style, text))
        parts.append(Part(tuple(inks), name))
    return Entry(new, parts)


def _tokens(inks: Sequence[Ink]) -> list[tuple[RunStyle, str]]:
    return [(ink.style, word) for ink in inks for word in words_of(ink.text)]


def _rows(old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]) -> Iterator[Row]:
    """The rows of both tables; rows of as many cells at the same place are compared cell by cell."""
    for name, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if name == "equal":
            yield from (Row(row) for row in new[c:d])
            continue
        paired = min(b - a, d - c) if all(len(x) == len(y) for x, y in zip(old[a:b], new[c:d], strict=False)) else 0
        for before, after in zip(old[a : a + paired], new[c : c + paired], strict=True):
            yield Row(after, tuple(_cell(clean(x), clean(y)) for x, y in zip(before, after, strict=True)))
        yield from (Row(row, tracked="del") for row in old[a + paired : b])
        yield from (Row(row, tracked="ins") for row in new[c + paired : d])


def _cell(old: str, new: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, "".join(said)) for name, said in _differences(words_of(old), words_of(new)))


def _differences(old: Sequence[T], new: Sequence[T]) -> Iterator[Tracked[T]]:
    """What stayed, what was taken out and what put in, in order."""
    if max(len(old), len(new)) > WORDS:
        yield from (("del", tuple(old)), ("ins", tuple(new)))
        return
    for name, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if name == "equal":
            yield "", tuple(new[c:d])
            continue
        if b > a:
            yield "del", tuple(old[a:b])
        if d > c:
            yield "ins", tuple(new[c:d])


def words_of(text: str) -> list[str]:
    """The words of a text; joined they are the text.

    >>> words_of("办结12.5万件，增长3%。")
    ['办结', '12.5万', '件', '，', '增长', '3%', '。']
    """
    found: list[str] = []
    for word in WORD.findall(text):
        found.extend(cut(word) if len(word) > 1 and word[0] >= "\u3400" and word[0] not in HANZI_DIGITS else (word,))
    return found
