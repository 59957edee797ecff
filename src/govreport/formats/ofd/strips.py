"""版面的行: the pieces of a report → strips, each as wide as the type area and one line high, from top to bottom.

Looks, faces and title shapes are those of DOCX out. Lengths are twips (1/20 pt).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field, frozen

from ..gongwen.faces import centred, faces_of, heading_look
from ..gongwen.layouts import CHARACTER, NEW_PAGE, TITLE_BLOCK, Layout, Look
from ..gongwen.title_shape import title_lines
from ..markup_text import clean
from ..render import Piece, Run
from .breaking import Line, broken
from .measure import breadth, is_latin

Owner = tuple[int, int, int]
"""What a text belongs to: number of the piece; number of the run and -1, or row and column of a table."""
FURNITURE: Owner = (-1, -1, -1)
ASCENT = 0.88
"""How much of a line of type stands above its baseline."""


@frozen
class Face:
    """字体, size in half points, and whether letters are half an em (宋体 of page numbers)."""

    name: str
    size: int
    even: bool = False


@define
class Words:
    """Characters of one face in one line: the left edge of each, and their baseline, from the strip's corner."""

    text: str
    lefts: list[int]
    baseline: int
    face: Face
    owner: Owner


@define
class Segment:
    """A ruling line."""

    x0: int
    y0: int
    x1: int
    y1: int


@define
class Strip:
    """A line of the page: `keep` says that the next one stands on the same page, `blank` that it is only space,
    `opens` what begins here for the outline (level, title), `head` what a page repeats that begins here in a table,
    `frame` the edges of the table that it belongs to."""

    height: int
    words: list[Words] = field(factory=list)
    rules: list[Segment] = field(factory=list)
    keep: bool = False
    blank: bool = False
    new_page: bool = False
    opens: list[tuple[int, str]] = field(factory=list)
    head: Sequence[Strip] = ()
    frame: tuple[int, int] | None = None


def look_of(piece: Piece, layout: Layout) -> Look:
    """How a piece that is no table looks."""
    if piece.kind != "heading":
        return layout.looks[piece.kind]
    if piece.level == 1 and piece.runs[0].annex:
        return layout.looks["numbered annex" if piece.text.startswith("附件") else "annex"]
    return heading_look(piece)


def space(piece: Piece, look: Look, above: str) -> float:
    """Lines left empty over a paragraph; `above` is the kind of the piece before it."""
    if not above or above == piece.kind:
        return 0
    return 1 if above in TITLE_BLOCK and piece.kind not in TITLE_BLOCK else look.before


def begins_page(piece: Piece, look: Look, above: str) -> bool:
    """Whether a piece stands at the top of a page (附件, 7.3.7)."""
    annex = piece.kind == "heading" and any(run.annex for run in piece.runs) and above != "label"
    return bool(above) and (look.new_page or (annex and NEW_PAGE.search(piece.text) is not None))


def paragraph(piece: Piece, number: int, layout: Layout, above: str, signed: tuple[int, int]) -> Iterator[Strip]:
    """The strips of a paragraph; `signed` has the indents of 署名 and 成文日期."""
    look = look_of(piece, layout)
    fresh = begins_page(piece, look, above)
    empty = 0 if fresh else round(space(piece, look, above) * layout.looks["text"].pitch)
    if empty:
        yield Strip(empty, blank=True, keep=True)
    text, faces, owners = _characters(piece, number, look)
    widths = [breadth(char, face.size) for char, face in zip(text, faces, strict=True)]
    lines = _lines(piece, text, widths, look, layout.page.text_width, signed)
    opens = dict(_openings(piece))
    for index, line in enumerate(lines):
        # 孤行: neither the first nor the last line of a paragraph stands alone on its page
        alone = index in (0, len(lines) - 2) and len(lines) > 1
        strip = Strip(look.pitch or look.size * 12, keep=look.keep or alone, new_page=fresh and not index)
        strip.words = list(_words(text, faces, owners, line, strip.height, look.size))
        strip.opens = [opens[at] for at in range(line.start, line.end) if at in opens]
        yield strip


