"""Selections: codes, beginnings of codes and names; the more exact word wins."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from govreport import UnknownRuleError, check, parse
from govreport.check.rule import Rule, rule, rules
from govreport.check.select import chosen
from govreport.check.view import View
from govreport.model import Finding


def nothing(view: View) -> Iterator[Finding]:
    yield from ()


TABLE = {
    code: Rule(code, name, "实务", "error", nothing, default=default)
    for code, name, default in (
        ("GR101", "number-gap", True),
        ("GR102", "number-twice", True),
        ("GR301", "sum-of-parts", True),
        ("GR302", "growth-value", False),
    )
}

CHOSEN = [
    ((), (), "101 102 301"),
    (("GR1",), (), "101 102"),
    (("gr101",), (), "101"),
    (("number-gap",), (), "101"),
    (("GR302",), (), "302"),
    (("GR3",), (), "301 302"),
    (("ALL",), (), "101 102 301 302"),
    ((), ("GR1",), "301"),
    ((), ("number-gap",), "102 301"),
    (("GR1",), ("GR101",), "102"),
    (("GR101",), ("GR1",), "101"),
    (("ALL",), ("GR1",), "301 302"),
    (("GR1", "GR301"), ("GR",), "101 102 301"),
    (("GR101",), ("GR101",), ""),
    ((), ("ALL",), ""),
]


@pytest.mark.parametrize(("select", "ignore", "codes"), CHOSEN)
def test_chosen(select: tuple[str, ...], ignore: tuple[str, ...], codes: str) -> None:
    assert " ".join(found.code[2:] for found in chosen(TABLE, select, ignore)) == codes


@pytest.mark.parametrize("word", ["GR9", "GR1010", "no-such-name", "", "G R1"])
def test_a_word_that_means_no_rule(word: str) -> None:
    for select, ignore in (((word,), ()), ((), (word,))):
        with pytest.raises(UnknownRuleError) as caught:
            chosen(TABLE, select, ignore)
        assert "GR1" in caught.value.zh and "GR3" in caught.value.en


@pytest.mark.parametrize("code", ["GR1", "gr101", "GR1011", "G101", "101"])
def test_a_code_has_two_letters_and_three_digits(code: str) -> None:
    with pytest.raises(ValueError, match=code):
        rule(code, "some-name", "实务", "error")


def test_a_severity_is_one_of_three() -> None:
    with pytest.raises(ValueError, match="fatal"):
        rule("XX101", "some-name", "实务", "fatal")


def test_a_code_can_be_taken_once() -> None:
    assert "GR520" in rules()
    with pytest.raises(ValueError, match="GR520"):
        rule("GR520", "some-name", "实务", "error")(nothing)


def test_one_change_is_asked_for_once_by_the_rule_with_more_authority() -> None:
    report = parse("某局工作总结\n一、总体情况\n良好。\n二、打算\n抓紧。\n附件: 项目表\n某县水利局\n2025年1月5日\n")
    codes = [finding.code for finding in check(report, select=["GR157", "GR506"])]
    assert codes == ["GR157"]
    assert [finding.code for finding in check(report, select=["GR506"])] == ["GR506"]
