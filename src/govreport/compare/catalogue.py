"""Texts to be looked up by the words they have in common, in linear time: names of indicators, plans, problems."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from .terms import likeness, terms_of

OFTEN = 48
"""Terms of more texts than this lead to none of them."""
TRIED = 12
"""So many texts with most terms in common are looked at."""


class Catalogue:
    """Texts by their terms.

    >>> names = Catalogue(["新建公园", "老旧小区改造", "改造老旧小区"])
    >>> [(names.texts[at], round(value, 2)) for value, at in names.like("改造城镇老旧小区")]
    [('改造老旧小区', 0.67), ('老旧小区改造', 0.67)]
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = list(texts)
        self.terms = [terms_of(text) for text in self.texts]
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, terms in enumerate(self.terms):
            for term in terms:
                self._places[term].append(at)

    def like(self, text: str, tried: int = TRIED) -> list[tuple[float, int]]:
        """The likeness of the texts nearest to this one and their places in `texts`, best first."""
        own = terms_of(text)
        shared: Counter[int] = Counter(self._found(own))
        scored = [(likeness(own, self.terms[at]), at) for at, _ in shared.most_common(tried)]
        return sorted(scored, reverse=True)

    def _found(self, terms: Iterable[str]) -> Iterator[int]:
        for term in terms:
            places = self._places.get(term, ())
            if len(places) <= OFTEN:
                yield from places
