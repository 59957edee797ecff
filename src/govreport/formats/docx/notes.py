"""脚注 and 尾注: their marks in the text, counted as Word counts them, and their texts behind it.

A mark ([1], ①) stands in the text under a `markup` hint, so that sentences and headings read without it; a note's text
is a line behind the text, under a `furniture` hint (`note`). Marks in table cells are left out: they would be read as
digits of the value. Notes count through the document, for where its pages end isn't known.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field
from lxml import etree

from ..number_formats import Show, show_of

KINDS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
DEFAULTS = {"footnote": "decimal", "endnote": "lowerRoman"}


@define
class Notes:
    """The notes that a text refers to, in order, each with its mark (empty if the text has one of its own)."""

    w: str
    shows: dict[str, Show] = field(factory=dict)
    counts: dict[str, int] = field(factory=dict)
    marks: dict[tuple[str, str], str] = field(factory=dict)

    @property
    def kinds(self) -> list[str]:
        """Which kinds of notes there are."""
        return [kind for kind in DEFAULTS if any(of == kind for of, _ in self.marks)]

    def refer(self, element: etree._Element, name: str) -> str:
        """The mark of a reference (`w:footnoteReference`); empty where the text has a mark of its own."""
        kind = KINDS[name]
        key = (kind, element.get(f"{self.w}id", ""))
        if element.get(f"{self.w}customMarkFollows") not in (None, "0", "false"):
            self.marks.setdefault(key, "")
            return ""
        if key not in self.marks:
            self.counts[kind] = self.counts.get(kind, 0) + 1
            number = self.shows.get(kind, show_of(DEFAULTS[kind]))(self.counts[kind])
            self.marks[key] = f"[{number}]" if number.isascii() else number
        return self.marks[key]

    def referred(self, kind: str, root: etree._Element | None) -> Iterator[tuple[str, etree._Element]]:
        """The notes of a part that the text refers to, in the order of their marks."""
        notes = root.iterchildren(f"{self.w}{kind}") if root is not None else ()
        by_id = {note.get(f"{self.w}id", ""): note for note in notes}
        for (of, key), mark in self.marks.items():
            if of == kind and key in by_id:
                yield mark, by_id[key]


def load_notes(w: str, *roots: etree._Element | None) -> Notes:
    """How notes are numbered: by the first `w:footnotePr` and `w:endnotePr` below `roots` that say so."""
    notes = Notes(w)
    for kind in DEFAULTS:
        for root in roots:
            for properties in root.iter(f"{w}{kind}Pr") if root is not None else ():
                format, start = properties.find(f"{w}numFmt"), properties.find(f"{w}numStart")
                if format is not None and kind not in notes.shows:
                    notes.shows[kind] = show_of(format.get(f"{w}val", ""), format.get(f"{w}format", ""))
                if start is not None and kind not in notes.counts:
                    first = start.get(f"{w}val", "")
                    notes.counts[kind] = int(first) - 1 if first.isdecimal() and len(first) < 6 else 0
    return notes
