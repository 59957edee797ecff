"""A run that is killed in the middle and goes on gives the tables of one that wasn't."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govreport.batch import run

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
RUN = """
import sys, time
from govreport.batch import run

if __name__ == "__main__":
    slowly = lambda done, total, errors: time.sleep(0.2)
    run([sys.argv[1]], sys.argv[2], format="jsonl.gz", part=2, workers=int(sys.argv[3]), limit=20 * (sys.argv[3] > "1"),
        progress=slowly)
"""


def files_of(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("workers", ["1", "2"])
def test_killed_and_resumed(reports: Path, tmp_path: Path, workers: str) -> None:
    if workers != "1":
        pytest.importorskip("pebble", reason="needs the extra batch")
    run([reports], tmp_path / "whole", format="jsonl.gz", part=2, workers=1, limit=0)
    (tmp_path / "script.py").write_text(RUN)
    out = tmp_path / "out"
    process = subprocess.Popen(
        [sys.executable, str(tmp_path / "script.py"), str(reports), str(out), workers], start_new_session=True
    )
    deadline = time.monotonic() + 60
    while len(list(out.glob("_parts/part-*"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert 0 < len(list(out.glob("_parts/part-*"))) < len(list((tmp_path / "whole").glob("_parts/part-*")))
    outcome = run([reports], out, format="jsonl.gz", part=2, workers=1, limit=0, resume=True)
    assert outcome.resumed >= 2 and (outcome.documents, outcome.errors) == (8, 1)
    assert files_of(out) == files_of(tmp_path / "whole")
