"""Where the characters of a DOCX's text stand in its XML: the way back from `Source.text` to `w:t` elements.

The reader itself says it. It reads the document again with every letter of every `w:t` put in another's place, as
wide as the old one, so that all it decides is decided alike; where a letter turns up in the text is where it came
from. Whatever the reader leaves out, moves or repeats is right by construction, and it needs to know nothing of this.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from io import BytesIO
from typing import Any

from attrs import frozen
from lxml import etree

from ...model.report import Report
from ...model.source import Source
from ..cells import wide
from ..ooxml import Package, open_package
from .reader import read

Place = tuple[int, int]
"""A text element, by its index in `Places.elements`, and a character in it."""
WIDE, NARROW = 0x20000, 0xF0000
"""Where the stand-ins for wide and narrow letters begin: two planes each, of hanzi and of private use."""
BASE = 0xFF00
"""How many letters of a plane are used."""
STORIES = ("footnotes", "endnotes")
MAX_PAIRS = 25_000_000
"""Lines laid side by side at most."""
SEALED = "docProps/custom.xml"
"""The part that tells documents written here."""


@frozen
class TextElement:
    """A `w:t` and the part of the package that it is in."""

    part: str
    element: etree._Element
    text: str


@frozen
class Places:
    """The text elements of a document in order, and where every character of its text comes from, if from one."""

    text: str
    elements: tuple[TextElement, ...]
    at: tuple[Place | None, ...]


def places(data: bytes, **options: Any) -> Places:
    """The places of all characters of a DOCX; those that stand in no `w:t` (automatic numbers, tabs) have none.

    `options` are those of the reader.
    """
    package = open_package(data)
    main = package.relations().get("officeDocument", "word/document.xml")
    related = package.relations(main)
    roots = {part: package.xml(part) for part in (main, *(related.get(name) for name in STORIES)) if part}
    elements = tuple(
        TextElement(part, element, element.text or "")
        for part, root in roots.items()
        if root is not None
        for element in root.iter(f"{{{etree.QName(root).namespace}}}t")
    )
    count = sum(len(element.text) for element in elements)

    def reread(sign: Callable[[str, int], str]) -> str:
        number = 0
        for found in elements:
            found.element.text = "".join(sign(char, number + at) for at, char in enumerate(found.text))
            number += len(found.text)
        parts = {part: etree.tostring(root, encoding="UTF-8") for part, root in roots.items() if root is not None}
        return _text(read(_repacked(package, parts), **options))

    text = _text(read(data, **options))
    low = reread(lambda char, number: _stand_in(char, number % BASE))
    high = reread(lambda char, number: _stand_in(char, number // BASE)) if count > BASE else low
    homes = [(index, at) for index, found in enumerate(elements) for at in range(len(found.text))]
    came: list[Place | None] = []
    for char, other in zip(low, high, strict=False):
        number = _number(char) + (BASE * _number(other) if high is not low else 0)
        came.append(homes[number] if _number(char) >= 0 and 0 <= number < count else None)
    plain = "".join(char if home is None else _at(elements, home) for char, home in zip(low, came, strict=False))
    found: list[Place | None] = [None] * len(text)
    for at, there in _aligned(text, plain):
        if came[there] is not None and plain[there] == text[at]:
            found[at] = came[there]
    _fill_spaces(text, elements, found)
    return Places(text, elements, tuple(found))


def _at(elements: tuple[TextElement, ...], place: Place) -> str:
    return elements[place[0]].text[place[1]]


def _text(found: Source | Report) -> str:
    source = found.source if isinstance(found, Report) else found
    return source.text if source is not None else ""


def _aligned(text: str, plain: str) -> Iterable[tuple[int, int]]:
    """Where the letters of `text` stand in `plain`.

    The two are the same but for documents written here, which are read in another way if their seal holds: less the
    letterhead, and with other white space. They are laid side by side line by line.
    """
    if text == plain:
        yield from enumerate(range(len(text)))
        return
    lines, others = _lines(text), _lines(plain)
    if len(lines) * len(others) > MAX_PAIRS:
        return
    words, other_words = [word for word, _ in lines], [word for word, _ in others]
    for _, a, b, c, d in SequenceMatcher(None, words, other_words, autojunk=False).get_opcodes():
        ours = [at for _, letters in lines[a:b] for at in letters]
        theirs = [at for _, letters in others[c:d] for at in letters]
        said, told = "".join(words[a:b]), "".join(other_words[c:d])
        if said and told.endswith(said):  # a title is one line here and several there
            yield from zip(ours, theirs[-len(ours) :], strict=True)


def _lines(text: str) -> list[tuple[str, list[int]]]:
    """The lines of a text without white space, each with the places of its letters."""
    found, begin = list[tuple[str, list[int]]](), 0
    for line in text.split("\n"):
        letters = [begin + at for at, char in enumerate(line) if not char.isspace()]
        if letters:
            found.append(("".join(text[at] for at in letters), letters))
        begin += len(line) + 1
    return found


def _stand_in(char: str, number: int) -> str:
    """The letter that stands for the one with this number; spaces stay, for the reader looks at them."""
    if char.isspace():
        return char
    return chr((WIDE if wide(char) else NARROW) + number)


def _number(char: str) -> int:
    """The number of a stand-in; -1 for what is none."""
    code = ord(char)
    return code - NARROW if code >= NARROW else code - WIDE if WIDE <= code < WIDE + BASE else -1


def _fill_spaces(text: str, elements: tuple[TextElement, ...], found: list[Place | None]) -> None:
    """Spaces have the place beside that of the letter beside them, where the same space stands there."""
    for order, step in ((range(1, len(text)), 1), (range(len(text) - 2, -1, -1), -1)):
        for at in order:
            beside = found[at - step]
            if found[at] is None and beside is not None and text[at].isspace():
                found[at] = _next(elements, beside, step, text[at])


def _next(elements: tuple[TextElement, ...], place: Place, step: int, char: str) -> Place | None:
    """The place of `char` right behind (or before) another: in its element, or in the nearest one that isn't empty."""
    index, at = place[0], place[1] + step
    while not 0 <= at < len(elements[index].text):
        index += step
        if not 0 <= index < len(elements):
            return None
        at = 0 if step > 0 else len(elements[index].text) - 1
    return (index, at) if _at(elements, (index, at)) == char else None


def _repacked(package: Package, parts: dict[str, bytes]) -> bytes:
    """The XML of a package with some parts replaced; pictures and the like are left out."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
        for name in package.archive.namelist():
            if name in parts or name.endswith((".xml", ".rels")):
                copy.writestr(name, parts.get(name) or package.content(name) or b"")
    return target.getvalue()
