"""The verbs of reviewing: `check` and `fix`, of reports and of files. They put reading, rules and repairs together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve

from .api import MAX_BYTES, read
from .check import engine
from .check.fixes import Repair, repaired
from .check.result import Result
from .errors import GovReportError
from .files import Input, load
from .formats import registry, sniff
from .formats.decode import encode
from .memory import uncollected
from .model.note import Edit, Finding
from .model.report import Report
from .model.source import Source

if TYPE_CHECKING:
    from .formats.docx.pages import Layout

__all__ = ["check", "check_file", "fix", "fix_file"]


def check(
    report: Report,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    kind: str | None = None,
    previous: Report | None = None,
    layout: Layout | None = None,
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


def check_file(
    source: Input,
    format: str | None = None,
    *,
    encoding: str | None = None,
    path: str = "",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    kind: str | None = None,
    previous: Report | None = None,
    **options: Any,
) -> Result:
    """A file checked, with the layout of its pages if it is a DOCX; an error in reading it is part of the result.

    `path` is what it is called, `options` are those of `read`. Raises UnknownRuleError and ConfigError, which are no
    fault of the file.
    """
    path = path or (os.fspath(source) if isinstance(source, (str, os.PathLike)) else "-")
    try:
        data, name = load(source, MAX_BYTES)
        report = _read(data, name or path, format, encoding, **options)
        if report.source is not None and name:
            report = evolve(report, source=evolve(report.source, name=name))
        layout = _layout(data, report)
    except GovReportError as error:
        return Result(path, error=error)
    with uncollected():
        found = engine.run(report, select=select, ignore=ignore, kind=kind, previous=previous, layout=layout)
    return Result(path, report, found)


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

    For reports read from text or Markdown; a DOCX is a file to be fixed in place (`fix_file`). Raises
    UnsupportedFormatError for others.

    >>> from govreport import parse
    >>> fix(parse("全年办理１２件。")).source.text
    '全年办理12件。'
    """
    source = report.source
    format = source.format if source else ""
    if source is None or registry.get(format).binary or _editor(source) is None:
        raise _unfixable(format)
    data = encode(source.text, source.encoding)
    return fix_file(
        data,
        format,
        encoding=source.encoding,
        unsafe=unsafe,
        select=select,
        ignore=ignore,
        kind=kind,
        previous=previous,
    ).after


def fix_file(
    source: Input,
    format: str | None = None,
    *,
    encoding: str | None = None,
    unsafe: bool = False,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    kind: str | None = None,
    previous: Report | None = None,
) -> Repair:
    """What a file becomes by its fixes: its bytes, to be written where they belong, and its report before and after.

    Raises UnsupportedFormatError for formats that can't be edited in place (text, Markdown and DOCX can), and what
    `read` raises.
    """
    data, name = load(source, MAX_BYTES)
    select, ignore = list(select), list(ignore)

    def reading(data: bytes) -> Report:
        return _read(data, name, format, encoding)

    def checking(report: Report) -> Sequence[Finding]:
        return check(report, select=select, ignore=ignore, kind=kind, previous=previous)

    return repaired(data, reading, checking, _edited, unsafe)


def _read(data: bytes, name: str | None, format: str | None, encoding: str | None = None, **options: Any) -> Report:
    """The report in bytes; their name tells the format where they don't."""
    if format is None and data.strip():
        format = sniff(data, os.path.splitext(name or "")[1])
    return read(data, format, encoding, max_bytes=max(MAX_BYTES, len(data)), **options)


def _layout(data: bytes, report: Report) -> Layout | None:
    """What the pages of the file look like, if its format tells."""
    find: Callable[[bytes, Source | None], Layout] | None = (
        getattr(registry.reader(report.source.format), "layout", None) if report.source else None
    )
    return find(data, report.source) if find is not None else None


def _edited(data: bytes, groups: Sequence[Sequence[Edit]], report: Report) -> tuple[bytes, list[int]]:
    """The file with edits made in place, and which groups of them were."""
    source = report.source
    edit = _editor(source) if source is not None else None
    if source is None or edit is None:
        raise _unfixable(source.format if source else "")
    result: tuple[bytes, list[int]] = edit(data, groups, source)
    return result


def _editor(source: Source) -> Any:
    """What edits files of this format in place, or None."""
    return getattr(registry.reader(source.format), "edited", None)


def _unfixable(format: str) -> registry.UnsupportedFormatError:
    return registry.UnsupportedFormatError(
        format,
        f"{format or '没有原文的'}报告不能原位修复；可修复 txt、md、docx 文件，请先转换（govreport convert）",
        f"a report from {format or 'no source'} can't be fixed in place; txt, md and docx files can, convert it first",
    )
