"""Tables on a terminal: their lines end as those of Chinese do."""

from __future__ import annotations

import io

from rich.console import Console

from govreport.cli.tables import table


def printed(width: int, *cells: str) -> list[str]:
    shown = table("计划", "位置", "事项")
    shown.add_row(*cells)
    out = io.StringIO()
    Console(file=out, width=width).print(shown)
    return [line.strip() for line in out.getvalue().splitlines()][4:-1]


def test_a_figure_before_a_space_does_not_stand_alone() -> None:
    assert printed(33, "四/一是", "2023 年继续压实责任，制定责任清单。") == [
        "四/一是   2023 年继续压实责任，",
        "制定责任清单。",
    ]


def test_lines_of_a_cell_are_kept_and_no_command_reaches_the_terminal() -> None:
    assert printed(60, "三\n三/（二）", "某\x1b[31m某") == ["三          某␛[31m某", "三/（二）"]
