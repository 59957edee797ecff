"""Every rule keeps its word: its examples of what is wrong are found, those of what is right are not."""

from __future__ import annotations

import re

import pytest

from govreport import Finding, Report, parse, read
from govreport.check.engine import run
from govreport.check.rule import FAMILIES, PRACTICE, REQUIRED, STANDARD, rules

from .layouts import laid_out

RULES = rules()
WRONG = [(code, example) for code, rule in RULES.items() for example in rule.documentation.wrong]
RIGHT = [(code, example) for code, rule in RULES.items() for example in rule.documentation.right]


def found(code: str, example: str) -> list[Finding]:
    """The findings of one rule in an example of its documentation."""
    if RULES[code].needs == "layout":
        written, layout = laid_out(example)
        return list(run(written, select=[code], layout=layout))
    before, year, text = example.rpartition("‖")
    select = ["ALL"] if code.startswith("GR0") else [code]  # GR0 looks at what became of the others
    findings = run(report(text), select=select, previous=report(before) if year else None)
    return [finding for finding in findings if finding.code == code]


def report(example: str) -> Report:
    """The report in an example: Markdown if it begins with a heading of Markdown, else plain text."""
    text = example.replace("⏎", "\n")
    return read(text.encode(), format="md") if text.startswith("# ") else parse(text)


@pytest.mark.parametrize(("code", "example"), WRONG)
def test_what_is_wrong_is_found(code: str, example: str) -> None:
    assert {finding.code for finding in found(code, example)} == {code}


@pytest.mark.parametrize(("code", "example"), RIGHT)
def test_what_is_right_is_not(code: str, example: str) -> None:
    assert found(code, example) == []


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_documented(code: str) -> None:
    rule = RULES[code]
    said = rule.documentation
    assert re.fullmatch(r"GR[0-6][0-9]{2}", code)
    assert code[:3] in FAMILIES
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", rule.name)
    assert rule.level in (REQUIRED, STANDARD, PRACTICE)
    assert rule.severity in ("error", "warning", "info")
    assert rule.fix in (None, "safe", "unsafe")
    assert said.zh and said.en and said.why and said.source
    assert " / " in said.why
    assert len(said.wrong) >= 2 and len(said.right) >= 2


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("code", "example"), [row for row in WRONG if RULES[row[0]].fix])
def test_what_is_found_says_what_where_and_in_two_languages(code: str, example: str) -> None:
    for finding in found(code, example):
        assert finding.span is not None
        assert finding.message and finding.message_en
        assert not re.search(r"[\u4e00-\u9fff]{12}", finding.message_en), "English with long Chinese in it"
