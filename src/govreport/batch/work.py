"""Work: one document → its rows; many documents → the files of a part.

Runs in a worker. Whatever goes wrong with a document becomes a row of `errors`.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from hashlib import sha256
from itertools import islice

from attrs import evolve, field, frozen

from ..errors import GovReportError
from ..model.note import Finding
from .inputs import Item
from .sheets import sheets
from .tables import Row, Rows, rows_of
from .watch import Watch

TOGETHER = 16
"""Documents whose rows are made into columns at once: few enough to keep a worker small."""


@frozen
class Settings:
    """How documents are worked on; sent to every worker."""

    checked: bool = False
    kind: str | None = None
    max_bytes: int = 64 * 1024 * 1024
    format: str = "jsonl.gz"


@frozen
class Result:
    """What a document came to: its key and rows, or the one row of its error."""

    item: Item
    key: str
    rows: Rows


@frozen
class Job:
    """Some documents for one worker: part `number` of a run, or a share of all documents to be told apart.

    `earlier` names, by the place of a document in the job, an earlier file with the same content; `lost` holds the
    error rows of documents that took a worker down, which aren't touched again.
    """

    number: int
    items: tuple[Item, ...]
    earlier: Mapping[int, str] = field(factory=dict)
    lost: Mapping[int, Row] = field(factory=dict)

    def without(self, lost: Mapping[int, Row]) -> Job:
        """The job, these documents given up."""
        return evolve(self, lost={**self.lost, **lost})


@frozen
class Part:
    """What a job came to: the file of each table, and how many of its documents are errors."""

    files: dict[str, bytes]
    errors: int


def hash_all(job: Job, settings: Settings, watch: Watch) -> list[str]:
    """The content hash of each document, "" for one that can't be read."""
    return ["" if at in job.lost else _key(item, settings) for at, item in watch.over(job.items)]


def read_all(job: Job, settings: Settings, watch: Watch) -> Part:
    """Read all documents of a job and encode their tables."""
    tables = sheets(settings.format)
    results = (_rows_in_job(job, at, item, settings) for at, item in watch.over(job.items))
    errors = 0
    while some := list(islice(results, TOGETHER)):
        errors += sum("errors" in rows for rows in some)
        for name, sheet in tables.items():
            sheet.add([row for rows in some for row in rows.get(name, ())])
    return Part({name: sheet.file() for name, sheet in tables.items()}, errors)


def work(item: Item, settings: Settings) -> Result:
    """Read a document and make rows of it."""
    key = ""
    try:
        data = item.load(settings.max_bytes)
        key = digest(data)
        return Result(item, key, _rows(item, data, key, settings))
    except GovReportError as error:
        return Result(item, key, {"errors": [failed(item, type(error).__name__, error.zh, error.en)]})
    except MemoryError:
        return Result(item, key, {"errors": [failed(item, "MemoryError", "内存用尽", "out of memory")]})
    except Exception as error:  # a fault of the library must not end the run; it is written down
        said = f"{type(error).__name__}: {error}"
        row = failed(item, type(error).__name__, f"程序内部错误：{said}", f"internal error: {said}")
        return Result(item, key, {"errors": [row]})


def failed(item: Item, kind: str, zh: str, en: str) -> Row:
    """The row of a document that can't be read."""
    return {"path": item.path, "error": kind, "message": zh, "message_en": en}


def digest(data: bytes) -> str:
    """The key of a content: half of its SHA-256, in hex."""
    return sha256(data).hexdigest()[:32]


def _key(item: Item, settings: Settings) -> str:
    try:
        return digest(item.load(settings.max_bytes))
    except Exception:  # said when the document is worked on
        return ""


def _rows_in_job(job: Job, at: int, item: Item, settings: Settings) -> Rows:
    """The rows of a document; of one that was there before only that it was."""
    if at in job.lost:
        return {"errors": [job.lost[at]]}
    rows = work(item, settings).rows
    if at in job.earlier and "errors" not in rows:
        return {"reports": [row | {"duplicate_of": job.earlier[at]} for row in rows["reports"]]}
    return rows


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
