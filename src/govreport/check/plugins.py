"""Rules of other packages: entry points of the group ``govreport.rules``, loaded only where the settings name them.

An entry point names a module that registers its rules with `govreport.check.rule.rule` when it is imported.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import entry_points

from ..errors import ConfigError

GROUP = "govreport.rules"


def load_rules(names: Iterable[str]) -> None:
    """Load the entry points of these names; ConfigError for one that no installed package has, or that breaks."""
    found = {point.name: point for point in entry_points(group=GROUP)}
    for name in names:
        if name not in found:
            known = "、".join(sorted(found)) or "没有 / none"
            zh = f"已安装的包都没有这个规则包（入口点组 {GROUP}）；现有：{known}"
            raise ConfigError(name, "", zh, f"no installed package has it (entry points {GROUP}); there are: {known}")
        try:
            found[name].load()
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            raise ConfigError(name, "", f"规则包加载失败：{reason}", f"can't be loaded: {reason}") from error
