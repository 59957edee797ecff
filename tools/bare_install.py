"""Try an installation without extras: import, read, write, check, compare, the commands, and what they say of a PDF.

    python tools/bare_install.py examples/kebu_2022.md

Run with the Python of an environment into which only the wheel was installed. Nothing of the clone is imported.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import govreport

EXTRAS = ("pypdfium2", "rjieba", "pyarrow", "pebble", "distributed", "pytest", "sphinx")
COMMAND = Path(sys.executable).with_name("govreport")


def run(*words: str, code: int = 0) -> str:
    """What a command says on both of its streams; AssertionError if it ends with another code."""
    done = subprocess.run([COMMAND, *words], capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == code, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def main(example: Path) -> None:
    """AssertionError, or whatever a part of the library raises, where something is missing."""
    there = [name for name in EXTRAS if find_spec(name)]
    assert not there, f"this is no bare environment: {there}"
    home = Path(govreport.__file__).parent
    assert "site-packages" in home.parts, home
    assert (home / "py.typed").exists()

    report = govreport.read(example)
    assert report.kind == "fazhi" and len(report.metrics) == 12 and govreport.check(report)
    with tempfile.TemporaryDirectory() as folder:
        for format in ("txt", "md", "json", "html", "docx", "akn", "ofd"):
            file = Path(folder) / f"report.{format}"
            govreport.write(report, file)
            assert govreport.read(file).at("一/（三）/二是") == report.at("一/（三）/二是"), format
        docx, pdf = str(Path(folder) / "report.docx"), Path(folder) / "report.pdf"
        draft = str(Path(folder) / "draft.docx")
        pdf.write_bytes(b"%PDF-1.7\n")
        assert "GR580" in run("check", docx, code=1)
        run("seed", docx, "-o", draft)
        assert "（七）" in run("diff", docx, draft)
        run("trace", docx, draft)
        run("batch", docx, "-o", str(Path(folder) / "tables"), "--workers", "1", "--quiet")
        assert "pip install 'govreport[pdf]'" in run("show", str(pdf), code=2)
        assert "pip install 'govreport[batch]'" in run("batch", docx, "-o", folder, "--format", "parquet", code=2)
    print(f"govreport {govreport.__version__} works without extras on Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
