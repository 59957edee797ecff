"""Contracts (内容要求): what a report of a kind must hold: sections, titles, tables, identities, deadlines.

All of it is data, in ``[contract]`` of the kind's TOML file; the rules GR2xx read it and the layer above judges. A kind
without a contract asks for nothing.

    [contract]
    since = 2019                 # first and last year reported on that it holds for
    source = "国办公开办函〔2021〕30号"
    ordered = true               # sections stand in this order
    exact = true                 # under these names, word by word
    closed = true                # and no others

    [[contract.sections]]
    role = "problems"            # the role of a top section (see facts.roles) …
    name = "存在的不足和原因"       # … and how the contract calls it
    requirement = "required"     # required, recommended or optional
    mention = "原因|由于"          # what its text must speak of, and how to call that
    mention_name = "原因"
"""

from __future__ import annotations

import re

from attrs import frozen

from .identity import Identity, term
from .toml import Table

REQUIREMENTS = ("required", "recommended", "optional")
YEARS = ("", "report", "plan")
LEVELS = ("规定", "实务")
WHEN: dict[str, tuple[int, int]] = {"": (1, 0), "first-of-five": (5, 1), "new-term": (5, 3)}
"""Plan years that a section is asked for in, as divisor and remainder: the first of a five-year plan, a new term."""
ROLES = (
    "achievements", "problems", "leadership", "plans", "self_building", "thematic", "overview", "proactive",
    "requests", "litigation", "improvement", "attachment", "other",
)  # fmt: skip
"""Roles of top sections."""


@frozen
class Topic:
    """A subject that a section must speak of: found by `pattern`, called `name`."""

    name: str
    pattern: re.Pattern[str]


@frozen
class Expected:
    """One section that a kind asks for.

    It is met by a top section of this `role` (of any, if empty) whose heading matches `heading` where that is given; by
    a section further down inside a top section of one of the roles `inside` whose heading matches `below`; or, where
    `paragraph` is given, by a paragraph that matches it. `anywhere` frees it from the order. `year` says which year its
    heading may name: that of the report, or that of the plans. `mention` is what its text must speak of, `topics` the
    subjects that it must go through. `when` limits it to some plan years (`WHEN`).
    """

    role: str
    name: str
    requirement: str = "required"
    heading: re.Pattern[str] | None = None
    inside: tuple[str, ...] = ()
    below: re.Pattern[str] | None = None
    paragraph: re.Pattern[str] | None = None
    anywhere: bool = False
    year: str = ""
    mention: Topic | None = None
    topics: tuple[Topic, ...] = ()
    when: str = ""

    def due(self, plan_year: int | None) -> bool:
        """Whether a report that plans for this year must have it.

        >>> fifth = Expected("plans", "五年规划目标", when="first-of-five")
        >>> fifth.due(2026), fifth.due(2025), fifth.due(None)
        (True, False, False)
        """
        divisor, rest = WHEN[self.when]
        return divisor == 1 or (plan_year is not None and plan_year % divisor == rest)


@frozen
class Form:
    """A statutory table, or a block of one: the cells that must be there, by the names that `Cell` has.

    `table` is the cells' table, `role` the section that it stands in, `under` what stands before the names of rows.
    `integers` says that every cell holds a whole number, 0 where there is nothing to tell.
    """

    table: str
    role: str
    name: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    under: str = ""
    integers: bool = True

    @property
    def paths(self) -> tuple[tuple[str, str], ...]:
        """Row and column of every cell, as in `Cell`."""
        return tuple((self.under + row, column) for row in self.rows for column in self.columns)


@frozen
class Echo:
    """A figure of the text that a table holds too: `pattern` finds it (group ``n``), `rows` say where, one of them.

    Each entry of `rows` is a sum of rows (patterns), of the column `column`.
    """

    id: str
    name: str
    pattern: re.Pattern[str]
    table: str
    column: str
    rows: tuple[tuple[re.Pattern[str], ...], ...]


@frozen
class Deadline:
    """Until when (`month`, `day` of the year after the one reported on) a report must be out; `issuer` says whose."""

    month: int
    day: int
    issuer: re.Pattern[str]
    name: str
    source: str


