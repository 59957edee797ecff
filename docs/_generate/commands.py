"""The command line, from click."""

from __future__ import annotations

import click

from govreport.cli.main import cli

from .markdown import code, table


def commands() -> str:
    """A section for each command: how it is called, what it does, its options."""
    group = click.Context(cli, info_name="govreport")
    pages = []
    for name in cli.list_commands(group):
        command = cli.get_command(group, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=group)
        usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
        said = "\n".join(line.strip() for line in (command.help or "").splitlines())
        pages.append(f"## `govreport {name}`\n\n```text\n{usage}\n```\n\n{said}\n\n{_options(command, context)}")
    return "\n\n".join(pages)


def _options(command: click.Command, context: click.Context) -> str:
    rows = []
    for option in command.get_params(context):
        if isinstance(option, click.Option):
            names, _ = option.get_help_record(context) or ("", "")
            default = option.default if option.show_default or option.default not in (None, False, "-") else ""
            shown = "" if option.is_flag or "UNSET" in repr(default).upper() else code(default)
            zh, _, en = (option.help or "").partition(" / ")
            rows.append((code(names), zh, en, shown))
    return table(("选项 option", "含义", "meaning", "默认 default"), rows)
