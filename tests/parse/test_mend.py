"""Passages: which lines are one paragraph. A table row is one text; `⏎` marks the ends of lines inside it."""

from __future__ import annotations

import pytest

from govreport import Hint, Source, Span
from govreport.parse.body import Body
from govreport.parse.lines import lines, visible
from govreport.parse.mend import mend

LONG = "大厅每天早开门半小时；晚关门半小时"
"""The beginning of a sentence of prose."""


def body_of(source: Source) -> Body:
    seen = visible(source)
    return mend(seen, lines(seen))


def passages_of(text: str, hints: tuple[Hint, ...] = ()) -> list[str]:
    body = body_of(Source(text, hints=hints))
    return [body.text[p.start : p.end] for p in body.passages]


def assert_passages(text: str, expected: list[str]) -> None:
    assert passages_of(text) == expected


ONE = [
    # lines that are one paragraph
    f"{LONG}⏎周末不休息。",
    f"{LONG}，⏎周末不休息。",
    "窗口延长时间，⏎周末不休息。",
    "办理收件、⏎办结两件事。",
    "办结《⏎某县便民办法》规定的事项。",
    "全年办结《某县便民⏎办法》规定的事项。",
    "一、关于《⏎某县便民⏎办法（草案）》的说明",
    f"{LONG}⏎；周末不休息。",
    "窗口延长时间⏎，周末不休息。",
    # over empty lines, pages, and furniture
    f"{LONG}⏎⏎⏎周末不休息。",
    f"{LONG}⏎\f⏎周末不休息。",
    f"{LONG}⏎　　周末不休息。",
    # a number and its heading
    "一、⏎总体情况",
    "（一）⏎抓好服务",
    "1.⏎窗口建设",
    # letters one to a line
    "目⏎标",
]
TWO = [
    # lines that are two
    "进展良好。⏎周末不休息。",
    "窗口延长时间！⏎周末不休息。",
    "现将情况报告如下：⏎周末不休息。",
    f"{LONG}；⏎周末不休息。",
    f"{LONG}。”⏎周末不休息。",
    "总体情况⏎全年进展良好。",
    "一、总体情况⏎全年进展良好。",
    "落实《办法⏎《规定》有了修订。",
    "（一）抓好服务⏎全年进展良好。",
    "某县2023年工作总结⏎某县人民政府",
    # the next one has a number of its own
    f"{LONG}⏎一、总体情况",
    f"{LONG}⏎（二）公开结果",
    f"{LONG}，⏎2.网上办理",
    f"{LONG}⏎二是增加人手",
    f"{LONG}，⏎②增加人手",
    # labels of a page
    "索引号：0120/2024-7⏎某县2023年工作总结",
]


@pytest.mark.parametrize("row", ONE, ids=[repr(row)[1:-1] for row in ONE])
def test_lines_that_are_one_paragraph(row: str) -> None:
    joined = "".join(part.strip() for part in row.split("⏎"))
    assert_passages(row.replace("⏎", "\n"), [joined])
    assert_passages(row.replace("⏎", "\r\n"), [joined])


@pytest.mark.parametrize("row", TWO, ids=[repr(row)[1:-1] for row in TWO])
def test_lines_that_are_two_paragraphs(row: str) -> None:
    assert_passages(row.replace("⏎", "\n"), row.split("⏎"))


FURNITURE = ["— 12 —", "第 2 页 共 9 页", "打印", "来源：某某日报", "某某 摄"]


@pytest.mark.parametrize("line", FURNITURE)
def test_a_paragraph_goes_on_behind_furniture(line: str) -> None:
    body = body_of(Source(f"{LONG}\n{line}\n周末不休息。\n"))
    assert [body.text[p.start : p.end] for p in body.passages] == [f"{LONG}周末不休息。"]
    assert [span.of(body.source.text) for span, _ in body.furniture] == [line]


def test_words_of_latin_letters_stay_apart() -> None:
    assert_passages(f"{LONG}；Research and\nDevelopment投入翻番。", [f"{LONG}；Research and Development投入翻番。"])
    assert_passages(f"{LONG}；全年办结R&D\n项目12个。", [f"{LONG}；全年办结R&D项目12个。"])


WIDTH = 20
STORY = (
    "年初定下的三十件事情已经办结二十九件余下的一件也排好了日子镇里设了十二个代办点老人不出村就能交材料年轻人在手机上"
    "就能看进度办结率比去年高了两成各村每月张贴一次账目村民看得懂算得清问得出答得上食堂开在社区里一荤两素十元钱老人"
    "凭卡再减三元送餐到家不另收费值班电话二十四小时有人接夜间报修两小时有人到办结情况第二天有人回访"
)


