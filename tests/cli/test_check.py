"""`govreport check`, `fix` and `rule` as a shell calls them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Govreport = Callable[..., Any]
ODD = "某县2023年工作总结\n\n一、总体情况\n\n全年约100人左右参加，增长5～10%，办理１２件。\n"
CLEAN = "某县2023年工作总结\n\n一、总体情况\n\n全年约100人参加。\n"
CODES = ("--select", "GR520,GR521,GR522")


@pytest.fixture
def odd(folder: Path) -> Path:
    """A report with one finding each of GR520, GR521 and GR522."""
    (folder / "odd.md").write_text(ODD, "utf-8")
    (folder / "clean.md").write_text(CLEAN, "utf-8")
    return folder


EXITS = [
    (("check", "clean.md"), 0),
    (("check", "odd.md"), 1),
    (("check", "clean.md", "odd.md"), 1),
    (("check", "odd.md", "--fail-on", "error"), 1),
    (("check", "odd.md", "--ignore", "GR520,GR521", "--fail-on", "error"), 0),
    (("check", "odd.md", "--ignore", "GR520", "--ignore", "GR521"), 1),
    (("check", "missing.md"), 2),
    (("check", "missing.md", "odd.md"), 2),
    (("check", "."), 1),
]


@pytest.mark.parametrize(("arguments", "code"), EXITS)
def test_exit_codes(arguments: tuple[str, ...], code: int, odd: Path, govreport: Govreport) -> None:
    assert govreport(*arguments, *CODES).code == code


WRONG = [
    (("check", "odd.md", "--select", "GR9"), "GR9"),
    (("check", "odd.md", "--kind", "fazi"), "fazi"),
    (("check", "odd.md", "--kind", "my.toml"), "my.toml"),
    (("check", "odd.md", "--config", "none.toml"), "none.toml"),
    (("check", "odd.md", "--previous", "none.md"), "none.md"),
    (("check", "odd.md", "--baseline", "none.json"), "none.json"),
    (("check", "odd.md", "--write-baseline"), "--baseline"),
    (("check", "odd.md", "--fail-on", "fatal"), "fatal"),
    (("check",), "FILE"),
    (("rule",), "--all"),
    (("rule", "GR9"), "GR9"),
    (("fix", "missing.md"), "missing.md"),
]


@pytest.mark.parametrize(("arguments", "word"), WRONG)
def test_wrong_usage_is_one_sentence(arguments: tuple[str, ...], word: str, odd: Path, govreport: Govreport) -> None:
    run = govreport(*arguments)
    assert run.code == 2 and word in run.err and run.out == "" and "Traceback" not in run.err


def test_other_files_are_checked_where_one_cannot_be_read(odd: Path, govreport: Govreport) -> None:
    (odd / "broken.docx").write_bytes(b"PK\x03\x04word/document nothing")
    (odd / "empty.md").write_bytes(b"")
    run = govreport("check", "broken.docx", "empty.md", "odd.md", "--output", "json", *CODES)
    rows = json.loads(run.out)
    assert run.code == 2
    assert [(row["path"], row["code"]) for row in rows][:2] == [("broken.docx", "GR000"), ("empty.md", "GR000")]
    assert {row["code"] for row in rows if row["path"] == "odd.md"} == {"GR520", "GR521", "GR522"}


def test_standard_input(govreport: Govreport) -> None:
    run = govreport("check", "-", "--output", "concise", *CODES, stdin=ODD.encode())
    assert run.code == 1 and run.out.startswith("-:5:3: GR520 ")


def test_a_folder_is_checked_without_what_is_hidden_or_excluded(odd: Path, govreport: Govreport) -> None:
    for name in (".git/a.md", "drafts/b.md", "sub/c.md", "sub/.d.md", "sub/~$e.docx", "sub/f.json", "sub/g.py"):
        (odd / name).parent.mkdir(exist_ok=True)
        (odd / name).write_text(ODD, "utf-8")
    (odd / "govreport.toml").write_text('exclude = ["drafts/*"]\n', "utf-8")
    rows = json.loads(govreport("check", ".", "--output", "json", *CODES).out)
    assert sorted({row["path"] for row in rows}) == ["odd.md", "sub/c.md"]


def test_an_empty_folder_is_told(folder: Path, govreport: Govreport) -> None:
    (folder / "nothing").mkdir()
    run = govreport("check", "nothing")
    assert run.code == 0 and "nothing" in run.err


def test_settings_of_the_project(odd: Path, govreport: Govreport) -> None:
    (odd / "pyproject.toml").write_text(
        '[tool.govreport]\nselect = ["GR52"]\nlang = "en"\nfail-on = "error"\n'
        '[tool.govreport.per-file."odd.md"]\nignore = ["GR520", "GR521"]\n',
        "utf-8",
    )
    run = govreport("check", "odd.md")
    assert run.code == 0 and "GR522" in run.out and "GR520" not in run.out and "0 errors" in run.out
    assert govreport("check", "odd.md", "--fail-on", "warning", "--lang", "zh").code == 1


def test_a_kind_of_the_project_stands_beside_its_settings(odd: Path, govreport: Govreport) -> None:
    (odd / "kinds").mkdir()
    (odd / "kinds" / "own.toml").write_text('id = "own"\nname = "自定"\nextends = "summary"\n', "utf-8")
    (odd / "govreport.toml").write_text('kind = "kinds/own.toml"\n', "utf-8")
    (odd / "sub").mkdir()
    (odd / "sub" / "clean.md").write_text(CLEAN, "utf-8")
    os.chdir(odd / "sub")
    assert govreport("check", "clean.md", *CODES).code == 0
    (odd / "kinds" / "own.toml").write_text('id = "own"\n', "utf-8")
    assert "own.toml" in govreport("check", "clean.md", *CODES).err


def test_a_baseline_is_written_and_used(odd: Path, govreport: Govreport) -> None:
    written = govreport("check", "odd.md", "--baseline", "known.json", "--write-baseline", *CODES)
    assert (written.code, written.out) == (0, "") and "known.json" in written.err
    assert govreport("check", "odd.md", "--baseline", "known.json", *CODES).code == 0
    (odd / "odd.md").write_text("前言。\n\n" + ODD + "\n又有约9人左右。\n", "utf-8")
    run = govreport("check", "odd.md", "--baseline", "known.json", "--output", "json", *CODES)
    assert run.code == 1 and len(json.loads(run.out)) == 1


def test_a_baseline_is_not_written_over_what_could_not_be_read(odd: Path, govreport: Govreport) -> None:
    run = govreport("check", "odd.md", "missing.md", "--baseline", "known.json", "--write-baseline", *CODES)
    assert run.code == 2 and "missing.md" in run.err and not (odd / "known.json").exists()


def test_the_encoding_of_a_file_can_be_named(odd: Path, govreport: Govreport) -> None:
    (odd / "hz.md").write_bytes(ODD.encode("hz"))
    assert "GR520" not in govreport("check", "hz.md", *CODES).out
    assert "GR520" in govreport("check", "hz.md", "--encoding", "hz", *CODES).out
    assert "+" in govreport("fix", "hz.md", "--encoding", "hz", "--diff", *CODES).out
    run = govreport("check", "odd.md", "--encoding", "ascii", *CODES)
    assert run.code == 2 and "--encoding" in run.out


@pytest.mark.parametrize("form", ["full", "concise", "json", "github", "sarif", "junit"])
def test_every_output_says_what_was_found(form: str, odd: Path, govreport: Govreport) -> None:
    run = govreport("check", "odd.md", "--output", form, *CODES)
    assert run.code == 1 and "GR520" in run.out


def test_fix(odd: Path, govreport: Govreport) -> None:
    run = govreport("fix", "odd.md", "clean.md", *CODES)
    fixed = (odd / "odd.md").read_text("utf-8")
    assert (run.code, run.out) == (0, "")
    assert fixed == ODD.replace("5～10%", "5%～10%").replace("１２", "12")
    assert "odd.md" in run.err and "GR521、GR522" in run.err and "clean.md" not in run.err
    again = govreport("fix", "odd.md", *CODES)
    assert "没有可以修复的" in again.err and "修复 " not in again.err and (odd / "odd.md").read_text("utf-8") == fixed


def test_fix_shows_a_diff_and_writes_nothing(odd: Path, govreport: Govreport) -> None:
    run = govreport("fix", "--diff", "odd.md", *CODES)
    assert run.code == 1 and "+全年约100人左右参加，增长5%～10%，办理12件。" in run.out
    assert (odd / "odd.md").read_text("utf-8") == ODD
    assert govreport("fix", "--diff", "clean.md", *CODES).code == 0


def test_fix_of_standard_input(govreport: Govreport) -> None:
    run = govreport("fix", "-", "--format", "md", *CODES, stdin=ODD.encode())
    assert run.code == 0 and "办理12件" in run.out


def test_fix_goes_on_behind_a_file_that_cannot_be_fixed(odd: Path, govreport: Govreport) -> None:
    (odd / "a.html").write_text("<html><body><p>全年办理１２件，成效明显。</p></body></html>", "utf-8")
    run = govreport("fix", "a.html", "odd.md", *CODES)
    assert run.code == 2 and "a.html" in run.err and "１２" not in (odd / "odd.md").read_text("utf-8")


def test_rule_explains(govreport: Govreport) -> None:
    chinese, english = govreport("rule", "GR520").out, govreport("rule", "GR520", "--lang", "en").out
    assert "GR520 approximation-twice" in chinese and "GB/T 15835" in chinese and "对: " in chinese
    assert "right: " in english and "standard" in english


def test_signs_in_examples_are_explained(govreport: Govreport) -> None:
    assert govreport("rule", "GR613").out.endswith("\n⏎ 是换行；※ 之后是 DOCX 版面的改动\n")
    assert "⏎ is a line end" in govreport("rule", "GR101", "--lang", "en").out
    assert "换行" not in govreport("rule", "GR520").out


def test_rule_of_a_name_or_a_family(govreport: Govreport) -> None:
    assert govreport("rule", "approximation-twice").out == govreport("rule", "GR520").out
    assert govreport("rule", "GR52").out.count("来源") >= 3


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_all_rules(form: str, govreport: Govreport) -> None:
    run = govreport("rule", "--all", "--output", form)
    assert run.code == 0 and "GR001" in run.out and "GR522" in run.out
    if form == "json":
        rows = json.loads(run.out)
        assert [row["code"] for row in rows] == sorted(row["code"] for row in rows)
        assert {"code", "name", "level", "severity", "fix", "summary", "why", "source", "wrong", "right"} <= set(
            rows[0]
        )
