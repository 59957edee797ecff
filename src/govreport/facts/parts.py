"""Parts (其中): metrics that are parts of another one: 调委会16个：1个街道级…，15个社区级….

The parts of a list behind a colon add up to the whole; behind 其中 they need not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .quantities import Quantity

COLON = re.compile(r"\s*[：:（(]\s*(?:其中)?")
AMONG = re.compile(r"[，；。、（(]?\s*其中[，：:]?")
NEAR, MOST = 3, 40


def linked(text: str, found: list[Quantity]) -> dict[int, int]:
    """Which of the quantities of a text are parts of which: the place of the part to that of its whole before it.

    >>> from .metrics import find_metrics
    >>> [m.whole.name if m.whole else "" for m in find_metrics("现有调委会16个：1个街道级调委会，15个社区级调委会。")]
    ['', '调委会', '调委会']
    """
    wholes: dict[int, int] = {}
    among = "其中" in text
    for i, whole in enumerate(found[:-1]):
        if i in wholes or whole.kind != "level":
            continue
        parts: list[int] = []
        if COLON.match(text, whole.end, found[i + 1].start):
            parts = _adding_up(text, found, i)
        if among and not parts:
            parts = _among(text, found, i)
        wholes.update(dict.fromkeys(parts, i))
    return wholes


def _adding_up(text: str, found: list[Quantity], i: int) -> list[int]:
    """The metrics of the same unit behind found[i], in its sentence, that add up to it; two at least."""
    total, parts = Decimal(0), []
    for j in _following(text, found, i):
        if found[j].unit != found[i].unit:
            continue
        total += found[j].value
        parts.append(j)
        if total >= found[i].value:
            break
    return parts if total == found[i].value and len(parts) > 1 else []


def _among(text: str, found: list[Quantity], i: int) -> list[int]:
    """The metrics of the same unit behind the 其中 that follows found[i] before any other of its unit."""
    parts: list[int] = []
    for j in _following(text, found, i):
        if not parts:
            said = AMONG.search(text, found[j - 1].end, found[j].start) is not None
            if not said and (found[j].unit == found[i].unit or j > i + NEAR):
                return []
            if not said:
                continue
        if found[j].unit == found[i].unit and found[j].kind == "level" and found[j].value <= found[i].value:
            parts.append(j)
        elif not parts:
            return []
    return parts


def _following(text: str, found: list[Quantity], i: int) -> Iterator[int]:
    """The metrics behind found[i] in its sentence, and in one that opens with 其中; `MOST` at most."""
    for j in range(i + 1, min(len(found), i + MOST)):
        stop = text.find("。", found[j - 1].end, found[j].start)
        if stop >= 0 and not text.startswith("其中", stop + 1):
            return
        yield j
