"""Akoma Ntoso as text and as elements: the names of the standard, a writer with indents, the words of an element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import define, field
from lxml import etree

from ..cells import join_cell
from ..markup_text import attribute, clean, escaped

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:govreport:akn:1"
"""The namespace of what the standard has no place for: metadata, units, styles of numbers."""
DRAFTS = re.compile(r"https?://(?:docs\.oasis-open\.org/legaldocml/ns/akn/|www\.akomantoso\.org/)")
"""How namespaces of Akoma Ntoso begin, those of 1.0 (3.0) and of all earlier drafts."""
PREFIX = f'xmlns="{NAMESPACE}" xmlns:g="{OWN}"'

NOTES = frozenset(("authorialNote", "subFlow", "popup"))
"""What stands inside a paragraph and is a text of its own."""
UNSAID = frozenset(("del", "noteRef", "meta", "eop", "img", "marker"))
BREAKS = frozenset(("br", "eol"))

Attributes = Mapping[str, str | None]


@define
class Writer:
    """Markup, an element a line; what is written with `leaf` keeps its white space."""

    lines: list[str] = field(factory=list)
    open_tags: list[str] = field(factory=list)

    def begin(self, tag: str, attributes: Attributes | None = None) -> None:
        """Open an element that holds elements."""
        self._line(f"<{tag}{spelt(attributes)}>")
        self.open_tags.append(tag)

    def end(self) -> None:
        """Close the element opened last."""
        tag = self.open_tags.pop()
        self._line(f"</{tag}>")

    def leaf(self, tag: str, content: str = "", attributes: Attributes | None = None) -> None:
        """An element with text; `content` is markup already."""
        self._line(element(tag, content, attributes))

    def _line(self, markup: str) -> None:
        self.lines.append(f"{'  ' * len(self.open_tags)}{markup}")

    def __str__(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)


def element(tag: str, content: str = "", attributes: Attributes | None = None) -> str:
    """One element; attributes that are None or empty are left out.

    >>> element("p", "甲", {"class": "inline", "eId": None}), element("td")
    ('<p class="inline">甲</p>', '<td/>')
    """
    start = f"{tag}{spelt(attributes)}"
    return f"<{start}>{content}</{tag}>" if content else f"<{start}/>"


def spelt(attributes: Attributes | None) -> str:
    """Attributes with a space before each."""
    return "".join(f" {name}={attribute(clean(value))}" for name, value in (attributes or {}).items() if value)


def words(text: str) -> str:
    """A text as character data, without what XML can't hold."""
    return escaped(clean(text))


def classes(found: etree._Element) -> list[str]:
    """The words of an element's class."""
    return (found.get("class") or "").split()


def said(found: etree._Element, exact: bool) -> str:
    """The text of an element with all inside it but notes and deletions.

    Not `exact`, line ends of the file are layout: spaces between Latin words, nothing between Chinese characters.

    >>> said(etree.fromstring("<p>甲<b>乙</b>\\n  丙</p>"), False)
    '甲乙丙'
    """
    text = "".join(_texts(found))
    return text if exact else join_cell(re.split(r"[\r\n]", text))


def _texts(found: etree._Element) -> Iterator[str]:
    yield found.text or ""
    for child in found:
        if child.tag in BREAKS:
            yield "\n"
        elif child.tag not in NOTES and child.tag not in UNSAID:
            yield from _texts(child)
        yield child.tail or ""
