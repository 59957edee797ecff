"""The engine: the rules that are asked for, run over a report; findings in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from ..facts.understand import understand
from ..kinds import kind as kind_known
from ..kinds import kind_named
from ..model.note import Edit, Finding
from ..model.report import Report
from .rule import PRACTICE, REQUIRED, SAFE, SEVERITIES, STANDARD, Rule, rules
from .select import chosen
from .suppress import silenced, unused
from .view import View

if TYPE_CHECKING:
    from ..formats.docx.pages import Layout


def run(
    report: Report,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    kind: str | None = None,
    previous: Report | None = None,
    layout: Layout | None = None,
) -> tuple[Finding, ...]:
    """All findings of the chosen rules, by place and code, but those that a comment in the report silences.

    `select` and `ignore` are codes, their beginnings (GR3) or names; the more exact one wins. Without `select` all
    rules run that are on by default. `kind` judges the report as one of that kind (an id, or a TOML file), `previous`
    is last year's report, `layout` what `formats.docx` found out about its pages. Raises UnknownRuleError for a code
    that no rule has, ConfigError for a kind that is none.
    """
    judged_as = kind_named(kind) if kind is not None else None
    if judged_as is not None and judged_as is not kind_known(report.kind):
        report = understand(report, judged_as)
    view = View(report, View(previous) if previous is not None else None, layout, judged_as)
    known = rules()
    ready: list[Rule] = []
    waiting: list[Rule] = []
    for rule in chosen(known, select, ignore):
        (ready if not rule.needs or getattr(view, rule.needs) is not None else waiting).append(rule)
    found = once_each([finding for rule in ready for finding in _findings(rule, view)])
    found = once_said(found, known)
    asked = view.suppressions.asked
    if asked:
        found = silenced(found, asked)
        by_default = {code: rule.default and not rule.needs for code, rule in known.items()}
        view.unused = unused(asked, {rule.code for rule in ready}, by_default)
        found += [f for rule in waiting if getattr(view, rule.needs) is not None for f in _findings(rule, view)]
    return tuple(sorted(found, key=_order))


def once_each(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, less those that ask for what a better one asks for: the same words at the same place.

    The better one is a safe fix, has more authority (规定 before 标准 before 实务), is graver, or comes first.
    """
    best: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        change = _change(finding.edits)
        if change and (change not in best or _weight(finding) > _weight(best[change])):
            best[change] = finding
    return [finding for finding in findings if not finding.edits or best[_change(finding.edits)] is finding]


def once_said(findings: Sequence[Finding], known: Mapping[str, Rule]) -> list[Finding]:
    """The findings, less those about a section of which a rule that says more speaks too (`Rule.unless`).

    A section that holds a blank and nothing else is not also one that says nothing.
    """
    said = {(finding.code, finding.where) for finding in findings}
    return [f for f in findings if not any((code, f.where) in said for code in known[f.code].unless)]


def _change(edits: Sequence[Edit]) -> tuple[object, ...]:
    """What makes edits the same: where they begin and what they put there; of deletions, all that they take."""
    return tuple((edit.span.start, edit.text or edit.span.end) for edit in edits)


def _weight(finding: Finding) -> tuple[bool, int, int]:
    return finding.fix == SAFE, AUTHORITY.index(finding.level), SEVERITIES.index(finding.severity)


AUTHORITY = (PRACTICE, STANDARD, REQUIRED)
"""Levels, from the least to the most binding."""


def _findings(rule: Rule, view: View) -> Iterable[Finding]:
    """The findings of one rule, signed by it; the same place is named once."""
    seen: set[object] = set()
    for finding in rule.check(view):
        key = finding.span, finding.message
        if key in seen:
            continue
        seen.add(key)
        yield evolve(
            finding,
            code=rule.code,
            name=rule.name,
            level=rule.level,
            severity=finding.severity or rule.severity,
            fix=(finding.fix or rule.fix) if finding.edits else None,
        )


def _order(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.span
    return (span.start, span.end, finding.code, finding.message) if span else (-1, -1, finding.code, finding.message)
