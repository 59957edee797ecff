"""Wrong use and help are said in Chinese and English, whatever click would say."""

from __future__ import annotations

import re

import click
import pytest

from govreport.cli.main import COMMANDS
from govreport.cli.usage import Misuse, in_both

from .conftest import Govreport

HANZI = re.compile("[\u4e00-\u9fff]")

WRONG = {
    "show": "缺少参数 FILE / missing argument FILE",
    "check": "缺少参数 FILE... / missing argument FILE...",
    "batch 报告.txt": "缺少选项 -o、--output / missing option -o, --output",
    "check --nope 报告.txt": "没有选项 --nope，是否指 --ignore / no such option: --nope; did you mean --ignore",
    "--nope": "没有选项 --nope / no such option: --nope",
    "check --format": "选项 --format 后面缺少值 / option --format requires a value",
    "show --facts=1 报告.txt": "选项 --facts 不带值 / option --facts takes no value",
    "show --stage 树 报告.txt": "--stage 的值不对：“树”不在 lines、marks、tree 之中 / "
    'wrong --stage: "树" is none of lines, marks, tree',
    "batch -o 表 --workers x 报告.txt": '--workers 的值不对：“x”不是整数 / wrong --workers: "x" is no whole number',
    "batch -o 表 --workers 0 报告.txt": "--workers 的值不对：0 不在范围 x>=1 内 / wrong --workers: 0 is not in x>=1",
    "batch -o 表 --timeout x 报告.txt": '--timeout 的值不对：“x”不是数 / wrong --timeout: "x" is no number',
    "seed --year 今年 报告.txt": '--year 的值不对：“今年”不是整数 / wrong --year: "今年" is no whole number',
    "show 报告.txt 多余 的": "多出参数 多余 的 / too many arguments: 多余 的",
    "check --write-baseline 报告.txt": "请用 --baseline 指定基线文件 / name the file with --baseline",
}


@pytest.mark.parametrize("line", WRONG, ids=str)
def test_wrong_use(govreport: Govreport, line: str) -> None:
    run = govreport(*line.split())
    assert (run.code, run.out) == (2, "")
    usage, hint, empty, said = run.err.rstrip("\n").split("\n", 3)
    assert usage.startswith("用法 / Usage: govreport")
    assert hint.startswith("查看说明 / for help: govreport") and hint.endswith(" --help")
    assert (empty, " ".join(said.split())) == ("", f"govreport: {WRONG[line]}")


def test_what_the_table_lacks_is_introduced_in_chinese() -> None:
    """A newer click may say what no one has put into Chinese."""
    said = in_both(click.UsageError("Something new."))
    assert (said.zh, said.en) == ("用法有误：Something new", "Something new")


def test_what_is_in_both_stays_as_it_is() -> None:
    error = Misuse("没有年份", "no year")
    assert in_both(error) is error


@pytest.mark.parametrize("command", ["", *sorted(COMMANDS)])
def test_help_has_no_line_in_english_alone(govreport: Govreport, command: str) -> None:
    """Every option says in both what it is for; click's own words too."""
    run = govreport(*command.split(), "--help")
    assert run.out.startswith(f"用法 / Usage: govreport {command}".rstrip())
    assert "\n选项 / Options:\n" in run.out
    entries = re.split(r"\n(?=  \S)", run.out.partition("Options:\n")[2])
    assert [entry for entry in entries if not HANZI.search(entry) or "/" not in entry] == []


def test_a_missing_file_on_the_command_line_is_no_text_to_parse(govreport: Govreport) -> None:
    run = govreport("check", "没有.txt")
    assert run.code == 2
    assert "找不到文件“没有.txt”" in run.out
    assert "parse(text)" not in run.out
