"""Figures blanked: every figure of last year becomes a placeholder with its name, its unit and its last value."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from ..facts.metrics import find_metrics
from ..language.placeholders import placeholder
from ..model.facts import Metric
from ..model.note import Edit
from ..model.report import Block, Paragraph, Table
from ..model.source import Span
from .years import day_edits, protected, year_edits

NUMBER = re.compile(r"\s*[-+]?[0-9０-９][0-9０-９,，.．]*\s*[%％‰]?\s*")
CARRIED_IN = re.compile("上年结转")
CARRIED_ON = re.compile("结转下年度")


def rolled(text: str, roll: Mapping[int, int]) -> str:
    """A text with its years rolled on and its figures and days left open.

    >>> rolled("2022年有调解员180余名，依据《条例》（2022年修订）。", {2022: 2023})
    '2023年有调解员【待填：调解员（名），上年180余名】，依据《条例》（2022年修订）。'
    """
    kept = protected(text)
    figures = [edit for edit in figure_edits(text) if not _inside(edit.span, kept)]
    days = [edit for edit in day_edits(text) if not _inside(edit.span, kept)]
    return edited(text, [*figures, *year_edits(text, roll), *days])


def figure_edits(text: str) -> Iterator[Edit]:
    """A placeholder for each metric in a text."""
    for metric in find_metrics(text):
        if metric.span is not None:
            yield Edit(metric.span, placeholder(named(metric), metric.text))


def named(metric: Metric) -> str:
    """Name and unit of a metric: 调解员（名）."""
    return f"{metric.name or '数字'}（{metric.unit}）" if metric.unit else metric.name or "数字"


def _inside(span: Span, kept: list[Span]) -> bool:
    at = bisect_right(kept, span.start, key=lambda other: other.start) - 1
    return (at >= 0 and kept[at].end > span.start) or (at + 1 < len(kept) and kept[at + 1].start < span.end)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; of those that overlap the first counts."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start >= at:
            parts += [text[at : edit.span.start], edit.text]
            at = edit.span.end
    return "".join([*parts, text[at:]])


def rolled_block(block: Block, roll: Mapping[int, int]) -> Block:
    """A paragraph or table for the draft."""
    if isinstance(block, Paragraph):
        return Paragraph(rolled(block.text, roll), inline=block.inline)
    return rolled_table(block, roll)


def rolled_table(table: Table, roll: Mapping[int, int]) -> Table:
    """A table with its numbers left open; what was carried on to the next year (结转下年度) comes in from there.

    >>> rows = (("项目", "总计"), ("一、本年新收", "7"), ("二、上年结转", "1"), ("五、结转下年度继续办理", "2"))
    >>> [row[1] for row in rolled_table(Table(rows), {}).rows]
    ['总计', '【待填，上年7】', '2', '【待填，上年2】']
    """
    carried = next((row for row in reversed(table.rows) if any(CARRIED_ON.search(cell) for cell in row)), ())
    rows = []
    for row in table.rows:
        comes_in = bool(carried) and any(CARRIED_IN.search(cell) for cell in row)
        rows.append(tuple(_cell(cell, carried[at] if comes_in else None, roll) for at, cell in enumerate(row)))
    return evolve(table, rows=tuple(rows), caption=rolled(table.caption, roll), span=None)


def _cell(cell: str, carried: str | None, roll: Mapping[int, int]) -> str:
    if not NUMBER.fullmatch(cell):
        return edited(cell, year_edits(cell, roll))
    return carried if carried is not None else placeholder("", cell.strip())
