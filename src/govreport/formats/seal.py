"""The seal of a document written here: as long as it holds the very pieces that were written, it needs no parsing.

For formats whose markup carries the tree (DOCX, OFD): the seal stands among the document's properties.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from .markup_text import clean
from .render import Piece
from .run_marks import mark

SEAL = "govreport.seal"
"""The property that holds it."""


def seal(pieces: Iterable[Piece]) -> str:
    """What a document that still has these pieces, and no others, can be told by."""
    said = json.dumps(list(_written(pieces)), ensure_ascii=True)
    return hashlib.sha256(said.encode("ascii")).hexdigest()


def _written(pieces: Iterable[Piece]) -> Iterator[tuple[object, ...]]:
    """What a document holds of pieces, in the form that their seal is made from."""
    for piece in pieces:
        if piece.table is not None:
            yield piece.kind, piece.level, *(tuple(clean(cell) for cell in row) for row in piece.table.rows)
        elif text := clean(piece.text):
            yield piece.kind, text, *(f"{mark(run)} {len(clean(run.text))}" for run in piece.runs)
