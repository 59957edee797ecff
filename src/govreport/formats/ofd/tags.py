"""语义标引 (GB/T 33190-2016 ch. 16, GB/T 33476): tags that say what text objects are, as metadata."""

from __future__ import annotations

from collections.abc import Iterator

from .container import Container, Element, child, children, local
from .document import Document

SEMANTIC = frozenset(
    (
        *("份号", "密级和保密期限", "紧急程度", "发文机关标志", "发文字号", "签发人", "标题", "主送机关", "附件说明"),
        *("发文机关署名", "成文日期", "附注", "抄送机关", "印发机关", "印发日期", "发布层次"),
    )
)
"""Names of tags in 电子公文 that are read; their parts (发文机关代字, 年份, 发文顺序号) belong to their text."""
MAX_TAGS = 10_000
Place = tuple[str, str]
"""The id of a page (empty if a reference doesn't say) and of an object on it."""


def tag_files(container: Container, document: Document) -> Iterator[Element]:
    """The roots of the files of tags."""
    at = container.named(_location(document), document.path)
    for tag in children(at[1] if at else None, "CustomTag"):
        location = child(tag, "FileLoc")
        root = container.root(container.path(location.text if location is not None else None, at[0] if at else ""))
        if root is not None:
            yield root


def _location(document: Document) -> str | None:
    element = child(document.root, "CustomTags")
    return element.text if element is not None else None


def tagged(container: Container, document: Document) -> dict[str, str]:
    """What stands under the semantic tags of a document, by their names; the first of a name counts."""
    found: dict[str, list[Place]] = {}
    for root in tag_files(container, document):
        for element in root.iter():
            if local(element) in SEMANTIC and len(found) < MAX_TAGS:
                found.setdefault(local(element), references(element))
    texts = objects(container, document) if any(found.values()) else None
    anywhere = {id: text for (_, id), text in (texts or {}).items()}
    said = {
        name: "".join((texts or {}).get(place, "" if place[0] else anywhere.get(place[1], "")) for place in places)
        for name, places in found.items()
    }
    return {name: text.strip() for name, text in said.items() if text.strip()}


def references(element: Element) -> list[Place]:
    """The objects that an element and those below it refer to, in order."""
    return [(ref.get("PageRef", ""), (ref.text or "").strip()) for ref in element.iter() if local(ref) == "ObjectRef"]


def objects(container: Container, document: Document) -> dict[Place, str] | None:
    """The text of all text objects on the pages; None if two of them have the same number."""
    found: dict[Place, str] = {}
    for page in children(document.root, "Pages", "Page"):
        at = container.named(page.get("BaseLoc"), document.path)
        for item in at[1].iter() if at else ():
            if local(item) == "TextObject":
                place = page.get("ID", ""), item.get("ID", "")
                if place in found:
                    return None
                found[place] = "".join(code.text or "" for code in children(item, "TextCode"))
    return found
