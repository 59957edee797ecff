"""`govreport metrics`: what a report counted, as a table, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import click

from ..language.spreadsheet import disarmed
from ..model.facts import Metric
from ..model.report import Report
from .options import Input, input_file, read_input
from .screen import deliver, remark, screen
from .usage import command

COLUMNS = {
    "name": "指标",
    "value": "数值",
    "upper": "上限",
    "unit": "单位",
    "bound": "界限",
    "kind": "种类",
    "direction": "增减",
    "year": "年份",
    "is_target": "目标",
    "whole": "总项",
    "where": "位置",
    "line": "行",
    "text": "原文",
}
"""The columns of the CSV file, and what they are called in Chinese."""


@command()
@input_file
@click.option(
    "--to", "target", type=click.Choice(["table", "json", "csv"]), default="table", help="输出形式 / form of the output"
)
def metrics(source: Input, target: str) -> None:
    """列出 FILE 中的指标 / list the metrics of FILE (FILE may be - for standard input).

    csv 带 BOM，可直接用 Excel 打开 / the CSV opens in Excel as it is.
    """
    report = read_input(source)
    if target == "table":
        from .tables import metric_table

        if report.metrics:
            screen().print(metric_table(report), soft_wrap=False)
        else:
            remark("没有找到指标 / no metrics found")
        return
    deliver(as_json(report) if target == "json" else as_csv(report))


def as_json(report: Report) -> bytes:
    """A list of objects, numbers as strings so that no digit is lost."""
    rows = [{**metric.to_dict(), "line": _line(report, metric)} for metric in report.metrics]
    return (json.dumps(rows, ensure_ascii=False, indent=2, default=str) + "\n").encode("utf-8", "backslashreplace")


def as_csv(report: Report) -> bytes:
    """CSV with a byte order mark and \\r\\n, one row a metric, `COLUMNS` on top; its words are those of the table."""
    from .tables import ARROWS, BOUNDS, CHANGES, TARGET

    words: dict[str, dict[Any, str]] = {
        "bound": BOUNDS,
        "kind": CHANGES,
        "direction": ARROWS,
        "is_target": {True: TARGET, False: ""},
    }
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS.values())
    for metric in report.metrics:
        row = {**metric.to_dict(), "line": _line(report, metric)}
        row |= {name: said.get(row[name], row[name]) for name, said in words.items()}
        writer.writerow([_cell(row[name]) for name in COLUMNS])
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def _cell(value: object) -> str:
    """A cell as text; one that a spreadsheet would run as a formula is disarmed with an apostrophe."""
    return "" if value is None else disarmed(str(value))


def _line(report: Report, metric: Metric) -> int | None:
    """The line of the source where a metric stands."""
    return report.source.position(metric.span.start).line if report.source and metric.span else None
