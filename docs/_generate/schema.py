"""The JSON form of a report, from its JSON Schema."""

from __future__ import annotations

from typing import Any

from govreport.formats.schema import schema as json_schema

from .markdown import code, table


def schema() -> str:
    """A table of properties for the report and each definition."""
    whole = json_schema()
    pages = [_object("Report", whole)]
    pages += [_object(name, part) for name, part in whole["$defs"].items()]
    return "\n\n".join(pages)


def _object(name: str, part: dict[str, Any]) -> str:
    needed = part.get("required", ())
    rows = [
        (code(key), _type(value), "✓" if key in needed else "", value.get("description", ""))
        for key, value in part.get("properties", {}).items()
    ]
    body = table(("键 key", "类型 type", "必有 required", ""), rows) if rows else _type(part)
    return f"({_label(name)})=\n\n## {name}\n\n{part.get('description', '')}\n\n{body}"


def _label(name: str) -> str:
    return f"schema-{name.lower()}"


def _type(value: dict[str, Any]) -> str:
    """A type in words, links for definitions."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{name}](#{_label(name)})"
    for key in ("anyOf", "oneOf"):
        if key in value:
            return " 或 ".join(_type(choice) for choice in value[key])
    if "enum" in value:
        return "、".join(code(choice) for choice in value["enum"])
    if "const" in value:
        return code(value["const"])
    if value.get("type") == "array":
        inside = value.get("items") or {}
        return f"array（{_type(inside)}）" if inside else "array"
    if isinstance(value.get("additionalProperties"), dict):
        return f"object（{_type(value['additionalProperties'])}）"
    return str(value.get("type", "any"))
