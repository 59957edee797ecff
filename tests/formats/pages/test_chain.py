"""Tables over several pages."""

from __future__ import annotations

import pytest

from govreport.formats.pages.chain import chains, goes_on, table_of
from govreport.formats.pages.model import Grid, Leaf, Line

EDGES = [70.0, 200.0, 300.0]


def grid(*rows: tuple[str, ...], top: float = 60, bottom: float = 780, edges: list[float] = EDGES) -> Grid:
    """A grid; equal texts below one another or side by side are one merged cell."""
    cells: list[str] = []
    numbers: list[list[int]] = []
    for row in rows:
        line: list[int] = []
        for at, text in enumerate(row):
            if at and text == row[at - 1]:
                line.append(line[-1])
            elif numbers and text == cells[numbers[-1][at]]:
                line.append(numbers[-1][at])
            else:
                line.append(len(cells))
                cells.append(text)
        numbers.append(line)
    return Grid(edges, top, bottom, numbers, cells)


HEAD = ("项目", "数量")


@pytest.mark.parametrize(
    ("parts", "rows", "begins"),
    [
        ([grid(HEAD, ("甲", "1"))], [HEAD, ("甲", "1")], {}),
        ([grid(HEAD, ("甲", "1")), grid(("乙", "2"))], [HEAD, ("甲", "1"), ("乙", "2")], {1: 2}),
        ([grid(HEAD, ("甲", "1")), grid(HEAD, ("乙", "2"))], [HEAD, ("甲", "1"), ("乙", "2")], {1: 2}),
        ([grid(HEAD, ("甲", "1")), grid(HEAD)], [HEAD, ("甲", "1")], {}),
        (
            [grid(HEAD, ("办理", "1"), ("办理", "2")), grid(("", "3"), ("", "4"))],
            [HEAD, ("办理", "1"), ("办理", "2"), ("办理", "3"), ("办理", "4")],
            {1: 3},
        ),
    ],
    ids=["one page", "goes on", "headings once more", "headings alone", "a merged cell goes on"],
)
def test_tables(parts: list[Grid], rows: list[tuple[str, str]], begins: dict[int, int]) -> None:
    table = table_of(list(enumerate(parts)))
    assert table is not None
    assert (list(table.rows), table.begins) == (rows, begins)


def test_one_filled_row_is_no_table() -> None:
    assert table_of([(0, grid(HEAD))]) is None


@pytest.mark.parametrize(
    ("edges", "yes"),
    [([70.0, 200.0, 300.0], True), ([75.0, 204.0, 306.0], True), ([70.0, 300.0], True), ([70.0, 180.0, 300.0], False)],
)
def test_columns_tell_whether_a_table_goes_on(edges: list[float], yes: bool) -> None:
    row = tuple("甲乙丙"[: len(edges) - 1])
    assert goes_on(grid(HEAD), grid(row, edges=edges)) is yes


@pytest.mark.parametrize(
    ("between", "low", "parts"),
    [
        ([], 780.0, [2]),
        ([Line("— 1 —", furniture="page-number")], 780.0, [2]),
        ([Line("三、收到申请情况")], 780.0, [1, 1]),
        ([], 200.0, [1, 1]),
    ],
    ids=["page after page", "a page number between", "text between", "not at the foot of the page"],
)
def test_chains(between: list[Line], low: float, parts: list[int]) -> None:
    leaves = [Leaf(595, 842, [grid(HEAD, bottom=low), *between]), Leaf(595, 842, [grid(("甲", "1"))])]
    assert [len(chain) for chain in chains(leaves)] == parts
