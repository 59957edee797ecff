"""Ten times the text takes at most twelve times as long, for ordinary text and for hostile input alike.

Each input is also read as it is ten times as small; the quickest of some runs counts, without the garbage collector.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from govreport import Report, find_metrics, parse

LARGE, SMALL = 200_000, 60_000
NOISE = 0.1
"""Seconds that a busy machine may add."""
PARAGRAPH = (
    "2023年，全县一般公共预算收入216亿元，同比增长5.1%。城镇、农村居民人均可支配收入分别增长5%和6.5%。辖区现有调委会16个："
    "1个街道级调委会，15个社区级调委会，调解员180余名。依据《中华人民共和国行政复议法》第三十三条办结案件42件，其中民事6件。\n\n"
)
HOSTILE = {
    "list markers": "1、",
    "scales": "万",
    "百分之": "百分之",
    "hanzi numerals": "一",
    "separators": "1,",
    "opening book titles": "《",
    "years": "2023年",
    "brackets": "（1",
    "dashes": "3—",
    "rates": "增长5%、",
    "parts": "，其中1个",
}
OTHERS = {
    "hanzi numerals of all sorts": "三千五百多万",
    "digits": "1",
    "digits and spaces": "1 ",
    "decimals": "1.5",
    "book titles": "《办法》",
    "nested book titles": "《〈",
    "brackets of hanzi": "（一",
    "ranges": "3—5",
    "parts behind colons": "1个：",
    "分别": "甲、乙分别增长1%、2%",
    "lists of names": "甲、",
    "quotes": "“4",
    "scales of digits": "1万",
    "fractions": "分之一",
    "full-width digits": "１，",
    "ranks": "居全国第",
    "from and to": "由1家增至2家",
    "short forms": "《条例》（以下简称《条例》）",
    "numbers of documents": "某政办发〔2023〕4号",
    "lines": "办结12件\n",
}
TEXTS = {"ordinary text": PARAGRAPH, **HOSTILE}


def texts(unit: str, size: int) -> tuple[str, str]:
    """The same input twice: ten times as small, and whole."""
    return unit * (size // 10 // len(unit)), unit * (size // 10 // len(unit) * 10)


def seconds(read: Callable[[str], object], text: str, runs: int) -> float:
    """Processor time of the fastest run."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        read(text)
        best = min(best, time.process_time() - start)
    return best


def assert_linear(read: Callable[[str], object], small: str, large: str) -> None:
    read(small)
    gc.collect()
    gc.disable()
    try:
        assert any(seconds(read, large, 1) <= 12 * seconds(read, small, 3) + NOISE for _ in range(4))
    finally:
        gc.enable()


def report(text: str) -> Report:
    return parse(f"某县2023年工作总结\n\n一、工作情况\n\n{text}\n\n二、存在的问题\n\n一是人手不足。\n")


@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS)
def test_find_metrics(unit: str) -> None:
    assert_linear(find_metrics, *texts(unit, LARGE))


@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS)
def test_parse_with_facts(unit: str) -> None:
    assert_linear(report, *texts(unit, SMALL))


@pytest.mark.parametrize("unit", OTHERS.values(), ids=OTHERS)
def test_other_texts(unit: str) -> None:
    assert_linear(report, *texts(unit, SMALL))


@pytest.mark.parametrize(
    "heading", ["存在的问题和不足", "2024年工作安排", "依申请公开", "党政主要负责人履职情况"], ids=str
)
def test_parse_with_many_sections(heading: str) -> None:
    def read(text: str) -> object:
        return parse(f"某县2023年工作总结\n\n一、{heading}\n\n{text}")

    line = "一是人手不足，原因是编制偏紧，6月底前培训12期（责任单位：县司法局）。\n\n"
    assert_linear(read, line * 150, line * 1500)
