"""DOCX in: a Word or WPS document (ECMA-376, transitional and strict) → one paragraph per line.

Read straight from the XML, for what counts in reports and what convenient libraries leave out: automatic numbers
(自动编号) stand before the text of their paragraph, merged cells repeat their text, tracked changes are taken as
accepted (w:ins stays, w:del goes), text boxes come once, behind the paragraph that holds them.
Headers, footers, footnotes, comments, field codes and hidden text are left out.

Hints: `heading` (outline level of paragraph or style), `bold` (bold, 黑体, 楷体), `align` (center, right), `break`
(line break inside a paragraph), `table`, `furniture` with value `contents` (a generated 目录).
Metadata: 标题, 作者, 关键词, 创建时间, 修改时间 of the document properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, evolve, field, frozen
from lxml import etree

from ...errors import FormatError
from ...model.report import Report
from ...model.source import Hint, Source, Span
from ..cells import check_size, join_cell, row_text
from ..ooxml import open_package
from .numbering import Numbering, load_numbering
from .recognise import recognised
from .styles import Style, Styles, heading_level, is_contents, is_heading_face, load_styles

CORE = {"title": "标题", "creator": "作者", "keywords": "关键词", "created": "创建时间", "modified": "修改时间"}
CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
SYMBOLS = {
    "F0FE": "☑",
    "F052": "☑",
    "F0A8": "□",
    "F06F": "□",
    "F0A3": "□",
    "F0FC": "✓",
    "F0D8": "➢",
    "F06C": "●",
    "F0B7": "•",
}
"""`w:sym` of the Wingdings and Symbol fonts, as reports use them; others keep their code."""
words = str.split
WRAPPERS = frozenset(
    words("ins moveTo hyperlink smartTag sdt sdtContent customXml fldSimple dir bdo ruby rubyBase oMath oMathPara")
)
DROPPED = frozenset(words("del moveFrom rt pPr rPr sdtPr sdtEndPr instrText delText delInstrText"))
MAX_SPAN = 63
"""Word knows no wider table."""


@frozen
class _Block:
    """The text of a paragraph or table with hints that count from its start."""

    text: str
    hints: tuple[Hint, ...] = ()


@define
class _Reader:
    """One pass over a document part: styles, and lists that count on."""

    w: str
    styles: Styles
    numbering: Numbering
    pending: list[tuple[str, Style]] = field(factory=list)
    """Runs of a paragraph whose end is deleted: they go on in the next one."""

    def blocks(self, parent: etree._Element) -> Iterator[_Block]:
        """Paragraphs and tables in reading order."""
        for element in _visible(parent):
            name = _name(element)
            if name == "p":
                yield from self.paragraph(element)
            elif name == "tbl":
                yield from self.table(element)
            elif name in WRAPPERS:
                yield from self.blocks(element)

    def paragraph(self, element: etree._Element) -> Iterator[_Block]:
        """One paragraph, if it shows any text, and the text boxes anchored in it."""
        properties = element.find(f"{self.w}pPr")
        style, style_id = self.styles.paragraph(properties)
        boxes: list[etree._Element] = []
        runs = self.pending + list(self.runs(element, style, boxes))
        if properties is not None and properties.find(f"{self.w}rPr/{self.w}del") is not None:
            self.pending = runs
        else:
            self.pending = []
            label = self.label(style, style_id) if style.num not in (None, "0") and (runs or not boxes) else ""
            block = _paragraph(runs, label, style)
            if block.text:
                yield block
        for box in boxes:
            yield from self.blocks(box)

    def label(self, style: Style, style_id: str) -> str:
        """The automatic number of a paragraph."""
        num = style.num or ""
        depth = style.depth
        if depth is None:
            depth = self.numbering.depth_of(num, style_id)
        return self.numbering.label(num, depth or 0)

    def runs(self, parent: etree._Element, style: Style, boxes: list[etree._Element]) -> Iterator[tuple[str, Style]]:
        """Pieces of text and how they look; text boxes are put into `boxes`."""
        for element in _visible(parent):
            name = _name(element)
            if name == "r":
                look = self.styles.run(element.find(f"{self.w}rPr"), style)
                if not look.hidden:
                    yield from self.runs(element, look, boxes)
            elif name == "t":
                yield element.text or "", style
            elif name in CHARACTERS:
                yield CHARACTERS[name], style
            elif name == "sym":
                code = element.get(f"{self.w}char", "").upper()
                yield SYMBOLS.get(code) or _character(code), style
            elif name in WRAPPERS:
                yield from self.runs(element, style, boxes)
            elif name in ("drawing", "pict", "object"):
                boxes += [box for box in element.iter(f"{self.w}txbxContent") if not _doubled(box, element)]
            elif name not in DROPPED and etree.QName(element).namespace != self.w[1:-1]:
                # formulas: m:r and m:t below elements of their own
                yield from self.runs(element, style, boxes)

    def table(self, element: etree._Element) -> Iterator[_Block]:
        """A table as one block; a table of a single cell is a frame around paragraphs."""
        rows = [row for row in self.children(element, "tr") if row.find(f"{self.w}trPr/{self.w}del") is None]
        cells = [self.children(row, "tc") for row in rows]
        if len(cells) == 1 and len(cells[0]) == 1:
            yield from self.blocks(cells[0][0])
            return
        grid = self.grid(rows)
        text = row_text(grid)
        if text.strip():
            yield _Block(text, (Hint(Span(0, len(text)), "table", grid),))

    def grid(self, rows: list[etree._Element]) -> tuple[tuple[str, ...], ...]:
        """The cells' texts with gridSpan and vMerge written out."""
        grid: list[tuple[str, ...]] = []
        count = chars = 0
        for element in rows:
            above = grid[-1] if grid else ()
            row = [""] * self.span(element, "trPr", "gridBefore", 0)
            for cell in self.children(element, "tc"):
                text = join_cell(block.text for block in self.blocks(cell))
                merge = cell.find(f"{self.w}tcPr/{self.w}vMerge")
                if merge is not None and merge.get(f"{self.w}val", "continue") == "continue" and len(row) < len(above):
                    text = above[len(row)]
                beside = cell.find(f"{self.w}tcPr/{self.w}hMerge")
                if beside is not None and beside.get(f"{self.w}val", "continue") == "continue" and row:
                    text = row[-1]
                row += [text] * self.span(cell, "tcPr", "gridSpan", 1)
            row += [""] * self.span(element, "trPr", "gridAfter", 0)
            count, chars = count + len(row), chars + sum(map(len, row))
            check_size(count, chars)
            grid.append(tuple(row))
        width = max(map(len, grid), default=0)
        return tuple(row + ("",) * (width - len(row)) for row in grid)

    def span(self, element: etree._Element, properties: str, name: str, default: int) -> int:
        """A number of grid columns."""
        value = self.styles.value(element.find(self.w + properties), name)
        return min(int(value), MAX_SPAN) if value and value.isdecimal() and len(value) < 6 else default

    def children(self, parent: etree._Element, name: str) -> list[etree._Element]:
        """Rows of a table or cells of a row, also those inside content controls and tracked insertions."""
        found: list[etree._Element] = []
        for element in _visible(parent):
            if _name(element) == name:
                found.append(element)
            elif _name(element) in WRAPPERS:
                found += self.children(element, name)
        return found


