"""The command group: imports a command when it is called for, turns errors into one sentence and exit code 2."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from typing import Any

import click

from .. import __version__
from ..errors import GovReportError
from ..language.width import visible
from .usage import Command, Misuse

COMMANDS = {
    "batch": "批量读取成表 / many reports into tables",
    "check": "检查报告 / say what a careful reviewer would",
    "convert": "转换为其他格式 / convert a report to another format",
    "diff": "比较两份报告 / what changed between two reports",
    "fix": "修复检查出的问题 / fix what the check found",
    "metrics": "列出报告中的指标 / list what a report counted",
    "rule": "说明检查规则 / explain a rule of the check",
    "schema": "打印 JSON Schema / print the JSON Schema of reports",
    "seed": "起草下一年的报告 / the draft of next year's report",
    "show": "显示报告的结构树 / show a report as a tree",
    "trace": "上年计划落实情况 / what became of last year's plans",
    "view": "审阅页 / a page to review a report",
}


class LazyGroup(Command, click.Group):
    """Commands live in modules of the same name, imported when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"govreport.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            known = ", ".join(sorted(COMMANDS))
            raise Misuse(f"没有命令“{name}”，可用：{'、'.join(sorted(COMMANDS))}", f'no command "{name}": {known}', ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # a stream of ASCII holds no Chinese
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except GovReportError as error:
            click.echo(visible(f"govreport: {error}"), err=True)
            sys.exit(2)
        except BrokenPipeError:
            # the reader of our output went away (| head): nothing to say
            _drop_output()
            sys.exit(0)
        except OSError as error:
            # files have errors of their own, so this is standard output: a disk that is full
            _drop_output()
            reason = error.strerror or error
            click.echo(f"govreport: 写不了标准输出：{reason} / can't write to standard output: {reason}", err=True)
            sys.exit(2)


def _drop_output() -> None:
    """Leave nothing to flush when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="govreport", help="显示版本 / show the version and exit")
def cli() -> None:
    """读懂政府工作报告 / understand Chinese government work reports."""
