"""What stands in a written document, piece by piece: runs in their styles, and what tracked changes say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from ..gongwen.faces import faces_of
from ..render import Piece
from .carriers import Ink, inked
from .grid import Row


@frozen
class Part:
    """Runs of a paragraph that were put in (`ins`), taken out (`del`), or neither."""

    inks: tuple[Ink, ...]
    tracked: str = ""


@define
class Entry:
    """A piece as it is written; `tracked` says that the paragraph as such (or the table) was put in or taken out."""

    piece: Piece
    parts: list[Part] = field(factory=list)
    rows: list[Row] = field(factory=list)
    tracked: str = ""


def inks_of(piece: Piece) -> tuple[Ink, ...]:
    """The runs of a piece, each with the face of its heading's level."""
    return tuple(inked(piece.runs, faces_of(piece)))


def entry_of(piece: Piece, tracked: str = "") -> Entry | None:
    """A piece in a document; None if nothing of its text can be written."""
    if piece.table is not None:
        return Entry(piece, rows=[Row(row, tracked=tracked) for row in piece.table.rows], tracked=tracked)
    inks = inks_of(piece)
    return Entry(piece, [Part(inks, tracked)], tracked=tracked) if inks else None


def entries_of(pieces: Iterable[Piece]) -> Iterator[Entry]:
    """The pieces of a report as they are."""
    return (entry for piece in pieces if (entry := entry_of(piece)) is not None)
