"""版面: how the pages of a DOCX look, as plain data; `measure` reads it from the XML, rules GR6xx compare it.

Lengths of the page are in millimetres, type and pitch in points, indents in characters. What a document doesn't say is
None: nothing is guessed, for that is what a word processor would do after its own defaults.
"""

from __future__ import annotations

from attrs import field, frozen

from ...model.source import Span


@frozen
class Sheet:
    """页面设置 of a section: paper and margins; `grid` is the kind of its 文档网格 ("", lines, linesAndChars, …)."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    footer: float | None = None
    grid: str = ""
    grid_pitch: float | None = None

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its side."""
        return self.width > self.height


@frozen
class Face:
    """How characters look: the face for hanzi and that for letters and digits, size in points."""

    hanzi: str = ""
    latin: str = ""
    size: float | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: str = ""
    highlight: str = ""


@frozen
class Stretch:
    """Characters of a paragraph that look alike, and where they stand in the text of the document."""

    text: str
    face: Face
    span: Span | None = None


@frozen
class ParagraphLook:
    """A paragraph: its style's name, how it is set, and its stretches.

    `pitch` is the 行距 in points where it is fixed (`rule` exact or atLeast), a number of lines where `rule` is auto.
    `first` is the 首行缩进 in characters. `in_table` and `numbered` (自动编号) say what it is part of.
    """

    style: str = ""
    align: str = ""
    pitch: float | None = None
    rule: str = ""
    first: float | None = None
    numbered: bool = False
    in_table: bool = False
    stretches: tuple[Stretch, ...] = ()

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join(stretch.text for stretch in self.stretches)

    @property
    def span(self) -> Span | None:
        """Where it stands in the text of the document."""
        spans = [stretch.span for stretch in self.stretches if stretch.span is not None]
        return Span(spans[0].start, spans[-1].end) if spans else None

    @property
    def face(self) -> Face | None:
        """How most of it looks."""
        counted: dict[Face, int] = {}
        for stretch in self.stretches:
            counted[stretch.face] = counted.get(stretch.face, 0) + len(stretch.text.strip())
        return max(counted, key=lambda face: counted[face]) if counted else None


@frozen
class PageNumber:
    """页码: a footer (or header) that shows the number of the page; `pages` are default, even or first.

    `text` is what stands there with ``#`` for the number (— # —).
    """

    pages: str
    text: str
    align: str
    face: Face
    in_header: bool = False


@frozen
class Layout:
    """What the pages of a document look like.

    `odd_and_even` says that footers of odd and even pages differ, `revisions` counts tracked changes, `comments` the
    comments that don't speak to `govreport check`.
    """

    sheets: tuple[Sheet, ...] = ()
    paragraphs: tuple[ParagraphLook, ...] = field(default=(), repr=False)
    page_numbers: tuple[PageNumber, ...] = ()
    odd_and_even: bool = False
    revisions: int = 0
    comments: int = 0
