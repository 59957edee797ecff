"""Lines and what they are: text, or furniture of a page. Pair tables, and what must be left alone."""

from __future__ import annotations

import pytest

from govreport import Source, Span
from govreport.formats.text import source as tabular
from govreport.model.source import Hint
from govreport.parse.chrome import furniture_kind
from govreport.parse.lines import lines, visible

CHROME = [
    "下载", "打印", "全屏", "收藏", "【打印】", "[关闭窗口]", "字号：", "【字号：大 中 小】", "【字号：",
    "字体：大 中 小",
    "分享到：", "返回顶部", "当前位置：首页 > 政务公开 > 工作总结", "首页 > 政务公开 > 工作总结",
    "首页>政府信息公开",
    "浏览次数：123", "阅读：56次", "点击数：12", "扫一扫在手机打开当前页", "相关报道：", "打印本页",
    "点击查看更多", ">>", "| |",
    "【字号：大 中 小】 打印", "字体：[大][中][小]", "【大 中 小】", "打印 关闭", "[打印] [关闭]", "打印 | 关闭窗口",
    "访问量：1234", "版权所有：某县人民政府", "网站地图", "联系我们",
    "×", "====================", "0d5f2c7d8e9f0a1b2c3d4e5f60718293",
]  # fmt: skip
SOURCE_LINES = [
    "来源：某某日报", "（来源：某某日报）", "信息来源：某县人民政府办公室", "摘自：某某日报", "编辑：张三",
    "责任编辑：李四", "作者：王五",
    "审核：赵六", "发布时间：2024-01-15 10:20", "发布日期：2024-01-15", "2024-01-15 10:20:33",
    "2024年01月15日 10:20",
    "记者 张三", "本报记者 张三 通讯员 李四",
    "发布时间：2024-01-15 10:20 来源：某县水利局", "（新华社北京某月某日电）",
]  # fmt: skip
PAGE_NUMBERS = [
    "— 1 —",
    "—1—",
    "- 12 -",
    "－3－",
    "—　2　—",
    "· 3 ·",
    "第 1 页",
    "第1页 共12页",
    "第1页/共12页",
    "第1页，共12页",
    "1/12",
    "3 / 12",
]
CONTENTS = [
    "一、总体情况……………………1",
    "（一）抓好服务.........3",
    "一、总体情况 ············ 2",
    "第一部分 回顾………………… 12",
]
CAPTIONS = [
    "某某 摄",
    "（王五 摄）",
    "图为窗口办理现场。王五摄",
    "某某日报记者 王五 摄",
    "窗口一角 图：王五",
    "县长陈望舒作政府工作报告",
]
TEXT = [
    "各位代表！", "各位代表：", "总体情况", "一、总体情况", "2023年", "全县上下", "特此报告。", "某县人民政府",
    "2024年1月5日",
    "摄像头全部联网。", "来源多元化取得进展", "打印机全部更新", "大力发展", "收藏量居全县第一。",
    "首页改版完成，入口更加醒目。",
    "正文如下：", "编辑部成立。", "作者座谈会召开", "时间紧、任务重。", "第一页翻过去了，我们继续前行。",
    "上一篇章已经写就。",
    "——2026年1月20日在某县第十八届人民代表大会第一次会议上", "——粮食稳产增产，粮仓更加充实。", "1.5万亩",
    "办结……还有两件",
    "来源：群众反映的难事，一件一件办。", "编辑：把关一次，校对一次。", "记者节前夕走访", "访问量居前", "2023/24年度",
    "联系我们的人更多了", "打印 关闭窗口两个",
    "分享经验三十条", "目录上墙，账目上网", "关闭窗口三个，合并窗口两个",
]  # fmt: skip

KINDS = {
    "chrome": CHROME,
    "source-line": SOURCE_LINES,
    "page-number": PAGE_NUMBERS,
    "contents": CONTENTS,
    "caption": CAPTIONS,
    "text": TEXT,
}


@pytest.mark.parametrize(("line", "kind"), [(line, kind) for kind, table in KINDS.items() for line in table])
def test_kinds(line: str, kind: str) -> None:
    assert (furniture_kind(line) or "text") == kind


