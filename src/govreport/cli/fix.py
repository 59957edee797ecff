"""`govreport fix`: the edits of findings made in the file itself, or shown."""

from __future__ import annotations

import difflib
import sys
from typing import Any

import click

from ..model.report import Report
from .check import expanded, settings_of, settings_options, words
from .options import Input, read_input


@click.command()
@settings_options
@click.option("--unsafe", is_flag=True, help="也作建议性修改 / make the suggested changes too")
@click.option("--diff", is_flag=True, help="只显示改动，不写文件 / show the changes, write nothing")
def fix(files: tuple[str, ...], unsafe: bool, diff: bool, previous: str | None, **options: Any) -> None:
    """修复 FILE / fix FILE in place (- for standard input, written to standard output).

    退出码：0，用 --diff 而有改动时 1 / exit code: 0, or 1 with --diff and changes.
    """
    from ..api import write
    from ..review import fix as fix_report

    settings = settings_of(files, options)
    last = read_input(Input(previous)) if previous else None
    changed = False
    for file in expanded(files):
        own = settings.for_file(file)
        report = read_input(Input(file, options.get("format")))
        fixed = fix_report(
            report,
            unsafe=unsafe,
            select=words(options["select"]) or own.select,
            ignore=(*words(options["ignore"]), *own.ignore),
            kind=options["kind"] or own.kind,
            previous=last,
        )
        new = _text(fixed) != _text(report)
        changed = changed or new
        if diff:
            sys.stdout.writelines(_difference(file, _text(report), _text(fixed)))
        elif file == "-":
            write(fixed, sys.stdout.buffer, fixed.source.format if fixed.source else "txt")
        elif new:
            write(fixed, file, fixed.source.format if fixed.source else None)
            click.echo(f"{file}: 已修复 / fixed", err=True)
    if diff and changed:
        sys.exit(1)


def _text(report: Report) -> str:
    return report.source.text if report.source else ""


def _difference(file: str, old: str, new: str) -> list[str]:
    lines = difflib.unified_diff(old.splitlines(True), new.splitlines(True), file, file, n=0)
    return [line if line.endswith("\n") else f"{line}\n" for line in lines]
