"""What stands below the text of a report: closing words, 附件说明, 署名, 成文日期, and what only looks like them."""

from __future__ import annotations

import pytest

from govreport import Closing, Hint, Paragraph, Report, Source, Span, parse
from govreport.parse.parse import parse_source

TEXT = """沅陵湾区2023年工作总结
一、总体情况
大厅每天早开门半小时，晚关门半小时，周末不休息，群众下班以后也能把事情办完。
二、下步打算
来年的路还长，群众的期待还多。
"""
LAST = "来年的路还长，群众的期待还多。"


def assert_tail(
    tail: str,
    *,
    words: str = "",
    signature: list[str] | None = None,
    date: str = "",
    enclosures: list[str] | None = None,
) -> Report:
    """The lines of `tail` fill exactly these fields, and the last section keeps its own text alone."""
    report = parse(TEXT + tail)
    blocks = (Paragraph(words),) if words else ()
    assert report.closing == Closing(blocks, tuple(signature or ()), date, tuple(enclosures or ()))
    assert [section.heading for section in report.walk()] == ["总体情况", "下步打算"]
    assert report.at("二").text == LAST
    return report


SIGNED = [
    # lines, signature, date as written, date in ISO form
    ("沅陵湾区水务局\n2024年1月12日\n", ["沅陵湾区水务局"], "2024年1月12日", "2024-01-12"),
    ("沅陵湾区水务局\n\n2024年1月12日", ["沅陵湾区水务局"], "2024年1月12日", "2024-01-12"),
    (
        "　　　　　沅陵湾区水务局\n　　　　　2024 年 1 月 12 日　　\n",
        ["沅陵湾区水务局"],
        "2024 年 1 月 12 日",
        "2024-01-12",
    ),
    ("沅陵湾区水务局　2024年1月12日\n", ["沅陵湾区水务局"], "2024年1月12日", "2024-01-12"),
    ("沅陵湾区水务局\n二〇二四年一月十二日\n", ["沅陵湾区水务局"], "二〇二四年一月十二日", "2024-01-12"),
    ("沅陵湾区水务局\n２０２４年１月１２日\n", ["沅陵湾区水务局"], "２０２４年１月１２日", "2024-01-12"),
    ("沅陵湾区水务局\n2024.1.12\n", ["沅陵湾区水务局"], "2024.1.12", "2024-01-12"),
    ("沅陵湾区水务局\n2024-01-12\n", ["沅陵湾区水务局"], "2024-01-12", "2024-01-12"),
    ("（沅陵湾区水务局 2024年1月12日）\n", ["沅陵湾区水务局"], "2024年1月12日", "2024-01-12"),
    ("沅陵湾区水务局 2024年1月12日印发\n", ["沅陵湾区水务局"], "2024年1月12日", "2024-01-12"),
    ("沅陵湾区水务局\n2024年1月12日印发\n", ["沅陵湾区水务局"], "2024年1月12日", "2024-01-12"),
    ("沅陵第一中学\n2024年1月12日\n", ["沅陵第一中学"], "2024年1月12日", "2024-01-12"),
    ("沅陵湾区水务局\n2024年1月\n", ["沅陵湾区水务局"], "2024年1月", "2024-01"),
    (
        "中共沅陵湾区委员会\n沅陵湾区人民政府\n2024年1月12日\n",
        ["中共沅陵湾区委员会", "沅陵湾区人民政府"],
        "2024年1月12日",
        "2024-01-12",
    ),
    ("2024年1月12日\n", [], "2024年1月12日", "2024-01-12"),
    ("沅陵湾区人民政府办公室\n", ["沅陵湾区人民政府办公室"], "", ""),
    ("沅陵湾区水务局\n2024年1月12日\n打印本页\n关闭窗口\n", ["沅陵湾区水务局"], "2024年1月12日", "2024-01-12"),
    ("沅陵湾区水务局\n— 9 —\n2024年1月12日\n", ["沅陵湾区水务局"], "2024年1月12日", "2024-01-12"),
]


@pytest.mark.parametrize(("lines", "signature", "date", "iso"), SIGNED, ids=[repr(row[0]) for row in SIGNED])
def test_signature_and_date(lines: str, signature: list[str], date: str, iso: str) -> None:
    report = assert_tail(lines, signature=signature, date=date)
    assert report.date == iso
    assert report.issuer == (signature[0] if signature else "")


BELOW = [
    # what stands below the date, its kinds
    ("（此件公开发布）\n", ["annotation"]),
    ("（联系人：张三，电话：0000）\n", ["annotation"]),
    ("抄送：县委办公室，县人大常委会办公室。\n", ["imprint"]),
    ("沅陵湾区水务局办公室 2024年1月15日印发\n", ["imprint"]),
    (
        "（此件公开发布）\n抄送：县委办公室，县人大常委会办公室。\n沅陵湾区水务局办公室\n2024年1月15日印发\n",
        ["annotation", "imprint", "imprint", "imprint"],
    ),
    ("附件：1.便民事项清单\n2.代办点名单\n", ["enclosures", "enclosures"]),
    ("附件1：便民事项清单\n附件2：代办点名单\n（此件公开发布）\n", ["enclosures", "enclosures", "annotation"]),
]


@pytest.mark.parametrize(("lines", "kinds"), BELOW, ids=[repr(row[0]) for row in BELOW])
def test_what_stands_below_the_date(lines: str, kinds: list[str]) -> None:
    names = ["便民事项清单", "代办点名单"] if "enclosures" in kinds else []
    report = assert_tail(
        f"沅陵湾区水务局\n2024年1月12日\n{lines}",
        signature=["沅陵湾区水务局"],
        date="2024年1月12日",
        enclosures=names,
    )
    assert [place.kind for place in report.places][2:] == ["date", *kinds]
    assert report.issuer == "沅陵湾区水务局"


