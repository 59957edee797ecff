"""`govreport convert`: a report in another format, to a file (replaced whole or not at all) or to standard output."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from .options import Input, input_file, read_input


@click.command()
@input_file
@click.option("--to", "target", metavar="ID", help="目标格式 / format to write: txt md json html docx akn ofd")
@click.option(
    "-o", "--output", metavar="OUT", default="-", help="输出文件，默认标准输出 / file to write, else standard output"
)
@click.option("--layout", metavar="NAME", help="docx 版式 / layout of a DOCX: speech, gbt9704")
@click.option("--redline", metavar="OLD", help="docx：与 OLD 相比的修订 / changes since OLD as tracked changes")
@click.option("--document-type", metavar="NAME", help="akn 文档类型 / document type of Akoma Ntoso: doc, statement")
@click.option("--canonical", is_flag=True, help="txt、md：不照抄原文，按结构重排 / render the tree, not the source")
def convert(source: Input, target: str | None, output: str, redline: str | None, **options: Any) -> None:
    """转换 FILE 的格式 / convert FILE to another format (FILE may be - for standard input)."""
    from ..api import dumps, write
    from ..formats import registry

    given = {name: value for name, value in options.items() if value}
    if target is None and output == "-":
        raise click.UsageError("请用 --to 指定格式，或用 -o 指定文件 / say the format with --to, or a file with -o")
    if target is None and not os.path.splitext(output)[1]:
        raise registry.UnsupportedFormatError(
            "",
            f"“{output}”没有后缀，看不出格式，请用 --to 指定，例如 --to json",
            f'"{output}" has no suffix; say the format with --to, e.g. --to json',
        )
    # an unknown format or option is said before anything is read
    id = target or os.path.splitext(output)[1]
    registry.writer(id)
    registry.checked(id, "write", given | ({"redline": None} if redline else {}))
    if output == "-" and registry.get(id).binary and sys.stdout.isatty():
        raise click.UsageError(
            f"{id} 不是文本，不能输出到终端，请用 -o 指定文件 / {id} is no text; name a file with -o"
        )
    report = read_input(source)
    if redline:
        given["redline"] = read_input(Input(redline))
    if output != "-":
        write(report, output, target, **given)
        return
    data = dumps(report, id, **given)
    sys.stdout.buffer.write(data.encode() if isinstance(data, str) else data)
