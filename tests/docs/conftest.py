"""The folder that readers of the documentation are in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import govreport
from govreport.check import rule
from govreport.formats import registry

ROOT = Path(__file__).parents[2]
SAFETY = """某市2023年安全生产工作报告

一、工作开展情况

全年检查企业120家。

二、下步整治方向

2024年继续排查隐患。
"""


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that the pages speak of, made once."""
    folder = tmp_path_factory.mktemp("reader")
    shutil.copytree(ROOT / "examples", folder / "examples")
    last = govreport.read(ROOT / "examples/kebu_2022.md")
    for name in ("报告.md", "报告.docx", "report.docx", "去年.docx", "今年.docx"):
        govreport.write(last, folder / name)
    (folder / "安全.md").write_text(SAFETY, "utf-8")
    reports = folder / "reports"
    reports.mkdir()
    for name in ("2022.report.md", "2022.docx", "2022.html"):
        govreport.write(last, reports / name)
    (reports / "安全.report.md").write_text(SAFETY, "utf-8")
    corpus = folder / "corpus"
    corpus.mkdir()
    before = govreport.dumps(last, "md").replace("2022", "2021").replace("2023", "2022").replace("180 余", "170 余")
    (corpus / "2021.md").write_text(before, "utf-8")
    govreport.write(last, corpus / "2022.docx")
    (corpus / "安全.txt").write_text(SAFETY, "utf-8")
    (corpus / "副本.txt").write_text(SAFETY, "utf-8")
    (corpus / "空.docx").write_bytes(b"")
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A reader's own folder, as the working directory; rules and formats that a page adds are gone afterwards."""
    own = tmp_path / "reader"
    shutil.copytree(prepared, own)
    monkeypatch.chdir(own)
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    rule.rules()
    monkeypatch.setattr(rule, "RULES", dict(rule.RULES))
    for name, row in registry.FORMATS.copy().items():
        monkeypatch.setitem(registry.FORMATS, name, row)
    return own
