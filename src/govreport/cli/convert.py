"""`govreport convert`: a report in another format, to a file (replaced whole or not at all) or to standard output."""

from __future__ import annotations

import os
import sys

import click

from .options import input_file, read_input


@click.command()
@input_file
@click.option("--to", "target", metavar="ID", help="目标格式 json、md、txt / format to write")
@click.option(
    "-o", "--output", metavar="OUT", default="-", help="输出文件，默认标准输出 / file to write, else standard output"
)
def convert(file: str, format: str | None, encoding: str | None, target: str | None, output: str) -> None:
    """转换 FILE 的格式 / convert FILE to another format (FILE may be - for standard input)."""
    from ..api import dumps, write
    from ..formats import registry

    if target is not None:
        registry.writer(target)  # an unknown format is said before anything is read
    elif output == "-":
        raise click.UsageError("请用 --to 指定格式，或用 -o 指定文件 / say the format with --to, or a file with -o")
    elif not os.path.splitext(output)[1]:
        raise registry.UnsupportedFormatError(
            "",
            f"“{output}”没有后缀，看不出格式，请用 --to 指定，例如 --to json",
            f'"{output}" has no suffix; say the format with --to, e.g. --to json',
        )
    report = read_input(file, format, encoding)
    if output != "-":
        write(report, output, target)
        return
    data = dumps(report, target or "json")
    sys.stdout.buffer.write(data.encode() if isinstance(data, str) else data)
