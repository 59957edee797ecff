"""OOXML packages, read safely: a zip file of XML parts within size budgets, without DTDs, entities or network.

Knows nothing of documents; `docx` reads its parts through it.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from io import BytesIO

from attrs import frozen
from lxml import etree

from ..errors import BudgetError, FormatError

MAX_BYTES = 200 * 1024 * 1024
MAX_RATIO, RATIO_FROM = 200, 10 * 1024 * 1024
MAX_MEMBERS = 10_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


@frozen
class Package:
    """An opened package; part names as in the zip file (`word/document.xml`)."""

    archive: zipfile.ZipFile

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

    def xml(self, part: str | None) -> etree._Element | None:
        """The root element of a part, or None if the package doesn't have it."""
        if part is None or part not in self.archive.namelist():
            return None
        try:
            data = self.archive.read(part)
        except BROKEN as error:
            raise FormatError(
                f"文件损坏：压缩包里的 {part} 读不出来（{error}），请用 Word 或 WPS 打开并另存",
                f"damaged: {part} in the package can't be read ({error}); open it in Word or WPS and save it again",
            ) from None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise FormatError(
                f"文件损坏：{part} 第 {error.lineno} 行不是正确的 XML，请用 Word 或 WPS 打开并另存",
                f"damaged: {part}, line {error.lineno}, is no well-formed XML; open it in Word or WPS and save again",
            ) from None
        if getattr(root.getroottree().docinfo, "doctype", ""):
            raise FormatError(
                f"{part} 带有 DTD 声明，OOXML 不允许，可能是恶意文件，未读取",
                f"{part} declares a DTD, which OOXML forbids; it may be hostile and was not read",
            )
        return root


def open_package(data: bytes) -> Package:
    """Open a package and check its budgets: BudgetError for zip bombs, FormatError for what is no zip file."""
    if data.startswith(OLE):
        raise FormatError(
            "这是旧版 doc 文件，或加了密码的 docx；请在 Word 或 WPS 中去掉密码，另存为 docx",
            "an old .doc file or a .docx with a password; remove the password and save it as .docx in Word or WPS",
        )
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except BROKEN as error:
        raise FormatError(
            f"不是 docx 文件，或文件不完整：打不开压缩包（{error}），请重新下载，或用 Word、WPS 另存为 docx",
            f"no .docx file, or cut off: the package can't be opened ({error}); download it again or save it as .docx",
        ) from None
    members = archive.infolist()
    total = sum(member.file_size for member in members)
    bomb = any(m.file_size > RATIO_FROM and m.file_size > MAX_RATIO * max(1, m.compress_size) for m in members)
    if total > MAX_BYTES or len(members) > MAX_MEMBERS or bomb:
        raise BudgetError(
            f"压缩包解开后 {total // 2**20} MB、{len(members)} 个文件，超出限度（200 MB、压缩比 {MAX_RATIO}），未读取",
            f"the package unpacks to {total // 2**20} MB in {len(members)} members, beyond the limits "
            f"(200 MB, ratio {MAX_RATIO}); not read",
        )
    return Package(archive)
