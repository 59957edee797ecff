"""How long checking takes after parsing, all rules together and the slowest ten.

    python benchmarks/check.py [REPORT ...]

Without an argument: ten provincial reports of ../shared/corpus, each cut to 20 000 characters or taken as long as it
is, and scaled to 20 000. Milliseconds of one core, the best of the rounds, warm. "view" is what all rules share: the
running text and the way back from there. Rules that need last year's report get another one of the same kind.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import govreport
from govreport.check.engine import run
from govreport.check.rule import rules
from govreport.check.view import View
from govreport.model.report import Report

REPORTS = Path(__file__).resolve().parents[2] / "shared/corpus/full/gov"
ROUNDS = 7
LENGTH = 20_000


def milliseconds(action: Callable[[], object]) -> float:
    """The best of the rounds, after one that warms up."""
    action()
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times) * 1000


def scaled(report: Report, action: Callable[[], object]) -> float:
    """Milliseconds for 20 000 characters."""
    assert report.source is not None
    return milliseconds(action) * LENGTH / len(report.source.text)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="*", type=Path)
    paths = parser.parse_args().reports or sorted(REPORTS.glob("prov-2026-*.txt"))[:10]
    if not paths:
        parser.error("no reports beside this clone; name some")
    gc.disable()  # the verbs pause it too
    reports = [govreport.parse(path.read_text("utf-8")[:LENGTH]) for path in paths]
    # a view is made anew in every round, as for a report that is checked once
    whole = [scaled(r, lambda r=r: govreport.check(r)) for r in reports]  # type: ignore[misc]
    every = [scaled(r, lambda r=r, p=reports[i - 1]: run(r, select=["ALL"], previous=p)) for i, r in enumerate(reports)]  # type: ignore[misc]
    views = [scaled(r, lambda r=r: (View(r).text, View(r).sections)) for r in reports]  # type: ignore[misc]
    print(f"{len(reports)} reports, {len(rules())} rules, ms for {LENGTH} characters: median (least – most)")
    for name, times in (("check, as by default", whole), ("all rules, with last year's", every), ("view", views)):
        print(f"  {name:30} {statistics.median(times):7.2f} ({min(times):.2f} – {max(times):.2f})")
    print("slowest rules")
    alone = {}
    for code, rule in rules().items():
        times = []
        for index, report in enumerate(reports):
            view = View(report, View(reports[index - 1]))
            _ = view.text, view.sections, view.parts
            if not rule.needs or getattr(view, rule.needs) is not None:
                times.append(scaled(report, lambda v=view, c=rule.check: list(c(v))))  # type: ignore[misc]
        alone[code] = statistics.median(times) if times else 0.0
    for code in sorted(alone, key=lambda code: -alone[code])[:10]:
        print(f"  {code} {rules()[code].name:30} {alone[code]:7.3f}")
    print(f"  all rules, one by one {sum(alone.values()):17.2f}")


if __name__ == "__main__":
    main()
