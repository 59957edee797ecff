"""Plain text, in and out. Text that was read and not changed is written back byte for byte.

What plain text can't hold: metadata that stands nowhere in the text, `kind`, `year`, roles and facts (they are found
again by parsing), tables of a single row or column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model.note import Edit, applied
from ..model.report import Report
from ..model.source import Hint, Source, Span
from .decode import decode, encode
from .faithful import faithful
from .render import plain

COMMENT = re.compile(r"<!--[ \t]*govreport:[^<>\n]{0,400}-->")
"""What an author says to `govreport check` (see check.suppress); all else between arrows is text."""


def read(data: bytes, *, name: str | None = None, encoding: str | None = None) -> Source:
    """The text of a file, unchanged, with its encoding; DecodingError for bytes that are no text.

    >>> read("一、总体情况".encode("gb18030")).encoding
    'gb18030'
    """
    text, codec = decode(data, encoding, name)
    return source(text, name=name, encoding=codec)


def source(text: str, *, name: str | None = None, encoding: str | None = None) -> Source:
    """The Source of a text; rows of cells between tabs are hinted to be tables, comments to `govreport check` markup.

    >>> [hint.value for hint in source("指标\\t数值\\n收件\\t12\\n").hints]
    [(('指标', '数值'), ('收件', '12'))]
    """
    return Source(text, name, "txt", encoding, (*_tables(text), *_comments(text)))


def edited(data: bytes, groups: Sequence[Sequence[Edit]], source: Source) -> tuple[bytes, list[int]]:
    """The file with edits of its text made, in its own encoding, and which groups were: all; `source` is what it says.

    A sign that the encoding doesn't have is written in UTF-8, with all else.
    """
    edits = sorted((edit for group in groups for edit in group), key=lambda edit: edit.span)
    return encode(applied(source.text, edits), source.encoding), list(range(len(groups)))


def dumps(report: Report, *, canonical: bool = False) -> str:
    """The text of a report: the one it was read from where the tree still says the same, else the tree rendered.

    `canonical` renders the tree in any case: no furniture, a paragraph a line.
    """
    if not canonical and report.source is not None and report.source.format == "txt" and faithful(report):
        return report.source.text
    return plain(report)


def write(report: Report, *, canonical: bool = False) -> bytes:
    """`dumps` in the encoding the text was read in; what is rendered anew is written in UTF-8."""
    text = dumps(report, canonical=canonical)
    kept = report.source is not None and text is report.source.text
    return encode(text, report.source.encoding if kept and report.source else None)


def _comments(text: str) -> Iterator[Hint]:
    if "<!--" in text:
        yield from (Hint(Span(*found.span()), "markup") for found in COMMENT.finditer(text))


def _tables(text: str) -> Iterator[Hint]:
    """Two or more lines in a row with equally many tabs; where all begin or end with one, it is indented text."""
    if "\t" not in text:
        return
    lines: list[tuple[Span, tuple[str, ...]]] = []
    for found in re.finditer(r"[^\r\n]+(?:\r\n?|\n)?|\r\n?|\n", text):
        cells = tuple(cell.strip() for cell in found[0].rstrip("\r\n").split("\t"))
        if lines and len(lines[-1][1]) != len(cells):
            yield from _table(lines)
            lines = []
        if len(cells) > 1:
            lines.append((Span(found.start(), found.start() + len(found[0].rstrip("\r\n"))), cells))
    yield from _table(lines)


def _table(lines: list[tuple[Span, tuple[str, ...]]]) -> Iterator[Hint]:
    rows = tuple(cells for _, cells in lines)
    if len(rows) > 1 and all(any(row[at] for row in rows) for at in (0, -1)):
        yield Hint(Span(lines[0][0].start, lines[-1][0].end), "table", rows)
