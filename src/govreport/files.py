"""Files: reading within a budget, writing whole or not at all; what went wrong is said in one sentence."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path
from typing import BinaryIO

from .errors import BudgetError, SourceError

SHORT = 120
"""Characters of a file's name that a message gives whole."""

Input = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO


def load(source: Input, max_bytes: int) -> tuple[bytes, str | None]:
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
            f"{quoted(name, '输入')}超过 {max_bytes} 字节的上限；确要读入请加大 max_bytes",
            f"{quoted(name, 'the input', en=True)} has more than {max_bytes} bytes; raise max_bytes to read it anyway",
        )
    return data, name if isinstance(name, str) else None


def _load_path(name: str, max_bytes: int) -> bytes:
    try:
        if os.path.isdir(name):
            raise SourceError(
                f"{quoted(name)}是文件夹，请给出其中的文件",
                f"{quoted(name, en=True)} is a directory; name a file in it",
            )
        with open(name, "rb") as file:
            return file.read(max_bytes + 1)
    except FileNotFoundError:
        zh, en = ("；若要解析文字本身，请用 parse(text)", "; to parse a text itself, use parse(text)")
        if not _is_text(name):
            zh = en = ""
        raise SourceError(f"找不到文件{quoted(name)}{zh}", f"no such file: {quoted(name, en=True)}{en}") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise SourceError(
            f"读不了文件{quoted(name)}：{_reason(error)}", f"can't read {quoted(name, en=True)}: {_reason(error)}"
        ) from None


def replace(name: str, data: bytes) -> None:
    """Put `data` at `name`, whole or not at all; through links; devices and pipes are written directly."""
    try:
        place = Path(os.path.realpath(name))
        if place.is_dir():
            raise SourceError(
                f"{quoted(name)}是文件夹，请给出文件名", f"{quoted(name, en=True)} is a directory; name a file in it"
            )
        if not place.parent.is_dir():
            raise SourceError(
                f"文件夹{quoted(str(place.parent))}不存在，请先建立",
                f"no such folder: {quoted(str(place.parent), en=True)}; make it first",
            )
        draft = place.with_name(f".{place.name[:40]}.{secrets.token_hex(4)}.tmp")
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
            f"写不了文件{quoted(name)}：{_reason(error)}", f"can't write {quoted(name, en=True)}: {_reason(error)}"
        ) from None


def quoted(name: object, otherwise: str = "", en: bool = False) -> str:
    """A file's name for a message, shortened if it is a text that was taken for a name."""
    if not isinstance(name, str):
        return otherwise
    short = name if len(name) <= SHORT else f"{name[:60]}…"
    return f'"{short}"' if en else f"“{short}”"


def _is_text(name: str) -> bool:
    """Whether somebody gave a text where the name of a file belongs.

    >>> _is_text("报告.docx"), _is_text("一、总体情况\\n进展良好。\\n")
    (False, True)
    """
    return "\n" in name or "。" in name or len(name) > SHORT


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
