"""OOXML packages (ECMA-376-2): parts and the relations between them; `docx` reads its parts through it."""

from __future__ import annotations

import posixpath

from attrs import define, frozen

from ..errors import FormatError
from . import package
from .safe_xml import Words

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORDS = Words("docx", "用 Word 或 WPS 打开并另存为 docx", "open it in Word or WPS and save it again as .docx")


@frozen
class Relation:
    """What a part refers to: the relation's id, the last word of its type (`header`), the part's name."""

    id: str
    type: str
    part: str


@define
class Package(package.Package):
    """An opened package; part names as in the zip file (`word/document.xml`)."""

    def related(self, part: str = "") -> list[Relation]:
        """The parts that `part` (or the package) refers to, in order; what lies outside of the package is left out."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: list[Relation] = []
        for relation in root if root is not None else ():
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                found.append(Relation(relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], path))
        return found

    def relations(self, part: str = "") -> dict[str, str]:
        """The same by type; the first of each counts."""
        return by_type(self.related(part))


def by_type(relations: list[Relation]) -> dict[str, str]:
    """Parts by the type of their relation; the first of each counts."""
    return {relation.type: relation.part for relation in reversed(relations)}


def open_package(data: bytes) -> Package:
    """Open a package and check its budgets: BudgetError for zip bombs, FormatError for what is no zip file."""
    if data.startswith(OLE):
        raise FormatError(
            "这是旧版 doc 文件，或加了密码的 docx；请在 Word 或 WPS 中去掉密码，另存为 docx",
            "an old .doc file or a .docx with a password; remove the password and save it as .docx in Word or WPS",
        )
    return Package(package.opened(data, WORDS), WORDS)
