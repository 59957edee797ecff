"""Sections and blocks ↔ hcontainer: num, heading, intro or content, parts, wrapUp.

Text between two parts, which no element of a hierarchy may hold, is a part without a name (hcontainer "passage").
That a body follows its heading in one paragraph, or that a section or paragraph goes on in the one before, is said by
the classes run-in and inline. Any hierarchy is read: elements with a number or heading are sections, articles and
debate sections and list items alike, others are transparent. A number that no style spells stays before the heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen
from lxml import etree

from ...errors import BudgetError
from ...model.number import STYLES, Number, parse_number
from ...model.report import Block, Paragraph, Section, Table
from .identifiers import Counts, inside, section_ids
from .inline import Inline
from .markup import NOTES, OWN, UNSAID, Writer, classes, said, words
from .references import References
from .tables import read_table, write_table

MAX_LEVELS = 100
"""Levels that are written; the safe reader of XML takes 256 elements inside each other."""
PARAGRAPHS = frozenset(("p", "block", "li", "listIntroduction", "listWrapUp", "crossHeading", "tocItem", "from"))
HEADS = ("num", "heading", "subheading")
PASSAGE = "passage"
Item = Block | Section
RUN_IN, INLINE = "run-in", "inline"


def write_items(out: Writer, items: Iterable[Item], inline: Inline, context: str, level: int = 1) -> None:
    """Blocks and sections side by side, as the body of a document has them."""
    found = list(items)
    counts = Counts(context)
    ids = iter(section_ids([item for item in found if isinstance(item, Section)], context))
    for item in found:
        if isinstance(item, Section):
            write_section(out, item, inline, next(ids), level)
        else:
            write_block(out, item, inline, counts)


def write_block(out: Writer, block: Block, inline: Inline, counts: Counts) -> None:
    """A paragraph or table."""
    if isinstance(block, Table):
        write_table(out, block, counts.next("table"))
        return
    attributes = {"eId": counts.next("p"), "class": INLINE if block.inline else None}
    out.leaf("p", inline(block.text, block.span), attributes)


def write_section(out: Writer, section: Section, inline: Inline, eid: str, level: int) -> None:
    """A section with all below it."""
    if level > MAX_LEVELS:
        raise BudgetError(
            f"章节层次超过 {MAX_LEVELS} 层，没有写成 akn；请改存 json",
            f"sections nest deeper than {MAX_LEVELS} levels; not written as akn, use json",
        )
    out.begin("hcontainer", {"eId": eid, "name": f"level{level}", **section_attributes(section, inline.references)})
    write_head(out, section, inline)
    groups = _groups(section)
    if groups and not section.children:
        _write_container(out, "content", groups[0], inline, eid)
        groups = []
    ids = iter(section_ids(section.children, eid))
    passages = 0
    for at, group in enumerate(groups):
        if isinstance(group, Section):
            write_section(out, group, inline, next(ids), level + 1)
        elif at in (0, len(groups) - 1):
            _write_container(out, "intro" if at == 0 else "wrapUp", group, inline, eid)
        else:
            passages += 1
            place = inside(eid, f"{PASSAGE}_{passages}")
            out.begin("hcontainer", {"eId": place, "name": PASSAGE})
            _write_container(out, "content", group, inline, place)
            out.end()
    out.end()


def section_attributes(section: Section, references: References) -> dict[str, str | None]:
    """What is said of a section as a whole: its layout, and its role."""
    layout = [name for name, holds in ((RUN_IN, section.run_in), (INLINE, section.inline)) if holds]
    role = references.to("TLCConcept", section.role) if section.role else None
    return {"class": " ".join(layout), "refersTo": role}


def write_head(out: Writer, section: Section, inline: Inline) -> None:
    """Number and heading; the stop behind the heading is an element of its own in it."""
    number = section.number
    if number is not None:
        known = parse_number(number.text) == number
        value = "" if number.value is None else str(number.value)
        out.leaf("num", words(number.text), {} if known else {"g:style": number.style, "g:value": value})
    if section.heading or section.stop:
        stop = f'<inline name="stop">{words(section.stop)}</inline>' if section.stop else ""
        out.leaf("heading", inline(section.heading, section.heading_span) + stop)


def _groups(section: Section) -> list[Sequence[Block] | Section]:
    """The content of a section, blocks that follow each other together."""
    found: list[list[Block] | Section] = []
    for item in section.content:
        if isinstance(item, Section):
            found.append(item)
        elif found and isinstance(found[-1], list):
            found[-1].append(item)
        else:
            found.append([item])
    return list(found)


def _write_container(out: Writer, tag: str, blocks: Sequence[Block] | Section, inline: Inline, eid: str) -> None:
    assert not isinstance(blocks, Section)
    place = inside(eid, tag.lower())
    out.begin(tag, {"eId": place})
    counts = Counts(place)
    for block in blocks:
        write_block(out, block, inline, counts)
    out.end()


@frozen
class Head:
    """Number, heading and stop of an element as they are read."""

    number: Number | None
    heading: str
    stop: str
    sub: str

    @property
    def silent(self) -> bool:
        return self.number is None and not self.heading and not self.stop


def read_items(found: etree._Element, exact: bool) -> Iterator[Item]:
    """Blocks and sections of an element in reading order; `exact` for files of our own."""
    for child in found:
        tag = child.tag
        if tag in UNSAID or tag in HEADS:
            continue
        if any(child.find(head) is not None for head in HEADS):
            yield from _read_section(child, exact)
        elif tag == "table" or (exact and tag == "p" and "table" in classes(child)):
            yield read_table(child, exact)
        elif tag in PARAGRAPHS or _has_text(child):
            yield from _read_paragraph(child, exact)
        else:
            yield from read_items(child, exact)


def _read_paragraph(found: etree._Element, exact: bool) -> Iterator[Item]:
    """A paragraph, and behind it the notes that stand in it and the blocks that a list item holds."""
    text = said(found, exact)
    if text or (exact and "empty" not in classes(found)):
        yield Paragraph(text, inline=exact and INLINE in classes(found))
    for note in _notes(found):
        yield from read_items(note, exact)


def _notes(found: etree._Element) -> Iterator[etree._Element]:
    """The notes of a paragraph, those inside a note left to it."""
    for child in found:
        if child.tag in NOTES:
            yield child
        elif child.tag not in UNSAID:
            yield from _notes(child)


def _has_text(found: etree._Element) -> bool:
    """Whether words stand in an element itself and not only in its parts."""
    return any((text or "").strip() for text in (found.text, *(child.tail for child in found)))


def _read_section(found: etree._Element, exact: bool) -> Iterator[Item]:
    """The section of an element, or what is in it where it has neither number nor heading."""
    head = read_head(found, exact)
    items = list(read_items(found, exact))
    if head.silent:  # an empty num or heading
        yield from items
        return
    layout = classes(found)
    run_in = RUN_IN in layout if exact else not head.heading and bool(items) and isinstance(items[0], Paragraph)
    yield section_of(items, head, run_in, exact and INLINE in layout)


def read_head(found: etree._Element, exact: bool) -> Head:
    """Number and heading of an element; a number that no style spells is a part of the heading."""
    num, heading, sub = (found.find(tag) for tag in ("num", "heading", "subheading"))
    number, before = _number(num, exact) if num is not None else (None, "")
    text, stop = "", ""
    if heading is not None:
        mark = heading.find("inline[@name='stop']") if exact else None
        if mark is not None:
            stop = said(mark, exact)
        text = said(heading, exact).removesuffix(stop) if stop else said(heading, exact)
    return Head(
        number, " ".join(part for part in (before, text) if part), stop, said(sub, exact) if sub is not None else ""
    )


def _number(num: etree._Element, exact: bool) -> tuple[Number | None, str]:
    """The number of a `num` and what it says besides; our own say the style where the text doesn't."""
    text = said(num, exact)
    style, value = num.get(f"{{{OWN}}}style"), num.get(f"{{{OWN}}}value") or ""
    if style in STYLES and (value.isdecimal() or not value):
        return Number(text, str(style), int(value[:6]) if value else None), ""
    number = parse_number(text)
    return (number, "") if number is not None and number.text == text else (None, text)


def section_of(items: Sequence[Item], head: Head, run_in: bool, inline: bool, role: str | None = None) -> Section:
    """A section from its head and what is in it, in reading order."""
    if head.sub:
        items = [Paragraph(head.sub), *items]
    blocks, children = parted(items)
    return Section(head.number, head.heading, role, blocks, children, None, run_in, inline, head.stop)


def parted(items: Sequence[Item]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """Blocks, and sections with the number of blocks behind each.

    >>> parted([Paragraph("甲"), Section(heading="乙"), Paragraph("丙")])[1][0].blocks_after
    1
    """
    blocks = tuple(item for item in items if not isinstance(item, Section))
    behind = len(blocks)
    children: list[Section] = []
    for item in items:
        if isinstance(item, Section):
            children.append(evolve(item, blocks_after=behind))
        else:
            behind -= 1
    return blocks, tuple(children)
