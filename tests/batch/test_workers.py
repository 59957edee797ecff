"""Workers that crash, hang or eat memory: their document is an error, everything else is written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pebble", reason="needs the extra batch")

PLUGIN = """
import ctypes, os, re
from govreport.formats.registry import Format

ROW = Format("bad", (".bad",), "bad_format", binary=True)

def read(data, *, name=None, encoding=None):
    if b"crash" in data:
        os._exit(7)
    if b"segfault" in data:
        ctypes.string_at(0)
    if b"hang" in data:
        re.match(r"(x+x+)+y", "x" * 60)  # in C, without end
    if b"eat" in data:
        return "x" * (8 << 30)
    raise RuntimeError("a fault of the reader")
"""
RUN = """
import sys
from govreport.batch import run
if __name__ == "__main__":
    print(run([sys.argv[1]], sys.argv[2], workers=2, format="jsonl.gz", limit=5, part=4, memory=1 << 31))
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment with a format whose files make readers fail."""
    site = tmp_path / "site"
    info = site / "bad_format-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "bad_format.py").write_text(PLUGIN)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: bad-format\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[govreport.formats]\nbad = bad_format:ROW\n")
    path = os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": path}


def test_the_run_outlives_its_workers(
    reports: Path, tmp_path: Path, environment: dict[str, str], read_table: Any
) -> None:
    for name in ("crash", "hang", "eat", "fault", "segfault"):
        (reports / f"{name}.bad").write_bytes(b"\x00" + name.encode())
    script = tmp_path / "script.py"
    script.write_text(RUN)
    out = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, str(script), str(reports), str(out)],
        env=environment, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    errors = {Path(row["path"]).name: row["error"] for row in read_table(out, "errors")}
    assert set(errors) == {"crash.bad", "hang.bad", "eat.bad", "fault.bad", "segfault.bad", "坏.docx"}
    assert errors["crash.bad"] == errors["segfault.bad"] == "ProcessExpired"
    assert errors["hang.bad"] == "Timeout"
    assert errors["eat.bad"] == "MemoryError"
    assert errors["fault.bad"] == "RuntimeError"
    assert len(read_table(out, "reports")) == 7
