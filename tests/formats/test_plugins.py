"""Formats of other packages: found by their entry point when a package is installed, without being imported first."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
MODULE = '''
from govreport.formats.options import Option
from govreport.formats.registry import Format
from govreport.formats import text

SHOUT = Option("shout", "大写", "in capitals", flag=True)
FORMAT = Format("gwx", (".gwx",), "gwx_format", writes=True, opening=rb"%GWX\\\\n", write_options=(SHOUT,))

def read(data, *, name=None, encoding=None):
    return text.source(data.decode().removeprefix("%GWX\\\\n"), name=name)

def dumps(report, *, shout=False):
    said = "%GWX\\\\n" + text.dumps(report, canonical=True)
    return said.upper() if shout else said

def write(report, **options):
    return dumps(report, **options).encode()
'''.replace("\\\\n", "\\n")  # fmt: skip


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with an installed distribution that has a format and another that is broken."""
    for name, point in (("gwx_format", "gwx_format:FORMAT"), ("gwy_format", "gwy_format:NOTHING")):
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[govreport.formats]\n{name[:3]} = {point}\n", encoding="utf-8")
    (tmp_path / "gwx_format.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "gwy_format.py").write_text("1 / 0\n", encoding="utf-8")
    (tmp_path / "报告.txt").write_text("某县abc工作总结\n一、总体情况\n好。\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """`python …` in the folder, its exit code and what it said."""
    path = os.pathsep.join([str(folder), str(SOURCE)])
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_it_is_written_and_read_by_its_suffix(installed: Path) -> None:
    code = "import govreport as g; r = g.read('报告.txt'); g.write(r, 'a.gwx'); print(g.read('a.gwx') == r, g.dumps(r, 'gwx')[:5])"
    assert run(installed, "-c", code) == (0, "True %GWX\n\n", "")


def test_commands_have_its_options(installed: Path) -> None:
    code, out, err = run(installed, "-m", "govreport", "convert", "报告.txt", "--to", "gwx", "--shout")
    assert (code, out.splitlines()[:2], err) == (0, ["%GWX", "某县ABC工作总结"], "")
    assert "gwx：大写 / in capitals" in run(installed, "-m", "govreport", "convert", "--help")[1]
    assert run(installed, "-m", "govreport", "convert", "报告.txt", "--to", "md", "--shout")[0] == 2


def test_one_that_is_broken_harms_no_other_and_is_named_when_it_is_wanted(installed: Path) -> None:
    code, _, err = run(installed, "-m", "govreport", "convert", "报告.txt", "--to", "gwy")
    assert code == 2
    assert err.count("\n") == 1
    assert "不认识的格式“gwy”" in err
    assert "加载失败的格式：gwy（ZeroDivisionError" in err
