"""A report as paragraphs: the order of its parts and what goes on in one paragraph, for all formats that are written.

Order after GB/T 9704-2012: 发文机关标志 7.2.4, 发文字号 7.2.5, 标题 7.3.1, 题注, 主送机关 7.3.2, 正文 7.3.3,
附件说明 7.3.4, 署名 and 成文日期 7.3.5, 附件 7.3.7. `rebuild` is the way back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, evolve, field, frozen

from ..model.number import Number
from ..model.report import Block, Paragraph, Report, Section, Table
from ..model.source import Span


@frozen
class Run:
    """A stretch of a paragraph.

    `kind`: number, heading, stop or text; gap for what only parts them in print. `level` is the depth of the section
    it belongs to (0: preamble, closing), `run_in` says that a body follows the heading, `opens` that the section
    begins here (`annex`: one that is an attachment), `inline` (of such a run, or of a text) that it goes on in the
    paragraph before. `span` is where a heading or text stands in the report's source.
    """

    text: str
    kind: str = "text"
    level: int = 0
    run_in: bool = False
    inline: bool = False
    opens: bool = False
    annex: bool = False
    number: Number | None = None
    span: Span | None = field(default=None, eq=False, repr=False)


@define
class Piece:
    """One paragraph of a rendered report.

    `kind`: a field of the report (title, subtitle, …), heading (a heading alone), text, caption, table, closing (text
    of the closing), enclosure, signature, closing_date or label (附件). `level` is the depth of the section that a
    heading or table belongs to, 1 at the top; `table` is set for tables alone.
    """

    kind: str
    runs: list[Run] = field(factory=list)
    level: int = 0
    table: Table | None = None

    @property
    def text(self) -> str:
        """The whole paragraph as plain text."""
        return "".join(run.text for run in self.runs)


ATTACHMENT = "attachment"
SELF_SPOKEN = re.compile(r"^附\s{0,4}[件录表]|解释|注释|^注|附注|说明|资料来源")
"""Titles that say by themselves that an appendix begins; others stand below 附件 (GB/T 9704-2012 7.3.7)."""


def pieces(report: Report) -> Iterator[Piece]:
    """The paragraphs of a report in the order of an official document; every one has text or is a table.

    >>> from ..model import Number
    >>> item = Section(Number("一是", "shi", 1), blocks=(Paragraph("健全机制。"),), run_in=True, inline=True)
    >>> part = Section(Number("一、", "hanzi", 1), "加强领导", children=(item,), run_in=True, stop="。")
    >>> [p.text for p in pieces(Report(title="某县工作总结", sections=(part,)))]
    ['某县工作总结', '一、加强领导。一是健全机制。']
    """
    first = len(report.sections)
    while first and report.sections[first - 1].role == ATTACHMENT:
        first -= 1
    annexes = {id(section) for section in report.sections[first:]}
    body: list[Piece] = []
    annex: list[Piece] = []
    for item in report.content:
        if isinstance(item, Section) and id(item) in annexes:
            if not SELF_SPOKEN.search(item.heading):
                annex.append(Piece("label", [Run("附件", "gap")]))
            _section(annex, item)
        elif isinstance(item, Section):
            _section(body, item)
        else:
            _block(body, item, 0)
    closing: list[Piece] = []
    for block in report.closing.blocks:
        _block(closing, block, 0)
    for piece in closing:
        piece.kind = "caption" if piece.kind == "caption" else "closing"
    for piece in (*_front(report), *body, *closing, *_tail(report), *annex):
        if piece.kind == "open":
            piece.kind = "text"
        if piece.table is not None or piece.text:
            yield piece


def rows(table: Table) -> Iterator[str]:
    """The rows of a table, cells separated by tabs; tabs and line ends inside a cell become spaces."""
    for row in table.rows:
        yield "\t".join(re.sub(r"[\t\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+", " ", cell) for cell in row)


def plain(report: Report) -> str:
    """The report as plain text, a paragraph a line, a table row a line."""
    lines: list[str] = []
    for piece in pieces(report):
        lines.extend(rows(piece.table) if piece.table is not None else (piece.text,))
    return "".join(f"{line}\n" for line in lines)


def _front(report: Report) -> Iterator[Piece]:
    """发文字号, 标题, 题注 and what stands with them; issuer and date only where no other line says them."""
    yield Piece("document_number", [Run(str(report.document_number or ""))])
    for name in ("title", "subtitle", "speaker"):
        yield Piece(name, [Run(getattr(report, name))])
    yield Piece("issuer", [Run(report.issuer if _stands(report, "issuer") else "")])
    yield Piece("date", [Run(_written(report.date) if _stands(report, "date") and not report.closing.date else "")])
    for name in ("recipients", "salutation"):
        yield Piece(name, [Run(getattr(report, name))])


def _stands(report: Report, name: str) -> bool:
    """Whether a field that may be a conclusion from others stands in the report itself."""
    if report.places:
        return any(place.kind == name for place in report.places)
    said = "".join((report.title, report.subtitle, *report.closing.signature, *report.metadata.values()))
    return _written(getattr(report, name)) not in said


def _written(date: str) -> str:
    """An ISO date as official documents write it (7.3.5.4: no zeros before month and day); other text as it is.

    >>> _written("2024-01-08"), _written("2024-12")
    ('2024年1月8日', '2024年12月')
    """
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", date)
    if found is None:
        return date
    day = f"{int(found[3])}日" if found[3] else ""
    return f"{found[1]}年{int(found[2])}月{day}"


def _tail(report: Report) -> Iterator[Piece]:
    """附件说明 (several are numbered, no full stop behind: 7.3.4), 署名, 成文日期."""
    enclosures = report.closing.enclosures
    for index, name in enumerate(enclosures, 1):
        number = f"{index}." if len(enclosures) > 1 else ""
        label = ("附件：" if index == 1 else "") + number + gap(number, name)
        yield Piece("enclosure", [Run(label, "gap"), Run(name)])
    for name in report.closing.signature:
        yield Piece("signature", [Run(name)])
    yield Piece("closing_date", [Run(report.closing.date)])


def _section(out: list[Piece], top: Section) -> None:
    """Append a section with all below it; no recursion, so that depth costs no stack."""
    stack: list[tuple[int, Iterator[Block | Section]]] = [(0, iter((top,)))]
    while stack:
        level, items = stack[-1]
        for item in items:
            if isinstance(item, Section):
                _head(out, item, level + 1)
                stack.append((level + 1, item.content))
                break
            _block(out, item, level)
        else:
            stack.pop()


def _head(out: list[Piece], section: Section, level: int) -> None:
    """Number, heading and stop of a section: a paragraph of their own, the start of one, or the middle of one.

    A piece is "open" as long as the next paragraph of its section goes on in it.
    """
    opens = (section.run_in or not section.heading) and not _alone(section)
    runs = _head_runs(section, level)
    if section.inline and out and out[-1].table is None:
        if out[-1].text[-1:].isalnum():  # a number directly behind a word would be taken for a part of it
            out[-1].runs.append(Run("\u2003", "gap"))
        out[-1].runs.extend(runs)
        out[-1].kind = "open" if opens else "text"
    else:
        out.append(Piece("open" if opens else "heading", runs, level))


def _head_runs(section: Section, level: int) -> list[Run]:
    """Number, heading and stop, and the gaps between them; the first opens the section, empty if it must be."""
    number = section.number
    runs = []
    if number is not None:
        runs.append(Run(number.text, "number", level, section.run_in, number=number))
        runs.append(Run(gap(number.text, _next(section)), "gap", level))
    runs.append(Run(section.heading, "heading", level, section.run_in, span=section.heading_span))
    runs.append(Run(section.stop, "stop", level, section.run_in))
    # a heading that nothing closes is parted from its text as typesetters do
    parted = section.run_in and section.heading and not section.stop and _follows(section)
    runs.append(Run("\u2003" if parted else "", "gap", level))
    shown = [run for run in runs if run.text] or [Run("", "heading", level, section.run_in)]
    annex = section.role == ATTACHMENT
    return [evolve(shown[0], opens=True, inline=section.inline, annex=annex), *shown[1:]]


def _alone(section: Section) -> bool:
    """Whether number and heading have their paragraph to themselves: nothing follows, or the number is a bare 一."""
    first = next(section.content, None)
    if first is None:
        return True
    bare = section.number is not None and section.number.style == "hanzi" and section.number.text.isalnum()
    return bare and not section.heading and not (isinstance(first, Paragraph) and first.inline)


def _follows(section: Section) -> bool:
    """Whether text of the section's own goes on behind its heading (and no numbered part)."""
    return isinstance(next(section.content, None), Paragraph)


