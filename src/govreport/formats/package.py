"""Zip packages of XML parts (OOXML, OFD), read safely: within budgets, without DTDs, entities or network.

Knows nothing of documents; `ooxml` and `ofd` read their parts through it.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from attrs import frozen
from lxml import etree

from ..errors import BudgetError, FormatError

MAX_BYTES = 200 * 1024 * 1024
MAX_RATIO, RATIO_FROM = 200, 10 * 1024 * 1024
MAX_MEMBERS = 10_000
MAX_TAGS = 2_000_000
"""Tags of one part; what they take in memory is many times their bytes."""
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


@frozen
class Words:
    """What sentences about a broken package say: the name of the format, and what to do, in Chinese and English."""

    name: str
    zh: str
    en: str


@frozen
class Package:
    """An opened package; part names as in the zip file (`word/document.xml`)."""

    archive: zipfile.ZipFile
    words: Words

    def content(self, part: str | None) -> bytes | None:
        """The content of a part, or None if the package doesn't have it."""
        try:
            return self.archive.read(part) if part else None
        except KeyError:
            return None
        except BROKEN as error:
            raise FormatError(
                f"文件损坏：压缩包里的 {part} 读不出来（{error}），请{self.words.zh}",
                f"damaged: {part} in the package can't be read ({error}); {self.words.en}",
            ) from None

    def xml(self, part: str | None) -> etree._Element | None:
        """The root element of a part, or None if the package doesn't have it."""
        data = self.content(part)
        if data is None:
            return None
        if data.count(b"<") > MAX_TAGS:
            raise BudgetError(
                f"{part} 的标记超过 {MAX_TAGS} 个，可能是恶意文件，未读取；确是长文档请先拆分",
                f"{part} has more than {MAX_TAGS} tags; it may be hostile and was not read, split it if it isn't",
            )
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
                f"文件损坏：{part} 第 {error.lineno} 行不是正确的 XML，请{self.words.zh}",
                f"damaged: {part}, line {error.lineno}, is no well-formed XML; {self.words.en}",
            ) from None
        if getattr(root.getroottree().docinfo, "doctype", ""):
            raise FormatError(
                f"{part} 带有 DTD 声明，{self.words.name} 不允许，可能是恶意文件，未读取",
                f"{part} declares a DTD, which {self.words.name} forbids; it may be hostile and was not read",
            )
        return root


def opened(data: bytes, words: Words) -> zipfile.ZipFile:
    """The zip file, its budgets checked: BudgetError for zip bombs, FormatError for what is no zip file."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except BROKEN as error:
        raise FormatError(
            f"不是 {words.name} 文件，或文件不完整：打不开压缩包（{error}），请重新下载，或{words.zh}",
            f"no {words.name} file, or cut off: the package can't be opened ({error}); "
            f"download it again, or {words.en}",
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
    return archive
