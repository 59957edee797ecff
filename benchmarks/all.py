"""All benchmarks, one after the other, and a page of what they printed.

    python benchmarks/all.py [NAME ...] [-o docs/benchmarks.md]

For a quiet machine. With names (growth, batch …) these sections of the page are measured anew, the others stay.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUNS = {
    "startup.py": "导入与启动 Start-up",
    "growth.py": "增长，结构 Growth, structure",
    "growth.py --facts --largest 1000000": "增长，结构和事实 Growth, structure and facts",
    "pipeline.py": "全过程 Whole pipeline",
    "structure.py": "结构 Structure",
    "metrics.py": "指标 Metrics",
    "formats.py": "格式 Formats",
    "check.py": "检查 Check",
    "diff.py": "比较 Difference",
    "batch.py": "批量 Batch",
    "batch_faults.py": "批量，有坏文件 Batch with bad files",
    "hostile.py": "恶意文件 Hostile files",
}
LIMIT = 1200


def printed(script: str) -> str:
    """What a benchmark prints, or why it didn't."""
    name, *more = script.split()
    try:
        done = subprocess.run(
            [sys.executable, str(HERE / name), *more], capture_output=True, text=True, encoding="utf-8", timeout=LIMIT
        )
    except subprocess.TimeoutExpired:
        return f"未在 {LIMIT} 秒内完成 / not done within {LIMIT} s"
    if done.returncode:
        return f"未完成 / failed: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else done.returncode}"
    return done.stdout.strip()


def sections(page: Path) -> dict[str, str]:
    """The sections of a page that is there, by title."""
    text = page.read_text("utf-8") if page.exists() else ""
    return {part.partition("\n")[0]: part.partition("\n\n")[2].strip() for part in text.split("\n## ")[1:]}


def main() -> None:
    parser = argparse.ArgumentParser(description="Run all benchmarks, or some, and write a page.")
    parser.add_argument("names", nargs="*", help="of scripts, without .py; all if none is named")
    parser.add_argument("-o", "--output", type=Path, default=HERE.parent / "docs" / "benchmarks.md")
    options = parser.parse_args()
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    parts = [
        "# 基准 Benchmarks",
        f"每一节由 `python benchmarks/all.py` 在一次运行中测得（{machine}）。一节之内可比，机器之间不可比。\n"
        f"Each section was measured in one run by `python benchmarks/all.py` ({machine}). Compare within a section, "
        "not between machines.",
    ]
    there = sections(options.output)
    for script, title in RUNS.items():
        if options.names and script.partition(".")[0] not in options.names and title in there:
            parts.append(f"## {title}\n\n{there[title]}")
            continue
        start = time.perf_counter()
        text = printed(script)
        print(f"{script}: {time.perf_counter() - start:.0f} s")
        parts.append(f"## {title}\n\n`python benchmarks/{script}`\n\n```text\n{text}\n```")
    options.output.write_text("\n\n".join(parts) + "\n", "utf-8")


if __name__ == "__main__":
    main()
