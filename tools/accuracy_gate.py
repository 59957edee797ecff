"""The accuracy gate: fail when the headline figures of a scoring run fall below their bars.

    python score.py structure GOLD CORPUS | python tools/accuracy_gate.py structure
    python score.py metrics GOLD | python tools/accuracy_gate.py metrics

Reads standard input and passes it on; the last line must be a JSON object of figures. Exit 1 if one
is missing or too low, 2 if there are no figures.
"""

from __future__ import annotations

import json
import sys

BARS = {
    "structure": {
        "node_f1": 0.97, "exact_f1": 0.93, "title": 0.85, "issuer": 0.85, "doc_number": 0.85,
        "kind": 0.93, "role": 0.93, "year": 0.93, "plan_year": 0.93,
    },
    "metrics": {
        "value_unit_f1": 0.95, "bound": 0.95, "kind": 0.95, "direction": 0.95, "upper": 0.95, "name": 0.85,
        "everything_f1": 0.78,
    },
}  # fmt: skip


def shortfalls(bars: dict[str, float], figures: dict[str, float | None]) -> list[str]:
    """One sentence for every bar that is missed; a figure that is missing misses its bar.

    >>> shortfalls({"node_f1": 0.97, "title": 0.85}, {"node_f1": 0.91, "title": None})
    ['node_f1 0.91 < 0.97', 'title None < 0.85']
    """
    return [f"{name} {figures.get(name)} < {bar}" for name, bar in bars.items() if (figures.get(name) or 0) < bar]


def main() -> int:
    if sys.argv[1:] not in ([name] for name in BARS):
        print(f"usage: accuracy_gate.py {'|'.join(BARS)}", file=sys.stderr)
        return 2
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
    missed = shortfalls(BARS[sys.argv[1]], figures)
    for sentence in missed:
        print(f"accuracy gate: {sentence}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
