"""Odd numbers: too long, unfinished, absurd. Nothing raises, and codes are no metrics."""

from __future__ import annotations

import pytest

from govreport import dumps, find_metrics, parse

NINES = "9" * 5_000
NOTHING = {
    "a code of digits": f"{NINES}个",
    "wide digits": f"{'９' * 5_000}％",
    "a fraction of codes": f"{NINES}/{NINES}",
    "a decimal without end": f"1.{NINES}元",
    "a rank of digits": f"第{NINES}位",
    "scales without a number": "万亿" * 500,
    "digits parted by commas": "1," * 3_000,
    "digits parted by spaces": "1 " * 3_000,
    "division by zero": "1/0的项目，零分之一的群众",
    "a number with two points": "1.5.5%",
}
ODD = {
    **NOTHING,
    "compound without end": f"1亿{NINES}万元",
    "percentage without end": f"百分之{NINES}",
    "a range of negative numbers": "下降-9至-5%",
    "scales of scales": f"1{'亿' * 50}元",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_no_metric(text: str) -> None:
    assert find_metrics(text) == []


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_nothing_raises(text: str) -> None:
    assert dumps(parse(f"一、工作情况\n{text}\n"))


RANGES_AND_SPACES = [
    ("增长4.5%～5%。", [("4.5", "5", "%", "4.5%～5%")]),
    ("补助3万～8万元。", [("30000", "80000", "元", "3万～8万元")]),
    ("发放资料6000\u00a0余份。", [("6000", "None", "份", "6000\u00a0余份")]),
    ("调委会16\u3000个。", [("16", "None", "个", "16\u3000个")]),
    ("上亿市场主体参与。", [("100000000", "None", "", "上亿")]),
]


@pytest.mark.parametrize(("text", "expected"), RANGES_AND_SPACES, ids=[row[0] for row in RANGES_AND_SPACES])
def test_other_signs_and_spaces(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert [(str(m.value), str(m.upper), m.unit, m.text) for m in find_metrics(text)] == expected


def test_the_year_compared_with_is_not_the_metric_s() -> None:
    report = parse("某局2022年工作总结\n一、工作情况\n办结案件比2021年增长3.1%。\n")
    assert [m.year for m in report.metrics] == [2022]
