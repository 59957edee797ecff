"""How long a difference takes, and how many changes are reported, beside general tools on the same pair.

    python benchmarks/diff.py [OLD NEW]

Without arguments: a provincial report of about 20 000 characters from ../shared/corpus, and a copy with five known
changes (two figures, a heading, a section taken out, one put in). Milliseconds, the median of the rounds, warm; reading
the reports is not timed. The others take part where they are installed: deepdiff compares the JSON, xmldiff the
Akoma Ntoso, redlines and difflib the text.
"""

from __future__ import annotations

import argparse
import difflib
import gc
import json
import statistics
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import govreport

REPORT = Path(__file__).resolve().parents[2] / "shared/corpus/full/gov/prov-2026-江西省.txt"
ROUNDS = 5
SLOW = 20.0
"""Seconds from which on one round is enough."""


def changed(report: govreport.Report) -> tuple[str, int]:
    """The text of the report with a few changes, and how many."""
    assert report.source is not None
    text, done = report.source.text, 0
    spans = [metric.span for metric in report.metrics if metric.span and metric.text[:1].isdigit()]
    for span in (spans[20], spans[5]):  # from behind, so that places hold
        digit = text[span.start]
        text = text[: span.start] + ("7" if digit != "7" else "3") + text[span.start + 1 :]
        done += 1
    sections = [section for section in report.walk() if section.number and not section.children and section.span]
    gone = sections[-3].span
    assert gone is not None
    text = text[: gone.start] + text[gone.end :].lstrip("\n")
    first = sections[2].span
    assert first is not None
    text = text[: first.start] + "这里新添了一段话，讲的是别处没有的事情。\n" + text[first.start :]
    return text, done + 2


def measured(action: Callable[[], int]) -> tuple[float, int]:
    """Milliseconds and the number of changes."""
    times = []
    count = 0
    for _ in range(ROUNDS + 1):
        gc.collect()
        start = time.perf_counter()
        count = action()
        times.append(time.perf_counter() - start)
        if times[-1] > SLOW:
            return times[-1] * 1000, count
    return statistics.median(times[1:]) * 1000, count


def tools(old: govreport.Report, new: govreport.Report) -> dict[str, Callable[[], int]]:
    """This library and the others that are installed; each says how many changes it reports."""

    def own() -> int:
        found = govreport.diff(old, new)
        return sum(c.type != "unchanged" for c in found.changes) + len(found.metrics) + len(found.fields)

    one, other = govreport.dumps(old, "txt", canonical=True), govreport.dumps(new, "txt", canonical=True)
    found: dict[str, Callable[[], int]] = {"govreport.diff": own}
    if find_spec("deepdiff"):
        from deepdiff import DeepDiff

        trees = [json.loads(govreport.dumps(report, "json")) for report in (old, new)]
        for tree in trees:
            tree.pop("source", None)
        found["deepdiff, JSON"] = lambda: sum(len(rows) for rows in DeepDiff(*trees).values())
    if find_spec("xmldiff"):
        from xmldiff import main as xmldiff

        xml = [str(govreport.dumps(report, "akn")).encode() for report in (old, new)]
        found["xmldiff, Akoma Ntoso"] = lambda: len(xmldiff.diff_texts(*xml, diff_options={"fast_match": True}))
    if find_spec("redlines"):
        from redlines import Redlines

        found["redlines, text"] = lambda: len(list(Redlines(one, other).changes))
    lines = one.splitlines(), other.splitlines()
    found["difflib, lines"] = lambda: sum(row[:2] in ("+ ", "- ") for row in difflib.ndiff(*lines))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Time of a difference beside other tools.")
    parser.add_argument("reports", nargs="*", type=Path, help="OLD and NEW; default: a copy with known changes")
    options = parser.parse_args()
    if len(options.reports) == 2:
        old, new = (govreport.read(path) for path in options.reports)
        print(f"{options.reports[0].name} → {options.reports[1].name}")
    else:
        old = govreport.read(REPORT)
        text, done = changed(old)
        new = govreport.parse(text)
        print(f"{REPORT.name}, {len(text)} characters, {done} changes made")
    base = 0.0
    for name, action in tools(old, new).items():
        taken, count = measured(action)
        base = base or taken
        print(f"{name:24} {taken:9.1f} ms  {taken / base:7.1f}×  {count:6} changes")


if __name__ == "__main__":
    main()
