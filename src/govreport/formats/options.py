"""Options of formats: what they are called, what they take, and the sentence for one that doesn't fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from ..errors import OptionError


@frozen
class Option:
    """An option of a format, as a keyword of its functions and on the command line (``--document-type``).

    `zh` and `en` say what it is. It takes one of `values`, anything where there are none, True if it is a `flag`, or
    a Report if it is a `report` (on the command line: the file of one).
    """

    name: str
    zh: str = ""
    en: str = ""
    values: tuple[str, ...] = ()
    flag: bool = False
    report: bool = False


OPTIONS: dict[str, Option] = {
    option.name: option
    for option in (
        Option("original", "读修订前的原文", "the text before its tracked changes", flag=True),
        Option("canonical", "不照抄原文，按结构重排", "render the tree, not the source", flag=True),
        Option("layout", "版式", "layout", ("speech", "gbt9704")),
        Option("redline", "写出与旧报告相比的修订", "changes since an older report, tracked", report=True),
        Option("document_type", "文书类型", "document type", ("doc", "statement")),
    )
}
"""The options of our own formats."""


def resolved(found: Iterable[str | Option]) -> tuple[Option, ...]:
    """Options, each given as itself or by its name.

    >>> [option.flag for option in resolved(("canonical", "paper"))]
    [True, False]
    """
    return tuple(OPTIONS.get(item, Option(item)) if isinstance(item, str) else item for item in found)


def check(format: str, known: Iterable[Option], given: Mapping[str, Any]) -> None:
    """OptionError for the first option that the format doesn't have, or whose value it doesn't take."""
    options = {option.name: option for option in known}
    for name, value in given.items():
        if name not in options:
            zh, en = "、".join(options) or "没有选项", ", ".join(options) or "none"
            raise OptionError(
                f"{format} 格式没有“{name}”这个选项，可用：{zh}", f'{format} has no option "{name}"; it has: {en}'
            )
        values = options[name].values
        if values and value is not None and value not in values:
            raise OptionError(
                f"{name} 不能是“{value}”，可用：{'、'.join(values)}",
                f'{name} can\'t be "{value}"; it may be: {", ".join(values)}',
            )
