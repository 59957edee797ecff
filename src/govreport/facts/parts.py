"""Parts (其中): metrics that are parts of another one: 调委会16个：1个街道级…，15个社区级….

The parts of a list behind a colon add up to the whole; behind 其中 they need not.
"""

from __future__ import annotations

import re

from attrs import evolve

from ..model.facts import Metric

COLON = re.compile(r"\s*[：:（(]\s*(?:其中)?")
AMONG = re.compile(r"[，；。、（(]?\s*其中[，：:]?")
BREAK = re.compile("[。；！？\n]")


def linked(text: str, found: list[Metric]) -> list[Metric]:
    """The metrics again, parts with their `whole`.

    >>> from .metrics import find_metrics
    >>> [m.whole.name if m.whole else "" for m in find_metrics("现有调委会16个：1个街道级调委会，15个社区级调委会。")]
    ['', '调委会', '调委会']
    """
    result = list(found)
    for i, whole in enumerate(found[:-1]):
        if whole.span is None or result[i].whole is not None or whole.kind != "level":
            continue
        following = found[i + 1]
        assert following.span is not None
        between = text[whole.span.end : following.span.start]
        if COLON.match(between) and not BREAK.search(between):
            parts = _adding_up(text, found, i)
        elif (among := _among(text, found, i)) is not None:
            parts = [
                j
                for j in range(among, len(found))
                if _same_sentence(text, found, i, j)
                and found[j].unit == whole.unit
                and found[j].kind == "level"
                and found[j].value <= whole.value
            ]
        else:
            continue
        for j in parts:
            result[j] = evolve(found[j], whole=whole)
    return result


def _adding_up(text: str, found: list[Metric], i: int) -> list[int]:
    """The metrics of the same unit behind found[i] that add up to it."""
    total, parts = found[i].value * 0, []
    for j in range(i + 1, min(len(found), i + 40)):
        if found[j].unit != found[i].unit or not _same_sentence(text, found, i, j):
            continue
        total += found[j].value
        parts.append(j)
        if total >= found[i].value:
            break
    return parts if total == found[i].value and len(parts) > 1 else []


def _among(text: str, found: list[Metric], i: int) -> int | None:
    """The index of the first metric behind the 其中 that follows found[i] before any other of its unit."""
    span = found[i].span
    assert span is not None
    for j in range(i + 1, min(len(found), i + 4)):
        following = found[j].span
        assert following is not None
        between = text[span.end : following.start]
        if BREAK.search(between.replace("；其中", "").replace("。其中", "")):
            return None
        if AMONG.search(between):
            return j
        if found[j].unit == found[i].unit:
            return None
    return None


def _same_sentence(text: str, found: list[Metric], i: int, j: int) -> bool:
    first, last = found[i].span, found[j].span
    assert first is not None and last is not None
    return "。" not in text[first.end : last.start].replace("。其中", "")
