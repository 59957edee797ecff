"""json: a list of objects, one a finding, for scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ..result import Located, Result, located
from .words import failure, message


def json_list(results: Sequence[Result], lang: str) -> str:
    """All findings as a list; a file that can't be read is one of code GR000."""
    rows: list[dict[str, Any]] = []
    for result in results:
        if result.error is not None:
            rows.append(_row(result.path, "GR000", "unreadable", "", "error", failure(result, lang)))
        rows += [_finding(row, lang) for row in located(result)]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _row(path: str, code: str, name: str, level: str, severity: str, text: str) -> dict[str, Any]:
    return {
        "code": code,
        "name": name,
        "level": level,
        "severity": severity,
        "message": text,
        "path": path,
        "line": None,
        "column": None,
        "end_line": None,
        "end_column": None,
        "address": "",
        "fix": None,
    }


def _finding(row: Located, lang: str) -> dict[str, Any]:
    finding = row.finding
    said = message(finding, lang)
    found = _row(row.path, finding.code, finding.name, finding.level, finding.severity, said)
    if row.start is not None and row.end is not None:
        found |= {
            "line": row.start.line,
            "column": row.start.column,
            "end_line": row.end.line,
            "end_column": row.end.column,
        }
    return {**found, "address": finding.where, "fix": finding.fix}
