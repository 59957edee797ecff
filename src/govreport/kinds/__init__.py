"""Kinds of reports (报告种类) as data: one TOML file a kind, read once.

>>> [kind.id for kind in kinds()][:3]
['disclosure', 'duty', 'fazhi']
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from attrs import frozen


@frozen
class Kind:
    """One kind: how its title and opening read, what its years mean, how its sections are called."""

    id: str
    name: str
    order: int
    title: re.Pattern[str]
    title_not: re.Pattern[str]
    opening: re.Pattern[str]
    years: str
    unmarked: str
    roles: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds in the order in which titles are tried; `other` comes last."""
    found = [
        _kind(tomllib.loads(file.read_text("utf-8")))
        for file in files(__name__).iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda kind: kind.order))


def kind(id: str) -> Kind:
    """The kind with this id; `other` for one that is unknown here."""
    return next((kind for kind in kinds() if kind.id == id), kinds()[-1])


def _kind(raw: dict[str, object]) -> Kind:
    roles = raw.get("roles", {})
    assert isinstance(roles, dict)
    return Kind(
        id=str(raw["id"]),
        name=str(raw["name"]),
        order=int(str(raw["order"])),
        title=_pattern(raw.get("title")),
        title_not=_pattern(raw.get("title_not")),
        opening=_pattern(raw.get("opening")),
        years=str(raw["years"]),
        unmarked=str(raw["unmarked"]),
        roles=tuple((role, re.compile(pattern)) for role, pattern in roles.items()),
    )


def _pattern(written: object) -> re.Pattern[str]:
    """The pattern; one that never matches where none is given."""
    return re.compile(str(written) if written else "(?!)")
