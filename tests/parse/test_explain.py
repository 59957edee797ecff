"""Why a line was taken for what: verdicts as a table of line, what, rule, and what else it could have been."""

from __future__ import annotations

import pytest

from govreport import Source, parse
from govreport.formats.text import source as tabular
from govreport.parse.explain import REASONS, Verdict, explain
from govreport.parse.parse import stages

PROSE = "大厅每天早开门半小时，晚关门半小时，周末不休息，群众下班以后也能把事情办完，老人还可以请人上门代办。"

LINES = [
    # line, what it was taken for, by which rule
    ("首页 > 政务公开", "chrome", "chrome"),
    ("索引号：0120/2024-7", "metadata", "front"),
    ("某政发〔2024〕4号", "document_number", "front"),
    ("沅陵湾区2023年工作总结", "title", "front"),
    ("来源：某某日报", "source-line", "source-line"),
    ("各位代表：", "salutation", "front"),
    ("现将全年工作报告如下。", "text", "text"),
    ("一、总体情况", "一、 hanzi@1", "first"),
    (PROSE, "text", "text"),
    ("（一）抓好服务", "（一） hanzi-paren@2", "first"),
    ("做了两件事：一是延长时间。二是增加人手。", "一是 shi@3  二是 shi@3", "first"),
    ("（二）公开结果", "（二） hanzi-paren@2", "next"),
    ("— 1 —", "page-number", "page-number"),
    ("（四）听取意见", "（四） hanzi-paren@2", "gap"),
    (PROSE, "text", "text"),
    ("二、存在问题", "二、 hanzi@1", "next"),
    (PROSE, "text", "text"),
    ("二、下步打算", "二、 hanzi@1", "repeat"),
    (PROSE, "text", "text"),
    ("沅陵湾区人民政府", "signature", "tail"),
    ("2024年1月12日", "date", "tail"),
    ("相关报道：", "chrome", "chrome"),
    ("沅陵湾区召开总结会", "chrome", "residue"),
]
TEXT = "\n".join(line for line, _, _ in LINES) + "\n"


def verdicts(text: str) -> list[Verdict]:
    return explain(stages(Source(text)))


@pytest.fixture(scope="module")
def found() -> list[Verdict]:
    return verdicts(TEXT)


@pytest.mark.parametrize("index", range(len(LINES)), ids=[row[0][:12] for row in LINES])
def test_what_and_rule(found: list[Verdict], index: int) -> None:
    verdict = found[index]
    assert (verdict.text, verdict.what, verdict.rule) == LINES[index]
    assert verdict.span.of(TEXT) == verdict.text


def test_every_line_has_one_verdict(found: list[Verdict]) -> None:
    assert [verdict.text for verdict in found] == [line for line, _, _ in LINES]


def test_what_stood_in_doubt_is_said_of_nothing_else(found: list[Verdict]) -> None:
    assert [verdict.text for verdict in found if verdict.others] == []


OTHERS = [
    # a line within a report, what it could have been, why it isn't
    ("三、四季度经济明显回升。", "三、", "hanzi", "veto"),
    ("一、二产业融合发展，成效看得见。", "一、", "hanzi", "veto"),
    ("（九）这一项排得太远。", "（九）", "hanzi-paren", "sequence"),
    ("今年的变化，看得见：一是窗口时间延长了。", "一是", "shi", "sequence"),
]


@pytest.mark.parametrize(("line", "number", "style", "reason"), OTHERS, ids=[row[0] for row in OTHERS])
def test_others(line: str, number: str, style: str, reason: str) -> None:
    verdict = next(
        v for v in verdicts(f"一、总体情况\n{PROSE}\n{line}\n{PROSE}\n二、打算\n{PROSE}\n") if v.text == line
    )
    assert (verdict.what, verdict.rule) == ("text", "text")
    assert verdict.others == (f"{number} {style}: {REASONS[reason]}",)


MORE = [
    # text, the line asked for, what, rule
    (f"二、存在问题\n{PROSE}\n三、打算\n{PROSE}\n", "二、存在问题", "二、 hanzi@1", "late"),
    (f"农业生产稳步提升\n{PROSE}\n工业经济提质增效\n{PROSE}\n", "农业生产稳步提升", "标题 none@1", "heading"),
    ("目录\n一、总体情况\n二、问题\n三、打算\n一、总体情况\n好。\n", "目录", "contents", "contents"),
]


@pytest.mark.parametrize(("text", "line", "what", "rule"), MORE, ids=[row[1] for row in MORE])
def test_other_rules(text: str, line: str, what: str, rule: str) -> None:
    verdict = next(v for v in verdicts(text) if v.text == line)
    assert (verdict.what, verdict.rule) == (what, rule)


def test_a_table_is_said_by_a_hint() -> None:
    table = explain(stages(tabular("一、总体情况\n项目\t数量\n收件\t12\n")))[1]
    assert (table.what, table.rule) == ("table", "hint")


def test_every_rule_has_a_reason_in_two_languages(found: list[Verdict]) -> None:
    furniture = {"chrome", "source-line", "page-number", "caption"}
    used = {verdict.rule for verdict in found}
    assert used - furniture <= set(REASONS)
    for reason in REASONS.values():
        chinese, _, english = reason.partition(" / ")
        assert english.isascii() and english
        assert not chinese.isascii()


def test_explaining_changes_nothing() -> None:
    done = stages(Source(TEXT))
    before = parse(TEXT)
    assert explain(done) == explain(done)
    assert parse(TEXT) == before


@pytest.mark.parametrize("text", ["", "\n \n", "好"], ids=repr)
def test_next_to_nothing(text: str) -> None:
    assert [verdict.text for verdict in verdicts(text)] == text.split()
