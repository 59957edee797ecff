"""Defects put into clean reports are found, at the right line.

Here a sample that is the same every time; `tools/mutation_rate.py` puts every kind into every report.
"""

from __future__ import annotations

from functools import cache

import pytest

from .mutations import CORPUS, MUTATIONS, Outcome, corpus, outcome

EVERY = 8
"""Of the corpus every so many reports are spoilt."""
EACH = 4
"""So many of them with each kind of defect."""
BAR = 0.95

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real reports isn't here")


@cache
def outcomes() -> dict[str, list[Outcome]]:
    """What became of the defects, by their kind; always the same ones."""
    found: dict[str, list[Outcome]] = {mutation.name: [] for mutation in MUTATIONS}
    for name, report in corpus(EVERY):
        for mutation in MUTATIONS:
            result = outcome(name, report, mutation) if len(found[mutation.name]) < EACH else None
            if result is not None:
                found[mutation.name].append(result)
    return found


def test_there_are_twenty_kinds() -> None:
    assert len({mutation.name for mutation in MUTATIONS}) >= 20


@pytest.mark.parametrize("name", [mutation.name for mutation in MUTATIONS])
def test_a_kind_of_defect_is_found(name: str) -> None:
    made = outcomes()[name]
    assert not made or any(result.found for result in made)


def test_nearly_all_defects_are_found() -> None:
    made = [result for results in outcomes().values() for result in results]
    missed = [f"{result.mutation}: {result.report}" for result in made if not result.found]
    assert len(made) > 2 * len(MUTATIONS)
    assert len(missed) <= (1 - BAR) * len(made), missed
