"""DOCX out: a report as a document that an office would sign, in one of two layouts (`layouts`).

Every paragraph and run has a style whose name says what it is (`carriers`), so that `recognise` reads the report back
without parsing. Equal reports give equal bytes. What DOCX can't hold: characters that XML forbids (control
characters, lone surrogates).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import define, evolve, field

from ...errors import OptionError
from ...language.width import display_width
from ...model.report import Report
from ..gongwen.faces import centred
from ..gongwen.layouts import CHARACTER, LAYOUTS, NEW_PAGE, TITLE_BLOCK, Layout, Look, layout_of
from ..gongwen.title_shape import title_lines
from ..properties import named, properties_of
from ..render import Piece, pieces
from ..seal import SEAL, seal
from .carriers import ORIGINAL, Ink, RunStyle
from .entries import Entry, Part, entries_of
from .grid import table
from .letterhead import Fields, foot, furniture_runs, head, headed, known, note, rule, signatory
from .markup import HEAD, Changes, R, W, indent, paragraph, runs, spacing
from .package import FOOTERS, packed, section_properties
from .redline import redlined
from .stylesheet import Stylesheet

LAYOUT = "govreport.layout"
FIELD_OF = {
    "document_number": "发文字号",
    "title": "标题",
    "recipients": "主送机关",
    "enclosure": "附件说明",
    "signature": "发文机关署名",
    "closing_date": "成文日期",
}
"""公文域 by kind of piece, those of one paragraph."""
MAIN_TEXT = frozenset(("salutation", "heading", "text", "closing", "caption", "table", "label"))
"""正文 and 附件, by kind of piece."""
TAIL = frozenset(("enclosure", "signature", "closing_date"))
"""What never stands on a page without the end of the text, by kind of piece."""
BREAK = RunStyle()
BETWEEN = 0.22
"""Of a character, between hanzi and Latin: LibreOffice puts a fifth there, Word a quarter."""
HANZI, LATIN = "[\u3400-\u9fff]", "[0-9A-Za-z]"
MIXED = re.compile(f"(?<={HANZI})(?={LATIN})|(?<={LATIN})(?={HANZI})")


def write(report: Report, *, layout: str | None = None, redline: Report | None = None) -> bytes:
    """The bytes of a DOCX file.

    `layout` is speech or gbt9704; else it goes by the report's kind, and a 版头 stands only above reports that have
    something of it (发文字号, 签发人 …). `redline` is an older report: what has changed since is
    written as tracked changes, which read accepted as this report and unaccepted as that one. OptionError for a layout
    that isn't known.
    """
    found = list(pieces(report))
    custom = {**named(properties_of(report)), SEAL: seal(found)}
    if redline is None:
        entries = list(entries_of(found))
    else:
        old = list(pieces(redline))
        custom |= {ORIGINAL + name: value for name, value in named(properties_of(redline)).items()}
        custom[ORIGINAL + SEAL] = seal(old)
        entries = redlined(old, found)
    chosen = _layout(layout, report)
    custom[LAYOUT] = chosen.id
    writer = _Writer(report, Stylesheet(chosen), Fields(chosen.official), asked=layout is not None)
    body = writer.body(entries)
    footers = {kind: writer.footer(part) for kind, part in FOOTERS.items()}
    document = f"{body}{section_properties(chosen.page)}"
    document = f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{document}</w:body></w:document>'
    return packed(document, writer.sheet.xml(), footers, report, custom)


def _layout(name: str | None, report: Report) -> Layout:
    if name is None:
        return layout_of(report.kind)
    if name not in LAYOUTS:
        raise OptionError(
            f"没有“{name}”这种版式，可用：{'、'.join(LAYOUTS)}",
            f'no layout "{name}"; known: {", ".join(LAYOUTS)}',
        )
    return LAYOUTS[name]


@define
class _Writer:
    """One document: its styles and fields as they come up."""

    report: Report
    sheet: Stylesheet
    fields: Fields
    asked: bool
    changes: Changes = field(factory=Changes)
    mark: str = ""
    indents: dict[str, str] = field(factory=dict)

    def body(self, entries: Sequence[Entry]) -> str:
        """Everything in `w:body` but the section's properties."""
        official = self.sheet.layout.official
        marked = official and (self.asked or headed(self.report))
        self.mark = head(self.report, self.sheet, self.fields) if marked else ""
        standing = [entry.piece for entry in entries if entry.tracked != "del"]
        self.indents = _signed(standing)
        numbered = any(piece.kind == "document_number" for piece in standing)
        annex = next((at for at, entry in enumerate(entries) if _in_annex(entry.piece)), len(entries))
        parts = [self.mark, rule(self.sheet) if self.mark and not numbered else ""]
        parts += self.paragraphs(entries, 0, annex, "正文")
        parts.append(note(self.report, self.sheet, self.fields) if official else "")
        parts += self.paragraphs(entries, annex, len(entries), "附件")
        if entries and entries[-1].piece.table is not None:
            parts.append(self.parting())
        if official and (below := foot(self.report, self.sheet, self.fields)):
            parts += [below, self.parting()]
        return "".join(parts)

    def paragraphs(self, entries: Sequence[Entry], start: int, end: int, field: str) -> Iterator[str]:
        """A part of the entries; those that are no fields by themselves in one of this name."""
        kinds = ["", *(entry.piece.kind for entry in entries), ""]
        for main, group in groupby(range(start, end), key=lambda at: entries[at].piece.kind in MAIN_TEXT):
            content = []
            for at in group:
                if entries[at].piece.table is not None and (at == 0 or entries[at - 1].piece.table is not None):
                    content.append(self.parting())
                content.append(self.entry(entries[at], kinds[at], kinds[at + 2]))
            if main and self.fields.used:  # LibreOffice 7 writes the first paragraph of a control twice: an empty one
                content.insert(0, self.parting())
            yield self.fields.around(field, "".join(content)) if main else "".join(content)

    def entry(self, entry: Entry, above: str, below: str) -> str:
        """A paragraph or a table, between pieces of these kinds."""
        piece = entry.piece
        if piece.table is not None:
            kind = "closing" if piece.kind == "closing" else "table"
            return table(entry.rows, kind, piece.level, self.sheet, self.changes, entry.tracked)
        style = self.sheet.piece(piece)
        direct = self.direct(piece, above, below)
        content = "".join(self.part(part) for part in self.shaped(entry))
        stands = entry.tracked != "del"
        if piece.kind in FIELD_OF and stands:
            content = self.fields.around(FIELD_OF[piece.kind], content)
        behind = ""
        if piece.kind == "document_number" and self.sheet.layout.official and stands:
            content += signatory(self.report, self.sheet, self.fields)
            behind = rule(self.sheet)
        return paragraph(style.id, content, direct, self.changes.mark(entry.tracked)) + behind

    def shaped(self, entry: Entry) -> list[Part]:
        """The parts of a paragraph; those of a title with its line breaks."""
        if not (entry.piece.kind == "title" and len(entry.parts) == 1):
            return entry.parts
        (part,) = entry.parts
        lines = title_lines("".join(ink.text for ink in part.inks))
        if len(lines) == 1 or len(part.inks) > 1:
            return entry.parts
        inks = [Ink(part.inks[0].style, lines[0])]
        for line in lines[1:]:
            inks += [Ink(BREAK, "\n"), Ink(part.inks[0].style, line)]
        return [evolve(part, inks=tuple(inks))]

    def part(self, part: Part) -> str:
        """Runs, tracked or not."""
        for ink in part.inks:
            self.sheet.run(ink.style)
        return self.changes.around(part.tracked, runs(part.inks, deleted=part.tracked == "del"))

    def direct(self, piece: Piece, above: str, below: str) -> dict[str, str]:
        """What a paragraph has beside its style, for the kinds of pieces around it."""
        look = self.sheet.piece(piece).look
        official = self.sheet.layout.official
        said: dict[str, str] = {}
        space = self.space(piece, look, above)
        if space != look.before:
            said["spacing"] = spacing(space, look.pitch)
        noted = official and piece.kind == "closing_date" and known(self.report.metadata, "附注")
        if not look.keep and (below in TAIL or noted):
            said["keepNext"] = "<w:keepNext/>"
        if piece.kind == "heading" and _in_annex(piece) and NEW_PAGE.search(piece.text) and above not in ("", "label"):
            said["pageBreakBefore"] = "<w:pageBreakBefore/>"
        if centred(piece):
            said |= {"ind": indent(), "jc": '<w:jc w:val="center"/>'}
        elif piece.kind == "enclosure":
            said["ind"] = _hanging(piece)
        elif piece.kind in self.indents:
            said["ind"] = self.indents[piece.kind]
        elif piece.kind == "document_number" and official and known(self.report.metadata, "签发人"):
            edge = self.sheet.layout.page.text_width - CHARACTER
            said["tabs"] = f'<w:tabs><w:tab w:val="right" w:pos="{edge}"/></w:tabs>'
            said |= {"ind": indent(left=1), "jc": '<w:jc w:val="left"/>'}
        return said

    def space(self, piece: Piece, look: Look, above: str) -> float:
        """Lines left empty above a paragraph."""
        if above == piece.kind:
            return 0
        if above in TITLE_BLOCK and piece.kind not in TITLE_BLOCK:
            return 1
        if self.sheet.layout.official and (piece.kind == "title" or (piece.kind == "document_number" and self.mark)):
            return 2
        return look.before

    def parting(self) -> str:
        """An empty paragraph that parts what would run together."""
        return paragraph(self.sheet.furniture("part").id, "")

    def footer(self, part: str) -> str:
        """The page number between its dashes (7.5)."""
        style = self.sheet.furniture(part)
        dash = furniture_runs(self.sheet, "— "), furniture_runs(self.sheet, " —")
        number = f'<w:fldSimple w:instr=" PAGE ">{furniture_runs(self.sheet, "1")}</w:fldSimple>'
        return paragraph(style.id, dash[0] + number + dash[1])