def read(data: bytes, *, name: str | None = None, encoding: str | None = None) -> Source | Report:
    """The text of a DOCX document, with hints and metadata; `encoding` is not used (XML knows its own).

    What was written here comes back as the report it was (`recognise`).

    Raises FormatError for what is no DOCX, is damaged, has a password or no text, BudgetError for zip bombs and for
    tables blown up by merged cells.
    """
    package = open_package(data)
    parts = package.relations()
    main = parts.get("officeDocument", "word/document.xml")
    root = package.xml(main)
    body = next((child for child in root if _name(child) == "body"), None) if root is not None else None
    if body is None:
        raise FormatError(
            f"不是 Word 文档：压缩包里没有正文部分（{main}）；表格、演示文稿请先另存为 docx",
            f"no Word document: the package has no document body ({main}); save spreadsheets or slides as .docx first",
        )
    if (own := recognised(package, main, name)) is not None:
        return own
    related = package.relations(main)
    styles = load_styles(package.xml(related.get("styles")))
    w = f"{{{etree.QName(body).namespace}}}"
    reader = _Reader(w, evolve(styles, w=w), load_numbering(package.xml(related.get("numbering"))))
    blocks = list(reader.blocks(body))
    if not blocks:
        raise FormatError(
            "文档里没有文字（可能全是图片），请先做文字识别（OCR）",
            "the document has no text (pictures only, perhaps); run text recognition (OCR) first",
        )
    text, hints = _assembled(blocks)
    metadata = dict(_properties(package.xml(parts.get("core-properties"))))
    return Source(text, name=name, format="docx", hints=hints, metadata=metadata)


