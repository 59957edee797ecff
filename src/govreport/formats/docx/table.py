"""Tables of a Word document: the grid of cell texts, gridSpan, vMerge and hMerge written out (17.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ...model.source import Hint, Span
from ..cells import join_cell, row_text
from .paragraph import Block

if TYPE_CHECKING:
    from .story import Reader

MAX_SPAN = 63
"""Word knows no wider table."""


def table_block(reader: Reader, rows: list[etree._Element]) -> Block:
    """The rows of a table as one block."""
    w = reader.w
    grid: list[tuple[str, ...]] = []
    for element in rows:
        above = grid[-1] if grid else ()
        row = [""] * _span(element, "trPr", "gridBefore", 0, w)
        for cell in reader.cells(element):
            properties = cell.find(f"{w}tcPr")
            width = _span(cell, "tcPr", "gridSpan", 1, w)
            if _goes_on(properties, "vMerge", w) and len(row) < len(above):
                text = above[len(row)]
            elif _goes_on(properties, "hMerge", w) and row:
                text = row[-1]
            else:
                text = join_cell([block.text for block in reader.story(cell)])
            row += [text] * width
        row += [""] * _span(element, "trPr", "gridAfter", 0, w)
        reader.budget.add(row)
        grid.append(tuple(row))
    widest = max(map(len, grid), default=0)
    cells = tuple(row + ("",) * (widest - len(row)) for row in grid)
    reader.budget.add("" for row in grid for _ in range(widest - len(row)))
    text = row_text(cells)
    return Block(text, (Hint(Span(0, len(text)), "table", cells),))


def _goes_on(properties: etree._Element | None, name: str, w: str) -> bool:
    """Whether a cell goes on what stands above (vMerge) or before it (hMerge)."""
    merge = properties.find(w + name) if properties is not None else None
    return merge is not None and merge.get(f"{w}val", "continue") == "continue"


def _span(element: etree._Element, properties: str, name: str, default: int, w: str) -> int:
    """A number of grid columns."""
    found = element.find(f"{w}{properties}/{w}{name}")
    value = found.get(f"{w}val", "") if found is not None else ""
    return min(int(value), MAX_SPAN) if value.isdecimal() and len(value) < 6 else default
