"""A folder of small reports, and a way to read the tables of a run."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Read = Callable[[Path, str], list[dict[str, Any]]]


def text(at: int) -> str:
    return (
        f"某县{2015 + at}年工作总结\n一、工作情况\n（一）办理来信。办理来信{30 + at}件，同比增长{at + 1}.5%。\n"
        f"二、存在问题\n一是部分栏目更新不及时。\n三、{2016 + at}年工作打算\n（一）改造小区。改造老旧小区{at + 2}个。\n"
    )


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Seven reports, one of them twice, and a file that is none."""
    folder = tmp_path / "报告"
    (folder / "下级").mkdir(parents=True)
    for at in range(6):
        (folder / ("下级" if at % 2 else ".") / f"县{at}.txt").write_text(text(at), "utf-8")
    (folder / "重复.txt").write_text(text(2), "utf-8")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 this is word/document no package")
    (folder / ".隐藏.txt").write_text("隐藏", "utf-8")
    return folder


@pytest.fixture
def read_table() -> Read:
    """The rows of a table, all parts in order."""

    def read(out: Path, table: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        for part in sorted((out / table).glob("*.jsonl.gz")):
            rows += [json.loads(line) for line in gzip.decompress(part.read_bytes()).decode().splitlines()]
        return rows

    return read
