"""Zip packages of XML parts (OOXML, OFD), read safely: within budgets, without DTDs, entities or network.

What the directory of a zip file claims can only speak against it: bytes are counted while they are unpacked, for all
parts of a package together. Nothing is ever unpacked to disk, so names such as `../../x` are only names.
Knows nothing of documents; `ooxml` and `ofd` read their parts through it.
"""

from __future__ import annotations

import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Mapping
from io import BytesIO

from attrs import define, field
from lxml import etree

from ..errors import BudgetError, FormatError
from .safe_xml import Words, root_of

MAX_BYTES = 48 * 1024 * 1024
"""What the parts of one package that are read may come to, unpacked."""
MAX_RATIO, RATIO_FROM = 200, 4 * 1024 * 1024
MAX_MEMBERS = 10_000
CHUNK = 1024 * 1024
DIRECTORY_ENTRY = b"PK\x01\x02"
LOCAL_HEADER = 30
"""Bytes of the header of a member, without its name."""
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


@define
class Package:
    """An opened package; part names as in the zip file (`word/document.xml`). `unpacked`: bytes by part."""

    archive: zipfile.ZipFile
    words: Words
    unpacked: dict[str, int] = field(factory=dict, init=False)

    def content(self, part: str | None) -> bytes | None:
        """The content of a part, or None if the package doesn't have it."""
        if not part:
            return None
        try:
            return self._read(self.archive.getinfo(part))
        except KeyError:
            return None
        except BROKEN as error:
            raise FormatError(
                f"文件损坏：压缩包里的 {part} 读不出来（{error}），请{self.words.zh}",
                f"damaged: {part} in the package can't be read ({error}); {self.words.en}",
            ) from None

    def _read(self, member: zipfile.ZipInfo) -> bytes:
        """Unpack one member, piece by piece, as far as the budgets go."""
        pieces: list[bytes] = []
        others = sum(size for name, size in self.unpacked.items() if name != member.filename)
        size = 0
        with self.archive.open(member) as file:
            while piece := file.read(CHUNK):
                pieces.append(piece)
                size += len(piece)
                if _is_bomb(size, member) or others + size > MAX_BYTES:
                    raise _too_much(member.filename, member.filename)
        self.unpacked[member.filename] = size
        return b"".join(pieces)

    def xml(self, part: str | None) -> etree._Element | None:
        """The root element of a part, or None if the package doesn't have it."""
        data = self.content(part)
        return None if data is None or part is None else root_of(data, part, self.words)


def opened(data: bytes, words: Words) -> zipfile.ZipFile:
    """The zip file, its directory checked: BudgetError for zip bombs, FormatError for what is no zip file."""
    # zipfile builds an object for each entry before one can ask how many there are
    if data.count(DIRECTORY_ENTRY) > MAX_MEMBERS:
        raise _too_much(f"{words.name} 压缩包", f"the {words.name} package")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except BROKEN as error:
        raise FormatError(
            f"不是 {words.name} 文件，或文件不完整：打不开压缩包，请重新下载，或{words.zh}",
            f"no {words.name} file, or cut off: the package can't be opened ({error}); "
            f"download it again, or {words.en}",
        ) from None
    for member in archive.infolist():
        if _is_bomb(member.file_size, member):
            raise _too_much(member.filename, member.filename)
    _check_overlap(archive, words)
    return archive


def replaced(data: bytes, parts: Mapping[str, bytes], words: Words) -> bytes:
    """The package with some parts replaced; the others stay packed as they are, byte for byte, and cost nothing.

    Members keep their order, dates and compression.
    """
    archive = opened(data, words)
    starts = sorted([*(member.header_offset for member in archive.infolist()), archive.start_dir])
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as copy:
        copy.comment = archive.comment
        for member in archive.infolist():
            if member.filename in parts:
                copy.writestr(member, parts[member.filename], member.compress_type)
                continue
            record = data[member.header_offset : starts[bisect_right(starts, member.header_offset)]]
            member.header_offset = copy.start_dir
            target.seek(copy.start_dir)
            target.write(record)
            copy.start_dir += len(record)
            copy.filelist.append(member)
    return target.getvalue()


def _is_bomb(size: int, member: zipfile.ZipInfo) -> bool:
    """Whether a member has grown, or claims to grow, out of all proportion."""
    return size > RATIO_FROM and size > MAX_RATIO * max(1, member.compress_size)


def _check_overlap(archive: zipfile.ZipFile, words: Words) -> None:
    """Refuse members that share their packed bytes: the trick of bombs that stay small, and of nothing else."""
    end = 0
    for member in sorted(archive.infolist(), key=lambda m: m.header_offset):
        if member.header_offset < end:
            raise FormatError(
                f"{words.name} 压缩包里的 {member.filename} 与其他部分重叠，可能是恶意文件，未读取",
                f"{member.filename} in the {words.name} package overlaps other parts; it may be hostile, not read",
            )
        end = member.header_offset + LOCAL_HEADER + member.compress_size


def _too_much(zh: str, en: str) -> BudgetError:
    limits = (MAX_BYTES // 2**20, MAX_RATIO, MAX_MEMBERS)
    return BudgetError(
        "{} 解开后超出限度（{} MB、压缩比 {}、{} 个文件），可能是压缩炸弹，未读取".format(zh, *limits),
        "{} unpacks to more than the limits ({} MB, ratio {}, {} members); it may be a zip bomb, not read".format(
            en, *limits
        ),
    )
