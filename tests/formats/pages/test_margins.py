"""Running heads and page numbers."""

from __future__ import annotations

import pytest

from govreport.formats.pages.margins import mark_margins
from govreport.formats.pages.model import Leaf, Line

Marked = list[str]


def leaf(head: str, foot: str, body: str = "正文在这里。") -> Leaf:
    """A page with a line at the head, in the middle and at the foot; empty ones are left out."""
    places = [(40.0, head), (400.0, body), (800.0, foot)]
    return Leaf(595, 842, [Line(text, 90, top, 300, top + 12, 12) for top, text in places if text])


def kinds(leaves: list[Leaf]) -> list[Marked]:
    """What was marked on each page: its kind before its text."""
    mark_margins(leaves)
    items = [[item for item in one.items if isinstance(item, Line)] for one in leaves]
    return [[f"{line.furniture}: {line.text}" for line in lines if line.furniture] for lines in items]


@pytest.mark.parametrize(
    "form",
    [
        "{}",
        "— {} —",
        "- {} -",
        "第{}页",
        "第 {} 页 共 9 页",
        "第{}页/共9页",
        "{}/9",
        "Page {} of 9",
        "·{}·",
        "（{}）",
        "－{}－",
    ],
)
def test_page_numbers(form: str) -> None:
    found = kinds([leaf("", form.format(number)) for number in (3, 4, 5)])
    assert found == [[f"page-number: {form.format(number)}"] for number in (3, 4, 5)]


@pytest.mark.parametrize(
    ("heads", "marked"),
    [
        (["工作总结"] * 4, ["repeat: 工作总结"] * 4),
        (["工作总结"] * 2, ["repeat: 工作总结"] * 2),
        (
            ["工作总结", "", "工作总结", "", "工作总结"],
            ["repeat: 工作总结", "", "repeat: 工作总结", "", "repeat: 工作总结"],
        ),
        (["2023年工作总结"] * 3, ["repeat: 2023年工作总结"] * 3),
        ([f"工作总结 {n}" for n in (1, 2, 3)], [f"repeat: 工作总结 {n}" for n in (1, 2, 3)]),
        (["一、", "二、", "三、"], ["", "", ""]),
        (["2021年", "1983年", "1999年"], ["", "", ""]),
        (["工作总结"], [""]),
        (["工作总结", "", "", "", ""], [""] * 5),
    ],
    ids=[
        "every page",
        "both pages",
        "odd pages",
        "with a year",
        "with the page",
        "headings",
        "years",
        "one page",
        "once",
    ],
)
def test_running_heads(heads: list[str], marked: Marked) -> None:
    found = kinds([leaf(head, "") for head in heads])
    assert [line[0] if line else "" for line in found] == marked


@pytest.mark.parametrize(("foot", "marked"), [("1", ["page-number: 1"]), ("— 1 —", ["page-number: — 1 —"]), ("12", [])])
def test_a_page_alone_is_the_first(foot: str, marked: Marked) -> None:
    assert kinds([leaf("", foot)]) == [marked]


def test_head_and_page_number_in_one_margin() -> None:
    leaves = [leaf("工作总结", f"{n}") for n in (1, 2, 3)]
    for one in leaves:
        one.items.insert(1, Line("内部资料", 90, 60, 300, 72, 12))
    assert kinds(leaves)[0] == ["repeat: 工作总结", "repeat: 内部资料", "page-number: 1"]


def test_the_same_line_in_the_text_is_text() -> None:
    assert kinds([leaf("", "", body="各位代表！") for _ in range(4)]) == [[]] * 4
