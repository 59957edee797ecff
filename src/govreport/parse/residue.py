"""What stands before and behind a report on its page and no single line gives away: contents, residue."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import evolve

from ..model.number import parse_number
from .body import Line
from .chrome import SHORT, TAIL
from .mend import TERMINAL

CONTENTS = re.compile(r"目\s*[录次]")
PAGE = re.compile(r"\d{1,4}")
LEADER = re.compile(r"[\s.…．·]+\d{1,4}$|[.…．·]{2,}\d{0,4}$")
"""The dots or space before the page number of an entry, and the number."""
HEAD_LINES = 80
RESIDUE_LINES = 60


def without_contents(found: list[Line]) -> list[Line]:
    """Set aside a table of contents: numbered lines in a row below 目录, up to the first that stands there already."""
    for index, line in enumerate(found[:HEAD_LINES]):
        if CONTENTS.fullmatch(line.text) is None:
            continue
        end = index + 1
        seen: set[str] = set()
        while end < len(found):
            entries = _entries(found[end])
            if not entries or not seen.isdisjoint(entries):
                break
            seen.update(entries)
            end += 1
        if len(seen) >= 3:
            listed = [evolve(r, kind="contents", rule="contents") for r in found[index:end]]
            return found[:index] + listed + found[end:]
    return found


def _entries(line: Line) -> list[str]:
    """The entries of a table of contents that a line may hold, without their page numbers; none if it is text."""
    if line.rows is not None:
        # page numbers behind tabs look like a column of cells
        listed = all(PAGE.fullmatch(row[-1]) and parse_number(row[0][:12]) for row in line.rows)
        return [row[0] for row in line.rows] if listed else []
    entry = LEADER.sub("", line.text)
    if len(line.text) > SHORT or TERMINAL.search(entry[-3:]):
        return []
    return [entry] if line.kind != "text" or parse_number(entry[:12]) is not None else []


def answers(found: list[Line]) -> list[Line]:
    """无 right under a numbered heading is what a report says there (其他需要报告的事项), no word of the page."""
    for above, line in pairwise(found):
        if line.text == "无" and line.rule == "chrome" and above.kind == "text" and _numbered(above.text):
            line.kind, line.rule = "text", ""
    return found


def without_residue(found: list[Line]) -> list[Line]:
    """Set aside what follows the report on its page: from the first line of residue on, if only short lines follow."""
    for index in range(max(0, len(found) - RESIDUE_LINES), len(found)):
        line = found[index]
        if TAIL.fullmatch(line.text) is None:
            continue
        rest = found[index:]
        if all(len(r.text) <= 160 and not _numbered(r.text) for r in rest[1:]):
            return found[:index] + [r if r.kind != "text" else evolve(r, kind="chrome", rule="residue") for r in rest]
    return found


def _numbered(text: str) -> bool:
    number = parse_number(text[:12])
    return number is not None and number.style in ("hanzi", "hanzi-paren", "arabic")
