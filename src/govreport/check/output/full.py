"""full: every finding with the words it is about, carets below them that stand right under wide characters too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ...language.width import display_width, truncate, visible
from ..result import Located, Result, located
from ..rule import SAFE, UNSAFE
from .words import failure, level, message, page, place, severity, summary

AROUND = 30
"""Columns shown before and behind the words of a finding, in lines that are longer than a screen."""
WIDEST = 100
FIXES = {True: "自动修复", False: "修改建议"}
"""A safe fix, and one that somebody has to look at."""
MENDABLE = (
    ((SAFE, "{} 处可用 govreport fix 修复"), (UNSAFE, "{} 处有修改建议，可用 govreport fix --unsafe 照改，改后请核对")),
    ((SAFE, "{} can be fixed by `govreport fix`"), (UNSAFE, "{} by `govreport fix --unsafe`, to be reviewed")),
)
Paint = Callable[[str, str], str]
"""Puts colour on words, by what they are: place, code, caret, note, or a severity."""


def plain(role: str, words: str) -> str:
    """Words as they are."""
    return words


def full(results: Sequence[Result], lang: str, paint: Paint = plain) -> str:
    """The form for the terminal; `paint` colours it."""
    blocks = []
    for result in results:
        if result.error is not None:
            blocks.append(f"{paint('place', visible(result.path))}: {paint('error', visible(failure(result, lang)))}\n")
        blocks += ["\n".join(_block(row, lang, paint)) + "\n" for row in located(result)]
    return "\n".join([*blocks, summary(list(results), lang), *_mendable(results, lang)]) + "\n"


def _mendable(results: Sequence[Result], lang: str) -> list[str]:
    """One line on how many of the findings can be fixed, if any."""
    count = Counter(finding.fix for result in results for finding in result.findings)
    said = [form.format(count[fix]) for fix, form in MENDABLE[lang == "en"] if count[fix]]
    return [("; " if lang == "en" else "；").join(said)] if said else []


def _block(row: Located, lang: str, paint: Paint) -> Iterator[str]:
    finding = row.finding
    where = f" {finding.where}" if finding.where else ""
    kind = f"{severity(finding, lang)}·{level(finding, lang)}"
    said = visible(message(finding, lang))
    about = paint("note", f"[{finding.name}] ({kind}{page(row, lang)})")
    at = f"{paint('place', visible(place(row)))}:{visible(where)}"
    yield f"{at} {paint(finding.severity, finding.code)} {said} {about}"
    if row.start is not None and row.end is not None:
        yield from _quoted(row, paint)
    if row.fixed is not None:
        label = FIXES[finding.fix == SAFE] if lang == "zh" else f"fix ({finding.fix})"
        text = truncate(visible(" ".join(row.fixed.split())), WIDEST) or ("删去" if lang == "zh" else "delete")
        yield f"      = {label}: {text}"
    if finding.hint and lang == "zh":
        yield f"      = 说明: {visible(' '.join(finding.hint.split()))}"


def _quoted(row: Located, paint: Paint) -> Iterator[str]:
    """The line that a finding is in, and carets below its words."""
    assert row.start is not None and row.end is not None
    begin = row.start.column - 1
    end = row.end.column - 1 if row.end.line == row.start.line else len(row.line)
    shown, first, last = window(row.line, begin, max(end, begin))
    number = str(row.start.line)
    carets = "^" * max(1, display_width(shown[first:last]))
    yield f"{number:>5} │ {shown}"
    yield f"      │ {' ' * display_width(shown[:first])}{paint(row.finding.severity, carets)}"


def window(line: str, begin: int, end: int) -> tuple[str, int, int]:
    """As much of a line as fits a screen around line[begin:end], and where those characters stand in it.

    Tabs become spaces and signs without a width visible, so that columns can be counted and no terminal obeys them.

    >>> window("全年约100人左右参加。", 2, 9)
    ('全年约100人左右参加。', 2, 9)
    """
    line = visible(line.replace("\t", " "))
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
