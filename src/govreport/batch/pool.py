"""Workers: a pool of processes that outlives workers which crash, hang or eat memory, and any Executor.

The pool is pebble's (extra `batch`): a worker that dies is replaced. A document that takes too long ends its worker
(`watch`) and is given up; one at which a worker dies twice is given up too, the first time may have been bad luck.
The rest of its job is done again. With another Executor, which can't say what a worker was at, the documents of a
lost job are tried one by one. Without either, jobs are done one after the other in this process.
"""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar

from ..errors import missing
from .store import WATCHES
from .tables import Row
from .watch import Watch
from .work import Job, Settings, failed

Made = TypeVar("Made")
Work = Callable[[Job, Settings, Watch], Made]
Do = Callable[[Work[Any], Iterable[Job], Settings], Iterator[tuple[Job, Any]]]
"""Has a kind of work done on jobs; gives each with what it came to, in the order they are done."""

AHEAD = 2
"""Jobs in hand for each worker: one being worked on, one waiting."""
JOBS = 50
"""After so many a worker is replaced by a new one."""
YOUNG = 20_000
"""New objects after which a worker's collector looks for garbage: reports hold many objects and hardly a cycle."""
NO_WATCH = Watch()


def here(work: Work[Made], jobs: Iterable[Job], settings: Settings) -> Iterator[tuple[Job, Made]]:
    """The jobs one after the other in this process, without limits."""
    for job in jobs:
        yield job, work(job, settings, NO_WATCH)


def on_executor(executor: Executor) -> Do:
    """The jobs on any Executor; the documents of one that fails are tried one by one, once."""

    def do(work: Work[Made], jobs: Iterable[Job], settings: Settings) -> Iterator[tuple[Job, Made]]:
        tried: set[int] = set()

        def submit(job: Job) -> Future[Made]:
            return executor.submit(work, job, settings, NO_WATCH)

        def lost(job: Job, error: BaseException) -> Mapping[int, Row]:
            if job.number in tried:
                return _all_lost(job, error)
            tried.add(job.number)
            alone = [(at, submit(Job(job.number, (item,)))) for at, item in enumerate(job.items) if at not in job.lost]
            return {at: _dead(job, at, fault) for at, future in alone if (fault := _fault(future))}

        return _done(jobs, submit, lost, 64)

    return do


@contextmanager
def processes(workers: int, limit: float, memory: int, folder: Path) -> Iterator[Do]:
    """A pool of processes with `limit` seconds for a document, `memory` bytes for a worker; `folder` is for watches."""
    if not find_spec("pebble"):
        raise missing("pebble", "batch")
    pebble: Any = import_module("pebble")
    context: Any = import_module("multiprocessing").get_context("spawn" if sys.platform != "linux" else "forkserver")
    if sys.platform == "linux":
        context.set_forkserver_preload(["govreport.batch.warm"])  # read once, not in every worker
    own = token_hex(4)  # other runs may be at work on other shards
    with pebble.ProcessPool(
        max_workers=workers, max_tasks=JOBS, context=context, initializer=_started, initargs=(memory,)
    ) as pool:

        def do(work: Work[Made], jobs: Iterable[Job], settings: Settings) -> Iterator[tuple[Job, Made]]:
            deaths: Counter[tuple[int, int]] = Counter()

            def watch(job: Job) -> Watch:
                return Watch(str(folder / f"{WATCHES}{own}-{work.__name__}-{job.number}"), limit)

            def submit(job: Job) -> Future[Made]:
                watch(job).clear()
                future: Future[Made] = pool.schedule(work, args=(job, settings, watch(job)))
                return future

            def lost(job: Job, error: BaseException) -> Mapping[int, Row]:
                at, late = watch(job).seen()
                known = at >= 0 and at not in job.lost
                if known and late:
                    return {at: failed(job.items[at], "Timeout", "处理超时，已停止", "took too long and was stopped")}
                deaths[job.number, at] += 1
                if deaths[job.number, at] == 1:
                    return {}
                return {at: _dead(job, at, error)} if known else _all_lost(job, error)

            for job, made in _done(jobs, submit, lost, AHEAD * workers):
                watch(job).clear()
                yield job, made

        try:
            yield do
        except BaseException:
            pool.stop()  # don't wait for what is in hand
            raise


def _started(memory: int) -> None:
    """In a new worker: everything loaded, no more than `memory` bytes of address space where the system can say so."""
    import_module("govreport.batch.warm")
    gc.set_threshold(YOUNG)
    os.environ["ARROW_DEFAULT_MEMORY_POOL"] = "system"  # its own pool keeps what a part took, 10 MB a worker
    if memory:
        with suppress(ImportError, ValueError, OSError):
            resource: Any = import_module("resource")
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _done(
    jobs: Iterable[Job],
    submit: Callable[[Job], Future[Made]],
    lost: Callable[[Job, BaseException], Mapping[int, Row]],
    ahead: int,
) -> Iterator[tuple[Job, Made]]:
    """Keep some jobs in hand, give each with what it came to; one that failed is handed out again without its lost."""
    waiting = iter(jobs)
    in_hand: dict[Future[Made], Job] = {}
    while True:
        in_hand.update((submit(job), job) for job in islice(waiting, ahead - len(in_hand)))
        if not in_hand:
            return
        for future in wait(in_hand, return_when=FIRST_COMPLETED).done:
            job = in_hand.pop(future)
            if fault := _fault(future):
                job = job.without(lost(job, fault))
                in_hand[submit(job)] = job
            else:
                yield job, future.result()


def _fault(future: Future[Any]) -> BaseException | None:
    """What ended a job, if anything did."""
    try:
        return future.exception()
    except BaseException as error:  # CancelledError, which isn't an Exception everywhere
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        return error


def _dead(job: Job, at: int, error: BaseException) -> Row:
    said = f"{type(error).__name__}: {error}"
    return failed(job.items[at], type(error).__name__, f"进程异常退出：{said}", f"the worker died: {said}")


def _all_lost(job: Job, error: BaseException) -> dict[int, Row]:
    """The end of a job that nobody can finish."""
    return {at: _dead(job, at, error) for at in range(len(job.items)) if at not in job.lost}
