"""The verbs for input and output: what they take, what they give, and what they say when it can't be done."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport import (
    BudgetError,
    DecodingError,
    FormatError,
    GovReportError,
    Report,
    SourceError,
    UnknownFormatError,
    dumps,
    parse,
    read,
    write,
)

TEXT = "某县2023年工作情况报告\n\n一、总体情况\n\n进展良好。\n\n二、存在的问题\n\n人手偏紧。\n"
REPORT = parse(TEXT)


def headings(report: Report) -> list[str]:
    return [section.heading for section in report.walk()]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    return path


def test_read_takes_paths_bytes_and_files(file: Path) -> None:
    data = file.read_bytes()
    with file.open("rb") as opened:
        reports = [read(str(file)), read(file), read(data), read(bytearray(data)), read(memoryview(data)), read(opened)]
    assert [headings(report) for report in reports] == [["总体情况", "存在的问题"]] * 6
    names = [report.source.name if report.source else "" for report in reports]
    assert names == [str(file), str(file), None, None, None, str(file)]


def test_content_decides_before_the_suffix(file: Path) -> None:
    file.write_text(dumps(REPORT), encoding="utf-8")
    assert read(file) == REPORT


def test_format_and_encoding_can_be_said() -> None:
    assert read("# 某县工作报告\n\n一、总体情况\n".encode(), "md").title == "某县工作报告"
    assert read("一、總體情況\n".encode("big5"), encoding="big5").sections[0].heading == "總體情況"
    with pytest.raises(FormatError):
        read(TEXT.encode(), "json")


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("没有.txt", "找不到文件“没有.txt”", 'no such file: "没有.txt"'),
        (".", "“.”是文件夹", '"." is a directory'),
        ("空.txt", "“空.txt”是空的", '"空.txt" is empty'),
        ("一\0二", "读不了文件", "can't read"),
        ("总体情况" * 100, "读不了文件", "can't read"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, zh: str, en: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("空.txt").write_bytes(b" \n")
    with pytest.raises(SourceError) as caught:
        read(name)
    assert caught.value.zh.startswith(zh)
    assert caught.value.en.startswith(en)
    assert len(str(caught.value)) < 600


def test_a_file_in_text_mode_is_refused() -> None:
    with pytest.raises(SourceError, match="rb"):
        read(io.StringIO(TEXT))  # type: ignore[arg-type]


def test_the_budget_can_be_raised(file: Path) -> None:
    size = file.stat().st_size
    for source in (file, file.read_bytes(), io.BytesIO(file.read_bytes())):
        with pytest.raises(BudgetError, match="max_bytes"):
            read(source, max_bytes=size - 1)
    assert headings(read(file, max_bytes=size)) == ["总体情况", "存在的问题"]


def test_no_more_is_read_than_the_budget_allows() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert size > 0
            return b"x" * size

    with pytest.raises(BudgetError):
        read(Endless(), max_bytes=1000)  # type: ignore[arg-type]


def test_errors_are_of_one_family() -> None:
    for data in (b"\x89PNG\r\n\x1a\n" + bytes(60), b"PK\x03\x04OFD.xml", b""):
        with pytest.raises(GovReportError):
            read(data)
    with pytest.raises(DecodingError):
        read(b"\xff\xff\xff")
    with pytest.raises(UnknownFormatError):
        read(TEXT.encode(), "xyz")


@given(st.text(st.characters(), max_size=60))
def test_parse_never_refuses(text: str) -> None:
    report = parse(text)
    assert report.source is not None
    assert report.source.text == text


def test_dumps_gives_text_for_formats_of_text() -> None:
    assert dumps(REPORT, "txt") == TEXT
    assert dumps(REPORT, "md").startswith("# 某县2023年工作情况报告\n\n## 一、")
    assert read(dumps(REPORT).encode()) == REPORT
    with pytest.raises(UnknownFormatError):
        dumps(REPORT, "wps")


@pytest.mark.parametrize("suffix", [".txt", ".md", ".json"])
def test_written_files_read_as_the_same_report(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"报告{suffix}"
    write(REPORT, path)
    assert read(path) == REPORT
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_write_takes_files_and_formats(tmp_path: Path) -> None:
    memory = io.BytesIO()
    write(REPORT, memory, "json")
    assert memory.getvalue().decode() == dumps(REPORT)
    with (tmp_path / "报告.md").open("wb") as file:
        write(REPORT, file)
    assert (tmp_path / "报告.md").read_text(encoding="utf-8") == dumps(REPORT, "md")
    write(REPORT, str(tmp_path / "报告"), "txt")
    assert (tmp_path / "报告").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("target", ["报告", "报告.wps", "报告.pdf"])
def test_write_needs_a_format_that_can_be_written(tmp_path: Path, target: str) -> None:
    with pytest.raises(UnknownFormatError):
        write(REPORT, tmp_path / target)
    with pytest.raises(UnknownFormatError, match="format"):
        write(REPORT, io.BytesIO())
    assert list(tmp_path.iterdir()) == []


def test_write_refuses_what_is_no_place_for_a_file(tmp_path: Path) -> None:
    (tmp_path / "目录.txt").mkdir()
    with pytest.raises(SourceError, match="是文件夹"):
        write(REPORT, tmp_path / "目录.txt")
    with pytest.raises(SourceError, match="no such folder"):
        write(REPORT, tmp_path / "没有" / "报告.txt")


def test_an_error_leaves_the_old_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("旧的", encoding="utf-8")

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(SourceError, match="No space left"):
        write(REPORT, path)
    assert path.read_text(encoding="utf-8") == "旧的"
    assert [p.name for p in tmp_path.iterdir()] == ["报告.txt"]


@pytest.mark.skipif(os.name != "posix", reason="modes, links and pipes of POSIX")
def test_mode_link_and_pipe(tmp_path: Path) -> None:
    path, link, pipe = tmp_path / "报告.txt", tmp_path / "链接.txt", tmp_path / "管道.txt"
    path.write_text("旧的", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    write(REPORT, link)
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == TEXT
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write(REPORT, pipe)
    reader.join(10)
    assert got == [TEXT.encode()]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("name", govreport.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(govreport, name) is not None
    assert name in dir(govreport)


def test_no_other_name_is() -> None:
    with pytest.raises(AttributeError, match="no attribute 'wps'"):
        _ = govreport.wps


@pytest.mark.parametrize("first", ["govreport.parse", "govreport.api", "govreport.parse.lines"])
def test_a_verb_is_not_hidden_by_the_subpackage_of_its_name(first: str) -> None:
    code = (
        f"import {first}, govreport; from govreport.parse import parse_source; print(govreport.parse('').title, end='')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_import_costs_next_to_nothing() -> None:
    code = (
        "import sys; before = set(sys.modules); import govreport; new = set(sys.modules) - before;"
        "print([m for m in new if m.split('.')[0] not in sys.stdlib_module_names and m != 'govreport'])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert run.stdout.strip() == "[]"


def test_a_name_that_the_system_does_not_take_is_said_to_be_the_files(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="写不了文件"):
        write(parse("某县工作总结\n"), tmp_path / f"{'长' * 100}.txt")
