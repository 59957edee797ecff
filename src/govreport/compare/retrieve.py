"""Finding the passages of a report that speak of something: sentence by sentence, by rare words in common.

A plan of one sentence is answered by a sentence in the midst of a long section, and a plan of a thousand characters by
sentences in many sections. So sentences look for sentences, and sections count by what was found in them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest

from attrs import define, field

from ..model.report import Report
from .classify import SENTENCE
from .nodes import Node, nodes_of
from .terms import Vector, rarity, terms_of, vector
from .traces import Answer

NO_ANSWERS = ("plans", "attachment", "problems")
"""Roles of top sections that answer nothing: this year's own plans and problems."""
SENTENCES, TOPIC = 0.75, 0.25
"""What the best sentence of a section counts, and what its words as a whole do."""
COMMON = 0.4
"""Terms in more than this share of sentences find nothing."""
FOUND = 0.25
"""From this likeness on two sentences speak of the same."""
SHOWN, SHORTEST = 160, 6


@define(eq=False)
class Unit:
    """A sentence that may answer, and the section it stands in."""

    text: str
    place: int
    vector: Vector


@define(eq=False)
class Index:
    """The sentences of a report that may answer, by term; `topics` are the vectors of whole sections."""

    weights: dict[str, float]
    nodes: list[Node]
    topics: list[Vector]
    units: list[Unit]
    postings: dict[str, list[int]] = field(factory=lambda: defaultdict(list))

    def vector(self, text: str, heading: str = "") -> Vector:
        """A vector in the weights of this index."""
        terms = terms_of(text, heading)
        return vector({term: count for term, count in terms.items() if term in self.weights}, self.weights)

    def near(self, text: str) -> list[tuple[float, Unit]]:
        """The sentences most like this one, the best of each section, best first."""
        shared: dict[int, float] = defaultdict(float)
        for term, weight in self.vector(text).items():
            for at in self.postings.get(term, ()):
                shared[at] += weight * self.units[at].vector[term]
        best: dict[int, tuple[float, int]] = {}
        for at, value in shared.items():
            place = self.units[at].place
            if value > best.get(place, (0.0, 0))[0]:
                best[place] = value, at
        return [(value, self.units[at]) for value, at in nlargest(8, best.values())]

    def answers(self, text: str, heading: str = "", most: int = 3) -> tuple[list[Answer], float]:
        """The sections that speak of the same, best first, with scores from 0 to 1, and which share of the text's
        sentences found one of at least `FOUND` (by their length)."""
        topic = self.vector(text, heading)
        found: dict[int, tuple[float, str]] = {}
        said = covered = 0
        for sentence in [heading, *sentences(text)]:
            if len(sentence) < SHORTEST:
                continue
            hits = self.near(sentence)
            said += len(sentence)
            covered += len(sentence) if hits and hits[0][0] >= FOUND else 0
            for value, unit in hits:
                if value > found.get(unit.place, (0.0, ""))[0]:
                    found[unit.place] = value, unit.text
        scored = []
        for place, (value, words) in found.items():
            whole = sum(weight * self.topics[place].get(term, 0.0) for term, weight in topic.items())
            scored.append(Answer(self.nodes[place].where, SENTENCES * value + TOPIC * whole, words[:SHOWN]))
        return nlargest(most, scored, key=lambda answer: answer.score), covered / said if said else 0.0


def index_of(report: Report, asked: Iterable[str]) -> Index:
    """The index of a report for questions; their words count for what is rare, and what it admits answers nothing."""
    nodes = [node for node in nodes_of(report) if role_of(node) not in NO_ANSWERS]
    admitted = {problem.text.strip("。；") for problem in report.problems}
    texts: list[tuple[str, int]] = []
    for place, node in enumerate(nodes):
        texts += [(node.section.heading, place)] if node.section.heading else []
        texts += [
            (sentence, place) for sentence in sentences(node.text) if not any(part in sentence for part in admitted)
        ]
    terms = [terms_of(text) for text, _ in texts]
    weights = rarity([*terms, *(terms_of(sentence) for text in asked for sentence in sentences(text))])
    index = Index(weights, nodes, [], [])
    index.topics = [index.vector(node.text, node.section.heading) for node in nodes]
    for (text, place), said in zip(texts, terms, strict=True):
        at = len(index.units)
        index.units.append(Unit(text, place, vector(said, weights)))
        for term in said:
            index.postings[term].append(at)
    most = max(6, COMMON * len(index.units))
    for term in [term for term, units in index.postings.items() if len(units) > most]:
        del index.postings[term]
    return index


def sentences(text: str) -> list[str]:
    """The sentences of a text; semicolons part them too.

    >>> sentences("改造小区8个；新建公园2处。")
    ['改造小区8个；', '新建公园2处。']
    """
    return [sentence.strip() for sentence in SENTENCE.findall(text) if len(sentence.strip()) >= SHORTEST]


def role_of(node: Node) -> str | None:
    """The role of the top section that a node belongs to."""
    while node.parent is not None:
        node = node.parent
    return node.section.role
