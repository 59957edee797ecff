"""Baselines: findings that are known and left, by what they say and not by where they stand.

A fingerprint is made of the rule, the words that the finding is about with a few around them in the line, and how
many like it came before, so that lines may move and the rest of a long paragraph be edited, and a finding that was
dismissed stays dismissed.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from attrs import evolve

from ..errors import FormatError
from .result import Located, Result, located

VERSION = 1


def fingerprints(result: Result) -> list[str]:
    """One for each finding of a file, in their order; all different."""
    seen: Counter[str] = Counter()
    marks = []
    for row in located(result):
        words = _around(row) or row.finding.message
        said = result.report.source.text if result.report and result.report.source and row.finding.span else ""
        about = row.finding.span.of(said) if row.finding.span else ""
        key = sha256(
            "\0".join((row.finding.code, words, "".join(about.split()))).encode("utf-8", "replace")
        ).hexdigest()
        seen[key] += 1
        marks.append(f"{key[:24]}-{seen[key]}")
    return marks


def _around(row: Located) -> str:
    """The words of the line around a finding, without white space."""
    if row.start is None or row.end is None:
        return ""
    first = row.start.column - 1
    last = row.end.column - 1 if row.end.line == row.start.line else len(row.line)
    before, behind = ("".join(part.split()) for part in (row.line[:first], row.line[last:]))
    return f"{before[-AROUND:]}\0{behind[:AROUND]}"


AROUND = 12
"""Characters around a finding that tell it from others with the same words."""


def dumps(results: Iterable[Result], folder: Path) -> str:
    """The baseline of these findings as text: fingerprints by path, each with its code and message for human eyes.

    Paths count from `folder`, where the baseline stands, so that it holds wherever the check is called from.
    """
    files = {}
    for result in results:
        rows = zip(located(result), fingerprints(result), strict=True)
        entries = {mark: f"{row.finding.code} {row.finding.message}" for row, mark in rows}
        if entries:
            files[_key(result.path, folder)] = entries
    return json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def loads(text: str, name: str = "baseline") -> dict[str, frozenset[str]]:
    """Path → fingerprints; FormatError for what is no baseline."""
    try:
        raw = json.loads(text)
        files = raw["files"]
        if raw["version"] != VERSION:
            raise ValueError(f"version {raw['version']}")
        return {path: frozenset(entries) for path, entries in files.items()}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise FormatError(
            f"“{name}”不是 govreport 的基线文件（{error}），请用 --write-baseline 重新生成",
            f'"{name}" is no baseline of govreport ({error}); write a new one with --write-baseline',
        ) from None


def without(result: Result, known: Mapping[str, frozenset[str]], folder: Path) -> Result:
    """The result less the findings that the baseline in `folder` knows for its path."""
    marks = known.get(_key(result.path, folder), frozenset())
    if not marks or not result.findings:
        return result
    rows = zip(result.findings, fingerprints(result), strict=True)
    return evolve(result, findings=tuple(finding for finding, mark in rows if mark not in marks))


def _key(path: str, folder: Path) -> str:
    """A path from the folder, with slashes.

    >>> _key("a/../报告.md", Path("."))
    '报告.md'
    """
    return path if path == "-" else Path(os.path.relpath(path, folder)).as_posix()