def _next(section: Section) -> str:
    """The text behind the number of a section."""
    if section.heading:
        return section.heading
    first = next(section.content, None)
    return first.text if isinstance(first, Paragraph) else ""


def _block(out: list[Piece], block: Block, level: int) -> None:
    """A paragraph goes on in the one that a run-in heading or an item's number has opened, or where it is `inline`."""
    opened = bool(out) and out[-1].kind == "open"
    if opened:
        out[-1].kind = "text"
    if isinstance(block, Table):
        if block.caption:
            out.append(Piece("caption", [Run(block.caption, level=level)]))
        out.append(Piece("table", level=level, table=block))
        return
    run = Run(block.text, level=level, inline=block.inline, span=block.span)
    if opened or (block.inline and out and out[-1].table is None):
        out[-1].runs.append(run)
    else:
        out.append(Piece("text", [run]))


def gap(number: str, text: str) -> str:
    """What must stand between a number and its text: a space where 1. and 5亿元 would else become 1.5亿元,
    a wide one behind 第一章 and the like.

    >>> gap("1.", "2024年"), gap("第一章", "总则"), gap("一、", "总体情况")
    (' ', '\\u3000', '')
    """
    if number[-1:] in tuple(".．、") and text[:1].isdecimal():
        return " "
    return "\u3000" if number[-1:] in tuple("章节条篇编分") else ""
