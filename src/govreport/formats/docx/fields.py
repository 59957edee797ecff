"""域: complex fields, told apart into their codes, which don't show, and their results, which do (17.16.18).

Two kinds show something that is no result: EQ with an overlay, which is how Word makes 带圈字符 and 拼音, and the boxes
of old forms (FORMCHECKBOX).
"""

from __future__ import annotations

import re

from attrs import define, field

from ..number_formats import FORMATS

PAGE = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
OVERLAY = re.compile(r"\s*EQ\b[^()]*?\\o\s*(?:\\a[cdlr]\s*)?\(", re.IGNORECASE)
RAISED = re.compile(r"\\s\s*\\(?:up|do)\s*[0-9.]*\s*\([^()]*\)", re.IGNORECASE)
LONGEST_CODE = 500


@define
class _Open:
    code: str = ""
    result: bool = False


@define
class Fields:
    """The fields that are open at a place; `pages`: whether a page number was among them."""

    open: list[_Open] = field(factory=list)
    pages: bool = False

    @property
    def hidden(self) -> bool:
        """Whether what stands here belongs to a code."""
        return any(not each.result for each in self.open)

    def char(self, kind: str) -> str:
        """A `w:fldChar`; what an ending field shows of itself."""
        if kind == "begin" and len(self.open) < 100:
            self.open.append(_Open())
        elif kind == "separate" and self.open:
            self.open[-1].result = True
        elif kind == "end" and self.open:
            ended = self.open.pop()
            if not ended.result and not self.hidden:
                return overlaid(ended.code)
        return ""

    def code(self, text: str) -> None:
        """A piece of a field's code."""
        if self.open and len(self.open[-1].code) < LONGEST_CODE:
            self.open[-1].code += text
            self.instruction(self.open[-1].code)

    def instruction(self, code: str) -> None:
        """The code of a field, so far as it is known."""
        self.pages = self.pages or PAGE.match(code) is not None

    def paragraph_ends(self) -> None:
        """A code doesn't go over the end of a paragraph; one that seems to has lost its end."""
        for each in self.open:
            each.result = True


def overlaid(code: str) -> str:
    r"""What an EQ field with an overlay shows: the character in the circle, or the base below its 拼音.

    >>> overlaid(r"eq \o\ac(○,1)"), overlaid(r"EQ \* jc2 \o\ad(\s\up 9(yin),音)"), overlaid("REF a")
    ('①', '音', '')
    """
    found = OVERLAY.match(code[:LONGEST_CODE])
    if found is None:
        return ""
    parts = RAISED.sub("", code[found.end() :]).rpartition(")")[0].split(",")
    last = parts[-1].strip()
    if "○" in parts[0] and last.isdecimal() and len(last) <= 2:
        return FORMATS["decimalEnclosedCircle"](int(last))
    return last
