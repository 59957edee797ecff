"""What a report says: metrics, plans, problems, citations.

They stand off from the tree and point into it by `span` and `where`.
"""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from .source import Span


@frozen
class Metric:
    """指标: one quantity with its name, as in 调解员180余名.

    `value` is fully scaled (5.3万亿元 → 5300000000000) and `unit` bare (元);
    `upper` is the upper end of a range. `bound`: exact, around, above, below.
    `kind`: level, change, growth, rank. `direction`: up, down or None.
    `where` is the address of the section that says it.
    """

    name: str
    value: Decimal
    unit: str = ""
    upper: Decimal | None = None
    bound: str = "exact"
    kind: str = "level"
    direction: str | None = None
    text: str = ""
    span: Span | None = field(default=None, eq=False)
    where: str = ""
    year: int | None = None
    is_target: bool = False


@frozen
class Plan:
    """计划事项: one promise for the coming year; `actors` are its 牵头单位/责任单位."""

    text: str
    heading: str = ""
    year: int | None = None
    targets: tuple[Metric, ...] = ()
    actors: tuple[str, ...] = ()
    deadline: str = ""
    where: str = ""
    span: Span | None = field(default=None, eq=False)


@frozen
class Problem:
    """存在的问题: one shortcoming the report admits, with its cause where the text gives one."""

    text: str
    cause: str = ""
    where: str = ""
    span: Span | None = field(default=None, eq=False)


@frozen
class Citation:
    """引用: a law or document cited by name, with all places where it stands (`spans`)."""

    title: str
    number: str = ""
    article: str = ""
    short: str = ""
    where: tuple[str, ...] = ()
    spans: tuple[Span, ...] = field(default=(), eq=False)
