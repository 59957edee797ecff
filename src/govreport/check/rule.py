"""Rules: a rule is a small function with a code, a name, a level, a severity and a docstring that documents it.

The docstring is the documentation, the test and the page of ``govreport rule``. Its first line says the rule in
Chinese and English, a paragraph says why, and lines that begin with a word and ： give the rest::

    约数词不叠用 / one word of approximation is enough

    约、近、左右都表示大概，叠用等于说了两遍。 / Saying it twice says nothing more.

    来源：GB/T 15835-2011
    错：约100人左右参加。
    对：约100人参加。

``⏎`` in an example is a line end, and what stands before ``‖`` is last year's report. An example that begins with
``# `` is Markdown. For rules of the layout ``※`` tells what is changed in the DOCX that the library would write
(``※上边距 25；正文字体 宋体``).
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from attrs import field, frozen

from ..model.note import Finding

if TYPE_CHECKING:
    from .view import View

Check = Callable[["View"], Iterator[Finding]]

REQUIRED, STANDARD, PRACTICE = "规定", "标准", "实务"
"""Levels: a firm clause of GB/T 9704 or an article; GB/T 15834, 15835, 33476 or a soft clause; practice and logic."""
SAFE, UNSAFE = "safe", "unsafe"
SEVERITIES = ("info", "warning", "error")
"""From the least to the gravest."""

FAMILIES = {
    "GR0": "comments",
    "GR1": "structure",
    "GR2": "kind",
    "GR3": "numbers",
    "GR4": "years",
    "GR5": "typography",
    "GR6": "layout",
}
"""The first letters of codes and the module or package of `check` that holds their rules."""


@frozen
class Documentation:
    """What the docstring of a rule says."""

    zh: str
    en: str
    why: str
    source: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]


@frozen(slots=False, eq=False)
class Rule:
    """A rule; `fix` is the best that its findings can offer, `default` whether it runs without being selected.

    `needs` names what the view must hold beside the report: previous (last year's report), layout (of a DOCX), unused
    (comments that silenced nothing). `unless` are the rules that say more where both speak of one section: those speak.
    """

    code: str
    name: str
    level: str
    severity: str
    check: Check = field(repr=False)
    fix: str | None = None
    default: bool = True
    needs: str = ""
    unless: tuple[str, ...] = ()

    @cached_property
    def documentation(self) -> Documentation:
        """The docstring of the function, read."""
        return read_documentation(inspect.getdoc(self.check) or "")


RULES: dict[str, Rule] = {}
"""All rules that are loaded, by code; `rules` loads the library's own."""


def rule(
    code: str,
    name: str,
    level: str,
    severity: str,
    *,
    fix: str | None = None,
    default: bool = True,
    needs: str = "",
    unless: tuple[str, ...] = (),
) -> Callable[[Check], Check]:
    """Make a function a rule; ValueError for a code that is taken or is not two capital letters and three digits.

    GR is for the library's own rules; those of other packages take letters of their own.
    """
    if not re.fullmatch("[A-Z]{2}[0-9]{3}", code):
        raise ValueError(
            f"规则代码{code}应为两个大写字母和三位数字 / a rule code is two capital letters and three digits"
        )
    if severity not in SEVERITIES:
        raise ValueError(f"{code}: severity {severity!r}: {', '.join(SEVERITIES)}")

    def register(check: Check) -> Check:
        known = RULES.get(code)
        if known is not None and (known.check.__module__, known.name) != (check.__module__, name):
            raise ValueError(f"规则代码{code}重复 / rule code {code} is taken")
        RULES[code] = Rule(code, name, level, severity, check, fix, default, needs, unless)
        return check

    return register


def rules() -> dict[str, Rule]:
    """All rules by code, in the order of their codes; the families are imported on first call."""
    _families()
    return dict(sorted(RULES.items()))


@cache
def _families() -> None:
    for family in FAMILIES.values():
        import_module(f".{family}", __package__)


def read_documentation(text: str) -> Documentation:
    """The parts of a rule's docstring.

    >>> read_documentation("标题末尾不用句号 / no full stop\\n\\n错：一、总则。\\n对：一、总则").right
    ('一、总则',)
    """
    head, _, body = text.partition("\n")
    zh, _, en = head.partition(" / ")
    tagged: dict[str, list[str]] = {"来源": [], "错": [], "对": []}
    why: list[str] = []
    for line in body.strip().splitlines():
        tag, colon, rest = line.strip().partition("：")
        if colon and tag in tagged:
            tagged[tag].append(rest)
        else:
            why.append(line.strip())
    return Documentation(
        zh.strip(),
        en.strip(),
        "\n".join(why).strip(),
        "；".join(tagged["来源"]),
        tuple(tagged["错"]),
        tuple(tagged["对"]),
    )
