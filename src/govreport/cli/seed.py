"""`govreport seed`: the draft of next year's report, to a file in any format."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

import click

from ..model.note import Note
from .options import Input, input_file, read_input
from .screen import deliver, remark
from .usage import Misuse, command


@command()
@input_file
@click.option(
    "--year", type=int, metavar="YEAR", help="新报告总结的年份，默认下一年 / the year that the draft is about"
)
@click.option(
    "--keep",
    type=click.Choice(["text", "outline"]),
    default="text",
    help="保留文字，或只留标题 / keep the text, or headings alone",
)
@click.option("--to", "target", metavar="ID", help="输出格式，默认看后缀 / format, told from the suffix of OUT")
@click.option("-o", "--output", metavar="OUT", default="-", help="输出文件，默认标准输出 / file, else standard output")
def seed(source: Input, year: int | None, keep: str, target: str | None, output: str) -> None:
    """用 FILE 起草下一年的报告 / seed next year's report from FILE (- for standard input).

    数字、日期和文号的序号留空为【待填】，上年计划和问题逐条列出待答 / figures become gaps, plans and problems stubs.
    """
    from ..api import dumps, write
    from ..formats import registry
    from ..language.placeholders import PLACEHOLDER
    from ..seed import seed as draft_of

    id = target or (os.path.splitext(output)[1] if output != "-" else "md")
    registry.writer(id)  # an unknown format is said before anything is read
    if output == "-" and registry.get(id).binary:
        raise Misuse(f"{id} 不是文本，请用 -o 指定文件", f"{id} is no text; name a file with -o")
    draft = draft_of(read_input(source), year, keep=keep)
    if output == "-":
        deliver(dumps(draft, id))
    else:
        write(draft, output, target)
    gaps = len(PLACEHOLDER.findall(draft.source.text)) if draft.source else 0
    remark(f"{draft.year} 年草稿：{gaps} 处待填 / draft of {draft.year}: {gaps} placeholders")
    for line in _remarks(draft.notes):
        remark(f"  {line}")


def _remarks(notes: Iterable[Note]) -> Iterator[str]:
    """What is to be checked; what is asked of several things (「请核对届次」) is said once, above them."""
    asked: dict[str, list[Note]] = {}
    for note in notes:
        asked.setdefault(note.message.rpartition("：")[2], []).append(note)
    for request, same in asked.items():
        if len(same) == 1:
            yield f"{same[0].message} / {same[0].message_en}"
            continue
        yield f"{request} / {same[0].message_en.rpartition(': ')[2]}"
        for note in same:
            yield f"  {note.message.rpartition('：')[0]}"
