"""What a text does throughout is said once, and mended everywhere at once."""

from __future__ import annotations

import pytest

from govreport import check, fix, parse
from govreport.check.output import OUTPUTS
from govreport.check.result import Result

LINES = 12
"""So many that it is a habit."""
HABITS = [
    ("GR522", "{}类来信１２件。", "{}类来信12件。", "通篇使用全角数字，改为半角"),
    ("GR523", "{}类来信增长10％。", "{}类来信增长10%。", "通篇百分号用全角或与数字隔开，写作“%”"),
    ("GR535", "{}类来信一九八○年办结。", "{}类来信一九八〇年办结。", "通篇年份的零写作“○”，改为“〇”"),
]
"""A rule, a line with its fault and without, and what is said of a text that has it throughout."""


def report(line: str, count: int, more: str = "") -> str:
    said = "".join(f"{line.format('甲乙丙丁戊己庚辛壬癸子丑'[at])}\n" for at in range(count))
    return f"某局工作总结\n一、工作\n{said}{more}二、打算\n抓紧。\n"


@pytest.mark.parametrize(("code", "wrong", "right", "said"), HABITS)
def test_a_habit_is_said_once_and_mended_everywhere(code: str, wrong: str, right: str, said: str) -> None:
    text = report(wrong, LINES)
    (finding,) = check(parse(text), select=[code])
    assert (finding.message, finding.hint) == (said, f"共{LINES}处")
    assert finding.span is not None and text[: finding.span.start].count("\n") == 2
    assert fix(parse(text), select=[code], unsafe=True).source.text == report(right, LINES)  # type: ignore[union-attr]


@pytest.mark.parametrize(("code", "wrong", "right", "said"), HABITS)
def test_few_places_and_mixed_texts_are_told_one_by_one(code: str, wrong: str, right: str, said: str) -> None:
    assert len(check(parse(report(wrong, 9)), select=[code])) == 9
    mixed = report(wrong, LINES, report(right, 2).partition("工作\n")[2].partition("二、")[0])
    assert len(check(parse(mixed), select=[code])) == LINES


def test_people_see_what_becomes_of_the_first_line_alone() -> None:
    read = parse(report(HABITS[0][1], LINES))
    shown = OUTPUTS["full"]([Result("报告.txt", read, check(read, select=["GR522"]))], "zh")
    assert "自动修复: 12\n" in shown
    assert shown.count("甲类") == 1 and "乙类" not in shown
    assert "共12处" in shown
