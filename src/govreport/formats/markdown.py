"""Markdown, in and out. Numbering decides about structure, so `#` and `**` are only hints when read.

Read: the text stays as it is; syntax (``#``, ``**``, ``__``, ``>``, list dashes, pipes, backslashes, tags) is
hinted as markup, headings with their level, bold spans, tables with their rows, and front matter gives metadata.
The dashes of Chinese text (——) and of -- items are text. Written: title ``#``, headings on their own line ``##`` and
deeper, run-in headings bold with their full stop behind the stars (CommonMark closes ``**`` only behind a letter
or before punctuation), tables with pipes, one empty line between paragraphs.

What Markdown can't hold: `kind`, `year`, roles and facts (found again by parsing).
"""

from __future__ import annotations

import re

from ..model.report import Report, Table
from ..model.source import Source
from .decode import decode, encode
from .faithful import faithful
from .markdown_scan import ESCAPED, LINE_END, OPENING, front_matter, front_matter_text, scan
from .render import Piece, Run, pieces
from .text import edited

__all__ = ["dumps", "edited", "read", "write"]


def read(data: bytes, *, name: str | None = None, encoding: str | None = None) -> Source:
    """The text of a Markdown file, unchanged, with hints and metadata; DecodingError for bytes that are no text.

    >>> [(h.kind, h.value) for h in read("## 一、总体情况".encode()).hints]
    [('markup', None), ('heading', 2)]
    """
    text, codec = decode(data, encoding, name)
    metadata, end = front_matter(text)
    return Source(text, name, "md", codec, tuple(scan(text, end)), metadata)


def dumps(report: Report, *, canonical: bool = False) -> str:
    """The Markdown of a report: the text it was read from if the tree still says the same, else the tree rendered.

    `canonical` renders the tree in any case: no furniture, a paragraph a line.
    """
    if not canonical and report.source is not None and report.source.format == "md" and faithful(report):
        return report.source.text
    blocks = [_table(piece.table) if piece.table is not None else _paragraph(piece) for piece in pieces(report)]
    if report.metadata:
        blocks.insert(0, front_matter_text(report.metadata))
    return "".join(f"{block}\n\n" for block in blocks).removesuffix("\n")


def write(report: Report, *, canonical: bool = False) -> bytes:
    """`dumps` in the encoding the text was read in; what is rendered anew is written in UTF-8."""
    text = dumps(report, canonical=canonical)
    kept = report.source is not None and text is report.source.text
    return encode(text, report.source.encoding if kept and report.source else None)


def _paragraph(piece: Piece) -> str:
    if piece.kind in ("title", "heading"):
        level = 1 if piece.kind == "title" else min(piece.level + 1, 6)
        return f"{'#' * level} {_escaped(piece.text)}"
    return OPENING.sub(_backslash, "".join(_bold(piece.runs)))


def _bold(runs: list[Run]) -> list[str]:
    """The runs of a paragraph: a run-in heading and its number between stars, the number of a bare item plain."""
    parts: list[str] = []
    inside = False
    for index, run in enumerate(runs):
        text = _escaped(run.text)
        if run.kind == "number":
            after = next((later.kind for later in runs[index + 1 :] if later.kind != "gap"), "")
            inside = after == "heading" and (run.run_in or index == 0)
            text = f"**{text}" if inside else text
        elif run.kind == "heading" and (run.run_in or index <= 2):
            inner = text.rstrip()  # stars behind a space don't close
            text = f"{'' if inside else '**'}{inner}**{text[len(inner) :]}"
            inside = False
        parts.append(text)
    return parts


def _table(table: Table) -> str:
    """A pipe table; its first row is the header."""
    lines = [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in table.rows]
    if lines:
        lines.insert(1, f"|{' --- |' * len(table.rows[0])}")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return LINE_END.sub("<br>", _escaped(text.strip()).replace("|", "\\|"))


def _escaped(text: str) -> str:
    return ESCAPED.sub(_backslash, text)


def _backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
