"""A story (正文, 页眉, 脚注 …) of a Word document as blocks: paragraphs with their numbers, tables, text boxes.

Text boxes come once, behind the paragraph that holds them. Paragraphs whose end isn't there in the view that is read,
and those with a style separator (样式分隔符), run into the next one.
"""

from __future__ import annotations

from attrs import define, evolve, field
from lxml import etree

from ..cells import Budget
from .controls import Control, control
from .fields import Fields
from .notes import KINDS, Notes
from .numbering import Numbering
from .paragraph import MARK, Block, Run, paragraph_block
from .revisions import View, local
from .styles import Look, Style, Styles
from .symbols import CHARACTERS, symbol
from .table import table_block

WRAPPERS = frozenset(
    (
        *("ins", "del", "moveTo", "moveFrom", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple"),
        *("dir", "bdo", "ruby", "rubyBase"),
    )
)
PICTURES = frozenset(("drawing", "pict", "object"))
BARE = Style()
WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"


@define
class _Pending:
    """Runs of a paragraph that goes on in the next one, with its number and style."""

    runs: list[Run] = field(factory=list)
    label: str = ""
    style: Style = BARE


@define
class Reader:
    """One pass over the stories of a document: lists that count on, notes, controls, budgets."""

    w: str
    view: View
    styles: Styles
    numbering: Numbering
    notes: Notes
    budget: Budget = field(factory=Budget)
    controls: list[tuple[Control, str]] = field(factory=list)
    fields: Fields = field(factory=Fields)
    in_table: int = 0
    _pending: _Pending = field(factory=_Pending)

    def story(self, parent: etree._Element) -> list[Block]:
        """All of a story, or of a cell or text box: what is open around it neither reaches in nor goes on in it."""
        outer = self._pending, self.fields
        self._pending, self.fields = _Pending(), Fields()
        found: list[Block] = []
        self._blocks(parent, found)
        self._flush(found)
        self._pending, self.fields = outer
        return found

    def _blocks(self, parent: etree._Element, found: list[Block]) -> None:
        for element in self.view.visible(parent):
            name = local(element)
            if name == "p":
                self._paragraph(element, found)
            elif name == "tbl":
                self._flush(found)
                self._table(element, found)
            elif name in WRAPPERS:
                kind, at = self._control(element, name), len(found)
                self._blocks(element, found)
                if kind is not None:
                    self.controls.append((kind, "\n".join(block.text for block in found[at:])))
                    if kind.hint:
                        found[at:] = [block.hinted(kind.hint, kind.value) for block in found[at:]]

    def _table(self, element: etree._Element, found: list[Block]) -> None:
        """A table as one block; a table of a single cell is a frame around paragraphs."""
        rows = [
            row for row in self.children(element, "tr") if row.find(f"{self.w}trPr/{self.w}{self.view.row}") is None
        ]
        cells = self.cells(rows[0]) if len(rows) == 1 else []
        if len(cells) == 1 and not self.in_table:
            found += self.story(cells[0])
        elif rows:
            self.in_table += 1
            block = table_block(self, rows)
            self.in_table -= 1
            if block.text.strip():
                found.append(block)

    def children(self, parent: etree._Element, name: str) -> list[etree._Element]:
        """Rows of a table or cells of a row, also those inside content controls and tracked insertions."""
        found: list[etree._Element] = []
        for element in self.view.visible(parent):
            if local(element) == name:
                found.append(element)
            elif local(element) in WRAPPERS:
                found += self.children(element, name)
        return found

    def cells(self, row: etree._Element) -> list[etree._Element]:
        """The cells of a row that this view shows."""
        gone = f"{self.w}tcPr/{self.w}{self.view.cell}"
        return [cell for cell in self.children(row, "tc") if cell.find(gone) is None]

    def _paragraph(self, element: etree._Element, found: list[Block]) -> None:
        """One paragraph, if it shows any text, and the text boxes anchored in it."""
        outer = element.find(f"{self.w}pPr")
        style = self.styles.paragraph(self.view.properties(element, f"{self.w}pPr"))
        if self.view.former and outer is not None and outer.find(f"{self.w}numPr/{self.w}ins") is not None:
            style = evolve(style, num=None)
        runs: list[Run] = []
        boxes: list[etree._Element | str] = []
        filled = len(self.controls)
        self._runs(element, style.look, runs, boxes)
        self.fields.paragraph_ends()
        mark = outer.find(f"{self.w}rPr") if outer is not None else None
        separated = mark is not None and mark.find(f"{self.w}specVanish") is not None
        gone = mark is not None and any(mark.find(self.w + name) is not None for name in self.view.joining)
        if gone or separated:
            if separated and not self._pending.label:
                self._pending.label = self._label(style)
            self._pending.runs += runs
            self._pending.style = style
        else:
            if self._pending.runs:
                runs[:0] = self._pending.runs
            label = self._pending.label or (self._label(style) if runs or not boxes else "")
            self._pending = _Pending()
            block = paragraph_block(runs, label, style, self.fields.pages)
            self.fields.pages = False
            for kind, text in self.controls[filled:]:
                if kind.hint and text.strip() == block.text.strip():
                    block = block.hinted(kind.hint, kind.value)
            if block.text:
                found.append(block)
        for box in boxes:
            found += [Block(box)] if isinstance(box, str) else self.story(box)

    def _flush(self, found: list[Block]) -> None:
        """What would go on in the next paragraph where there is none."""
        if self._pending.runs:
            block = paragraph_block(self._pending.runs, self._pending.label, self._pending.style)
            if block.text:
                found.append(block)
            self._pending = _Pending()

    def _label(self, style: Style) -> str:
        """The automatic number of a paragraph; the level tied to its style goes before the one that the style says."""
        if style.num is None or style.num == "0":
            return ""
        depth = style.depth
        if depth is None:
            tied = (self.numbering.depth_of(style.num, style_id) for style_id in style.ids)
            depth = next((at for at in tied if at is not None), style.style_depth)
        return self.numbering.label(style.num, depth or 0)

    def _runs(self, parent: etree._Element, look: Look, runs: list[Run], boxes: list[etree._Element | str]) -> None:
        """Add pieces of text and how they look to `runs`, text boxes and WordArt to `boxes`."""
        view = self.view
        for element in view.visible(parent):
            name = local(element)
            if name == "r":
                properties = view.properties(element, f"{self.w}rPr")
                own = look if properties is None else self.styles.run(properties, look)
                if not own.hidden:
                    self._runs(element, own, runs, boxes)
            elif name in view.text:
                text = element.text
                if text and not (self.fields.open and self.fields.hidden):
                    runs.append((text, look))
            elif name in WRAPPERS:
                self._wrapper(element, name, look, runs, boxes)
            elif name in CHARACTERS or name == "sym":
                char = CHARACTERS.get(name) or symbol(
                    element.get(f"{self.w}font", ""), element.get(f"{self.w}char", "")
                )
                if not self.fields.hidden:
                    runs.append((char, look))
            elif name == "fldChar":
                self._field(element, look, runs)
            elif name in view.codes:
                self.fields.code(element.text or "")
            elif name in KINDS:
                mark = self.notes.refer(element, name)
                if mark and not self.in_table:
                    runs.append((mark, MARK))
            elif name in PICTURES:
                boxes += [box for box in element.iter(f"{self.w}txbxContent") if not _doubled(box, element)]
                boxes += [art for path in element.iter(WORD_ART) if (art := path.get("string", "").strip())]
            elif not element.tag.startswith(self.w):
                # formulas: m:r and m:t below elements of their own
                self._runs(element, look, runs, boxes)

    def _wrapper(
        self, element: etree._Element, name: str, look: Look, runs: list[Run], boxes: list[etree._Element | str]
    ) -> None:
        if name == "fldSimple":
            self.fields.instruction(element.get(f"{self.w}instr", ""))
        kind, at = self._control(element, name), len(runs)
        self._runs(element, look, runs, boxes)
        if kind is not None:
            self.controls.append((kind, "".join(text for text, _ in runs[at:])))

    def _control(self, element: etree._Element, name: str) -> Control | None:
        """The 公文域 that a content control is, if it is one."""
        tag = element.find(f"{self.w}sdtPr/{self.w}tag") if name == "sdt" else None
        return control(tag.get(f"{self.w}val")) if tag is not None else None

    def _field(self, element: etree._Element, look: Look, runs: list[Run]) -> None:
        shown = self.fields.char(element.get(f"{self.w}fldCharType", ""))
        box = element.find(f"{self.w}ffData/{self.w}checkBox")
        if box is not None:
            checked = box.find(f"{self.w}checked")
            checked = checked if checked is not None else box.find(f"{self.w}default")
            on = checked is not None and checked.get(f"{self.w}val") not in ("0", "false", "off")
            shown = "☑" if on else "□"
        if shown:
            runs.append((shown, look))


def _doubled(box: etree._Element, top: etree._Element) -> bool:
    """Whether a text box below `top` comes with another one: in a fallback, or inside of a text box."""
    for parent in box.iterancestors():
        if parent is top:
            return False
        if local(parent) in ("Fallback", "txbxContent"):
            return True
    return False
