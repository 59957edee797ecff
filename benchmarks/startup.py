"""What `import govreport` costs in a cold process, beyond Python itself: milliseconds and megabytes.

    python benchmarks/startup.py

Nine new processes for each line of code, taken in turns, of which the median counts. A process reports its own
time from start to end of the import and its largest resident memory. Unix only.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

PROCESSES = 9
CASES = {
    "bare Python": "pass",
    "import govreport": "import govreport",
    "govreport.parse": "import govreport; govreport.parse('一、总体情况\\n（一）进展。一是完善制度。')",
    "words.cut": "from govreport.language.words import cut; cut('辖区现有调委会')",
}
MEASURE = """
import resource, sys
largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(largest / (2**20 if sys.platform == "darwin" else 2**10))
"""


def process(code: str) -> tuple[float, float]:
    """Milliseconds and MB of one new process that runs `code`."""
    start = time.perf_counter()
    run = subprocess.run([sys.executable, "-c", code + "\n" + MEASURE], capture_output=True, text=True, check=True)
    return (time.perf_counter() - start) * 1000, float(run.stdout)


def main() -> None:
    for code in CASES.values():
        process(code)  # compiles what has no .pyc yet
    runs = {name: [] for name in CASES}
    for _ in range(PROCESSES):
        for name, code in CASES.items():
            runs[name].append(process(code))
    medians = {name: [statistics.median(column) for column in zip(*rows, strict=True)] for name, rows in runs.items()}
    base = medians["bare Python"]
    print(f"median of {PROCESSES} processes; bare Python: {base[0]:.0f} ms, {base[1]:.1f} MB")
    for name in list(CASES)[1:]:
        milliseconds, megabytes = medians[name]
        print(f"{name:<18}{milliseconds - base[0]:+8.1f} ms {megabytes - base[1]:+8.1f} MB")


if __name__ == "__main__":
    main()
