"""No warning of ours in a process where warnings are errors, and nothing said that wasn't asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[1] / "examples/kebu_2022.md"
IMPORTS = """
import pkgutil, importlib, govreport
for module in pkgutil.walk_packages(govreport.__path__, "govreport."):
    if module.name != "govreport.__main__":
        try:
            importlib.import_module(module.name)
        except ImportError as error:
            if error.name and error.name.partition(".")[0] in ("pytest", "distributed", "pebble", "pyarrow"):
                continue
            raise
"""
COMMANDS = """
import contextlib, io, sys
from govreport.cli.main import COMMANDS, cli

def run(*arguments):
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")):
        try:
            cli.main(list(arguments))
        except SystemExit as ended:
            assert ended.code in (0, 1), (arguments, ended.code)

file = sys.argv[1]
for command in COMMANDS:
    run(command, "--help")
for to in ("txt", "md", "json", "html", "docx", "akn", "ofd"):
    run("convert", file, "--to", to)
run("show", "--facts", file)
run("show", "--why", file)
run("metrics", file)
run("check", file)
run("fix", "--diff", file)
run("diff", file, file)
run("trace", file, file)
run("rule", "--all")
run("schema")
run("seed", file)
"""


def quiet(script: str, *arguments: str) -> str:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, *arguments], capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0, run.stderr
    return run.stdout + run.stderr


def test_every_module_is_imported_without_a_warning() -> None:
    assert quiet(IMPORTS) == ""


def test_every_command_runs_without_a_warning() -> None:
    said = quiet(COMMANDS, str(EXAMPLE))
    assert "Warning" not in said and "Traceback" not in said
