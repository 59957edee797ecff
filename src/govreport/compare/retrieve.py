"""Finding the sections of a report that speak of something: sentences vote, the words as a whole weigh in.

A plan of one sentence is answered by a sentence in the midst of a long section, and a plan of a thousand characters by
sentences in many sections. So each sentence votes for the sections that hold the sentences most like it, with its
length, and a section counts by its votes and by how like the whole of it is to the whole of the plan.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from ..language.placeholders import OPENING
from ..model.report import Report
from .classify import SENTENCE
from .nodes import Node, nodes_of
from .terms import Vector, rarity, terms_of, vector
from .traces import Answer

NO_ANSWERS = ("plans", "attachment", "problems")
"""Roles of top sections that answer nothing: this year's own plans and problems."""
ADMITTING = re.compile("清醒|清楚地?(?:看到|认识)")
"""What opens the tail of a review that admits problems; nothing after it answers."""
THANKING = re.compile("我代表|感谢|致以|敬意")
FROM_HERE = re.compile(r"\n\s*各位代表")
"""What a plan says from here on is another matter (民族, 国防, 外事)."""
HEARD = 0.1
"""A vote from this likeness on."""
SECOND = 0.7
"""Sections get the vote of a sentence from this share of the best likeness on."""
HEADING = 2
"""A heading votes as if it were so many times as long."""
TOUCHED = 0.13
"""A matter is touched where a sentence of it found one so like it."""
OFTEN = 48
"""Terms in more sentences than this find nothing; so time stays linear."""
SHOWN, SHORTEST, MATTER = 160, 6, 30


@frozen(eq=False)
class Unit:
    """A sentence that may answer, and the section it stands in."""

    text: str
    place: int
    vector: Vector


@frozen
class Found:
    """What a report says of something: `answers` best first, `likest` how like the most similar sentence is.

    `matters` are the paragraphs of what was asked (its sentences, if it has one paragraph), `touched` those that found
    something, `share` their share of the text.
    """

    answers: tuple[Answer, ...] = ()
    likest: float = 0.0
    matters: int = 0
    touched: int = 0
    share: float = 0.0


Postings = dict[str, list[tuple[int, float]]]


@define(eq=False)
class Index:
    """The sentences of a report that may answer and, as `topics`, its sections as wholes, both by term."""

    weights: dict[str, float]
    nodes: list[Node]
    units: list[Unit] = field(factory=list)
    said: dict[str, Counter[str]] = field(factory=dict)
    postings: Postings = field(factory=lambda: defaultdict(list))
    topics: Postings = field(factory=lambda: defaultdict(list))

    def terms(self, text: str) -> Counter[str]:
        """The terms of a sentence, counted once."""
        found = self.said.get(text)
        if found is None:
            found = self.said[text] = terms_of(text)
        return found

    def vector(self, terms: Counter[str]) -> Vector:
        """Terms in the weights of this index."""
        return vector({term: count for term, count in terms.items() if term in self.weights}, self.weights)

    def near(self, text: str) -> dict[int, tuple[float, str]]:
        """The likest sentence of each section, with its likeness."""
        shared = _shared(self.vector(self.terms(text)), self.postings)
        best: dict[int, tuple[float, str]] = {}
        for at, value in shared.items():
            unit = self.units[at]
            if value > HEARD and value > best.get(unit.place, (0.0, ""))[0]:
                best[unit.place] = value, unit.text
        return best

    def find(self, text: str, heading: str = "", most: int = 3) -> Found:
        """The sections that speak of the same, best first, with scores from 0 to 1."""
        votes: dict[int, float] = defaultdict(float)
        shown: dict[int, tuple[float, str]] = {}
        whole: Counter[str] = Counter()
        total = 0
        matters: list[tuple[int, float]] = []
        for matter, sentence in _asked(heading, text):
            hits = self.near(sentence)
            whole.update(self.terms(sentence))
            size = len(sentence) * (1 if matter else HEADING)
            total += size
            top = max(value for value, _ in hits.values()) if hits else 0.0
            if matter:
                while len(matters) < matter:
                    matters.append((0, 0.0))
                length, likest = matters[matter - 1]
                matters[matter - 1] = length + size, max(likest, top)
            for place, (value, words) in hits.items():
                if value >= SECOND * top:
                    votes[place] += value * size
                worth = (
                    value if words != self.nodes[place].section.heading else value / 2
                )  # it says less of what was done
                if worth > shown.get(place, (0.0, ""))[0]:
                    shown[place] = worth, words
        like = _shared(self.vector(whole), self.topics)
        scored = []
        for place in sorted(like.keys() | votes.keys()):
            node = self.nodes[place]
            score = 1 - (1 - min(votes[place] / total, 1.0)) * (1 - min(like[place], 1.0))
            scored.append(Answer(node.where, score, shown.get(place, (0.0, node.section.heading))[1][:SHOWN]))
        scored.sort(key=lambda answer: -answer.score)
        touched = [length for length, likest in matters if likest >= TOUCHED]
        return Found(
            tuple(scored[:most]),
            max((likest for _, likest in matters), default=0.0),
            len(matters),
            len(touched),
            sum(touched) / max(1, sum(length for length, _ in matters)),
        )


