"""`govreport view`: a report and what there is to say about it as one page."""

from __future__ import annotations

import sys
from typing import Any

import click

from ..check import baseline
from .check import asked, read_text, rule_options, settings_of
from .options import Input, input_file, named, present, read_input
from .screen import deliver, remark
from .usage import command


@command()
@input_file
@rule_options
@click.option("-o", "--output", metavar="OUT", default="-", help="输出文件，默认标准输出 / file, else standard output")
def view(source: Input, output: str, previous: str | None, **options: Any) -> None:
    """把 FILE 做成审阅页 / one page, complete in itself, to review FILE (- for standard input).

    目录、正文、意见、指标、计划与问题；给出去年的报告，还有计划落实情况和改动。
    Outline, text, findings, figures, plans and problems; with last year's report, what became of its plans and what
    changed.
    """
    from ..review import check_file
    from ..view import view as page

    present(source.file)
    settings = settings_of((source.file,), options)
    last = read_input(Input(previous)) if previous else None
    result = check_file(
        sys.stdin.buffer.read() if source.file == "-" else source.file,
        source.format,
        encoding=source.encoding,
        path=source.file,
        previous=last,
        **asked(source.file, settings, options),
        **source.options,
    )
    if result.error is not None:
        raise named(result.error, source.file)
    known = settings.place(settings.baseline)
    if known is not None:
        result = baseline.without(result, baseline.loads(read_text(known), str(known)), known.parent)
    assert result.report is not None
    data = page(result.report, last, result.findings).encode()
    if output == "-":
        deliver(data)
    else:
        from ..files import replace

        replace(output, data)
        count = len(result.findings)
        remark(f"{output}：审阅页已写好，意见 {count} 处，请用浏览器打开 / {count} findings; open it in a browser")
