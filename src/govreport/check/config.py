"""Settings: ``[tool.govreport]`` of pyproject.toml, or govreport.toml, the nearest one above the file that is checked.

select = ["GR1", "GR3"]
ignore = ["GR109"]
fail-on = "error"
kind = "fazhi"            # or the path of a kind of your own
lang = "zh"
baseline = "govreport-baseline.json"
rules = ["acme"]          # entry points of the group govreport.rules to load
exclude = ["drafts/*"]    # files of a folder that are left alone

[tool.govreport.per-file."disclosure/*.md"]
kind = "disclosure"
ignore = ["GR5"]
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from attrs import evolve, fields, frozen

from ..errors import ConfigError
from .rule import SEVERITIES


@frozen
class Settings:
    """What a configuration file can say; the empty ones say nothing. `folder` is where the file stands."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "warning"
    kind: str | None = None
    lang: str = "zh"
    baseline: str | None = None
    rules: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    per_file: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    folder: Path | None = None

    def for_file(self, path: str) -> Settings:
        """The settings for one file: those of every pattern that fits its path, later ones first."""
        result = self
        for pattern, own in self.per_file:
            if _fits(path, pattern, self.folder):
                result = evolve(
                    result,
                    select=own.get("select", result.select),
                    ignore=(*result.ignore, *own.get("ignore", ())),
                    kind=own.get("kind", result.kind),
                )
        return result

    def arguments(self, path: str) -> dict[str, Any]:
        """What `check` is to be told for one file: select, ignore, kind."""
        own = self.for_file(path)
        kind = str(own.place(own.kind)) if own.kind and own.kind.endswith(".toml") else own.kind
        return {"select": own.select, "ignore": own.ignore, "kind": kind}

    def place(self, name: str | None) -> Path | None:
        """A path of the configuration, which counts from its folder."""
        return None if name is None else (self.folder or Path()) / name

    def excludes(self, path: str) -> bool:
        """Whether a file of a folder is left alone."""
        return any(_fits(path, pattern, self.folder) for pattern in self.exclude)


LISTS = ("select", "ignore", "rules", "exclude")
CHOICES = {"fail_on": SEVERITIES, "lang": ("zh", "en")}
PER_FILE = ("select", "ignore", "kind")
KNOWN = tuple(f.name for f in fields(Settings) if f.name != "folder")


def find(start: Path) -> Path | None:
    """The nearest govreport.toml, or pyproject.toml with [tool.govreport], in `start` or above."""
    for folder in (start, *start.parents):
        for name in ("govreport.toml", "pyproject.toml"):
            path = folder / name
            if path.is_file() and (name == "govreport.toml" or _table(path) is not None):
                return path
    return None


def load(path: Path) -> Settings:
    """The settings of a configuration file; ConfigError names the key that is wrong."""
    raw = _table(path)
    if raw is None:
        raise ConfigError(str(path), "", "没有 [tool.govreport] 一节", "has no [tool.govreport]")
    values = _checked(path, raw, KNOWN)
    per_file = values.pop("per_file", {})
    if not isinstance(per_file, dict) or not all(isinstance(own, dict) for own in per_file.values()):
        raise ConfigError(str(path), "per-file", "应为表，键是文件名样式", "expected tables, keyed by file patterns")
    own = tuple((pattern, _checked(path, table, PER_FILE)) for pattern, table in per_file.items())
    return Settings(**values, per_file=own, folder=path.resolve().parent)


def _table(path: Path) -> dict[str, Any] | None:
    try:
        raw = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(str(path), "", f"读不了：{error}", f"can't be read: {error}") from None
    if path.name != "pyproject.toml":
        return raw
    tool = raw.get("tool")
    found = tool.get("govreport") if isinstance(tool, dict) else None
    return found if isinstance(found, dict) else None


def _checked(path: Path, raw: Mapping[str, Any], known: tuple[str, ...]) -> dict[str, Any]:
    """The values under their Python names, of the right types."""
    values: dict[str, Any] = {}
    for key, value in raw.items():
        name = key.replace("-", "_")
        if name not in known:
            names = "、".join(n.replace("_", "-") for n in known)
            raise ConfigError(str(path), key, f"没有这个设置，可用：{names}", f"no such setting; known: {names}")
        if name in LISTS:
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise ConfigError(str(path), key, "应为字符串的列表", "expected a list of strings")
            value = tuple(value)
        elif name in CHOICES and (not isinstance(value, str) or value not in CHOICES[name]):
            names = "、".join(CHOICES[name])
            raise ConfigError(str(path), key, f"应为 {names} 之一", f"expected one of {', '.join(CHOICES[name])}")
        elif name != "per_file" and not isinstance(value, str):
            raise ConfigError(str(path), key, "应为字符串", "expected a string")
        values[name] = value
    return values


def _fits(path: str, pattern: str, folder: Path | None) -> bool:
    """Whether a pattern means a path: its name, or the path from the configuration's folder."""
    place = Path(path)
    names = [place.name, place.as_posix()]
    if folder is not None and place.resolve().is_relative_to(folder):
        names.append(place.resolve().relative_to(folder).as_posix())
    return any(fnmatch(name, pattern) for name in names)