def wrapped(text: str) -> str:
    return "\n".join(text[at : at + WIDTH] for at in range(0, len(text), WIDTH))


def test_a_hard_wrapped_text_is_mended_even_without_punctuation() -> None:
    parts = [STORY + "。", STORY[7:] + "。"]
    assert_passages(
        "\n".join(["一、总体情况", wrapped(parts[0]), "二、打算", wrapped(parts[1])]),
        ["一、总体情况", parts[0], "二、打算", parts[1]],
    )


def test_a_hard_wrapped_heading_is_mended() -> None:
    heading = "（一）把群众的小事当作自己的大事把难办的事情当作该办的事情"
    text = "\n".join([wrapped(STORY + "。"), wrapped(heading), wrapped(STORY + "。")])
    assert_passages(text, [STORY + "。", heading, STORY + "。"])


def test_lines_without_an_empty_line_between_are_one_paragraph_where_empty_lines_part_all_others() -> None:
    blocks = [f"第{n}件事情已经办结，群众没有意见。" for n in "一二三四五六七八九十甲乙丙"]
    text = "\n\n".join([*blocks, "窗口延长时间，大家满意。\n周末不休息，大家也满意。"])
    assert passages_of(text) == [*blocks, "窗口延长时间，大家满意。周末不休息，大家也满意。"]


def test_a_break_of_the_layout_ends_no_paragraph() -> None:
    text = "窗口延长时间\n周末不休息。\n"
    assert passages_of(text) == ["窗口延长时间", "周末不休息。"]
    assert passages_of(text, (Hint(Span(6, 7), "break"),)) == ["窗口延长时间周末不休息。"]


def test_the_way_back_leads_to_every_character() -> None:
    text = f"　　{LONG}\r\n— 1 —\r\n　　周末\u200b不休息。\r\n二、打算\r\n"
    body = body_of(Source(text))
    for passage in body.passages:
        for at in range(passage.start, passage.end):
            assert text[body.origin(at)] == body.text[at]
    first = body.span(body.passages[0].start, body.passages[0].end)
    assert first.of(text) == text[2 : text.index("\r\n二")]


def test_bold_runs_are_carried_over() -> None:
    text = "　　抓好服务。窗口延长时间。\n"
    body = body_of(Source(text, hints=(Hint(Span(2, 5), "bold"), Hint(Span(5, 7), "bold"))))
    assert body.bold_end(0) == 5
    assert body.bold_end(5) is None


def test_a_table_joins_no_paragraph_where_empty_lines_part_them() -> None:
    prose = "大厅延长时间，周末不休息。\n\n" * 12
    text = f"{prose}甲\t乙\n1\t2\n\n{prose}"
    rows = (("甲", "乙"), ("1", "2"))
    start = len(prose)
    body = body_of(Source(text, hints=(Hint(Span(start, start + 7), "table", rows),)))
    assert [passage.rows for passage in body.passages if passage.rows] == [rows]


@pytest.mark.parametrize(
    ("lines", "hints", "passages"),
    [
        (["全年办件。", "二是提速。"], [("break", 0, "certain")], ["全年办件。二是提速。"]),
        (["全年办件。", "二是提速。"], [("break", 0, None)], ["全年办件。", "二是提速。"]),
        (
            ["一、全年工作情况回顾", "过去一年，成绩可喜。"],
            [("break", 0, None), ("indent", 1, None)],
            ["一、全年工作情况回顾", "过去一年，成绩可喜。"],
        ),
        (["全年办件，", "过去一年提速。"], [("indent", 1, None)], ["全年办件，", "过去一年提速。"]),
    ],
    ids=["certain break", "a guess", "indent behind a full line", "indent behind a comma"],
)
def test_what_the_layout_makes_certain(
    lines: list[str], hints: list[tuple[str, int, str | None]], passages: list[str]
) -> None:
    """A certain break joins sentences, an indent parts what words would join."""
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    spans = {"break": lambda at: Span(starts[at] + len(lines[at]), starts[at] + len(lines[at]) + 1)}
    spans["indent"] = lambda at: Span(starts[at], starts[at] + len(lines[at]))
    found = tuple(Hint(spans[kind](at), kind, value) for kind, at, value in hints)
    assert passages_of("\n".join(lines), found) == passages
