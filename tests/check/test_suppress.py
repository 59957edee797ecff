"""Suppressions: comments that silence rules for a line, a section or a report, in text, Markdown and Word."""

from __future__ import annotations

import pytest

from govreport import check, read
from govreport.check.suppress import suppressions_of

SAYS = "约100人左右。"

PLACES = [
    # what the report says, and the lines where GR520 still speaks
    ("{SAYS}\n{SAYS}\n", [1, 2]),
    ("{SAYS}<!-- govreport: ignore GR520 引文 -->\n{SAYS}\n", [2]),
    ("<!-- govreport: ignore GR520 引文 -->\n{SAYS}\n{SAYS}\n", [3]),
    ("<!-- govreport: ignore GR520 引文 -->\n\n\n{SAYS}\n\n{SAYS}\n", [6]),
    ("<!--govreport:ignore GR520 引文-->\n{SAYS}\n", []),
    ("<!-- govreport: ignore GR5 引文 -->\n{SAYS}\n", []),
    ("<!-- govreport: ignore GR101，GR520 引文 -->\n{SAYS}\n", []),
    ("<!-- govreport: ignore GR101、GR520 引文 -->\n{SAYS}\n", []),
    ("<!-- govreport: ignore GR101 引文 -->\n{SAYS}\n", [2]),
    ("<!-- 不是写给检查的 -->\n{SAYS}\n", [2]),
    ("{SAYS}\n{SAYS}\n<!-- govreport: ignore-file GR520 引文 -->\n", []),
    ("一、甲\n{SAYS}\n<!-- govreport: ignore-section GR520 引文 -->\n二、乙\n{SAYS}\n{SAYS}\n三、丙\n{SAYS}\n", [2, 8]),
    ("一、甲\n{SAYS}\n二、乙\n<!-- govreport: ignore-section GR520 引文 -->\n{SAYS}\n{SAYS}\n三、丙\n{SAYS}\n", [2, 8]),
    ("一、甲\n（一）乙\n{SAYS}\n<!-- govreport: ignore-section GR520 引文 -->\n（二）丙\n{SAYS}\n", [3]),
    ("<!-- govreport: ignore-section GR520 引文 -->\n{SAYS}\n\n一、甲\n{SAYS}\n", [5]),
]


@pytest.mark.parametrize("format", ["txt", "md"])
@pytest.mark.parametrize(("text", "lines"), PLACES)
def test_where_a_rule_is_silent(text: str, lines: list[int], format: str) -> None:
    report = read(text.replace("{SAYS}", SAYS).encode(), format)
    assert report.source is not None
    found = [f for f in check(report, select=["GR520"]) if f.span is not None]
    assert [report.source.position(f.span.start).line for f in found if f.span] == lines


@pytest.mark.parametrize("format", ["txt", "md"])
def test_a_comment_is_no_text(format: str) -> None:
    text = f"某县工作总结\n\n一、甲\n\n{SAYS}<!-- govreport: ignore GR520 引文 -->\n\n<!-- govreport: ignore GR101 跳 -->\n三、乙\n\n再接再厉。\n"
    bare = f"某县工作总结\n\n一、甲\n\n{SAYS}\n\n三、乙\n\n再接再厉。\n"
    assert read(text.encode(), format) == read(bare.encode(), format)


ODD = [
    ("<!-- govreport: ignore GR520 -->\n{SAYS}", {"GR002"}),
    ("<!-- govreport: ignore -->\n{SAYS}", {"GR003", "GR520"}),
    ("<!-- govreport: skip GR520 引文 -->\n{SAYS}", {"GR003", "GR520"}),
    ("<!-- govreport: ignore approximation-twice 引文 -->\n{SAYS}", {"GR003", "GR520"}),
    ("<!-- govreport: ignore GR999 引文 -->\n{SAYS}", {"GR003", "GR520"}),
    ("<!-- govreport: ignore ZZ100 别家的规则 -->\n{SAYS}", {"GR520"}),
    ("<!-- govreport: ignore GR520 引文 -->\n好。", {"GR001"}),
    ("<!-- govreport: ignore GR52 引文 -->\n好。", {"GR001"}),
]


@pytest.mark.parametrize(("text", "codes"), ODD)
def test_comments_that_are_odd(text: str, codes: set[str]) -> None:
    report = read(text.replace("{SAYS}", SAYS).encode(), "md")
    assert {f.code for f in check(report, select=["GR0", "GR52"])} == codes


def test_a_comment_on_rules_that_did_not_run_may_be_of_use() -> None:
    report = read("好。<!-- govreport: ignore GR520 引文 -->".encode(), "md")
    assert check(report, select=["GR0", "GR521"]) == ()
    assert [f.code for f in check(report, select=["GR0", "GR520"])] == ["GR001"]
    assert check(report, select=["GR520"]) == ()


def test_the_comment_is_where_the_finding_stands() -> None:
    report = read("好。\n\n好。<!-- govreport: ignore GR520 引文 -->\n".encode(), "md")
    (found,) = check(report, select=["GR0", "GR520"])
    assert report.source and found.span and found.span.of(report.source.text).startswith("<!-- govreport")
    assert (found.name, found.level, found.severity) == ("unused-suppression", "实务", "warning")


def test_hostile_comments_take_linear_time() -> None:
    for text in ("<!-- govreport: " * 3000, "<!-- govreport: ignore GR520" + " " * 50_000, "<!--" * 20_000):
        assert suppressions_of(read(text.encode(), "md")).asked == ()