@frozen
class Contract:
    """What a kind asks for; the empty contract asks for nothing."""

    sections: tuple[Expected, ...] = ()
    since: int | None = None
    until: int | None = None
    source: str = ""
    level: str = "实务"
    ordered: bool = False
    exact: bool = False
    closed: bool = False
    tables: tuple[Form, ...] = ()
    identities: tuple[Identity, ...] = ()
    echoes: tuple[Echo, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    period: re.Pattern[str] | None = None

    def holds(self, year: int | None) -> bool:
        """Whether the contract binds a report on this year; one that names no year is bound by the present rules.

        >>> Contract(since=2019).holds(2018), Contract(since=2019).holds(None)
        (False, True)
        """
        if year is None:
            return self.until is None
        return (self.since or year) <= year <= (self.until or year)


def read_contract(table: Table) -> Contract:
    """The contract in a TOML table; ConfigError names the key that is wrong."""
    table.only(
        "sections", "since", "until", "source", "level", "ordered", "exact", "closed", "tables", "identities",
        "echoes", "deadlines", "period",
    )  # fmt: skip
    return Contract(
        sections=tuple(map(_section, table.tables("sections"))),
        since=table.integer("since"),
        until=table.integer("until"),
        source=table.text("source"),
        level=table.choice("level", LEVELS, "实务"),
        ordered=table.flag("ordered"),
        exact=table.flag("exact"),
        closed=table.flag("closed"),
        tables=tuple(map(_form, table.tables("tables"))),
        identities=tuple(map(_identity, table.tables("identities"))),
        echoes=tuple(map(_echo, table.tables("echoes"))),
        deadlines=tuple(map(_deadline, table.tables("deadlines"))),
        period=table.pattern("period"),
    )


def _section(table: Table) -> Expected:
    table.only(
        "role", "name", "requirement", "heading", "inside", "below", "paragraph", "anywhere", "year", "mention",
        "mention_name", "topics", "when",
    )  # fmt: skip
    role, heading, below = table.choice("role", ("", *ROLES), ""), table.pattern("heading"), table.pattern("below")
    if not role and heading is None:
        raise table.wrong("role", "role 和 heading 至少写一个", "give role or heading, or both")
    if (below is None) != ("inside" not in table.raw):
        raise table.wrong("below", "below 和 inside 要一起写", "below and inside go together")
    mention = table.pattern("mention")
    return Expected(
        role=role,
        name=table.text("name", needed=True),
        requirement=table.choice("requirement", REQUIREMENTS, "required"),
        heading=heading,
        inside=table.texts("inside", ROLES),
        below=below,
        paragraph=table.pattern("paragraph"),
        anywhere=table.flag("anywhere"),
        year=table.choice("year", YEARS, ""),
        mention=Topic(table.text("mention_name", needed=True), mention) if mention else None,
        topics=tuple(Topic(name, pattern) for name, pattern in table.patterns("topics")),
        when=table.choice("when", tuple(WHEN), ""),
    )


def _form(table: Table) -> Form:
    table.only("table", "role", "name", "rows", "columns", "under", "integers")
    return Form(
        table=table.text("table", needed=True),
        role=table.choice("role", ROLES),
        name=table.text("name", needed=True),
        rows=table.texts("rows", needed=True),
        columns=table.texts("columns", needed=True),
        under=table.text("under"),
        integers=table.flag("integers", True),
    )


def _identity(table: Table) -> Identity:
    table.only("id", "name", "name_en", "table", "each", "left", "right", "only", "severity")
    return Identity(
        id=table.text("id", needed=True),
        name=table.text("name", needed=True),
        name_en=table.text("name_en"),
        table=table.text("table", needed=True),
        each=table.choice("each", ("row", "column")),
        left=table.each("left", term),
        right=table.each("right", term),
        only=table.pattern("only") or re.compile(""),
        severity=table.choice("severity", ("error", "warning", "info"), "error"),
    )


def _echo(table: Table) -> Echo:
    table.only("id", "name", "pattern", "table", "column", "rows")
    pattern = table.pattern("pattern", needed=True)
    assert pattern is not None
    if "n" not in pattern.groupindex:
        raise table.wrong("pattern", "要有名为 n 的组：(?P<n>[0-9]+)", "needs a group n: (?P<n>[0-9]+)")
    return Echo(
        id=table.text("id", needed=True),
        name=table.text("name", needed=True),
        pattern=pattern,
        table=table.text("table", needed=True),
        column=table.text("column", needed=True),
        rows=table.lists("rows"),
    )


def _deadline(table: Table) -> Deadline:
    table.only("by", "issuer", "name", "source")
    found = re.fullmatch(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", table.text("by", needed=True))
    if found is None:
        raise table.wrong("by", "应为月-日，如 03-31", "expected month-day, as in 03-31")
    return Deadline(
        month=int(found[1]),
        day=int(found[2]),
        issuer=table.pattern("issuer") or re.compile(""),
        name=table.text("name", needed=True),
        source=table.text("source"),
    )
