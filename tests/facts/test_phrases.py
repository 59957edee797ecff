"""The 97 phrases that the library was designed for, each with the values and units that a reader takes from it.

Three rows are exceptions. Their numbers stand before a counted noun; the annotations of real sentences, which
`test_gold` scores, give such numbers an empty unit and make the noun the name, and so does the library:

- 52, 近1400万农业转移人口: no unit (the table: 人口)
- 54, 全省两百多万高校师生: no unit (the table: 师生)
- 55, 上亿市场主体: no unit (the table: 市场主体)
"""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from govreport import Metric, find_metrics

EXCEPTIONS = {52: "农业", 54: "高校师生", 55: "市场主体"}
"""The rows, and how the name of their number begins."""
ROW = re.compile(r"\| (\d+) \| (.*?) \| (.*?) \|")
VALUE = re.compile(r"(-?[\d./]+)(?: \(=[^)]*\))?(?: (\S+))?")
Values = list[tuple[Fraction, str]]


@pytest.fixture(scope="module")
def phrases(shared: Path) -> dict[int, tuple[str, Values]]:
    """Phrase, and values with units, by the number of the row."""
    text = (shared / "reference" / "extraction.md").read_text(encoding="utf-8")
    rows = [match.groups() for line in text.splitlines() if (match := ROW.match(line))]
    return {int(number): (phrase, expected_of(cell)) for number, phrase, cell in rows}


def expected_of(cell: str) -> Values:
    if cell.startswith("∅"):
        return []
    found = [VALUE.fullmatch(piece.strip()) for piece in cell.split(";")]
    return [(Fraction(match[1]), match[2] or "") for match in found if match is not None]


def values_of(metrics: list[Metric]) -> Values:
    """Values with units as the table writes them: 百分点 without 个, a range as two values."""
    ends = [(m, value) for m in metrics for value in (m.value, m.upper) if value is not None]
    return [(Fraction(value), m.unit.removeprefix("个") if m.unit == "个百分点" else m.unit) for m, value in ends]


def same(found: Values, expected: Values) -> bool:
    """Equal in order, a fraction such as 1/3 within what a decimal can hold."""
    return len(found) == len(expected) and all(
        unit == measure and abs(value - number) < Fraction(1, 10**20)
        for (value, unit), (number, measure) in zip(found, expected, strict=True)
    )


def test_the_table_is_read_whole(phrases: dict[int, tuple[str, Values]]) -> None:
    assert list(phrases) == list(range(1, 98))
    assert sum(len(expected) for _, expected in phrases.values()) == 119
    assert sum(expected == [] for _, expected in phrases.values()) == 13


def test_all_rows_but_the_exceptions_are_right(phrases: dict[int, tuple[str, Values]]) -> None:
    wrong = {
        number: (phrase, values_of(find_metrics(phrase)), expected)
        for number, (phrase, expected) in phrases.items()
        if not same(values_of(find_metrics(phrase)), expected)
    }
    assert {number: row for number, row in wrong.items() if number not in EXCEPTIONS} == {}
    assert len(wrong) <= len(phrases) * 0.05


@pytest.mark.parametrize(("number", "name"), EXCEPTIONS.items())
def test_the_exceptions_have_the_noun_for_a_name(
    phrases: dict[int, tuple[str, Values]], number: int, name: str
) -> None:
    phrase, expected = phrases[number]
    (metric,) = find_metrics(phrase)
    assert (metric.value, metric.unit) == (expected[0][0], "")
    assert metric.name.startswith(name)


def test_ranges_and_pairs_are_told_apart() -> None:
    (spread,) = find_metrics("居民消费价格上涨2%—3%")
    assert (spread.value, spread.upper) == (2, 3)
    assert [(m.value, m.upper) for m in find_metrics("补助标准由40元提高到80元")] == [(40, None), (80, None)]
