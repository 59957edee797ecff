"""Notes: what the parser or a check wants to say about a place. Errors in text are values, not exceptions."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from .source import Span


@frozen
class Edit:
    """Replace the characters of `span` by `text`."""

    span: Span
    text: str


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made, which must be in order and not overlap.

    >>> from .source import Span
    >>> applied("全年１２件", [Edit(Span(2, 4), "12")])
    '全年12件'
    """
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


@frozen
class Note:
    """One remark: a stable `code`, how grave it is, where, and what to do.

    `severity` is `info`, `warning` or `error`; `message` is Chinese, `message_en` says the same in English.
    """

    code: str
    severity: str
    message: str
    message_en: str = ""
    span: Span | None = None
    hint: str = ""
    edits: tuple[Edit, ...] = ()


@frozen
class Finding(Note):
    """What a rule of `check` found: a Note with the rule's `name` and `level` (规定, 标准 or 实务).

    `where` is the address of the section it is about, `fix` says how far its `edits` can be trusted: safe, unsafe,
    or None where there are none.
    """

    name: str = ""
    level: str = ""
    where: str = ""
    fix: str | None = None
