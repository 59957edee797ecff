"""Tracked changes: each sort of them, as the document reads with it accepted and as it read before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from govreport import read
from govreport.cli.main import cli
from govreport.model.source import Source

Capture = pytest.CaptureFixture[str]


def r(text: str, properties: str = "", tag: str = "t") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space='preserve'>{text}</w:{tag}></w:r>"


def p(*content: str, mark: str = "", properties: str = "") -> str:
    ends = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{ends}</w:pPr>{''.join(content)}</w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(text))}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def gone(text: str) -> str:
    return f"<w:del>{r(text, tag='delText')}</w:del>"


def new(text: str) -> str:
    return f"<w:ins>{r(text)}</w:ins>"


NUMBERED = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
NUMBERS = (
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>"
    "<w:lvlText w:val='%1、'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
)
CODE = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>"

# what changed; document; accepted; original
CHANGES = [
    ("words put in, words taken out", p(r("办结"), gone("三"), new("四"), r("件。")), "办结四件。", "办结三件。"),
    (
        "words moved",
        p(f"<w:moveFrom>{r('旧处')}</w:moveFrom>", r("甲")) + p(r("乙"), f"<w:moveTo>{r('新处')}</w:moveTo>"),
        "甲\n乙新处",
        "旧处甲\n乙",
    ),
    ("a paragraph's end taken out", p(r("上句，"), mark="<w:del/>") + p(r("下句。")), "上句，下句。", "上句，\n下句。"),
    ("a paragraph's end put in", p(r("上句。"), mark="<w:ins/>") + p(r("下句。")), "上句。\n下句。", "上句。下句。"),
    ("a paragraph taken out", p(gone("删去。"), mark="<w:del/>") + p(r("留下。")), "留下。", "删去。\n留下。"),
    ("a paragraph put in", p(new("加上。"), mark="<w:ins/>") + p(r("原有。")), "加上。\n原有。", "原有。"),
    (
        "a paragraph moved",
        p(f"<w:moveFrom>{r('移动。')}</w:moveFrom>", mark="<w:moveFrom/>")
        + p(r("甲。"))
        + p(f"<w:moveTo>{r('移动。')}</w:moveTo>", mark="<w:moveTo/>")
        + p(r("乙。")),
        "甲。\n移动。\n乙。",
        "移动。\n甲。\n乙。",
    ),
    ("the last paragraph's end taken out", p(r("甲。")) + p(r("乙。"), mark="<w:del/>"), "甲。\n乙。", "甲。\n乙。"),
    (
        "a paragraph's end before a table",
        p(r("见表："), mark="<w:del/>") + f"<w:tbl>{row(cell('甲'), cell('乙'))}</w:tbl>",
        "见表：\n甲\t乙",
        "见表：\n甲\t乙",
    ),
    ("put in and taken out again", p(r("甲"), f"<w:ins>{gone('乙')}</w:ins>", r("丙")), "甲丙", "甲丙"),
    (
        "rows",
        f"<w:tbl>{row(cell('旧'), cell('1'), properties='<w:del/>')}{row(cell('新'), cell('2'), properties='<w:ins/>')}"
        f"{row(cell('同'), cell('3'))}</w:tbl>",
        "新\t2\n同\t3",
        "旧\t1\n同\t3",
    ),
    (
        "cells",
        f"<w:tbl>{row(cell('甲'), cell('乙', '<w:cellDel/>'), cell('丙', '<w:cellIns/>'))}{row(cell('丁'), cell('戊'))}</w:tbl>",
        "甲\t丙\n丁\t戊",
        "甲\t乙\n丁\t戊",
    ),
    (
        "a numbered paragraph taken out: the others move up",
        p(gone("甲"), mark="<w:del/>", properties=NUMBERED) + p(r("乙"), properties=NUMBERED),
        "一、乙",
        "一、甲\n二、乙",
    ),
    (
        "a number given, and one taken away",
        p(r("甲"), properties=NUMBERED.replace("</w:numPr>", "<w:ins/></w:numPr>"))
        + p(r("乙"), properties=f"{NUMBERED}<w:pPrChange><w:pPr/></w:pPrChange>")
        + p(r("丙"), properties=f"<w:pPrChange><w:pPr>{NUMBERED}</w:pPr></w:pPrChange>"),
        "一、甲\n二、乙\n丙",
        "甲\n乙\n一、丙",
    ),
    (
        "a field taken out",
        p(
            r("见"),
            f"<w:del>{CODE.format('<w:r><w:delInstrText>REF a</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType=' + chr(39) + 'separate' + chr(39) + '/></w:r>' + r('第一节', tag='delText'))}</w:del>",
            r("。"),
        ),
        "见。",
        "见第一节。",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "accepted", "original"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES]
)
def test_changes(reads: Callable[..., Source], body: str, accepted: str, original: str) -> None:
    assert reads(body, numbering=NUMBERS).text == accepted
    assert reads(body, original=True, numbering=NUMBERS).text == original


def test_what_changed_its_look_had_another_before(reads: Callable[..., Source]) -> None:
    body = p(r("加强领导。", "<w:b/><w:rPrChange><w:rPr/></w:rPrChange>"), r("各级部门"))
    assert [hint.kind for hint in reads(body).hints] == ["bold"]
    assert reads(body, original=True).hints == ()


def test_the_verbs_and_the_commands_take_the_option(word: Callable[..., bytes], tmp_path: Path, capfd: Capture) -> None:
    data = word(p(r("一、办结"), gone("三"), new("四"), r("件")))
    assert read(data).sections[0].heading == "办结四件"
    assert read(data, original=True).sections[0].heading == "办结三件"
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    for command in (["convert", str(path), "--original", "--to", "txt"], ["show", str(path), "--original"]):
        cli.main(command, standalone_mode=False)
        assert "办结三件" in capfd.readouterr().out
