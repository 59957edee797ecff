"""Which section of one report is which of another.

Equal sections first, then equal headings below matched parents, then the best of what is left: by likeness of headings,
of words (rare ones weigh more), by names of metrics, by place. A pair counts when each is the best that the other can
still get. Children of a section may find their partners below other parents, at a price.

Two presets: `draft` for versions of one report, where most is equal and order says much, and `year` for the reports of
two years, which are written anew under stock headings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from heapq import nlargest
from itertools import chain

from attrs import define, field, frozen

from ..model.report import Report
from .nodes import Node, nodes_of
from .terms import cosine, likeness, rarity, vector


@frozen
class Preset:
    """What counts how much; `floor` is the least score of a pair below matched parents, `far` of one elsewhere."""

    id: str
    heading: float
    words: float
    metrics: float
    place: float
    floor: float
    far: float


PRESETS = {
    row.id: row
    for row in (
        Preset("draft", heading=0.25, words=0.55, metrics=0.05, place=0.15, floor=0.22, far=0.40),
        Preset("year", heading=0.30, words=0.55, metrics=0.05, place=0.10, floor=0.20, far=0.35),
    )
}
COMMON = 24
"""Terms that more nodes have say nothing about which is which."""
CANDIDATES = 6
"""Partners outside of the matched parents that are looked at for each node."""
HEADED = 0.9
"""The score of sections with equal headings below matched parents."""
BROOD = 40
"""So many children on each side are compared each with each."""


@frozen
class Pair:
    """Two sections that belong together; `score` from 0 to 1, `reason`: equal, heading or score."""

    old: Node
    new: Node
    score: float
    reason: str


@define
class Alignment:
    """The nodes of two reports and the pairs found among them, in the order of the old report."""

    old: list[Node]
    new: list[Node]
    preset: Preset
    pairs: list[Pair] = field(factory=list)
    partner: dict[int, Node] = field(factory=dict)
    names: dict[int, Counter[str]] = field(factory=dict)

    def matched(self, node: Node) -> Node | None:
        """The partner of a node, if it has one."""
        return self.partner.get(id(node))

    def take(self, old: Node, new: Node, score: float, reason: str) -> None:
        """Make a pair."""
        self.partner[id(old)], self.partner[id(new)] = new, old
        self.pairs.append(Pair(old, new, score, reason))

    def free(self, nodes: Iterable[Node]) -> list[Node]:
        """Those without a partner."""
        return [node for node in nodes if id(node) not in self.partner]


def align(old: Report, new: Report, preset: str = "draft") -> Alignment:
    """The pairs of sections of two reports.

    >>> from ..model import Paragraph, Section
    >>> one = Report(sections=(Section(heading="总体情况", blocks=(Paragraph("办件30件。"),)),))
    >>> two = Report(sections=(Section(heading="前言"), Section(heading="总体情况", blocks=(Paragraph("办件42件。"),))))
    >>> [(p.old.where, p.new.where) for p in align(one, two).pairs]
    [('总体情况', '总体情况')]
    """
    found = Alignment(nodes_of(old), nodes_of(new), PRESETS[preset])
    found.names = _names(old, found.old) | _names(new, found.new)
    _equal(found)
    _descend(found, _headings)
    left = [*found.free(found.old), *found.free(found.new)]
    weights = rarity(node.own for node in left)
    for node in left:
        node.vector = vector({term: count for term, count in node.whole.items() if term in weights}, weights)
    _descend(found, _siblings)
    _anywhere(found)
    _descend(found, _siblings)
    found.pairs.sort(key=lambda pair: pair.old.order)
    return found


def _names(report: Report, nodes: list[Node]) -> dict[int, Counter[str]]:
    """The names of the metrics that each section states."""
    by_address: dict[str, Counter[str]] = defaultdict(Counter)
    for metric in report.metrics:
        by_address[metric.where][metric.name] += 1
    return {id(node): by_address[node.where] for node in nodes if node.where in by_address}


def _equal(found: Alignment) -> None:
    """Sections that say the same with all below them, where as many on each side do; those in their order."""
    known: dict[tuple[object, ...], int] = {}
    said: dict[int, int] = {}
    for node in chain(reversed(found.old), reversed(found.new)):
        whole = (node.said, *(said[id(child)] for child in node.children))
        said[id(node)] = known.setdefault(whole, len(known))
    here, there = _groups(found.old, said), _groups(found.new, said)
    partner = {
        id(one): other
        for key, olds in here.items()
        if len(olds) == len(there.get(key, ()))
        for one, other in zip(olds, there[key], strict=True)
    }
    for one in found.old:
        other = partner.get(id(one))
        if other is not None and one.said.strip() and found.matched(one) is None and found.matched(other) is None:
            _take_all(found, one, other)


def _groups(nodes: list[Node], key: dict[int, int]) -> dict[int, list[Node]]:
    found: dict[int, list[Node]] = defaultdict(list)
    for node in nodes:
        found[key[id(node)]].append(node)
    return found


def _take_all(found: Alignment, old: Node, new: Node) -> None:
    """Pair two equal sections and all below them, child by child."""
    waiting = [(old, new)]
    while waiting:
        one, other = waiting.pop()
        if found.matched(one) is None and found.matched(other) is None:
            found.take(one, other, 1.0, "equal")
        waiting += zip(one.children, other.children, strict=True)


Match = Callable[[Alignment, list[Node], list[Node]], None]


def _descend(found: Alignment, match: Match) -> None:
    """From the top down, match what is free below each matched pair."""
    tops = [n for n in found.old if n.parent is None], [n for n in found.new if n.parent is None]
    match(found, found.free(tops[0]), found.free(tops[1]))
    for pair in found.pairs:  # grows on the way
        olds, news = found.free(pair.old.children), found.free(pair.new.children)
        if olds and news:
            match(found, olds, news)


def _siblings(found: Alignment, olds: list[Node], news: list[Node]) -> None:
    """Match children of two matched sections: those of equal headings, then the best scores."""
    _headings(found, olds, news)
    _best(found, _among(found, found.free(olds), found.free(news)))


def _headings(found: Alignment, olds: list[Node], news: list[Node]) -> None:
    """Pairs of equal headings that no other section beside them has."""
    here, there = _by_key(olds), _by_key(news)
    for key, nodes in here.items():
        others = there.get(key, [])
        if key and len(nodes) == len(others) == 1 and nodes[0].section.heading:
            found.take(nodes[0], others[0], HEADED, "heading")


def _by_key(nodes: list[Node]) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        found[node.key].append(node)
    return found


Scored = tuple[float, Node, Node]


def _among(found: Alignment, olds: list[Node], news: list[Node]) -> Iterator[Scored]:
    """Scores of siblings below matched parents: each with each, in large families those with the same number."""
    few = len(olds) <= BROOD and len(news) <= BROOD
    for at, one in enumerate(olds):
        others = news if few else news[max(0, at - BROOD // 2) : at + BROOD // 2]
        for other in others:
            value = score(found, one, other, True)
            if value >= found.preset.floor:
                yield value, one, other


def _anywhere(found: Alignment) -> None:
    """The best scores among all that is left, by the terms that few sections have."""
    olds, news = found.free(found.old), found.free(found.new)
    postings: dict[str, list[Node]] = defaultdict(list)
    for node in news:
        for term in node.vector:
            postings[term].append(node)
    scored: list[Scored] = []
    for one in olds:
        shared: dict[int, float] = defaultdict(float)
        by_id: dict[int, Node] = {}
        for term, weight in one.vector.items():
            nodes = postings.get(term, ())
            if len(nodes) <= COMMON:
                for other in nodes:
                    shared[id(other)] += weight * other.vector[term]
                    by_id[id(other)] = other
        for key in nlargest(CANDIDATES, shared, key=shared.__getitem__):
            value = score(found, one, by_id[key], _family(found, one, by_id[key]))
            if value >= found.preset.far:
                scored.append((value, one, by_id[key]))
    _best(found, scored)


def _family(found: Alignment, one: Node, other: Node) -> bool:
    """Whether the parents of two nodes belong together."""
    if one.parent is None or other.parent is None:
        return one.parent is other.parent
    return found.matched(one.parent) is other.parent


def _best(found: Alignment, scored: Iterable[Scored]) -> None:
    """Take pairs, the best first: what is taken then is the best that both can still get."""
    ranked = sorted(scored, key=lambda row: (-row[0], row[1].order, row[2].order))
    for value, one, other in ranked:
        if found.matched(one) is None and found.matched(other) is None:
            found.take(one, other, value, "score")


def score(found: Alignment, one: Node, other: Node, family: bool) -> float:
    """How sure it is that two nodes are the same section, from 0 to 1."""
    preset = found.preset
    heading = likeness(one.head, other.head)
    words = cosine(one.vector, other.vector)
    place = (
        0.5 * family
        + 0.2 * (one.number == other.number and bool(one.number))
        + 0.3 * (_role(one) == _role(other) and (one.parent is None) == (other.parent is None))
    )
    here, there = found.names.get(id(one)), found.names.get(id(other))
    value = preset.heading * heading + preset.words * words + preset.place * place
    if here and there:
        return value + preset.metrics * likeness(here, there)
    return value / (1 - preset.metrics)


def _role(node: Node) -> str | None:
    while node.parent is not None:
        node = node.parent
    return node.section.role
