"""concise: a line a finding, for editors and grep."""

from __future__ import annotations

from collections.abc import Sequence

from ..result import Result, located
from .words import failure, message, place, summary


def concise(results: Sequence[Result], lang: str) -> str:
    """``path:line:column: code message``, one line each, and a summary."""
    lines = []
    for result in results:
        if result.error is not None:
            lines.append(f"{result.path}: {failure(result, lang)}")
        for row in located(result):
            lines.append(f"{place(row)}: {row.finding.code} {message(row.finding, lang)}")
    return "\n".join([*lines, summary(list(results), lang)]) + "\n"
