"""The command line as a whole."""

from __future__ import annotations

from .conftest import Govreport


def test_a_command_that_is_none_is_named_beside_those_that_are(govreport: Govreport) -> None:
    run = govreport("chek", "报告.txt")
    assert run.code == 2
    assert "没有命令“chek”，可用：batch、check、convert" in " ".join(run.err.split())


def test_the_option_for_the_version(govreport: Govreport) -> None:
    assert govreport("--version").out.startswith("govreport, version ")
