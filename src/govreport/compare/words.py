"""Words of two versions of a text side by side: what stayed, went and came.

Numbers stay whole (4.5%→6.1%), so do Latin words; hanzi stand alone, and stretches of one or two that happen to be
equal in the midst of a change belong to the change. Sentences are matched first, words only inside of those that
differ.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from attrs import frozen

TOKEN = re.compile(r"[0-9０-９]+(?:[.,，．][0-9０-９]+)*(?:[%％‰]|个百分点)?|[A-Za-z]+|\s+|.", re.DOTALL)
SENTENCE = re.compile(r"[^。；！？\n]*[。；！？\n]|[^。；！？\n]+")
SHORTEST = 3
"""Equal stretches of fewer hanzi between two changes are part of them."""
MOST = 4_000_000
"""Texts with more pairs of words than this are compared as wholes, so that time stays linear."""
LIKE = 0.4
"""Sentences less alike than this are another sentence, not a new version."""

KEPT, REMOVED, ADDED = "=", "-", "+"
Opcode = tuple[str, int, int, int, int]


@frozen
class Words:
    """A stretch of text: `op` is = (in both), - (only in the old one) or + (only in the new one)."""

    op: str
    text: str


def words_of(old: str, new: str) -> tuple[Words, ...]:
    """The stretches of two versions of a text, in order; the - ones come before the + ones at the same place.

    >>> "".join(f"[{w.op}{w.text}]" for w in words_of("增长4.5%，就业稳定。", "增长6.1%，就业稳定。"))
    '[=增长][-4.5%][+6.1%][=，就业稳定。]'
    """
    if old == new:
        return (Words(KEPT, old),) if old else ()
    return tuple(_joined(_sentences(SENTENCE.findall(old), SENTENCE.findall(new))))


def _sentences(old: list[str], new: list[str]) -> Iterator[Words]:
    """Equal sentences stay; of those between, neighbours that are alike are compared word by word."""
    for tag, a, b, c, d in opcodes(old, new):
        if tag == "equal":
            yield Words(KEPT, "".join(old[a:b]))
            continue
        for one, other in _couples(old[a:b], new[c:d]):
            if one and other:
                yield from _tokens(TOKEN.findall(one), TOKEN.findall(other))
            else:
                yield Words(REMOVED, one) if one else Words(ADDED, other)


def _couples(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """The sentences of a changed stretch, those that are versions of each other together, "" for no partner."""
    if len(old) == len(new) == 1 or len(old) * len(new) > 400:
        yield "".join(old), "".join(new)
        return
    at = 0
    for sentence in old:
        match = next((i for i in range(at, len(new)) if _alike(sentence, new[i])), None)
        if match is None:
            yield sentence, ""
            continue
        yield from (("", other) for other in new[at:match])
        yield sentence, new[match]
        at = match + 1
    yield from (("", other) for other in new[at:])


def _alike(one: str, other: str) -> bool:
    """Whether half of the characters of the shorter sentence stand in both."""
    both = len(set(one) & set(other))
    return both >= LIKE * max(len(set(one)), len(set(other)))


def _tokens(old: list[str], new: list[str]) -> Iterator[Words]:
    """The words of two sentences."""
    for tag, a, b, c, d in _cleaned(opcodes(old, new), old):
        if tag == "equal":
            yield Words(KEPT, "".join(old[a:b]))
            continue
        if a < b:
            yield Words(REMOVED, "".join(old[a:b]))
        if c < d:
            yield Words(ADDED, "".join(new[c:d]))


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Opcode]:
    """What turns one sequence into the other, as `difflib` says it; of long ones only what their ends have alike."""
    if len(old) * len(new) > MOST:
        return _ends(old, new)
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Opcode]:
    """What two sequences begin and end with alike; all between is replaced."""
    most = min(len(old), len(new))
    front = next((at for at in range(most) if old[at] != new[at]), most)
    back = next((at for at in range(most - front) if old[-1 - at] != new[-1 - at]), most - front)
    a, b = len(old) - back, len(new) - back
    rows: list[Opcode] = [
        ("equal", 0, front, 0, front),
        ("replace", front, a, front, b),
        ("equal", a, len(old), b, len(new)),
    ]
    return [row for row in rows if row[1] < row[2] or row[3] < row[4]]


def _cleaned(rows: list[Opcode], old: list[str]) -> Iterator[Opcode]:
    """Changes with the short equal stretches between them made one."""
    pending: Opcode | None = None
    for at, row in enumerate(rows):
        tag, a, b, c, d = row
        short = tag == "equal" and 0 < at < len(rows) - 1 and b - a < SHORTEST and not _sure(old[a:b])
        if tag == "equal" and not short:
            if pending:
                yield pending
            pending = None
            yield row
        else:
            pending = ("replace", pending[1] if pending else a, b, pending[3] if pending else c, d)
    if pending:
        yield pending


def _sure(tokens: list[str]) -> bool:
    """Whether an equal stretch holds a number or a mark that parts words: it is no accident then."""
    return any(not "\u3400" <= token <= "\u9fff" for token in tokens)


def _joined(stretches: Iterator[Words]) -> Iterator[Words]:
    """Stretches of one kind that touch made one; what went before what came."""
    gone, come = "", ""
    kept = ""
    for words in stretches:
        if words.op == KEPT:
            if gone or come:
                yield from _out(gone, come)
                gone = come = ""
            kept += words.text
        else:
            if kept:
                yield Words(KEPT, kept)
                kept = ""
            gone, come = (gone + words.text, come) if words.op == REMOVED else (gone, come + words.text)
    yield from _out(gone, come)
    if kept:
        yield Words(KEPT, kept)


def _out(gone: str, come: str) -> Iterator[Words]:
    if gone:
        yield Words(REMOVED, gone)
    if come:
        yield Words(ADDED, come)
