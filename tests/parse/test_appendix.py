"""Appendices: 附件, 名词解释, 注释. Which lines open one, what is its title, what stands in it."""

from __future__ import annotations

import pytest

from govreport import Paragraph, Report, Section, parse
from govreport.parse.unnumbered import is_appendix

BODY = """沅陵湾区2023年工作总结
一、总体情况
大厅每天早开门半小时，晚关门半小时，周末不休息，群众下班以后也能把事情办完。
二、下步打算
来年的路还长，群众的期待还多。
"""
SIGNED = "沅陵湾区人民政府\n2024年1月12日\n"

TITLES = [
    "附件", "附　件", "附件：", "附件1", "附件 2", "附件一", "附件3：", "附录", "附表", "附表2",
    "名词解释", "名词术语解释", "名词解释：", "名词注释", "《政府工作报告》名词解释", "有关用语说明",
    "部分名词和有关事项解释",
    "相关内容的名词解释", "注释", "注释：", "注　释", "注：", "附注：", "资料来源：", "指标解释",
]  # fmt: skip
NO_TITLES = [
    "附件下载", "附件齐全", "详见附件", "附件1和附件2", "附近的村庄", "名词解释是难点", "注意事项", "注册资本",
    "解释", "说明",
    "总体情况", "附则", "资料来源可靠", "注",
]  # fmt: skip


@pytest.mark.parametrize("line", TITLES)
def test_titles(line: str) -> None:
    assert is_appendix(line)


@pytest.mark.parametrize("line", NO_TITLES)
def test_no_titles(line: str) -> None:
    assert not is_appendix(line)


def outline(section: Section, depth: int = 0) -> list[str]:
    own = "  " * depth + (section.number.text if section.number else "") + section.heading
    return [own, *(row for child in section.children for row in outline(child, depth + 1))]


def assert_appendices(text: str, expected: list[list[str]]) -> Report:
    """The report has its two sections, and behind them these appendices with their outlines."""
    report = parse(text)
    own = [section.heading for section in report.sections if section.role != "attachment"]
    assert own == ["总体情况", "下步打算"]
    assert report.sections[2:] == report.attachments
    assert [outline(section) for section in report.attachments] == expected
    return report


APPENDICES = {
    "a label and a title below": ("附件\n便民事项清单\n上门取件。\n", [["便民事项清单"]]),
    "a label with a colon": ("附件：\n便民事项清单\n上门取件。\n", [["便民事项清单"]]),
    "a label without title": ("附件\n上门取件，邻里代办，周末值守。\n", [["附件"]]),
    "numbers start anew": (
        "附件\n便民事项清单\n一、上门取件\n二、邻里代办\n",
        [["便民事项清单", "  一、上门取件", "  二、邻里代办"]],
    ),
    "numbers in two depths": (
        "附件\n便民事项清单\n一、取件\n（一）上门取件\n（二）就近取件\n二、代办\n",
        [["便民事项清单", "  一、取件", "    （一）上门取件", "    （二）就近取件", "  二、代办"]],
    ),
    "two of them": (
        "附件1\n便民事项清单\n1.上门取件。\n2.邻里代办。\n附件2\n代办点名单\n（一）东片\n（二）西片\n",
        [["便民事项清单", "  1.", "  2."], ["代办点名单", "  （一）东片", "  （二）西片"]],
    ),
    "label and title on one line": (
        "附件：便民事项清单\n一、上门取件\n二、邻里代办\n",
        [["便民事项清单", "  一、上门取件", "  二、邻里代办"]],
    ),
    "two of them with titles on their lines": (
        "附件1：便民事项清单\n（一）上门取件\n（二）邻里代办\n附件2：代办点名单\n东片两处，西片三处。\n",
        [["便民事项清单", "  （一）上门取件", "  （二）邻里代办"], ["代办点名单"]],
    ),
    "a glossary": ("名词解释\n1.一窗通办：一个窗口受理。\n2.村村通：村村通公路。\n", [["名词解释"]]),
    "a glossary below a label": ("附件\n名词解释\n1.一窗通办：一个窗口受理。\n", [["名词解释"]]),
    "notes and sources of a bulletin": (
        "注：\n1.数据为初步统计数。\n2.总计与分项合计可能不等。\n资料来源：\n数据来自区统计局。\n",
        [["注"], ["资料来源"]],
    ),
}


