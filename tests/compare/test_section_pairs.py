"""Sections of consecutive years: 85 pairs that a reader judged from headings and text, before the matching saw them.

`optional` are pairs that one reader would make and another would not; they count neither way. Only the two upper levels
are judged, glossaries left out.
"""

from __future__ import annotations

import json
from pathlib import Path

from govreport import read
from govreport.compare import align
from govreport.compare.nodes import Node

GOLD = Path(__file__).resolve().parents[1] / "data" / "section_pairs.json"


def judged(node: Node) -> bool:
    top = node
    while top.parent is not None:
        top = top.parent
    return len(node.where.split("/")) <= 2 and top.section.role != "attachment" and "名词" not in node.where


def test_sections_of_consecutive_years_find_each_other(shared: Path) -> None:
    right = wrong = missed = 0
    for case in json.loads(GOLD.read_text("utf-8")):
        old, new = (read(shared / "corpus" / "full" / case[side]) for side in ("old", "new"))
        pairs = align(old, new, "year").pairs
        found = {(p.old.where, p.new.where) for p in pairs if judged(p.old) and judged(p.new)}
        gold = {tuple(pair) for pair in case["pairs"]}
        optional = {tuple(pair) for pair in case["optional"]}
        right += len(found & gold)
        wrong += len(found - gold - optional)
        missed += len(gold - found)
    f1 = 2 * right / (2 * right + wrong + missed)
    assert right + missed >= 50
    assert f1 >= 0.85, f"{right} right, {wrong} wrong, {missed} missed: {f1:.3f}"
