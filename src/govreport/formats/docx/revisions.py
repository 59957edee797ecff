"""修订: the two views of a document with tracked changes, and its elements in one of them (ECMA-376-1, 17.13.5).

Both are one table: which wrappers fall away, which marks on a paragraph's end make it run into the next one, which on
a row or cell remove it, and whether properties are taken as they were.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from lxml import etree

INVISIBLE = frozenset(("rt", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr"))


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and the like.

    >>> local(etree.fromstring("<w:p xmlns:w='urn:w'/>"))
    'p'
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


@frozen
class View:
    """One side of the tracked changes."""

    dropped: frozenset[str]
    joining: tuple[str, ...]
    row: str
    cell: str
    text: frozenset[str]
    codes: frozenset[str]
    former: bool

    def visible(self, parent: etree._Element) -> Iterator[etree._Element]:
        """The children that this view shows; of alternatives (mc:AlternateContent) the first choice, else the
        fallback."""
        for element in parent:
            name = local(element)
            if name == "AlternateContent":
                choice = next((c for c in element if local(c) == "Choice"), None)
                chosen = choice if choice is not None else next((c for c in element if local(c) == "Fallback"), None)
                if chosen is not None:
                    yield from self.visible(chosen)
            elif name and name not in self.dropped:
                yield element

    def properties(self, element: etree._Element, tag: str) -> etree._Element | None:
        """The `w:pPr` or `w:rPr` (`tag`, with namespace) of an element, in the former view as they were."""
        found = element.find(tag)
        if found is not None and self.former:
            change = found.find(f"{tag}Change")
            if change is not None:
                return change.find(tag)
        return found


ACCEPTED = View(
    dropped=INVISIBLE | {"del", "moveFrom"},
    joining=("del", "moveFrom"),
    row="del",
    cell="cellDel",
    text=frozenset(("t",)),
    codes=frozenset(("instrText",)),
    former=False,
)
ORIGINAL = View(
    dropped=INVISIBLE | {"ins", "moveTo"},
    joining=("ins", "moveTo"),
    row="ins",
    cell="cellIns",
    text=frozenset(("t", "delText")),
    codes=frozenset(("instrText", "delInstrText")),
    former=True,
)
