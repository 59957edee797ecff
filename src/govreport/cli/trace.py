"""`govreport trace`: what became of last year's plans, targets and problems, as a table, JSON, a page or a ledger."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from .options import Input, read_input, reading_options
from .screen import deliver, screen
from .usage import Misuse, command

if TYPE_CHECKING:
    from rich.text import Text

    from ..compare import Trace

COLOURS = {
    "answered": "green",
    "met": "green",
    "partly": "yellow",
    "unknown": "dim",
    "not_answered": "red",
    "missed": "red",
}


@command()
@click.argument("last", metavar="LAST")
@click.argument("this", metavar="THIS")
@reading_options
@click.option(
    "--to",
    "form",
    type=click.Choice(["table", "json", "csv", "html"]),
    default="table",
    help="表格、JSON、台账 CSV 或网页 / form of the output",
)
@click.option("-o", "--output", metavar="OUT", default="-", help="输出文件，默认标准输出 / file, else standard output")
def trace(last: str, this: str, format: str | None, encoding: str | None, form: str, output: str) -> None:
    """上年 LAST 的计划、目标和问题，今年 THIS 怎样回应 / how THIS year answers what LAST year planned and admitted."""
    from ..compare import trace as traced
    from ..compare.output.ledger import ledger
    from ..compare.output.trace_page import page

    found = traced(read_input(Input(last, format, encoding)), read_input(Input(this, format, encoding)))
    if form == "table" and output == "-":
        _show(found)
        return
    if form == "table":
        raise Misuse("写文件请用 --to json、csv 或 html", "to write a file, say --to json, csv or html")
    if form == "json":
        text = json.dumps(found.to_dict(), ensure_ascii=False, indent=2) + "\n"
    else:
        text = ledger(found) if form == "csv" else page(found)
    data = text.encode("utf-8", "backslashreplace")
    if output == "-":
        deliver(data)
    else:
        from ..files import replace

        replace(output, data)


def _show(found: Trace) -> None:
    """A table for plans, one for the targets that have a figure this year, one for problems."""
    from ..compare.output.labels import short
    from ..compare.output.ledger import summary, task
    from .tables import table

    console = screen()
    for title, rows in (("上年计划", found.plans), ("上年问题", found.problems)):
        if rows:
            shown = table(title, "上年位置", "任务", "进展", "今年位置", "说明")
            for row in rows:
                places = "\n".join(short(answer.address, 18) for answer in row.answers)
                before = (short(row.address, 18), short(task(row), 40))
                shown.add_row(*before, _status(row.status), places, row.reason)
            console.print(shown, soft_wrap=False)
    known = [row for row in found.targets if row.target is not None and row.actual is not None]
    if known:
        shown = table("上年目标", "上年位置", "指标", "目标", "实际", "结果", "今年位置")
        for row in known:
            if row.target is not None and row.actual is not None:
                cells = (short(row.address, 18), short(row.target.name, 30), row.target.text, row.actual.text)
                shown.add_row(*cells, _status(row.status), short(row.actual.where, 18))
        console.print(shown, soft_wrap=False)
    console.print(summary(found))


def _status(status: str) -> Text:
    from rich.text import Text

    from ..compare.output.ledger import STATUS

    return Text(STATUS[status], COLOURS[status])
