"""The formats: one table of what can be read and written; `sniffing` tells from the bytes which one it is.

A format is a module with

- ``read(data: bytes, *, name: str | None, encoding: str | None, **options) -> Source | Report``: a Source is parsed
  afterwards, a Report (of formats that carry the tree) is only given its facts, unless it has those too;
- ``write(report: Report, **options) -> bytes``;
- ``dumps(report: Report, **options) -> str`` beside `write` where the format is text (`binary=False`);
- ``edited(data: bytes, groups: Sequence[Sequence[Edit]], source: Source) -> tuple[bytes, list[int]]`` where a file can
  be edited in place, `source` being what was read from it; of a group all edits are made or none, the indexes say
  which are.

The module is imported when the format is first needed, never before. Other packages add a format with `register`,
or without being imported first through an entry point of the group ``govreport.formats`` that names a `Format`.

>>> get("md").suffixes
('.md', '.markdown')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from threading import Lock
from types import ModuleType
from typing import Any

from attrs import field, frozen

from ..errors import GovReportError, UnknownFormatError
from .options import Option, check, resolved


@frozen
class Format:
    """One row of the table; `suffixes` with the dot and in lower case, `binary` for what is no text.

    `opening` is a pattern of bytes that the content begins with and no other format's does, white space and byte order
    marks aside. `facts`: what is read has its facts already. `read_options` and `write_options` are the keywords that
    the module's functions take, each an Option or the name of one.
    """

    id: str
    suffixes: tuple[str, ...]
    module: str
    reads: bool = True
    writes: bool = False
    binary: bool = False
    opening: bytes = b""
    facts: bool = False
    read_options: tuple[Option, ...] = field(default=(), converter=resolved)
    write_options: tuple[Option, ...] = field(default=(), converter=resolved)


class UnsupportedFormatError(UnknownFormatError):
    """A format that is recognised but can't be read or written here; the sentence says what to do instead."""

    def __init__(self, name: str, zh: str, en: str) -> None:
        GovReportError.__init__(self, zh, en)
        self.name = name


PROLOG = rb"(?:<[!?][^>]*>\s*)*"
JSON = rb'\{(?=[\s\S]*"(?:schema_version|generator)"\s*:)(?=[\s\S]*govreport)'
HTML = PROLOG + rb"(?i:<!doctype\s+html|<(?:html|head|meta|title|body)\b)"
MHTML = rb"(?i:(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n){0,9}){0,20}?content-type:\s*multipart/related\b)"
AKN = PROLOG + rb"(?i:<(?:[\w.-]+:)?akomantoso[\s>])"

FORMATS: dict[str, Format] = {
    row.id: row
    for row in (
        Format("txt", (".txt", ".text"), "govreport.formats.text", writes=True, write_options=("canonical",)),
        Format("md", (".md", ".markdown"), "govreport.formats.markdown", writes=True, write_options=("canonical",)),
        Format("json", (".json",), "govreport.formats.json_format", writes=True, facts=True, opening=JSON),
        Format(
            "html",
            (".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht"),
            "govreport.formats.html",
            writes=True,
            opening=HTML + b"|" + MHTML,
        ),
        Format(
            "docx",
            (".docx", ".docm"),
            "govreport.formats.docx",
            writes=True,
            binary=True,
            read_options=("original",),
            write_options=("layout", "redline"),
        ),
        Format(
            "akn",
            (".akn", ".xml"),
            "govreport.formats.akn",
            writes=True,
            opening=AKN,
            write_options=("document_type",),
        ),
        Format("pdf", (".pdf",), "govreport.formats.pdf", binary=True, opening=b"%PDF-"),
        Format(
            "doc", (".doc", ".wps", ".dot", ".wpt"), "govreport.formats.office", binary=True, read_options=("original",)
        ),
        Format("rtf", (".rtf",), "govreport.formats.office", binary=True, opening=rb"\{\\rtf"),
        Format("ofd", (".ofd",), "govreport.formats.ofd", writes=True, binary=True),
    )
}

