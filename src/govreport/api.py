"""The verbs for input and output: `read`, `parse`, `dumps`, `write`. They put formats and parser together."""

from __future__ import annotations

import os
from typing import Any, BinaryIO, Literal, overload

from .errors import SourceError
from .facts.metrics import find_metrics
from .facts.understand import understand
from .files import Input, load, quoted, replace
from .formats import registry, sniff
from .formats.text import source as text_source
from .memory import uncollected
from .model.report import Report
from .model.source import Source
from .parse import parse_source

__all__ = ["dumps", "find_metrics", "parse", "read", "write"]

MAX_BYTES = 64 * 1024 * 1024

Target = str | os.PathLike[str] | BinaryIO


def read(
    source: Input,
    format: str | None = None,
    encoding: str | None = None,
    *,
    facts: bool = True,
    max_bytes: int = MAX_BYTES,
    **options: Any,
) -> Report:
    """The report in a file: a path, its bytes, or a file opened for reading in binary.

    `format` (txt, md, json, html, docx, akn, ofd, pdf) is told from content and suffix if not given, `encoding`
    likewise. `facts` is as in `parse`; a JSON file carries its own. Whatever the text says, there is a Report.
    `options` are those of the format: `original=True` reads a DOCX as it was before its tracked changes.

    Raises SourceError (missing, a directory, empty, not readable),
    DecodingError, UnknownFormatError, FormatError, and BudgetError beyond `max_bytes` (64 MB).

    >>> read("一、总体情况\\n进展良好。\\n".encode()).sections[0].heading
    '总体情况'
    """
    data, name = load(source, max_bytes)
    if not data.strip():
        raise SourceError(
            f"{quoted(name, '输入')}是空的，没有可读的内容；请检查是否传错了文件",
            f"{quoted(name, 'the input', en=True)} is empty; check that it is the right file",
        )
    id = registry.get(format).id if format else sniff(data, os.path.splitext(name or "")[1])
    module = registry.reader(id)
    found: Source | Report = module.read(data, name=name, encoding=encoding, **registry.checked(id, "read", options))
    return _report(found, facts and not registry.get(id).facts)


def parse(text: str, *, facts: bool = True) -> Report:
    """The report in a text. Never raises: what is odd about the text is said in `notes`.

    Without `facts` only the structure is found: no kind, years, roles, metrics, plans, problems, citations.

    >>> parse("").sections
    ()
    """
    return _report(text_source(text), facts)


def _report(found: Source | Report, facts: bool) -> Report:
    """Structure, which some formats carry themselves, and, if asked for, facts."""
    with uncollected():
        report = parse_source(found) if isinstance(found, Source) else found
        return understand(report) if facts else report


@overload
def dumps(report: Report, format: Literal["json", "txt", "md", "html", "akn"] = "json", **options: Any) -> str: ...
@overload
def dumps(report: Report, format: str, **options: Any) -> str | bytes: ...
def dumps(report: Report, format: str = "json", **options: Any) -> str | bytes:
    """The report in a format: str for formats of text, bytes for the others. UnknownFormatError if none writes it.

    `options` are those of `write`.

    >>> dumps(Report(title="某县工作总结"), "txt")
    '某县工作总结\\n'
    """
    module = registry.writer(format)
    spell = module.write if registry.get(format).binary else module.dumps
    result: str | bytes = spell(report, **registry.checked(format, "write", options))
    return result


def write(report: Report, target: Target, format: str | None = None, **options: Any) -> None:
    """Write the report to a path or to a file opened for writing in binary; the format follows the suffix if not given.

    A file is written beside its place and moved there when complete, so an error leaves the old one as it was;
    an existing file keeps its mode. Raises UnknownFormatError, SourceError (a directory, no such folder, not writable),
    OptionError. `options` are those of the format:

    - docx: `layout` "speech" or "gbt9704" (else by kind), `redline` the older Report to show changes against
    - akn: `document_type` "doc" or "statement"
    - txt and md: `canonical=True` to render the tree even where the source still says the same
    """
    file = None if isinstance(target, (str, os.PathLike)) else target
    path = os.fspath(target) if isinstance(target, (str, os.PathLike)) else None
    if format is None:
        suffix = os.path.splitext(str(path or getattr(target, "name", "")))[1]
        if not suffix:
            raise registry.UnsupportedFormatError(
                "",
                "目标没有后缀，看不出格式，请给出 format，例如 json",
                "the target has no suffix; give format, e.g. json",
            )
        format = suffix
    data: bytes = registry.writer(format).write(report, **registry.checked(format, "write", options))
    if file is not None:
        file.write(data)
    else:
        replace(str(path), data)
