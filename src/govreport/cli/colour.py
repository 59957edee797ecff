"""Colour, on a terminal and nowhere else (https://no-color.org)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

import click

STYLES: dict[str, dict[str, Any]] = {
    "place": {"bold": True},
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "cyan", "bold": True},
    "note": {"dim": True},
}
LONGEST = 2000
"""Longer lines are coloured whole: telling what changed inside them would take too long."""


def coloured() -> bool:
    """Whether standard output is a terminal whose owner wants colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def painted(role: str, words: str) -> str:
    """Words in the colour of what they are."""
    return click.style(words, **STYLES[role])


def marked(lines: Sequence[str]) -> Iterator[str]:
    """A unified diff in red and green; where a line stands for another, what changed in it is underlined."""
    at = 0
    while at < len(lines):
        old = _run(lines, at, "-")
        new = _run(lines, at + len(old), "+")
        if not old and not new:
            yield click.style(lines[at], dim=True)
            at += 1
            continue
        at += len(old) + len(new)
        pairs = list(zip(old, new, strict=False)) if len(old) == len(new) else []
        yield from (_line(a, b, "red") for a, b in pairs or [(line, line) for line in old])
        yield from (_line(b, a, "green") for a, b in pairs or [(line, line) for line in new])


def _run(lines: Sequence[str], at: int, sign: str) -> list[str]:
    """The lines of one sign that follow each other; ---, +++ and @@ are none."""
    end = at
    while end < len(lines) and lines[end].startswith(sign) and not lines[end].startswith(sign * 3 + " "):
        end += 1
    return list(lines[at:end])


def _line(line: str, other: str, colour: str) -> str:
    """A line of a diff, with what the other one hasn't underlined."""
    sign, words, end = line[0], line[1:].rstrip("\n"), "\n" if line.endswith("\n") else ""
    out = [click.style(sign, fg=colour)]
    against = other[1:].rstrip("\n")
    if max(len(words), len(against)) > LONGEST or words == against:
        return click.style(line.rstrip("\n"), fg=colour) + end
    for tag, first, last, _, _ in SequenceMatcher(None, words, against, autojunk=False).get_opcodes():
        if last > first:
            out.append(click.style(words[first:last], fg=colour, underline=tag != "equal", bold=tag != "equal"))
    return "".join(out) + end
