"""No character of a report or of a file's name is a command to the terminal, in whatever people are shown."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Govreport

RED, TITLE, BACK, C1 = "\x1b[35;5m", "\x1b]0;偷换\x07", "\u202e", "\x9b2J"
HOSTILE = f"{RED}某县{BACK}{TITLE}2023年{C1}工作总结[/]:red_circle:"
TEXT = (
    (
        f"{HOSTILE}\n一、总体{RED}情况[bold]\n（一）办理{TITLE}。办理来信{BACK}30件，同比增长5%{C1}。\n（三）约100人{RED}左右参加。\n"
        f"二、存在问题{RED}\n一是[/]办理{C1}不及时。\n三、2024年工作打算\n（一）改造小区{RED}。改造老旧小区２个[/red]。按《某{RED}办法》办理。\n"
    )
    + "逐项核对，按期办结。" * 400
    + "\n"
)  # a text of which much is control characters is none
NAME = f"报告{RED}[bold]{BACK}.txt"
COMMANDS = [
    ["show"], ["show", "--facts"], ["show", "--why"], ["show", "--stage", "lines"], ["show", "--stage", "marks"], ["metrics"],
    ["check"], ["check", "--output", "concise"], ["check", "--output", "github"], ["fix", "--diff"], ["fix"],
    ["diff", "旧.txt"], ["diff", "--stat", "旧.txt"], ["trace", "旧.txt"],
]  # fmt: skip
ON_A_TERMINAL = [
    ["show", "--facts"], ["check"], ["diff", "旧.txt"], ["fix", "--diff"], ["convert", "--to", "md"], ["seed", "--year", "2030"],
]  # fmt: skip
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
"""What the library itself says to a terminal."""


@pytest.fixture
def files(folder: Path) -> Path:
    (folder / NAME).write_text(TEXT, "utf-8")
    (folder / "旧.txt").write_text(TEXT.replace("30件", "31件").replace("总体", "总"), "utf-8")
    return folder


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_is_a_command_to_the_terminal(govreport: Govreport, files: Path, command: list[str]) -> None:
    run = govreport(*command, NAME)
    assert run.code in (0, 1), run.err
    assert run.out + run.err
    assert not OBEYED.search(run.out + run.err)


@pytest.mark.parametrize("command", ON_A_TERMINAL, ids=" ".join)
@pytest.mark.skipif(os.name != "posix", reason="a terminal of POSIX")
def test_on_a_real_terminal_there_are_our_own_colours_alone(files: Path, command: list[str]) -> None:
    raw = on_a_terminal([*command, NAME], files)
    shown = COLOURS.sub("", raw).replace("\r\n", "\n")
    assert RED not in raw
    assert not OBEYED.search(shown)
    assert "␛" in shown


def on_a_terminal(command: list[str], folder: Path) -> str:
    """What a command writes where both of its streams are a terminal."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "NO_COLOR": ""}
    with subprocess.Popen(
        [sys.executable, "-m", "govreport", *command],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=environment,
    ):
        os.close(theirs)
        read = bytearray()
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux says so when the other side is closed
                break
            if not piece:
                break
            read += piece
    os.close(ours)
    return read.decode("utf-8")


@pytest.mark.parametrize("command", ["show", "convert --to md", "metrics", "check", "fix", "seed", "diff 旧.txt"])
def test_an_error_names_a_hostile_file_without_obeying_it(govreport: Govreport, files: Path, command: str) -> None:
    run = govreport(*command.split(), f"没有{NAME}")
    assert run.code == 2
    assert "没有报告␛[35;5m" in run.out + run.err
    assert not OBEYED.search(run.out + run.err)


def test_wrong_use_names_it_likewise(govreport: Govreport, files: Path) -> None:
    run = govreport("check", "--baseline", f"没有{RED}", NAME)
    assert run.code == 2
    assert not OBEYED.search(run.err)


def test_data_in_a_pipe_is_what_the_report_says(govreport: Govreport, files: Path) -> None:
    assert govreport("convert", "--to", "txt", NAME).out == TEXT
