"""`govreport view` on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import govreport as library


def test_a_page_on_standard_output(govreport: Any, folder: Path) -> None:
    run = govreport("view", "报告.txt")
    assert run.code == 0
    assert run.out.startswith("<!DOCTYPE html>")
    assert "报告.txt" in run.out


def test_a_page_in_a_file_beside_last_year(govreport: Any, folder: Path) -> None:
    (folder / "去年.txt").write_text("某县2022年工作总结\n一、总体情况\n（一）抓好服务。进展较好。\n", "utf-8")
    run = govreport("view", "报告.txt", "--previous", "去年.txt", "-o", "页.html")
    assert (run.code, run.out) == (0, "") and run.err.startswith("页.html：审阅页已写好，意见 ")
    page = (folder / "页.html").read_text("utf-8")
    assert "与上年比较" in page
    assert library.read(page.encode(), "html") == library.read(folder / "报告.txt")


def test_the_findings_are_those_of_check(govreport: Any, folder: Path) -> None:
    assert "GR101" in govreport("view", "报告.txt").out
    assert "GR101" not in govreport("view", "报告.txt", "--ignore", "GR101").out
    (folder / "govreport.toml").write_text('ignore = ["GR101"]\n', "utf-8")
    assert "GR101" not in govreport("view", "报告.txt").out


def test_what_a_baseline_knows_is_left_out(govreport: Any, folder: Path) -> None:
    (folder / "govreport.toml").write_text('baseline = "基线.json"\n', "utf-8")
    govreport("check", "报告.txt", "--write-baseline")
    assert "没有发现问题。" in govreport("view", "报告.txt").out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("没有.txt",), "找不到文件“没有.txt”"),
        (("报告.txt", "--previous", "没有.txt"), "找不到文件“没有.txt”"),
        (("报告.txt", "--select", "GR999"), "GR999"),
        (("报告.txt", "-o", "没有/页.html"), "没有"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(
    govreport: Any, folder: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    run = govreport("view", *arguments)
    assert run.code == 2
    assert sentence in run.err and "Traceback" not in run.err
