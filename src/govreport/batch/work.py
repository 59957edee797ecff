"""Work: one document → its rows. Runs in a worker; whatever goes wrong with a document becomes a row of `errors`."""

from __future__ import annotations

import io
from hashlib import sha256

from attrs import frozen

from ..errors import GovReportError
from ..model.note import Finding
from .inputs import Item
from .tables import Row, Rows, rows_of


@frozen
class Settings:
    """How documents are worked on; sent to every worker."""

    checked: bool = False
    kind: str | None = None
    max_bytes: int = 64 * 1024 * 1024


@frozen
class Result:
    """What a document came to: its key and rows, or the one row of its error."""

    item: Item
    key: str
    rows: Rows


def work(item: Item, settings: Settings) -> Result:
    """Read a document and make rows of it."""
    key = ""
    try:
        data = item.load(settings.max_bytes)
        key = sha256(data).hexdigest()[:32]
        return Result(item, key, _rows(item, data, key, settings))
    except GovReportError as error:
        return Result(item, key, failed(item, type(error).__name__, error.zh, error.en))
    except MemoryError:
        return Result(item, key, failed(item, "MemoryError", "内存用尽", "out of memory"))
    except Exception as error:  # a fault of the library must not end the run; it is written down
        said = f"{type(error).__name__}: {error}"
        return Result(item, key, failed(item, type(error).__name__, f"程序内部错误：{said}", f"internal error: {said}"))


def failed(item: Item, kind: str, zh: str, en: str) -> Rows:
    """The rows of a document that can't be read."""
    row: Row = {"path": item.path, "error": kind, "message": zh, "message_en": en}
    return {"errors": [row]}


def _rows(item: Item, data: bytes, key: str, settings: Settings) -> Rows:
    from ..api import read

    file = io.BytesIO(data)
    file.name = item.path  # the suffix helps to tell the format
    report = read(file, max_bytes=settings.max_bytes)
    findings: tuple[Finding, ...] = ()
    if settings.checked:
        from ..review import check

        findings = check(report, kind=settings.kind)
    return rows_of(report, findings, key, item.path, len(data))
