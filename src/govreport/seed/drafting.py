"""The verb `seed`: last year's report → the draft of the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import evolve

from ..errors import SeedError
from ..facts.understand import understand
from ..formats.properties import properties_of
from ..formats.rebuild import located
from ..language.placeholders import PLACEHOLDER, placeholder
from ..memory import uncollected
from ..model.note import Note
from ..model.number import Number
from ..model.report import Block, Closing, Paragraph, Report, Section
from .blanks import edited, rolled, rolled_block
from .stubs import mended, with_stubs
from .years import year_edits

KEEP = ("text", "outline")
SESSION = re.compile(r"第[一二三四五六七八九十百0-9]{1,5}(?:次|届)(?=[^第。，]{0,16}会)")
Roll = Mapping[int, int]


def seed(report: Report, year: int | None = None, *, keep: str = "text") -> Report:
    """The draft of the report for `year` (the year after the report's own if not given).

    Sections, numbers and stock headings stay; years are rolled on where they mean the report's year or the one planned
    for; figures, days and the serial of the 发文字号 become placeholders (【待填：…】). Last year's plans and problems
    stand as stubs in what was achieved, the sections on problems and plans as prompts. `keep="outline"` leaves out
    last year's text. `notes` lists what has to be checked by hand: citations, sessions, the speaker.

    Raises SeedError for a report that has placeholders already, one whose year can't be told, and a year that isn't
    later.

    >>> from govreport import parse
    >>> last = parse("某县2022年工作总结\\n一、工作情况\\n2022年办件30件。\\n二、2023年工作打算\\n再接再厉。")
    >>> draft = seed(last)
    >>> draft.title, draft.sections[1].heading
    ('某县2023年工作总结', '2024年工作打算')
    >>> draft.sections[0].blocks[0].text
    '2023年办件【待填：办件（件），上年30件】。'
    """
    if keep not in KEEP:
        raise SeedError(f"没有“{keep}”这种保留方式，可用：text、outline", f'no such keep: "{keep}"; text or outline')
    _refuse_drafts(report)
    last = report.year if report.year is not None else report.plan_year - 1 if report.plan_year else None
    if last is None and year is None:
        raise SeedError(
            "看不出这份报告是哪一年的，请用 --year（year=）给出新报告的年份",
            "the year of the report can't be told; give that of the new one with --year (year=)",
        )
    last = last if last is not None else (year or 0) - 1
    year = year if year is not None else last + 1
    if year <= last:
        raise SeedError(
            f"原报告是{last}年的，草稿的年份（{year}）应当更晚",
            f"the report is of {last}; the year of its draft ({year}) must be later",
        )
    roll = {last: year} | ({report.plan_year: report.plan_year + year - last} if report.plan_year else {})
    with uncollected():
        draft = _drafted(report, roll, keep)
        draft = understand(located(draft, properties_of(draft), "txt"))
        plan_year = roll.get(report.plan_year) if report.plan_year else None
        return evolve(draft, kind=report.kind, year=year, plan_year=plan_year, notes=tuple(_notes(report)))


def _refuse_drafts(report: Report) -> None:
    """A draft is not seeded again: its gaps would look like last year's figures."""
    texts = (report.title, report.subtitle, report.closing.date, *_texts(report))
    gaps = sum(len(PLACEHOLDER.findall(text)) for text in texts)
    if gaps:
        raise SeedError(
            f"这已经是草稿，还有 {gaps} 处【待填】；请填好，再用定稿起草下一年的报告",
            f"this is a draft already, with {gaps} placeholders; finish it, then seed the next from the final text",
        )


def _texts(report: Report) -> Iterator[str]:
    yield from _block_texts(report.preamble)
    for section in report.walk():
        yield section.heading
        yield from _block_texts(section.blocks)
    yield from _block_texts(report.closing.blocks)


def _block_texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell for row in block.rows for cell in row)


