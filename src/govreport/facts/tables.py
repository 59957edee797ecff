"""Statutory tables (法定表格) of the disclosure report as data: every cell by the names of its row and column.

The three tables of 国办公开办函〔2021〕30号: 主动公开 (blocks of 第二十条第…项), 申请 (rows 一、本年新收… to
四、结转…, columns 自然人 …), 复议诉讼 (one row under three levels of headings). The form of 2019 and others like it are
read the same way: rows and columns carry the names that the table has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from ..model.facts import Cell
from ..model.report import Report, Table
from .figures import plain

Rows = tuple[tuple[str, ...], ...]
BLOCK = re.compile(r"第[一二三四五六七八九十]+条")
CORNER = re.compile(r"勾稽关系|申请人情况")
REVIEW = re.compile(r"结果维持|维持具体行政行为")


def cells_of(report: Report) -> Iterator[Cell]:
    """The cells of all statutory tables of a report, in reading order."""
    for section in report.walk():
        for block in section.blocks:
            if isinstance(block, Table):
                yield from cells(block.rows)


def cells(rows: Rows) -> Iterator[Cell]:
    """The cells of one table; none if it is no statutory table.

    >>> rows = (("第二十条第（一）项",) * 2, ("信息内容", "本年制发件数"), ("规章", "3"))
    >>> [(c.row, c.column, c.value) for c in cells(rows)]
    [('第二十条第（一）项/规章', '本年制发件数', Decimal('3'))]
    """
    squeezed: Rows = tuple(tuple(re.sub(r"\s", "", cell) for cell in row) for row in rows)
    head = "".join("".join(row) for row in squeezed[:3])
    if BLOCK.search(head) and "信息内容" in head:
        yield from _blocks(squeezed)
    elif CORNER.search(head):
        yield from _applications(squeezed)
    elif REVIEW.search(head):
        yield from _reviews(squeezed)


def _blocks(rows: Rows) -> Iterator[Cell]:
    """主动公开: a caption over the whole width, a row of headings, rows of numbers; and again."""
    caption, heads = "", tuple[str, ...]()
    for row in rows:
        if len(set(row)) == 1 and BLOCK.search(row[0]):
            caption, heads = row[0], ()
        elif not heads:
            heads = row
        else:
            for column, text in _distinct(heads, row):
                yield Cell("proactive", f"{caption}/{row[0]}", column, _value(text), text)


def _distinct(heads: tuple[str, ...], row: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Headings and cells, one for each heading that a merged cell repeats."""
    seen: set[str] = set()
    for column, text in list(zip(heads, row, strict=False))[1:]:
        if column not in seen:
            seen.add(column)
            yield column, text


def _applications(rows: Rows) -> Iterator[Cell]:
    """申请: headings up to the first row that opens with 一、, then a row for each outcome."""
    first = next((i for i, row in enumerate(rows) if row and re.match("一、|一$", row[0])), len(rows))
    if first == len(rows):
        return
    heads = rows[:first]
    labels = 0
    while labels < len(rows[first]) and rows[first][labels] == rows[first][0]:
        labels += 1
    for row in rows[first:]:
        name = _path(row[:labels])
        for at in range(labels, len(row)):
            column = _path(tuple(head[at] for head in heads if at < len(head) and head[at] != "申请人情况"))
            yield Cell("requests", name, column, _value(row[at]), row[at])


def _reviews(rows: Rows) -> Iterator[Cell]:
    """复议诉讼: the last row holds the numbers; a row is named 行政复议 or 行政诉讼/复议后起诉."""
    heads, numbers = rows[:-1], rows[-1]
    for at, text in enumerate(numbers):
        path = _path(tuple(head[at] for head in heads if at < len(head)))
        row, _, column = path.rpartition("/")
        yield Cell("litigation", row, column, _value(text), text)


def _path(names: tuple[str, ...]) -> str:
    """Nested names joined by /, each once."""
    return "/".join(dict.fromkeys(name for name in names if name))


def _value(text: str) -> Decimal | None:
    try:
        return Decimal(plain(text).replace(",", "")) if text else None
    except InvalidOperation:
        return None
