"""Paths to ruling lines, ruling lines to frames."""

from __future__ import annotations

import pytest

from govreport.formats.pages import Rule, rules_of_path
from govreport.formats.pages.rulings import MAX_RULES, frames, joined

Shape = list[tuple[float, float]]


@pytest.mark.parametrize(
    ("shape", "stroke", "fill", "rules"),
    [
        ([(10, 20), (90, 20)], True, False, [(True, 20, 10, 90)]),
        ([(90, 20), (10, 20)], True, False, [(True, 20, 10, 90)]),
        ([(10, 20), (10, 90)], True, False, [(False, 10, 20, 90)]),
        ([(10, 20), (90, 20.4)], True, False, [(True, 20.2, 10, 90)]),
        ([(10, 20), (90, 24)], True, False, []),
        ([(10, 20), (12, 20)], True, False, []),
        ([(10, 20), (90, 20), (90, 21), (10, 21), (10, 20)], False, True, [(True, 20.5, 10, 90)]),
        ([(10, 20), (11, 20), (11, 90), (10, 90), (10, 20)], False, True, [(False, 10.5, 20, 90)]),
        ([(10, 20), (90, 20), (90, 60), (10, 60), (10, 20)], False, True, []),
        ([(10, 20), (13, 20), (13, 23), (10, 23), (10, 20)], False, True, []),
        ([(10, 20), (90, 20)], False, False, []),
    ],
    ids=[
        "level", "from the right", "upright", "nearly level", "slanting", "a dot", "thin", "thin, upright", "an area",
        "a bullet", "not painted",
    ],
)  # fmt: skip
def test_paths(shape: Shape, stroke: bool, fill: bool, rules: list[tuple[bool, float, float, float]]) -> None:
    found = [(r.horizontal, r.at, r.start, r.end) for r in rules_of_path([shape], stroke, fill)]
    assert found == rules


def test_pieces_and_double_lines_are_one() -> None:
    pieces = [Rule(True, 100, 10, 50), Rule(True, 100, 52, 90), Rule(True, 102, 10, 90), Rule(True, 100, 200, 260)]
    assert [(r.at, r.start, r.end) for r in joined(pieces)] == [(100, 10, 90), (100, 200, 260)]


def test_frames_from_the_largest() -> None:
    small = [Rule(True, 300, 10, 60), Rule(False, 10, 300, 330)]
    large = [Rule(True, 100, 10, 400), Rule(False, 10, 100, 200), Rule(False, 400, 100, 200)]
    alone = [Rule(True, 500, 10, 400)]
    found = frames([*small, *large, *alone])
    assert [(len(frame.rows), len(frame.columns)) for frame in found] == [(1, 2), (1, 1)]


def test_too_many_rules_are_a_drawing() -> None:
    assert frames([Rule(True, 10.0 * at, 0, 90) for at in range(MAX_RULES)] + [Rule(False, 10, 0, 900)]) == []
