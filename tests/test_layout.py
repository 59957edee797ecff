"""The house itself: what its files may weigh, import and load."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import govreport

PACKAGE = Path(govreport.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
HEAVY = ["attrs", "jieba", "cn2an", "lxml", "docx", "click", "rich", "cattrs", "pypdfium2"]

IMPORT_ALL = """
import importlib, pkgutil, sys
import govreport

for module in pkgutil.walk_packages(govreport.__path__, "govreport."):
    if not module.name.endswith(".__main__"):
        importlib.import_module(module.name)
        print(module.name)
"""


def python(code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a new interpreter that takes every warning for an error."""
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_files_stay_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines < 300


def test_every_module_imports_without_a_warning() -> None:
    run = python(IMPORT_ALL)
    assert run.stderr == ""
    paths = {PACKAGE.parent / (name.replace(".", "/") + ".py") for name in run.stdout.split()}
    packages = {path.with_suffix("") / "__init__.py" for path in paths}
    assert set(FILES) - paths - packages <= {PACKAGE / "__init__.py", PACKAGE / "__main__.py"}


def test_import_govreport_loads_nothing_heavy() -> None:
    run = python(f"import sys, govreport; print([m for m in {HEAVY} if m in sys.modules])")
    assert (run.stdout.strip(), run.stderr) == ("[]", "")


def test_reading_text_loads_nothing_heavy() -> None:
    """Plain text goes through the parser with attrs alone."""
    run = python(
        f"import sys, govreport; govreport.parse('一、总体情况'); print([m for m in {HEAVY[1:]} if m in sys.modules])"
    )
    assert (run.stdout.strip(), run.stderr) == ("[]", "")


@pytest.mark.parametrize("path", sorted((PACKAGE / "model").glob("*.py")), ids=name_of)
def test_the_model_imports_attrs_alone(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 0}
    roots = {name.split(".")[0] for name in imported}
    assert roots - set(sys.stdlib_module_names) <= {"attrs"}
