"""Table cells as text, for all readers: merged cells repeat their text, a row is a line, a tab stands between cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from attrs import define

from ..errors import BudgetError

MAX_CELLS, MAX_CHARS = 200_000, 20_000_000
"""What tables may come to when merged cells are written out."""


def wide(char: str) -> bool:
    """Whether a character is Chinese: as wide as it is high, and no space.

    >>> wide("中"), wide("，"), wide("a"), wide("\\u3000")
    (True, True, False, False)
    """
    return unicodedata.east_asian_width(char) in "WF" and char != "\u3000"


def join_cell(lines: Iterable[str]) -> str:
    """The lines of a table cell as one text: no space where Chinese characters stand.

    >>> join_cell(["商业", "企业", "GDP", "CPI"])
    '商业企业GDP CPI'
    """
    parts: list[str] = []
    for part in (piece.strip() for line in lines for piece in re.split(r"[\t\r\n]", line)):
        if parts and part and not wide(parts[-1][-1]) and not wide(part[0]):
            parts.append(" ")
        if part:
            parts.append(part)
    return "".join(parts)


def row_text(rows: Iterable[Iterable[str]]) -> str:
    """The rows of a table as lines.

    >>> row_text([("指标", "数值"), ("件数", "12")])
    '指标\\t数值\\n件数\\t12'
    """
    return "\n".join("\t".join(row) for row in rows)


@define
class Budget:
    """What the tables of one document have come to, merged cells written out; nested tables count in each other."""

    cells: int = 0
    chars: int = 0

    def add(self, row: Iterable[str]) -> None:
        """Count a row; BudgetError beyond the limits."""
        for cell in row:
            self.cells += 1
            self.chars += len(cell)
        check_size(self.cells, self.chars)


def check_size(cells: int, chars: int) -> None:
    """Raise BudgetError where merged cells blow a table up."""
    if cells > MAX_CELLS or chars > MAX_CHARS:
        raise BudgetError(
            f"表格展开合并单元格后超过 {MAX_CELLS} 格或 {MAX_CHARS} 字，未读取；请检查该表的合并单元格",
            f"a table comes to more than {MAX_CELLS} cells or {MAX_CHARS} characters with merged cells written out; "
            "not read, check its merged cells",
        )
