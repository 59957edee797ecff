"""Edit scripts: reports changed in known ways, and what a comparison says of them.

Sections keep the address that they had as a name through all changes, so the truth needs no alignment.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from attrs import define, evolve, field

from govreport import Number, Paragraph, Report, Section, diff, read
from govreport.model.address import addresses
from govreport.model.number import format_number

Truth = set[tuple[str, str | None, str | None]]
CLASS = {"reworded": "edited"}
"""Where the one ends and the other begins is a matter of degree."""


@define
class Tree:
    """A report as a tree of nodes that can be moved about."""

    name: str
    section: Section
    children: list[Tree] = field(factory=list)
    edited: bool = False


def tree_of(report: Report) -> list[Tree]:
    names = {id(section): str(address) for address, section in addresses(report)}

    def made(section: Section) -> Tree:
        return Tree(names[id(section)], section, [made(child) for child in section.children])

    return [made(section) for section in report.sections]


def sections_of(trees: list[Tree]) -> tuple[Section, ...]:
    return tuple(evolve(tree.section, children=sections_of(tree.children), blocks_after=0) for tree in trees)


def renumbered(trees: list[Tree]) -> None:
    """Number siblings of one style from the value of the first one on."""
    count: dict[str, int] = {}
    for tree in trees:
        number = tree.section.number
        if number is not None and number.value is not None and number.style not in ("sequence", "circled"):
            value = count.get(number.style, 0) + 1
            count[number.style] = value
            if value != number.value:
                tree.section = evolve(
                    tree.section, number=Number(format_number(number.style, value), number.style, value)
                )
        renumbered(tree.children)


def flat(trees: list[Tree]) -> list[tuple[list[Tree], int]]:
    """Every node as its list and its place there."""
    found = []
    for at, tree in enumerate(trees):
        found.append((trees, at))
        found += flat(tree.children)
    return found


def reworded(text: str, share: float, foreign: str, chance: random.Random) -> str:
    """Text with a share of its hanzi replaced by foreign ones, in stretches of two to six."""
    out, at = [], 0
    while at < len(text):
        length = chance.randint(2, 6)
        piece = text[at : at + length]
        at += length
        if chance.random() < share and not any(c.isdigit() for c in piece):
            start = chance.randrange(max(1, len(foreign) - 8))
            piece = foreign[start : start + len(piece)]
        out.append(piece)
    return "".join(out)


@define
class Script:
    """A changed copy of a report and what was done to it."""

    report: Report
    truth: Truth


def edit_script(report: Report, foreign: list[Section], seed: int, operations: int = 8) -> Script:
    """Insert, delete, move and reword sections, change numbers, renumber what follows; the truth of all of it."""
    chance = random.Random(seed)
    trees = tree_of(report)
    touched: set[str] = set()
    moved: set[str] = set()
    families: set[int] = set()
    prose = "".join(b.text for s in foreign for b in s.blocks if isinstance(b, Paragraph))
    prose = "".join(c for c in prose if "\u4e00" <= c <= "\u9fff")

    def below(tree: Tree) -> set[str]:
        return {tree.name}.union(*(below(child) for child in tree.children))

    def insert() -> None:
        home, at = chance.choice(flat(trees))
        home.insert(at, Tree("", evolve(chance.choice(foreign), children=(), number=home[at].section.number)))

    def delete() -> None:
        places = [(h, i) for h, i in flat(trees) if len(h) > 2 and not below(h[i]) & touched and h[i].name]
        if places:
            home, at = chance.choice(places)
            home.pop(at)

    def move() -> None:
        """Past two siblings at least that were there before, once in a family: else nobody can say what moved."""
        places = [(h, i) for h, i in flat(trees) if id(h) not in families and not below(h[i]) & touched and h[i].name]
        chance.shuffle(places)
        for home, at in places:
            old = [place for place, tree in enumerate(home) if tree.name]
            rank = old.index(at)
            choices = [place for to, place in enumerate(old) if abs(to - rank) >= 2]
            if choices:
                tree = home.pop(at)
                home.insert(chance.choice(choices), tree)
                moved.add(tree.name)
                families.add(id(home))
                return

    def reword() -> None:
        places = [(h, i) for h, i in flat(trees) if h[i].name and h[i].name not in touched and len(_text(h[i])) > 40]
        if places:
            home, at = chance.choice(places)
            tree = home[at]
            touched.add(tree.name)
            share = chance.uniform(0.1, 0.6)
            blocks = tuple(
                Paragraph(reworded(b.text, share, prose, chance)) if isinstance(b, Paragraph) else b
                for b in tree.section.blocks
            )
            tree.edited |= blocks != tree.section.blocks
            tree.section = evolve(tree.section, blocks=blocks)

    steps: list[Callable[[], None]] = [insert, delete, reword, move]
    for step in steps:  # moves come last, so that their distance holds
        for _ in range(operations // len(steps)):
            step()
    renumbered(trees)
    changed = evolve(report, sections=sections_of(trees))
    return Script(changed, truth_of(report, changed, trees, moved))


def _text(tree: Tree) -> str:
    return "".join(b.text for b in tree.section.blocks if isinstance(b, Paragraph))


def truth_of(old: Report, new: Report, trees: list[Tree], moved: set[str]) -> Truth:
    """What was done, as (type, old address, new address); unchanged sections are left out."""
    numbers = {str(address): section.number for address, section in addresses(old)}
    places = [(str(address), tree) for (address, _), tree in zip(addresses(new), _walk(trees), strict=True)]
    truth: Truth = set()
    kept = set()
    for where, tree in places:
        if not tree.name:
            truth.add(("added", None, where))
            continue
        kept.add(tree.name)
        if tree.name in moved:
            truth.add(("moved", tree.name, where))
        elif tree.edited:
            truth.add(("edited", tree.name, where))
        elif tree.section.number != numbers[tree.name]:
            truth.add(("renumbered", tree.name, where))
    truth |= {("removed", name, None) for name in numbers if name not in kept}
    return truth


def _walk(trees: list[Tree]) -> list[Tree]:
    return [found for tree in trees for found in (tree, *_walk(tree.children))]


SEEDS = 2
REPORTS = 20


@cache
def reports(corpus: Path) -> list[Report]:
    """Twenty real reports of all kinds and times, of at least twelve sections."""
    files = sorted(path for path in (corpus / "full").rglob("*") if path.suffix in (".txt", ".html"))
    found = [read(path) for path in files[::4]]
    return [report for report in found if sum(1 for _ in report.walk()) >= 12][:REPORTS]


def score(found: Report, script: Script) -> tuple[int, int, int]:
    """How many changes were found rightly, wrongly, and not."""
    said = {
        (CLASS.get(change.type, change.type), change.old_address, change.new_address)
        for change in diff(found, script.report, "draft").changes
        if change.type != "unchanged"
    }
    return len(said & script.truth), len(said - script.truth), len(script.truth - said)


@pytest.mark.parametrize("operations", [8, 24])
def test_changes_of_twenty_real_reports_are_found(shared: Path, operations: int) -> None:
    right = wrong = missed = 0
    all_reports = reports(shared / "corpus")
    assert len(all_reports) == REPORTS
    for at, report in enumerate(all_reports):
        other = all_reports[(at + 7) % len(all_reports)]
        foreign = [section for section in other.walk() if len(section.text) > 30]
        for seed in range(SEEDS):
            one, two, three = score(report, edit_script(report, foreign, seed, operations))
            right, wrong, missed = right + one, wrong + two, missed + three
    f1 = 2 * right / (2 * right + wrong + missed)
    assert right > 200
    assert f1 >= 0.98, f"{right} right, {wrong} wrong, {missed} missed"
