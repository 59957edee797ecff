"""`govreport show`: what it prints of a good file, and the one sentence it has for a bad one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from govreport.cli.screen import WIDTH
from govreport.language.width import display_width

Govreport = Callable[..., Any]

TREE = """\
某县2023年工作总结
种类      工作总结
年份      总结2023
4 节 / sections
├── 一、总体情况  [overview]
│   ├── （一）抓好服务
│   └── （三）公开结果
└── 二、打算  [plans]
指标 0  计划 0  问题 0  引用 0
"""
NOTE = '4:1: GR101 “（三）”编号缺1个 / "（三）": 1 number(s) missing before this one\n'

HEAD = """\
某政发〔2024〕2号
政府工作报告
——2024年1月16日在沅陵湾区第五届人民代表大会第四次会议上
沅陵湾区人民政府区长 陈望舒
各位代表：
一、总体情况
项目\t数量
收件\t12
一是延长时间。二是增加人手。
"""


def rows(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def test_the_tree_is_on_standard_output_and_the_notes_beside_it(govreport: Govreport) -> None:
    run = govreport("show", "报告.txt")
    assert (run.code, run.out, run.err) == (0, TREE, NOTE)


def test_standard_input(govreport: Govreport, folder: Path) -> None:
    data = (folder / "报告.txt").read_bytes()
    assert govreport("show", "-", stdin=data).out == TREE
    assert govreport("show", "-", "--encoding", "gb18030", stdin=data.decode().encode("gb18030")).out == TREE


def test_fields_of_the_head_and_sections_without_heading(govreport: Govreport) -> None:
    assert rows(govreport("show", "-", stdin=HEAD.encode()).out) == [
        "政府工作报告",
        "种类 政府工作报告",
        "年份 总结2023 计划2024",
        "发文字号 某政发〔2024〕2号",
        "题注 ——2024年1月16日在沅陵湾区第五届人民代表大会第四次会议上",
        "报告人 沅陵湾区人民政府区长 陈望舒",
        "发文机关 沅陵湾区人民政府",
        "日期 2024-01-16",
        "称谓 各位代表：",
        "3 节 / sections",
        "└── 一、总体情况 [overview] ▦",
        "├── 一是延长时间。",
        "└── 二是增加人手。",
        "指标 0 计划 0 问题 0 引用 0",
    ]


def test_what_looks_like_markup_is_printed_as_it_is(govreport: Govreport) -> None:
    out = govreport("show", "-", stdin="一、[red]总体[/red]情况\n进展良好。\n二、[/x]打算\n好。\n".encode()).out
    assert rows(out)[1:3] == ["├── 一、[red]总体[/red]情况 [thematic]", "└── 二、[/x]打算 [thematic]"]


def test_long_headings_are_cut_and_never_wrapped(govreport: Govreport) -> None:
    heading = "抓好便民服务事项" * 7
    out = govreport("show", "-", stdin=f"一、{heading}\n好。\n二、打算\n好。\n".encode()).out.splitlines()
    first, second = (row for row in out if row.startswith(("├── ", "└── ", "│")))
    assert first.startswith("├── 一、抓好便民服务事项") and "…" in first
    assert second.startswith("└── 二、打算")
    assert 80 < display_width(first) <= WIDTH


def test_a_missing_file_gets_no_advice_for_programmers(govreport: Govreport) -> None:
    assert govreport("show", "没有.txt").err == 'govreport: 找不到文件“没有.txt” / no such file: "没有.txt"\n'
    assert len(govreport("show", "一、总体情况" * 200).err) < 500


def test_a_file_that_is_no_text_is_named(govreport: Govreport, folder: Path) -> None:
    (folder / "坏.txt").write_bytes(b"\xff\xff\xff\xff")
    assert govreport("show", "坏.txt").err.startswith("govreport: “坏.txt”：内容不是文字")
    (folder / "坏.md").write_bytes("一、总体情况".encode("gb18030"))
    assert '"坏.md": line 1' in govreport("show", "--encoding", "utf-8", "坏.md").err


def test_stage_lines(govreport: Govreport) -> None:
    text = "打印\n一、总体情况\n大厅早开门；晚关门\n— 1 —\n周末不休息。\n"
    run = govreport("show", "--stage", "lines", "-", stdin=text.encode())
    assert rows(run.out) == [
        "1:1 chrome 打印",
        "2:1 text 一、总体情况",
        "3:1 text 大厅早开门；晚关门",
        "4:1 page-number — 1 —",
        "5:1 text ┆周末不休息。",
    ]


def test_stage_marks(govreport: Govreport) -> None:
    run = govreport("show", "--stage", "marks", "报告.txt")
    assert rows(run.out) == [
        "2:1 hanzi line 一、总体情况 @1 first",
        "3:1 hanzi-paren line （一）抓好服务。进展良好。 @2 first",
        "4:1 hanzi-paren line （三）公开结果。进展良好。 @2 gap",
        "5:1 hanzi line 二、打算 @1 next",
    ]
    assert run.err == NOTE


def test_a_mark_that_numbers_nothing_says_why(govreport: Govreport) -> None:
    run = govreport(
        "show", "--stage", "marks", "-", stdin="一、总体情况\n（九）这一项排得太远。\n二、打算\n好。\n".encode()
    )
    assert "（九）这一项排得太远。 不合编号顺序 / out of sequence" in rows(run.out)[1]


def test_stage_tree_is_the_default(govreport: Govreport) -> None:
    assert govreport("show", "--stage", "tree", "报告.txt").out == TREE


def test_why(govreport: Govreport) -> None:
    run = govreport("show", "--why", "报告.txt")
    assert rows(run.out) == [
        "1:1 某县2023年工作总结",
        "title 文首 / front of the document",
        "2:1 一、总体情况",
        "一、 hanzi@1 新编号的开头 / first of a new series",
        "3:1 （一）抓好服务。进展良好。",
        "（一） hanzi-paren@2 新编号的开头 / first of a new series",
        "4:1 （三）公开结果。进展良好。",
        "（三） hanzi-paren@2 编号有缺，仍接续 / accepted over a gap",
        "5:1 二、打算",
        "二、 hanzi@1 接续同级编号 / next of its series",
        "6:1 再接再厉。",
        "text 正文 / text",
    ]


def test_why_says_what_else_a_line_could_have_been(govreport: Govreport) -> None:
    out = govreport("show", "--why", "-", stdin="一、总体情况\n三、四季度明显回升。\n二、打算\n好。\n".encode()).out
    assert rows(out)[2:5] == [
        "2:1 三、四季度明显回升。",
        "text 正文 / text",
        "? 三、 hanzi: 前后文表明不是编号 / its surroundings say it numbers nothing",
    ]


@pytest.mark.parametrize("arguments", [["--stage", "lines"], ["--stage", "marks"], ["--why"]], ids=" ".join)
def test_stages_of_a_report_that_is_no_text(govreport: Govreport, folder: Path, arguments: list[str]) -> None:
    json = govreport("convert", "--to", "json", "报告.txt").out
    assert govreport("show", *arguments, "-", stdin=json.encode()).out == govreport("show", *arguments, "报告.txt").out


BAD = [
    # arguments, standard input, what the sentence must hold
    (["没有.txt"], b"", ["找不到文件“没有.txt”", 'no such file: "没有.txt"']),
    (["."], b"", ["“.”是文件夹", '"." is a directory']),
    (["空.txt"], b"", ["“空.txt”是空的", "is empty"]),
    (["-"], b" \n\t\r\n", ["空的", "empty"]),
    (["-"], b"\x89PNG\r\n\x1a\n" + bytes(range(256)), ["这是图片（PNG）", "a picture (PNG)"]),
    (["-"], b"\xff\xff\xff\xff", ["内容不是文字", "not text"]),
    (["-"], b"PK\x03\x04" + b"OFD.xml", ["OFD"]),
    (["-"], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), ["docx"]),
    (["-", "--encoding", "utf-8"], "一、总体情况".encode("gb18030"), ["不合 utf-8 编码", "not valid utf-8"]),
    (["报告.txt", "--encoding", "sxw"], b"", ["“sxw”", "encoding"]),
    (["报告.txt", "--format", "sxw"], b"", ["不认识的格式“sxw”", 'unknown format "sxw"']),
    (["报告.txt", "--format", "json"], b"", ["不是合法的 JSON", "第 1 行第 1 列"]),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "stdin", "named"), BAD, ids=[f"{' '.join(row[0])} {row[2][0]}" for row in BAD])
@pytest.mark.parametrize("stage", [[], ["--why"]], ids=["tree", "why"])
def test_bad_input_is_said_in_one_sentence(
    govreport: Govreport, folder: Path, arguments: list[str], stdin: bytes, named: list[str], stage: list[str]
) -> None:
    (folder / "空.txt").write_bytes(b"")
    run = govreport("show", *stage, *arguments, stdin=stdin)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("govreport: ")
    assert run.err.count("\n") == 1
    assert [word for word in named if word not in run.err] == []


@pytest.mark.parametrize(
    "arguments", [["show"], ["show", "--stage", "树", "报告.txt"], ["画"], ["show", "--color", "报告.txt"]]
)
def test_wrong_use(govreport: Govreport, arguments: list[str]) -> None:
    run = govreport(*arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("用法 / Usage: govreport")


def test_help_names_the_commands(govreport: Govreport) -> None:
    run = govreport("--help")
    assert run.code == 0
    listed = [row.split()[0] for row in run.out.partition("Commands:\n")[2].splitlines()]
    assert listed == [
        "batch",
        "check",
        "convert",
        "diff",
        "fix",
        "metrics",
        "rule",
        "schema",
        "seed",
        "show",
        "trace",
        "view",
    ]
