"""Who does the work: what a failing job costs, and how a worker's end is understood."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import Executor, Future
from math import inf
from pathlib import Path
from typing import Any

import pytest

from govreport.batch import Outcome, run
from govreport.batch.watch import Watch


class Fragile(Executor):
    """Loses every job that holds a certain document, as a cluster does whose workers it kills."""

    def __init__(self, name: str, times: float = inf) -> None:
        self.name, self.times = name, times

    def submit(self, work: Any, job: Any, *more: Any) -> Future[Any]:  # type: ignore[override]
        future: Future[Any] = Future()
        touched = [item for at, item in enumerate(job.items) if at not in job.lost]
        if self.times and any(item.path.endswith(self.name) for item in touched):
            self.times -= 1
            future.set_exception(OSError("the worker is gone"))
        else:
            future.set_result(work(job, *more))
        return future


def test_an_executor_that_loses_a_job_loses_one_document(reports: Path, tmp_path: Path, read_table: Any) -> None:
    outcome = run([reports], tmp_path / "out", Fragile("县3.txt"), format="jsonl.gz", part=8)
    assert outcome == Outcome(8, 2, 0)
    errors = {Path(row["path"]).name: row["error"] for row in read_table(tmp_path / "out", "errors")}
    assert errors == {"县3.txt": "OSError", "坏.docx": "FormatError"}
    assert len(read_table(tmp_path / "out", "reports")) == 6


def test_a_job_lost_by_accident_is_done_again(reports: Path, tmp_path: Path) -> None:
    assert run([reports], tmp_path / "out", Fragile("县3.txt", 1), format="jsonl.gz", part=8) == Outcome(8, 1, 0)


def test_an_executor_that_loses_everything_ends(reports: Path, tmp_path: Path, read_table: Any) -> None:
    outcome = run([reports], tmp_path / "out", Fragile(""), format="jsonl.gz", part=3)
    assert outcome == Outcome(8, 8, 0)
    assert {row["error"] for row in read_table(tmp_path / "out", "errors")} == {"OSError"}


WATCHED = """
import sys, time
from govreport.batch.watch import Watch

for at, thing in Watch(sys.argv[1], float(sys.argv[2])).over(["甲", "乙", "丙"]):
    if at == 1:
        time.sleep(30) if sys.argv[3] == "hang" else sys.exit(3)
"""


@pytest.mark.parametrize(("limit", "does", "code", "late"), [("0.3", "hang", 1, True), ("9", "leave", 3, False)])
def test_a_watch_says_where_a_process_ended(tmp_path: Path, limit: str, does: str, code: int, late: bool) -> None:
    file = tmp_path / "watch"
    assert Watch(str(file)).seen() == (-1, False)
    done = subprocess.run([sys.executable, "-c", WATCHED, str(file), limit, does], timeout=20, check=False)
    assert done.returncode == code
    assert Watch(str(file)).seen() == (1, late)
    Watch(str(file)).clear()
    assert not file.exists()


def test_no_watch_only_numbers() -> None:
    assert list(Watch().over(["甲", "乙"])) == [(0, "甲"), (1, "乙")]
