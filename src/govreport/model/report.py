"""The report itself: Report, Section, Paragraph, Table and the small parts of a head and a tail.

Everything is frozen; `attrs.evolve` makes changed copies. Spans, notes, furniture and the source take no part
in `==`: two reports are equal when they say the same in the same structure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import field, frozen

from .facts import Cell, Citation, Metric, Metrics, Plan, Problem
from .note import Note
from .number import Number
from .source import Source, Span

if TYPE_CHECKING:
    from .address import Address
    from .tiles import Tile


@frozen
class Paragraph:
    """段落: running text, mended where pages or lines cut it.

    `inline` says that it goes on in the paragraph before it (the text behind an item series).
    """

    text: str
    span: Span | None = field(default=None, eq=False, repr=False)
    inline: bool = False


@frozen
class Table:
    """表格: rows of cell texts; merged cells repeat their text."""

    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    span: Span | None = field(default=None, eq=False, repr=False)


Block = Paragraph | Table


@frozen
class Section:
    """一节: a numbered or titled part of the report, with its text (`blocks`) and its parts (`children`).

    `heading` has neither number nor final stop; `stop` keeps the punctuation that closed it.
    `run_in` says that the body follows the heading in the same paragraph (（一）加强领导。一是…),
    `inline` that the section itself begins in the middle of one (…：一是…；二是…).
    Blocks stand before the children; where they don't, `blocks_after` of a child counts
    the blocks of its parent that stand behind it, so `content` gives everything in reading order.
    """

    number: Number | None = None
    heading: str = ""
    role: str | None = None
    blocks: tuple[Block, ...] = ()
    children: tuple[Section, ...] = ()
    span: Span | None = field(default=None, eq=False, repr=False)
    run_in: bool = False
    inline: bool = False
    stop: str = ""
    blocks_after: int = 0
    heading_span: Span | None = field(default=None, eq=False, repr=False)

    @property
    def content(self) -> Iterator[Block | Section]:
        """Blocks and children in reading order."""
        return in_order(self.blocks, self.children)

    @property
    def text(self) -> str:
        """The section's own paragraphs, one a line."""
        return "\n".join(b.text for b in self.blocks if isinstance(b, Paragraph))

    def walk(self) -> Iterator[Section]:
        """The section and all sections below it, in reading order."""
        stack = [self]
        while stack:
            section = stack.pop()
            yield section
            stack.extend(reversed(section.children))


def in_order(blocks: tuple[Block, ...], children: tuple[Section, ...]) -> Iterator[Block | Section]:
    """Blocks and children merged by the children's `blocks_after`."""
    done = 0
    for child in children:
        upto = max(done, len(blocks) - child.blocks_after)
        yield from blocks[done:upto]
        done = upto
        yield child
    yield from blocks[done:]


@frozen
class DocumentNumber:
    """发文字号, as in 科办政办发〔2023〕4号 (GB/T 9704-2012 7.2.5); a draft has no serial yet.

    >>> str(DocumentNumber("科办政办发", 2023, 4))
    '科办政办发〔2023〕4号'
    >>> str(DocumentNumber("科办政办发", 2024))
    '科办政办发〔2024〕　号'
    """

    agency: str
    year: int
    serial: int | None = None
    span: Span | None = field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        serial = "　" if self.serial is None else self.serial
        return f"{self.agency}〔{self.year}〕{serial}号"


@frozen
class Closing:
    """结尾: closing words, 附件说明 (`enclosures`), 署名 (`signature`) and 成文日期 as written (`date`)."""

    blocks: tuple[Block, ...] = ()
    signature: tuple[str, ...] = ()
    date: str = ""
    enclosures: tuple[str, ...] = ()


@frozen
class Place:
    """Where something stands that is no section or block: a field of the report (`kind` is its name) or furniture.

    Kinds of furniture: `chrome` (下载 打印), `source-line` (来源/时间), `page-number`, `contents` (目录),
    `markup`, `metadata`, `caption`, `repeat` (a title once more, a running head), `note` (脚注, 尾注), `license`.
    """

    span: Span
    kind: str


@frozen(hash=False)
class Report:
    """一份报告.

    `subtitle` is the 题注 (2026年1月25日在…会议上), `date` the 成文日期 or day of delivery in ISO form
    (2024-12-18, or 2024-12), `preamble` the text before the first section, `year` the year reported on,
    `plan_year` the one planned for. `places` says where title, salutation and the like stand in the source,
    `furniture` what stands there and is not the report.
    """

    title: str = ""
    subtitle: str = ""
    kind: str = "other"
    year: int | None = None
    plan_year: int | None = None
    document_number: DocumentNumber | None = None
    issuer: str = ""
    recipients: str = ""
    salutation: str = ""
    speaker: str = ""
    date: str = ""
    preamble: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: Closing = Closing()
    metadata: dict[str, str] = field(factory=dict)
    metrics: tuple[Metric, ...] = field(default=Metrics(), converter=Metrics)
    plans: tuple[Plan, ...] = ()
    problems: tuple[Problem, ...] = ()
    citations: tuple[Citation, ...] = ()
    cells: tuple[Cell, ...] = ()
    notes: tuple[Note, ...] = field(default=(), eq=False, repr=False)
    places: tuple[Place, ...] = field(default=(), eq=False, repr=False)
    furniture: tuple[Place, ...] = field(default=(), eq=False, repr=False)
    source: Source | None = field(default=None, eq=False, repr=False)

    @property
    def attachments(self) -> tuple[Section, ...]:
        """附件: the sections behind the report that are attachments or glossaries."""
        return tuple(s for s in self.sections if s.role == "attachment")

    @property
    def content(self) -> Iterator[Block | Section]:
        """Preamble and sections in reading order."""
        return in_order(self.preamble, self.sections)

    def walk(self) -> Iterator[Section]:
        """All sections in reading order, parents before their children."""
        for section in self.sections:
            yield from section.walk()

    def at(self, address: str | Address) -> Section:
        """The section at an address such as ``"一/（三）/二是"``; raises AddressError where none stands."""
        from .address import locate

        return locate(self, address)

    def address(self, section: Section) -> Address:
        """The address of a section of this report: the inverse of `at`."""
        from .address import address_of

        return address_of(self, section)

    def _repr_html_(self) -> str:
        """Outline and metric table in a notebook."""
        from .display import report_html

        return report_html(self)

    def tiles(self) -> Iterator[Tile]:
        """Non-overlapping pieces of the source in reading order; together they cover every non-space character."""
        from .tiles import tiles

        return tiles(self)
