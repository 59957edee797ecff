"""The whole pipeline on real reports: bytes → tree → facts, and the check of all rules, in characters a second of CPU.

    python benchmarks/pipeline.py [CORPUS]

Every report of ../shared/corpus/full once, so that nothing is remembered of it, after one of our own has loaded what
loads late; three new processes, of which the median counts. PDF needs the extra `pdf`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

import govreport

CORPUS = Path(__file__).resolve().parents[2] / "shared/corpus/full"
OWN = Path(__file__).resolve().parents[1] / "examples/kebu_2022.md"
FORMATS = (".txt", ".html", ".docx", ".pdf")
PROCESSES = 3

Sums = dict[str, list[float]]


def measured(corpus: Path) -> Sums:
    """For each suffix: reports, characters, seconds of structure alone, of everything, of the check after it."""
    govreport.check(govreport.read(OWN))
    sums: Sums = defaultdict(lambda: [0.0] * 5)
    for path in sorted(corpus.rglob("*")):
        if path.suffix not in FORMATS or (path.suffix == ".pdf" and not find_spec("pypdfium2")):
            continue
        data = path.read_bytes()
        times = [time.process_time()]
        govreport.read(data, facts=False)
        times.append(time.process_time())
        report = govreport.read(data)
        times.append(time.process_time())
        govreport.check(report)
        times.append(time.process_time())
        size = len(report.source.text) if report.source else 0
        row = (1, size, times[1] - times[0], times[2] - times[1], times[3] - times[2])
        sums[path.suffix] = [a + b for a, b in zip(sums[path.suffix], row, strict=True)]
    return sums


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        print(json.dumps(measured(options.corpus)))
        return
    command = [sys.executable, __file__, str(options.corpus), "--once"]
    runs: list[Sums] = [
        json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(PROCESSES)
    ]
    print(f"{'Mchar/s':<8}{'reports':>9}{'Mchar':>8}{'structure':>12}{'everything':>12}{'check':>9}  ms a report")
    for suffix in runs[0]:
        reports, size = runs[0][suffix][:2]
        seconds = [statistics.median(run[suffix][at] for run in runs) for at in (2, 3, 4)]
        structure, everything, check = (size / 1e6 / each for each in seconds)
        said = ", ".join(f"{each / reports * 1000:.1f}" for each in seconds)
        print(f"{suffix:<8}{reports:>9.0f}{size / 1e6:>8.2f}{structure:>12.2f}{everything:>12.2f}{check:>9.2f}  {said}")


if __name__ == "__main__":
    main()
