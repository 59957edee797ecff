"""What commands share: the input file and its options."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from ..errors import SourceError
from ..language.width import truncate
from ..model.report import Report

LONGEST = 120
"""Columns of a file's name in a message: it may be a text that was taken for a name."""

F = TypeVar("F", bound=Callable[..., Any])


def input_file(function: F) -> F:
    """The FILE argument (``-`` is standard input) with --format and --encoding."""
    for decorate in (
        click.option("--encoding", metavar="NAME", help="文字编码，如 gb18030 / character encoding of the file"),
        click.option(
            "--format", "format", metavar="ID", help="文件格式，默认自动识别 / file format; told from the file"
        ),
        click.argument("file", metavar="FILE"),
    ):
        function = decorate(function)
    return function


def read_input(file: str, format: str | None, encoding: str | None, *, facts: bool = True) -> Report:
    """The report in FILE, or on standard input; without `facts` its structure alone."""
    from ..api import read

    if file == "-":
        return read(sys.stdin.buffer.read(), format, encoding, facts=facts)
    if not os.path.exists(file):
        name = truncate(file, LONGEST)
        raise SourceError(f"找不到文件“{name}”", f'no such file: "{name}"')
    return read(file, format, encoding, facts=facts)
