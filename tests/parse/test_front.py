"""What stands above the text of a report, as specifications: the lines of a head and the fields they fill."""

from __future__ import annotations

import pytest

from govreport import Report, Source, parse
from govreport.parse.forms import iso_date
from govreport.parse.parse import stages

TEXT = """现将全年工作报告如下。
一、总体情况
大厅每天早开门半小时，晚关门半小时，周末不休息，群众下班以后也能把事情办完。
二、下步打算
来年的路还长，群众的期待还多，我们将把每一件小事当成大事来办。
"""

FRONTS = """
# a report of a department to its superior
某政发〔2023〕4号
沅陵湾区人民政府关于2023年法治政府建设情况的报告
市人民政府：
> document_number 某政发〔2023〕4号
> title 沅陵湾区人民政府关于2023年法治政府建设情况的报告
> issuer 沅陵湾区人民政府
> recipients 市人民政府：

# the red head above the number is no title
沅陵湾区人民政府文件
某政发〔2023〕4号
沅陵湾区2023年工作总结
> document_number 某政发〔2023〕4号
> title 沅陵湾区2023年工作总结

# 签发人 behind the number of a report that goes up, and two of them
某政发〔2023〕4号	签发人：陈望舒　何青
沅陵湾区2023年工作总结
> document_number 某政发〔2023〕4号
> title 沅陵湾区2023年工作总结

# 签发人 on a line of its own
某政发〔2023〕4号
签 发 人：陈望舒
沅陵湾区2023年工作总结
> document_number 某政发〔2023〕4号
> title 沅陵湾区2023年工作总结

# a title of three lines
沅陵湾区水务局
关于2023年法治政府建设情况和
2024年工作打算的报告
> title 沅陵湾区水务局关于2023年法治政府建设情况和2024年工作打算的报告
> issuer 沅陵湾区水务局

# a title that breaks before 与
关于沅陵湾区2023年发展计划执行情况
与2024年发展计划草案的报告
> title 关于沅陵湾区2023年发展计划执行情况与2024年发展计划草案的报告

# a title with wide letters
政　府　工　作　报　告
> title 政府工作报告

# a government report delivered
政府工作报告
——2024年1月16日在沅陵湾区第五届人民代表大会第四次会议上
沅陵湾区人民政府区长 陈望舒
各位代表：
> title 政府工作报告
> subtitle ——2024年1月16日在沅陵湾区第五届人民代表大会第四次会议上
> speaker 沅陵湾区人民政府区长 陈望舒
> issuer 沅陵湾区人民政府
> date 2024-01-16
> salutation 各位代表：

# the 题注 in brackets, the office on a line of its own, the name in wide letters
政府工作报告
（2024年1月16日在沅陵湾区第五届人民代表大会第四次会议上）
区长
陈　舒
各位代表！
> title 政府工作报告
> subtitle （2024年1月16日在沅陵湾区第五届人民代表大会第四次会议上）
> speaker 区长 陈舒
> issuer 沅陵湾区人民政府
> date 2024-01-16
> salutation 各位代表！

# the head on one line
政府工作报告——2024年1月16日在沅陵湾区第五届人民代表大会第四次会议上
各位代表：
> title 政府工作报告
> subtitle ——2024年1月16日在沅陵湾区第五届人民代表大会第四次会议上
> issuer 沅陵湾区人民政府
> date 2024-01-16
> salutation 各位代表：

# a report to the standing committee
沅陵湾区人民政府关于2023年环境状况的报告
——2024年3月28日在沅陵湾区第五届人大常委会第二十次会议上
沅陵湾区生态环境局局长　何青
主任、各位副主任、各位委员：
> title 沅陵湾区人民政府关于2023年环境状况的报告
> subtitle ——2024年3月28日在沅陵湾区第五届人大常委会第二十次会议上
> speaker 沅陵湾区生态环境局局长　何青
> issuer 沅陵湾区人民政府
> date 2024-03-28
> salutation 主任、各位副主任、各位委员：

# a report on the own duties
2023年述职报告
沅陵湾区教育局局长 何青同志
尊敬的各位领导、同志们：
> title 2023年述职报告
> speaker 沅陵湾区教育局局长 何青
> issuer 沅陵湾区教育局
> salutation 尊敬的各位领导、同志们：

# the office in wide letters, the name below it, the 题注 without its day
政府工作报告
——在沛县第十八届人民代表大会第五次会议上
（2026年1月27日）
县　长
王小明
各位代表：
> title 政府工作报告
> subtitle ——在沛县第十八届人民代表大会第五次会议上
> speaker 县长 王小明
> issuer 沛县人民政府
> date 2026-01-27
> salutation 各位代表：

# issuer and date below the title, recipients of two kinds
2023年法治政府建设年度报告
沅陵湾区水务局
（2024年1月12日）
各镇人民政府，区委依法治区办、市水利局：
> title 2023年法治政府建设年度报告
> issuer 沅陵湾区水务局
> date 2024-01-12
> recipients 各镇人民政府，区委依法治区办、市水利局：

# a date in Chinese numerals
沅陵湾区水务局2023年工作总结
二〇二四年一月十二日
> title 沅陵湾区水务局2023年工作总结
> issuer 沅陵湾区水务局
> date 2024-01-12

# a kind of document in brackets
沅陵湾区2024年工作要点（征求意见稿）
> title 沅陵湾区2024年工作要点（征求意见稿）

# labels of a page give what the page itself doesn't say
索引号：0120/2024-7
发布机构：沅陵湾区人民政府
成文日期：2024年01月12日
发文字号：沅政发〔2024〕1号
标题：2023年工作总结
2023年工作总结
> title 2023年工作总结
> issuer 沅陵湾区人民政府
> date 2024-01-12
> document_number 沅政发〔2024〕1号

# page chrome between the lines of a head
首页 > 政务公开 > 工作总结
沅陵湾区2023年工作总结
【字号：大 中 小】
来源：沅陵湾区水务局
> title 沅陵湾区2023年工作总结

# the title of the page once more
沅陵湾区2023年工作总结
打印
沅陵湾区2023年工作总结
> title 沅陵湾区2023年工作总结
"""
FIELDS = ["title", "subtitle", "document_number", "issuer", "recipients", "salutation", "speaker", "date"]


