"""Suppressions (豁免): a comment in the report says which rule is silent there, and why.

``<!-- govreport: ignore GR520 引文照录 -->`` at the end of a line speaks for that line, on a line of its own for the
next one that isn't empty. ``ignore-section`` speaks for the section that begins there, or else for the one that the
comment stands in, ``ignore-file`` for the whole report. In a DOCX the same words stand in a Word comment, for the text
that it is attached to. What is wrong with the comments themselves is said by the rules GR0xx.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from attrs import define, frozen

from ..model.note import Finding
from ..model.report import Report, Section
from ..model.source import Source, Span

COMMENT = re.compile(r"<!--[ \t]*govreport:[ \t]*(?P<said>[^<>\n]{0,400}?)[ \t]*-->")
SAID = re.compile(
    r"(?:govreport:\s*)?(?P<verb>ignore(?:-section|-file)?)\s+"
    r"(?P<codes>[A-Z]{2}[0-9]{1,3}(?:\s*[,，、]\s*[A-Z]{2}[0-9]{1,3})*)(?:\s+(?P<reason>\S.*))?",
    re.DOTALL,
)


@define(eq=False)
class Suppression:
    """One comment: what it silences where; `span` is the comment itself, `used` whether it silenced anything."""

    codes: tuple[str, ...]
    reason: str
    span: Span
    place: Span | None
    used: bool = False

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one that the comment means; without `place` it means the whole report."""
        if not any(finding.code.startswith(code) for code in self.codes):
            return False
        if self.place is None:
            return True
        return finding.span is not None and self.place.start <= finding.span.start <= self.place.end


@frozen
class Comment:
    """Words of a comment that speaks to govreport, where it stands, and the text right before it or below it."""

    said: str
    span: Span
    line: Span


@frozen
class Suppressions:
    """What a report's comments ask for, and the comments that can't be understood."""

    asked: tuple[Suppression, ...] = ()
    odd: tuple[Span, ...] = ()


def suppressions_of(report: Report) -> Suppressions:
    """All suppressions of a report."""
    source = report.source
    if source is None:
        return Suppressions()
    asked: list[Suppression] = []
    odd: list[Span] = []
    for comment in _comments(source):
        found = SAID.fullmatch(comment.said.strip())
        if found is None:
            odd.append(comment.span)
            continue
        place: Span | None = comment.line
        if found["verb"] != "ignore":
            place = None if found["verb"] == "ignore-file" else _section(report, comment)
        codes = tuple(re.split(r"\s*[,，、]\s*", found["codes"]))
        asked.append(Suppression(codes, found["reason"] or "", comment.span, place))
    return Suppressions(tuple(asked), tuple(odd))


def silenced(findings: Iterable[Finding], asked: Sequence[Suppression]) -> list[Finding]:
    """The findings that no suppression means; those that mean one are marked as used."""
    kept = []
    for finding in findings:
        silencers = [suppression for suppression in asked if suppression.covers(finding)]
        for suppression in silencers:
            suppression.used = True
        if not silencers:
            kept.append(finding)
    return kept


def unused(asked: Sequence[Suppression], ran: Collection[str], known: Mapping[str, bool]) -> list[Suppression]:
    """Suppressions that silenced nothing although all that they mean ran.

    `known` are the codes of all rules, each with whether it runs unless asked otherwise: GR5 is unused when the rules
    of GR5 that run by default did run.
    """
    found = []
    for suppression in asked:
        meant = [code for code in known if any(code.startswith(asked) for asked in suppression.codes)]
        if not suppression.used and any(code in ran for code in meant):
            found += [suppression] if all(code in ran for code in meant if known[code]) else []
    return found


def _comments(source: Source) -> Iterator[Comment]:
    """Comments of the text, and those that a reader found beside it."""
    text = source.text
    for hint in source.hints:
        if hint.kind == "comment" and str(hint.value).lstrip().startswith("govreport:"):
            yield Comment(str(hint.value), hint.span, hint.span)
    if source.format not in ("txt", "md"):
        return
    for found in COMMENT.finditer(text):
        begin, end = text.rfind("\n", 0, found.start()) + 1, _line_end(text, found.end())
        if text[begin : found.start()].strip(" \t>") == "" and text[found.end() : end].strip() == "":
            begin = end + len(text[end:]) - len(text[end:].lstrip())
            end = _line_end(text, begin)
        yield Comment(found["said"], Span(found.start(), found.end()), Span(begin, end))


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _section(report: Report, comment: Comment) -> Span:
    """The section that begins in the comment's line, else the innermost that holds the comment, else what is before."""
    around: Section | None = None
    for section in report.walk():
        if section.span is None:
            continue
        if comment.line.start <= section.span.start <= comment.line.end:
            return section.span
        if section.span.start > comment.line.end:
            break
        if section.span.end > comment.span.start:
            around = section
    if around is not None and around.span is not None:
        return around.span
    return Span(0, min((s.span.start for s in report.sections if s.span), default=comment.line.end))
