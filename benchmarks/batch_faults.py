"""What bad files and a kill cost a batch, and that they change nothing else.

    python benchmarks/batch_faults.py [DOCUMENTS]        # 2000

The documents of benchmarks/batch.py are read by two workers, three times: undisturbed; with three more files, of which
one crashes its worker, one hangs in C without end and one is a DOCX that unpacks to 2 GB; and killed (SIGKILL, all
processes) when half of the parts are written, then resumed. The tables have to be those of the undisturbed run.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from batch import made

# a format of a plug-in, whose files do to a worker what they say
PLUGIN = """
import ctypes, re
from govreport.formats.registry import Format

ROW = Format("bad", (".bad",), "bad_format", binary=True)


def read(data, *, name=None, encoding=None):
    ctypes.string_at(0) if b"crash" in data else re.match(r"(x+x+)+y", "x" * 99)
"""


def plugin(site: Path) -> None:
    """A folder for PYTHONPATH that holds the plug-in."""
    info = site / "bad_format-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "bad_format.py").write_text(PLUGIN)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: bad-format\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[govreport.formats]\nbad = bad_format:ROW\n")


def bomb(path: Path) -> None:
    """A DOCX whose document is 2 GB of spaces."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            for _ in range(2048):
                member.write(b" " * 2**20)


def started(site: Path, source: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "govreport", "batch", str(source), "-o", str(out), "--workers", "2", "--quiet"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(site), os.environ.get("PYTHONPATH", "")))}
    return subprocess.Popen(
        [*command, "--format", "jsonl.gz", *more],
        env=environment, start_new_session=True, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def finished(process: subprocess.Popen[str]) -> tuple[float, str]:
    """How long it still took, and what it said at the end."""
    start = time.perf_counter()
    said = process.communicate()[1]
    return time.perf_counter() - start, said.strip().splitlines()[-1]


def rows(out: Path, table: str) -> list[str]:
    """The rows of a table, all parts in order."""
    parts = [gzip.decompress(file.read_bytes()).decode() for file in sorted((out / table).iterdir())]
    return "".join(parts).splitlines()


def files(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def main() -> None:
    parser = argparse.ArgumentParser(description="What bad files and a kill cost a batch.")
    parser.add_argument("documents", nargs="?", type=int, default=2000)
    count = parser.parse_args().documents
    home = Path(tempfile.mkdtemp(prefix="govreport-batch-"))
    try:
        source, site = home / "in", home / "site"
        source.mkdir()
        made(source, count)
        plugin(site)
        undisturbed, said = finished(started(site, source, home / "whole"))
        print(f"undisturbed  {undisturbed:6.1f} s  {said}")

        process = started(site, source, home / "killed")
        start = time.perf_counter()
        half = len(list((home / "whole/_parts").iterdir())) // 2
        while len(list((home / "killed").glob("_parts/part-*"))) < half:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        before = time.perf_counter() - start
        seconds, said = finished(started(site, source, home / "killed", "--resume"))
        same = files(home / "whole") == files(home / "killed")
        print(f"killed after {before:6.1f} s, resumed for {seconds:.1f} s  {said}; the same files: {same}")

        for at, name in ((count // 4, "crash"), (count // 2, "hang")):
            (source / f"{at:06}-{name}.bad").write_bytes(b"\0" + name.encode())
        bomb(source / f"{count * 3 // 4:06}-bomb.docx")
        seconds, said = finished(started(site, source, home / "bad"))
        print(f"with 3 bad   {seconds:6.1f} s  {said}; slower by {seconds - undisturbed:.1f} s")
        for row in map(json.loads, rows(home / "bad", "errors")):
            print(f"  {Path(row['path']).name}: {row['error']}: {row['message_en'][:90]}")
        tables = [path.name for path in (home / "whole").iterdir() if path.is_dir() and path.name[0] not in "_"]
        kept = all(rows(home / "whole", table) == rows(home / "bad", table) for table in tables if table != "errors")
        print(f"  every other document's rows the same: {kept}")
    finally:
        shutil.rmtree(home)


if __name__ == "__main__":
    main()