_lock = Lock()
"""Held while `FORMATS` is changed or gone through, never while a module is imported: that has a lock of its own."""


@cache
def plugins() -> str:
    """Take in the formats that installed packages announce; looked for once, when the table has no answer.

    Gives back what is wrong with those that can't be loaded, for the sentence about an unknown format.
    """
    broken: list[str] = []
    for point in entry_points(group="govreport.formats"):
        try:
            row = point.load()
            if not isinstance(row, Format):
                raise TypeError(f"{point.value} is no Format")
            register(row)
        except Exception as error:  # whatever a foreign package raises must not keep our own formats from being read
            broken.append(f"{point.name}（{type(error).__name__}: {error}）")
    return "、".join(broken)


def register(row: Format) -> Format:
    """Add a format, or put another in the place of one with the same id; gives it back. Any thread may.

    >>> register(get("txt")).id
    'txt'
    """
    with _lock:
        FORMATS[row.id] = row
    return row


def rows() -> tuple[Format, ...]:
    """The table as it stands; what another thread registers meanwhile doesn't disturb who goes through it."""
    with _lock:
        return tuple(FORMATS.values())


def get(name: str) -> Format:
    """The format of this id (any case, with or without a dot) or suffix; UnknownFormatError if none answers."""
    key = name.lower().lstrip(".")
    if key not in FORMATS and for_suffix(f".{key}") is None:
        plugins()
    found = FORMATS.get(key) or for_suffix(f".{key}")
    if found is None:
        raise _unknown(name, (row.id for row in rows()))
    return found


def for_suffix(suffix: str) -> Format | None:
    """The format of a file suffix, or None."""
    return next((row for row in rows() if suffix.lower() in row.suffixes), None)


def reader(name: str) -> ModuleType:
    """The module that reads this format; UnknownFormatError if there is none that does."""
    return _module(name, lambda row: row.reads, "读", "read")


def writer(name: str) -> ModuleType:
    """The module that writes this format; UnknownFormatError if there is none that does."""
    return _module(name, lambda row: row.writes, "写", "written")


def checked(name: str, verb: str, options: dict[str, Any]) -> dict[str, Any]:
    """The options, if the format has them all for this verb (read or write); OptionError names the first it hasn't.

    >>> checked("txt", "write", {"canonical": True})
    {'canonical': True}
    """
    row = get(name)
    check(row.id, row.read_options if verb == "read" else row.write_options, options)
    return options


def options(verb: str) -> Iterator[tuple[Option, list[str]]]:
    """All options for this verb (read or write) with the formats that have them, those of other packages too.

    >>> dict((option.name, formats) for option, formats in options("write"))["document_type"]
    ['akn']
    """
    plugins()
    found: dict[str, tuple[Option, list[str]]] = {}
    for row in rows():
        for option in row.read_options if verb == "read" else row.write_options:
            found.setdefault(option.name, (option, []))[1].append(row.id)
    yield from found.values()


def _unknown(name: str, known: Iterable[str]) -> UnknownFormatError:
    """The error for a name that no format answers to; formats of other packages that broke are named too."""
    error = UnknownFormatError(name, known)
    broken = plugins()
    if broken:
        error.zh += f"；加载失败的格式：{broken}"
        error.en += f"; formats that can't be loaded: {broken}"
    return error


def _module(name: str, able: Callable[[Format], bool], zh: str, en: str) -> ModuleType:
    try:
        row = get(name)
    except UnknownFormatError:
        raise _unknown(name, _ids(able)) from None
    if not able(row):
        names = _ids(able)
        raise UnsupportedFormatError(
            row.id,
            f"{row.id} 格式还不能{zh}，可{zh}的有：{'、'.join(names)}",
            f"{row.id} can't be {en} yet; these can: {', '.join(names)}",
        )
    return import_module(row.module)


def _ids(able: Callable[[Format], bool]) -> list[str]:
    return sorted(row.id for row in rows() if able(row))
