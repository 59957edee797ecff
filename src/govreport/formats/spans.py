"""rowspan and colspan, as HTML and Akoma Ntoso have them: cells of several rows or columns written out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from .cells import check_size

MAX_COLSPAN = 1000
"""What browsers take for the widest cell (HTML Living Standard, 4.9.11)."""


def spread(rows: list[etree._Element], text: Callable[[etree._Element], str]) -> Iterator[tuple[str, ...]]:
    """The rows with rowspan and colspan written out; merged cells repeat their text, `text` gives that of one."""
    below: dict[int, tuple[int, str]] = {}
    cells = chars = 0
    for number, element in enumerate(rows):
        row: list[str] = []
        for cell in element:
            if cell.tag not in ("td", "th"):
                continue
            _carry(below, row)
            said = text(cell)
            down = _span(cell.get("rowspan"), len(rows) - number)
            across = _span(cell.get("colspan"), MAX_COLSPAN)
            check_size(cells + len(row) + across, chars + len(said) * across)
            for _ in range(across):
                if down > 1:
                    below[len(row)] = down - 1, said
                row.append(said)
        _carry(below, row)
        while below and max(below) >= len(row):
            row.append("")
            _carry(below, row)
        cells, chars = cells + len(row), chars + sum(map(len, row))
        check_size(cells, chars)
        yield tuple(row)


def _carry(below: dict[int, tuple[int, str]], row: list[str]) -> None:
    """Add what cells of the rows above say here."""
    while len(row) in below:
        left, text = below.pop(len(row))
        if left > 1:
            below[len(row)] = left - 1, text
        row.append(text)


def _span(value: str | None, limit: int) -> int:
    """A colspan or rowspan within reason; 0 means to the end (rowspan)."""
    number = int(value[:6]) if value and value.strip().isdecimal() else 1
    return max(1, min(number or limit, limit))
