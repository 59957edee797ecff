"""`govreport show`: the tree of a report for human eyes, or what a stage of the parser made of it."""

from __future__ import annotations

import sys

import click
from rich.text import Text
from rich.tree import Tree

from ..kinds import kind
from ..language.width import display_width, pad, truncate
from ..model.note import Note
from ..model.report import Paragraph, Report, Section, Table
from ..model.source import Source
from ..parse.explain import REASONS, explain
from ..parse.parse import Stages, stages
from .options import Input, input_file, read_input
from .screen import remark, screen
from .tables import citation_table, metric_table, plan_table, problem_table
from .usage import command

GUIDE = 4
"""Columns that a level of the tree takes."""


@command()
@input_file
@click.option(
    "--stage",
    type=click.Choice(["lines", "marks", "tree"]),
    default="tree",
    help="只看某一步的结果 / what a stage made of it",
)
@click.option("--facts", is_flag=True, help="列出指标、计划、问题和引用 / list metrics, plans, problems and citations")
@click.option("--why", is_flag=True, help="每一行为何如此判断 / for each line, which rule took it for what")
def show(source: Input, stage: str, facts: bool, why: bool) -> None:
    """显示 FILE 的结构树 / show FILE as a tree (FILE may be - for standard input)."""
    report = read_input(source, facts=stage == "tree" and not why)
    console = screen()
    if report.source is not None and (why or stage != "tree"):
        done = stages(report.source)
        rows = _why(done) if why else _lines(done) if stage == "lines" else _marks(done)
        for row in rows:
            console.print(row)
    else:
        for line in _head(report):
            console.print(line)
        console.print(_tree(report, console.width), soft_wrap=False)
        console.print(_counts(report))
        for table in (metric_table, plan_table, problem_table, citation_table) if facts else ():
            if (shown := table(report)).row_count:
                console.print(shown, soft_wrap=False)
        if not report.sections:
            remark("没有找到编号或标题，原因可用 --why 查看 / no numbers or headings found; --why says why")
    _notes(report)


def _head(report: Report) -> list[Text]:
    """Title and what else the front says, a line each."""
    fields = {
        "种类": kind(report.kind).name if report.kind != "other" else "",
        "年份": "  ".join(
            f"{name}{year}" for name, year in (("总结", report.year), ("计划", report.plan_year)) if year is not None
        ),
        "发文字号": report.document_number and str(report.document_number),
        "题注": report.subtitle,
        "报告人": report.speaker,
        "发文机关": report.issuer,
        "主送": report.recipients,
        "日期": report.date,
        "称谓": report.salutation,
    }
    lines = [Text(report.title, style="bold")] if report.title else []
    return lines + [Text.assemble((pad(name, 10), "dim"), value) for name, value in fields.items() if value]


def _tree(report: Report, width: int) -> Tree:
    """The sections as a rich tree; what doesn't fit into a line is cut at its end."""
    root = Tree(Text(f"{sum(1 for _ in report.walk())} 节 / sections", style="dim"), guide_style="dim")
    stack = [(root, section, 1) for section in reversed(report.sections)]
    while stack:
        above, section, depth = stack.pop()
        node = above.add(_label(section, width - depth * GUIDE))
        stack.extend((node, child, depth + 1) for child in reversed(section.children))
    return root


def _counts(report: Report) -> Text:
    """How many facts of each sort there are."""
    facts = {"指标": report.metrics, "计划": report.plans, "问题": report.problems, "引用": report.citations}
    return Text("  ".join(f"{name} {len(found)}" for name, found in facts.items()), style="dim")


def _label(section: Section, width: int) -> Text:
    """Number and heading, or the beginning of the text where there is no heading."""
    number = section.number.text if section.number else ""
    role = f"  [{section.role}]" if section.role else ""
    table = "  ▦" if any(isinstance(b, Table) for b in section.blocks) else ""
    room = width - display_width(number + role + table)
    if section.heading:
        body, style = truncate(section.heading, room), "bold" if section.children else ""
    else:
        first = next((b.text for b in section.blocks if isinstance(b, Paragraph)), "")
        body, style = truncate(first, min(room, 60)), "dim"
    return Text.assemble((number, "cyan"), (body, style), (role + table, "green"))


def _lines(done: Stages) -> list[Text]:
    """Stage 1: every line with its kind; lines of one passage are tied by ┆."""
    passages = [(done.body.origin(p.start), done.body.origin(p.end - 1)) for p in done.body.passages]
    firsts = {start for start, _ in passages}
    rows = []
    for line in done.lines:
        place = done.source.position(line.start)
        tie = " " if line.kind != "text" or line.start in firsts else "┆"
        style = "dim" if line.kind not in ("text", "table") else ""
        rows.append(Text(f"{place!s:>9} {pad(line.kind, 12)}{tie}{line.text}", style=style))
    return rows


def _marks(done: Stages) -> list[Text]:
    """Stages 2 and 3: every mark with its depth, or the reason why it is text."""
    depths = {id(p.mark): p for p in done.levels.placed}
    rejected = {id(mark): reason for mark, reason in done.levels.rejected}
    rows = []
    for mark in done.marks:
        place = done.source.position(done.body.origin(min(mark.start, len(done.body.text) - 1)))
        text = done.body.text[mark.start : mark.start + 40].split("\n")[0]
        placed = depths.get(id(mark))
        verdict = (
            f"@{placed.depth} {placed.why}" if placed else REASONS.get(rejected.get(id(mark), ""), "附件 / appendix")
        )
        style = "" if placed else "dim"
        rows.append(
            Text(f"{place!s:>9} {pad(mark.style, 13)}{pad(mark.boundary, 10)}{pad(text, 44)} {verdict}", style=style)
        )
    return rows


def _why(done: Stages) -> list[Text]:
    """For each line: what it was taken for, by which rule, and what else it could have been."""
    rows = []
    for verdict in explain(done):
        place = done.source.position(verdict.span.start)
        rows.append(Text.assemble((f"{place!s:>9} ", "dim"), truncate(verdict.text, 60)))
        rule = REASONS.get(verdict.rule, verdict.rule)
        rows.append(Text.assemble(" " * 12, (verdict.what, "cyan"), "  ", (rule, "dim")))
        rows.extend(Text.assemble(" " * 12, ("? ", "yellow"), other) for other in verdict.others)
    return rows


def _notes(report: Report) -> None:
    """What the parser has to remark, on standard error."""
    console = screen(err=True)
    for note in report.notes:
        console.print(
            Text(f"{_place(report.source, note)}{note.code} {note.message} / {note.message_en}", style="yellow")
        )
    sys.stderr.flush()


def _place(source: Source | None, note: Note) -> str:
    return f"{source.position(note.span.start)}: " if source is not None and note.span is not None else ""
