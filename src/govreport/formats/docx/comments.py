"""批注: Word comments that speak to `govreport check`, as hints for the text that they are attached to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from ...model.source import Hint, Span
from ..ooxml import open_package
from .places import places

SPEAKS = "govreport:"


def comments(data: bytes, **options: Any) -> tuple[Hint, ...]:
    """A hint for each comment of a DOCX that begins with ``govreport:``; `options` are those of the reader."""
    if b"word/comments" not in data and b"/comments.xml" not in data:
        return ()  # names of parts stand uncompressed in a package
    package = open_package(data)
    main = package.relations().get("officeDocument", "word/document.xml")
    part = package.relations(main).get("comments")
    said = {id: text for id, text in _said(package.xml(part)) if text.startswith(SPEAKS)}
    root = package.xml(main)
    if not said or root is None:
        return ()
    ranges = _ranges(root, set(said))
    found: dict[str, list[int]] = {}
    for at, place in enumerate(places(data, **options).at):
        if place is not None:
            for id in ranges.get(place[0], ()):
                found.setdefault(id, []).append(at)
    return tuple(Hint(Span(min(at), max(at) + 1), "comment", said[id]) for id, at in found.items())


def _said(root: etree._Element | None) -> Iterator[tuple[str, str]]:
    """Id and words of every comment."""
    for comment in root if root is not None else ():
        w = f"{{{etree.QName(comment).namespace}}}"
        yield comment.get(f"{w}id", ""), "".join(t.text or "" for t in comment.iter(f"{w}t")).strip()


def _ranges(root: etree._Element, wanted: set[str]) -> dict[int, set[str]]:
    """The comments that each text element lies in; one without a range lies on the paragraph that refers to it."""
    w = f"{{{etree.QName(root).namespace}}}"
    open_now: set[str] = set()
    found: dict[int, set[str]] = {}
    ranged: set[str] = set()
    indexes = {element: index for index, element in enumerate(root.iter(f"{w}t"))}
    for element in root.iter(f"{w}t", f"{w}commentRangeStart", f"{w}commentRangeEnd"):
        name, id = etree.QName(element).localname, element.get(f"{w}id", "")
        if name == "commentRangeStart" and id in wanted:
            open_now.add(id)
        elif name == "commentRangeEnd":
            open_now.discard(id)
        elif name == "t" and open_now:
            found[indexes[element]] = set(open_now)
            ranged |= open_now
    for reference in root.iter(f"{w}commentReference"):
        id = reference.get(f"{w}id", "")
        paragraph = next(reference.iterancestors(f"{w}p"), None)
        if id in wanted - ranged and paragraph is not None:
            for text in paragraph.iter(f"{w}t"):
                found.setdefault(indexes[text], set()).add(id)
    return found