def table(*lines: str) -> Source:
    """The text with a signature, and these lines below it as the rows of a table."""
    text = f"{TEXT}沅陵湾区水务局\n2024年1月12日\n"
    rows = tuple((line,) for line in lines)
    below = "\n".join(lines)
    return Source(text + below, hints=(Hint(Span(len(text), len(text + below)), "table", rows),))


def test_an_imprint_in_a_table() -> None:
    source = table("抄送：县委办公室，县人大常委会办公室。", "沅陵湾区水务局办公室 2024年1月15日印发", "")
    report = parse_source(source)
    assert report.closing == Closing((), ("沅陵湾区水务局",), "2024年1月12日")
    assert [place.kind for place in report.places][-2:] == ["date", "imprint"]


def test_another_table_below_the_date_is_none() -> None:
    report = parse_source(table("抄送：县委办公室。", "受理件数：40件"))
    assert report.closing.signature == ()


def test_a_bare_date_that_nobody_signs_is_the_pages() -> None:
    report = assert_tail("2024-01-15\n")
    assert [place.kind for place in report.furniture] == ["source-line"]
    assert report.date == ""


UNSIGNED = ["再接再厉。", "请予审议", "1.收件", "一件一件办，一件一件清"]


@pytest.mark.parametrize("line", UNSIGNED)
def test_lines_above_the_date_that_sign_nothing(line: str) -> None:
    report = parse(f"{TEXT}{line}\n2024年1月12日\n")
    assert (report.closing.signature, report.closing.date) == ((), "2024年1月12日")


def test_the_title_names_the_issuer_before_the_signature_does() -> None:
    text = TEXT.replace("沅陵湾区2023", "沅陵湾区水务局2023", 1)
    report = parse(f"{text}沅陵湾区水务局办公室\n2024年1月12日\n")
    assert report.issuer == "沅陵湾区水务局"
    assert report.closing.signature == ("沅陵湾区水务局办公室",)


def test_the_date_below_is_nearer_than_the_one_above() -> None:
    text = TEXT.replace("总结\n", "总结\n（2023年12月28日）\n", 1)
    assert parse(text).date == "2023-12-28"
    assert parse(f"{text}沅陵湾区水务局\n2024年1月12日\n").date == "2024-01-12"


ENCLOSED = [
    ("附件：便民事项清单\n", ["便民事项清单"]),
    ("附件：1.便民事项清单\n", ["便民事项清单"]),
    ("附件：1.便民事项清单\n　　　2.代办点名单\n", ["便民事项清单", "代办点名单"]),
    ("附件：1. 便民事项清单 2. 代办点名单\n", ["便民事项清单", "代办点名单"]),
    ("附 件：1、便民事项清单\n2、代办点名单\n", ["便民事项清单", "代办点名单"]),
]


@pytest.mark.parametrize(("lines", "enclosures"), ENCLOSED, ids=[repr(row[0]) for row in ENCLOSED])
def test_enclosures_are_names_and_no_sections(lines: str, enclosures: list[str]) -> None:
    signed = f"{lines}\n沅陵湾区水务局\n2024年1月12日\n"
    assert_tail(signed, enclosures=enclosures, signature=["沅陵湾区水务局"], date="2024年1月12日")
    assert_tail(lines, enclosures=enclosures)


WORDS = [
    "特此报告。",
    "以上报告，请予审议。",
    "各位代表！路虽远，行则将至。让我们一起把家乡建设得更加美好！",
    "同志们，蓝图已经绘就，让我们一起努力！",
]


@pytest.mark.parametrize("words", WORDS)
def test_closing_words(words: str) -> None:
    assert_tail(f"{words}\n", words=words)
    assert_tail(
        f"{words}\n沅陵湾区水务局\n2024年1月12日\n", words=words, signature=["沅陵湾区水务局"], date="2024年1月12日"
    )


def test_closing_words_may_go_on() -> None:
    report = parse(f"{TEXT}各位代表！路虽远，行则将至。\n让我们一起把家乡建设得更加美好！\n")
    assert [getattr(block, "text", "") for block in report.closing.blocks] == [
        "各位代表！路虽远，行则将至。",
        "让我们一起把家乡建设得更加美好！",
    ]


NO_TAILS = [
    # the last lines of a text
    "这件事交给沅陵湾区水务局。",
    "2024年1月12日，新大厅启用。",
    "新大厅启用的日子定在2024年1月12日。",
    "附件的下载次数比上年多了一成。",
]


@pytest.mark.parametrize("line", NO_TAILS)
def test_sentences_are_no_tail(line: str) -> None:
    report = parse(f"{TEXT}{line}\n")
    assert report.closing == Closing()
    assert report.at("二").text == f"{LAST}\n{line}"


def test_address_to_the_delegates_within_the_text_closes_nothing() -> None:
    report = parse(TEXT.replace("二、", "各位代表！成绩来之不易。\n二、"))
    assert report.closing == Closing()
    assert report.at("一").text.endswith("各位代表！成绩来之不易。")


def test_a_bare_signature_is_a_report_too() -> None:
    report = parse("沅陵湾区水务局\n2024年1月12日\n")
    assert report.date == "2024-01-12"
    assert report.sections == ()


def test_places_of_the_tail() -> None:
    text = f"{TEXT}特此报告。\n附件：便民事项清单\n沅陵湾区水务局\n2024年1月12日\n"
    found = [(place.kind, place.span.of(text)) for place in parse(text).places]
    assert found[1:] == [
        ("enclosures", "附件：便民事项清单"),
        ("signature", "沅陵湾区水务局"),
        ("date", "2024年1月12日"),
    ]
