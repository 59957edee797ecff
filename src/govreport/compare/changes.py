"""What a comparison finds: changes of sections, of figures, and of the fields of the head."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from ..model.facts import Metric
from ..model.report import Report

TYPES = ("unchanged", "edited", "reworded", "renumbered", "moved", "split", "merged", "added", "removed")
"""未变, 改动, 改写, 改编号, 移动, 拆分, 合并, 新增, 删除."""


@frozen
class Change:
    """One section, before and after.

    `type` is one of TYPES, the gravest that holds; `also` what else holds (a moved section may be edited too). The
    addresses are None on the side where the section isn't; for `split`, `old_address` is what the new section was
    taken out of, for `merged`, `new_address` what the old one went into. `score`, from 0 to 1, is how sure the pair is.
    """

    type: str
    old_address: str | None
    new_address: str | None
    old_heading: str = ""
    new_heading: str = ""
    score: float = 1.0
    also: tuple[str, ...] = ()
    old_text: str = field(default="", repr=False)
    new_text: str = field(default="", repr=False)

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "type": self.type,
            "old_address": self.old_address,
            "new_address": self.new_address,
            "old_heading": self.old_heading,
            "new_heading": self.new_heading,
            "score": round(self.score, 3),
            "also": list(self.also),
        }


@frozen
class MetricChange:
    """One figure, before and after.

    `type`: value, unit (another unit, so the values don't compare), bound (the same value said otherwise: 约, 以上),
    dropped, new; number for a number that is no metric (a date, a code) and was changed in its place.
    `old_text` and `new_text` are the figures as written.
    """

    type: str
    name: str
    old: Decimal | None = None
    new: Decimal | None = None
    unit: str = ""
    old_unit: str = ""
    old_text: str = ""
    new_text: str = ""
    old_address: str | None = None
    new_address: str | None = None
    old_metric: Metric | None = field(default=None, repr=False)
    new_metric: Metric | None = field(default=None, repr=False)

    @property
    def change(self) -> Decimal | None:
        """New less old, in the unit; None where the two don't compare."""
        if self.old is None or self.new is None or self.type not in ("value", "bound"):
            return None
        return self.new - self.old

    @property
    def relative(self) -> float | None:
        """The change as a share of the old value."""
        change = self.change
        return float(change / self.old) if change is not None and self.old else None

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it; numbers are plain, whole ones without a decimal point."""
        return {
            "type": self.type,
            "name": self.name,
            "old": plain(self.old),
            "new": plain(self.new),
            "unit": self.unit,
            "old_unit": self.old_unit,
            "change": plain(self.change),
            "relative": None if self.relative is None else round(self.relative, 6),
            "old_text": self.old_text,
            "new_text": self.new_text,
            "old_address": self.old_address,
            "new_address": self.new_address,
        }


@frozen
class FieldChange:
    """A field of the report (title, issuer, date, …), the text before the first section or the closing, changed."""

    name: str
    old: str
    new: str

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"name": self.name, "old": self.old, "new": self.new}


@frozen(eq=False)
class Diff:
    """The difference of two reports; `changes` has every section once, also the unchanged, in the order of the new
    report, with what was removed at its old place."""

    old: Report = field(repr=False)
    new: Report = field(repr=False)
    mode: str
    changes: tuple[Change, ...]
    metrics: tuple[MetricChange, ...]
    fields: tuple[FieldChange, ...]

    def __bool__(self) -> bool:
        """Whether there is any difference."""
        return bool(self.metrics or self.fields) or any(change.type != "unchanged" for change in self.changes)

    @property
    def stat(self) -> dict[str, int]:
        """How many sections of each type, all types in the order of TYPES."""
        count = Counter(change.type for change in self.changes)
        return {type: count[type] for type in TYPES}

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it: what `govreport diff --to json` prints; unchanged sections are only counted."""
        return {
            "mode": self.mode,
            "old": _side(self.old),
            "new": _side(self.new),
            "stat": self.stat,
            "fields": [change.to_dict() for change in self.fields],
            "changes": [change.to_dict() for change in self.changes if change.type != "unchanged"],
            "metrics": [change.to_dict() for change in self.metrics],
        }


def plain(value: Decimal | None) -> int | float | None:
    """A number as JSON has it.

    >>> plain(Decimal("4.50")), plain(Decimal("5E+3")), plain(None)
    (4.5, 5000, None)
    """
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _side(report: Report) -> dict[str, Any]:
    name = report.source.name if report.source else None
    return {"title": report.title, "year": report.year, "name": name}
