"""How the tests of the commands call them: in this process, as a shell would."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from govreport.cli.main import cli

TEXT = (
    "某县2023年工作总结\n一、总体情况\n（一）抓好服务。进展良好。\n（三）公开结果。进展良好。\n二、打算\n再接再厉。\n"
)


@frozen
class Run:
    """What a command left behind: its exit code and both of its streams."""

    code: int
    out: str
    err: str


Govreport = Callable[..., Run]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with one report in it, 报告.txt."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "报告.txt").write_bytes(TEXT.encode())
    return tmp_path


@pytest.fixture
def govreport(folder: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Govreport:
    """Runs `govreport` with arguments, and standard input if given, in `folder`."""
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as caught:
            cli.main(list(arguments), prog_name="govreport")
        streams = capsysbinary.readouterr()
        return Run(int(caught.value.code or 0), streams.out.decode(), streams.err.decode())

    return run
