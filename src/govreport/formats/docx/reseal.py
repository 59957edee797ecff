"""Documents written here stay told after a fix: the seal of what was edited in place is made anew.

A fix changes words and no more, so the styles still say what each paragraph is; without its seal the document would be
parsed, with the letterhead and the page numbers that writing put around it. What somebody else edits isn't sealed.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...language.dates import parse_date
from ..ooxml import WORDS
from ..package import replaced
from ..properties import Properties, read_properties
from ..render import Piece
from ..seal import SEAL, seal
from .carriers import ORIGINAL
from .reader import opened
from .recognise import custom_of, custom_part, pieces_of

DATES = ("date", "closing_date")
"""Pieces whose text the date among the properties was read from."""


def resealed(before: bytes, after: bytes) -> bytes:
    """The edited document with the seals that held before it was edited (of a redline, of both views) made anew.

    Where an edit changed what else the properties say, the issuer or the date, the seal is left to be wrong: then the
    document is parsed.
    """
    old, new = opened(before), opened(after)
    custom = custom_of(old.package)
    part = custom_part(old.package)
    content = (new.package.content(part) or b"") if SEAL in custom else b""
    for prefix in ("", ORIGINAL):
        known = custom.get(prefix + SEAL, "")
        was, now = (pieces_of(one.package, one.main, one.body, bool(prefix)) for one in (old, new))
        if not known or was is None or now is None or seal(was) != known:
            continue
        own = {name.removeprefix(prefix): value for name, value in custom.items() if name.startswith(prefix)}
        if _still_said(read_properties(own.items()), was, now):
            content = content.replace(known.encode("ascii"), seal(now).encode("ascii"))
    return replaced(after, {part: content}, WORDS) if part and content else after


def _still_said(properties: Properties, was: Sequence[Piece], now: Sequence[Piece]) -> bool:
    """Whether the pieces name the issuer if they did before, and the same dates."""
    old, new = ("\n".join(piece.text for piece in pieces) for pieces in (was, now))
    return (properties.issuer not in old or properties.issuer in new) and _dates(was) == _dates(now)


def _dates(pieces: Sequence[Piece]) -> list[str]:
    return [parse_date(piece.text) or piece.text for piece in pieces if piece.kind in DATES]
