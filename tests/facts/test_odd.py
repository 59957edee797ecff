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
