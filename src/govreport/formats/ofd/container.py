"""The files of an OFD package, found by their locations (ST_Loc, GB/T 33190-2016 ch. 7), and the elements in them.

Writers spell locations in many ways (with /, with \\, from the root or from the file that names them, in other case)
and use several namespaces, so a file is looked for and elements go by their local names.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from attrs import define, field
from lxml import etree

from ..package import Package, opened
from ..safe_xml import Words

WORDS = Words("OFD", "用版式阅读软件打开看看，或重新下载、重新导出", "open it in a reader, download or export it again")
Element = etree._Element


@define
class Container:
    """An opened package; `names` are its files by their locations in lower case."""

    package: Package
    names: dict[str, str] = field(factory=dict)

    def path(self, location: str | None, base: str = "") -> str | None:
        """The file at a location that the file `base` names, or None if there is none."""
        plain = (location or "").strip().replace("\\", "/")
        if not plain:
            return None
        beside = posixpath.join(posixpath.dirname(base), plain.lstrip("/"))
        for way in (plain, beside) if plain.startswith("/") else (beside, plain):
            found = self.names.get(_key(way))
            if found is not None:
                return found
        return None

    def root(self, path: str | None) -> Element | None:
        """The root element of a file, or None without one."""
        return self.package.xml(path)

    def named(self, location: str | None, base: str = "") -> tuple[str, Element] | None:
        """The file at a location, and its root element."""
        path = self.path(location, base)
        root = self.root(path)
        return None if path is None or root is None else (path, root)


def _key(path: str) -> str:
    return posixpath.normpath(f"/{path}").lstrip("/").lower()


def open_container(data: bytes) -> Container:
    """Open a package: BudgetError for zip bombs, FormatError for what is no zip file."""
    archive = opened(data, WORDS)
    names: dict[str, str] = {}
    for name in archive.namelist():
        names.setdefault(_key(name.replace("\\", "/")), name)
    return Container(Package(archive, WORDS), names)


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The elements at the end of a path of local names below an element.

    >>> body = etree.fromstring('<o:A xmlns:o="urn:o"><o:B><o:C n="1"/><o:C n="2"/></o:B></o:A>')
    >>> [c.get("n") for c in children(body, "B", "C")]
    ['1', '2']
    """
    if element is None:
        return
    for part in element:
        if local(part) == names[0]:
            if len(names) == 1:
                yield part
            else:
                yield from children(part, *names[1:])


def child(element: Element | None, *names: str) -> Element | None:
    """The first such element, or None."""
    return next(children(element, *names), None)


def words(element: Element | None, *names: str) -> str:
    """The text of the first such element, without space around it; empty without one."""
    found = child(element, *names)
    return (found.text or "").strip() if found is not None else ""


def number(value: str | None, otherwise: float = 0.0) -> float:
    """A number as attributes have it; `otherwise` for what is none.

    >>> number("3.5"), number("x", 1.0), number("1e999")
    (3.5, 1.0, 0.0)
    """
    try:
        found = float(value) if value else otherwise
    except ValueError:
        return otherwise
    return found if abs(found) < 1e9 else otherwise


def numbers(value: str | None, count: int) -> tuple[float, ...] | None:
    """So many numbers of an array (ST_Box, ST_Array), or None if there are fewer.

    >>> numbers("0 0 210 297", 4), numbers("0 0", 4)
    ((0.0, 0.0, 210.0, 297.0), None)
    """
    found = (value or "").replace(",", " ").split()[:count]
    return tuple(number(word) for word in found) if len(found) == count else None


def is_true(value: str | None, otherwise: bool) -> bool:
    """A truth value as attributes have it."""
    return otherwise if value is None else value.strip().lower() in ("true", "1")
