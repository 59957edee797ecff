"""The verbs of reviewing: `check` and `fix`. They put reading, rules and suppressions together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .check import engine
from .check.fixes import applied, fixed
from .formats import registry
from .formats.decode import encode
from .memory import uncollected
from .model.note import Edit, Finding
from .model.report import Report

__all__ = ["check", "fix"]

EDITABLE = ("txt", "md")
"""Formats whose source text is the file, so that edits of the text are edits of the file."""


def check(
    report: Report,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    kind: str | None = None,
    previous: Report | None = None,
    layout: object | None = None,
) -> tuple[Finding, ...]:
    """What a careful reviewer would say, in the order of the text; comments in the report silence rules.

    `select` and `ignore` take codes, beginnings of codes and names of rules; `kind` judges the report as one of that
    kind (an id, or the path of a TOML file); `previous` is last year's report; `layout` is what
    `govreport.formats.docx.layout` says of a DOCX. Raises UnknownRuleError.

    >>> from govreport import parse
    >>> report = parse("一、总体情况\\n约100人左右参加。\\n三、打算\\n再接再厉。")
    >>> [finding.code for finding in check(report, select=["GR101", "GR520"])]
    ['GR520', 'GR101']
    """
    with uncollected():
        return engine.run(report, select=select, ignore=ignore, kind=kind, previous=previous, layout=layout)


def fix(
    report: Report,
    *,
    unsafe: bool = False,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    kind: str | None = None,
    previous: Report | None = None,
) -> Report:
    """The report after all safe fixes of the chosen rules, and with `unsafe` the suggestions too; parsed anew.

    For reports read from text or Markdown; `write` gives the fixed file. Raises UnsupportedFormatError for others.

    >>> from govreport import parse
    >>> fix(parse("全年办理１２件。")).source.text
    '全年办理12件。'
    """
    source = report.source
    if source is None or source.format not in EDITABLE:
        format = source.format if source else ""
        raise registry.UnsupportedFormatError(
            format,
            f"{format or '没有原文的'}报告不能在内存里修复，请用 govreport fix 文件，或先写成 md",
            f"a report from {format or 'no source'} can't be fixed in memory; fix the file, or write it as md first",
        )
    select, ignore = list(select), list(ignore)

    def findings(current: Report) -> Sequence[Finding]:
        return check(current, select=select, ignore=ignore, kind=kind, previous=previous)

    return fixed(report, findings, _edited, unsafe)


def _edited(report: Report, edits: Sequence[Edit]) -> Report:
    """The report of the edited text."""
    from .api import read

    source = report.source
    assert source is not None
    data = encode(applied(source.text, edits), source.encoding)
    return read(data, source.format, source.encoding, max_bytes=len(data) + 1)
