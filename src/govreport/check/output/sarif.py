"""sarif: SARIF 2.1.0 (OASIS), for code scanning services."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from ... import __version__
from ..baseline import fingerprints
from ..result import Located, Result, located
from ..rule import Rule, rules
from .words import failure, message, side

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVEL = {"error": "error", "warning": "warning", "info": "note"}


def sarif(results: Sequence[Result], lang: str) -> str:
    """One run with all results; files that can't be read are notifications of the invocation."""
    known = rules()
    found = [(row, mark) for result in results for row, mark in zip(located(result), fingerprints(result), strict=True)]
    used = sorted({row.finding.code for row, _ in found if row.finding.code in known})
    failed = [_failure(result, lang) for result in results if result.error is not None]
    run = {
        "tool": {
            "driver": {
                "name": "govreport",
                "version": __version__,
                "rules": [_rule(known[code], lang) for code in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not failed, "toolExecutionNotifications": failed}],
        "results": [_result(row, mark, used, lang) for row, mark in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, lang: str) -> dict[str, Any]:
    said = rule.documentation
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": said.en if lang == "en" else said.zh},
        "fullDescription": {"text": side(said.why, lang)},
        "defaultConfiguration": {"level": LEVEL[rule.severity], "enabled": rule.default},
        "properties": {"level": rule.level, "source": said.source},
    }


def _result(row: Located, mark: str, used: list[str], lang: str) -> dict[str, Any]:
    finding = row.finding
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(row.path)}}
    if row.start is not None and row.end is not None:
        place["region"] = {
            "startLine": row.start.line,
            "startColumn": row.start.column,
            "endLine": row.end.line,
            "endColumn": row.end.column,
        }
    location: dict[str, Any] = {"physicalLocation": place}
    if finding.where:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.where, "kind": "section"}]
    result = {
        "ruleId": finding.code,
        "level": LEVEL[finding.severity],
        "message": {"text": message(finding, lang)},
        "locations": [location],
        "partialFingerprints": {"govreport/v1": mark},
    }
    return {**result, "ruleIndex": used.index(finding.code)} if finding.code in used else result


def _failure(result: Result, lang: str) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": failure(result, lang)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(result.path)}}}],
    }


def _uri(path: str) -> str:
    """A path as a relative or absolute URI reference."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
