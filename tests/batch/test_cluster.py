"""A Dask cluster of separate processes that loses a worker in the middle: the tables are those of this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("distributed", reason="needs the extra cluster")
pytestmark = pytest.mark.filterwarnings("default")


def started(*arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]],
        cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers on loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    scheduler = started("dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard", folder=tmp_path)
    workers = [
        started("dask_worker", address, "--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard", "--no-nanny",
                "--local-directory", str(tmp_path), folder=tmp_path)
        for _ in range(2)
    ]  # fmt: skip
    yield address, workers
    for process in (*workers, scheduler):
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_a_worker_is_lost_in_the_middle(cluster: Any, reports: Path, tmp_path: Path) -> None:
    from govreport.batch import run
    from govreport.batch.cluster import dask_executor

    address, workers = cluster
    for at in range(24):
        (reports / f"更多{at}.txt").write_text(f"某镇{1990 + at}年工作总结\n一、情况\n办件{at + 3}件。\n", "utf-8")
    run([reports], tmp_path / "here", format="jsonl.gz", workers=1, limit=0, part=4)

    def lose(done: int, total: int, errors: int) -> None:
        if done >= 8 and workers[0].poll() is None:
            os.killpg(workers[0].pid, signal.SIGKILL)

    with dask_executor(address, patience=60) as executor:
        deadline = time.monotonic() + 60
        while len(executor._client.scheduler_info()["workers"]) < 2 and time.monotonic() < deadline:
            time.sleep(0.2)
        run([reports], tmp_path / "there", executor, format="jsonl.gz", part=4, progress=lose)
    assert workers[0].wait(10) != 0
    here, there = (
        {str(p.relative_to(tmp_path / side)): p.read_bytes() for p in (tmp_path / side).rglob("*") if p.is_file()}
        for side in ("here", "there")
    )
    assert here == there
