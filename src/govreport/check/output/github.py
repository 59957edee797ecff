"""github: workflow commands that GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from ..result import Result, located
from .words import failure, message

COMMAND = {"error": "error", "warning": "warning", "info": "notice"}


def github(results: Sequence[Result], lang: str) -> str:
    """``::error file=…,line=…,col=…,title=…::message``, a line each."""
    lines = []
    for result in results:
        if result.error is not None:
            lines.append(f"::error file={_property(result.path)}::{_data(failure(result, lang))}")
        for row in located(result):
            finding = row.finding
            where = ""
            if row.start is not None and row.end is not None:
                where = f",line={row.start.line},endLine={row.end.line},col={row.start.column}"
            title = _property(f"{finding.code} {finding.name}")
            lines.append(
                f"::{COMMAND[finding.severity]} file={_property(row.path)}{where},title={title}"
                f"::{_data(message(finding, lang))}"
            )
    return "".join(f"{line}\n" for line in lines)


def _data(text: str) -> str:
    """A message with the signs escaped that end a command.

    >>> _data("100%\\n")
    '100%25%0A'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value with the signs escaped that end a value."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
