"""Small pieces of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def cell(text: object) -> str:
    """A value as the text of a table cell.

    >>> cell("a|b\\nc")
    'a\\\\|b c'
    """
    return " ".join(str(text).split()).replace("|", "\\|")


def code(text: object) -> str:
    """A value as code, in as many backticks as it takes; nothing for nothing.

    >>> code("a`b")
    '`` a`b ``'
    """
    said = str(text)
    if not said:
        return ""
    return f"`` {said} ``" if "`" in said else f"`{said}`"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with a head.

    >>> print(table(["a", "b"], [[1, 2]]))
    | a | b |
    |---|---|
    | 1 | 2 |
    """
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        f"|{'|'.join(map(str, line))}|" if at == 1 else f"| {' | '.join(map(cell, line))} |"
        for at, line in enumerate(lines)
    )
