"""OOXML packages (ECMA-376-2): parts and the relations between them; `docx` reads its parts through it."""

from __future__ import annotations

import posixpath

from attrs import frozen

from ..errors import FormatError
from . import package
from .safe_xml import Words

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORDS = Words("docx", "用 Word 或 WPS 打开并另存为 docx", "open it in Word or WPS and save it again as .docx")


@frozen
class Package(package.Package):
    """An opened package; part names as in the zip file (`word/document.xml`)."""

    def relations(self, part: str = "") -> dict[str, str]:
        """Parts that `part` (or the package) refers to, by the last word of the relation's type; the first counts."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, str] = {}
        for relation in root if root is not None else ():
            target = relation.get("Target", "")
            if isinstance(relation.tag, str) and relation.get("TargetMode") != "External":
                path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                found.setdefault(relation.get("Type", "").rpartition("/")[2], path)
        return found


def open_package(data: bytes) -> Package:
    """Open a package and check its budgets: BudgetError for zip bombs, FormatError for what is no zip file."""
    if data.startswith(OLE):
        raise FormatError(
            "这是旧版 doc 文件，或加了密码的 docx；请在 Word 或 WPS 中去掉密码，另存为 docx",
            "an old .doc file or a .docx with a password; remove the password and save it as .docx in Word or WPS",
        )
    return Package(package.opened(data, WORDS), WORDS)
