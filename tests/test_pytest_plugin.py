"""The pytest plugin, in runs of pytest of their own; the helpers for tests of reports."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import govreport
from govreport import Report, parse
from govreport.testing import assert_report, differences

SOURCE = str(Path(govreport.__file__).parents[1])
ODD = "某县2023年工作总结\n\n一、总体情况\n\n全年约100人左右参加。\n"
CLEAN = "某县2023年工作总结\n\n一、总体情况\n\n全年约100人参加。\n"
SETTINGS = 'select = ["GR520"]\n'


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python in a folder, with this library first on its path."""
    path = os.pathsep.join([str(folder), SOURCE])
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=60
    )


def run_pytest(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """pytest with the plugin, which loads itself where the library is installed with its entry points."""
    installed = any(point.name == "govreport" for point in entry_points(group="pytest11"))
    load = [] if installed else ["-p", "govreport.pytest_plugin"]
    return python(folder, "-m", "pytest", "-p", "no:cacheprovider", *load, *arguments)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two reports and settings."""
    (tmp_path / "odd.report.md").write_text(ODD, "utf-8")
    (tmp_path / "clean.report.md").write_text(CLEAN, "utf-8")
    (tmp_path / "other.md").write_text(ODD, "utf-8")
    (tmp_path / "govreport.toml").write_text(SETTINGS, "utf-8")
    return tmp_path


def test_reports_are_tests_when_asked_for(project: Path) -> None:
    (project / "bad.report.docx").write_bytes(b"PK\x03\x04word/document nothing")
    run = run_pytest(project, "--govreport")
    assert run.returncode == 1, run.stdout + run.stderr
    assert "2 failed, 1 passed" in run.stdout
    assert "GR520" in run.stdout and "^^^" in run.stdout and "bad.report.docx" in run.stdout
    assert "Traceback" not in run.stdout


def test_it_is_silent_unless_asked(project: Path) -> None:
    run = run_pytest(project)
    assert run.returncode == 5 and "no tests ran" in run.stdout
    # pytest itself names every plugin that is installed
    said = [line for line in run.stdout.replace(str(project), "").splitlines() if not line.startswith("plugins:")]
    assert "govreport" not in "".join(said)


def test_it_imports_nothing_heavy(tmp_path: Path) -> None:
    code = "import sys, govreport.pytest_plugin as p; print([m for m in sys.modules if m.startswith('govreport.')])"
    heavy = "print([m for m in ('attrs', 'attr', 'lxml', 'jieba', 'click', 'rich', 'cattrs') if m in sys.modules])"
    run = python(tmp_path, "-c", f"import pytest; {code}; {heavy}")
    assert run.stdout.splitlines() == ["['govreport.pytest_plugin']", "[]"], run.stderr


TESTS = """
from govreport import parse
from govreport.testing import assert_report


def test_fixture(govreport_check):
    assert [f.code for f in govreport_check("odd.report.md", "GR520")] == ["GR520"]
    assert govreport_check(parse("约9人参加。"), "GR520") == ()


def test_helper():
    assert_report("clean.report.md").passes("GR520", kind="summary").has("一")


def test_helper_fails():
    assert_report("odd.report.md").passes("GR520")


def test_compared():
    assert parse("一、甲\\n好。\\n二、乙\\n好。") == parse("一、甲\\n坏。")
"""


def test_fixture_helper_and_comparison(project: Path) -> None:
    (project / "test_reports.py").write_text(TESTS, "utf-8")
    run = run_pytest(project, "test_reports.py")
    assert "2 failed, 2 passed" in run.stdout, run.stdout + run.stderr
    assert "GR520" in run.stdout and "^^^" in run.stdout
    assert "一 blocks[0] text: '好。' != '坏。'" in run.stdout and "- 二 乙" in run.stdout


DIFFERENCES = [
    ("一、甲\n好。", "一、甲\n好。", []),
    ("一、甲\n好。\n二、乙", "一、甲\n好。\n三、乙", ["- 二 乙", "+ 三 乙"]),
    ("一、甲\n好。", "一、乙\n好。", ["一 heading: '甲' != '乙'"]),
    ("一、甲\n好。\n好。", "一、甲\n好。", ["一 blocks: 2 != 1 items"]),
]


@pytest.mark.parametrize(("left", "right", "lines"), DIFFERENCES)
def test_differences(left: str, right: str, lines: list[str]) -> None:
    assert differences(parse(left), parse(right)) == lines


def test_differences_of_long_texts_are_shown_where_they_begin() -> None:
    words = "进展良好，" * 30
    (line,) = differences(Report(title=words + "甲" + words), Report(title=words + "乙" + words))
    assert "甲" in line and "乙" in line and len(line) < 140


def test_many_differences_are_counted() -> None:
    left, right = ("\n".join(f"{n}、{word}" for n in "一二三四五六七八九十") for word in ("甲", "乙"))
    double = [
        parse(f"{text}\n" + "\n".join(f"（{n}）{text[2]}" for n in "一二三四五六七八九十")) for text in (left, right)
    ]
    lines = differences(*double)
    assert len(lines) <= 21


def test_assertions_about_a_report() -> None:
    with pytest.raises(AssertionError, match="GR520"):
        assert_report(parse(ODD)).passes("GR520")
    with pytest.raises(AssertionError, match="三"):
        assert_report(parse(ODD)).has("三")
    assert_report(parse(ODD)).passes("GR522").passes("GR520", ignore=("GR520",)).has("一")


PLUGIN = '''
from govreport.check.rule import rule


@rule("ZZ101", "no-acme", "实务", "error")
def no_acme(view):
    """不写顶点公司 / no word of Acme

    示例。 / An example.

    来源：自定
    错：顶点公司
    错：顶点公司来访
    对：公司
    对：来访
    """
    for at, text in [(m.start(), m[0]) for m in __import__("re").finditer("顶点公司", view.text)]:
        yield view.hit(at, at + len(text), "不写顶点公司", "no word of Acme")
'''


@pytest.fixture
def acme(project: Path) -> Path:
    """A distribution with a rule of its own, installed beside the reports, and one that is broken."""
    for name, code in (("acme_rules", PLUGIN), ("broken_rules", "raise RuntimeError('not today')")):
        (project / f"{name}.py").write_text(code, "utf-8")
        information = project / f"{name}-1.0.dist-info"
        information.mkdir()
        (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
        (information / "entry_points.txt").write_text(f"[govreport.rules]\n{name.split('_')[0]} = {name}\n", "utf-8")
    (project / "a.md").write_text("顶点公司来访。\n", "utf-8")
    return project


def test_rules_of_another_package_are_loaded_when_configured(acme: Path) -> None:
    (acme / "govreport.toml").write_text('rules = ["acme"]\nselect = ["ZZ"]\n', "utf-8")
    run = python(acme, "-m", "govreport", "check", "a.md", "--output", "concise")
    assert run.returncode == 1 and "a.md:1:1: ZZ101 不写顶点公司" in run.stdout, run.stderr
    assert "no-acme" in python(acme, "-m", "govreport", "rule", "ZZ101").stdout


def test_they_are_not_loaded_otherwise(acme: Path) -> None:
    assert python(acme, "-m", "govreport", "check", "a.md").returncode == 0
    assert "ZZ" in python(acme, "-m", "govreport", "check", "a.md", "--select", "ZZ101").stderr


@pytest.mark.parametrize(("name", "word"), [("nobody", "acme"), ("broken", "not today")])
def test_rules_that_cannot_be_loaded(acme: Path, name: str, word: str) -> None:
    (acme / "govreport.toml").write_text(f'rules = ["{name}"]\n', "utf-8")
    run = python(acme, "-m", "govreport", "check", "a.md")
    assert run.returncode == 2 and name in run.stderr and word in run.stderr and "Traceback" not in run.stderr
