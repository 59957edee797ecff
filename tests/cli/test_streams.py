"""Standard output as a shell gives it: a pipe that nobody reads, a full disk, an encoding without Chinese."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL_DISK = Path("/dev/full")
LONG = "某县2023年工作总结\n一、总体情况\n" + "".join(f"{n}.办结一件\n" for n in range(1, 999)) * 20
COMMANDS = [
    ["show", "长.txt"],
    ["show", "--stage", "lines", "长.txt"],
    ["show", "--stage", "marks", "长.txt"],
    ["show", "--why", "长.txt"],
    ["convert", "--to", "md", "长.txt"],
    ["convert", "--to", "json", "长.txt"],
    ["schema"],
]
IDS = [" ".join(command) for command in COMMANDS]


@pytest.fixture
def long(folder: Path) -> Path:
    """A report that no buffer holds."""
    path = folder / "长.txt"
    path.write_text(LONG, encoding="utf-8")
    return path


def start(arguments: list[str], stdout: object, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "govreport", *arguments]
    return subprocess.Popen(
        command,
        stdout=stdout,  # type: ignore[call-overload]
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
    )


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
@pytest.mark.parametrize("arguments", COMMANDS, ids=IDS)
def test_a_reader_that_goes_away_is_no_error(long: Path, arguments: list[str]) -> None:
    """govreport … | head -1"""
    with start(arguments, subprocess.PIPE) as run:
        assert run.stdout is not None and run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        errors = run.stderr.read()
        assert run.wait(30) == 0
        assert b"Traceback" not in errors and b"OSError" not in errors


@pytest.mark.skipif(not FULL_DISK.exists(), reason="no /dev/full")
@pytest.mark.parametrize("arguments", COMMANDS, ids=IDS)
def test_a_full_disk_is_said_in_one_sentence(long: Path, arguments: list[str]) -> None:
    with FULL_DISK.open("wb") as full, start(arguments, full) as run:
        assert run.stderr is not None
        errors = run.stderr.read().decode().splitlines()
        assert run.wait(30) == 2
        said = [line for line in errors if line.startswith("govreport: ")]
        assert len(said) == 1
        assert "写不了标准输出" in said[0] and "can't write to standard output" in said[0]
        assert not any("Traceback" in line for line in errors)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
def test_characters_that_an_encoding_lacks_are_spelt_out(folder: Path, encoding: str) -> None:
    (folder / "字.txt").write_text("𠮷祥县2023年工作总结\n一、总体情况\n好。\n", encoding="utf-8")
    with start(["show", "字.txt"], subprocess.PIPE, PYTHONIOENCODING=encoding, PYTHONUTF8="0") as run:
        out, errors = run.communicate()
        assert (run.returncode, errors) == (0, b"")
    assert out.decode(encoding).startswith("\\U00020bb7")


def test_errors_are_said_in_any_encoding(folder: Path) -> None:
    with start(["show", "没有.txt"], subprocess.PIPE, PYTHONIOENCODING="ascii", PYTHONUTF8="0") as run:
        _, errors = run.communicate()
        assert run.returncode == 2
    assert b"no such file" in errors and b"Traceback" not in errors
