"""Pages that the code knows best: a comment ``<!-- generated: NAME -->`` in a page becomes what PARTS[NAME] makes.

Nothing of it is committed: the text is made while Sphinx reads the page. Every part is a function without arguments
that gives Markdown, so the tests call them without Sphinx.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from . import api, budgets, commands, formats, kinds, rules, schema, tables
from .lines import joined

MARK = re.compile(r"<!-- generated: (?P<name>[a-z]+(?: [a-z_.]+)?) -->")

PARTS: dict[str, Callable[[], str]] = {
    **{f"api {name}": part for name, part in api.PARTS.items()},
    "budgets": budgets.budgets,
    "commands": commands.commands,
    "formats": formats.formats,
    "kinds": kinds.kinds,
    "rules": rules.rules,
    "schema": schema.schema,
    "tables": tables.tables,
}


def filled(text: str) -> str:
    """A page with its generated parts in place; KeyError for a name that no part has."""
    return MARK.sub(lambda found: PARTS[found["name"]]().strip(), text)


def _read(app: Any, name: str, source: list[str]) -> None:
    source[0] = joined(filled(source[0]))


def _outdated(app: Any, env: Any, added: Any, changed: Any, removed: Any) -> list[str]:
    """Pages with generated parts are read again every time: the code may have changed."""
    return [name for name in env.found_docs if MARK.search(env.doc2path(name).read_text("utf-8"))]


def setup(app: Any) -> dict[str, Any]:
    """What Sphinx calls."""
    app.connect("source-read", _read)
    app.connect("env-get-outdated", _outdated)
    return {"version": "1", "parallel_read_safe": True}
