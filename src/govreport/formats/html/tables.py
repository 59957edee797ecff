"""Tables of a page as they are written, cells of several rows or columns found again, and read back."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from ...model.report import Table
from ..boxes import Box, boxes, header_rows, numeric, stub_columns
from ..markup_text import attribute, clean, escaped
from ..spans import spread

Rows = tuple[tuple[str, ...], ...]


def exact_rows(element: etree._Element) -> Table:
    """A table that `table` has written, word for word, without its caption."""
    rows = spread(list(element.iter("tr")), lambda cell: "".join(str(part) for part in cell.itertext()))
    return Table(tuple(rows))


def table(said: Table, level: int, kind: str, caption: str | None) -> str:
    """A `<table>` with its caption (marked up already), header rows and columns, and merged cells."""
    head = header_rows(said.rows)
    merges = boxes(said.rows, head)
    stub = stub_columns(said.rows, head) if head else 0
    lines = [_row(row, at, merges, at < head, stub) for at, row in enumerate(said.rows)]
    groups = [("thead", lines[:head]), ("tbody", lines[head:])]
    body = "\n".join(f"<{tag}>\n" + "\n".join(part) + f"\n</{tag}>" for tag, part in groups if part)
    name = f"<caption>{caption}</caption>\n" if caption is not None else ""
    sort = ' class="closing"' if kind == "closing" else ""
    label = attribute(clean(said.caption or "表格"))
    return (
        f'<div class="table" role="group" aria-label={label} tabindex="0">'
        f'<table{sort} data-level="{level}">{name}{body}</table></div>'
    )


def _row(row: tuple[str, ...], at: int, merges: dict[tuple[int, int], Box], head: bool, stub: int) -> str:
    cells: list[str] = []
    column = 0
    while column < len(row):
        box = merges.get((at, column), Box(at, column))
        if box.row == at:
            cells.append(_cell(row[column], box, head, column < stub, 1 < box.width == len(row)))
        column += box.width
    return f"<tr>{''.join(cells)}</tr>"


def _cell(text: str, box: Box, head: bool, names: bool, whole: bool) -> str:
    """One cell: a header for its column or its row, or data; numbers and whole rows are told for the style."""
    attributes: Iterable[tuple[str, str]] = (
        ("scope", ("colgroup" if box.width > 1 else "col") if head else ("rowgroup" if box.height > 1 else "row")),
        ("rowspan", str(box.height) if box.height > 1 else ""),
        ("colspan", str(box.width) if box.width > 1 else ""),
    )
    tag = "th" if text.strip() and (head or (names and not numeric(text))) else "td"
    said = "".join(f' {name}="{value}"' for name, value in attributes if value and (tag == "th" or name != "scope"))
    sort = "number" if tag == "td" and numeric(text) else "banner" if whole and not head else ""
    said += f' class="{sort}"' if sort else ""
    return f"<{tag}{said}>{escaped(clean(text))}</{tag}>"
