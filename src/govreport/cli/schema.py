"""`govreport schema`: the JSON Schema that `convert --to json` keeps to."""

from __future__ import annotations

import click

from .usage import command


@command()
def schema() -> None:
    """打印报告 JSON 的 Schema / print the JSON Schema of reports."""
    from ..formats.schema import schema_text

    click.echo(schema_text(), nl=False)