def index_of(report: Report, asked: Iterable[str]) -> Index:
    """The index of a report for questions; their words count for what is rare.

    What it admits answers nothing, nor does what a draft still leaves open.
    """
    planned = {plan.where for plan in report.plans}
    nodes = [node for node in nodes_of(report) if not _plans(node, planned) and OPENING not in node.text]
    admitted = {problem.text.strip("。；") for problem in report.problems}
    index = Index({}, nodes)
    texts: list[tuple[str, int]] = []
    for place, node in enumerate(nodes):
        texts += [(node.section.heading, place)] if node.section.heading else []
        texts += [(sentence, place) for sentence in _stated(node.text, admitted)]
    terms = [index.terms(text) for text, _ in texts]
    index.weights = rarity([*terms, *(index.terms(sentence) for text in asked for sentence in sentences(text))])
    whole: list[Counter[str]] = [Counter() for _ in nodes]
    for at, ((text, place), said) in enumerate(zip(texts, terms, strict=True)):
        unit = Unit(text, place, vector(said, index.weights))
        index.units.append(unit)
        whole[place].update(said)
        for term, weight in unit.vector.items():
            index.postings[term].append((at, weight))
    for place, said in enumerate(whole):
        for term, weight in index.vector(said).items():
            index.topics[term].append((place, weight))
    for postings in (index.postings, index.topics):
        for term in [term for term, places in postings.items() if len(places) > OFTEN]:
            del postings[term]
    return index


def _shared(asked: Vector, postings: Postings) -> dict[int, float]:
    """How like each of the vectors in postings is to this one."""
    shared: dict[int, float] = defaultdict(float)
    for term, weight in asked.items():
        for at, other in postings.get(term, ()):
            shared[at] += weight * other
    return shared


def sentences(text: str) -> list[str]:
    """The sentences of a text; semicolons part them too.

    >>> sentences("改造小区8个；新建公园2处。")
    ['改造小区8个；', '新建公园2处。']
    """
    return [sentence.strip() for sentence in SENTENCE.findall(text) if len(sentence.strip()) >= SHORTEST]


def _asked(heading: str, text: str) -> Iterator[tuple[int, str]]:
    """The heading as matter 0, then every sentence with the number of its matter."""
    if len(heading) >= SHORTEST:
        yield 0, heading
    text = FROM_HERE.split(text, maxsplit=1)[0]
    paragraphs = [paragraph for paragraph in text.split("\n") if len(paragraph) >= MATTER]
    matters = paragraphs if len(paragraphs) > 1 else (sentences(text) or [text])
    for number, matter in enumerate(matters, 1):
        for sentence in sentences(matter):
            yield number, sentence


def _stated(text: str, admitted: set[str]) -> Iterator[str]:
    """The sentences that tell what was done: none that admits or thanks, and none after 清醒地看到."""
    for sentence in sentences(text):
        if ADMITTING.search(sentence):
            return
        if not THANKING.search(sentence) and not any(part in sentence for part in admitted):
            yield sentence


def _plans(node: Node, planned: set[str]) -> bool:
    """Whether a section is about this year's own plans or problems, or an attachment."""
    top: Node | None = node
    while top is not None:
        if top.where in planned or (top.parent is None and top.section.role in NO_ANSWERS):
            return True
        top = top.parent
    return False
