"""`govreport convert`: a report in another format, to a file (replaced whole or not at all) or to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from ..formats import registry
from .options import Input, format_options, input_file, read_input
from .screen import deliver
from .usage import Misuse, command

WRITTEN = " ".join(row.id for row in registry.FORMATS.values() if row.writes)


def write_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of all formats that are written."""
    for decorate in reversed(format_options("write")):
        function = decorate(function)
    return function


@command()
@input_file
@click.option("--to", "target", metavar="ID", help=f"目标格式 / format to write: {WRITTEN}")
@click.option(
    "-o", "--output", metavar="OUT", default="-", help="输出文件，默认标准输出 / file to write, else standard output"
)
@write_options
def convert(source: Input, target: str | None, output: str, **options: Any) -> None:
    """转换 FILE 的格式 / convert FILE to another format (FILE may be - for standard input)."""
    from ..api import dumps, write

    given = {name: value for name, value in options.items() if value is not None}
    if target is None and output == "-":
        raise Misuse("请用 --to 指定格式，或用 -o 指定文件", "say the format with --to, or a file with -o")
    if target is None and not os.path.splitext(output)[1]:
        raise registry.UnsupportedFormatError(
            "",
            f"“{output}”没有后缀，看不出格式，请用 --to 指定，例如 --to json",
            f'"{output}" has no suffix; say the format with --to, e.g. --to json',
        )
    # an unknown format or option is said before anything is read
    id = target or os.path.splitext(output)[1]
    registry.writer(id)
    registry.checked(id, "write", given)
    if output == "-" and registry.get(id).binary and sys.stdout.isatty():
        raise Misuse(f"{id} 不是文本，不能输出到终端，请用 -o 指定文件", f"{id} is no text; name a file with -o")
    report = read_input(source)
    for option in registry.get(id).write_options:
        if option.report and option.name in given:
            given[option.name] = read_input(Input(given[option.name]))
    if output != "-":
        write(report, output, target, **given)
        return
    deliver(dumps(report, id, **given))