def _characters(piece: Piece, number: int, look: Look) -> tuple[str, list[Face], list[Owner]]:
    """The characters of a piece, each with its face and owner."""
    parts, faces, owners = [], list[Face](), list[Owner]()
    for index, (run, name) in enumerate(zip(piece.runs, faces_of(piece), strict=True)):
        text = clean(run.text)
        parts.append(text)
        chinese, latin = Face(name or look.face, look.size), Face(look.latin, look.size)
        faces += [latin if is_latin(char) else chinese for char in text]
        owners += [(number, index, -1)] * len(text)
    return "".join(parts), faces, owners


def _lines(piece: Piece, text: str, widths: list[int], look: Look, room: int, signed: tuple[int, int]) -> list[Line]:
    """The lines of a paragraph, where they stand."""
    if piece.kind == "title":
        return list(_titled(text, widths, room))
    if look.align == "center" or centred(piece):
        return [_centred(line, room) for line in broken(text, widths, room, even=False)]
    if piece.kind in ("signature", "closing_date"):
        left = signed[piece.kind == "closing_date"]
        return broken(text, widths, room, left, left, even=False)
    first = round(look.first * CHARACTER)
    if piece.kind == "enclosure":
        label = clean(next((run.text for run in piece.runs if run.kind == "gap"), ""))
        under = 0 if label.startswith("附件：") else 3 * CHARACTER
        hang = first + under + sum(widths[: len(label)])
        return broken(text, widths, room, first + under, hang)
    return broken(text, widths, room, first)


def _titled(text: str, widths: list[int], room: int) -> Iterator[Line]:
    """The lines of a title, broken between words, in the middle."""
    at = 0
    for part in title_lines(text):
        for line in broken(part, widths[at : at + len(part)], room, even=False):
            yield _centred(Line(line.start + at, line.end + at, line.lefts, line.width), room)
        at += len(part)


def _centred(line: Line, room: int) -> Line:
    shift = max(0, (room - line.width) // 2)
    line.lefts = [left + shift for left in line.lefts]
    return line


def signed(found: Iterable[Piece], layout: Layout) -> tuple[int, int]:
    """Where 署名 and 成文日期 begin: the date two characters right of the name, the longer one ending two characters
    from the edge (7.3.5.2)."""
    widths = {"signature": 0, "closing_date": 0}
    for piece in found:
        if piece.kind in widths:
            size = look_of(piece, layout).size
            widths[piece.kind] = max(widths[piece.kind], sum(breadth(char, size) for char in clean(piece.text)))
    edge, step = layout.page.text_width - 2 * CHARACTER, 2 * CHARACTER
    name, date = widths["signature"], widths["closing_date"]
    if not name or not date:
        return max(0, edge - name), max(0, edge - date)
    left = max(0, edge - max(name, date + step))
    return left, left + step


def _openings(piece: Piece) -> Iterator[tuple[int, tuple[int, str]]]:
    """Where the sections with a heading begin that open in a paragraph: offset, level, and number with heading."""
    at = start = 0
    opening: Run | None = None
    title: list[str] = []

    def found() -> Iterator[tuple[int, tuple[int, str]]]:
        if opening is not None and title and title[-1]:
            yield start, (max(1, opening.level), "".join(title))

    for run in piece.runs:
        if run.opens:
            yield from found()
            start, opening, title = at, run, []
        if opening is not None and run.kind in ("number", "heading"):
            title.append(clean(run.text).strip())
        elif opening is not None and run.kind == "text":
            yield from found()
            opening = None
        at += len(clean(run.text))
    yield from found()


def _words(text: str, faces: list[Face], owners: list[Owner], line: Line, height: int, size: int) -> Iterator[Words]:
    """The characters of a line, those of one face and owner together."""
    baseline = baseline_of(height, size)
    start = line.start
    for at in range(line.start, line.end + 1):
        if at == line.end or (faces[at], owners[at]) != (faces[start], owners[start]):
            if at > start:
                lefts = line.lefts[start - line.start : at - line.start]
                yield Words(text[start:at], lefts, baseline, faces[start], owners[start])
            start = at


def baseline_of(height: int, size: int) -> int:
    """Where type of this size (half points) stands in a line of this height."""
    return round((height - size * 10) / 2 + ASCENT * size * 10)
