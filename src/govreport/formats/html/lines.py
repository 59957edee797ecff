"""The visible lines of a page: HTML's white space rules, block elements and `<br>` as line ends, tables written out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field, frozen
from lxml import etree

from ...model.source import Hint, Span
from ..cells import join_cell, row_text, wide
from ..spans import spread
from .lists import Lists
from .page import inline, invisible, is_data_table
from .tables import Rows

HTML_SPACE = re.compile(r"([ \t\r\n\f]+)")
ZERO_WIDTH = re.compile("[\u200b\ufeff\u00ad]+")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
MEANT = frozenset(("b", "strong", "center", "pre", *HEADINGS))
"""Elements that say something of the text in them, without a style."""
BOLD_STYLE = re.compile(
    r"font-weight\s*:\s*(bold|bolder|normal|lighter|\d+)|font-family\s*:\s*[\"']?(?:CESI)?(?:黑体|楷体|SimHei|KaiTi)",
    re.IGNORECASE,
)
ALIGN_STYLE = re.compile(r"text-align\s*:\s*(\w+)", re.IGNORECASE)


@frozen
class _Context:
    """What holds for the text at one place of the page."""

    zone: str = "chrome"
    bold: bool = False
    align: str = ""
    heading: int = 0
    pre: bool = False


@frozen
class PageLine:
    """One line of the text to be, or the lines of a table; hints count from its start.

    `zone`: `body`, `title` and `subtitle` are the report; `chrome`, `metadata`, `repeat` are furniture.
    """

    text: str
    zone: str
    hints: tuple[Hint, ...] = ()


@define
class _Pen:
    """Writes inline text with HTML's white space rules and cuts it to lines; `prefix` comes before the next text."""

    lines: list[PageLine] = field(factory=list)
    parts: list[str] = field(factory=list)
    length: int = 0
    space: str = ""
    prefix: str = ""
    bold: list[tuple[int, int]] = field(factory=list)

    def write(self, text: str | None, context: _Context) -> None:
        """Add text; runs of spaces collapse, line ends of the file between Chinese characters vanish as in CSS."""
        for token in HTML_SPACE.split(ZERO_WIDTH.sub("", text)) if text else ():
            if not token:
                continue
            if token[0] in " \t\r\n\f":
                if context.pre and "\n" in token:
                    self.end(context)
                self.space += token
                continue
            if self.prefix:
                self._put(self.prefix, False)
                self.prefix = self.space = ""
            last = self.parts[-1][-1] if self.parts else ""
            if self.space and last and not ("\n" in self.space and wide(last) and wide(token[0])):
                self._put(" ", context.bold and bool(self.bold) and self.bold[-1][1] == self.length)
            self.space = ""
            self._put(token, context.bold and bool(token.strip()))

    def _put(self, token: str, bold: bool) -> None:
        if bold:
            start = self.bold.pop()[0] if self.bold and self.bold[-1][1] == self.length else self.length
            self.bold.append((start, self.length + len(token)))
        self.parts.append(token)
        self.length += len(token)

    def end(self, context: _Context) -> None:
        """End the line; white space at both ends goes, but for ideographic spaces at the start."""
        raw, bold = "".join(self.parts).rstrip(), self.bold
        self.parts, self.length, self.space, self.bold = [], 0, "", []
        body = raw.lstrip()
        if not body:
            return
        indent = "\u3000" * raw.count("\u3000", 0, len(raw) - len(body))
        text, shift = indent + body, len(indent) - (len(raw) - len(body))
        if context.zone == "title":
            text, shift = unwrapped(body), 0
        if context.zone == "chrome":
            self.lines.append(PageLine(text, "chrome"))
            return
        whole, hints = Span(0, len(text)), list[Hint]()
        if context.heading:
            hints.append(Hint(whole, "heading", context.heading))
        if context.align:
            hints.append(Hint(whole, "align", context.align))
        spans = (Span(max(0, a + shift), min(len(text), b + shift)) for a, b in bold)
        hints += [Hint(span, "bold") for span in spans if span.start < span.end and context.zone == "body"]
        self.lines.append(PageLine(text, context.zone, tuple(hints)))


