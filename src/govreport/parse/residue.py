"""What stands before and behind a report on its page and no single line gives away: contents, residue."""

from __future__ import annotations

import re

from attrs import evolve

from ..model.number import parse_number
from .body import Line
from .chrome import SHORT, TAIL
from .mend import TERMINAL

CONTENTS = re.compile(r"目\s*[录次]")
HEAD_LINES = 80
RESIDUE_LINES = 60


def without_contents(found: list[Line]) -> list[Line]:
    """Set aside a table of contents without page numbers: numbered lines in a row below 目录."""
    for index, line in enumerate(found[:HEAD_LINES]):
        if CONTENTS.fullmatch(line.text) is None:
            continue
        end = index + 1
        seen: set[str] = set()
        while end < len(found) and len(found[end].text) <= SHORT and not TERMINAL.search(found[end].text[-3:]):
            text = found[end].text
            if text in seen or (found[end].kind == "text" and parse_number(text[:12]) is None):
                break
            seen.add(text)
            end += 1
        if len(seen) >= 3:
            listed = [evolve(r, kind="contents", rule="contents") for r in found[index:end]]
            return found[:index] + listed + found[end:]
    return found


def without_residue(found: list[Line]) -> list[Line]:
    """Set aside what follows the report on its page: from the first line of residue on, if only short lines follow."""
    for index in range(max(0, len(found) - RESIDUE_LINES), len(found)):
        line = found[index]
        if TAIL.match(line.text) is None:
            continue
        rest = found[index:]
        if all(len(r.text) <= 160 and not _numbered(r.text) for r in rest[1:]):
            return found[:index] + [r if r.kind != "text" else evolve(r, kind="chrome", rule="residue") for r in rest]
    return found


def _numbered(text: str) -> bool:
    number = parse_number(text[:12])
    return number is not None and number.style in ("hanzi", "hanzi-paren", "arabic")
