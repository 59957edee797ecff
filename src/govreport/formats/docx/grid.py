"""表格: tables as wide as the type area, columns as wide as their content wants, headers repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from attrs import frozen

from ...language.width import display_width
from ..boxes import Box, boxes, header_rows
from ..gongwen.columns import MARGIN, MARGIN_NARROW, SHORT, SIZES, fitted
from ..gongwen.layouts import FANGSONG, HEITI, Look
from ..markup_text import clean
from .markup import AMBIGUOUS, Changes, paragraph, text
from .stylesheet import Stylesheet

WHOLE = 400
"""Characters of a row up to which it is kept on one page."""


@frozen
class Row:
    """A row of a table: its cells' texts, the changes within them if there are any (what is `ins`, `del`, or neither),
    and whether the row as such was put in or taken out."""

    texts: tuple[str, ...]
    changes: tuple[tuple[tuple[str, str], ...], ...] = ()
    tracked: str = ""


def table(rows: Sequence[Row], kind: str, level: int, sheet: Stylesheet, changes: Changes, tracked: str = "") -> str:
    """A `w:tbl`; `kind` is table or closing, `tracked` says that the table as such was put in or taken out.

    Header cells that say the same are joined, for merged cells repeat their text in the model, and this is the way
    back; not where a row has changes.
    """
    texts = [row.texts for row in rows]
    columns = max(1, max(map(len, texts), default=1))
    room = sheet.layout.page.text_width
    size, widths = fitted(texts, columns, room)
    head = header_rows(texts)
    merges = {} if any(row.changes or row.tracked for row in rows) else boxes(texts, head)
    cell = partial(_cell, kind=kind, level=level, size=size, sheet=sheet, widths=widths, changes=changes)
    lines = []
    for at, row in enumerate(rows):
        cells, column = [], 0
        while column < columns:
            box = merges.get((at, column), Box(at, column))
            cells.append(cell(row, at, box, head=at < head))
            column += box.width
        lines.append(_row("".join(cells), sum(map(len, row.texts)) <= WHOLE, at < head, changes.mark(row.tracked)))
    if not rows:  # Word wants a cell
        style = sheet.cell(kind, level, "empty", Look(size=size, pitch=0))
        cells = [f'<w:tc><w:tcPr><w:tcW w:w="{room}" w:type="dxa"/></w:tcPr>{paragraph(style.id, "")}</w:tc>']
        lines.append(_row(cells[0], True, False, changes.mark(tracked)))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl>{_properties(room, columns)}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _row(cells: str, whole: bool, header: bool, mark: str) -> str:
    """A `w:tr`; a `whole` one isn't parted by the end of a page, a `header` stands on every page."""
    said = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if header else "") + mark
    return f"<w:tr><w:trPr>{said}</w:trPr>{cells}</w:tr>"


def _plain(words: str, tag: str = "t") -> str:
    """The runs of a cell that has nothing but text."""
    words = clean(words)
    hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>' if AMBIGUOUS.search(words) else ""
    return f"<w:r>{hint}{text(words, tag)}</w:r>" if words else ""


def _properties(room: int, columns: int) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margin = MARGIN if columns <= SIZES[1][0] else MARGIN_NARROW
    inside = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 28), ("left", margin), ("bottom", 28), ("right", margin))
    )
    return (
        f'<w:tblPr><w:tblW w:w="{room}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{sides}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{inside}</w:tblCellMar></w:tblPr>'
    )


def _cell(
    row: Row,
    at: int,
    box: Box,
    kind: str,
    level: int,
    size: int,
    sheet: Stylesheet,
    widths: list[int],
    changes: Changes,
    head: bool,
) -> str:
    """A `w:tc`; the lower rows of a box have no text of their own."""
    absent = box.column >= len(row.texts)
    below = at > box.row
    words = "" if absent or below else row.texts[box.column]
    name = "absent" if absent else "head" if head else "cell"
    align = "center" if head or display_width(words) <= SHORT else "left"
    style = sheet.cell(kind, level, name, Look(HEITI if head else FANGSONG, size, "center", pitch=0))
    direct = {"jc": '<w:jc w:val="left"/>'} if align == "left" else None
    parts = row.changes[box.column] if row.changes and not absent else ((row.tracked, words),)
    content = "".join(changes.around(name, _plain(part, "delText" if name == "del" else "t")) for name, part in parts)
    said = f'<w:tcW w:w="{sum(widths[box.column : box.column + box.width])}" w:type="dxa"/>'
    if box.width > 1:
        said += f'<w:gridSpan w:val="{box.width}"/>'
    if box.height > 1:
        said += "<w:vMerge/>" if below else '<w:vMerge w:val="restart"/>'
    return f'<w:tc><w:tcPr>{said}<w:vAlign w:val="center"/></w:tcPr>{paragraph(style.id, content, direct)}</w:tc>'
