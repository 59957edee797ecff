"""How parse time grows with the input: 10 kB to 10 MB of ordinary and of hostile text.

    python benchmarks/growth.py [--largest 1000000] [--facts]

Each row is one kind of text at ten times the size from column to column; the last column is the worst growth from
one size to the next in the last two steps. Linear time means 10; the promise is 12 at most. A row ends early where
a size took more than 10 seconds.
"""

from __future__ import annotations

import argparse
import time
from itertools import pairwise

import govreport

ORDINARY = (
    "一、总体情况\n全年地区生产总值增长5.2%，城镇新增就业3600余人。\n（一）加强领导。一是健全机制，定期研究；二是压实责任。\n"
    "1.着力扩大内需。开展活动24场。\n（1）夯实基础。\n二、存在问题：一是能力不足；二是宣传不够。\n"
)
# Each is repeated up to the size wanted.
INPUTS = {
    "ordinary report": ORDINARY,
    "one line": ORDINARY.replace("\n", ""),
    "no marker at all": "全年工作平稳推进成效明显",
    "only 一是": "一是",
    "only 一、": "一、",
    "first children": "一、\n（一）\n1.\n（1）\n①\n",
    "open brackets": "（",
    "open quotes": "“《",
    "one-character lines": "一\n",
    "empty lines": "\n",
    "carriage returns": "\r",
    "spaces": " \u3000",
    "digits": "9",
    "hanzi digits": "十",
    "dashes": "——",
    "hashes": "#",
    "stars": "**",
    "pipes": "|a",
    "tabs": "a\t",
    "full stops": "。",
    "NUL and controls": "\x00\x0b\u2028",
    "附件": "附件1\n",
    "dates": "2023年4月12日\n",
    "quantities": "增长5%、",
    "parts": "，其中1个",
    "percentages": "百分之",
    "titles": "《",
    "first lines of titles": "某市人民政府\n工作报告\n",
}
SIZES = [10_000, 100_000, 1_000_000, 10_000_000]
PATIENCE = 10  # seconds


def seconds(text: str, facts: bool) -> float:
    """The best of a few runs, fewer for long ones, in CPU time."""
    best, runs = float("inf"), 0
    while runs < 3 and (runs == 0 or best < 2):
        start = time.process_time()
        govreport.parse(text, facts=facts)
        best = min(best, time.process_time() - start)
        runs += 1
    return best


def row(unit: str, sizes: list[int], facts: bool) -> list[float]:
    """The seconds for one kind of input at each size, as far as patience goes."""
    times: list[float] = []
    for size in sizes:
        times.append(seconds(unit * (size // len(unit.encode())), facts))
        if times[-1] > PATIENCE:
            break
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=SIZES[-1], choices=SIZES[2:], help="bytes of UTF-8 at most")
    parser.add_argument("--facts", action="store_true", help="structure and facts; structure alone if not given")
    options = parser.parse_args()
    largest = options.largest
    sizes = [size for size in SIZES if size <= largest]
    print(f"{'milliseconds for':<24}" + "".join(f"{size // 1000:>9,} kB" for size in sizes) + "    growth")
    for name, unit in INPUTS.items():
        times = row(unit, sizes, options.facts)
        growth = max(after / before for before, after in pairwise(times[-3:]))
        cells = "".join(f"{t * 1000:>12,.1f}" for t in times) + " " * 12 * (len(sizes) - len(times))
        print(f"{name:<24}{cells}{growth:>10.1f}{'  above 12' if growth > 12 else ''}", flush=True)


if __name__ == "__main__":
    main()
