"""The report that the project began from: what a careful reader marks is found, and little else."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport import Finding, Report, read
from govreport.check.engine import run

MARKED = (
    ("and", "GR5"),
    ("第一人职责", "GR580"),
    ("法治政府建设及责任落实督察工作规定", "GR430"),
    ("根底", "GR583"),
    ("二、存在的问题和不足", "GR138"),
    ("（二）部署、推进法治建设", "GR138"),
    ("四、2023 年度推进法治政府建设的主要安排", "GR138"),
)
"""Words and the rules that mark them, at every place where they stand."""
CUTS = ("重要政治任务 and", "对政府依法行政的", "培训调", "主动性有待进一步")
"""What stands before the page breaks that cut a paragraph."""
OTHERS = 3
"""So many other errors and warnings at most."""


@pytest.fixture(scope="module")
def report(shared: Path) -> Report:
    return read(shared / "seeds" / "keyuan-2022.md")


@pytest.fixture(scope="module")
def findings(report: Report) -> tuple[Finding, ...]:
    return run(report)


def marks(report: Report, finding: Finding) -> str:
    """The words that a finding is about."""
    assert report.source is not None
    return finding.span.of(report.source.text) if finding.span else ""


@pytest.mark.parametrize(("words", "code"), [row for row in MARKED if row[0] != "and"])
def test_what_a_reader_marks_is_found(report: Report, findings: tuple[Finding, ...], words: str, code: str) -> None:
    assert any(finding.code == code and marks(report, finding) == words for finding in findings)


def test_both_wrong_words_are_found(report: Report, findings: tuple[Finding, ...]) -> None:
    assert sum(marks(report, finding) == "根底" for finding in findings) == 2


@pytest.mark.parametrize("before", CUTS)
def test_paragraphs_cut_by_page_breaks_are_found(report: Report, findings: tuple[Finding, ...], before: str) -> None:
    assert report.source is not None
    end = report.source.text.index(before + "\n\n") + len(before)
    assert any(finding.code == "GR140" and finding.span and finding.span.end == end for finding in findings)


def test_problems_without_causes_are_found(findings: tuple[Finding, ...]) -> None:
    assert [finding.where for finding in findings if finding.code == "GR210"] == ["二"]


def test_little_else_is_found(report: Report, findings: tuple[Finding, ...]) -> None:
    marked = {words for words, _ in MARKED}
    others = [
        (finding.code, finding.message)
        for finding in findings
        if finding.severity != "info" and finding.code != "GR140" and marks(report, finding) not in marked
    ]
    assert len(others) <= OTHERS, others
