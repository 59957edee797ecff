"""`govreport diff`: forms of output, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.dom.minidom import parseString

import pytest

OLD = "某县2024年工作总结\n一、主要工作\n办理来信30件。\n二、打算\n再接再厉。\n"
NEW = OLD.replace("30件", "42件").replace("打算", "<script>下一步</script>")


@pytest.fixture
def pair(folder: Path) -> Path:
    (folder / "旧.txt").write_text(OLD, "utf-8")
    (folder / "新.txt").write_text(NEW, "utf-8")
    return folder


def test_text_says_what_changed(govreport: Any, pair: Path) -> None:
    run = govreport("diff", "旧.txt", "新.txt")
    assert run.code == 0
    assert "改动 一 主要工作" in run.out
    assert "办理来信[-30-]{+42+}件。" in run.out
    assert "数值 来信：30件 → 42件  +12件（+40%）" in run.out
    assert run.out.splitlines()[-1] == "改动 1 节，改写 1 节，数字 1 处"


def test_exit_code_only_when_asked_for(govreport: Any, pair: Path) -> None:
    assert govreport("diff", "旧.txt", "新.txt", "--exit-code").code == 1
    assert govreport("diff", "旧.txt", "旧.txt", "--exit-code").code == 0


def test_stat(govreport: Any, pair: Path) -> None:
    run = govreport("diff", "旧.txt", "新.txt", "--stat")
    assert "    1  改动 edited" in run.out
    assert run.out.splitlines()[-1] == "    1  数字 metrics"


def test_json(govreport: Any, pair: Path) -> None:
    found = json.loads(govreport("diff", "旧.txt", "新.txt", "--to", "json").out)
    assert [change["type"] for change in found["changes"]] == ["edited", "reworded"]
    assert found["metrics"][0]["change"] == 12


def test_markdown(govreport: Any, pair: Path) -> None:
    out = govreport("diff", "旧.txt", "新.txt", "--to", "md").out
    assert "办理来信~~30~~**42**件。" in out
    assert "| 来信 | 30件 | 42件 | +12件（+40%） | 数值 | 一 |" in out


def test_html_is_inert_and_goes_to_a_file(govreport: Any, pair: Path) -> None:
    assert govreport("diff", "旧.txt", "新.txt", "--to", "html", "-o", "变化.html").code == 0
    page = (pair / "变化.html").read_text("utf-8")
    assert "<script" not in page
    assert "<del>30</del>" in page and "<ins>42</ins>" in page
    body = page[page.index("<main>") : page.index("</main>") + 7]
    parseString(body.encode())


def test_docx_needs_a_file(govreport: Any, pair: Path) -> None:
    run = govreport("diff", "旧.txt", "新.txt", "--to", "docx")
    assert run.code == 2
    assert "-o" in run.err


def test_a_missing_file_is_said(govreport: Any, pair: Path) -> None:
    run = govreport("diff", "旧.txt", "没有.txt")
    assert run.code == 2
    assert "没有.txt" in run.err


def test_a_file_that_cannot_be_read_is_named(govreport: Any, folder: Path) -> None:
    (folder / "图.docx").write_bytes(b"\x89PNG\r\n\x1a\n")
    for arguments in (("diff", "报告.txt", "图.docx"), ("trace", "图.docx", "报告.txt"), ("view", "图.docx")):
        run = govreport(*arguments)
        assert run.code == 2 and "“图.docx”" in run.err and '"图.docx"' in run.err


def test_the_encoding_of_both_files_can_be_named(govreport: Any, folder: Path) -> None:
    for name, text in (("甲.txt", "一、總體情況\n進展良好。\n"), ("乙.txt", "一、總體情況\n進展較好。\n")):
        (folder / name).write_bytes(text.encode("big5"))
    assert "總體情況" in govreport("diff", "甲.txt", "乙.txt", "--encoding", "big5").out
    assert govreport("trace", "甲.txt", "乙.txt", "--encoding", "big5").code == 0


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_two_percentages_differ_by_points(govreport: Any, folder: Path, form: str) -> None:
    old = "某县2024年工作总结\n一、主要工作\n一审败诉率33.6%，办理来信40件。\n二、打算\n再接再厉。\n"
    (folder / "旧.txt").write_text(old, "utf-8")
    (folder / "新.txt").write_text(old.replace("33.6", "15.1").replace("40", "30"), "utf-8")
    out = govreport("diff", "旧.txt", "新.txt", *(["--to", form] if form != "text" else [])).out
    assert "−18.5个百分点" in out
    assert "−10件（−25%）" in out