def _properties(root: etree._Element | None) -> Iterator[tuple[str, str]]:
    """文档属性, from docProps/core.xml."""
    for element in root if root is not None else ():
        key, value = CORE.get(_name(element)), (element.text or "").strip()
        if key and value:
            yield key, value


def _name(element: etree._Element) -> str:
    """Local name; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _visible(parent: etree._Element) -> Iterator[etree._Element]:
    """Children without deleted ones; of alternatives (mc:AlternateContent) the first choice, else the fallback."""
    for element in parent:
        name = _name(element)
        if name == "AlternateContent":
            choice = next((c for c in element if _name(c) == "Choice"), None)
            chosen = choice if choice is not None else next((c for c in element if _name(c) == "Fallback"), None)
            if chosen is not None:
                yield from _visible(chosen)
        elif name and name not in DROPPED:
            yield element


def _doubled(box: etree._Element, top: etree._Element) -> bool:
    """Whether a text box below `top` comes with another one: in a fallback, or inside of a text box."""
    for parent in box.iterancestors():
        if parent is top:
            return False
        if _name(parent) in ("Fallback", "txbxContent"):
            return True
    return False


def _character(code: str) -> str:
    """The character of a `w:sym` code."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _paragraph(runs: Iterable[tuple[str, Style]], label: str, style: Style) -> _Block:
    """A paragraph's line: number, text, and what is bold; line breaks at its ends go."""
    text, bold = "", list[tuple[int, int]]()
    parts: list[str] = []
    length = 0
    for piece, look in runs:
        if is_heading_face(look) and piece.strip():
            start = bold.pop()[0] if bold and bold[-1][1] == length else length
            bold.append((start, length + len(piece)))
        parts.append(piece)
        length += len(piece)
    raw = "".join(parts)
    text = raw.rstrip().lstrip("\n\r")
    if not text.strip():
        return _Block("")
    shift = len(label) - (len(raw) - len(raw.lstrip("\n\r")))
    text = label + text
    whole = Span(0, len(text))
    hints: list[Hint] = []
    if is_contents(style):
        hints.append(Hint(whole, "furniture", "contents"))
    elif level := heading_level(style):
        hints.append(Hint(whole, "heading", level))
    if style.align:
        hints.append(Hint(whole, "align", style.align))
    spans = (Span(max(0, a + shift), min(len(text), b + shift)) for a, b in bold)
    hints += [Hint(span, "bold") for span in spans if span.start < span.end]
    hints += [Hint(Span(at, at + 1), "break") for at, char in enumerate(text) if char == "\n"]
    return _Block(text, tuple(hints))


def _assembled(blocks: list[_Block]) -> tuple[str, tuple[Hint, ...]]:
    """All text and all hints of the document."""
    hints: list[Hint] = []
    offset = 0
    for block in blocks:
        hints += [evolve(h, span=Span(h.span.start + offset, h.span.end + offset)) for h in block.hints]
        offset += len(block.text) + 1
    return "\n".join(block.text for block in blocks), tuple(hints)