def specifications() -> list[tuple[str, list[str], dict[str, str]]]:
    found = []
    for block in FRONTS.strip().split("\n\n"):
        name, *rows = block.split("\n")
        fields = dict(row[2:].split(" ", 1) for row in rows if row.startswith("> "))
        found.append((name[2:], [row for row in rows if not row.startswith("> ")], fields))
    return found


def front_of(report: Report) -> dict[str, str]:
    return {name: str(getattr(report, name)) for name in FIELDS if getattr(report, name)}


def assert_text_alone(report: Report) -> None:
    """Nothing of the head is left in the text."""
    assert [getattr(block, "text", "") for block in report.preamble] == ["现将全年工作报告如下。"]
    assert [section.heading for section in report.sections] == ["总体情况", "下步打算"]


@pytest.mark.parametrize("blank", ["\n", "\n\n", "\r\n　　"], ids=repr)
@pytest.mark.parametrize(("lines", "fields"), [s[1:] for s in specifications()], ids=[s[0] for s in specifications()])
def test_front(lines: list[str], fields: dict[str, str], blank: str) -> None:
    report = parse(blank.join([*lines, TEXT]))
    assert front_of(report) == fields
    assert_text_alone(report)


@pytest.mark.parametrize(("lines", "fields"), [s[1:] for s in specifications()], ids=[s[0] for s in specifications()])
def test_fields_stand_where_their_places_say(lines: list[str], fields: dict[str, str]) -> None:
    text = "\n".join([*lines, TEXT])
    for place in parse(text).places:
        found, said = ("".join(words.split()) for words in (place.span.of(text), fields[place.kind]))
        assert found in said or found.startswith(said) or iso_date(found) == said


NO_FRONT = [
    # texts that begin at once
    TEXT,
    "一、总体情况\n进展良好。\n",
    "今年以来，全区上下把群众的小事当作自己的大事，一件一件抓，一项一项办。\n" + TEXT,
    "大厅每天早开门半小时。\n",
]


@pytest.mark.parametrize("text", NO_FRONT, ids=[repr(text[:12]) for text in NO_FRONT])
def test_texts_without_a_front(text: str) -> None:
    assert front_of(parse(text)) == {}
    assert stages(Source(text)).front.start == 0


PAGE_DATES = [
    # lines of the page around the title, metadata
    ("2024-01-15\n{}\n", {}),
    ("{}\n2024-01-15\n", {}),
    ("{}\n发布日期：2024-01-20\n", {"发布日期": "2024-01-20"}),
    ("{}\n发布时间：2024-01-20 08:30\n", {"发布时间": "2024-01-20 08:30"}),
    ("{}\n发布时间：2024-01-20 来源：某某日报\n", {}),
]


@pytest.mark.parametrize(("head", "metadata"), PAGE_DATES, ids=[repr(row[0]) for row in PAGE_DATES])
def test_dates_of_the_page(head: str, metadata: dict[str, str]) -> None:
    report = parse(head.format("沅陵湾区2023年工作总结") + TEXT)
    assert front_of(report) == {"title": "沅陵湾区2023年工作总结"}
    assert report.metadata == metadata
    assert [place.kind for place in report.furniture] == ["source-line"]
    assert_text_alone(report)


def test_a_heading_directly_above_the_text_is_of_the_text() -> None:
    report = parse(f"沅陵湾区2023年工作总结\n\n前言\n{TEXT}")
    assert report.title == "沅陵湾区2023年工作总结"
    assert report.sections[0].heading == "前言"
    assert report.sections[0].text == "现将全年工作报告如下。"


def test_page_data_are_metadata() -> None:
    labels = "索 引 号：0120/2024-7\n主题分类：综合政务\n有效性：无\n"
    report = parse(f"{labels}沅陵湾区2023年工作总结\n{TEXT}")
    assert report.metadata == {"索引号": "0120/2024-7", "主题分类": "综合政务"}
    assert [place.kind for place in report.furniture] == ["metadata"] * 3


@pytest.mark.parametrize(
    ("line", "signatory"),
    [
        ("某政发〔2023〕4号　　　　签发人：陈望舒", "陈望舒"),
        ("某政发〔2023〕4号\n签发人：陈望舒 何青", "陈望舒 何青"),
        ("签发人： 陈望舒　何青\n某政发〔2023〕4号", "陈望舒 何青"),
    ],
)
def test_who_signs_a_document_is_metadata(line: str, signatory: str) -> None:
    report = parse(f"{line}\n沅陵湾区2023年工作总结\n{TEXT}")
    assert report.metadata == {"签发人": signatory}
    assert str(report.document_number) == "某政发〔2023〕4号"
    assert [place.kind for place in report.furniture] == ["metadata"]
