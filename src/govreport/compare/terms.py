"""Terms of a text: pairs of neighbouring hanzi and whole Latin words, numbers and years masked; how like two texts are.

Two reports of one office share most of their single words, and nearly all of their characters; what tells a section
from the others are the pairs that few sections have. So a term weighs what its rarity says (IDF) in the reports that
are compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt
from operator import add

Terms = dict[str, int]
Vector = dict[str, float]

YEARS = re.compile(r"(?:19|20)[0-9]{2} ?年(?:度|代)?")
RUNS = re.compile(r"[\u3400-\u9fff\U00020000-\U0003134f]+|[A-Za-z]{2,40}")
HEADED = 3
"""A term of a heading counts as often as if it stood so many times in the text."""


def terms_of(text: str, heading: str = "") -> Counter[str]:
    """How often each term stands in a text and its heading; numbers are none, and years leave no trace.

    >>> sorted(terms_of("2025年GDP增长5%，增速加快"))
    ['GDP', '加快', '增速', '增长', '速加']
    """
    return Counter(_terms(text) + _terms(heading) * HEADED)


def _terms(text: str) -> list[str]:
    """The terms of a text one by one."""
    found: list[str] = []
    for run in RUNS.findall(YEARS.sub("，", text) if "年" in text else text):
        if run.isascii():
            found.append(run)
        else:
            found.extend(map(add, run, run[1:]))
    return found


def rarity(documents: Iterable[Mapping[str, int]]) -> dict[str, float]:
    """The weight of each term: the logarithm of how few of the documents have it.

    >>> weights = rarity([{"法治": 1, "普法": 1}, {"法治": 2}])
    >>> weights["普法"] > weights["法治"] > 0
    True
    """
    frequency: Counter[str] = Counter()
    total = 0
    for terms in documents:
        frequency.update(terms.keys())
        total += 1
    return {term: log(1 + total / count) for term, count in frequency.items()}


def vector(terms: Mapping[str, int], weights: Mapping[str, float]) -> Vector:
    """The terms as a vector of length 1; empty for a text without terms.

    >>> vector({"法治": 1}, {"法治": 0.7})
    {'法治': 1.0}
    """
    found = {term: (1 + log(count) if count > 1 else 1) * weights[term] for term, count in terms.items()}
    length = sqrt(sum([value * value for value in found.values()]))
    return {term: value / length for term, value in found.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """How like two vectors are, from 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return min(1.0, sum(value * other[term] for term, value in one.items() if term in other))


def likeness(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """The share of terms that two texts have in common (Dice), each as often as it occurs; 1 for two without any.

    >>> likeness(terms_of("加强组织领导"), terms_of("加强组织建设"))
    0.6
    """
    both = sum(min(count, other[term]) for term, count in one.items() if term in other)
    total = sum(one.values()) + sum(other.values())
    return 2 * both / total if total else 1.0
