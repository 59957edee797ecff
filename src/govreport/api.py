"""The verbs for input and output: `read`, `parse`, `dumps`, `write`. They put formats and parser together."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path
from typing import Any, BinaryIO, Literal, overload

from .errors import BudgetError, SourceError
from .facts.metrics import find_metrics
from .facts.understand import understand
from .formats import registry
from .formats.text import source as text_source
from .memory import uncollected
from .model.report import Report
from .model.source import Source
from .parse import parse_source

__all__ = ["dumps", "find_metrics", "parse", "read", "write"]

MAX_BYTES = 64 * 1024 * 1024

Input = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO
Target = str | os.PathLike[str] | BinaryIO


def read(
    source: Input,
    format: str | None = None,
    encoding: str | None = None,
    *,
    facts: bool = True,
    max_bytes: int = MAX_BYTES,
    **options: Any,
) -> Report:
    """The report in a file: a path, its bytes, or a file opened for reading in binary.

    `format` (txt, md, json, html, docx, akn, ofd, pdf) is told from content and suffix if not given, `encoding`
    likewise. `facts` is as in `parse`; a JSON file carries its own. Whatever the text says, there is a Report.
    `options` are those of the format: `original=True` reads a DOCX as it was before its tracked changes.

    Raises SourceError (missing, a directory, empty, not readable),
    DecodingError, UnknownFormatError, FormatError, and BudgetError beyond `max_bytes` (64 MB).

    >>> read("一、总体情况\\n进展良好。\\n".encode()).sections[0].heading
    '总体情况'
    """
    data, name = _load(source, max_bytes)
    if not data.strip():
        raise SourceError(
            f"{_quoted(name, '输入')}是空的，没有可读的内容；请检查是否传错了文件",
            f"{_quoted(name, 'the input', en=True)} is empty; check that it is the right file",
        )
    id = registry.get(format).id if format else registry.sniff(data, os.path.splitext(name or "")[1])
    module = registry.reader(id)
    found: Source | Report = module.read(data, name=name, encoding=encoding, **registry.checked(id, "read", options))
    return _report(found, facts and not registry.get(id).facts)


def parse(text: str, *, facts: bool = True) -> Report:
    """The report in a text. Never raises: what is odd about the text is said in `notes`.

    Without `facts` only the structure is found: no kind, years, roles, metrics, plans, problems, citations.

    >>> parse("").sections
    ()
    """
    return _report(text_source(text), facts)


def _report(found: Source | Report, facts: bool) -> Report:
    """Structure, which some formats carry themselves, and, if asked for, facts."""
    with uncollected():
        report = parse_source(found) if isinstance(found, Source) else found
        return understand(report) if facts else report


@overload
def dumps(report: Report, format: Literal["json", "txt", "md", "html", "akn"] = "json", **options: Any) -> str: ...
@overload
def dumps(report: Report, format: str, **options: Any) -> str | bytes: ...
def dumps(report: Report, format: str = "json", **options: Any) -> str | bytes:
    """The report in a format: str for formats of text, bytes for the others. UnknownFormatError if none writes it.

    `options` are those of `write`.

    >>> dumps(Report(title="某县工作总结"), "txt")
    '某县工作总结\\n'
    """
    module = registry.writer(format)
    spell = module.write if registry.get(format).binary else module.dumps
    result: str | bytes = spell(report, **registry.checked(format, "write", options))
    return result


def write(report: Report, target: Target, format: str | None = None, **options: Any) -> None:
    """Write the report to a path or to a file opened for writing in binary; the format follows the suffix if not given.

    A file is written beside its place and moved there when complete, so an error leaves the old one as it was;
    an existing file keeps its mode. Raises UnknownFormatError, SourceError (a directory, no such folder, not writable),
    OptionError. `options` are those of the format:

    - docx: `layout` "speech" or "gbt9704" (else by kind), `redline` the older Report to show changes against
    - akn: `document_type` "doc" or "statement"
    - txt and md: `canonical=True` to render the tree even where the source still says the same
    """
    file = None if isinstance(target, (str, os.PathLike)) else target
    path = os.fspath(target) if isinstance(target, (str, os.PathLike)) else None
    if format is None:
        suffix = os.path.splitext(str(path or getattr(target, "name", "")))[1]
        if not suffix:
            raise registry.UnsupportedFormatError(
                "",
                "目标没有后缀，看不出格式，请给出 format，例如 json",
                "the target has no suffix; give format, e.g. json",
            )
        format = suffix
    data: bytes = registry.writer(format).write(report, **registry.checked(format, "write", options))
    if file is not None:
        file.write(data)
    else:
        _replace(str(path), data)


def _load(source: Input, max_bytes: int) -> tuple[bytes, str | None]:
    """The bytes of a source and its name; at most one byte more than `max_bytes` is ever read."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        data, name = bytes(source), None
    elif hasattr(source, "read"):
        data, name = source.read(max_bytes + 1), getattr(source, "name", None)
        if not isinstance(data, bytes):
            raise SourceError(
                '文件是以文本方式打开的，请用二进制方式（"rb"）打开，或用 parse(text)',
                'the file is open in text mode; open it with "rb", or use parse(text)',
            )
    else:
        name = os.fspath(source)
        data = _load_path(name, max_bytes)
    if len(data) > max_bytes:
        raise BudgetError(
            f"{_quoted(name, '输入')}超过 {max_bytes} 字节的上限；确要读入请加大 max_bytes",
            f"{_quoted(name, 'the input', en=True)} has more than {max_bytes} bytes; raise max_bytes to read it anyway",
        )
    return data, name if isinstance(name, str) else None


