"""Baselines: what was known stays known wherever it moves, and nothing else does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreport import FormatError, check, parse
from govreport.check.baseline import dumps, fingerprints, loads, without
from govreport.check.result import Result

OLD = "一、甲\n约100人左右参加。\n近200余件。\n约100人左右参加。\n"


def result(text: str, path: str = "报告.md") -> Result:
    report = parse(text)
    return Result(path, report, check(report, select=["GR520"]))


def left(text: str, path: str = "报告.md") -> list[str]:
    known = loads(dumps([result(OLD)], Path(".")))
    found = without(result(text, path), known, Path("."))
    assert found.report is not None and found.report.source is not None
    return [f.span.of(found.report.source.text) for f in found.findings if f.span]


CHANGES = [
    (OLD, []),
    ("新的开头。\n\n" + OLD.replace("一、", "二、"), []),
    (OLD.replace("参加。\n近", "  参加。\n\n近"), []),
    (OLD + "约30人左右。\n", ["约30人左右"]),
    (OLD + "约100人左右参加。\n", ["约100人左右"]),
    (OLD.replace("近200余件", "近300余件"), ["近300余"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "new"), CHANGES)
def test_what_is_new(text: str, new: list[str]) -> None:
    assert left(text) == new


def test_the_rest_of_a_long_paragraph_may_change() -> None:
    line = "全局围绕中心任务开展培训，组织志愿者进社区宣讲，约100人左右参加，发放资料三千余份，群众反响良好，成效明显。"
    known = loads(dumps([result(line)], Path(".")))
    assert (
        without(result(line.replace("培训", "讲座").replace("成效明显", "成效显著")), known, Path(".")).findings == ()
    )
    assert without(result(line.replace("组织志愿者进社区宣讲", "举办骨干培训班")), known, Path(".")).findings != ()


def test_another_file_is_not_known() -> None:
    assert len(left(OLD, "别的.md")) == 3


def test_a_path_means_the_same_file_from_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    written = loads(dumps([result(OLD, "b/../报告.md")], Path("..")))
    assert list(written) == ["a/报告.md"]
    monkeypatch.chdir(tmp_path)
    assert without(result(OLD, str(tmp_path / "a" / "报告.md")), written, Path()).findings == ()


def test_fingerprints_differ() -> None:
    marks = fingerprints(result(OLD))
    assert len(marks) == len(set(marks)) == 3


def test_a_baseline_can_be_read_by_people() -> None:
    text = dumps([result(OLD)], Path("."))
    assert "GR520 " in text and "约100人左右" in text
    assert text == dumps([result(OLD)], Path(".")), "the same again"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 9, "files": {}}', '{"version": 1, "files": []}', "null"])
def test_what_is_no_baseline(text: str) -> None:
    with pytest.raises(FormatError, match=r"known\.json"):
        loads(text, "known.json")


def test_clean_files_are_not_in_it() -> None:
    assert json.loads(dumps([result("好。")], Path(".")))["files"] == {}
