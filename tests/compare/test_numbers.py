"""Numbers changed in real reports, one by one: every change is found, with the old figure beside the new one."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from govreport import Report, diff, parse, read
from govreport.model.passages import passages

NUMBER = re.compile(r"(?<![0-9.〔 ])[1-9][0-9]*(?:\.[0-9]+)?(?![0-9.、〕 ])")
DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
CHANGES = 12
NAMES = [
    "fazhi/pingtan-spj-2022.txt",
    "gov/nat-wikisource-2008年中华人民共和国国务院政府工作报告.txt",
    "gov/prov-2026-海南省.txt",
    "gov/prov-2026-云南省.txt",
    "summary/pingtan-haitan-2024.txt",
    "summary/pingtan-zfyjj-2024.txt",
]


def changed(report: Report, seed: int) -> tuple[str, list[tuple[str, str]]]:
    """The text of a report with a dozen numbers replaced, and which became which, in order."""
    assert report.source is not None
    text, chance = report.source.text, random.Random(seed)
    places = [
        (passage.span.start + found.start(), passage.span.start + found.end())
        for passage in passages(report)
        if passage.span is not None and len(passage.span) == len(passage.text)
        for found in NUMBER.finditer(passage.text)
    ]
    parts, at, pairs = [], 0, []
    for start, end in sorted(chance.sample(places, CHANGES)):
        old = text[start:end]
        new = old
        while new == old:
            new = re.sub("[0-9]", lambda _: str(chance.randint(1, 9)), old)
        parts += [text[at:start], new]
        pairs.append((old, new))
        at = end
    return "".join([*parts, text[at:]]), pairs


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", [1, 2])
def test_every_changed_number_is_found(shared: Path, name: str, seed: int) -> None:
    report = read(shared / "corpus" / "full" / name)
    text, pairs = changed(report, seed)
    found = diff(report, parse(text), "draft")
    said = [(DIGITS.findall(m.old_text), DIGITS.findall(m.new_text)) for m in found.metrics]
    said += [(DIGITS.findall(f.old), DIGITS.findall(f.new)) for f in found.fields]
    missed = []
    for old, new in pairs:
        hit = next((row for row in said if old in row[0] and new in row[1]), None)
        if hit is None:
            missed.append((old, new))
        else:
            hit[0].remove(old)
            hit[1].remove(new)
    assert missed == []
