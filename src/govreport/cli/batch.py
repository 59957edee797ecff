"""`govreport batch`: many reports into a folder of tables."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from ..batch.running import LIMIT
from ..batch.sheets import KINDS
from ..check.output.words import counted
from .usage import Misuse, command


@command()
@click.argument("inputs", metavar="IN...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="OUT/", required=True, help="输出文件夹 / folder to write into")
@click.option("--format", type=click.Choice(list(KINDS)), help="表格格式，默认 parquet 或 jsonl.gz / format of tables")
@click.option("--workers", type=click.IntRange(1), help="进程数，默认每核一个 / processes, one a core")
@click.option("--dask", metavar="ADDRESS", help="用 Dask 集群，如 tcp://主机:8786 / a Dask cluster")
@click.option("--check", is_flag=True, help="同时检查，写入 findings / findings of the rules too")
@click.option("--kind", metavar="ID", help="检查时当作此文种 / judge as reports of this kind")
@click.option("--resume", is_flag=True, help="跳过已写好的分片 / keep parts that are there")
@click.option("--shard", metavar="I/N", default="1/1", help="只做第 I 份（共 N 份） / work on share I of N")
@click.option("--timeout", type=float, default=LIMIT, show_default=True, help="每份文件的秒数上限 / seconds a document")
@click.option("--quiet", is_flag=True, help="不显示进度 / no progress bar")
def batch(
    inputs: tuple[str, ...], output: str, dask: str | None, shard: str, timeout: float, quiet: bool, **options: Any
) -> None:
    """批量读取文件、文件夹、压缩包 / read files, folders, patterns and archives (- for a list on standard input).

    退出码：0 全部读入，1 有读不了的文件（见 errors 表），2 用法有误 / 1 if some can't be read.
    """
    from ..batch import run

    first, _, count = shard.partition("/")
    if not (first.isdecimal() and count.isdecimal()):
        raise Misuse("--shard 写作 I/N，如 1/4", "write --shard as I/N, such as 1/4")
    files = list(_listed(inputs))
    with _executor(dask) as executor, _progress(quiet) as progress:
        done = run(
            files,
            output,
            executor,
            shard=(int(first), int(count)),
            limit=timeout,
            progress=progress,
            **options,
        )
    said = f"{done.documents} 份文件，{done.errors} 份读不了，{done.resumed} 份先前已完成"
    english = f"{counted(done.documents, 'document')}, {counted(done.errors, 'error')}, {done.resumed} resumed"
    click.echo(f"{said} / {english}", err=True)
    if done.errors:
        sys.exit(1)


def _listed(inputs: tuple[str, ...]) -> Iterator[str]:
    for name in inputs:
        if name == "-":
            yield from (line.strip() for line in sys.stdin if line.strip())
        else:
            yield name


@contextmanager
def _executor(address: str | None) -> Iterator[Any]:
    """The Executor of a Dask cluster (extra `cluster`), or None for processes of this machine."""
    if address is None:
        yield None
        return
    from ..batch.cluster import dask_executor

    with dask_executor(address) as executor:
        yield executor


@contextmanager
def _progress(quiet: bool) -> Iterator[Any]:
    """A bar on standard error with rate and errors, where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[errors]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )
    with bar:
        task = bar.add_task("batch", total=None, rate="", errors="")

        def show(done: int, total: int, errors: int) -> None:
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed or 0
            bar.update(task, completed=done, total=total, rate=f"{speed:.0f} 份/秒", errors=f"{errors} 错误")

        yield show
