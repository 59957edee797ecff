"""Titles over several lines: no word is broken, the lines form a trapezoid or a diamond."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from govreport import read
from govreport.formats.gongwen.title_shape import ROOM, title_lines
from govreport.language.width import display_width

TITLES = [
    ("某县2023年工作总结", ["某县2023年工作总结"]),
    ("某县人民政府办公室2023年法治政府建设年度报告", ["某县人民政府办公室", "2023年法治政府建设年度报告"]),
    (
        "某县司法局关于2023年度全县行政执法监督工作情况的报告",
        ["某县司法局关于2023年度", "全县行政执法监督工作情况的报告"],
    ),
    (
        "某县人民政府办公室关于贯彻落实《某省优化营商环境条例》情况的报告",
        ["某县人民政府办公室关于贯彻落实", "《某省优化营商环境条例》情况的报告"],
    ),
    (
        "某市人民代表大会常务委员会执法检查组关于检查《中华人民共和国固体废物污染环境防治法》实施情况的报告",
        ["某市人民代表大会常务委员会", "执法检查组关于检查《中华人民共和国", "固体废物污染环境防治法》实施情况的报告"],
    ),
    ("甲" * 200, ["甲" * 200]),
]


@pytest.mark.parametrize(("title", "lines"), TITLES)
def test_lines_of_a_title(title: str, lines: list[str]) -> None:
    assert title_lines(title) == lines


def test_titles_of_real_reports(shared: Path) -> None:
    titles = {read(path, facts=False).title for path in (shared / "corpus" / "full").rglob("*.txt")}
    shaped = [lines for title in titles if len(lines := title_lines(title)) > 1]
    assert len(shaped) > 10
    for lines in shaped:
        assert "".join(lines) in titles
        assert all(display_width(line) <= ROOM for line in lines)
        assert not any(b[0] in "的》”）、，。年" or a[-1] in "《“（" for a, b in pairwise(lines))


@pytest.mark.parametrize("title", ["的" * 90, "年报" * 45, "甲乙丙丁" * 20, "《" * 90, "1" * 90, "工作" * 40])
def test_odd_titles_are_whole(title: str) -> None:
    assert "".join(title_lines(title)) == title
