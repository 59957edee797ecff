"""How fast a tree is found, in characters a second, beside two other parsers on the same text in the same run.

    python benchmarks/structure.py [REPORT ...]

Without arguments: the provincial reports of 2026 in ../shared/corpus. Every report is parsed by itself, as often
as it takes to reach 5 million characters; several rounds, of which the median counts. markdown-it-py and
bluebell-akn take part where they are installed. They do different work (blocks of Markdown; the grammar of
Akoma Ntoso) and find no Chinese numbering: the figures say what a parser of this kind costs.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import govreport

REPORTS = Path(__file__).resolve().parents[2] / "shared/corpus/full/gov"
TOTAL = 5_000_000
ROUNDS = 5


def rate(parse: Callable[[str], object], texts: list[str]) -> float:
    """Characters a second, the median of the rounds."""
    characters = sum(map(len, texts))
    work = texts * max(1, -(-TOTAL // characters))
    rates = []
    for _ in range(ROUNDS):
        gc.collect()
        start = time.perf_counter()
        for text in work:
            parse(text)
        rates.append(sum(map(len, work)) / (time.perf_counter() - start))
    return statistics.median(rates)


def others() -> dict[str, Callable[[str], object]]:
    """The other parsers that are installed."""
    found: dict[str, Callable[[str], object]] = {}
    if find_spec("markdown_it"):
        from markdown_it import MarkdownIt

        found["markdown-it-py"] = MarkdownIt().parse
    if find_spec("bluebell"):
        from bluebell.parser import AkomaNtosoParser

        # the tree alone, before any XML is made of it
        found["bluebell-akn"] = lambda text: AkomaNtosoParser("/akn/cn/statement/2026/1").parse(text, "statement")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path, help="text files")
    paths = parser.parse_args().reports or sorted(REPORTS.glob("prov-2026-*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    if not texts:
        parser.exit(2, f"no reports in {REPORTS}; name some text files\n")
    print(f"{len(texts)} reports, {sum(map(len, texts)):,} characters; median of {ROUNDS} rounds")
    own = rate(lambda text: govreport.parse(text, facts=False), texts)
    print(f"{'govreport':<18}{own / 1e6:8.2f} Mchar/s   structure alone")
    whole = rate(govreport.parse, texts)
    print(f"{'govreport':<18}{whole / 1e6:8.2f} Mchar/s   structure and facts")
    for name, parse in others().items():
        other = rate(parse, texts)
        print(f"{name:<18}{other / 1e6:8.2f} Mchar/s   structure: {own / other:.2f} times as fast")


if __name__ == "__main__":
    main()
