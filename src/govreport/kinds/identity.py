"""Identities (勾稽关系): sums that must agree inside a statutory table, or between this year's and last year's.

Terms are written as patterns of row or column names: ``"三、.*/（七）总计"``, ``"- 本年废止件数"`` is taken away,
``"last: 四、.*"`` stands in last year's report. A pattern that fits several cells means their sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import frozen

from ..model.facts import Cell

TERM = re.compile(r"(?P<minus>-\s+)?(?P<last>last:\s*)?(?P<pattern>.+)")


@frozen
class Term:
    """A part of a sum: cells whose row (or column) name matches as a whole."""

    pattern: re.Pattern[str]
    sign: int = 1
    last: bool = False


@frozen
class Identity:
    """`left` and `right` are equal for `each` row or column of a table whose name matches `only`."""

    id: str
    name: str
    table: str
    each: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    name_en: str = ""
    only: re.Pattern[str] = re.compile("")
    severity: str = "error"

    @property
    def needs_last(self) -> bool:
        """Whether it looks at last year's report."""
        return any(found.last for found in (*self.left, *self.right))


@frozen
class Breach:
    """An identity that doesn't hold: in the row or column `where` the left side sums to `left`, the right to `right`.

    `cells` are this year's cells that take part.
    """

    identity: Identity
    where: str
    left: Decimal
    right: Decimal
    cells: tuple[Cell, ...]


def term(written: str) -> Term:
    """A term as it is written; ValueError (re.error) for a pattern that is none.

    >>> term("- last: 四、.*").sign, term("last: 四、.*").last
    (-1, True)
    """
    found = TERM.fullmatch(written)
    if found is None:
        raise ValueError(written)
    return Term(re.compile(found["pattern"]), -1 if found["minus"] else 1, bool(found["last"]))


def breaches(identity: Identity, cells: Iterable[Cell], last: Iterable[Cell] = ()) -> Iterator[Breach]:
    """Where an identity doesn't hold. Sums with a blank in them, or without any cell, are left alone.

    >>> total = Identity("X", "分项之和等于总计", "litigation", "row", (term("结果.*"),), (term("总计"),))
    >>> row = (("结果维持", 2), ("结果纠正", 1), ("总计", 4))
    >>> told = [Cell("litigation", "行政复议", column, Decimal(n)) for column, n in row]
    >>> [(b.where, int(b.left), int(b.right)) for b in breaches(total, told)]
    [('行政复议', 3, 4)]
    """
    now, before = _lines(identity, cells), _lines(identity, last)
    for where, line in now.items():
        sides = [_sum(side, line, before.get(where, {})) for side in (identity.left, identity.right)]
        if sides[0] is not None and sides[1] is not None and sides[0][0] != sides[1][0]:
            yield Breach(identity, where, sides[0][0], sides[1][0], (*sides[0][1], *sides[1][1]))


def _lines(identity: Identity, cells: Iterable[Cell]) -> dict[str, dict[str, Cell]]:
    """The rows (or columns) of the table by name, each with its cells by the name of their column (or row)."""
    lines: dict[str, dict[str, Cell]] = {}
    for cell in cells:
        if cell.table == identity.table:
            where, across = (cell.row, cell.column) if identity.each == "row" else (cell.column, cell.row)
            if identity.only.match(where):
                lines.setdefault(where, {})[across] = cell
    return lines


def _sum(
    side: tuple[Term, ...], now: dict[str, Cell], before: dict[str, Cell]
) -> tuple[Decimal, tuple[Cell, ...]] | None:
    """A side's sum and this year's cells in it; None where a term has no cell or a cell no number."""
    total, mine = Decimal(0), list[Cell]()
    for part in side:
        found = [cell for name, cell in (before if part.last else now).items() if part.pattern.fullmatch(name)]
        values = [cell.value for cell in found if cell.value is not None]
        if not found or len(values) < len(found):
            return None
        total += part.sign * sum(values, Decimal(0))
        mine += [] if part.last else found
    return total, tuple(mine)