def test_long_lines_are_text_whatever_they_hold() -> None:
    assert furniture_kind("来源：" + "某某日报" * 15) is None
    assert kinds_of("来源：" + "某某日报" * 15 + "\n") == [("text", "来源：" + "某某日报" * 15)]


def kinds_of(text: str | Source) -> list[tuple[str, str]]:
    source = visible(Source(text) if isinstance(text, str) else text)
    return [(line.kind, line.text) for line in lines(source)]


def assert_kinds(lines: list[str], kinds: list[str]) -> None:
    assert kinds_of("\n".join(lines) + "\n") == list(zip(kinds, lines, strict=True))


def test_a_page_around_a_report() -> None:
    assert_kinds(
        [
            "首页 > 政务公开",
            "某县2023年工作总结",
            "【字号：大 中 小】",
            "来源：某某日报",
            "一、总体情况",
            "— 1 —",
            "进展良好。",
        ],
        ["chrome", "text", "chrome", "source-line", "text", "page-number", "text"],
    )


ENDS = ["\n", "\r\n", "\r", "\u2028", "\x0c", "\n\n \n　\n"]


@pytest.mark.parametrize("end", ENDS, ids=repr)
def test_lines_are_trimmed_and_lead_back_to_the_source(end: str) -> None:
    text = end.join(["　　一、总体情况 ", "\t进展良好。", "二、打算"])
    found = lines(Source(text))
    assert [line.text for line in found] == ["一、总体情况", "进展良好。", "二、打算"]
    assert [text[line.start : line.end] for line in found] == [line.text for line in found]
    assert [line.gap for line in found] == [False, *[end.count("\n") > 1] * 2]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "　\t\r\n"], ids=repr)
def test_white_space_has_no_lines(text: str) -> None:
    assert lines(Source(text)) == []


def test_characters_without_width_hide_no_number() -> None:
    assert kinds_of("\ufeff一\u200b、总体情况\u200d\n\u200b\n") == [("text", "一、总体情况")]


def test_hints_say_what_lines_are() -> None:
    text = "## 总体情况\n点我\n进展良好。\n"
    hints = (Hint(Span(0, 3), "markup"), Hint(Span(0, 7), "heading", 2), Hint(Span(8, 10), "furniture", "chrome"))
    found = lines(Source(text, hints=hints))
    assert [(line.kind, line.rule, line.text, line.heading) for line in found] == [
        ("text", "", "总体情况", 2),
        ("chrome", "hint", "点我", 0),
        ("text", "", "进展良好。", 0),
    ]


def test_a_table_is_one_line_with_its_rows() -> None:
    found = lines(tabular("一、总体情况\n项目\t数量\n收件\t12\n进展良好。\n"))
    assert [(line.kind, line.rows) for line in found] == [
        ("text", None),
        ("table", (("项目", "数量"), ("收件", "12"))),
        ("text", None),
    ]


SENTENCE = "镇里设了十二个代办点，老人不出村就能交材料，年轻人在手机上就能看进度。"
FLATTENED = [
    # how a crawler left the ends of lines, whether all of them are lost
    ("　　", False),
    ("\t", False),
    (" ", True),
    ("\u00a0", True),
]


@pytest.mark.parametrize(("gap", "glued"), FLATTENED, ids=[repr(row[0]) for row in FLATTENED])
def test_a_flattened_page_comes_apart_at_its_gaps(gap: str, glued: bool) -> None:
    parts = ["某镇2023年工作总结", SENTENCE * 4, "一、总体情况", SENTENCE * 4, "二、打算", SENTENCE * 4]
    found = lines(Source(gap.join(parts)))
    assert [(line.text, line.glued) for line in found] == [(part, glued) for part in parts]


def test_a_flattened_page_is_not_cut_inside_brackets_and_quotes() -> None:
    parts = ["某镇2023年工作总结", SENTENCE * 5 + "印发《某镇 代办点 管理办法》。", SENTENCE * 5]
    assert [line.text for line in lines(Source(" ".join(parts)))] == parts
