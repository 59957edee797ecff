"""The verb `run`: many reports → a folder of tables.

Each part is one job, whose worker gives back finished files, so that this process only hands out and writes down.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from contextlib import AbstractContextManager, closing, nullcontext
from importlib.util import find_spec
from pathlib import Path

from attrs import frozen

from ..errors import OptionError
from . import archives
from .inputs import items
from .plan import parts, told_apart
from .pool import Do, here, on_executor, processes
from .sheets import checked_format, default_format
from .store import LISTS, done, drop_beyond, made_of, prepared, write_part
from .work import Settings, read_all

LIMIT, MEMORY = 20.0, 2 * 1024**3
"""Seconds for one document, and bytes of address space for one worker."""
Progress = Callable[[int, int, int], None]


@frozen
class Outcome:
    """What a run came to: how many documents, how many could not be read, how many were there already."""

    documents: int = 0
    errors: int = 0
    resumed: int = 0

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(self.documents + other.documents, self.errors + other.errors, self.resumed + other.resumed)


def run(
    files: Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    executor: Executor | None = None,
    *,
    workers: int | None = None,
    format: str | None = None,
    check: bool = False,
    kind: str | None = None,
    resume: bool = False,
    shard: tuple[int, int] = (1, 1),
    part: int | None = None,
    limit: float = LIMIT,
    memory: int = MEMORY,
    max_bytes: int = 64 * 1024 * 1024,
    progress: Progress | None = None,
) -> Outcome:
    """Read many reports and write tables into the folder `out`: `out/TABLE/part-00000.FORMAT` (see `tables.TABLES`).

    `files` are files, folders, patterns and archives. `executor` is any Executor (Dask's, say) that does the work;
    else `workers` processes do (extra `batch`; default: one a core, without the extra this process alone), with
    `limit` seconds for each document and `memory` bytes for each process; `workers=1, limit=0` is this process. What
    can't be read is a row of `errors`, and everything else is written. With `check`, the findings of all rules go into
    `findings`. `format`: parquet, jsonl.gz or csv. `part`: documents in one part (default: a two-hundredth of
    all, from 10 to 1000). `resume` keeps the parts that are there and were made of the same contents in the same way.
    `shard` (i, n) works on every n-th part alone, from the i-th on. The tables don't depend on how many workers or
    shards there are. `progress` is called with documents done, in all, and errors.

    Raises SourceError, OptionError and MissingExtraError.
    """
    settings = Settings(check, kind, max_bytes, checked_format(format or default_format()))
    first, count = shard
    if not 1 <= first <= count:
        raise OptionError(f"分片 {first}/{count} 不成立，应为 i/n，1 ≤ i ≤ n", f"no such shard: {first}/{count}")
    if part is not None and part < 1:
        raise OptionError("每个分片至少一份文件", "a part has one document at least")
    found = items(files)
    target = Path(out)
    prepared(target, alone=count == 1)
    # closing: the archive that work in this process has left open
    with closing(archives), _hands(executor, workers, limit, memory, target / LISTS) as do:
        jobs = parts(found, told_apart(found, do, settings), part)
        drop_beyond(target, len(jobs))
        total, outcome = 0, Outcome()
        todo, made = [], {}
        for job, keys in jobs[first - 1 :: count]:
            total += len(job.items)
            made[job.number] = made_of(job, keys, settings)
            errors = done(target, job.number, made[job.number]) if resume else None
            if errors is None:
                todo.append(job)
            else:
                outcome += Outcome(len(job.items), errors, len(job.items))
        for job, came in do(read_all, todo, settings):
            write_part(target, job.number, came, settings.format, made[job.number])
            outcome += Outcome(len(job.items), came.errors)
            if progress is not None:
                progress(outcome.documents, total, outcome.errors)
    return outcome


def _hands(
    executor: Executor | None, workers: int | None, limit: float, memory: int, folder: Path
) -> AbstractContextManager[Do]:
    """Whoever does the work: the Executor, a pool of processes, or this process."""
    if executor is not None:
        return nullcontext(on_executor(executor))
    pool = find_spec("pebble") is not None
    workers = workers or ((os.cpu_count() or 1) if pool else 1)
    return processes(workers, limit, memory, folder) if workers > 1 or (limit and pool) else nullcontext(here)
