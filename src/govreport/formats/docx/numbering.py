"""自动编号: the numbers that Word shows and does not store, from `word/numbering.xml` (ECMA-376-1, 17.9).

`Numbering.label` is called once for every numbered paragraph, in document order, and counts. What Word doesn't show
isn't shown: a level's text beyond 31 characters, or one that names a deeper level (MS-OI29500 2.1.283).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field, frozen
from lxml import etree

from ..number_formats import Show, show_of
from .styles import OFF

CLOSED = "、，。：；）)】〕》"
"""What a number may end with so that the text follows without a space."""
LONGEST = 31
PLACE = re.compile(r"%([1-9])")


@frozen
class Level:
    """One `w:lvl`: its number format, text (`（%2）`), start, where it starts anew, what stands behind it."""

    format: str = "decimal"
    show: Show = str
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"
    style: str = ""


@define
class Numbering:
    """The lists of a document and how far each has counted.

    `levels` by abstract list, `lists` from numId to abstract list, `overrides` and `starts` by numId. Lists of one
    abstract list count on together; `fresh` are the levels that a list must still begin anew (w:startOverride).
    """

    levels: dict[str, dict[int, Level]] = field(factory=dict)
    lists: dict[str, str] = field(factory=dict)
    overrides: dict[str, dict[int, Level]] = field(factory=dict)
    starts: dict[str, dict[int, int]] = field(factory=dict)
    fresh: dict[str, set[int]] = field(factory=dict)
    counters: dict[str, dict[int, int]] = field(factory=dict)

    def level(self, num: str, depth: int) -> Level | None:
        """The level definition of list `num` at depth 0 … 8, or None where there is none."""
        own = self.overrides.get(num, {}).get(depth)
        return own or self.levels.get(self.lists.get(num, ""), {}).get(depth)

    def depth_of(self, num: str, style: str) -> int | None:
        """The depth that a list ties to a paragraph style."""
        levels = self.levels.get(self.lists.get(num, ""), {}) | self.overrides.get(num, {})
        return next((depth for depth, level in levels.items() if level.style and level.style == style), None)

    def label(self, num: str, depth: int) -> str:
        """Count one paragraph of list `num` at `depth`; its number with what stands between it and the text."""
        level = self.level(num, depth)
        if level is None:
            return ""
        counter = self.counters.setdefault(self.lists[num], {})
        fresh = self.fresh.get(num, set())
        if depth in fresh:
            fresh.discard(depth)
            counter.pop(depth, None)
        counter[depth] = counter[depth] + 1 if depth in counter else self._start(num, depth)
        for deeper in [at for at in counter if at > depth]:
            below = self.level(num, deeper)
            restart = below.restart if below else None
            if restart is None or (restart and depth < restart):
                del counter[deeper]
        text = self._text(num, depth, level, counter)
        if not text or level.suffix == "nothing" or text[-1] in CLOSED:
            return text
        return f"{text} "

    def _start(self, num: str, depth: int) -> int:
        level = self.level(num, depth)
        return self.starts.get(num, {}).get(depth, level.start if level else 1)

    def _text(self, num: str, depth: int, level: Level, counter: dict[int, int]) -> str:
        if level.format == "bullet":
            # symbol fonts put their bullets in the private use area
            return "".join("•" if "\ue000" <= char <= "\uf8ff" else char for char in level.text)

        def value(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            other = self.level(num, at) or Level()
            show = str if level.legal and other.format != "none" else other.show
            return show(max(0, counter[at] if at in counter else self._start(num, at)))

        if any(int(place) - 1 > depth for place in PLACE.findall(level.text)):
            return ""
        return PLACE.sub(value, level.text)[:LONGEST]


def load_numbering(root: etree._Element | None) -> Numbering:
    """The lists of `numbering.xml`; none without it."""
    numbering = Numbering()
    if root is None:
        return numbering
    w = f"{{{etree.QName(root).namespace}}}"
    linked: dict[str, str] = {}
    by_style: dict[str, str] = {}
    for abstract in root.iter(f"{w}abstractNum"):
        key = abstract.get(f"{w}abstractNumId", "")
        numbering.levels[key] = dict(_levels(abstract, w))
        for tag, table in ((f"{w}numStyleLink", linked), (f"{w}styleLink", by_style)):
            link = abstract.find(tag)
            if link is not None:
                name = link.get(f"{w}val", "")
                table.update({key: name} if table is linked else {name: key})
    for num in root.iter(f"{w}num"):
        key, target = num.get(f"{w}numId", ""), num.find(f"{w}abstractNumId")
        abstract_key = target.get(f"{w}val", "") if target is not None else ""
        numbering.lists[key] = by_style.get(linked.get(abstract_key, ""), abstract_key)
        for override in num.iter(f"{w}lvlOverride"):
            depth = _number(override.get(f"{w}ilvl"), 0)
            start = override.find(f"{w}startOverride")
            if start is not None:
                numbering.starts.setdefault(key, {})[depth] = _number(start.get(f"{w}val"), 1)
                numbering.fresh.setdefault(key, set()).add(depth)
            numbering.overrides.setdefault(key, {}).update(_levels(override, w))
    return numbering


def _levels(parent: etree._Element, w: str) -> Iterator[tuple[int, Level]]:
    for element in parent.iterchildren(f"{w}lvl"):

        def child(name: str, element: etree._Element = element) -> etree._Element | None:
            found = element.find(f"{w}{name}")
            # a choice for newer readers (custom formats) stands inside AlternateContent
            return found if found is not None else next(element.iterdescendants(f"{w}{name}"), None)

        def value(name: str) -> str | None:
            found = child(name)
            return found.get(f"{w}val") if found is not None else None

        format, restart, legal = child("numFmt"), value("lvlRestart"), element.find(f"{w}isLgl")
        kind = format.get(f"{w}val", "decimal") if format is not None else "decimal"
        yield (
            _number(element.get(f"{w}ilvl"), 0),
            Level(
                format=kind,
                show=show_of(kind, format.get(f"{w}format", "") if format is not None else ""),
                text=(value("lvlText") or "")[:LONGEST],
                # 17.9.25 says 0 where w:start is missing; files without it mean 1
                start=_number(value("start"), 1),
                restart=_number(restart, 0) if restart is not None else None,
                legal=legal is not None and legal.get(f"{w}val") not in OFF,
                suffix=value("suff") or "tab",
                style=value("pStyle") or "",
            ),
        )


def _number(text: str | None, default: int) -> int:
    """An attribute as a number of at most six digits."""
    return int(text) if text and text.isdecimal() and len(text) <= 6 else default
