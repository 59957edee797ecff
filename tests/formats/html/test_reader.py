"""Reading saved pages: charset, lines, the article among the furniture, hints, tables, metadata, hostile input."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport.errors import BudgetError, DecodingError, FormatError
from govreport.formats.html import read
from govreport.model.source import Source

SENTENCE = "全年受理群众来信三百余件，办结率稳步上升，满意度有所提高。"
PAGES = sorted((Path(__file__).resolve().parents[3].parent / "shared" / "corpus" / "full").glob("*/*.html"))


def html(text: str) -> Source:
    return read(text.encode())


def lines(source: Source, *kinds: str) -> list[str]:
    """The lines that are no furniture, or those under furniture of these kinds."""
    found, offset = [], 0
    for line in source.text.split("\n"):
        zone = [h.value for h in source.hints if h.kind == "furniture" and h.span.start <= offset < h.span.end]
        if zone == list(kinds):
            found.append(line)
        offset += len(line) + 1
    return found


def hinted(source: Source, kind: str) -> list[tuple[str, object]]:
    return [(h.span.of(source.text), h.value) for h in source.hints if h.kind == kind]


PAGE = f"""<!DOCTYPE html><html><head><title>统计局</title><meta charset="utf-8">
<meta name="SiteName" content="云溪县政府"><meta name="ArticleTitle" content="云溪县统计局 2023年工作总结">
<META NAME="pubdate" CONTENT="2024-01-08 09:30"><meta name="ContentSource" content="县统计局">
<meta name="ColumnName" content="工作总结"><meta name="Author" content=""></head><body>
<!-- 页头 --><script>var a = "脚本。";</script><style>p {{}}</style><noscript>请启用脚本</noscript>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a>政务公开</a></li></ul></div>
<input type="hidden" value="隐藏"><div style="display: none">弹窗。</div>
<table class="xxgk"><tr><td>索 引 号：</td><td>A01/2024-00001</td><td>主题分类：</td><td>统计</td></tr>
<tr><td>发文机关：</td><td>云溪县统计局</td><td>有效性：</td><td></td></tr></table>
<h1 class="bt">云溪县统计局<br>
2023年工作总结</h1>
<div class="info"><span>时间：2024-01-08</span> <span>来源：县统计局</span><span>【打印】</span></div>
<div class="TRS_Editor"><p>&nbsp;&nbsp;{SENTENCE}</p><p><strong>一、主要工作</strong></p><p>{SENTENCE}</p></div>
<div class="share"><a>上一篇：关于召开会议的通知</a></div><div class="footer">主办：云溪县人民政府办公室</div>
</body></html>"""


def test_article_stands_alone_and_the_rest_is_furniture() -> None:
    source = html(PAGE)
    assert lines(source) == ["云溪县统计局2023年工作总结", SENTENCE, "一、主要工作", SENTENCE]
    assert lines(source, "chrome") == [
        "首页",
        "政务公开",
        "时间：2024-01-08 来源：县统计局【打印】",
        "上一篇：关于召开会议的通知",
        "主办：云溪县人民政府办公室",
    ]
    assert hinted(source, "heading") == [("云溪县统计局2023年工作总结", 1)]
    assert hinted(source, "bold") == [("一、主要工作", None)]
    assert source.format == "html"


def test_metadata_of_tags_and_of_the_block() -> None:
    source = html(PAGE)
    assert source.metadata == {
        "网站名称": "云溪县政府",
        "标题": "云溪县统计局 2023年工作总结",
        "发布时间": "2024-01-08 09:30",
        "来源": "县统计局",
        "栏目": "工作总结",
        "索引号": "A01/2024-00001",
        "主题分类": "统计",
        "发文机关": "云溪县统计局",
    }
    assert lines(source, "metadata")[0] == "索 引 号："


def test_source_line_stands_in_for_missing_tags() -> None:
    page = "<body><h1>青石乡工作总结</h1><p class=i>来源：青石乡政府 发布时间：2023年5月6日</p>"
    source = html(f"{page}<div id=zoom><p>{SENTENCE}</p><p>{SENTENCE}</p></div>")
    assert source.metadata == {"来源": "青石乡政府", "发布时间": "2023年5月6日"}


def test_title_that_the_body_repeats_is_set_aside() -> None:
    head = "<h1>青石乡工作总结</h1><a>首页</a>"
    page = f"{head}<div id=zoom><p align=center>青石乡</p><p>工作总结</p><p>{SENTENCE}</p></div>"
    source = html(page)
    assert lines(source) == ["青石乡", "工作总结", SENTENCE]
    assert lines(source, "repeat") == ["青石乡工作总结"]
    assert hinted(source, "align") == [("青石乡", "center")]


def test_title_that_only_the_meta_tag_knows_stands_before_the_body() -> None:
    source = html(f"<meta name=ArticleTitle content='青石乡工作总结'><a>首页</a><div id=zoom><p>{SENTENCE}</p></div>")
    assert lines(source) == ["青石乡工作总结", SENTENCE]


def test_body_without_a_known_name_is_found_by_its_sentences() -> None:
    links = "".join(f"<li><a>{SENTENCE}</a></li>" for _ in range(20))
    text = f"<p>{SENTENCE}</p>{SENTENCE}<br>{SENTENCE}"
    page = f"<div><ul>{links}</ul></div><div><div>{text}</div></div><div>版权，所有</div>"
    assert lines(html(page)) == [SENTENCE] * 3


def test_an_article_in_several_containers_is_one() -> None:
    part = f"<div class='TRS_Editor'><p>{SENTENCE}</p><p>{SENTENCE}</p></div>"
    page = f"<div class=nav><a>首页</a></div><div class=con>{part}{part}{part}</div><p>版权所有</p>"
    assert lines(html(page)) == [SENTENCE] * 6


def test_data_of_office_programs_in_the_page_is_not_visible() -> None:
    page = f"<div id=zoom><xml><w:View>Normal</w:View></xml><p>{SENTENCE}</p></div>"
    assert html(page).text == SENTENCE


def test_layout_tables_are_no_data() -> None:
    inner = "".join(f"<p>{SENTENCE}</p>" for _ in range(5))
    page = f"<table><tr><td>首页</td><td>导航</td></tr><tr><td>栏目</td><td>{inner}</td></tr></table>"
    source = html(page)
    assert lines(source) == [SENTENCE] * 5
    assert not hinted(source, "table")


def test_plain_page_is_all_body() -> None:
    assert html("<h2>工作总结</h2><p>一、<b>总体</b>情况</p>").text == "工作总结\n一、总体情况"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>上半句\n  下半句</p>", "上半句下半句"),
        ("<p>共 12\n件</p>", "共 12 件"),
        ("<p><span>一</span><span>、</span>\n<font>概况</font></p>", "一、概况"),
        ("<p>GDP\n growth</p>", "GDP growth"),
        ("<p>甲<br/>乙</p>", "甲\n乙"),
        ("<div>甲<p>乙</p>丙</div>", "甲\n乙\n丙"),
        ("<p>&nbsp;&ensp;&emsp;甲&nbsp;乙</p>", "甲\u00a0乙"),
        ("<p>\u3000\u3000甲</p>", "\u3000\u3000甲"),
        ("<ul><li>甲<li>乙</ul>", "甲\n乙"),
        ("<pre>甲\n乙</pre>", "甲\n乙"),
        ("<p>甲<!-- 注 -->乙<script>丙</script>丁</p>", "甲乙丁"),
        ("<p>甲<span hidden>乙</span>丙</p>", "甲丙"),
        ("<p>甲<data value=5>乙</data><o:p>丙</o:p><st1:place w:st=on>丁</st1:place></p>", "甲乙丙丁"),
        ("<p>5 &lt; 7 &amp;&#x4e00;</p>", "5 < 7 &一"),
    ],
)
def test_white_space_and_line_ends(markup: str, text: str) -> None:
    assert html(markup).text == text


@pytest.mark.parametrize(
    ("markup", "bold"),
    [
        ("<p><b>一是</b><strong>抓学习。</strong>其余</p>", ["一是抓学习。"]),
        ("<p>&nbsp;<b>甲</b>乙<b>丙</b></p>", ["甲", "丙"]),
        ("<p><span style='font-weight:700'>甲</span>乙</p>", ["甲"]),
        ("<b><span style='font-weight: normal'>甲</span>乙</b>", ["乙"]),
        (
            "<p><span style='font-family: 黑体, SimHei'>甲</span><span style='font-family:微软雅黑'>乙</span></p>",
            ["甲"],
        ),
    ],
)
def test_bold(markup: str, bold: list[str]) -> None:
    assert [text for text, _ in hinted(html(markup), "bold")] == bold


def test_alignment_is_inherited_and_ended() -> None:
    source = html(
        "<div style='text-align:center'><p>甲</p><p align=left>乙</p></div><p style='text-align: right'>丙</p>"
    )
    assert hinted(source, "align") == [("甲", "center"), ("丙", "right")]


def test_merged_cells_repeat_their_text() -> None:
    source = html(
        "<p>见下表。</p><table><caption>表1</caption><tr><th rowspan=2>类别</th><th colspan=2>件数</th></tr>"
        "<tr><td>上<br>年</td><td>本年</td></tr><tr><td>许可</td><td>3</td><td><p>GDP</p><p>CPI</p></td></tr></table>"
    )
    rows = (("类别", "件数", "件数"), ("类别", "上年", "本年"), ("许可", "3", "GDP CPI"))
    assert source.text == "见下表。\n表1\n" + "\n".join("\t".join(row) for row in rows)
    assert hinted(source, "table") == [("\n".join("\t".join(row) for row in rows), rows)]


@pytest.mark.parametrize(
    ("data", "encoding", "codec"),
    [
        ("\ufeff<p>区县</p>".encode(), None, "utf-8-sig"),
        ("<meta charset=gb2312><p>区县</p>".encode("gb18030"), None, "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=gbk"><p>区县</p>'.encode("gbk"), None, "gb18030"),
        ('<?xml version="1.0" encoding="gb2312"?><html><p>区县</p>'.encode("gbk"), None, "gb18030"),
        ("<p>区县</p>".encode("gb18030"), None, "gb18030"),
        ("<meta charset=gbk><p>区县</p>".encode(), "utf-8", "utf-8"),
        ("<p>區縣</p>".encode("big5"), "big5", "big5"),
        ("<meta charset=gbk><p>区县</p>".encode("utf-16"), None, "utf-16-le-sig"),
        ("<meta charset=no-such-thing><p>区县</p>".encode(), None, "utf-8"),
    ],
)
def test_charset(data: bytes, encoding: str | None, codec: str) -> None:
    source = read(data, encoding=encoding)
    assert (source.text in ("区县", "區縣"), source.encoding) == (True, codec)


def test_a_few_broken_bytes_are_forgiven() -> None:
    data = ("<meta charset=utf-8><p>" + SENTENCE * 5 + "</p>").encode() + b"\xe4\xbd<p>x</p>"
    assert read(data).text.startswith(SENTENCE)


def test_an_encoding_that_does_not_fit_is_an_error() -> None:
    with pytest.raises(DecodingError):
        read("<p>区县</p>".encode("gbk"), encoding="utf-8")


@pytest.mark.parametrize(
    "data", [b"", b"no tags at all", "纯文本。".encode(), b"<div><!-- a --></div>", b"<script>x</script>"]
)
def test_no_page_is_one_clear_error(data: bytes) -> None:
    with pytest.raises(FormatError):
        read(data)


def test_hostile_pages_end_in_budget_errors() -> None:
    with pytest.raises(BudgetError):
        html("<div>" * 5000 + "甲")
    cell = "<td colspan=100 rowspan=9999>" + "甲" * 2000 + "</td><td>乙</td>"
    with pytest.raises(BudgetError):
        html("<p>。</p><table>" + f"<tr>{cell}</tr>" * 300 + "</table>")


def test_external_entities_stay_unread(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密")
    source = html(f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><p>甲&x;乙</p></html>')
    assert "机密" not in source.text


@pytest.mark.parametrize("path", PAGES or [None], ids=lambda path: path.stem if path else "none")
def test_real_pages(path: Path | None) -> None:
    if path is None:
        pytest.skip("the shared corpus of real pages is not beside this checkout")
    source = read(path.read_bytes(), name=path.name)
    article = lines(source)
    assert "".join(article[0].split()) == "".join(source.metadata["标题"].split())
    assert len("".join(article)) > 0.75 * len(source.text)
    assert not any(word in line for line in article for word in ("首页", "打印", "版权所有", "扫一扫", "当前位置"))
    assert sum("、" in line[:3] for line in article) >= 2
