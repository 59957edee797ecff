"""`govreport convert`: the same report in another format, on standard output or whole in a file, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from govreport import read

Govreport = Callable[..., Any]

MARKDOWN = """\
# 某县2023年工作总结

## 一、总体情况

**（一）抓好服务**。进展良好。

**（三）公开结果**。进展良好。

## 二、打算

再接再厉。
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_markdown_on_standard_output(govreport: Govreport) -> None:
    run = govreport("convert", "--to", "md", "报告.txt")
    assert (run.code, run.out, run.err) == (0, MARKDOWN, "")


def test_markdown_on_standard_input_and_back(govreport: Govreport) -> None:
    run = govreport("convert", "--to", "txt", "--format", "md", "-", stdin=MARKDOWN.encode())
    assert [row for row in run.out.splitlines() if row] == [
        "某县2023年工作总结",
        "一、总体情况",
        "（一）抓好服务。进展良好。",
        "（三）公开结果。进展良好。",
        "二、打算",
        "再接再厉。",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=repr)
def test_text_comes_back_as_it_was(govreport: Govreport, end: str) -> None:
    text = end.join(["", "　　某县2023年工作总结 ", "", "一、总体情况", "进展 良好。", ""])
    assert govreport("convert", "--to", "txt", "-", stdin=text.encode()).out == text


@pytest.mark.parametrize("name", ["新.json", "新.md", "新.txt"])
def test_the_suffix_of_the_file_names_the_format(govreport: Govreport, folder: Path, name: str) -> None:
    run = govreport("convert", "报告.txt", "-o", name)
    assert (run.code, run.out, run.err) == (0, "", "")
    assert names(folder) == sorted(["报告.txt", name])
    assert read(folder / name) == read(folder / "报告.txt")


def test_a_format_that_is_said_goes_before_the_suffix(govreport: Govreport, folder: Path) -> None:
    assert govreport("convert", "报告.txt", "--to", "md", "-o", "新.txt").code == 0
    assert (folder / "新.txt").read_text(encoding="utf-8") == MARKDOWN


def test_a_file_may_be_converted_onto_itself(govreport: Govreport, folder: Path) -> None:
    before = (folder / "报告.txt").read_bytes()
    assert govreport("convert", "报告.txt", "-o", "报告.txt").code == 0
    assert (folder / "报告.txt").read_bytes() == before


def test_the_encoding_of_a_text_is_kept(govreport: Govreport, folder: Path) -> None:
    data = (folder / "报告.txt").read_text(encoding="utf-8").encode("gb18030")
    (folder / "国标.txt").write_bytes(data)
    assert govreport("convert", "国标.txt", "-o", "新.txt").code == 0
    assert (folder / "新.txt").read_bytes() == data


def test_json_holds_the_report(govreport: Govreport, folder: Path) -> None:
    run = govreport("convert", "--to", "json", "报告.txt")
    assert read(run.out.encode(), "json") == read(folder / "报告.txt")


BAD_INPUT = [
    # what stands in the file, what the sentence must name
    (b"", "是空的"),
    (b" \n", "是空的"),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "这是图片"),
    (b"\xff\xff\xff\xff", "内容不是文字"),
    ("全年办结十二件事情，群众的反映逐件得到回应。\n".encode() * 9 + b"\xe5\xa5", "不合 utf-8 编码"),
    (b"PK\x03\x04xl/workbook", "电子表格"),
]


@pytest.mark.parametrize("old", [None, "旧的"], ids=["new", "old"])
@pytest.mark.parametrize(("data", "named"), BAD_INPUT, ids=[repr(row[0][:8]) for row in BAD_INPUT])
def test_bad_input_writes_nothing(govreport: Govreport, folder: Path, data: bytes, named: str, old: str | None) -> None:
    (folder / "坏.txt").write_bytes(data)
    if old is not None:
        (folder / "新.json").write_text(old, encoding="utf-8")
    before = names(folder)
    run = govreport("convert", "坏.txt", "-o", "新.json")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith("govreport: ")
    assert named in run.err
    assert names(folder) == before
    assert old is None or (folder / "新.json").read_text(encoding="utf-8") == old


