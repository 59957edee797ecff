"""Line ends as a pair table, and what they promise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.language.breaking import CLOSING, OPENING, breaks, folded
from govreport.language.width import display_width

LINES = [
    ("", 4, [""]),
    ("法治政府建设", 12, ["法治政府建设"]),
    ("法治政府建设", 8, ["法治政府", "建设"]),
    ("2023 年继续压实", 10, ["2023 年继", "续压实"]),
    ("办理 16 个", 7, ["办理 16", "个"]),
    ("压实责任，抓好落实", 8, ["压实责", "任，抓好", "落实"]),
    ("印发《实施纲要》后", 6, ["印发", "《实施", "纲要》", "后"]),
    ("增长12.5%左右", 9, ["增长12.5%", "左右"]),
    # narrower than a word, or than a mark and its neighbour
    ("12345678", 3, ["123", "456", "78"]),
    ("《》》》", 2, ["《", "》", "》", "》"]),
    ("甲   ", 2, ["甲"]),
]


@pytest.mark.parametrize(("text", "width", "lines"), LINES)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    assert folded(text, width) == lines


@given(st.text(st.sampled_from("甲乙，。《》“”（）%.a1 \u0301"), max_size=60), st.integers(1, 30))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    places = breaks(text, width)
    assert places == sorted(set(places)) and all(0 < at < len(text) for at in places)
    lines = folded(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(display_width(line) <= width or len(line) == 1 for line in lines)


@given(st.text(st.sampled_from("甲乙丙丁，。《》（）"), max_size=60))
def test_marks_stay_where_they_belong(text: str) -> None:
    lines = folded(text, 40)
    runs = max((len(run) for run in text.replace("《", "》").replace("（", "》").split("甲")), default=0)
    if runs < 6:  # no run of marks is as long as a line
        assert not any(line[0] in CLOSING for line in lines[1:])
        assert not any(line[-1] in OPENING for line in lines[:-1] if line)
