"""What no single line gives away: contents above a report, the rest of the page behind it, answers of one word."""

from __future__ import annotations

import pytest

from govreport import Source, parse
from govreport.parse.lines import lines, visible


def kinds_of(text: str) -> list[tuple[str, str]]:
    return [(line.kind, line.text) for line in lines(visible(Source(text)))]


def assert_kinds(lines: list[str], kinds: list[str]) -> None:
    assert kinds_of("\n".join(lines) + "\n") == list(zip(kinds, lines, strict=True))


def test_contents_without_page_numbers() -> None:
    assert_kinds(
        ["某县2023年工作总结", "目　录", "一、总体情况", "（一）抓好服务", "二、打算", "一、总体情况", "进展良好。"],
        ["text", "contents", "contents", "contents", "contents", "text", "text"],
    )


def test_the_word_for_contents_alone_lists_nothing() -> None:
    found = kinds_of("某县2023年工作总结\n目录\n一、总体情况\n进展良好，群众满意。\n二、打算\n再接再厉。\n")
    assert [text for kind, text in found if kind == "text"][1:] == [
        "一、总体情况",
        "进展良好，群众满意。",
        "二、打算",
        "再接再厉。",
    ]


def test_contents_with_page_numbers() -> None:
    assert_kinds(
        ["目录", "一、总体情况……………1", "二、打算……………3", "三、保障……………5", "某县2023年工作总结", "一、总体情况"],
        ["contents"] * 4 + ["text"] * 2,
    )


LISTS = [
    # how an entry of the contents stands before its page number
    "{}……{}",
    "{}………………{}",
    "{} {}",
    "{}　　{}",
    "{}\t{}",
    "{}",
]


@pytest.mark.parametrize("entry", LISTS)
def test_contents_end_where_the_first_heading_stands_again(entry: str) -> None:
    headings = ["一、总体情况", "二、问题", "三、打算"]
    text = ["一、总体情况", "（一）抓好服务", "进展良好。", "二、问题", "人手偏紧。", "三、打算", "再接再厉。"]
    listed = [entry.format(heading, page) for page, heading in enumerate(headings, 1)]
    report = parse("\n".join(["某县2023年工作总结", "目录", *listed, *text]))
    assert [str(report.address(section)) for section in report.walk()] == ["一", "一/（一）", "二", "三"]
    assert {place.kind for place in report.furniture} == {"contents"}


@pytest.mark.parametrize("line", ["无", "无。"])
def test_a_section_that_says_nothing_says_so(line: str) -> None:
    assert_kinds(["五、其他需要报告的事项", line], ["text", "text"])
    assert_kinds(["无", "五、其他需要报告的事项"], ["chrome", "text"])


def test_what_follows_a_report_on_its_page() -> None:
    assert_kinds(
        ["一、总体情况", "进展良好。", "相关报道：", "某县召开总结会", "某县茶园丰收"],
        ["text", "text", "chrome", "chrome", "chrome"],
    )


OPENERS = [
    # a line behind a report, whether the rest of the page begins with it
    ("相关报道：某县茶园丰收", True),
    ("【打印本页】", True),
    ("上一篇 某县茶园丰收", True),
    ("责任编辑：张三", True),
    ("此作品在美国属于公有领域", True),
    ("扫一扫就能办事，群众满意。", False),
    ("收藏展陈面积增加一倍，参观的人多了。", False),
    ("附件下载的次数比上年多了一成。", False),
    ("相关报道：全年刊发二百篇，群众爱看。", False),
    ("本作品在全省评比中得奖。", False),
]


@pytest.mark.parametrize(("line", "opens"), OPENERS, ids=[row[0] for row in OPENERS])
def test_prose_opens_no_rest_of_a_page(line: str, opens: bool) -> None:
    found = kinds_of(f"一、总体情况\n进展良好。\n{line}\n某县召开总结会\n")
    assert [kind != "text" for kind, _ in found] == [False, False, opens, opens]


def test_a_word_of_the_page_in_the_middle_of_a_report_ends_nothing() -> None:
    assert_kinds(
        ["一、总体情况", "收藏", "进展良好。", "二、打算", "再接再厉。"],
        ["text", "chrome", "text", "text", "text"],
    )