BAD_USE = [
    # arguments, what the sentence must name
    (["没有.txt", "--to", "json"], "找不到文件“没有.txt”"),
    ([".", "--to", "json"], "“.”是文件夹"),
    (["报告.txt", "--to", "sxw"], "不认识的格式“sxw”，可用："),
    (["没有.txt", "--to", "sxw"], "不认识的格式“sxw”"),
    (["报告.txt", "--to", "pdf"], "pdf"),
    (["报告.txt", "--to", "sxw", "-o", "新.json"], "不认识的格式“sxw”"),
    (["报告.txt", "-o", "新.sxw"], "不认识的格式“.sxw”"),
    (["报告.txt", "-o", "新"], "“新”没有后缀，看不出格式，请用 --to 指定"),
    (["报告.txt", "-o", "没有/新.json"], "不存在"),
    (["报告.txt", "--to", "json", "-o", "."], "是文件夹"),
]


@pytest.mark.parametrize(("arguments", "named"), BAD_USE, ids=[" ".join(row[0]) for row in BAD_USE])
def test_what_cannot_be_done_is_said_in_one_sentence(
    govreport: Govreport, folder: Path, arguments: list[str], named: str
) -> None:
    run = govreport("convert", *arguments)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith("govreport: ")
    assert named in run.err
    assert names(folder) == ["报告.txt"]


OPTIONS = [
    # arguments, exit code, what stands in the output or must be named
    (["--to", "akn", "--document-type", "statement"], 0, '<statement name="report">'),
    (["--to", "akn", "--document-type", "act"], 2, "document_type 不能是“act”，可用：doc、statement"),
    (["--to", "txt", "--canonical"], 0, "（三）公开结果。进展良好。"),
    (["--to", "json", "--canonical"], 2, "json 格式没有“canonical”这个选项"),
    (["--to", "akn", "--layout", "speech"], 2, "akn 格式没有“layout”这个选项，可用：document_type"),
    (["-o", "新.docx", "--layout", "poster"], 2, "layout 不能是“poster”，可用：speech、gbt9704"),
    (["-o", "新.docx", "--redline", "没有.txt"], 2, "找不到文件“没有.txt”"),
    (["-o", "新.docx", "--redline", "报告.txt", "--layout", "gbt9704"], 0, ""),
]


@pytest.mark.parametrize(("arguments", "code", "named"), OPTIONS, ids=[" ".join(row[0]) for row in OPTIONS])
def test_options_of_formats(govreport: Govreport, folder: Path, arguments: list[str], code: int, named: str) -> None:
    run = govreport("convert", "报告.txt", *arguments)
    assert run.code == code
    assert named in (run.err if code else run.out)
    assert ("新.docx" in names(folder)) == ("-o" in arguments and code == 0)


def test_akoma_ntoso_by_its_double_suffix(govreport: Govreport, folder: Path) -> None:
    assert govreport("convert", "报告.txt", "-o", "新.akn.xml").code == 0
    assert read(folder / "新.akn.xml") == read(folder / "报告.txt")
    (folder / "新.akn.xml").rename(folder / "新.txt")
    assert read(folder / "新.txt") == read(folder / "报告.txt")


def test_what_is_no_text_goes_to_no_terminal(
    govreport: Govreport, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    run = govreport("convert", "报告.txt", "--to", "docx")
    assert (run.code, run.out) == (2, "")
    assert "docx 不是文本，不能输出到终端，请用 -o 指定文件" in run.err


def test_a_format_is_wanted_for_standard_output(govreport: Govreport) -> None:
    run = govreport("convert", "报告.txt")
    assert (run.code, run.out) == (2, "")
    assert "--to" in run.err


def test_a_failing_disk_leaves_the_old_file(
    govreport: Govreport, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "新.json").write_text("旧的", encoding="utf-8")

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", fails)
    run = govreport("convert", "报告.txt", "-o", "新.json")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "No space left" in run.err
    assert names(folder) == ["报告.txt", "新.json"]
    assert (folder / "新.json").read_text(encoding="utf-8") == "旧的"
