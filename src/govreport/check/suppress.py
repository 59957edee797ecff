"""Suppressions (豁免): a comment in the report says which rule is silent there, and why.

``<!-- govreport: ignore GR520 引文照录 -->`` on a line of its own speaks for the next line that isn't empty, at the
end of a line for that line, ``ignore-file`` for the whole report. In a DOCX the same words stand in a Word comment,
for the text that it is attached to. The reason is required; a suppression that silences nothing is reported.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from attrs import define, evolve

from ..model.note import Finding
from ..model.report import Report
from ..model.source import Source, Span

COMMENT = re.compile(r"<!--[ \t]*govreport:[ \t]*(?P<said>[^\n]{0,400}?)[ \t]*-->")
SAID = re.compile(
    r"(?:govreport:\s*)?(?P<verb>ignore|ignore-file)\s+(?P<codes>[A-Z]{2}[0-9]{1,3}(?:\s*,\s*[A-Z]{2}[0-9]{1,3})*)"
    r"(?:\s+(?P<reason>\S.*))?",
    re.DOTALL,
)
UNUSED, REASONLESS, UNREADABLE = "GR001", "GR002", "GR003"


@define
class Suppression:
    """One comment: what it silences where. `span` is the comment itself, `used` whether it silenced anything."""

    codes: tuple[str, ...]
    start: int
    end: int
    span: Span
    used: bool = False

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one that the comment means."""
        at = finding.span
        inside = at is not None and self.start <= at.start < max(self.end, self.start + 1)
        return inside and any(finding.code.startswith(code) for code in self.codes)


def suppressed(report: Report, findings: Sequence[Finding], ran: Collection[str]) -> tuple[Finding, ...]:
    """The findings that no comment silences, and what is to be said of the comments themselves.

    `ran` are the codes of the rules that looked for something: a comment about others may be useful another time.
    """
    source = report.source
    if source is None or not (any(h.kind == "comment" for h in source.hints) or "govreport:" in source.text):
        return tuple(findings)
    comments, said = _comments(source)
    kept: list[Finding] = []
    for finding in findings:
        silencers = [comment for comment in comments if comment.covers(finding)]
        for comment in silencers:
            comment.used = True
        if not silencers:
            kept.append(finding)
    for comment in comments:
        if not comment.used and any(known.startswith(code) for code in comment.codes for known in ran):
            codes = "、".join(comment.codes)
            zh, en = f"豁免“{codes}”没有用上，可以删去", f'nothing here is silenced by "{codes}"; delete it'
            kept.append(_finding(UNUSED, comment.span, zh, en))
    return tuple(sorted((*kept, *said), key=lambda f: f.span.start if f.span else -1))


def _comments(source: Source) -> tuple[list[Suppression], list[Finding]]:
    """All suppressions, and findings about comments that can't be taken for one."""
    comments: list[Suppression] = []
    faults: list[Finding] = []
    for words, span, start, end in _spoken(source):
        found = SAID.fullmatch(words.strip())
        if found is None:
            zh = "看不懂的豁免，写法是 govreport: ignore GR520 理由"
            faults.append(_finding(UNREADABLE, span, zh, "write it like this: govreport: ignore GR520 reason"))
            continue
        if found["reason"] is None:
            zh = "豁免没有写理由，写法是 govreport: ignore GR520 理由"
            faults.append(_finding(REASONLESS, span, zh, "a suppression needs a reason behind its codes"))
        if found["verb"] == "ignore-file":
            start, end = 0, len(source.text)
        codes = tuple(code.strip() for code in found["codes"].split(","))
        comments.append(Suppression(codes, start, end, span))
    return comments, faults


def _spoken(source: Source) -> Iterator[tuple[str, Span, int, int]]:
    """Words of each comment, where it stands, and the range of text it speaks for."""
    text = source.text
    for hint in source.hints:
        if hint.kind == "comment" and str(hint.value).lstrip().startswith("govreport:"):
            yield str(hint.value), hint.span, hint.span.start, hint.span.end
    for found in COMMENT.finditer(text):
        begin = text.rfind("\n", 0, found.start()) + 1
        end = _line_end(text, found.end())
        if text[begin : found.start()].strip(" \t>") == "":
            begin = end + len(text[end:]) - len(text[end:].lstrip())
            end = _line_end(text, begin)
        yield found["said"], Span(found.start(), found.end()), begin, end


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _finding(code: str, span: Span, zh: str, en: str) -> Finding:
    names = {UNUSED: "unused-suppression", REASONLESS: "reasonless-suppression", UNREADABLE: "unreadable-suppression"}
    return evolve(Finding(code, "warning", zh, en, span), name=names[code], level="实务")
