"""`govreport batch`: what it says at the end."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def test_one_error_is_counted_as_one(govreport: Any, folder: Path) -> None:
    (folder / "好.txt").write_text("某局2023年工作总结\n一、工作\n良好。\n", "utf-8")
    (folder / "坏.docx").write_bytes(b"PK")
    run = govreport("batch", "好.txt", "坏.docx", "-o", "表", "--workers", "1", "--format", "csv")
    assert run.code == 1
    assert "2 份文件，1 份读不了，0 份先前已完成 / 2 documents, 1 error, 0 resumed" in run.err
