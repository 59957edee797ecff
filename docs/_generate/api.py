"""The API, from signatures and docstrings, as directives of Sphinx's Python domain in Markdown."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Any

import attrs

import govreport

from .markdown import code, table

FENCE = "`" * 6
DOCTEST = re.compile(r"^>>> .*(?:\n(?!\n).*)*", re.M)
CODED = re.compile(r"(?<![`{}\w])`(\w+)`(?!`)")
VERBS = ("read", "parse", "write", "dumps", "find_metrics", "check", "fix", "diff", "trace", "seed", "view")


class _Plain(str):
    """An annotation that is shown as it is written."""

    __repr__ = str.__str__


def prose(text: str) -> str:
    """A docstring as Markdown: doctests become blocks, public names links.

    >>> print(prose("The tree.\\n\\n>>> 1 + 1\\n2"))
    The tree.
    <BLANKLINE>
    ```pycon
    >>> 1 + 1
    2
    ```
    """
    kept: list[str] = []
    at = 0
    for found in DOCTEST.finditer(text):
        kept += [_linked(text[at : found.start()]), f"```pycon\n{found[0]}\n```"]
        at = found.end()
    return "".join([*kept, _linked(text[at:])])


def _linked(text: str) -> str:
    """Single words in backticks that are public names, as links."""

    def link(found: re.Match[str]) -> str:
        name = found[1]
        return f"{{py:obj}}`~govreport.{name}`" if name in govreport.__all__ else found[0]

    return CODED.sub(link, text)


def signature(function: Callable[..., Any]) -> str:
    """Parameters with their annotations as written, without `self`."""
    found = inspect.signature(function)
    parameters = [
        parameter.replace(annotation=_Plain(parameter.annotation))
        if isinstance(parameter.annotation, str)
        else parameter
        for name, parameter in found.parameters.items()
        if name != "self"
    ]
    returns = _Plain(found.return_annotation) if isinstance(found.return_annotation, str) else found.return_annotation
    return str(found.replace(parameters=parameters, return_annotation=returns))


def documented(module: str, name: str) -> str:
    """A function, class or table of a module."""
    thing = getattr(import_module(module), name)
    home = f"{module}.{name}"
    if inspect.isclass(thing):
        return _class(home, thing)
    if callable(thing):
        return _directive("function", home + signature(thing), prose(inspect.getdoc(thing) or ""))
    return _directive("data", home, "")


def _directive(sort: str, head: str, body: str) -> str:
    return f"{FENCE}{{py:{sort}}} {head}\n{body}\n{FENCE}"


def _class(home: str, cls: type) -> str:
    body = [prose(inspect.getdoc(cls) or "")]
    if attrs.has(cls):
        rows = [
            (code(field.name), code(field.type if isinstance(field.type, str) else ""), code(_default(field.default)))
            for field in attrs.fields(cls)
            if not field.name.startswith("_")
        ]
        body.append(table(("字段 field", "类型 type", "默认 default"), rows) if rows else "")
    body += _members(cls)
    sort = "exception" if issubclass(cls, Exception) else "class"
    # one fence more than those inside
    return f"{FENCE}`{{py:{sort}}} {home}\n" + "\n\n".join(filter(None, body)) + f"\n{FENCE}`"


def _members(cls: type) -> Iterator[str]:
    """Public methods and properties that the class itself defines."""
    for name, member in vars(cls).items():
        if name.startswith("_") or name == "with_traceback":
            continue
        if isinstance(member, property) or type(member).__name__ == "cached_property":
            getter = member.fget if isinstance(member, property) else member.func
            returns = inspect.signature(getter).return_annotation
            doc = prose(inspect.getdoc(member) or "")
            yield _directive("property", name, f":type: {returns}\n\n{doc}" if isinstance(returns, str) else doc)
        elif inspect.isfunction(member) or isinstance(member, classmethod):
            function = member.__func__ if isinstance(member, classmethod) else member
            yield _directive("method", name + signature(function), prose(inspect.getdoc(function) or ""))


def _default(default: Any) -> str:
    if default is attrs.NOTHING:
        return ""
    if isinstance(default, attrs.Factory):
        return f"{default.factory.__name__}()"
    return repr(default)


def _public(kind: str) -> list[str]:
    """Names of `govreport` that are verbs, errors or the model."""
    names = [name for name in govreport.__all__ if not name.startswith("_")]
    errors = [name for name in names if name.endswith("Error")]
    if kind == "verbs":
        return [*VERBS, *(n for n in names if n not in VERBS and n[0].islower())]
    return sorted(errors) if kind == "errors" else [n for n in names if n[0].isupper() and n not in errors]


def _top(kind: str) -> str:
    return "\n\n".join(documented("govreport", name) for name in _public(kind))


def _module(module: str, *names: str) -> str:
    """The names of a module, in this order; all in its `__all__` if none are given."""
    found = import_module(module)
    return "\n\n".join(documented(module, name) for name in names or found.__all__)


LANGUAGE = {
    "numerals": ("to_int", "to_hanzi"),
    "dates": ("find_date", "find_dates", "parse_date"),
    "words": ("cut", "is_predicate"),
    "units": ("unit_at", "unit_kind"),
    "width": ("display_width", "truncate", "pad"),
    "placeholders": ("placeholder", "without"),
}

PARTS: dict[str, Callable[[], str]] = {
    **{kind: partial(_top, kind) for kind in ("verbs", "model", "errors")},
    "batch": partial(_module, "govreport.batch"),
    "compare": partial(
        _module, "govreport.compare", "Diff", "Change", "MetricChange", "FieldChange", "Trace", "Traced", "Answer"
    ),
    "testing": partial(_module, "govreport.testing"),
    "review": partial(_module, "govreport.review", "check_file", "fix_file"),
    "rule": partial(_module, "govreport.check.rule", "rule", "Rule"),
    "view": partial(_module, "govreport.check.view", "View", "Part"),
    "registry": partial(_module, "govreport.formats", "Format", "register", "sniff"),
    "options": partial(_module, "govreport.formats.options", "Option"),
    "kinds": partial(_module, "govreport.kinds", "Kind", "kinds", "kind", "kind_named"),
    **{name: partial(_module, f"govreport.language.{name}", *members) for name, members in LANGUAGE.items()},
}
