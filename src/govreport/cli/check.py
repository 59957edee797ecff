"""`govreport check`: what a careful reviewer would say of reports."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ..check import baseline as baselines
from ..check.config import Settings, find, load
from ..check.output import OUTPUTS
from ..check.result import Result, at_least
from ..check.rule import SEVERITIES
from ..errors import GovReportError
from ..model.report import Report
from .options import Input, read_input


def settings_options(function: Any) -> Any:
    """The options that `check` and `fix` share."""
    for decorate in (
        click.option("--config", metavar="FILE", help="配置文件，默认向上查找 / configuration file, else the nearest"),
        click.option("--previous", metavar="LAST", help="去年的报告 / last year's report"),
        click.option("--kind", metavar="ID", help="按此文种检查，可为 TOML 文件 / judge as a report of this kind"),
        click.option("--ignore", metavar="CODES", multiple=True, help="不用的规则 / rules to leave out"),
        click.option("--select", metavar="CODES", multiple=True, help="只用的规则，如 GR1,GR520 / rules to run"),
        click.option("--format", metavar="ID", help="文件格式，默认自动识别 / file format; told from the file"),
        click.argument("files", metavar="FILE...", nargs=-1, required=True),
    ):
        function = decorate(function)
    return function


@click.command()
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
    results = [checked(file, settings, options, last) for file in expanded(files)]
    known = baseline or settings.baseline
    if write_baseline:
        if known is None:
            raise click.UsageError("请用 --baseline 指定基线文件 / name the file with --baseline")
        _baseline_path(known, settings).write_text(baselines.dumps(results), "utf-8")
        return
    if known is not None:
        path = _baseline_path(known, settings)
        left_out = baselines.loads(_text(path), str(path))
        results = [baselines.without(result, left_out) for result in results]
    sys.stdout.write(OUTPUTS[output](results, lang or settings.lang))
    if any(result.error is not None for result in results):
        sys.exit(2)
    if any(at_least(fail_on or settings.fail_on, result.findings) for result in results):
        sys.exit(1)


def settings_of(files: tuple[str, ...], options: dict[str, Any]) -> Settings:
    """The settings of the configuration named or nearest to the first file."""
    named = options.get("config")
    start = Path(files[0]).resolve().parent if files[0] != "-" else Path.cwd()
    path = Path(named) if named else find(start)
    settings = load(path) if path else Settings()
    if settings.rules:
        from ..check.plugins import load_rules

        load_rules(settings.rules)
    return settings


def checked(file: str, settings: Settings, options: dict[str, Any], previous: Report | None) -> Result:
    """One file checked; an error of the file is part of the result, one of the settings is raised."""
    own = settings.for_file(file)
    select = words(options["select"]) or own.select
    ignore = (*words(options["ignore"]), *own.ignore)
    try:
        report = read_input(Input(file, options.get("format")))
    except GovReportError as error:
        return Result(file, error=error)
    from ..review import check as check_report

    kind = options["kind"] or own.kind
    findings = check_report(report, select=select, ignore=ignore, kind=kind, previous=previous)
    return Result(file, report, findings)


def words(values: tuple[str, ...]) -> tuple[str, ...]:
    """Codes of options that may come several times or with commas.

    >>> words(("GR1,GR520", "GR3"))
    ('GR1', 'GR520', 'GR3')
    """
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def expanded(files: tuple[str, ...]) -> Iterator[str]:
    """The files, and of folders all files in them that a reader answers to, in order."""
    from ..formats.registry import for_suffix

    for file in files:
        folder = Path(file)
        if file == "-" or not folder.is_dir():
            yield file
            continue
        for path in sorted(folder.rglob("*")):
            if path.is_file() and for_suffix(path.suffix) is not None and not path.name.startswith("."):
                yield str(path)


def _baseline_path(name: str, settings: Settings) -> Path:
    """A baseline of the configuration stands beside it."""
    path = Path(name)
    return path if path.is_absolute() or settings.folder is None or path.exists() else settings.folder / path


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"读不了基线文件 {path}：{error} / can't read the baseline: {error}") from None
