"""文档元数据 (GB/T 33190-2016 7.4, DocInfo) as metadata."""

from __future__ import annotations

from ..properties import OWN
from .container import Container, Element, child, children, words
from .document import Document
from .tags import tagged

NAMES = {
    "Title": "标题",
    "Author": "作者",
    "Subject": "主题",
    "Abstract": "摘要",
    "CreationDate": "创建时间",
    "ModDate": "修改时间",
}
"""Elements of DocInfo, and what they are called in metadata (as in PDF)."""
KEYWORDS = "关键词"


def metadata_of(container: Container, document: Document) -> dict[str, str]:
    """What a document says of itself: DocInfo, CustomDatas by their own names, semantic tags."""
    info = child(document.body, "DocInfo")
    found = {name: words(info, element) for element, name in NAMES.items()}
    keywords = (word.text.strip() for word in children(info, "Keywords", "Keyword") if word.text)
    found[KEYWORDS] = "；".join(keywords)
    for name, value in custom(info):
        if not name.startswith(OWN):
            found.setdefault(name, value.strip())
    said = {name: value for name, value in found.items() if value}
    return {**said, **tagged(container, document)}


def custom(info: Element | None) -> list[tuple[str, str]]:
    """CustomDatas: names and values."""
    return [(data.get("Name", ""), data.text or "") for data in children(info, "CustomDatas", "CustomData")]
