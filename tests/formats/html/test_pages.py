"""One report on pages of many builds: each gives the tree that its plain text gives, and its page's metadata.

The pages in `pages/` are made up. They are built as content management systems, Word and hand-written sites of the
last twenty years build theirs.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from attrs import evolve

from govreport import Report, parse, read

PAGES = Path(__file__).parent / "pages"
TEXT = """青溪区水务局2023年法治政府建设情况报告
2023年，区水务局围绕全区中心工作，推进法治政府建设，现将有关情况报告如下。
一、主要工作开展情况
（一）健全依法行政制度。修订河道管理办法2项，清理规范性文件14件，废止3件。
（二）规范水行政执法。一是落实执法公示，公示信息86条。二是开展岸线巡查，全年巡查320余次。
办理情况见下表。
事项\t办结件数\t办结件数
事项\t2022年\t2023年
取水许可\t18\t25
河道采砂\t3\t2
二、存在的问题
执法力量仍显不足，普法形式较为单一，部分工作人员运用法治方式解决问题的能力有待提高。
三、2024年工作安排
1.完善河湖长制，压实巡河责任。
2.加强队伍培训，全年组织培训不少于4期。
特此报告。
青溪区水务局
2024年1月12日
"""
INDEX = "QX010/2024-00003"
TITLE = "青溪区水务局2023年法治政府建设情况报告"
METADATA: dict[str, dict[str, str]] = {
    # TRS: all tags of the 指引, a table of the block, a line under the title
    "trs": {
        "网站名称": "青溪区人民政府",
        "网站域名": "www.qingxi.example",
        "网站标识码": "0000000001",
        "栏目": "法治政府建设",
        "标题": TITLE,
        "发布时间": "2024-01-15 09:20",
        "来源": "区水务局",
        "关键词": "水务;法治",
        "作者": "张三",
        "摘要": "水务局年度报告。",
        "网址": "//www.qingxi.example/fzzf/202401/t20240115_1.html",
        "索引号": INDEX,
        "主题分类": "水利、水务",
        "发布机构": "青溪区水务局",
        "成文日期": "2024-01-12",
        "有效性": "有效",
    },
    # tables as layout, <br> between paragraphs, &nbsp; as indent, GB2312, tags in capitals
    "zoom": {"来源": "青溪区水务局", "发布时间": "2024-01-15"},
    # UCAP: tags in lower case, the block as a list
    "ucap": {
        "网站名称": "青溪区水务局",
        "栏目": "年度报告",
        "标题": TITLE,
        "发布时间": "2024-01-15 00:00:00",
        "索引号": INDEX,
        "发布机构": "青溪区水务局",
        "发文日期": "2024-01-12",
        "名称": TITLE,
        "文号": "青水发〔2024〕3号",
        "有效性": "有效",
        "来源": "青溪区水务局",
    },
    # saved from Word: a title on two lines, conditional comments, numbers that Word counted
    "word": {},
    # nothing but div and span, the block as a <dl>
    "soup": {
        "索引号": INDEX,
        "发布机构": "青溪区水务局",
        "公开日期": "2024-01-15",
        "有效性": "有效",
        "发布时间": "2024-01-15",
        "来源": "青溪区水务局",
    },
    # the article in a cell, the block as a table in a table
    "cell": {
        "索引号": "000014349/2024-00003",
        "主题分类": "水利、水务\\其他",
        "发文机关": "青溪区水务局",
        "成文日期": "2024年01月12日",
        "标题": TITLE,
        "发文字号": "青水发〔2024〕3号",
        "发布日期": "2024年01月15日",
    },
    # HTML 5, numbers of a list that only the browser shows
    "lists": {"摘要": "年度报告"},
    # a page that scripts have made: dialogues that don't show, labels and values parted by style alone
    "spa": {
        "索引号": INDEX,
        "发文字号": "青水发〔2024〕3号",
        "成文日期": "2024-01-12",
        "有效性": "有效",
        "发布时间": "2024-01-15 09:20",
        "来源": "青溪区水务局",
    },
    # navigation, tools and neighbours in one container with the article
    "inbody": {},
    # no container at all: the paragraphs of the article between those of the site
    "flat": {"来源": "青溪区水务局", "发布时间": "2024-01-15"},
}


def load(name: str) -> bytes:
    """A page in the charset that it declares."""
    text = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    declared = re.search(r"charset=[\"']?([\w-]+)", text, re.IGNORECASE)
    return text.encode(declared[1] if declared else "utf-8")


def bare(report: Report) -> Report:
    """A report without what stands outside its text."""
    return evolve(report, metadata={}, document_number=None)


@pytest.mark.parametrize("name", METADATA)
def test_the_page_gives_the_tree_of_its_text(name: str) -> None:
    assert bare(read(load(name))) == bare(parse(TEXT))


@pytest.mark.parametrize("name", METADATA)
def test_the_page_gives_its_metadata(name: str) -> None:
    assert read(load(name)).metadata == METADATA[name]


@pytest.mark.parametrize("name", METADATA)
def test_the_page_is_covered_by_tiles(name: str) -> None:
    report = read(load(name))
    assert report.source is not None
    left = list(report.source.text)
    for tile in report.tiles():
        left[tile.span.start : tile.span.end] = " " * len(tile.span)
    assert not "".join(left).strip()


def test_every_page_has_a_row() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(METADATA)


def test_a_report_number_in_the_block_is_that_of_the_report() -> None:
    assert str(read(load("cell")).document_number) == "青水发〔2024〕3号"