def _in_annex(piece: Piece) -> bool:
    return piece.kind == "label" or any(run.annex for run in piece.runs)


def _hanging(piece: Piece) -> str:
    """附件说明: later lines begin below the name (7.3.4)."""
    label = next((run.text for run in piece.runs if run.kind == "gap"), "")
    width = display_width(label) / 2
    number = width - 3 if label.startswith("附件：") else width
    left = 5 + number
    return indent(left=left, first=-width)


def _signed(pieces: Iterable[Piece]) -> dict[str, str]:
    """Indents of 署名 and 成文日期: the date begins two characters right of the name, and the longer one of them ends
    two characters from the edge (7.3.5.2)."""
    widths = {"signature": 0.0, "closing_date": 0.0}
    for piece in pieces:
        if piece.kind in widths:
            widths[piece.kind] = max(widths[piece.kind], _width(piece.text))
    name, date = widths.values()
    if not name or not date:
        return dict.fromkeys(widths, indent(right=2))
    return {"signature": indent(right=max(2, date + 4 - name)), "closing_date": indent(right=max(2, name - date))}


def _width(text: str) -> float:
    """Characters that a line of text fills.

    >>> round(_width("2024年1月8日"), 2)
    7.1
    """
    return display_width(text) / 2 + len(MIXED.findall(text)) * BETWEEN
