"""`govreport trace`: what became of last year's plans, targets and problems, as a table, JSON, a page or a ledger."""

from __future__ import annotations

import json
import sys

import click

from .options import Input, read_input

COLOURS = {
    "有回应": "green",
    "达到": "green",
    "部分回应": "yellow",
    "无法判断": "dim",
    "未见回应": "red",
    "未达到": "red",
}


@click.command()
@click.argument("last", metavar="LAST")
@click.argument("this", metavar="THIS")
@click.option(
    "--to",
    "form",
    type=click.Choice(["table", "json", "csv", "html"]),
    default="table",
    help="表格、JSON、台账 CSV 或网页 / form of the output",
)
@click.option("-o", "--output", metavar="OUT", default="-", help="输出文件，默认标准输出 / file, else standard output")
def trace(last: str, this: str, form: str, output: str) -> None:
    """上年 LAST 的计划、目标和问题，今年 THIS 怎样回应 / how THIS year answers what LAST year planned and admitted."""
    from ..compare import trace as traced
    from ..compare.output.ledger import ledger, page, rows, summary

    found = traced(read_input(Input(last)), read_input(Input(this)))
    if form == "table" and output == "-":
        from .tables import screen, table

        console = screen()
        shown = table("上年计划落实情况", "类别", "任务", "进展", "今年位置", "说明")
        for kind, where, task, _, _, status, answer, _, reason in rows(found):
            shown.add_row(kind, f"{task}（{where}）", f"[{COLOURS[status]}]{status}[/]", answer, reason)
        console.print(shown, soft_wrap=False)
        console.print(summary(found))
        return
    if form == "table":
        raise click.UsageError("写文件请用 --to json、csv 或 html / to write a file, say --to json, csv or html")
    if form == "json":
        text = json.dumps(found.to_dict(), ensure_ascii=False, indent=2) + "\n"
    else:
        text = ledger(found) if form == "csv" else page(found)
    data = text.encode("utf-8", "backslashreplace")
    if output == "-":
        sys.stdout.buffer.write(data)
    else:
        from ..files import replace

        replace(output, data)
