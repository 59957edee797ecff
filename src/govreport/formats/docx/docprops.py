"""文档属性: docProps/core.xml and docProps/custom.xml → metadata, in Chinese keys."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ..properties import OWN
from .revisions import local

CORE = {
    "title": "标题",
    "subject": "主题",
    "creator": "作者",
    "keywords": "关键词",
    "category": "类别",
    "description": "备注",
    "created": "创建时间",
    "modified": "修改时间",
}
NOISE = re.compile(r"KSO.*|ICV|WPS.*|MSIP_.*|ContentTypeId|_.*|DocHome|commondata|Generator.*", re.IGNORECASE)
"""What WPS and Word write for themselves."""
LONGEST = 2_000


def core_properties(root: etree._Element | None) -> Iterator[tuple[str, str]]:
    """Those of docProps/core.xml that say something of the document."""
    for element in root if root is not None else ():
        key, value = CORE.get(local(element)), (element.text or "").strip()
        if key and value:
            yield key, value[:LONGEST]


def custom_properties(root: etree._Element | None) -> Iterator[tuple[str, str]]:
    """Those of docProps/custom.xml, by the names that their authors gave them; numbers and dates as written."""
    for element in root if root is not None else ():
        key = element.get("name", "").strip()
        value = "".join(str(text) for text in element.itertext()).strip()
        if key and value and len(key) <= 100 and not key.startswith(OWN) and not NOISE.fullmatch(key):
            yield key, value[:LONGEST]