def visible_lines(root: etree._Element, zones: dict[etree._Element, str]) -> Iterator[PageLine]:
    """The visible lines below `root`; `zones` says of some elements what stands in them."""
    pen, lists = _Pen(), Lists()
    context = _Context(zone=zones.get(root, "chrome"))
    stack: list[tuple[_Context, bool]] = [(context, False)]  # and whether the element is a line of its own
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if invisible(element):
                stack.append((context, False))
                walk.skip_subtree()
                continue
            breaks = element in zones or (context.zone != "title" and not inline(tag))
            if breaks:
                pen.end(context)
            if tag == "table" and context.zone == "body" and is_data_table(element):
                stack.append((context, breaks))
                pen.lines.extend(_table(element))
                walk.skip_subtree()
                continue
            if tag == "br" and context.zone == "title":
                pen.space += " "
            context = _entered(element, context, zones)
            stack.append((context, breaks))
            if tag == "li" and context.zone == "body":
                pen.prefix = lists.number(element)
            pen.write(element.text, context)
            continue
        inside, breaks = stack.pop()
        context = stack[-1][0]
        if tag == "li":
            pen.prefix = ""
        if breaks:
            pen.end(inside)
        pen.write(element.tail if element is not root else None, context)
    pen.end(context)
    yield from pen.lines


def _entered(element: etree._Element, context: _Context, zones: dict[etree._Element, str]) -> _Context:
    """The context inside an element."""
    tag, style = str(element.tag), element.get("style")
    if style is None and tag not in MEANT and element not in zones and element.get("align") is None:
        return context
    bold, align = context.bold or tag in ("b", "strong"), context.align
    for found in BOLD_STYLE.finditer(style or ""):
        weight = (found[1] or "bold").lower()
        bold = weight.startswith("bold") or (weight.isdigit() and int(weight[:4]) >= 600)
    if not inline(tag):
        styled = ALIGN_STYLE.search(style or "")
        wish = (styled[1] if styled else element.get("align") or ("center" if tag == "center" else "")).lower()
        align = (wish if wish in ("center", "right") else "") if wish else align
    zone = zones.get(element, context.zone)
    heading = 1 if zone == "title" else HEADINGS.get(tag, context.heading)
    return _Context(zone, bold, align, heading, context.pre or tag == "pre")


def _table(table: etree._Element) -> Iterator[PageLine]:
    """A data table: its caption, then all rows as one item."""
    for caption in table.iterchildren("caption"):
        yield from visible_lines(caption, {caption: "body"})
    rows = _square(spread([row for row in table.iter("tr") if not invisible(row)], _cell_text))
    text = row_text(rows)
    if text.strip():
        yield PageLine(text, "body", (Hint(Span(0, len(text)), "table", rows),))


def _cell_text(cell: etree._Element) -> str:
    """The visible text of a cell in one line."""
    if invisible(cell):
        return ""
    plain = (cell.text or "").strip() if not len(cell) else ""
    if plain and not HTML_SPACE.search(plain):
        return ZERO_WIDTH.sub("", plain)
    return join_cell(line.text for line in visible_lines(cell, {cell: "body"}))


def _square(found: Iterator[tuple[str, ...]]) -> Rows:
    """The rows that have cells, filled up to the same width."""
    rows = [row for row in found if row]
    width = max(map(len, rows), default=0)
    return tuple(row + ("",) * (width - len(row)) for row in rows)


def unwrapped(title: str) -> str:
    """A title without the spaces of its line wraps; those between two Latin words stay."""
    return re.sub(r"\s+(?![A-Za-z])|(?<![A-Za-z])\s+", "", title)
