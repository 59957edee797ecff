"""The JSON Schema of a report (draft 2020-12), generated from the classes of the model, so that it never lags behind.

Descriptions are the classes' docstrings. `schema_text` is the file ``docs/schema/report.schema.json``.
"""

from __future__ import annotations

import json
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from ..model import (
    STYLES,
    Cell,
    Citation,
    Closing,
    DocumentNumber,
    Edit,
    Metric,
    Note,
    Number,
    Paragraph,
    Place,
    Plan,
    Problem,
    Report,
    Section,
    Source,
    Span,
    Table,
)

VERSION = "1.0"
SCHEMA_ID = "report.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
CLASSES: tuple[type, ...] = (
    Section, Paragraph, Table, Number, DocumentNumber, Closing, Metric, Plan, Problem, Citation, Cell,
    Note, Edit, Place, Source, Span,
)  # fmt: skip
BLOCKS: dict[str, type] = {"paragraph": Paragraph, "table": Table}
"""The values of `type` that tell the blocks apart."""

OMITTED: frozenset[tuple[type, str]] = frozenset({(Source, "hints")})
"""Fields that JSON doesn't carry: hints serve the parser, and the tree is parsed already."""

VALUES: dict[tuple[type, str], tuple[str | None, ...]] = {
    (Number, "style"): tuple(STYLES),
    (Metric, "bound"): ("exact", "around", "above", "below"),
    (Metric, "kind"): ("level", "change", "growth", "rank"),
    (Metric, "direction"): ("up", "down", None),
    (Note, "severity"): ("info", "warning", "error"),
}
"""Fields with a closed set of values. Roles and kinds of reports are open: other packages add to them."""

DECIMAL = r"^-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]{1,4})?$"
SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "string", "pattern": DECIMAL},
    NoneType: {"type": "null"},
}


def schema() -> dict[str, Any]:
    """The schema as a dictionary.

    >>> schema()["$defs"]["Span"]["required"]
    ['start', 'end']
    """
    top = _object(Report)
    head = {
        "$schema": {"type": "string"},
        "schema_version": {"type": "string", "pattern": r"^1\.[0-9]{1,4}$"},
        "generator": {"type": "string"},
    }
    return {
        "$schema": DIALECT,
        "$id": SCHEMA_ID,
        "title": "govreport report",
        **top,
        "properties": head | top["properties"],
        "required": ["schema_version"],
        "$defs": {cls.__name__: _object(cls) for cls in CLASSES},
    }


def schema_text() -> str:
    """The schema as the published file has it: UTF-8, two spaces, a line end behind it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _object(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    fields = [f for f in attrs.fields(cls) if (cls, f.name) not in OMITTED]
    properties = {f.name: _field(cls, f.name, hints[f.name]) for f in fields}
    required = [f.name for f in fields if f.default is attrs.NOTHING]
    tag = next((tag for tag, block in BLOCKS.items() if block is cls), None)
    if tag is not None:
        properties = {"type": {"const": tag}} | properties
        required = ["type", *required]
    return {
        "description": " ".join((cls.__doc__ or "").split(">>>")[0].split()),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _field(cls: type, name: str, hint: Any) -> dict[str, Any]:
    if (cls, name) in VALUES:
        return {"enum": list(VALUES[cls, name])}
    if cls is Span:
        return {"type": "integer", "minimum": 0}
    return _type(hint)


def _type(hint: Any) -> dict[str, Any]:
    """The schema of a type: simple ones, classes of the model, `X | Y`, `tuple[X, ...]` and `dict[str, X]`."""
    if hint in SIMPLE:
        return dict(SIMPLE[hint])
    if hint in CLASSES:
        return {"$ref": f"#/$defs/{hint.__name__}"}
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is UnionType:
        return {"anyOf": [_type(argument) for argument in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(arguments[1])}
    raise TypeError(f"no JSON Schema for {hint!r}")
