"""字体: the face of every run, after the level and the number of its heading (GB/T 9704-2012 7.3.3)."""

from __future__ import annotations

from attrs import evolve

from ..render import Piece, Run
from .layouts import CENTRED, FACES, FACES_OF_NUMBERS, FANGSONG, HEADING, Look


def heading_look(piece: Piece) -> Look:
    """How a heading that stands alone looks in its style, which knows its level and not its number.

    >>> heading_look(Piece("heading", level=1)).face, heading_look(Piece("heading", level=3)).face
    ('黑体', '仿宋_GB2312')
    """
    level = outline_level(piece.level)
    return evolve(HEADING, face=_by_level(level), outline=level)


def outline_level(level: int) -> int:
    """Word has nine."""
    return min(max(level, 1), 9)


def centred(piece: Piece) -> bool:
    """Whether a heading stands in the middle of its line, as 第一章 does."""
    number = next((run.number for run in piece.runs if run.opens), None)
    return piece.kind == "heading" and number is not None and number.style in CENTRED


def faces_of(piece: Piece) -> list[str]:
    """The face of each run of a piece, empty where it is that of the paragraph's style.

    >>> from ...model.number import Number
    >>> number = Run("（一）", "number", 2, opens=True, number=Number("（一）", "hanzi-paren", 1))
    >>> faces_of(Piece("text", [number, Run("加强领导", "heading", 2), Run("健全机制。", "text", 2)]))
    ['楷体_GB2312', '楷体_GB2312', '']
    """
    if piece.kind not in ("heading", "text") or any(run.annex for run in piece.runs):
        return [""] * len(piece.runs)
    usual = heading_look(piece).face if piece.kind == "heading" else FANGSONG
    found = []
    face = usual
    for index, run in enumerate(piece.runs):
        if run.opens:
            face = _face(run, piece) if _headed(piece.runs, index) else FANGSONG
        own = usual if run.kind == "text" else face
        found.append("" if own == usual else own)
    return found


def _face(opening: Run, piece: Piece) -> str:
    """That of the number; a heading of the first level that stands alone, and one without number, go by the level."""
    if opening.number is None or (piece.kind == "heading" and opening.level == 1):
        return _by_level(opening.level)
    return FACES_OF_NUMBERS.get(opening.number.style, FANGSONG)


def _by_level(level: int) -> str:
    return FACES[level - 1] if 0 < level <= len(FACES) else FANGSONG


def _headed(runs: list[Run], index: int) -> bool:
    """Whether the section that opens here has a heading."""
    for at in range(index, len(runs)):
        if at > index and runs[at].opens:
            return False
        if runs[at].kind == "heading" and runs[at].text:
            return True
    return False
