"""Tables of the rules (数据表) as TOML: names of laws, meetings, offices that were renamed, words that are confused."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table of a name, read once.

    >>> table("events")["meetings"]["二十大"]
    2022
    """
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
