"""OFD files of other makers: what a reader of them would say."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport import read
from govreport.formats import ofd as format
from govreport.model.source import Source

FACTS = {
    # file → lines of text, pages, lines that are there
    "hello.ofd": (51, 2, ["拿来主义", "鲁迅"]),
    "helloworld.ofd": (1, 1, ["你好呀，OFD Reader&Writer！"]),
    "helloworld_with_pageblock.ofd": (1, 1, ["你好呀，OFD Reader&Writer！"]),
    "multiKeywordInTextCode.ofd": (1, 1, []),
    "n.ofd": (18, 2, ["路卫发〔2011〕76号", "区中医院：", "2011年3月10日", "— 2 —"]),
    "namespace_no_std.ofd": (1, 1, ["你好呀，OFD Reader&Writer！"]),
    "path_unstd.ofd": (25, 2, ["立案决定书", "（存根）", "案件名称测试数据AJMC"]),
    "z.ofd": (38, 4, ["11.4字型变换", "1、一对一", "4、多对多"]),
}


@pytest.fixture(params=FACTS)
def found(request: pytest.FixtureRequest, shared: Path) -> tuple[Source, tuple[int, int, list[str]]]:
    path = shared / "corpus" / "formats" / request.param
    return format.read(path.read_bytes(), name=path.name), FACTS[request.param]


def test_lines_and_pages(found: tuple[Source, tuple[int, int, list[str]]]) -> None:
    source, (lines, pages, there) = found
    text = source.text.splitlines()
    assert len(text) == lines
    assert sum(hint.kind == "page" for hint in source.hints) == pages
    assert [line for line in there if line not in text] == []


UNSEEN = "gz-SIGNNAME-liucheng"
"""What path_unstd.ofd has in white on white, and what another reader doesn't look at."""


@pytest.mark.parametrize("name", [*FACTS, "文字横向-数科.ofd"])
def test_another_reader_sees_the_same_characters(name: str, shared: Path) -> None:
    """ofdkit, with each page's characters in any order, for the two set gaps and lines apart differently."""
    ofdkit = pytest.importorskip("ofdkit", reason="the extra test is not installed")
    path = shared / "corpus" / "formats" / name
    source = format.read(path.read_bytes())
    ours = [hint.span.of(source.text) for hint in source.hints if hint.kind == "page"]
    with ofdkit.open(path) as document:
        theirs = [page.text() for page in document.pages]
    if name == "path_unstd.ofd":
        theirs[0] = theirs[0].replace(UNSEEN, "", 1)
    assert [sorted("".join(text.split())) for text in ours] == [sorted("".join(text.split())) for text in theirs]


def test_text_written_downwards(shared: Path) -> None:
    source = format.read((shared / "corpus/formats/文字横向-数科.ofd").read_bytes())
    assert set("".join(source.text.split())) == set("一二三四12")


def test_a_table_of_another_maker(shared: Path) -> None:
    source = format.read((shared / "corpus/formats/z.ofd").read_bytes())
    (table,) = (hint.value for hint in source.hints if hint.kind == "table")
    assert (len(table), {len(row) for row in table}) == (5, {4})
    assert table[0] == ("名称", "类型", "说明", "可选/必选")
    assert [row[0] for row in table[1:]] == ["CodePosition", "CodeCount", "GlyphCount", "Glyphs"]
    assert "默认为1" in table[2][2]


def test_an_official_letter(shared: Path) -> None:
    report = read(shared / "corpus/formats/n.ofd")
    assert str(report.document_number) == "路卫发〔2011〕76号"
    assert report.date == "2011-03-10"
    assert report.closing.signature == ("测试符路桥区卫生局办公室",)
    assert [place.kind for place in report.furniture].count("page-number") == 2
