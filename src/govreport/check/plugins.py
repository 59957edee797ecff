"""Rules of other packages: entry points of the group ``govreport.rules``, loaded only where the settings name them.

An entry point names a module that registers its rules with `govreport.check.rule.rule` when it is imported.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import entry_points

from ..errors import UnknownRuleError

GROUP = "govreport.rules"


def load_rules(names: Iterable[str]) -> None:
    """Load the entry points of these names; UnknownRuleError for one that no installed package has."""
    found = {point.name: point for point in entry_points(group=GROUP)}
    for name in names:
        if name not in found:
            raise UnknownRuleError(name, found)
        found[name].load()
