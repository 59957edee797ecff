"""`govreport fix`: the edits of findings made in the file itself, or shown."""

from __future__ import annotations

import difflib
import sys
from typing import Any

import click

from ..check.fixes import Repair
from ..check.output.words import counted
from ..errors import GovReportError
from ..files import replace
from ..language.width import visible
from ..model.report import Report
from .check import asked, expanded, settings_of, settings_options
from .colour import coloured, marked
from .options import Input, read_input
from .screen import deliver, remark, say
from .usage import command


@command()
@settings_options
@click.option("--unsafe", is_flag=True, help="也作建议性修改 / make the suggested changes too")
@click.option("--diff", is_flag=True, help="只显示改动，不写文件 / show the changes, write nothing")
def fix(files: tuple[str, ...], unsafe: bool, diff: bool, previous: str | None, **options: Any) -> None:
    """修复 FILE / fix FILE in place: text, Markdown, DOCX (- for standard input, written to standard output).

    退出码：0，用 --diff 而有改动时 1，有文件不能修复时 2 / exit code: 0, 1 with --diff and changes, 2 for files that
    can't be fixed.
    """
    from ..review import fix_file

    settings = settings_of(files, options)
    last = read_input(Input(previous)) if previous else None
    changed = failed = False
    count = 0
    for file in expanded(files, settings):
        wanted = {name: options[name] for name in ("format", "encoding")} | asked(file, settings, options)
        try:
            source = sys.stdin.buffer.read() if file == "-" else file
            repair = fix_file(source, unsafe=unsafe, previous=last, **wanted)
            changed, count = changed or bool(repair.made), count + 1
            _deliver(file, repair, diff)
        except GovReportError as error:
            failed = True
            remark(f"{file}: {error}")
    if count and not changed:
        remark(f"{count} 个文件，没有可以修复的 / {counted(count, 'file')}, nothing to fix")
    sys.exit(2 if failed else 1 if diff and changed else 0)


def _deliver(file: str, repair: Repair, diff: bool) -> None:
    """Show what changed, or write the file, and say what was done."""
    if diff:
        lines = [visible(line) for line in _difference(file, _text(repair.before), _text(repair.after))]
        if coloured():
            click.echo("".join(marked(lines)), nl=False, color=True)
        else:
            say("".join(lines))
        return
    if file == "-":
        deliver(repair.data)
    elif repair.made:
        replace(file, repair.data)
    if repair.made:
        codes = "、".join(sorted({finding.code for finding in repair.made}))
        count = len(repair.made)
        remark(f"{file}: 修复 {count} 处（{codes}） / {count} fixed ({codes})")


def _text(report: Report) -> str:
    return report.source.text if report.source else ""


def _difference(file: str, old: str, new: str) -> list[str]:
    lines = difflib.unified_diff(old.splitlines(True), new.splitlines(True), file, file, n=0)
    return [line if line.endswith("\n") else f"{line}\n" for line in lines]
