"""Archives (压缩包): what a zip or tar holds, and one member of it, read in place.

Nothing is unpacked to the disk, so names that try to leave the archive lead nowhere. The archive used last stays open,
one a thread: the members of a compressed tar lie one behind another, and opening it anew for each would read it from
its beginning each time.
"""

from __future__ import annotations

import lzma
import struct
import tarfile
import threading
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import BudgetError

SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
BETWEEN = "!"
"""What stands between an archive and its member in a path: 报告.zip!2023/某县.docx."""
MAX_MEMBERS = 1_000_000
MAX_UNPACKED = 64 * 1024**3
"""Bytes that all members of one archive may come to: to list a compressed tar is to unpack it."""
DAMAGED = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error, EOFError)
FAULTS = (*DAMAGED, OSError, RuntimeError, KeyError, ValueError)
"""What files that can't be opened and damaged archives raise."""

_open = threading.local()


def is_archive(name: str) -> bool:
    """Whether a file is an archive by its name.

    >>> is_archive("报告.tar.gz"), is_archive("报告.docx")
    (True, False)
    """
    return name.lower().endswith(SUFFIXES)


def members(file: str) -> list[str]:
    """The names of all files in an archive; one of FAULTS, or BudgetError if they are too many or too large."""
    if file.lower().endswith(".zip"):
        with zipfile.ZipFile(file) as archive:
            return list(_counted(file, ((m.filename, m.file_size) for m in archive.infolist() if not m.is_dir())))
    with tarfile.open(file) as tar:
        return list(_counted(file, ((m.name, m.size) for m in tar if m.isfile())))


def _counted(file: str, sizes: Iterable[tuple[str, int]]) -> Iterator[str]:
    unpacked = 0
    for number, (name, size) in enumerate(sizes):
        unpacked += size
        if number >= MAX_MEMBERS or unpacked > MAX_UNPACKED:
            raise BudgetError(
                f"压缩包“{Path(file).name}”里的文件超过 {MAX_MEMBERS} 个或 {MAX_UNPACKED >> 30} GB，请分开",
                f'"{Path(file).name}" holds more than {MAX_MEMBERS} files or {MAX_UNPACKED >> 30} GB; split it',
            )
        yield name


def member(file: str, name: str, most: int) -> bytes:
    """At most `most` bytes of a member; one of FAULTS."""
    archive = _opened(file)
    if isinstance(archive, zipfile.ZipFile):
        with archive.open(name) as found:
            return found.read(most)
    extracted = archive.extractfile(name)
    if extracted is None:
        raise KeyError(name)
    with extracted:
        return extracted.read(most)


def _opened(file: str) -> zipfile.ZipFile | tarfile.TarFile:
    """The archive, opened now or left open by the member before."""
    if getattr(_open, "file", None) != file:
        close()
        _open.archive = zipfile.ZipFile(file) if file.lower().endswith(".zip") else tarfile.open(file)  # noqa: SIM115
        _open.file = file
    archive: zipfile.ZipFile | tarfile.TarFile = _open.archive
    return archive


def close() -> None:
    """Let go of the archive that this thread has open."""
    if getattr(_open, "file", None) is not None:
        _open.archive.close()
        _open.file = None
