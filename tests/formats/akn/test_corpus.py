"""Every real report is written as valid Akoma Ntoso and read back equal, with its facts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from govreport import dumps, read

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
FILES = sorted(
    path.relative_to(CORPUS) for suffix in ("txt", "md", "html", "docx", "pdf") for path in CORPUS.rglob(f"*.{suffix}")
)


@pytest.mark.parametrize("name", FILES, ids=str)
def test_valid_and_equal(shared: Path, faults: Callable[[str], list[str]], name: Path) -> None:
    if name.suffix == ".pdf":
        pytest.importorskip("pypdfium2")
    report = read(shared / "corpus" / name)
    text = dumps(report, "akn")
    assert faults(text) == []
    assert read(text.encode()) == report


@pytest.mark.parametrize("name", FILES[::12], ids=str)
def test_valid_as_a_statement(shared: Path, faults: Callable[[str], list[str]], name: Path) -> None:
    assert faults(dumps(read(shared / "corpus" / name), "akn", document_type="statement")) == []
