"""Numbers of lists as browsers show them."""

from __future__ import annotations

import pytest

from govreport import read
from govreport.formats.html import read as read_page
from govreport.model.source import Source


def lines(markup: str) -> list[str]:
    source = read_page(f"<html><body>{markup}</body></html>".encode())
    assert isinstance(source, Source)
    return source.text.split("\n")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li>强化监管<li>优化服务</ol>", ["1.强化监管", "2.优化服务"]),
        ("<ol><li>2024年目标<li>优化服务</ol>", ["1. 2024年目标", "2.优化服务"]),
        ("<ol><li><p>强化监管</p><p>逐项落实。</p></li><li><div>优化服务</div></li></ol>", ["1.强化监管", "逐项落实。", "2.优化服务"]),
        ("<ol start='3'><li>甲类<li value=7>乙类<li>丙类</ol>", ["3.甲类", "7.乙类", "8.丙类"]),
        ("<ol reversed><li>甲类<li>乙类</ol>", ["2.甲类", "1.乙类"]),
        ("<ol type=a><li>甲类<li>乙类</ol>", ["a.甲类", "b.乙类"]),
        ("<ol type=I><li>甲类<li>乙类<li>丙类<li>丁类</ol>", ["I.甲类", "II.乙类", "III.丙类", "IV.丁类"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲类<li>乙类</ol>", ["一、甲类", "二、乙类"]),
        ("<ol style='list-style: none'><li>甲类<li>乙类</ol>", ["甲类", "乙类"]),
        ("<ol><li style='list-style-type:none'>甲类<li>乙类</ol>", ["甲类", "2.乙类"]),
        ("<ol><li>一、甲类<li>二、乙类</ol>", ["一、甲类", "二、乙类"]),
        ("<ol><li>（一）甲类<li>一是乙类<li>①丙类</ol>", ["（一）甲类", "一是乙类", "①丙类"]),
        ("<ol><li>甲类<ol><li>细目<li>细目</ol><li>乙类</ol>", ["1.甲类", "1.细目", "2.细目", "2.乙类"]),
        ("<ul><li>甲类<li>乙类</ul>", ["甲类", "乙类"]),
        ("<ol><li></li><li>乙类</ol><p>丙类</p>", ["2.乙类", "丙类"]),
        ("<ol start=-1 style='list-style: cjk-ideographic'><li>甲类<li>乙类<li>丙类</ol>", ["-1、甲类", "零、乙类", "一、丙类"]),
        ("<ol start=10 style='list-style: cjk-decimal'><li>甲类</ol>", ["一〇、甲类"]),
        ("<ol start=-1 type=i><li>甲类<li>乙类<li>丙类</ol>", ["-1.甲类", "0.乙类", "i.丙类"]),
        ("<ol start=27 type=a><li>甲类<li>乙类</ol>", ["aa.甲类", "ab.乙类"]),
        ("<ol start=99999999999><li>甲类</ol>", ["1.甲类"]),
    ],
)  # fmt: skip
def test_numbers_of_lists(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


def test_numbers_of_a_list_number_sections() -> None:
    page = "<h1>某局工作总结</h1><h2>一、工作打算</h2><ol><li>强化监管，逐项销号。<li>优化服务，一次办成。</ol>"
    report = read(f"<html>{page}".encode())
    assert [str(report.address(s)) for s in report.walk()] == ["一", "一/1", "一/2"]
    assert report.at("一/2").text == "优化服务，一次办成。"
