"""Addresses of sections: ``一/（三）/二是``. `locate` and `address_of` are inverse to each other.

A step is the number of a section without the 、 or 。 behind it, or its heading where it has no number;
a second sibling with the same step gets ``~2``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from ..errors import AddressError

if TYPE_CHECKING:
    from .report import Report, Section


@frozen
class Address:
    """The steps from the report down to a section.

    >>> str(Address.parse("一 / (三)"))
    '一/（三）'
    """

    steps: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Address:
        """Read an address; brackets and spaces may be of either width."""
        return cls(tuple(_step(part) for part in text.split("/") if part.strip()))

    def __str__(self) -> str:
        return "/".join(self.steps)


@lru_cache(1024)  # the numbers of sections come again and again
def _step(text: str) -> str:
    """The canonical form of a step: 一、 → 一, (三) → （三）, 1． → 1. A canonical step is its own form."""
    while (step := _canonical(text)) != text:  # letters that come together may combine once more
        text = step
    return text


def _canonical(text: str) -> str:
    text = "".join(unicodedata.normalize("NFKC", text).split()).rstrip("、.,:。")
    return text.replace("(", "（").replace(")", "）").replace("/", "／")


def _steps(siblings: tuple[Section, ...]) -> Iterator[tuple[str, Section]]:
    """Every sibling with its step: its number, else (none, or only the 、 behind a lost one) its heading, else ?."""
    counts: dict[str, int] = {}
    taken: set[str] = set()
    for section in siblings:
        base = _step(section.number.text if section.number else "") or _step(section.heading) or "?"
        count = counts.get(base, 0) + 1
        while (step := base if count == 1 else f"{base}~{count}") in taken:
            count += 1
        counts[base] = count
        taken.add(step)
        yield step, section


def addresses(report: Report) -> Iterator[tuple[Address, Section]]:
    """Every section of the report with its address, in reading order."""
    stack: list[tuple[tuple[str, ...], Section]] = []
    below: tuple[str, ...] = ()
    siblings = report.sections
    while siblings or stack:
        stack.extend([((*below, step), s) for step, s in _steps(siblings)][::-1])
        below, section = stack.pop()
        yield Address(below), section
        siblings = section.children


def locate(report: Report, address: str | Address) -> Section:
    """The section at `address`; AddressError names the first step that leads nowhere and what stands there instead."""
    wanted = Address.parse(address) if isinstance(address, str) else address
    siblings, found = report.sections, None
    for done, step in enumerate(wanted.steps):
        here = dict(_steps(siblings))
        if step not in here:
            where = "/".join(wanted.steps[:done]) or "报告"
            have = "、".join(here) or "没有下级"
            raise AddressError(
                f"找不到“{wanted}”：{where}之下没有“{step}”，有：{have}",
                f'no section at "{wanted}": "{step}" not found below {where}; there are: {have}',
            )
        found = here[step]
        siblings = found.children
    if found is None:
        raise AddressError("地址是空的，写法如“一/（三）/二是”", 'empty address; write it like "一/（三）/二是"')
    return found


def address_of(report: Report, section: Section) -> Address:
    """The address of a section that is part of `report` (the very object, or one equal to it at the same place)."""
    equal = None
    for address, candidate in addresses(report):
        if candidate is section:
            return address
        if equal is None and candidate == section and candidate.span == section.span:
            equal = address
    if equal is None:
        raise AddressError("这一节不属于这份报告", "the section is not part of this report")
    return equal
