"""The verb `run`: many reports → a folder of tables."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from itertools import islice
from pathlib import Path

from attrs import define, frozen

from ..errors import OptionError
from .inputs import Item, items
from .pool import default_workers, results
from .store import checked_format, default_format, done, drop_beyond, part_name, prepared, write_part, write_schema
from .tables import TABLES, Rows
from .work import Settings

PART = 500
"""Documents in one part: what is lost at most when a run is broken off."""
LIMIT, MEMORY = 60.0, 2 * 1024**3
"""Seconds and bytes of address space for one document."""
Progress = Callable[[int, int, int], None]


@frozen
class Outcome:
    """What a run came to: how many documents, how many could not be read, how many were there already."""

    documents: int
    errors: int
    resumed: int


@define
class _Count:
    documents: int = 0
    errors: int = 0
    resumed: int = 0


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
    part: int = PART,
    limit: float = LIMIT,
    memory: int = MEMORY,
    max_bytes: int = 64 * 1024 * 1024,
    progress: Progress | None = None,
) -> Outcome:
    """Read many reports and write tables into the folder `out`: `out/TABLE/part-00000.FORMAT` (see `tables.TABLES`).

    `files` are files, folders, patterns and archives. `executor` is any Executor (Dask's, say) that does the work;
    else `workers` processes do (extra `batch`; default: one a core, without the extra this process alone), each
    document with `limit` seconds and `memory` bytes. What can't be read is a row of `errors`, and everything else is
    written. With `check`, the findings of all rules go into `findings`. `format`: parquet, jsonl.gz or csv. `resume`
    keeps the parts that are there; `shard` (i, n) works on every n-th part alone, from the i-th on. The tables don't
    depend on how many workers there are.
    `progress` is called with documents done, in all, and errors.

    Raises SourceError, OptionError and MissingExtraError.
    """
    format = checked_format(format or default_format())
    first, count = shard
    if not 1 <= first <= count:
        raise OptionError(f"分片 {first}/{count} 不成立，应为 i/n，1 ≤ i ≤ n", f"no such shard: {first}/{count}")
    if part < 1:
        raise OptionError("每个分片至少一份文件", "a part has one document at least")
    found = items(files)
    target = Path(out)
    prepared(target)
    write_schema(target)
    parts = [(at // part, found[at : at + part]) for at in range(0, len(found), part)]
    mine = [(number, chosen) for number, chosen in parts if number % count == first - 1]
    drop_beyond(target, len(parts))
    total = sum(len(chosen) for _, chosen in mine)
    settings = Settings(check, kind, max_bytes)
    workers = workers if workers is not None else default_workers()
    there = {number: known for number, chosen in mine if (known := _there(target, number, chosen, format, resume))}
    todo = [item for number, chosen in mine if number not in there for item in chosen]
    found_rows = results(todo, settings, executor, workers, limit, memory)  # one pool for all parts
    seen: dict[str, str] = {}
    tally = _Count()
    for number, chosen in mine:
        if number in there:
            seen = there[number][0] | seen
            tally.documents += len(chosen)
            tally.resumed += len(chosen)
            continue
        rows: Rows = {table: [] for table in TABLES}
        new: dict[str, str] = {}
        for result in islice(found_rows, len(chosen)):
            _add(rows, result.rows, result.key, result.item, seen, new)
            tally.documents += 1
            tally.errors += "errors" in result.rows
            if progress is not None:
                progress(tally.documents, total, tally.errors)
        write_part(target, part_name(number), rows, format, _paths(chosen), new)
        seen |= new
    return Outcome(tally.documents, tally.errors, tally.resumed)


def _paths(chosen: list[Item]) -> list[str]:
    return [item.path for item in chosen]


def _there(target: Path, number: int, chosen: list[Item], format: str, resume: bool) -> tuple[dict[str, str]] | None:
    """The keys of a part that needn't be made again, in a tuple, since they may be none."""
    known = done(target, part_name(number), _paths(chosen), format) if resume else None
    return None if known is None else (known,)


def _add(rows: Rows, own: Rows, key: str, item: Item, seen: dict[str, str], new: dict[str, str]) -> None:
    """Put the rows of a document to the others; of one that was there before only that it was."""
    before = seen.get(key) or new.get(key)
    if "errors" not in own and before is not None:
        rows["reports"] += [row | {"duplicate_of": before} for row in own["reports"]]
        return
    if "errors" not in own:
        new[key] = item.path
    for table, more in own.items():
        rows[table] += more
