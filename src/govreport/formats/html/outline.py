"""目录 of a page: the sections of a report as nested lists of links."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...model.address import Address, addresses
from ...model.report import Report, Section
from ..markup_text import attribute, clean, escaped
from ..properties import properties_of
from ..rebuild import rebuilt
from ..render import Piece

OUTLINE = 3
"""So deep goes the outline."""
FOLDED = 2
"""Lists of this depth stand open, those below are folded."""

Placed = tuple[Address, Section]


def anchored(report: Report, found: list[Piece]) -> tuple[list[Placed], list[str]]:
    """The sections that a page of these pieces has, each with its address, and their anchors."""
    sections = list(addresses(rebuilt(found, properties_of(report), "html")))
    return sections, [clean(str(address)) for address, _ in sections]


def href(anchor: str) -> str:
    """The attribute of a link to an anchor of the same page.

    >>> href("完成率100%")
    '"#完成率100%25"'
    """
    return attribute("#" + clean(anchor).replace("%", "%25"))


def outline(sections: list[Placed], *, folds: bool = False, badge: Callable[[str], str] | None = None) -> Iterator[str]:
    """The lists; below the top, a series counts only if every item has a heading.

    With `folds` what stands below an entry can be folded away; `badge` gives the markup behind the link to an anchor.
    """
    depths: list[int] = []
    name = ""
    for address, section in _shown(sections):
        new, anchor = len(address.steps), clean(str(address))
        while depths and depths[-1] > new:
            depths.pop()
            yield "</li></ol></details>" if folds and depths else "</li></ol>"
        if depths and depths[-1] == new:
            yield "</li>"
        else:
            yield f"<details{' open' * (new == FOLDED)}>{_summary(name)}<ol>" if folds and depths else "<ol>"
            depths.append(new)
        name = escaped(clean((section.number.text if section.number else "") + section.heading))
        yield f"<li><a href={href(anchor)}>{name}</a>{badge(anchor) if badge else ''}"
    while depths:
        depths.pop()
        yield "</li></ol></details>" if folds and depths else "</li></ol>"


def _summary(name: str) -> str:
    """What folds a list away; its words are for those who listen."""
    return f'<summary><span class="unseen">{name}：下级目录</span></summary>'


def _shown(sections: list[Placed]) -> list[Placed]:
    """The sections that the outline has."""
    headed: dict[tuple[str, ...], bool] = {}
    for address, section in sections:
        above = address.steps[:-1]
        headed[above] = headed.get(above, True) and bool(section.heading)
    return [
        (address, section)
        for address, section in sections
        if section.heading
        and len(address.steps) <= OUTLINE
        and all(headed[address.steps[:depth]] for depth in range(1, len(address.steps)))
    ]
