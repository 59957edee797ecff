"""Kinds of reports (报告种类) as data: one TOML file a kind, read once; `contract` says what a kind asks for.

A kind of one's own is a TOML file with the same keys. With ``extends = "fazhi"`` it takes over what it doesn't say.

>>> [kind.id for kind in kinds()][:3]
['disclosure', 'duty', 'fazhi']
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from attrs import evolve, field, frozen

from ..errors import ConfigError
from .contract import ROLES, Contract, read_contract
from .toml import Table

YEARS = ("reported", "delivered", "planned", "budget")
UNMARKED = ("review", *ROLES)
NEVER = re.compile("(?!)")


@frozen
class Kind:
    """One kind: how its title and opening read, what its years mean, how its sections are called, what it must hold."""

    id: str
    name: str
    order: int = 98
    title: re.Pattern[str] = NEVER
    title_not: re.Pattern[str] = NEVER
    opening: re.Pattern[str] = NEVER
    years: str = "reported"
    unmarked: str = "review"
    roles: tuple[tuple[str, re.Pattern[str]], ...] = ()
    asks: Table | None = field(default=None, repr=False)

    @cached_property
    def contract(self) -> Contract:
        """What the kind asks for, read from `asks` on first use."""
        return read_contract(self.asks) if self.asks is not None else Contract()


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds in the order in which titles are tried; `other` comes last."""
    found = [
        kind_of_toml(file.read_text("utf-8"), file.name)
        for file in files(__name__).iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda kind: kind.order))


def kind(id: str) -> Kind:
    """The kind with this id; `other` for one that is unknown here."""
    return next((kind for kind in kinds() if kind.id == id), kinds()[-1])


def kind_named(name: str) -> Kind:
    """The kind with this id, or the one in this TOML file; ConfigError for what is neither.

    >>> kind_named("fazhi").name
    '法治政府建设报告'
    """
    found = next((kind for kind in kinds() if kind.id == name), None)
    if found is not None:
        return found
    if not name.endswith(".toml"):
        known = "、".join(kind.id for kind in kinds())
        raise ConfigError(
            name,
            "",
            f"不是已知的文种；可用：{known}，或自定义文种的 .toml 文件",
            f"no kind; known: {known}, or a .toml file",
        )
    try:
        text = Path(name).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ConfigError(name, "", f"读不了：{reason}", f"can't be read: {reason}") from None
    own = kind_of_toml(text, name)
    _ = own.contract  # so that what is wrong with it is said now
    return own


def kind_of_toml(text: str, file: str = "kind.toml") -> Kind:
    """The kind that a TOML text describes; ConfigError names the key that is wrong (of the contract on first use)."""
    try:
        table = Table(file, "", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(file, "", f"不是 TOML：{error}", f"is no TOML: {error}") from None
    table.only(
        "id", "name", "order", "title", "title_not", "opening", "years", "unmarked", "roles", "contract", "extends"
    )
    base = Kind("", "")
    if "extends" in table.raw:
        base = kind(table.choice("extends", tuple(known.id for known in kinds())))
    order = table.integer("order")
    own = tuple(_roles(table))
    return evolve(
        base,
        id=table.text("id", needed=True),
        name=table.text("name", needed=True),
        order=base.order if order is None else order,
        title=table.pattern("title") or base.title,
        title_not=table.pattern("title_not") or base.title_not,
        opening=table.pattern("opening") or base.opening,
        years=table.choice("years", YEARS, base.years),
        unmarked=table.choice("unmarked", UNMARKED, base.unmarked),
        roles=(*own, *base.roles),
        asks=table.table("contract") or base.asks,
    )


def _roles(table: Table) -> list[tuple[str, re.Pattern[str]]]:
    found = list(table.patterns("roles"))
    for role, _ in found:
        if role not in ROLES:
            raise table.wrong(f"roles.{role}", f"没有这个职能，可用：{'、'.join(ROLES)}", "no such role")
    return found
