"""The accuracy that the library promises, measured on annotations of real reports by the scorer beside them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BARS = {
    "metrics": {
        "value_unit_f1": 0.95,
        "bound": 0.95,
        "kind": 0.95,
        "direction": 0.95,
        "upper": 0.95,
        "name": 0.85,
        "everything_f1": 0.78,
    },
    "structure": {
        "kind": 0.93,
        "role": 0.93,
        "year": 0.93,
        "plan_year": 0.93,
    },
}


def figures(shared: Path, what: str) -> dict[str, float]:
    """The headline figures: the last line that the scorer prints."""
    scorer = shared / "tools" / "score.py"
    if not scorer.is_file():
        pytest.skip("no scorer beside the real reports")
    folders = [shared / "gold", *([shared / "corpus"] if what == "structure" else [])]
    run = subprocess.run(
        [sys.executable, "-X", "utf8", str(scorer), what, *map(str, folders)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return dict(json.loads(run.stdout.splitlines()[-1]))


@pytest.mark.parametrize("what", BARS)
def test_no_figure_falls_below_its_bar(shared: Path, what: str) -> None:
    found = figures(shared, what)
    missed = [f"{name} {found[name]} < {bar}" for name, bar in BARS[what].items() if found[name] < bar]
    assert missed == []
    assert found["metrics" if what == "metrics" else "documents_nodes"] > 500
