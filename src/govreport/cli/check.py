"""`govreport check`: what a careful reviewer would say of reports."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from ..check import baseline as baselines
from ..check.config import Settings, find, load
from ..check.output import OUTPUTS
from ..check.output.full import full
from ..check.result import Result, at_least
from ..check.rule import SEVERITIES
from ..files import replace
from ..formats import registry
from ..model.report import Report
from .colour import coloured, painted
from .options import Input, read_input, reading_options
from .screen import deliver, remark, say
from .usage import Misuse, command

READ = ("full", "concise", "github")
"""The outputs that people read; the others are data."""


def rule_options(function: Any) -> Any:
    """The options that say how to judge a report."""
    for decorate in (
        click.option("--config", metavar="FILE", help="配置文件，默认向上查找 / configuration file, else the nearest"),
        click.option("--previous", metavar="LAST", help="去年的报告 / last year's report"),
        click.option("--kind", metavar="ID", help="按此文种检查，可为 TOML 文件 / judge as a report of this kind"),
        click.option("--ignore", metavar="CODES", multiple=True, help="不用的规则 / rules to leave out"),
        click.option("--select", metavar="CODES", multiple=True, help="只用的规则，如 GR1,GR520 / rules to run"),
    ):
        function = decorate(function)
    return function


def settings_options(function: Any) -> Any:
    """The options that `check` and `fix` share."""
    for decorate in (
        rule_options,
        reading_options,
        click.argument("files", metavar="FILE...", nargs=-1, required=True),
    ):
        function = decorate(function)
    return function


@command()
@settings_options
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="达到此级别时退出码为 1 / exit 1 from this severity on")
@click.option("--baseline", metavar="FILE", help="基线：其中的问题不再报告 / findings to leave out")
@click.option("--write-baseline", is_flag=True, help="把现有问题写进基线 / write the findings to the baseline")
@click.option("--output", type=click.Choice(sorted(OUTPUTS)), default="full", help="输出形式 / form of the output")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="消息语言 / language of the messages")
def check(
    files: tuple[str, ...], fail_on: str | None, baseline: str | None, write_baseline: bool, output: str,
    lang: str | None, previous: str | None, **options: Any,
) -> None:  # fmt: skip
    """检查 FILE / check FILE (- for standard input; of a folder all reports in it).

    退出码：0 没有问题，1 有问题，2 用法或文件有误 / exit code: 0 fine, 1 findings, 2 usage or input.
    """
    settings = settings_of(files, options)
    last = read_input(Input(previous)) if previous else None
    results = [checked(file, settings, options, last) for file in expanded(files, settings)]
    known = Path(baseline) if baseline else settings.place(settings.baseline)
    unread = any(result.error is not None for result in results)
    if write_baseline:
        if known is None:
            raise Misuse("请用 --baseline 指定基线文件", "name the file with --baseline")
        sys.exit(_remember(results, known))
    if known is not None:
        left_out = baselines.loads(read_text(known), str(known))
        results = [baselines.without(result, left_out, known.parent) for result in results]
    if output == "full" and coloured():
        click.echo(full(results, lang or settings.lang, painted), nl=False, color=True)
    else:
        (say if output in READ else deliver)(OUTPUTS[output](results, lang or settings.lang))
    if unread:
        sys.exit(2)
    if any(at_least(fail_on or settings.fail_on, result.findings) for result in results):
        sys.exit(1)


def _remember(results: list[Result], known: Path) -> int:
    """Write the baseline, unless a file could not be read: what it holds would be forgotten. The exit code."""
    failed = [result for result in results if result.error is not None]
    for result in failed:
        remark(f"{result.path}: {result.error}")
    if failed:
        remark(f"{known}: 没有写 / not written")
        return 2
    replace(str(known), baselines.dumps(results, known.parent).encode())
    count = sum(len(result.findings) for result in results)
    remark(f"{known}: 记下 {count} 个问题 / {count} findings written")
    return 0


def settings_of(files: tuple[str, ...], options: dict[str, Any]) -> Settings:
    """The settings of the configuration named or nearest to the first file, and the rules that it asks for, loaded."""
    named = options.get("config")
    first = Path.cwd() if files[0] == "-" else Path(files[0]).resolve()
    path = Path(named) if named else find(first if first.is_dir() else first.parent)
    settings = load(path) if path else Settings()
    if settings.rules:
        from ..check.plugins import load_rules

        load_rules(settings.rules)
    return settings


def asked(file: str, settings: Settings, options: dict[str, Any]) -> dict[str, Any]:
    """What is asked of one file, by options first, then by the settings that fit its path."""
    own = settings.arguments(file)
    return {
        "select": words(options["select"]) or own["select"],
        "ignore": (*words(options["ignore"]), *own["ignore"]),
        "kind": options["kind"] or own["kind"],
    }


def checked(file: str, settings: Settings, options: dict[str, Any], previous: Report | None) -> Result:
    """One file checked; an error of the file is part of the result, one of the settings is raised."""
    from ..review import check_file

    source = sys.stdin.buffer.read() if file == "-" else file
    how = {name: options[name] for name in ("format", "encoding")}
    return check_file(source, path=file, previous=previous, **how, **asked(file, settings, options))


def words(values: Iterable[str]) -> tuple[str, ...]:
    """Codes of options that may come several times or with commas.

    >>> words(("GR1,GR520", "GR3"))
    ('GR1', 'GR520', 'GR3')
    """
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def expanded(files: Iterable[str], settings: Settings) -> Iterator[str]:
    """The files, and of folders the documents in them, in order.

    Left out are hidden files and folders, trees of reports (json), and what the settings exclude.
    """
    for file in files:
        folder = Path(file)
        if file == "-" or not folder.is_dir():
            yield file
            continue
        found = [str(path) for path in sorted(folder.rglob("*")) if _is_document(path, folder)]
        found = [path for path in found if not settings.excludes(path)]
        if not found:
            remark(f"{file}: 文件夹里没有可检查的文件 / no file to check in this folder")
        yield from found


def _is_document(path: Path, folder: Path) -> bool:
    row = registry.for_suffix(path.suffix)
    if path.is_symlink():  # it may lead out of the folder, and `fix` writes
        return False
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    return row is not None and row.id != "json" and not hidden and path.is_file()


def read_text(path: Path) -> str:
    """A baseline file; one that can't be read is a mistake in the command."""
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise Misuse(
            f"找不到基线文件 {path}，请用 --write-baseline 生成",
            f"no such baseline: {path}; make it with --write-baseline",
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"读不了基线文件 {path}：{error}", f"can't read the baseline: {error}") from None
