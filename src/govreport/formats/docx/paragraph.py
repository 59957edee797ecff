"""Paragraphs and tables of a story as text with hints, and putting them together to the text of the document."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from ...model.source import Hint, Span
from .styles import Look, Style
from .symbols import SOFT_HYPHEN

Run = tuple[str, Look]
MARK = Look(face="note mark")
"""The look of the mark of a footnote: it is markup and no part of the sentence."""


@frozen
class Block:
    """The text of a paragraph or table with hints that count from its start; `pages`: it shows a page number."""

    text: str
    hints: tuple[Hint, ...] = ()
    pages: bool = False

    def hinted(self, kind: str, value: object) -> Block:
        """The block with one more hint, for all of its text."""
        return Block(self.text, (*self.hints, Hint(Span(0, len(self.text)), kind, value)), self.pages)


def paragraph_block(runs: list[Run], label: str, style: Style, pages: bool = False) -> Block:
    """A paragraph's line: number, text, and what is bold; line breaks at its ends go."""
    strong: list[tuple[int, int]] = []
    marks: list[tuple[int, int]] = []
    length = 0
    for piece, look in runs:
        if look is MARK:
            marks.append((length, length + len(piece)))
        elif look.strong and piece.strip():
            start = strong.pop()[0] if strong and strong[-1][1] == length else length
            strong.append((start, length + len(piece)))
        length += len(piece)
    raw = "".join([piece for piece, _ in runs])
    text = raw.rstrip().lstrip("\n\r")
    if not text.strip():
        return Block("")
    shift = len(label) - (len(raw) - len(raw.lstrip("\n\r")))
    text = label + text
    whole = Span(0, len(text))
    hints: list[Hint] = []
    if style.contents:
        hints.append(Hint(whole, "furniture", "contents"))
    elif style.level:
        hints.append(Hint(whole, "heading", style.level))
    if style.align:
        hints.append(Hint(whole, "align", style.align))
    for kind, spans in (("bold", strong), ("markup", marks)):
        for a, b in spans:
            start, end = max(0, a + shift), min(len(text), b + shift)
            if start < end:
                hints.append(Hint(Span(start, end), kind))
    if SOFT_HYPHEN in text:
        hints += [Hint(Span(at, at + 1), "markup") for at, char in enumerate(text) if char == SOFT_HYPHEN]
    if "\n" in text:
        hints += [Hint(Span(at, at + 1), "break") for at, char in enumerate(text) if char == "\n"]
    return Block(text, tuple(hints), pages)


def assembled(blocks: Iterable[Block]) -> tuple[str, tuple[Hint, ...]]:
    """All text and all hints of the document, a block a line."""
    hints: list[Hint] = []
    texts: list[str] = []
    offset = 0
    for block in blocks:
        texts.append(block.text)
        for hint in block.hints:
            hints.append(Hint(Span(hint.span.start + offset, hint.span.end + offset), hint.kind, hint.value))
        offset += len(block.text) + 1
    return "\n".join(texts), tuple(hints)
