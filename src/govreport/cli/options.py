"""What commands share: the input file and its options."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click
from attrs import frozen

from ..errors import SourceError
from ..language.width import truncate
from ..model.report import Report

LONGEST = 120
"""Columns of a file's name in a message: it may be a text that was taken for a name."""


@frozen
class Input:
    """The FILE argument (``-`` is standard input) and how it is to be read."""

    file: str
    format: str | None = None
    encoding: str | None = None
    original: bool = False


def input_file(function: Callable[..., Any]) -> Callable[..., Any]:
    """The FILE argument with --format, --encoding and --original; the command gets them as one `Input`."""

    @wraps(function)
    def command(file: str, format: str | None, encoding: str | None, original: bool, **rest: Any) -> Any:
        return function(Input(file, format, encoding, original), **rest)

    for decorate in (
        click.option("--original", is_flag=True, help="docx：读修订前的原文 / the text before its tracked changes"),
        click.option("--encoding", metavar="NAME", help="文字编码，如 gb18030 / character encoding of the file"),
        click.option(
            "--format", "format", metavar="ID", help="文件格式，默认自动识别 / file format; told from the file"
        ),
        click.argument("file", metavar="FILE"),
    ):
        command = decorate(command)
    return command


def read_input(source: Input, *, facts: bool = True) -> Report:
    """The report in a file, or on standard input; without `facts` its structure alone."""
    from ..api import read

    options = {"original": True} if source.original else {}
    if source.file == "-":
        return read(sys.stdin.buffer.read(), source.format, source.encoding, facts=facts, **options)
    if not os.path.exists(source.file):
        name = truncate(source.file, LONGEST)
        raise SourceError(f"找不到文件“{name}”", f'no such file: "{name}"')
    return read(source.file, source.format, source.encoding, facts=facts, **options)
