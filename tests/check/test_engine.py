"""What is said once, though several rules could say it."""

from __future__ import annotations

import pytest

from govreport import check, parse

REPORT = "某局2023年工作总结\n一、工作\n良好。\n二、存在的问题\n{}\n三、打算\n抓紧。\n"


@pytest.mark.parametrize(
    ("said", "code"), [("【待补】。", "GR585"), ("【待填】。", "GR147"), ("（待填：x）", "GR585"), ("无。", "GR212")]
)
def test_a_blank_is_reported_by_the_rule_that_names_it(said: str, code: str) -> None:
    found = check(parse(REPORT.format(said)), select=["GR147", "GR212", "GR585"])
    assert [finding.code for finding in found] == [code]


def test_a_rule_that_is_not_asked_silences_none() -> None:
    assert [f.code for f in check(parse(REPORT.format("【待补】。")), select=["GR212"])] == ["GR212"]
