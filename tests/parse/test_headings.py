"""Where headings end, as pair tables: own-line headings, run-in headings, items, headings glued to prose."""

from __future__ import annotations

import pytest

from govreport import Paragraph, Report, Section, dumps, parse
from govreport.parse.glued import doubled, glued_end

BODY = "窗口时间延长到晚上七点，周末安排专人值守，群众下班以后也能把事情办完。"


def body_of(section: Section) -> str:
    return "".join(block.text for block in section.blocks if isinstance(block, Paragraph))


SECTIONS = [
    # line, heading, stop, the body begins with
    ("（一）抓好服务", "抓好服务", "", ""),
    ("（一）抓好服务。" + BODY, "抓好服务", "。", "窗口时间"),
    ("（一）抓好服务，公开结果。" + BODY, "抓好服务，公开结果", "。", "窗口时间"),
    ("（一）抓好服务、公开结果、听取意见。" + BODY, "抓好服务、公开结果、听取意见", "。", "窗口时间"),
    ("（一）抓好服务！" + BODY, "抓好服务", "！", "窗口时间"),
    ("（一） 抓好服务。 " + BODY, "抓好服务", "。", "窗口时间"),
    ("（一）当好群众的“服务员”。" + BODY, "当好群众的“服务员”", "。", "窗口时间"),
    ("（一）坚持“一窗通办。”" + BODY, "坚持“一窗通办。”", "", "窗口时间"),
    ("一、抓好服务。" + BODY, "抓好服务", "。", "窗口时间"),
    ("1.抓好服务。" + BODY, "抓好服务", "。", "窗口时间"),
    ("1. 2023年抓好服务。" + BODY, "2023年抓好服务", "。", "窗口时间"),
    ("一、综 合", "综 合", "", ""),
    ("一、抓好服务：", "抓好服务", "：", ""),
    ("第一部分 抓好服务", "抓好服务", "", ""),
    ("第一章　抓好服务", "抓好服务", "", ""),
    ("第一部分：抓好服务", "抓好服务", "", ""),
    # no heading: the first sentence is prose, or all there is
    ("（一）抓好服务；公开结果；听取意见。" + BODY, "", "", "抓好服务"),
    (
        "（一）今年把窗口时间延长到晚上七点，把周末值守排进日程，把老人送材料改成上门取材料，"
        "把外地寄件改成就近收件，把重复填写的表格减去了一半。" + BODY,
        "",
        "",
        "今年把窗口",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("line", "heading", "stop", "body"), SECTIONS, ids=[row[0][:20] for row in SECTIONS])
def test_headings_of_sections(line: str, heading: str, stop: str, body: str) -> None:
    section = parse(f"{line}\n{BODY}\n").sections[0]
    run_in = line.endswith(BODY) and heading != ""
    assert (section.heading, section.stop, section.run_in) == (heading, stop, run_in)
    assert body_of(section).startswith(body or BODY)


ITEMS = [
    # item, heading, text
    ("一是抓好服务。窗口时间延长。", "抓好服务", "窗口时间延长。"),
    ("一是2023年抓好服务。窗口时间延长。", "2023年抓好服务", "窗口时间延长。"),
    ("一是窗口时间延长到晚上七点。", "", "窗口时间延长到晚上七点。"),
    ("一是抓好服务；", "", "抓好服务；"),
    ("一是窗口时间延长到晚上七点，周末有人值守；", "", "窗口时间延长到晚上七点，周末有人值守；"),
    ("（1）抓好服务。窗口时间延长。", "抓好服务", "窗口时间延长。"),
    ("（1）抓好服务。", "", "抓好服务。"),
    ("①抓好服务。窗口时间延长。", "抓好服务", "窗口时间延长。"),
    ("第一，抓好服务。窗口时间延长。", "抓好服务", "窗口时间延长。"),
    ("首先，抓好服务。窗口时间延长。", "抓好服务", "窗口时间延长。"),
    ("一要抓好服务。窗口时间延长。", "抓好服务", "窗口时间延长。"),
    # the topic phrase of an item has thirty characters at most
    (f"一是{'抓好服务' * 7}三十。窗口延长。", f"{'抓好服务' * 7}三十", "窗口延长。"),
    (f"一是{'抓好服务' * 7}三十一。窗口延长。", "", f"{'抓好服务' * 7}三十一。窗口延长。"),
]
SECOND = {"一是": "二是", "（1）": "（2）", "①": "②", "第一，": "第二，", "首先，": "其次，", "一要": "二要"}


@pytest.mark.parametrize(("item", "heading", "text"), ITEMS, ids=[row[0] for row in ITEMS])
def test_headings_of_items(item: str, heading: str, text: str) -> None:
    second = next(b for a, b in SECOND.items() if item.startswith(a))
    first = parse(f"一、主要工作\n全年做了两件事：{item}{second}公开结果。\n").at("一").children[0]
    assert (first.heading, body_of(first)) == (heading, text)
    assert first.inline


@pytest.mark.parametrize(("body", "most"), [(BODY, 45), (f"\n{BODY}", 60)], ids=["run-in", "alone"])
def test_headings_are_no_longer_than_that(body: str, most: int) -> None:
    words = "抓好服务，公开结果，" * 6
    short, long = words[: most - 1] + "好", words[: most - 1] + "好好"
    assert parse(f"（一）{short}。{body}").sections[0].heading == short
    assert parse(f"（一）{long}。{body}").sections[0].heading == ""


@pytest.mark.parametrize(
    ("text", "heading"),
    [("总则\u2003为了方便。", "总则"), ("总则，\u2003为了方便。", ""), ("综\u3000合\n再接再厉。", "综\u3000合")],
)
def test_an_em_space_parts_a_heading_from_its_text(text: str, heading: str) -> None:
    assert parse(f"一、{text}\n二、分则\n好。\n").sections[0].heading == heading


def test_a_last_sentence_that_ends_in_a_colon_introduces_what_follows_it() -> None:
    text = "一、改进情况\n仍有不足。一是人手不够；二是制度不全。下一步，我们将采取以下措施：\n（一）充实人手。\n（二）完善制度。\n"
    section = parse(text).sections[0]
    assert [getattr(item, "text", getattr(item, "number", None)) for item in section.content][
        3
    ] == "下一步，我们将采取以下措施："
    assert section.children[1].blocks[0] == Paragraph("制度不全。", inline=True)


RESUMING = [
    # what stands behind the first sentence of the last item; whether it is of the item
    ("对此，我们将逐项改进。", False),
    ("针对这些问题，我们将逐项改进。", False),
    ("以上问题，我们将逐项改进。", False),
    ("同时，还要看到基础薄弱。", False),
    ("为此，需要补齐短板。", False),
    ("总之，还要付出努力。", False),
    ("老旧设备占了一半。", True),
    ("打印机超期服役。为此，已申请更新。", True),
]


@pytest.mark.parametrize(("rest", "own"), RESUMING, ids=[row[0] for row in RESUMING])
def test_the_paragraph_may_go_on_behind_its_last_item(rest: str, own: bool) -> None:
    section = parse(f"一、存在问题\n主要有：一是人手偏紧。二是设备陈旧。{rest}\n二、打算\n{BODY}\n").at("一")
    last = section.children[-1]
    assert (last.heading, body_of(last)) == (("设备陈旧", rest) if own else ("", "设备陈旧。"))
    assert [b.text for b in section.blocks if isinstance(b, Paragraph)][1:] == ([] if own else [rest])


def test_text_behind_a_series_is_of_its_last_item() -> None:
    report = parse(f"一、存在问题\n一是人手偏紧。\n二是设备陈旧。\n{BODY}\n二、打算\n{BODY}\n")
    assert body_of(report.at("一/二是")).endswith(BODY)


def test_items_that_all_have_paragraphs_of_their_own_have_headings() -> None:
    report = parse(f"一、主要工作\n一是抓好服务。\n{BODY}\n二是公开结果。\n{BODY}\n")
    assert [item.heading for item in report.at("一").children] == ["抓好服务", "公开结果"]


def test_a_heading_over_children_alone_keeps_its_stop() -> None:
    report = parse("一、抓好服务。\n（一）延长时间\n（二）增加人手\n")
    assert (report.at("一").heading, report.at("一").stop, report.at("一").run_in) == ("抓好服务", "。", False)


FLAT = (
    "某镇2023年工作总结 今年以来，本镇把群众的小事当作自己的大事，把难办的事情当作该办的事情，一件一件抓，一项一项办。"
    "一、主要工作开展情况 {first}年初定下的三十件事情已经办结二十九件，余下的一件也排好了日子。"
    "（二）抓好服务，让群众少跑腿 镇里设了十二个代办点，老人不出村就能交材料，年轻人在手机上就能看进度。"
    "{second} 各村每月张贴一次账目，村民看得懂、算得清，问得出、答得上。"
    "二、存在的问题 一是代办员年纪偏大，手机用得不熟。二是村级网络不稳，上传材料有时要等。"
    "三、下一步工作打算 明年要给每个代办点配一名年轻人，把网络线路重新拉一遍，让等待再短一些，让路程再近一些。"
    "同时把三十件事情的清单提前一个月张贴出来，请村民先提意见，再定先后。"
)
GLUED = [
    # heading and prose as they run into each other, the heading
    ("（一）基本情况今年，全镇把清单贴上了墙。", "基本情况"),
    ("（一）总体情况 今年，全镇把清单贴上了墙。", "总体情况"),
    ("（一）抓实项目，稳住增长。今年把清单贴上了墙。", "抓实项目，稳住增长"),
    (
        "（一）完善机制，压实责任我镇成立了由主要负责人任组长的专班，每周碰头一次，逐件过堂、逐件销号、逐件回访。",
        "完善机制，压实责任",
    ),
]


@pytest.mark.parametrize(("first", "heading"), GLUED, ids=[row[0] for row in GLUED])
def test_headings_glued_to_prose(first: str, heading: str) -> None:
    text = FLAT.format(first=first, second="（三）公开账目，让村民放心")
    assert len(text) > 300
    assert "\n" not in text
    assert outline(parse(text)) == [
        (1, "一、", "主要工作开展情况"),
        (2, "（一）", heading),
        (2, "（二）", "抓好服务，让群众少跑腿"),
        (2, "（三）", "公开账目，让村民放心"),
        (1, "二、", "存在的问题"),
        (2, "一是", ""),
        (2, "二是", ""),
        (1, "三、", "下一步工作打算"),
    ]


def outline(report: Report) -> list[tuple[int, str, str]]:
    rows: list[tuple[int, str, str]] = []
    stack = [(1, section) for section in reversed(report.sections)]
    while stack:
        depth, section = stack.pop()
        rows.append((depth, section.number.text if section.number else "", section.heading))
        stack.extend((depth + 1, child) for child in reversed(section.children))
    return rows


ENDS = [
    ("总体情况今年，全镇把清单贴上了墙。", "总体情况"),
    ("存在问题及主要原因目前，代办员年纪偏大。", "存在问题及主要原因"),
    ("主动公开政府信息情况本镇公开账目十二次。", "主动公开政府信息情况"),
    ("其他需要报告的事项无。", "其他需要报告的事项"),
    (
        "完善机制，压实责任我镇成立了由主要负责人任组长的专班，每周碰头一次，逐件过堂、逐件销号、逐件回访。",
        "完善机制，压实责任",
    ),
    ("强化宣传 在十二个村张贴了清单。", "强化宣传"),
    # nothing is glued here
    ("抓好服务，公开结果。", None),
    ("代办员年纪偏大，手机用得不熟，上传材料有时要等，村民意见不小，需要一件一件解决，一户一户上门。", None),
]


def test_what_lost_its_line_ends_gets_paragraphs_again() -> None:
    report = parse(FLAT.format(first="（一）基本情况今年，全镇把清单贴上了墙。", second="（三）公开账目，让村民放心"))
    assert [report.at(where).inline for where in ("二", "一/（二）", "二/一是", "二/二是")] == [
        False,
        False,
        False,
        True,
    ]
    assert parse(dumps(report, "txt", canonical=True)).sections == report.sections


@pytest.mark.parametrize(("sentence", "heading"), ENDS, ids=[row[0] for row in ENDS])
def test_where_a_glued_heading_ends(sentence: str, heading: str | None) -> None:
    at = glued_end(sentence, 0, len(sentence), whole=False)
    assert (sentence[:at] if at is not None else None) == heading


def test_doubled_headings_come_apart_only_where_all_siblings_are_doubled() -> None:
    two = ["一年来，道路建设稳步推进河道治理成效明显", "半年来，农业生产连年丰收旅游市场持续升温"]
    single = "一年来，镇里给十二个代办点各配了一名年轻人"
    parts = doubled(two)
    assert [heading[part:] for heading, part in zip(two, parts, strict=True)] == [
        "河道治理成效明显",
        "旅游市场持续升温",
    ]
    assert doubled([*two, single]) == [None, None, None]


@pytest.mark.parametrize(
    ("behind", "heading"),
    [
        ("（责任科室：窗口科）", ""),
        ("（责任科室：窗口科）\n（完成时限：6月底前）", ""),
        ("（责任科室：窗口科）\n" + BODY, "抓好服务"),
        ("（责任科室：窗口科）" + BODY, "抓好服务"),
    ],
)
def test_a_remark_in_brackets_makes_no_heading_of_the_sentence_above(behind: str, heading: str) -> None:
    section = parse(f"（一）抓好服务。\n{behind}\n（二）公开结果。{BODY}\n").sections[0]
    assert section.heading == heading


def test_what_follows_a_series_of_sentences_makes_no_heading_of_the_last_one() -> None:
    sections = parse(f"1.抓好服务。\n2.公开结果。\n3.听取意见。\n{BODY}\n").sections
    assert [section.heading for section in sections] == ["", "", ""]
