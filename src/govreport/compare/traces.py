"""What tracing finds: what became of last year's plans, targets and problems."""

from __future__ import annotations

from collections import Counter
from typing import Any

from attrs import field, frozen

from ..model.facts import Metric
from ..model.report import Report
from .changes import plain

ANSWERED, PARTLY, NOT_ANSWERED = "answered", "partly", "not_answered"
"""有回应, 部分回应, 未见回应: of plans and problems."""
MET, MISSED, UNKNOWN = "met", "missed", "unknown"
"""达到, 未达到, 无法判断: of targets."""


@frozen
class Answer:
    """A passage of this year's report that answers: the section, the sentence, and how well it fits, from 0 to 1."""

    address: str
    score: float
    text: str = ""

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"address": self.address, "score": round(self.score, 3), "text": self.text}


@frozen
class Traced:
    """One plan, target or problem of last year and what this year's report says of it.

    `address` is its place in last year's report. Targets have `target`, and `actual` where this year's report states
    the figure; plans have `actors` and `deadline`. `reason` says in one sentence why the status is what it is.
    """

    kind: str
    text: str
    address: str
    status: str
    heading: str = ""
    answers: tuple[Answer, ...] = ()
    reason: str = ""
    actors: tuple[str, ...] = ()
    deadline: str = ""
    target: Metric | None = field(default=None, repr=False)
    actual: Metric | None = field(default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        row: dict[str, Any] = {
            "text": self.text,
            "address": self.address,
            "heading": self.heading,
            "status": self.status,
            "reason": self.reason,
            "answers": [answer.to_dict() for answer in self.answers],
        }
        if self.kind == "plan":
            row |= {"actors": list(self.actors), "deadline": self.deadline}
        if self.target is not None:
            row |= {
                "name": self.target.name,
                "unit": self.target.unit,
                "bound": self.target.bound,
                "target": plain(self.target.value),
                "target_text": self.target.text,
                "actual": plain(self.actual.value) if self.actual else None,
                "actual_text": self.actual.text if self.actual else None,
            }
        return row


@frozen(eq=False)
class Trace:
    """All plans, targets and problems of last year, each with what this year's report says of it."""

    last: Report = field(repr=False)
    this: Report = field(repr=False)
    plans: tuple[Traced, ...]
    targets: tuple[Traced, ...]
    problems: tuple[Traced, ...]

    @property
    def stat(self) -> dict[str, dict[str, int]]:
        """How many of each status, by what was traced."""
        rows = {"plans": self.plans, "targets": self.targets, "problems": self.problems}
        return {name: dict(Counter(row.status for row in traced)) for name, traced in rows.items()}

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it: what `govreport trace --to json` prints."""
        return {
            "last": {"title": self.last.title, "year": self.last.year},
            "this": {"title": self.this.title, "year": self.this.year},
            "stat": self.stat,
            "plans": [row.to_dict() for row in self.plans],
            "targets": [row.to_dict() for row in self.targets],
            "problems": [row.to_dict() for row in self.problems],
        }
