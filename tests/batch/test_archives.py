"""Archives: damaged ones are errors, not the end of a run; too large ones are refused before they are unpacked."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from govreport.batch import Outcome, archives, run
from govreport.batch.inputs import items

TEXT = "某县2020年工作总结\n一、情况\n办件3件。\n".encode()


def tar(path: Path, count: int) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for at in reversed(range(count)):
            member = tarfile.TarInfo(f"{at:03}.txt")
            member.size = len(TEXT)
            archive.addfile(member, io.BytesIO(TEXT))
    return path


def damaged_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("好.txt", TEXT)
        archive.writestr("坏.txt", TEXT * 50)
    data = bytearray(out.getvalue())
    at = data.index(b"PK\x03\x04", 4)
    data[at + 45 : at + 55] = b"\xff" * 10
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "data"), [("空.zip", b""), ("断.zip", b"PK\x03\x04"), ("断.tar.gz", b"\x1f\x8b\x08"), ("字.tar", TEXT)]
)
def test_an_archive_that_cannot_be_opened_is_an_error(tmp_path: Path, name: str, data: bytes, read_table: Any) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "好.txt").write_bytes(TEXT)
    (folder / name).write_bytes(data)
    assert run([folder], tmp_path / "out", format="jsonl.gz", workers=1, limit=0) == Outcome(2, 1, 0)
    (row,) = read_table(tmp_path / "out", "errors")
    assert row["path"].endswith(name) and row["error"] == "SourceError"
    assert "读不了" in row["message"] and "can't read" in row["message_en"]


def test_a_damaged_member_is_an_error(tmp_path: Path, read_table: Any) -> None:
    (tmp_path / "一.zip").write_bytes(damaged_zip())
    assert run([tmp_path / "一.zip"], tmp_path / "out", format="jsonl.gz", workers=1, limit=0) == Outcome(2, 1, 0)
    (row,) = read_table(tmp_path / "out", "errors")
    assert row["path"].endswith("一.zip!坏.txt") and row["error"] == "SourceError"


def test_an_archive_that_is_too_large_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_table: Any
) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED", 10 * len(TEXT))
    run([tar(tmp_path / "大.tar.gz", 20)], tmp_path / "out", format="jsonl.gz", workers=1, limit=0)
    (row,) = read_table(tmp_path / "out", "errors")
    assert row["error"] == "BudgetError" and "请分开" in row["message"]


def test_what_no_archive_should_raise_is_an_error_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_table: Any
) -> None:
    def broken(*_: Any) -> bytes:
        raise ArithmeticError("nobody foresaw it")

    found = [tar(tmp_path / "一.tgz", 2)]
    monkeypatch.setattr("govreport.batch.inputs.member", broken)
    assert run(found, tmp_path / "out", format="jsonl.gz", workers=1, limit=0) == Outcome(2, 2, 0)
    assert {row["error"] for row in read_table(tmp_path / "out", "errors")} == {"ArithmeticError"}


def test_a_compressed_tar_is_opened_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = items([tar(tmp_path / "一.tgz", 30)])
    opened: list[str] = []
    original = tarfile.open
    monkeypatch.setattr(tarfile, "open", lambda name: opened.append(name) or original(name))
    assert {item.load(1000) for item in found} == {TEXT}
    archives.close()
    assert len(opened) == 1
