"""How many reports a batch reads in a second, what it costs beyond the work itself, and how much memory it takes.

    python benchmarks/batch.py [DOCUMENTS]        # 2000

Real reports of ../shared/corpus/full, each made different by its digits and a last line, so that none is a duplicate
and what is remembered of one helps little with the next. "plain loop" reads each, makes its rows and encodes the
tables, nothing else: what a batch takes beyond it is its overhead (finding the files, telling them apart, handing out,
collecting, writing). CPU is that of all processes, memory the peak of all together, shared pages counted once (Linux).
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from govreport.batch.inputs import items
from govreport.batch.plan import FEWEST
from govreport.batch.pool import NO_WATCH
from govreport.batch.sheets import default_format
from govreport.batch.work import Job, Settings, read_all

CORPUS = Path(__file__).resolve().parents[2] / "shared/corpus/full"


LATER_DIGIT = re.compile(r"(?<=[0-9])[0-9]")
CASES = {
    "this process": ("--workers", "1", "--timeout", "0"),
    "2 workers": ("--workers", "2"),
}


def made(folder: Path, count: int) -> None:
    """So many reports in a folder."""
    texts = [path.read_text("utf-8", "replace") for path in sorted(CORPUS.rglob("*.txt"))]
    for at in range(count):
        turn, which = divmod(at, len(texts))
        text = LATER_DIGIT.sub(lambda found, turn=turn: str((int(found[0]) + turn) % 10), texts[which])
        (folder / f"{at:06}.txt").write_text(f"{text}\n第{at}份\n", "utf-8")


def watched(*command: str) -> tuple[float, float, float, float]:
    """Wall seconds of a command, CPU seconds of all its processes and of its first, and their peak memory in MB."""
    start, peak = time.perf_counter(), 0.0
    cpu: dict[int, float] = {}
    process = subprocess.Popen([sys.executable, *command], stderr=subprocess.PIPE, text=True)
    while process.poll() is None:
        pids = below(process.pid)
        peak = max(peak, sum(map(proportional, pids)))
        cpu |= {pid: seconds for pid in pids if (seconds := spent(pid))}
        time.sleep(0.5)
    if process.returncode:
        raise SystemExit(process.stderr.read() if process.stderr else process.returncode)
    return time.perf_counter() - start, sum(cpu.values()), cpu[process.pid], peak


def below(root: int) -> list[int]:
    """This process and those that it started, and so on."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with suppress(OSError, IndexError):
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    found = {root}
    for pid in sorted(parents):
        if parents[pid] in found:
            found.add(pid)
    return sorted(found)


def proportional(pid: int) -> float:
    """Megabytes of a process, what it shares with others divided among them."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def spent(pid: int) -> float:
    """CPU seconds of a process up to now."""
    with suppress(OSError, IndexError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def plain(source: str) -> None:
    """The work alone: what a batch would be without being one."""
    found, settings = items([source]), Settings(format=default_format())
    for number in range(0, len(found), FEWEST):
        read_all(Job(number, tuple(found[number : number + FEWEST])), settings, NO_WATCH)


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed and memory of a batch.")
    parser.add_argument("documents", nargs="?", type=int, default=2000)
    parser.add_argument("--plain", metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.plain:
        plain(options.plain)
        return
    count = options.documents
    home = Path(tempfile.mkdtemp(prefix="govreport-batch-"))
    try:
        source = home / "in"
        source.mkdir()
        made(source, count)
        print(f"{count} documents, {default_format()}; seconds, CPU seconds, MB, overhead in ms a document")
        wall, alone, _, peak = watched(__file__, "--plain", str(source))
        print(f"plain loop   {wall:7.1f} s {alone:7.1f} s {peak:5.0f} MB  {alone / count * 1000:.2f} ms a document")
        base = 0.0
        for name, more in CASES.items():
            out = str(home / name.replace(" ", "-"))
            wall, cpu, first, peak = watched("-m", "govreport", "batch", str(source), "-o", out, "--quiet", *more)
            base = base or wall
            over, own = (cpu - alone) / count * 1000, first / count * 1000
            print(f"{name:12} {wall:7.1f} s {cpu:7.1f} s {peak:5.0f} MB  {over:5.2f} ms", end="  ")
            print(f"{count / wall:5.0f} documents/s  {base / wall:4.2f}×  first process {own:.2f} ms a document")
    finally:
        shutil.rmtree(home)


if __name__ == "__main__":
    main()
