"""The verb `diff`: two reports → what changed between them."""

from __future__ import annotations

from collections.abc import Iterator

from ..memory import uncollected
from ..model.report import Report
from .align import align
from .changes import Diff, FieldChange
from .classify import changes_of
from .figures import metric_changes
from .nodes import text_of

FIELDS = (
    "title",
    "subtitle",
    "document_number",
    "issuer",
    "recipients",
    "salutation",
    "speaker",
    "date",
)


def diff(old: Report, new: Report, mode: str | None = None) -> Diff:
    """What changed from one report to another: sections, figures, and fields of the head.

    `mode` is draft (two versions of one report) or year (the reports of two years); told from the years if not given.

    >>> from govreport import parse
    >>> found = diff(parse("一、总体情况\\n办件30件。"), parse("一、总体情况\\n办件42件。\\n二、打算\\n再接再厉。"))
    >>> [(change.type, change.new_address) for change in found.changes]
    [('edited', '一'), ('added', '二')]
    >>> [(row.name, row.old_text, row.new_text, row.type) for row in found.metrics]
    [('办件', '30件', '42件', 'value')]
    """
    mode = mode or mode_of(old, new)
    with uncollected():
        found = align(old, new, mode)
        changes = changes_of(found)
        figures = metric_changes(old, new, found, changes)
    return Diff(old, new, mode, changes, figures, tuple(_fields(old, new)))


def mode_of(old: Report, new: Report) -> str:
    """`year` for reports of different years, else `draft`."""
    return "year" if old.year is not None and new.year is not None and old.year != new.year else "draft"


def _fields(old: Report, new: Report) -> Iterator[FieldChange]:
    for name in FIELDS:
        one, other = (str(getattr(report, name) or "") for report in (old, new))
        if one != other:
            yield FieldChange(name, one, other)
    for name, one, other in (
        ("preamble", text_of(old.preamble), text_of(new.preamble)),
        ("closing", _closing(old), _closing(new)),
    ):
        if one != other:
            yield FieldChange(name, one, other)


def _closing(report: Report) -> str:
    closing = report.closing
    parts = (text_of(closing.blocks), *closing.enclosures, *closing.signature, closing.date)
    return "\n".join(part for part in parts if part)
