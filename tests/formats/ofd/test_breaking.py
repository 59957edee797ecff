"""Lines of paragraphs: what may begin and end them, how they fill the measure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.formats.ofd.breaking import NARROW_AT_END, NOT_FIRST, NOT_LAST, Line, broken
from govreport.formats.ofd.measure import breadth, is_latin

EM = 315


def lines(text: str, room: float, first: float = 0, hang: float = 0, even: bool = True) -> list[Line]:
    """The lines of a text of 3号 on a measure of so many characters."""
    widths = [breadth(char, 32) for char in text]
    return broken(text, widths, round(room * EM), round(first * EM), round(hang * EM), even)


@pytest.mark.parametrize(
    ("text", "room", "found"),
    [
        ("一二三四五六七", 3, ["一二三", "四五六", "七"]),
        ("一二三，四五六", 3, ["一二", "三，四", "五六"]),  # 避头: no line begins with a comma
        ("一二三，四五六", 3.6, ["一二三，", "四五六"]),  # which gives up half its room at the end
        ("一二（三四）五", 3, ["一二", "（三", "四）五"]),  # 避尾: nor ends with a bracket
        ("甲“乙”丙丁戊", 3, ["甲", "“乙”", "丙丁戊"]),
        ("甲》。”乙丙", 3, ["甲》。", "”乙丙"]),  # more than a line holds is parted where it must be
        ("计12345件次", 3, ["计", "12345", "件次"]),  # 数字不拆
        ("增长6.5%以上", 4, ["增长", "6.5%以", "上"]),
        ("从3—5年看", 2, ["从", "3—", "5年", "看"]),
        ("目标——完成", 3, ["目标", "——完", "成"]),
        ("等等……完成", 3, ["等等", "……完", "成"]),
        ("二０２３年度", 4, ["二０２３", "年度"]),
        ("甲１２，３４０元", 5, ["甲１２，", "３４０元"]),
        ("甲乙\n丙丁", 3, ["甲乙\n", "丙丁"]),
        ("甲乙丙 丁", 3, ["甲乙丙 ", "丁"]),  # a space hangs over
        ("。。。。。", 3, ["。。。", "。。"]),
        ("", 3, []),
    ],
)
def test_where_lines_end(text: str, room: float, found: list[str]) -> None:
    assert [text[line.start : line.end] for line in lines(text, room)] == found


def test_lines_fill_the_measure_but_the_last() -> None:
    text = "全县办结各类事项，其中网上办结、上门办结都有增长"
    found = lines(text, 7, first=2)
    assert [line.lefts[0] for line in found] == [2 * EM, *[0] * (len(found) - 1)]
    for line in found[:-1]:
        assert line.lefts[0] + line.width == 7 * EM
        steps = [after - before for before, after in zip(line.lefts, line.lefts[1:], strict=False)]
        assert max(steps) - min(steps) <= 1 or len(steps) <= 4
    assert found[-1].width <= 7 * EM


def test_letters_and_digits_are_not_spread() -> None:
    (line, *_) = lines("网址abcdef已公开了吗已公开", 10.3)
    letters = line.lefts[2:8]
    assert letters == [letters[0] + sum(breadth(c, 32) for c in "abcdef"[:n]) for n in range(6)]


def test_later_lines_hang_below_the_first_one_where_they_are_told_to() -> None:
    assert [line.lefts[0] for line in lines("一二三四五六七八九", 6, 1, 3)] == [EM, 3 * EM, 3 * EM]


@given(st.text(st.sampled_from("字，。（）“”—…·1a% \n　《》％，、"), max_size=60), st.integers(2, 12))
def test_no_character_is_lost_and_no_line_is_too_long(text: str, room: int) -> None:
    found = lines(text, room)
    assert "".join(text[line.start : line.end] for line in found) == text
    for line in found:
        assert line.end > line.start
        assert len(line.lefts) == line.end - line.start
        assert line.width <= room * EM or line.end - line.start == 1


@given(st.text(st.sampled_from("字表，。（）“”《》、12"), max_size=60), st.integers(8, 12))
def test_closing_and_opening_marks_stand_where_they_may(text: str, room: int) -> None:
    """Where no more than three marks follow one another, so that there is a choice."""
    marks = NOT_FIRST | NOT_LAST
    if any(all(char in marks or is_latin(char) for char in text[at : at + 5]) for at in range(max(1, len(text) - 4))):
        return
    for line in lines(text, room)[1:]:
        assert text[line.start] not in NOT_FIRST
        assert text[line.start - 1] not in NOT_LAST
    assert NARROW_AT_END <= NOT_FIRST
