"""Wrong use and --help in Chinese and English: what click says itself is put into both here, in one place.

A message of our own is a `Misuse`; whatever else click raises becomes one by a table of its sentences. A sentence
that the table lacks (of a newer click) keeps its English and is introduced in Chinese.

>>> in_both(click.UsageError("Option '--format' requires an argument.")).zh
'选项 --format 后面缺少值'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from ..language.width import visible

USAGE = "用法 / Usage: "
SECTIONS = {"Options": "选项 / Options", "Commands": "命令 / Commands"}
HELP = "显示说明 / show this message and exit"

SENTENCES: tuple[tuple[str, str, str], ...] = (
    (r"Missing (?:argument|parameter) (?P<names>\S+)\..*", "缺少参数 {names}", "missing argument {names}"),
    (r"Missing option (?P<names>.+?)\.(?: .*)?", "缺少选项 {names}", "missing option {names}"),
    (r"Missing command\.", "缺少命令", "missing command"),
    (r"No such option:? (?P<names>[^\s.]+)\.?", "没有选项 {names}", "no such option: {names}"),
    (
        r"No such option:? (?P<names>[^\s.]+)\.? \(?(?:Did you mean|Possible options)[^-']*(?P<others>[^?)]+)\??\)?",
        "没有选项 {names}，是否指 {others}",
        "no such option: {names}; did you mean {others}",
    ),
    (r"Option (?P<names>\S+) requires an argument\.", "选项 {names} 后面缺少值", "option {names} requires a value"),
    (r"Option (?P<names>\S+) does not take a value\.", "选项 {names} 不带值", "option {names} takes no value"),
    (r"Got unexpected extra arguments? \((?P<value>.*)\)\.?", "多出参数 {value}", "too many arguments: {value}"),
    (r"Invalid value for (?P<names>.+?): (?P<reason>.*)", "{names} 的值不对：{reason}", "wrong {names}: {reason}"),
    (r"(?P<value>.*) is not one of (?P<names>.+)\.", "“{value}”不在 {names} 之中", '"{value}" is none of {names}'),
    (r"(?P<value>.*) is not a valid integer(?: range)?\.", "“{value}”不是整数", '"{value}" is no whole number'),
    (r"(?P<value>.*) is not a valid float(?: range)?\.", "“{value}”不是数", '"{value}" is no number'),
    (r"(?P<value>.*) is not in the range (?P<names>.+)\.", "{value} 不在范围 {names} 内", "{value} is not in {names}"),
)  # fmt: skip
"""A sentence of click, then the same in Chinese and in English. `names` and `others` are names, quoted and listed as
Python does, `value` is what somebody typed, `reason` is a sentence itself."""


NO_ARGUMENTS: type[Exception] = getattr(click.exceptions, "NoArgsIsHelpError", click.exceptions.Exit)
"""What newer versions of click raise where a group without arguments shows its help."""


class Misuse(click.UsageError):
    """Wrong use of a command, in Chinese and English: the usage, where to find help, and the sentence."""

    def __init__(self, zh: str, en: str, ctx: click.Context | None = None) -> None:
        super().__init__(f"{zh} / {en}", ctx)
        self.zh = zh
        self.en = en

    def show(self, file: IO[Any] | None = None) -> None:
        """Put it on standard error; it may name a file, so nothing in it is a command to a terminal."""
        if self.ctx is not None:
            click.echo(self.ctx.get_usage(), file=file, err=True)
            click.echo(f"查看说明 / for help: {self.ctx.command_path} --help\n", file=file, err=True)
        click.echo(visible(f"govreport: {self.message}"), file=file, err=True)


def in_both(error: click.UsageError, ctx: click.Context | None = None) -> Misuse:
    """The same error in Chinese and English; `ctx` is where it came up, if the error doesn't know."""
    if isinstance(error, Misuse):
        return error
    return Misuse(*_both(error.format_message()), error.ctx or ctx)


def _both(sentence: str) -> tuple[str, str]:
    for pattern, zh, en in SENTENCES:
        found = re.fullmatch(pattern, sentence, re.DOTALL)
        if found:
            parts = {name: PARTS[name](text) for name, text in found.groupdict().items()}
            return (
                zh.format_map({name: part[0] for name, part in parts.items()}),
                en.format_map({name: part[1] for name, part in parts.items()}),
            )
    bare = sentence.rstrip(".")
    return f"用法有误：{bare}", bare


def _names(text: str) -> tuple[str, str]:
    """Names that stand in quotation marks, or a single one that doesn't."""
    names = re.findall("'(.*?)'", text) or [text]
    return "、".join(names), ", ".join(names)


def _value(text: str) -> tuple[str, str]:
    bare = text[1:-1] if text[:1] in ("'", '"') and text[:1] == text[-1:] else text
    return bare, bare


PARTS: dict[str, Callable[[str], tuple[str, str]]] = {
    "names": _names,
    "others": _names,
    "value": _value,
    "reason": _both,
}


class Formatter(click.HelpFormatter):
    """Help with its own words in both languages."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, USAGE if prefix is None else prefix)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(SECTIONS.get(name, name)):
            yield

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        said = [(name, text.replace("[default: ", "[默认 / default: ")) for name, text in rows]
        super().write_dl(said, col_max, col_spacing)


class Context(click.Context):
    """Where help is written with our `Formatter`."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help is in both languages."""

    context_class = Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it, but whatever is wrong is a `Misuse`; help that is shown instead goes through."""
        try:
            return super().parse_args(ctx, args)
        except NO_ARGUMENTS:
            raise
        except click.UsageError as error:
            raise in_both(error, ctx) from None

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = HELP
        return option


def command() -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command of the command line."""
    return click.command(cls=Command)
