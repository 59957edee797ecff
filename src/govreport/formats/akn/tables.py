"""表格 ↔ table: caption, header rows, merged cells; and back, with cells of several rows or columns written out."""

from __future__ import annotations

from lxml import etree

from ...model.report import Table
from ..boxes import Box, boxes, header_rows
from ..spans import spread
from .markup import Writer, classes, said, words


def write_table(out: Writer, table: Table, eid: str) -> None:
    """A table; one without any cell is an empty paragraph of class table, for the schema wants cells."""
    if not any(table.rows):
        out.leaf("p", words(table.caption), {"eId": eid, "class": "table"})
        return
    head = header_rows(table.rows)
    merges = boxes(table.rows, head)
    out.begin("table", {"eId": eid})
    if table.caption:
        out.leaf("caption", words(table.caption))
    for at, row in enumerate(table.rows):
        out.begin("tr", {"class": None if row else "empty"})
        column = 0
        while column < len(row):
            box = merges.get((at, column), Box(at, column))
            if box.row == at:
                span = {
                    "rowspan": str(box.height) if box.height > 1 else None,
                    "colspan": str(box.width) if box.width > 1 else None,
                }
                content = f"<p>{words(row[column])}</p>" if row[column] else "<p/>"
                out.leaf("th" if at < head else "td", content, span)
            column += box.width
        if not row:
            out.leaf("td", "<p/>")
        out.end()
    out.end()


def read_table(found: etree._Element, exact: bool) -> Table:
    """The table of a `table` element or of an empty paragraph that stands for one."""
    if found.tag == "p":
        return Table((), said(found, exact))
    caption = found.find("caption")
    rows = found.findall("tr") or list(found.iter("tr"))

    def text(cell: etree._Element) -> str:
        parts = [said(part, exact) for part in cell] if len(cell) else [said(cell, exact)]
        return "\n".join(part for part in parts if part or exact)

    grid = tuple(() if "empty" in classes(row) else cells for row, cells in zip(rows, spread(rows, text), strict=True))
    if not exact:
        grid = tuple(row for row in grid if row)
    return Table(grid, said(caption, exact) if caption is not None else "")