@pytest.mark.parametrize("signed", ["", SIGNED], ids=["unsigned", "signed"])
@pytest.mark.parametrize(("text", "expected"), APPENDICES.values(), ids=APPENDICES.keys())
def test_appendices(text: str, expected: list[list[str]], signed: str) -> None:
    report = assert_appendices(BODY + signed + text, expected)
    assert report.closing.signature == (("沅陵湾区人民政府",) if signed else ())
    assert report.closing.date == ("2024年1月12日" if signed else "")


def test_entries_of_a_glossary_are_paragraphs() -> None:
    glossary = parse(BODY + "名词解释：\n1.一窗通办：一个窗口受理。\n村村通：村村通公路。\n").attachments[0]
    assert (glossary.number, glossary.heading, glossary.stop) == (None, "名词解释", "：")
    assert glossary.blocks == (Paragraph("1.一窗通办：一个窗口受理。"), Paragraph("村村通：村村通公路。"))


def test_a_glossary_between_sections_is_no_appendix() -> None:
    """部门预算 explain their words before the tables."""
    text = BODY.replace("二、", "名词解释\n1.结余：没有花完的钱。\n2.结转：留到明年的钱。\n二、")
    report = parse(text)
    assert report.attachments == ()
    assert [section.number.text for section in report.walk() if section.number] == ["一、", "二、"]


def test_the_label_is_no_title_but_has_its_place() -> None:
    text = f"{BODY}{SIGNED}附件\n便民事项清单\n上门取件。\n"
    report = parse(text)
    assert [place.span.of(text) for place in report.places if place.kind == "attachment-label"] == ["附件"]
    span = report.attachments[0].span
    assert span is not None
    assert span.of(text) == "便民事项清单\n上门取件。"


def test_the_label_on_the_line_of_the_title_has_its_place() -> None:
    text = f"{BODY}{SIGNED}附件1：便民事项清单\n一、上门取件\n二、邻里代办\n"
    report = parse(text)
    assert [place.span.of(text) for place in report.places if place.kind == "attachment-label"] == ["附件1："]
    heading = report.attachments[0].heading_span
    assert heading is not None
    assert heading.of(text) == "便民事项清单"


def test_labels_with_titles_and_nothing_below_list_enclosures() -> None:
    report = parse(f"{BODY}附件1：便民事项清单\n附件2：代办点名单\n{SIGNED}")
    assert report.attachments == ()
    assert report.closing.enclosures == ("便民事项清单", "代办点名单")


def test_an_appendix_on_a_flattened_page() -> None:
    text = f"{BODY}{'全年各项工作按计划推进，群众反映的问题逐件得到回应。' * 15}\n{SIGNED}附件1：便民事项清单\n"
    report = parse(f"{text}一、取件\n上门取件。\n二、代办\n邻里代办。".replace("\n", " "))
    assert [outline(section) for section in report.attachments] == [["便民事项清单", "  一、取件", "  二、代办"]]
    assert report.closing.signature == ("沅陵湾区人民政府",)


def test_an_appendix_does_not_change_the_report_before_it() -> None:
    plain = parse(BODY + SIGNED)
    report = parse(f"{BODY}{SIGNED}附件\n便民事项清单\n一、上门取件\n二、邻里代办\n三、周末值守\n")
    assert report.sections[:2] == plain.sections
    assert (report.title, report.closing, report.date) == (plain.title, plain.closing, plain.date)


def test_the_word_in_a_sentence_opens_nothing() -> None:
    report = parse(BODY.replace("期待还多。", "期待还多。名词解释见附件。"))
    assert report.attachments == ()


def test_an_appendix_may_be_a_table() -> None:
    report = parse(f"{BODY}附件\n便民事项清单\n事项\t时限\n取件\t当天\n代办\t三天\n")
    assert [type(block).__name__ for block in report.attachments[0].blocks] == ["Table"]
