"""How many reports a batch reads in a second, what it costs beyond reading them, and how much memory it takes.

    python benchmarks/batch.py [DOCUMENTS]        # 2000

Real reports of ../shared/corpus/full, each made different by a last line, so that none is a duplicate. "reading" is the
time of `read` and its rows in a loop; the rest of a batch with one process (finding, keeping order, writing tables) is
its overhead. Memory is the peak of all processes together (Linux).
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import threading
import time
from pathlib import Path

from govreport.batch import run
from govreport.batch.inputs import items
from govreport.batch.work import Settings, work

CORPUS = Path(__file__).resolve().parents[2] / "shared/corpus/full"


def made(folder: Path, count: int) -> None:
    """So many reports in a folder."""
    texts = [path.read_text("utf-8", "replace") for path in sorted(CORPUS.rglob("*.txt"))]
    for at in range(count):
        (folder / f"{at:06}.txt").write_text(f"{texts[at % len(texts)]}\n第{at}份\n", "utf-8")


class Memory:
    """The peak of the resident memory of this process and all below it, in MB, looked at ten times a second."""

    def __enter__(self) -> Memory:
        self.peak, self.going = 0.0, True
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.going = False
        self.thread.join()

    def watch(self) -> None:
        while self.going:
            self.peak = max(self.peak, resident(os.getpid()))
            time.sleep(0.1)


def resident(root: int) -> float:
    """Megabytes that a process and those below it hold for themselves."""
    parents: dict[int, int] = {}
    sizes: dict[int, float] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                fields = (entry / "statm").read_text().split()
                sizes[int(entry.name)] = (int(fields[1]) - int(fields[2])) * os.sysconf("SC_PAGE_SIZE") / 2**20
            except (OSError, IndexError):
                continue
    below = {root}
    for pid in sorted(parents):
        if parents[pid] in below:
            below.add(pid)
    return sum(sizes.get(pid, 0.0) for pid in below)


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed and memory of a batch.")
    parser.add_argument("documents", nargs="?", type=int, default=2000)
    options = parser.parse_args()
    home = Path(tempfile.mkdtemp(prefix="govreport-batch-"))
    try:
        source = home / "in"
        source.mkdir()
        made(source, options.documents)
        found = items([source])
        for item in found[:50]:
            work(item, Settings())
        start = time.perf_counter()
        for item in found:
            work(item, Settings())
        reading = time.perf_counter() - start
        print(f"{len(found)} documents, reading {reading:.1f} s, {reading / len(found) * 1000:.2f} ms each")
        base = 0.0
        for name, workers, limit in (("this process", 1, 0.0), ("1 worker", 1, 60.0), ("2 workers", 2, 60.0)):
            out = home / name.replace(" ", "-")
            with Memory() as memory:
                start = time.perf_counter()
                run([source], out, workers=workers, limit=limit)
                taken = time.perf_counter() - start
            base = base or taken
            over = (taken - reading) / len(found) * 1000
            beyond = f", {over:.2f} ms beyond reading each" if workers == 1 else ""
            print(
                f"{name:13} {taken:7.1f} s  {len(found) / taken:6.0f} documents/s  {base / taken:4.2f}×  "
                f"{memory.peak:5.0f} MB{beyond}"
            )
    finally:
        shutil.rmtree(home)


if __name__ == "__main__":
    main()
