"""OFD.xml → documents → pages: which files there are and what they share (GB/T 33190-2016 7.4-7.9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import define, field, frozen

from ...errors import BudgetError, FormatError
from ..pages import is_heading_face
from .container import Container, Element, child, children, is_true, local, number, numbers, words

A4 = (210.0, 297.0)
MAX_PAGES, MAX_SAME = 5_000, 20
"""Pages of a document, and how many of them may be one file."""


@define
class Resources:
    """What pages refer to by id: whether a font is one of headings, and compound graphics (复合对象)."""

    bold: dict[str, bool] = field(factory=dict)
    composites: dict[str, Element] = field(factory=dict)

    def add(self, root: Element | None) -> None:
        """Take in a file of resources (7.9)."""
        for font in children(root, "Fonts", "Font"):
            face = f"{font.get('FontName', '')} {font.get('FamilyName', '')}"
            self.bold[font.get("ID", "")] = is_true(font.get("Bold"), False) or is_heading_face(face)
        for unit in children(root, "CompositeGraphicUnits", "CompositeGraphicUnit"):
            self.composites[unit.get("ID", "")] = unit


@frozen
class Document:
    """One document of a package: where its root stands, the root, its DocBody in OFD.xml."""

    path: str
    root: Element
    body: Element


def documents(container: Container) -> list[Document]:
    """The documents of a package, each once and in its current version; FormatError if there is none."""
    entry = container.named("OFD.xml")
    if entry is None:
        raise FormatError(
            "不是 OFD 文件，或文件不完整：压缩包里没有 OFD.xml，请重新下载或重新导出",
            "no OFD file, or cut off: there is no OFD.xml in the package; download or export it again",
        )
    path, root = entry
    found: list[Document] = []
    seen: set[str | None] = set()
    for body in children(root, "DocBody"):
        at = container.path(_current(container, path, body) or words(body, "DocRoot"), path)
        document = container.root(at) if at not in seen else None
        seen.add(at)
        if at is not None and document is not None and local(document) == "Document":
            found.append(Document(at, document, body))
    if not found:
        raise FormatError(
            "OFD 文件不完整：OFD.xml 所指的 Document.xml 不存在（也可能已加密），请重新下载，或解密后再读",
            "the OFD file is incomplete: the Document.xml that OFD.xml names isn't there (or it is encrypted); "
            "download it again or decrypt it first",
        )
    return found


def _current(container: Container, path: str, body: Element) -> str | None:
    """Where the root of the version in force stands, from the root of the package (7.5, 附录 版本)."""
    for version in children(body, "Versions", "Version"):
        if is_true(version.get("Current"), False):
            at = container.named(version.get("BaseLoc"), path)
            root = container.path(words(at[1], "DocRoot"), at[0]) if at else None
            return f"/{root}" if root else None
    return None


def resources(container: Container, document: Document) -> Resources:
    """The fonts and graphics of a document."""
    found = Resources()
    for name in ("PublicRes", "DocumentRes"):
        for element in children(document.root, "CommonData", name):
            found.add(container.root(container.path(element.text, document.path)))
    return found


def size(area: Element | None) -> tuple[float, float] | None:
    """Width and height of a page in mm, or None if its area doesn't say."""
    box = numbers(words(area, "PhysicalBox"), 4)
    return (box[2], box[3]) if box is not None and box[2] > 0 and box[3] > 0 else None


def templates(container: Container, document: Document) -> dict[str, Element]:
    """模板页 by their ids: forms and backgrounds that pages stand upon."""
    found: dict[str, Element] = {}
    for template in children(document.root, "CommonData", "TemplatePage"):
        at = container.named(template.get("BaseLoc"), document.path)
        if at is not None:
            found[template.get("ID", "")] = at[1]
    return found


def pages(container: Container, document: Document) -> Iterator[tuple[str, Element]]:
    """The pages in order: file and root. A page whose file is missing stops the reading, for text would be lost."""
    listed = list(children(document.root, "Pages", "Page"))
    same = max(Counter(page.get("BaseLoc") for page in listed).values(), default=0)
    if len(listed) > MAX_PAGES or same > MAX_SAME:
        raise BudgetError(
            f"OFD 有 {len(listed)} 页、其中 {same} 页是同一个文件，超过 {MAX_PAGES} 页、{MAX_SAME} 次的限度，请先拆分",
            f"the OFD has {len(listed)} pages, {same} of them one file, beyond the limits ({MAX_PAGES}, {MAX_SAME}); "
            "split it first",
        )
    for at, page in enumerate(listed, 1):
        found = container.named(page.get("BaseLoc"), document.path)
        if found is None:
            raise FormatError(
                f"OFD 文件不完整：第 {at} 页的文件 {page.get('BaseLoc', '')} 不存在，请重新下载或重新导出",
                f"the OFD file is incomplete: the file of page {at}, {page.get('BaseLoc', '')}, isn't there; "
                "download or export it again",
            )
        yield found


def page_size(document: Document, page: Element) -> tuple[float, float]:
    """Width and height of a page in mm: its own, the document's, else A4."""
    return size(child(page, "Area")) or size(child(document.root, "CommonData", "PageArea")) or A4


def identity(value: str | None) -> int:
    """An id as a number; 0 for what is none."""
    return int(number(value))
