"""`govreport diff`: what changed between two reports, for human eyes, as JSON, Markdown, a page, or tracked changes."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click
from rich.text import Text

from ..compare.changes import Change, Diff
from ..compare.output.labels import FIELDS, METRICS, TYPES, amount, heading, summary, types, where
from ..compare.output.markdown import shortened
from ..compare.words import ADDED, KEPT, REMOVED, words_of
from .options import Input, read_input, reading_options
from .screen import deliver, screen
from .usage import Misuse, command

STYLES = {
    "added": "green",
    "removed": "red",
    "edited": "yellow",
    "reworded": "yellow",
    "moved": "cyan",
    "renumbered": "blue",
    "split": "magenta",
    "merged": "magenta",
}
WORDS = {KEPT: ("", "", ""), REMOVED: ("red strike", "[-", "-]"), ADDED: ("green", "{+", "+}")}
"""The style of a stretch, and the marks around it where there are no colours (as `git diff --word-diff`)."""
FORMS = ("text", "json", "md", "html", "docx")


@command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@reading_options
@click.option(
    "--mode", type=click.Choice(["draft", "year"]), help="同一稿的两版，或两个年度 / two versions, or two years"
)
@click.option("--to", "form", type=click.Choice(FORMS), default="text", help="输出形式 / form of the output")
@click.option("-o", "--output", metavar="OUT", default="-", help="输出文件，默认标准输出 / file, else standard output")
@click.option("--stat", is_flag=True, help="只报各类变化的数目 / counts alone")
@click.option("--exit-code", is_flag=True, help="有差别时退出码为 1 / exit 1 if there are differences")
def diff(
    old: str, new: str, format: str | None, encoding: str | None, mode: str | None, form: str, output: str,
    stat: bool, exit_code: bool,
) -> None:  # fmt: skip
    """比较 OLD 和 NEW 两份报告 / compare two reports (one of them may be - for standard input)."""
    if form == "docx" and output == "-":
        raise Misuse("docx 请用 -o 指定文件", "name a file for docx with -o")
    from ..compare import diff as compare

    found = compare(read_input(Input(old, format, encoding)), read_input(Input(new, format, encoding)), mode)
    if stat:
        _write(_stat(found), output)
    elif form == "text":
        _show(found, output)
    elif form == "docx":
        from ..api import write

        write(found.new, output, "docx", redline=found.old)
    else:
        from ..compare.output import OUTPUTS

        _write(OUTPUTS[form](found), output)
    if exit_code and found:
        sys.exit(1)


def _write(text: str, output: str) -> None:
    if output == "-":
        deliver(text)
    else:
        from ..files import replace

        replace(output, text.encode("utf-8", "backslashreplace"))


def _stat(found: Diff) -> str:
    rows = [f"{count:>5}  {TYPES[type]} {type}\n" for type, count in found.stat.items()]
    return "".join(rows) + f"{len(found.metrics):>5}  数字 metrics\n"


def _show(found: Diff, output: str) -> None:
    """Lines for a terminal, in colour where it has any."""
    console = screen()
    lines = list(_lines(found, console.is_terminal and not console.no_color and output == "-"))
    if output != "-":
        _write("".join(f"{line.plain}\n" for line in lines), output)
        return
    for line in lines:
        console.print(line)


def _lines(found: Diff, colours: bool) -> Iterator[Text]:
    yield Text(f"--- {found.old.title or '旧'}")
    yield Text(f"+++ {found.new.title or '新'}")
    for row in found.fields:
        yield Text.assemble((f"{FIELDS[row.name]}：", "bold"), _words(row.old, row.new, colours))
    for change in found.changes:
        if change.type != "unchanged":
            yield from _change(change, colours)
    if found.metrics:
        yield Text()
        yield Text("数字 metrics", "bold")
    for metric in found.metrics:
        old, new = metric.old_text or "—", metric.new_text or "—"
        more = f"  {amount(metric)}" if amount(metric) else ""
        yield Text(f"  {METRICS[metric.type]} {metric.name}：{old} → {new}{more}")
    yield Text()
    yield Text(summary(found))


def _change(change: Change, colours: bool) -> Iterator[Text]:
    yield Text.assemble((types(change), STYLES[change.type]), f" {where(change)} {heading(change)}")
    if change.old_text != change.new_text and change.type in ("edited", "moved", "reworded"):
        yield Text.assemble("    ", _words(change.old_text, change.new_text, colours))


def _words(old: str, new: str, colours: bool) -> Text:
    words = words_of(old, new)
    line = Text()
    for at, stretch in enumerate(words):
        style, opens, closes = WORDS[stretch.op]
        text = " ".join(stretch.text.split()) if stretch.text.strip() else " "
        if stretch.op == KEPT:
            line.append(shortened(text, at == 0, at == len(words) - 1))
        else:
            line.append(text if colours else f"{opens}{text}{closes}", style)
    return line