def _load_path(name: str, max_bytes: int) -> bytes:
    try:
        if os.path.isdir(name):
            raise SourceError(
                f"{_quoted(name)}是文件夹，请给出其中的文件",
                f"{_quoted(name, en=True)} is a directory; name a file in it",
            )
        with open(name, "rb") as file:
            return file.read(max_bytes + 1)
    except FileNotFoundError:
        raise SourceError(
            f"找不到文件{_quoted(name)}；若要解析文字本身，请用 parse(text)",
            f"no such file: {_quoted(name, en=True)}; to parse a text itself, use parse(text)",
        ) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise SourceError(
            f"读不了文件{_quoted(name)}：{_reason(error)}", f"can't read {_quoted(name, en=True)}: {_reason(error)}"
        ) from None


def _replace(name: str, data: bytes) -> None:
    """Put `data` at `name`, whole or not at all; through links; devices and pipes are written directly."""
    place = Path(os.path.realpath(name))
    if place.is_dir():
        raise SourceError(
            f"{_quoted(name)}是文件夹，请给出文件名", f"{_quoted(name, en=True)} is a directory; name a file in it"
        )
    if not place.parent.is_dir():
        raise SourceError(
            f"文件夹{_quoted(str(place.parent))}不存在，请先建立",
            f"no such folder: {_quoted(str(place.parent), en=True)}; make it first",
        )
    draft = place.with_name(f".{place.name[:40]}.{secrets.token_hex(4)}.tmp")
    try:
        mode = place.stat().st_mode if place.exists() else None
        if mode is not None and not stat.S_ISREG(mode):
            place.write_bytes(data)
            return
        try:
            with open(draft, "xb") as file:
                file.write(data)
            if mode is not None:
                os.chmod(draft, stat.S_IMODE(mode))
            os.replace(draft, place)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise SourceError(
            f"写不了文件{_quoted(name)}：{_reason(error)}", f"can't write {_quoted(name, en=True)}: {_reason(error)}"
        ) from None


def _quoted(name: object, otherwise: str = "", en: bool = False) -> str:
    """A file's name for a message, shortened if it is a text that was taken for a name."""
    if not isinstance(name, str):
        return otherwise
    short = name if len(name) <= 120 else f"{name[:60]}…"
    return f'"{short}"' if en else f"“{short}”"


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
