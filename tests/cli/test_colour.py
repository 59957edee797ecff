"""Colour: what a terminal shows says the same as what a file gets."""

from __future__ import annotations

import click
import pytest

from govreport.cli.colour import coloured, marked, painted

DIFF = [
    "--- 甲.md\n",
    "+++ 甲.md\n",
    "@@ -3 +3 @@\n",
    "-（二）、抓宣传，约百人参加。\n",
    "+（二）抓宣传，约百人参加。\n",
    "@@ -9,2 +9 @@\n",
    "-甲\n",
    "-乙\n",
    "+丙\n",
    "-" + "长" * 3000 + "\n",
    "+" + "短" * 3000,
]


def test_a_marked_diff_is_the_diff() -> None:
    assert click.unstyle("".join(marked(DIFF))) == "".join(DIFF)


def test_what_changed_in_a_line_is_underlined() -> None:
    shown = "".join(marked(DIFF[:5]))
    assert click.style("、", fg="red", underline=True, bold=True) in shown
    assert shown.count("\x1b[4m") == 1


@pytest.mark.parametrize("role", ["place", "error", "warning", "info", "note"])
def test_painted_words_stay(role: str) -> None:
    assert click.unstyle(painted(role, "GR101")) == "GR101" != painted(role, "GR101")


def test_no_terminal_no_colour(capsys: pytest.CaptureFixture[str]) -> None:
    assert not coloured()
