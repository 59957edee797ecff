"""`govreport seed` and `govreport trace` on the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

LAST = "某县2023年工作总结\n一、工作情况\n办理来信30件。\n二、2024年工作打算\n（一）改造小区。改造老旧小区8个。\n"
THIS = "某县2024年工作总结\n一、工作情况\n改造老旧小区9个。\n二、2025年工作打算\n再接再厉。\n"


@pytest.fixture
def pair(folder: Path) -> Path:
    (folder / "去年.txt").write_text(LAST, "utf-8")
    (folder / "今年.txt").write_text(THIS, "utf-8")
    return folder


def test_a_draft_on_standard_output(govreport: Any, pair: Path) -> None:
    run = govreport("seed", "去年.txt")
    assert run.code == 0
    assert "办理来信【待填：来信（件），上年30件】。" in run.out
    assert "2024 年草稿：" in run.err


def test_what_is_asked_of_several_things_is_said_once(govreport: Any, pair: Path) -> None:
    cited = LAST.replace("办理来信30件。", "落实《信访条例》《城乡规划办法》。筹备第三届大会。")
    (pair / "引用.txt").write_text(cited, "utf-8")
    lines = govreport("seed", "引用.txt").err.splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("  请核对是否仍然有效"))
    assert lines[at + 1 : at + 3] == ["    引用《信访条例》", "    引用《城乡规划办法》"]
    assert '  “第三届”：请核对届次 / "第三届": check the session' in lines


def test_a_report_without_a_year_is_told_the_option(govreport: Any, folder: Path) -> None:
    (folder / "无年份.txt").write_text("一、总体情况\n进展良好。\n", "utf-8")
    assert "--year" in govreport("seed", "无年份.txt").err
    assert govreport("seed", "无年份.txt", "--year", "2024").code == 0


def test_a_draft_in_a_file(govreport: Any, pair: Path) -> None:
    assert govreport("seed", "去年.txt", "--year", "2024", "-o", "草稿.docx").code == 0
    assert (pair / "草稿.docx").read_bytes()[:2] == b"PK"


def test_a_draft_is_not_seeded_again(govreport: Any, pair: Path) -> None:
    govreport("seed", "去年.txt", "-o", "草稿.md")
    run = govreport("seed", "草稿.md")
    assert run.code == 2
    assert "已经是草稿" in run.err


def test_a_binary_draft_needs_a_file(govreport: Any, pair: Path) -> None:
    run = govreport("seed", "去年.txt", "--to", "docx")
    assert run.code == 2 and "-o" in run.err


def test_trace_as_table(govreport: Any, pair: Path) -> None:
    run = govreport("trace", "去年.txt", "今年.txt")
    assert run.code == 0
    assert "达到" in run.out and "计划 1 项：有回应 1" in run.out


def test_trace_as_json(govreport: Any, pair: Path) -> None:
    found = json.loads(govreport("trace", "去年.txt", "今年.txt", "--to", "json").out)
    assert [row["status"] for row in found["targets"]] == ["met"]
    assert found["plans"][0]["answers"][0]["address"] == "一"


def test_trace_as_ledger(govreport: Any, pair: Path) -> None:
    assert govreport("trace", "去年.txt", "今年.txt", "--to", "csv", "-o", "台账.csv").code == 0
    data = (pair / "台账.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0]["任务"] == "改造小区" and rows[0]["进展"] == "有回应"
    assert set(rows[0]) >= {"任务", "牵头单位", "时限", "进展", "依据"}


def test_trace_as_page(govreport: Any, pair: Path) -> None:
    run = govreport("trace", "去年.txt", "今年.txt", "--to", "html")
    assert run.out.startswith("<!DOCTYPE html>") and "<script" not in run.out
