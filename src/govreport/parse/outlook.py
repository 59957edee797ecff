"""Looking ahead: where a series goes on behind a mark, by an index of (style, value).

Each look costs a logarithm, so that placing all marks stays linear.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from .marks import Mark


def follows(last: int | None, value: int | None, style: str) -> bool:
    """Whether `value` comes next in a series of this style that stands at `last`.

    >>> follows(2, 3, "hanzi"), follows(2, 2, "hanzi"), follows(1, None, "sequence"), follows(None, None, "dash")
    (True, False, True, True)
    """
    if style in ("dash", "none"):
        return True
    if style == "sequence":
        return last is not None and (value is None or value > last)
    return last is not None and value == last + 1


class Outlook:
    """The marks of a text, by style and value."""

    def __init__(self, marks: list[Mark]) -> None:
        self.total = len(marks)
        self.index: dict[tuple[str, int | None], list[int]] = defaultdict(list)
        for i, mark in enumerate(marks):
            self.index[mark.style, mark.value].append(i)

    def next_of(self, style: str, value: int | None, i: int) -> int:
        """The index of the next mark of this style and value behind i; a number past the end if there is none."""
        found = self.index.get((style, value), ())
        at = bisect_right(found, i)
        return found[at] if at < len(found) else self.total

    def follower(self, style: str, value: int | None, i: int) -> int:
        """The index of the next mark behind i that continues a series standing at `value`."""
        if style in ("dash", "none"):
            return self.next_of(style, None, i)
        if style == "sequence":
            later = [self.next_of(style, v, i) for v in (2, 3, None) if v is None or value is None or v > value]
            return min(later)
        return self.next_of(style, (value or 0) + 1, i)
