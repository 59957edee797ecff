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
from .safe_xml import Words, root_of

MAX_BYTES = 200 * 1024 * 1024
MAX_RATIO, RATIO_FROM = 200, 10 * 1024 * 1024
MAX_MEMBERS = 10_000
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


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
        return None if data is None or part is None else root_of(data, part, self.words)


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
