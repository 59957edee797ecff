"""Which rules run: codes, beginnings of codes, and names, chosen and left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..errors import UnknownRuleError
from .rule import Rule

ALL = "ALL"


def chosen(table: Mapping[str, Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[Rule]:
    """The rules of the table that `select` names and `ignore` doesn't name more exactly.

    Without `select`, those on by default. ALL means every rule. UnknownRuleError for a word that fits no rule.
    """
    wanted, unwanted = list(select), list(ignore)
    if not wanted and not unwanted:
        return [rule for rule in table.values() if rule.default]
    for word in (*wanted, *unwanted):
        if not any(fits(word, rule) for rule in table.values()):
            raise UnknownRuleError(word, table)
    result = []
    for rule in table.values():
        yes = max((_exact(word, rule) for word in wanted), default=0 if not wanted and rule.default else -1)
        no = max((_exact(word, rule) for word in unwanted), default=-1)
        if yes > no:
            result.append(rule)
    return result


def fits(word: str, rule: Rule) -> bool:
    """Whether a word of a selection means this rule: its code or the beginning of it, its name, or ALL.

    >>> from .rule import RULES
    >>> any(fits("GR9", rule) for rule in RULES.values())
    False
    """
    return _exact(word, rule) >= 0


def _exact(word: str, rule: Rule) -> int:
    """How exactly a word means a rule, in letters; -1 if it doesn't."""
    if word.upper() == ALL:
        return 1
    if word == rule.name:
        return 99
    code = word.upper()
    return len(code) + 1 if code and rule.code.startswith(code) else -1
