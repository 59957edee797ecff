"""What commands share: the input file and its options."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click
from attrs import field, frozen

from ..errors import GovReportError, SourceError
from ..formats import registry
from ..language.width import truncate
from ..model.report import Report

LONGEST = 120
"""Columns of a file's name in a message: it may be a text that was taken for a name."""


@frozen
class Input:
    """The FILE argument (``-`` is standard input) and how it is to be read; `options` are those of its format."""

    file: str
    format: str | None = None
    encoding: str | None = None
    options: dict[str, Any] = field(factory=dict)


def format_options(verb: str) -> list[Callable[..., Any]]:
    """The options that formats have for a verb (read or write), as click takes them; --help names the formats."""
    return [
        click.option(
            f"--{option.name.replace('_', '-')}",
            option.name,
            is_flag=option.flag,
            default=None,
            metavar=None if option.flag else "FILE" if option.report else "NAME",
            help=f"{'、'.join(formats)}：{option.zh} / {option.en}"
            + (f": {', '.join(option.values)}" * bool(option.values)),
        )
        for option, formats in registry.options(verb)
    ]


def input_file(function: Callable[..., Any]) -> Callable[..., Any]:
    """The FILE argument with --format, --encoding and the options of formats; the command gets them as one `Input`."""
    names = [option.name for option, _ in registry.options("read")]

    @wraps(function)
    def command(file: str, format: str | None, encoding: str | None, **rest: Any) -> Any:
        given = {name: rest.pop(name) for name in names}
        options = {name: value for name, value in given.items() if value is not None}
        return function(Input(file, format, encoding, options), **rest)

    decorated: Any = command
    for decorate in (*format_options("read"), reading_options, click.argument("file", metavar="FILE")):
        decorated = decorate(decorated)
    return decorated  # type: ignore[no-any-return]


def reading_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """--format and --encoding, which every command that reads has: messages about a file tell people to use them."""
    for decorate in (
        click.option("--encoding", metavar="NAME", help="文字编码，如 gb18030 / character encoding of the file"),
        click.option("--format", metavar="ID", help="文件格式，默认自动识别 / file format; told from the file"),
    ):
        function = decorate(function)
    return function


def read_input(source: Input, *, facts: bool = True) -> Report:
    """The report in a file, or on standard input; without `facts` its structure alone."""
    from ..api import read

    if source.file == "-":
        return read(sys.stdin.buffer.read(), source.format, source.encoding, facts=facts, **source.options)
    present(source.file)
    try:
        return read(source.file, source.format, source.encoding, facts=facts, **source.options)
    except GovReportError as error:
        raise named(error, source.file) from None


def named(error: GovReportError, file: str) -> GovReportError:
    """The error, with the name of its file in front where it doesn't say it: a command may read several files.

    >>> named(GovReportError("是空的", "is empty"), "a.txt").zh
    '“a.txt”：是空的'
    """
    name = truncate(file, LONGEST)
    if file == "-" or name in error.zh:
        return error
    said = GovReportError(f"“{name}”：{error.zh}", f'"{name}": {error.en}')
    return said.with_traceback(error.__traceback__)


def present(file: str) -> None:
    """SourceError for a file that isn't there, and is not standard input either."""
    if file != "-" and not os.path.exists(file):
        name = truncate(file, LONGEST)
        raise SourceError(f"找不到文件“{name}”", f'no such file: "{name}"')
