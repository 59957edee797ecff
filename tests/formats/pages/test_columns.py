"""Tables without ruling lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govreport.formats.pages import Page, source_parts

Drawer = Callable[..., Page]


@pytest.mark.parametrize(
    ("drawing", "rows"),
    [
        (
            "科目      预算数      决算数\n工资        12.5        11.0\n办公         3.0         2.8\n差旅           —         1.2",
            (("科目", "预算数", "决算数"), ("工资", "12.5", "11.0"), ("办公", "3.0", "2.8"), ("差旅", "—", "1.2")),
        ),
        ("科目      预算数      决算数\n工资        12.5        11.0", None),
        ("甲局      乙局      丙局\n张三      李四      王五\n赵六      钱七      孙八", None),
        ("工资        12.5\n办公         3.0\n差旅         1.2", None),
        ("科目      预算数      决算数\n工资   12.5        11.0\n办公           3.0         2.8", None),
    ],
    ids=["a table", "two rows", "no figures", "two columns", "not below one another"],
)
def test_rows_of_figures(drawn: Drawer, drawing: str, rows: tuple[tuple[str, ...], ...] | None) -> None:
    hints = source_parts([drawn(drawing, left=80)])[1]
    assert [h.value for h in hints if h.kind == "table"] == ([rows] if rows else [])
