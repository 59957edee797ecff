"""Pages → one text with hints: pages, tables, line breaks of the layout, page chrome, bold and centred lines."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from ...model.source import Hint, Span
from ..cells import row_text
from .chain import chains, table_of
from .columns import unruled
from .flow import centred, openings, soft_ends
from .grid import grids
from .lines import lines_in_columns, lines_of
from .margins import mark_margins
from .model import Grid, Leaf, Line, Page, Strip, Table
from .upright import upright

MOSTLY = 0.4
"""Where more of the text than this is in a heading face, the face says nothing."""


def source_parts(pages: Iterable[Page]) -> tuple[str, tuple[Hint, ...]]:
    """The text of laid-out pages and what was seen of it.

    A line of a page is a line, a table one block (a row a line, a tab between cells) even over several pages. Hints:
    `page`, `table`, `break`, `indent`, `furniture` (page numbers, running heads, watermarks), `bold`, `align` (of
    titles that stand in the middle).

    >>> from .model import Glyph, Page
    >>> row = [Glyph(c, 90 + 16 * i, 70, 106 + 16 * i, 86) for i, c in enumerate("满行" * 10)]
    >>> row += [Glyph(c, 90 + 16 * i, 100, 106 + 16 * i, 116) for i, c in enumerate("末行。")]
    >>> text, hints = source_parts([Page(595, 842, row)])
    >>> [(h.kind, h.span.start, h.span.end) for h in hints]
    [('break', 20, 21), ('page', 0, 24)]
    """
    leaves: list[Leaf] = []
    for page in pages:
        leaves.append(leaf_of(page, leaves[-1].gutters if leaves else []))
    mark_margins(leaves)
    _join_tables(leaves)
    return _written(leaves)


def leaf_of(page: Page, gutters: list[Strip]) -> Leaf:
    """The lines and tables of one page in reading order; `gutters`: the strips between columns on the page before."""
    page = upright(page)
    tables, rest = grids(page.rules, page.glyphs)
    items: list[Line | Grid | Table] = []
    waiting = list(reversed(tables))
    lines, gutters = lines_in_columns(rest, gutters)
    for line in lines:
        while waiting and waiting[-1].top <= (line.top + line.bottom) / 2:
            items.append(waiting.pop())
        items.append(line)
    return Leaf(page.width, page.height, [*items, *reversed(waiting)], gutters)


def _join_tables(leaves: list[Leaf]) -> None:
    """Put whole tables in the place of their first parts; what is no table becomes lines again.

    Page chrome that stands between the first two parts goes before the table.
    """
    whole: dict[int, Table] = {}
    later: set[int] = set()
    for parts in chains(leaves):
        table = table_of(parts)
        if table is not None:
            whole[id(parts[0][1])] = table
            later.update(id(grid) for _, grid in parts[1:])
    for leaf in leaves:
        items: list[Line | Grid | Table] = []
        for item in leaf.items:
            if not isinstance(item, Grid):
                below = items[-1] if items else None
                over = isinstance(below, Table) and bool(below.begins) and isinstance(item, Line) and item.furniture
                items.insert(len(items) - bool(over), item)
            elif id(item) in whole:
                items.append(whole[id(item)])
            elif id(item) not in later:
                items += lines_of(item.glyphs)
        leaf.items = items
        for at, table in reversed(unruled(leaf).items()):
            leaf.items[at : at + len(table.rows)] = [table]


@define
class _Writer:
    """The text as far as it is put out, and its hints."""

    parts: list[str] = field(factory=list)
    hints: list[Hint] = field(factory=list)
    bold: list[Hint] = field(factory=list)
    starts: dict[int, int] = field(factory=dict)
    length: int = 0
    heavy: int = 0

    def line(self, line: Line, soft: bool | None, centre: bool, opens: bool) -> None:
        """Put out a line."""
        start, end = self.length, self.length + len(line.text)
        span = Span(start, end)
        if line.furniture:
            self.hints.append(Hint(span, "furniture", line.furniture))
        if centre:
            self.hints.append(Hint(span, "align", "center"))
        if opens and not line.furniture and not centre:
            self.hints.append(Hint(span, "indent"))
        if soft is not None:
            self.hints.append(Hint(Span(end, end + 1), "break", "certain" if soft else None))
        self.bold += [Hint(Span(start + a, start + b), "bold") for a, b in line.bold]
        self.heavy += sum(b - a for a, b in line.bold)
        self.add(line.text)

    def table(self, table: Table) -> None:
        """Put out a table; the pages that it goes on to begin inside of it."""
        text = row_text(table.rows)
        self.hints.append(Hint(Span(self.length, self.length + len(text)), "table", table.rows))
        ends = [0]
        for row in table.rows:
            ends.append(ends[-1] + sum(map(len, row)) + len(row))
        self.starts |= {page: self.length + ends[row] for page, row in table.begins.items()}
        self.add(text)

    def add(self, text: str) -> None:
        """Put out text and the end of its line."""
        self.parts.append(text)
        self.length += len(text) + 1


def _written(leaves: list[Leaf]) -> tuple[str, tuple[Hint, ...]]:
    """The text of all pages and its hints."""
    soft, middle, opening = soft_ends(leaves), centred(leaves), openings(leaves)
    writer = _Writer()
    for at, leaf in enumerate(leaves):
        if leaf.items:
            writer.starts.setdefault(at, writer.length)
        for item in leaf.items:
            if isinstance(item, Line):
                writer.line(item, soft.get(id(item)), id(item) in middle, id(item) in opening)
            elif isinstance(item, Table):
                writer.table(item)
    text = "\n".join(writer.parts)
    starts = sorted((start, page + 1) for page, start in writer.starts.items())
    ends = [*(start - 1 for start, _ in starts), len(text)][1:]
    pages = [Hint(Span(start, end), "page", page) for (start, page), end in zip(starts, ends, strict=True)]
    bold = writer.bold if writer.heavy <= MOSTLY * len(text) else []
    return text, tuple(writer.hints + bold + pages)
