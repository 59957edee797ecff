"""Numbers of ordered lists (`<ol>`): browsers show them, the page's text doesn't hold them.

They are written in front of the items as one would type them, unless the page's author has typed numbers too.
"""

from __future__ import annotations

import re

from attrs import define, field
from lxml import etree

from ..number_formats import FORMATS as NUMBERS
from ..number_formats import Show
from ..render import gap

TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
TYPED = re.compile(
    r"[\s\u3000\u00a0]*(?:[（(【]?[0-9０-９一二三四五六七八九十]{1,3}[）)】、.．，]|第[0-9一二三四五六七八九十]{1,3}|"
    r"[一二三四五六七八九十]{1,3}[是要]|[\u2460-\u2473\u2474-\u2487\u2488-\u249b\u3220-\u3229]|其[一二三四五])"
)


def _letters(value: int) -> str:
    """a … z, then two letters: aa, ab. Word goes on in another way."""
    if value <= 0:
        return str(value)
    text = ""
    while value > 0:
        value, digit = divmod(value - 1, 26)
        text = chr(ord("a") + digit) + text
    return text


SHOWN: dict[str, tuple[Show, str]] = {
    "decimal": (str, "."),
    "decimal-leading-zero": (NUMBERS["decimalZero"], "."),
    "lower-alpha": (_letters, "."),
    "lower-latin": (_letters, "."),
    "upper-alpha": (lambda value: _letters(value).upper(), "."),
    "upper-latin": (lambda value: _letters(value).upper(), "."),
    "lower-roman": (NUMBERS["lowerRoman"], "."),
    "upper-roman": (NUMBERS["upperRoman"], "."),
    "cjk-ideographic": (NUMBERS["japaneseCounting"], "、"),
    "cjk-decimal": (NUMBERS["ideographDigital"], "、"),
    "trad-chinese-informal": (NUMBERS["japaneseCounting"], "、"),
    "simp-chinese-informal": (NUMBERS["japaneseCounting"], "、"),
}
"""Styles of CSS Counter Styles Level 3: how a number is shown, and what stands behind it. A list of any other style
(none, disc) has no numbers."""


@define
class Lists:
    """Counts the items of the lists of a page, in document order."""

    counters: dict[etree._Element, int] = field(factory=dict)

    def number(self, item: etree._Element) -> str:
        """What stands before an `<li>`: its number and a gap, nothing for items of `<ul>` and those with typed numbers.

        >>> items = etree.HTML("<ol start=3><li>强化监管</li><li>2024年再提升</li><li>（一）保障</li></ol>").iter("li")
        >>> lists = Lists()
        >>> [lists.number(item) for item in items]
        ['3.', '4. ', '']
        """
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        step = -1 if "reversed" in parent.attrib else 1
        if parent not in self.counters:
            start = _integer(parent.get("start"))
            items = sum(1 for _ in parent.iterchildren("li")) if step < 0 else 1
            self.counters[parent] = (items if start is None else start) - step
        value = _integer(item.get("value"))
        self.counters[parent] = value = self.counters[parent] + step if value is None else value
        styled = STYLE.search(item.get("style") or "") or STYLE.search(parent.get("style") or "")
        style = styled[1].lower() if styled else TYPES.get(item.get("type") or parent.get("type") or "1", "decimal")
        text = _opening(item)
        if style not in SHOWN or TYPED.match(text):
            return ""
        show, ending = SHOWN[style]
        number = show(value) + ending
        return number + gap(number, text)


def _opening(item: etree._Element) -> str:
    """The first characters of an item."""
    text = ""
    for part in item.itertext():
        text += str(part)[:40]
        if text.strip():
            return text.lstrip()
    return ""


def _integer(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"\s*-?[0-9]{1,6}\s*", text) else None
