"""md: a difference as Markdown, for merge requests and minutes: what went is ~~struck~~, what came is **bold**."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..changes import Change, Diff
from ..words import ADDED, KEPT, REMOVED, Words, words_of
from .labels import FIELDS, METRICS, amount, heading, summary, types, where

SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
WRAP = {KEPT: "", REMOVED: "~~", ADDED: "**"}
AROUND = 30
"""Characters of unchanged text shown beside a change."""


def markdown(diff: Diff) -> str:
    """Head, sections and figures."""
    return "\n".join(_lines(diff)) + "\n"


def _lines(diff: Diff) -> Iterator[str]:
    yield f"# {escaped(diff.old.title or '旧')} → {escaped(diff.new.title or '新')}"
    yield ""
    yield summary(diff)
    if diff.fields:
        yield from ("", "## 版头、导语和结尾", "")
        for row in diff.fields:
            yield f"- {FIELDS[row.name]}：{inline(words_of(row.old, row.new))}"
    changed = [change for change in diff.changes if change.type != "unchanged"]
    if changed:
        yield from ("", "## 章节", "")
        for change in changed:
            yield f"- **{types(change)}** {escaped(where(change))} {escaped(heading(change))}".rstrip()
            body = _body(change)
            if body:
                yield f"  {body}"
    if diff.metrics:
        yield from ("", "## 数字", "", "| 指标 | 旧 | 新 | 变化 | 类别 | 位置 |", "|---|---|---|---|---|---|")
        for metric in diff.metrics:
            address = metric.new_address if metric.new_address is not None else metric.old_address
            cells = (metric.name, metric.old_text, metric.new_text, amount(metric), METRICS[metric.type], address or "")
            yield f"| {' | '.join(escaped(cell) for cell in cells)} |"


def _body(change: Change) -> str:
    """The text of a change, as much as one needs to see it; of what came or went whole the heading is enough."""
    if change.old_text == change.new_text or change.type not in ("edited", "moved", "reworded"):
        return ""
    return inline(words_of(change.old_text, change.new_text))


def inline(words: tuple[Words, ...]) -> str:
    """Words on one line; long unchanged stretches are cut short."""
    parts = []
    for at, stretch in enumerate(words):
        text = " ".join(stretch.text.split())
        if stretch.op == KEPT:
            parts.append(escaped(shortened(text, first=at == 0, last=at == len(words) - 1)))
        elif text:
            parts.append(f"{WRAP[stretch.op]}{escaped(text)}{WRAP[stretch.op]}")
    return "".join(parts)


def shortened(text: str, first: bool, last: bool) -> str:
    """Unchanged text with its middle left out, at the beginning and the end of a section its far side.

    >>> shortened("甲" * 100, True, False) == "…" + "甲" * 30
    True
    """
    if first and last:
        return text
    if first or last:
        return text if len(text) <= AROUND else f"…{text[-AROUND:]}" if first else f"{text[:AROUND]}…"
    return text if len(text) <= 2 * AROUND else f"{text[:AROUND]}…{text[-AROUND:]}"


def escaped(text: str) -> str:
    """Text without the signs that Markdown would take for markup.

    >>> escaped("*重点*|二")
    '\\\\*重点\\\\*\\\\|二'
    """
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
