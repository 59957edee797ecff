"""Workers: a pool of processes that outlives workers which crash, hang or eat memory, and any Executor.

The pool is pebble's (extra `batch`): a worker that takes longer than the limit is killed, one that dies is replaced,
and the document it had becomes an error. Without pebble, documents are worked on one after the other in this process.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from concurrent.futures import TimeoutError as OutOfTime
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from ..errors import missing
from .inputs import Item
from .work import Result, Settings, failed, work

AHEAD = 4
"""Documents that are handed to each worker before the first result is taken."""


def results(items: Iterable[Item], settings: Settings, executor: Executor | None, workers: int, limit: float,
            memory: int) -> Iterator[Result]:  # fmt: skip
    """The results of all items, in their order, whichever worker is done first."""
    if executor is not None:
        yield from _in_order(items, lambda item, chosen: executor.submit(work, item, chosen), settings, 64)
    elif workers > 1 or (workers == 1 and limit and find_spec("pebble")):
        yield from _pooled(items, settings, workers, limit, memory)
    else:
        for item in items:
            yield work(item, settings)


def default_workers() -> int:
    """One a core; without pebble 1, which is this process."""
    return (os.cpu_count() or 1) if find_spec("pebble") else 1


def _pooled(items: Iterable[Item], settings: Settings, workers: int, limit: float, memory: int) -> Iterator[Result]:
    if not find_spec("pebble"):
        raise missing("pebble", "batch")
    pebble: Any = import_module("pebble")
    context: Any = import_module("multiprocessing").get_context("spawn" if sys.platform != "linux" else "forkserver")
    if sys.platform == "linux":
        context.set_forkserver_preload(["govreport.api", "govreport.batch.work"])  # read once, not in every worker
    with pebble.ProcessPool(
        max_workers=workers, max_tasks=2000, context=context, initializer=_limit_memory, initargs=(memory,)
    ) as pool:

        def submit(item: Item, chosen: Settings) -> Future[Result]:
            future: Future[Result] = pool.schedule(work, args=(item, chosen), timeout=limit or None)
            return future

        yield from _in_order(items, submit, settings, AHEAD * workers)


def _limit_memory(most: int) -> None:
    """In a worker: no more than `most` bytes of address space, where the system can say so."""
    if most:
        with suppress(ImportError, ValueError, OSError):
            resource: Any = import_module("resource")
            resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _in_order(
    items: Iterable[Item], submit: Callable[[Item, Settings], Future[Result]], settings: Settings, ahead: int
) -> Iterator[Result]:
    """Hand out items, some ahead, and give their results in the order of the items."""
    waiting: list[tuple[Item, Future[Result]]] = []
    for item in items:
        waiting.append((item, submit(item, settings)))
        if len(waiting) >= ahead:
            yield _result(*waiting.pop(0))
    for item, future in waiting:
        yield _result(item, future)


def _result(item: Item, future: Future[Result]) -> Result:
    """What a worker gave; the failure of a worker is the error of its document."""
    try:
        return future.result()
    except (OutOfTime, CancelledError) as error:
        name = "Timeout" if isinstance(error, OutOfTime) else "Cancelled"
        return Result(item, "", failed(item, name, "处理超时，已停止", "took too long and was stopped"))
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        return Result(item, "", failed(item, type(error).__name__, f"进程异常退出：{said}", f"the worker died: {said}"))
