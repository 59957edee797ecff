"""Inputs (输入): files, folders, patterns, members of zip and tar archives, and lists of these → items in one order.

Links are not followed out of a folder. An archive that can't be opened is an item itself: reading it says why.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from ..errors import BudgetError, GovReportError, SourceError
from ..formats.registry import for_suffix, plugins
from .archives import BETWEEN, FAULTS, is_archive, member, members

DOCUMENTS = (".doc", ".wps", ".rtf")
"""Read by way of another program where there is one; see `formats`."""


@frozen(order=True)
class Item:
    """One document: a file, or a member of an archive. `path` is its name in the tables."""

    path: str
    file: str
    member: str = ""

    def load(self, most: int) -> bytes:
        """Its bytes; SourceError if it can't be read, BudgetError beyond `most` bytes."""
        try:
            data = self._read(most + 1)
        except FAULTS as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or error
            raise SourceError(f"读不了“{self.path}”：{reason}", f'can\'t read "{self.path}": {reason}') from None
        if len(data) > most:
            raise BudgetError(f"“{self.path}”超过 {most} 字节的上限", f'"{self.path}" has more than {most} bytes')
        return data

    def _read(self, most: int) -> bytes:
        if self.member:
            return member(self.file, self.member, most)
        if is_archive(self.file):
            members(self.file)  # says what is wrong with it
        with open(self.file, "rb") as file:
            return file.read(most)


def items(names: Iterable[str | os.PathLike[str]]) -> list[Item]:
    """All documents that names stand for, each once, in the order of their paths.

    SourceError for a name that leads nowhere.
    """
    plugins()  # their suffixes count too
    found: dict[str, Item] = {}
    for name in names:
        for item in _expanded(os.fspath(name)):
            found.setdefault(item.path, item)
    return sorted(found.values())


def _expanded(name: str) -> Iterator[Item]:
    path = Path(name)
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file() and not file.is_symlink() and not file.name.startswith("."):
                yield from _file(file, only_known=True)
    elif path.is_file():
        yield from _file(path, only_known=False)
    elif glob.has_magic(name):
        matches = sorted(glob.glob(name, recursive=True))
        for match in matches:
            if os.path.isfile(match):
                yield from _file(Path(match), only_known=False)
        if not matches:
            raise SourceError(f"没有文件符合“{name}”", f'no file matches "{name}"')
    else:
        raise SourceError(f"找不到“{name}”", f'no such file or folder: "{name}"')


def _file(path: Path, only_known: bool) -> Iterator[Item]:
    shown, file = path.as_posix(), str(path)
    shown = file if shown == file else shown  # one text for both, a million times
    if is_archive(path.name):
        try:
            names = sorted(name for name in members(file) if known(name) and not os.path.basename(name).startswith("."))
        except (*FAULTS, GovReportError):
            yield Item(shown, file)
        else:
            for name in names:
                yield Item(f"{shown}{BETWEEN}{name}", file, name)
    elif not only_known or known(path.name):
        yield Item(shown, file)


def known(name: str) -> bool:
    """Whether a reader answers to the suffix of a name.

    >>> known("报告.docx"), known("图.png"), known("说明")
    (True, False, False)
    """
    suffix = os.path.splitext(name)[1].lower()
    row = for_suffix(suffix)
    return suffix in DOCUMENTS or (row is not None and row.reads)