def _drafted(report: Report, roll: Roll, keep: str) -> Report:
    """The tree of the draft, without places and facts."""
    sections = [_section(section, report, roll, keep) for section in report.sections]
    home = _home(report)
    if home is not None:
        sections[home] = with_stubs(sections[home], report)
    number = report.document_number
    first = min(roll)
    closing = report.closing
    return Report(
        title=edited(report.title, year_edits(report.title, roll)),
        subtitle=SESSION.sub(lambda found: placeholder("届次", found[0]), rolled(report.subtitle, roll)),
        document_number=evolve(number, year=number.year + roll[first] - first, serial=None, span=None)
        if number
        else None,
        issuer=report.issuer,
        recipients=report.recipients,
        salutation=report.salutation,
        speaker=report.speaker,
        preamble=_blocks(report.preamble, roll, keep),
        sections=tuple(sections),
        closing=Closing(
            _blocks(closing.blocks, roll, keep),
            closing.signature,
            placeholder("成文日期", closing.date) if closing.date else "",
            tuple(edited(name, year_edits(name, roll)) for name in closing.enclosures),
        ),
    )


def _home(report: Report) -> int | None:
    """The section that tells what was done: the last one on achievements, else the first that is none of the others."""
    roles = [section.role for section in report.sections]
    told = [at for at, role in enumerate(roles) if role == "achievements"]
    if told:
        return told[-1]
    return next((at for at, role in enumerate(roles) if role in ("thematic", "overview", "other", None)), None)


def _section(section: Section, report: Report, roll: Roll, keep: str) -> Section:
    """A top section of the draft, by its role."""
    heading = edited(section.heading, year_edits(section.heading, roll))
    bare = Section(_number(section), heading, section.role, stop=section.stop)
    if section.role == "problems":
        return evolve(bare, blocks=(_prompt("今年存在的问题和原因"),))
    if section.role == "improvement":
        prompts = (_prompt("今年存在的问题和改进措施"),)
        return evolve(bare, blocks=prompts, children=mended(report.problems), run_in=False)
    if section.role == "plans":
        year = roll.get(report.plan_year) if report.plan_year else max(roll.values()) + 1
        asked = _prompt(f"{year}年工作安排")
        items = tuple(
            Section(_number(child), blocks=(asked,)) for child in section.children if child.number is not None
        )
        return evolve(bare, children=items) if items else evolve(bare, blocks=(asked,))
    return _kept(section, roll, keep)


def _kept(top: Section, roll: Roll, keep: str) -> Section:
    """A section with everything below it, its text rolled on or prompts in its place; no recursion, so that depth
    costs no stack."""
    done: dict[int, Section] = {}
    for section in reversed(list(top.walk())):  # children before their parents
        children = tuple(done[id(child)] for child in section.children)
        blocks = _blocks(section.blocks, roll, keep)
        if keep == "outline" and not blocks and not children:
            blocks = (_prompt(section.heading or "内容"),)
        done[id(section)] = Section(
            _number(section),
            rolled(section.heading, roll),
            section.role,
            blocks,
            children,
            run_in=section.run_in,
            inline=section.inline,
            stop=section.stop,
            blocks_after=section.blocks_after if keep == "text" else 0,
        )
    return done[id(top)]


def _blocks(blocks: tuple[Block, ...], roll: Roll, keep: str) -> tuple[Block, ...]:
    """Blocks rolled on; of an outline tables alone."""
    return tuple(rolled_block(block, roll) for block in blocks if keep == "text" or not isinstance(block, Paragraph))


def _prompt(what: str) -> Paragraph:
    return Paragraph(f"{placeholder(what)}。")


def _number(section: Section) -> Number | None:
    return evolve(section.number, span=None) if section.number is not None else None


def _notes(report: Report) -> Iterator[Note]:
    """What the draft takes over and nobody can roll on: to be checked by hand."""
    for citation in report.citations:
        said = f"《{citation.title}》{citation.number}" if citation.title else citation.number
        yield Note(
            "seed-citation",
            "info",
            f"引用{said}：请核对是否仍然有效，名称、年份和文号是否准确",
            f"citation {said}: check that it is still in force, and its name, year and number",
        )
    if report.speaker:
        yield Note("seed-speaker", "info", f"报告人“{report.speaker}”：请核对", f'speaker "{report.speaker}": check')
    sessions = dict.fromkeys(found[0] for text in _texts(report) for found in SESSION.finditer(text))
    for session in sessions:
        yield Note("seed-session", "info", f"“{session}”：请核对届次", f'"{session}": check the session')
