"""The document that the project began from: every figure, plan, problem and citation, and nothing else."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from govreport import Report, read

FIGURES = [
    ("城市社区", 15, "个", "exact"),
    ("律师", 12, "名", "exact"),
    ("调委会", 16, "个", "exact"),
    ("街道级调委会", 1, "个", "exact"),
    ("社区级调委会", 15, "个", "exact"),
    ("调解员", 180, "名", "above"),
    ("人民调解员集中培训", 2, "次", "exact"),
    ("线上培训", 4, "次", "exact"),
    ("重要节点宣传活动", 24, "场", "exact"),
    ("法律咨询服务", 22, "场", "exact"),
    ("惠及", 3600, "人", "above"),
    ("宣传资料", 6000, "份", "above"),
]


@pytest.fixture(scope="module")
def report(shared: Path) -> Report:
    return read(shared / "seeds" / "keyuan-2022.md")


def test_kind_and_years(report: Report) -> None:
    assert (report.kind, report.year, report.plan_year) == ("fazhi", 2022, 2023)
    assert [s.role for s in report.sections] == ["achievements", "problems", "leadership", "plans"]


def test_its_twelve_figures_and_no_other(report: Report) -> None:
    assert [(m.name, m.value, m.unit, m.bound) for m in report.metrics] == [
        (name, Decimal(value), unit, bound) for name, value, unit, bound in FIGURES
    ]
    assert [m.value for m in report.metrics if m.whole and m.whole.name == "调委会"] == [1, 15]


def test_five_plans_three_problems_eight_citations(report: Report) -> None:
    assert [(p.where, p.year) for p in report.plans] == [(f"四/{n}是", 2023) for n in "一二三四五"]
    assert [p.where for p in report.problems] == ["二/一是", "二/二是", "二/三是"]
    assert len(report.citations) == 8
    assert all(c.where == ("三/（一）/一是",) for c in report.citations)
