"""Pairs of sections → typed changes: what stayed, was edited, reworded, renumbered, moved, split, merged, put in, taken
out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from .align import Alignment, Pair
from .changes import TYPES, Change
from .nodes import Node
from .terms import likeness

REWORDED = 0.5
"""Sections with fewer terms in common than this are reworded, others edited."""
GRAVITY = ("moved", "reworded", "edited", "renumbered")
PART = 0.6
"""So much of a section must have stood in another one for a split or a merger."""
LEAST = 8
"""Shorter sentences say nothing about where they come from."""
SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")


def changes_of(found: Alignment) -> tuple[Change, ...]:
    """Every section of both reports once, in the order of the new one; what was removed stands where it would be."""
    moved = set(_moved(found))
    from_old = _origins(found, found.old, found.free(found.new))
    into_new = _origins(found, found.new, found.free(found.old))
    pairs = {id(pair.new): pair for pair in found.pairs}
    changes: dict[int, Change] = {}
    for node in found.new:
        pair = pairs.get(id(node))
        if pair is not None:
            changes[id(node)] = _changed(pair, id(pair.old) in moved)
        elif (origin := from_old.get(id(node))) is not None:
            changes[id(node)] = _split(origin, node)
        else:
            changes[id(node)] = Change("added", None, node.where, "", node.section.heading, 1.0, (), "", node.text)
    for node in found.free(found.old):
        into = into_new.get(id(node))
        changes[id(node)] = (
            _merged(node, into)
            if into is not None
            else Change("removed", node.where, None, node.section.heading, "", 1.0, (), node.text, "")
        )
    return tuple(changes[id(node)] for node in _in_order(found))


def _changed(pair: Pair, moved: bool) -> Change:
    """The change of a matched section."""
    old, new = pair.old, pair.new
    kinds: set[str] = set()
    if moved:
        kinds.add("moved")
    if old.said != new.said:
        same = likeness(old.own, new.own)
        kinds.add("reworded" if same < REWORDED else "edited")
    if old.number != new.number:
        kinds.add("renumbered")
    ranked = [kind for kind in GRAVITY if kind in kinds] or ["unchanged"]
    return Change(
        ranked[0],
        old.where,
        new.where,
        old.section.heading,
        new.section.heading,
        pair.score,
        tuple(sorted(ranked[1:], key=TYPES.index)),
        old.text,
        new.text,
    )


def _split(old: Node, new: Node) -> Change:
    return Change("split", old.where, new.where, old.section.heading, new.section.heading, PART, (), old.text, new.text)


def _merged(old: Node, new: Node) -> Change:
    return Change(
        "merged", old.where, new.where, old.section.heading, new.section.heading, PART, (), old.text, new.text
    )


def _moved(found: Alignment) -> Iterator[int]:
    """The old nodes (by `id`) whose parents don't belong together, or that changed places among their siblings.

    Of siblings whose order changed as few move as can; of as many, those with the least text.
    """
    families: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for pair in found.pairs:
        old, new = pair.old.parent, pair.new.parent
        together = old is new if old is None or new is None else found.matched(old) is new
        if together:
            families[id(old), id(new)].append(pair)
        else:
            yield id(pair.old)
    for pairs in families.values():
        places = [pair.new.order for pair in sorted(pairs, key=lambda pair: pair.old.order)]
        if places != sorted(places):
            ranked = sorted(pairs, key=lambda pair: pair.old.order)
            text = [sum(pair.new.whole.values()) for pair in ranked]
            stay = _heaviest_rise(places, [1 + sum(text) + own for own in text])
            yield from (id(pair.old) for at, pair in enumerate(ranked) if at not in stay)


def _heaviest_rise(places: list[int], weights: list[int]) -> set[int]:
    """The indices of a rising subsequence with the greatest weight (a Fenwick tree of maxima, n log n).

    >>> sorted(_heaviest_rise([3, 1, 2], [1, 1, 1])), sorted(_heaviest_rise([2, 1], [1, 9]))
    ([1, 2], [1])
    """
    ranks = sorted(places)
    best: list[tuple[int, int]] = [(0, -1)] * (len(places) + 1)
    before = [-1] * len(places)
    total = [0] * len(places)
    for at, (place, weight) in enumerate(zip(places, weights, strict=True)):
        rank = bisect_left(ranks, place)
        top, cursor = (0, -1), rank
        while cursor:
            top = max(top, best[cursor])
            cursor -= cursor & -cursor
        total[at], before[at] = top[0] + weight, top[1]
        cursor = rank + 1
        while cursor <= len(places):
            best[cursor] = max(best[cursor], (total[at], at))
            cursor += cursor & -cursor
    at = max(range(len(places)), key=total.__getitem__)
    kept = set()
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def _origins(found: Alignment, sources: list[Node], parts: list[Node]) -> dict[int, Node]:
    """For parts without a partner, the section of the other report that had most of their sentences, if the partner
    of that section hasn't kept them."""
    wanted = {id(part): sentences(part.text) for part in parts}
    sought = {sentence for said in wanted.values() for sentence in said}
    lost: dict[str, Node] = {}
    for node in sources if sought else ():
        partner = found.matched(node)
        gone = sought.intersection(sentences(node.text)) if partner is not None else set()
        for sentence in gone.difference(sentences(partner.text)) if partner is not None and gone else ():
            lost.setdefault(sentence, node)
    origins: dict[int, Node] = {}
    for part in parts:
        held: dict[int, int] = defaultdict(int)
        for sentence in wanted[id(part)]:
            if sentence in lost:
                held[lost[sentence].order] += len(sentence)
        top = max(held, key=held.__getitem__, default=-1)
        if top >= 0 and held[top] >= PART * sum(map(len, wanted[id(part)])):
            origins[id(part)] = sources[top]
    return origins


def sentences(text: str) -> list[str]:
    """The sentences of a text that are long enough to be known again, without white space at their ends.

    >>> sentences("健全制度，明确责任。好。")
    ['健全制度，明确责任']
    """
    found = (sentence.strip().rstrip("。；！？") for sentence in SENTENCE.findall(text))
    return [sentence for sentence in found if len(sentence) >= LEAST]


def _in_order(found: Alignment) -> Iterator[Node]:
    """The nodes of the new report, each followed by old ones without a partner that stood behind its partner."""
    behind: dict[int | None, list[Node]] = defaultdict(list)
    last: Node | None = None
    for node in found.old:
        partner = found.matched(node)
        if partner is None:
            behind[id(last) if last is not None else None].append(node)
        else:
            last = partner
    yield from behind[None]
    for node in found.new:
        yield node
        yield from behind[id(node)]
