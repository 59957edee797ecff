"""A sample of errors that the rules find in the corpus, the same every time, to be judged by a reader.

python tools/check_sample.py [--size N]: counts per rule, then N findings of severity error: path, line, code, message.
"""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from govreport import Finding, Report, read
from govreport.check.engine import run

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "full"
FORMATS = (".txt", ".docx", ".html", ".pdf", ".md")
SIZE = 100
CONTEXT = 12
"""Characters shown on either side."""


def errors() -> Iterator[tuple[str, Report, Finding]]:
    """All findings of severity error in the texts of the corpus, by path and place."""
    for path in sorted(path for path in CORPUS.rglob("*") if path.suffix in FORMATS):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            report = read(path)
        for finding in run(report):
            if finding.severity == "error":
                yield str(path.relative_to(CORPUS)), report, finding


def drawn(found: list[tuple[str, Report, Finding]], size: int) -> list[tuple[str, Report, Finding]]:
    """So many of them by lot, rule by rule in turn, so that no rule fills the sample."""
    random = Random(5)
    groups: dict[str, list[tuple[str, Report, Finding]]] = {}
    for row in found:
        groups.setdefault(row[2].code, []).append(row)
    for group in groups.values():
        random.shuffle(group)
    taken: list[tuple[str, Report, Finding]] = []
    while len(taken) < size and any(groups.values()):
        taken += [groups[code].pop() for code in sorted(groups) if groups[code]][: size - len(taken)]
    return sorted(taken, key=lambda row: (row[2].code, row[0], row[2].span.start if row[2].span else 0))


def main(words: list[str]) -> int:
    """Print counts and the sample."""
    size = int(words[words.index("--size") + 1]) if "--size" in words else SIZE
    found = list(errors())
    for code, count in sorted(Counter(finding.code for _, _, finding in found).items()):
        print(f"{code} {count}")
    for path, report, finding in drawn(found, size):
        assert report.source is not None
        text, span = report.source.text, finding.span
        line = report.source.position(span.start).line if span else 0
        shown = text[max(0, span.start - CONTEXT) : span.end + CONTEXT].replace("\n", "⏎")[:60] if span else ""
        print(f"{path}:{line} {finding.code} {finding.message[:40]} | {shown}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
