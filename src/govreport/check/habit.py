"""Habits (习惯): what a text does throughout is said once for the report and mended everywhere at once.

Old reports were typed wholly in full-width characters. A thousand findings would bury all others, and whoever reads
them has one decision to make, not a thousand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from ..model.note import Finding

LEAST = 10
"""Fewer places are no habit: each is said."""
RARE = 10
"""So many places that are wrong for every one that is right, or the text does both."""


def said_once(found: Sequence[Finding], right: int, zh: str, en: str) -> Iterator[Finding]:
    """The findings of a rule; where they are a habit, one at the first place that has the edits of all.

    `right` is how often the text has it as it should be; `zh` and `en` say what it does throughout.

    >>> apart = [Finding("", "", "全角", span=None)] * 12
    >>> [len(list(said_once(apart, right, "都是全角", "all of them"))) for right in (0, 1, 2)]
    [1, 1, 12]
    """
    if len(found) < LEAST or right * RARE > len(found):
        yield from found
        return
    edits = tuple(edit for finding in found for edit in finding.edits)
    hint = f"共{len(found)}处"
    yield evolve(found[0], message=zh, message_en=en, edits=edits, hint=hint)
