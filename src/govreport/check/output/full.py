"""full: every finding with the words it is about, carets below them that stand right under wide characters too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...language.width import display_width, truncate
from ..result import Located, Result, located
from .words import failure, level, message, place, severity, summary

AROUND = 30
"""Columns shown before and behind the words of a finding, in lines that are longer than a screen."""
WIDEST = 100


def full(results: Sequence[Result], lang: str) -> str:
    """The form for the terminal."""
    blocks = []
    for result in results:
        if result.error is not None:
            blocks.append(f"{result.path}: {failure(result, lang)}\n")
        blocks += ["\n".join(_block(row, lang)) + "\n" for row in located(result)]
    return "\n".join([*blocks, summary(list(results), lang)]) + "\n"


def _block(row: Located, lang: str) -> Iterator[str]:
    finding = row.finding
    where = f" {finding.where}" if finding.where else ""
    kind = f"{severity(finding, lang)}·{level(finding, lang)}"
    yield f"{place(row)}:{where} {finding.code} {message(finding, lang)} [{finding.name}] ({kind})"
    if row.start is None or row.end is None:
        return
    begin = row.start.column - 1
    end = row.end.column - 1 if row.end.line == row.start.line else len(row.line)
    shown, first, last = window(row.line, begin, max(end, begin))
    number = str(row.start.line)
    yield f"{number:>5} │ {shown}"
    yield f"      │ {' ' * display_width(shown[:first])}{'^' * max(1, display_width(shown[first:last]))}"
    for edit in finding.edits[:1]:
        old = "修复" if lang == "zh" else "fix"
        text = truncate(" ".join(edit.text.split()), WIDEST) or ("删去" if lang == "zh" else "delete")
        yield f"      = {old} ({finding.fix}): {text}"


def window(line: str, begin: int, end: int) -> tuple[str, int, int]:
    """As much of a line as fits a screen around line[begin:end], and where those characters stand in it.

    Tabs become spaces, so that columns can be counted.

    >>> window("全年约100人左右参加。", 2, 9)
    ('全年约100人左右参加。', 2, 9)
    """
    line = line.replace("\t", " ").replace("\u3000", "　")
    if display_width(line) <= WIDEST:
        return line, begin, min(end, len(line))
    first = max(0, begin - AROUND // 2)
    last = min(len(line), max(end, begin + 1))
    marked = line[begin:last]
    if display_width(marked) > WIDEST - 2 * AROUND:
        marked = truncate(marked, WIDEST - 2 * AROUND)
        last = begin + len(marked.removesuffix("…"))
    behind = truncate(line[last:], AROUND)
    front = ("…" if first else "") + line[first:begin]
    return front + line[begin:last] + behind, len(front), len(front) + last - begin
