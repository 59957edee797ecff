"""How many defects, put one by one into the reports of the corpus, the rules find at the right line.

python tools/mutation_rate.py [--missed] [--runs N]
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.check.mutations import MUTATIONS, corpus, outcome

BAR = 0.95


def main(words: list[str]) -> int:
    """Print the rate of each kind and of all; 1 where all together are below the bar."""
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for name, report in corpus():
        for mutation in MUTATIONS:
            result = outcome(name, report, mutation)
            if result is None:
                continue
            made[mutation.name] += 1
            found[mutation.name] += result.found
            if "--missed" in words and not result.found:
                place = result.mutant.text[max(0, result.mutant.start - 20) : result.mutant.end + 20]
                print(f"missed: {mutation.name}: {name}: {place!r}")
    for mutation in MUTATIONS:
        print(f"{found[mutation.name]:4} of {made[mutation.name]:4}  {mutation.name}")
    rate = sum(found.values()) / max(1, sum(made.values()))
    print(f"{sum(found.values()):4} of {sum(made.values()):4}  {rate:.1%}")
    return 0 if rate >= BAR else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
