"""The tables behind the rules are in order: names are exact themselves, words that are wrong aren't right elsewhere."""

from __future__ import annotations

import pytest

from govreport import parse
from govreport.check.engine import run
from govreport.check.tables import table
from govreport.check.years.periods import first_year
from govreport.check.years.statutes import bare, distance, meant, names

ENTRIES = [(part, word) for part, words in table("words").items() for word in words]


@pytest.mark.parametrize("name", sorted(names()))
def test_an_exact_name_is_never_marked(name: str) -> None:
    assert meant(name) is None
    assert meant(f"中华人民共和国{name}") is None


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("法治政府建设及责任落实督察工作规定", "法治政府建设与责任落实督察工作规定"),
        ("党政主要负责人履行推进法治建设第一责任职责规定", "党政主要负责人履行推进法治建设第一责任人职责规定"),
        ("中华人民共和国政府信息公开条列", "政府信息公开条例"),
        ("保障农民工工资支付条例", None),
        ("某省保障农民工工资支付条例", None),
        ("重大行政决策程序条例", None),
        ("行政复议法", None),
        ("法治政府建设实施纲要（2015—2020年）", None),
        ("农产品质量安全办法", None),
    ],
)
def test_what_a_title_means(title: str, right: str | None) -> None:
    assert meant(title) == right


@pytest.mark.parametrize(("one", "other", "apart"), [("甲乙丙", "甲乙丙", 0), ("甲乙", "乙", 1), ("甲", "乙丙丁", 3)])
def test_distance(one: str, other: str, apart: int) -> None:
    assert distance(one, other, 2) == distance(other, one, 2) == apart


def test_names_stand_bare_in_the_table() -> None:
    statutes = table("statutes")
    for name in (*statutes["laws"], *statutes["regulations"], *statutes["dated"], *statutes["repealed"]):
        assert bare(name) == name
    for _, successor in statutes["repealed"].values():
        assert successor in names()


@pytest.mark.parametrize(("part", "word"), ENTRIES)
def test_a_word_is_found_and_what_should_stand_there_is_not(part: str, word: str) -> None:
    entry = table("words")[part][word]
    right = entry if isinstance(entry, str) else entry["right"]
    assert right and right != word
    if isinstance(entry, str):
        (finding,) = run(parse(f"全年抓好{word}，成效明显。"), select=["GR58"])
        assert finding.message == f"“{word}”疑为“{right}”"
    assert not run(parse(f"全年抓好{right}，成效明显。"), select=["GR58"])


@pytest.mark.parametrize(("plan", "year"), [(6, 1981), (10, 2001), (13, 2016), (14, 2021), (15, 2026)])
def test_first_years_of_plans(plan: int, year: int) -> None:
    assert first_year(plan) == year


@pytest.mark.parametrize(("year", "found"), [(2013, 0), (2016, 1), (2023, 1)])
def test_a_word_may_be_wrong_from_a_year_on(year: int, found: int) -> None:
    """法制政府 became 法治政府."""
    text = f"某局{year}年工作总结\n一、工作\n推进法制政府建设。\n二、打算\n抓紧。\n"
    assert len(run(parse(text), select=["GR580"])) == found
