"""The accuracy gate: fail when the headline figures of a scoring run fall below their bars.

    python score.py structure GOLD CORPUS | python tools/accuracy_gate.py

Reads standard input and passes it on; the last line must be a JSON object of figures. Exit 1 if one
is missing or too low, 2 if there are no figures.
"""

from __future__ import annotations

import json
import sys

BARS = {"node_f1": 0.97, "exact_f1": 0.93, "title": 0.85, "issuer": 0.85, "doc_number": 0.85}


def shortfalls(figures: dict[str, float | None]) -> list[str]:
    """One sentence for every bar that is missed; a figure that is missing misses its bar.

    >>> shortfalls({**BARS, "node_f1": 0.91, "title": None})
    ['node_f1 0.91 < 0.97', 'title None < 0.85']
    """
    return [f"{name} {figures.get(name)} < {bar}" for name, bar in BARS.items() if (figures.get(name) or 0) < bar]


def main() -> int:
    last = ""
    for line in sys.stdin:
        print(line, end="")
        last = line.strip() or last
    try:
        figures = json.loads(last)
    except ValueError:
        figures = None
    if not isinstance(figures, dict):
        print("accuracy gate: the last line holds no figures", file=sys.stderr)
        return 2
    missed = shortfalls(figures)
    for sentence in missed:
        print(f"accuracy gate: {sentence}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
