"""styles.xml: the styles that a document uses, and no others."""

from __future__ import annotations

from attrs import define, evolve, field, frozen

from ..gongwen.faces import heading_look, outline_level
from ..gongwen.layouts import FURNITURE, LATIN, Layout, Look
from ..markup_text import attribute
from ..render import Piece
from .carriers import CELLS, KINDS, PREFIX, TABLES, RunStyle
from .carriers import FURNITURE as FURNITURE_NAMES
from .markup import HEAD, W, fonts, look_of_paragraph, look_of_runs

SIZES = {28: "四号", 24: "小四", 21: "五号", 18: "小五", 15: "六号"}
"""Sizes of type in tables, in half points, by their names."""
NORMAL = Look()


@frozen
class ParagraphStyle:
    """A paragraph style: its id here, its name, which says what the paragraph is, and its looks."""

    id: str
    name: str
    look: Look


@define
class Stylesheet:
    """The styles used so far."""

    layout: Layout
    paragraphs: dict[str, ParagraphStyle] = field(factory=dict)
    runs: dict[str, RunStyle] = field(factory=dict)

    def piece(self, piece: Piece) -> ParagraphStyle:
        """The style of a piece that is no table."""
        if piece.kind == "title":
            return self._used(ParagraphStyle("Title", "Title", self.layout.looks["title"]))
        if piece.kind == "heading":
            return self._used(self._heading(piece))
        look = self.layout.looks[piece.kind]
        return self._used(ParagraphStyle(f"g-{piece.kind}", f"{PREFIX} {KINDS[piece.kind]}", look))

    def cell(self, kind: str, level: int, cell: str, look: Look) -> ParagraphStyle:
        """The style of a cell of a table: in the report (`table`) or its `closing`, by the level of their section."""
        name = f"{PREFIX} {TABLES[kind]} {level} {CELLS[cell]} {SIZES[look.size]}"
        return self._used(ParagraphStyle(f"g-{kind}-{level}-{cell}-{look.size}", name, look))

    def furniture(self, part: str, size: int = 0) -> ParagraphStyle:
        """The style of what is no part of the report; `size` where the look leaves it open."""
        look = evolve(FURNITURE[part], size=size) if size else FURNITURE[part]
        return self._used(ParagraphStyle(f"g-{part.replace(' ', '-')}", f"{PREFIX} {FURNITURE_NAMES[part]}", look))

    def run(self, style: RunStyle) -> RunStyle:
        """Take note of a character style."""
        self.runs.setdefault(style.id, style)
        return style

    def _heading(self, piece: Piece) -> ParagraphStyle:
        """Word's own heading styles, and the headings of attachments."""
        if piece.level == 1 and piece.runs[0].annex:
            numbered = piece.text.startswith("附件")
            id, look = ("g-numbered-annex", "numbered annex") if numbered else ("g-annex", "annex")
            name = f"{PREFIX} {KINDS['heading']}{' 编号' if numbered else ''}"
            return ParagraphStyle(id, name, self.layout.looks[look])
        level = outline_level(piece.level)
        return ParagraphStyle(f"Heading{level}", f"heading {level}", heading_look(piece))

    def _used(self, style: ParagraphStyle) -> ParagraphStyle:
        return self.paragraphs.setdefault(style.id, style)

    def xml(self) -> str:
        """The part."""
        defaults = (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{look_of_runs(NORMAL)}"
            '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        )
        rows = [BUILT_IN, *map(_paragraph, self.paragraphs.values()), *map(_character, self.runs.values())]
        return f'{HEAD}<w:styles xmlns:w="{W}">{defaults}{"".join(rows)}</w:styles>'


BUILT_IN = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    f"<w:pPr>{look_of_paragraph(NORMAL)}</w:pPr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _paragraph(style: ParagraphStyle) -> str:
    own = "" if style.name[0] != PREFIX[0] else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId={attribute(style.id)}><w:name w:val={attribute(style.name)}/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{look_of_paragraph(style.look)}</w:pPr>'
        f"<w:rPr>{look_of_runs(style.look)}</w:rPr></w:style>"
    )


def _character(style: RunStyle) -> str:
    """Marks are of no use to people who write: their styles stay out of Word's gallery."""
    face = f"<w:rPr>{fonts(style.face, LATIN)}</w:rPr>" if style.face else ""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId={attribute(style.id)}>'
        f'<w:name w:val={attribute(style.name)}/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>'
        f"<w:semiHidden/>{face}</w:style>"
    )
