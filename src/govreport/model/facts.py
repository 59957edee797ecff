"""What a report says: metrics, plans, problems, citations.

They stand off from the tree and point into it by `span` and `where`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import field, fields, frozen

from .source import Span


@frozen
class Metric:
    """指标: one quantity with its name, as in 调解员180余名.

    `value` is fully scaled (5.3万亿元 → 5300000000000) and `unit` bare (元);
    `upper` is the upper end of a range. `bound`: exact, around, above, below.
    `kind`: level, change, growth, rank. `direction`: up, down or None.
    `where` is the address of the section that says it, `year` the year it is about, `is_target` says that a plan
    promises it. `whole` is the metric that this one is a part of (16个：1个…，15个…).
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
    whole: Metric | None = None

    def to_dict(self) -> dict[str, Any]:
        """One row of a table: plain values, `span` as `start` and `end`, `whole` by its name.

        >>> Metric("调解员", Decimal(180), "名", bound="above").to_dict()["value"]
        Decimal('180')
        """
        row = {f.name: getattr(self, f.name) for f in fields(Metric) if f.name not in ("span", "whole")}
        start, end = (self.span.start, self.span.end) if self.span else (None, None)
        return {**row, "start": start, "end": end, "whole": self.whole.name if self.whole else ""}


class Metrics(tuple[Metric, ...]):
    """All metrics of a report in reading order: a tuple that makes a table of itself."""

    __slots__ = ()

    def to_dicts(self) -> list[dict[str, Any]]:
        """A row for each metric (see `Metric.to_dict`), for csv, pandas and the like."""
        return [metric.to_dict() for metric in self]

    def _repr_html_(self) -> str:
        """A table in a notebook."""
        from .display import metrics_html

        return metrics_html(self)


@frozen
class Plan:
    """计划事项: one promise for the coming year.

    `targets` are its figures, `actors` its 牵头单位/责任单位, `deadline` as written (6月底前), `where` its address.
    """

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
    """引用: a law or document cited by 《name》 or number, one entry with all its places.

    `number` is its 发文字号, `article` what is cited of it (第五条第二款; several joined by 、), `short` its 简称,
    `where` and `spans` stand side by side, one for each place.
    """

    title: str
    number: str = ""
    article: str = ""
    short: str = ""
    where: tuple[str, ...] = ()
    spans: tuple[Span, ...] = field(default=(), eq=False)


@frozen
class Cell:
    """One cell of a statutory table of 政府信息公开工作年度报告, by the names of its row and column.

    `table` is proactive, requests or litigation; nested names are joined by / (三、本年度办理结果/（一）予以公开).
    `value` is None where the cell is blank or holds no number; `text` is what it holds (国办公开办函〔2021〕30号).
    """

    table: str
    row: str
    column: str
    value: Decimal | None = None
    text: str = ""
