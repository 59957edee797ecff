"""What holds of the facts of every text: nothing raises, places are right, the tree is left alone, JSON keeps all."""

from __future__ import annotations

from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from govreport import Report, dumps, find_metrics, parse, read
from govreport.facts.figures import figures, plain

NUMBERS = (
    "1 12 3600 2023 0.5 4.8 1,043 ００ １２ ４．８ ５，２５０ 12345 -0.3 1/4 1/0 0 00 "
    "万 亿 千 百 十 一 两 三 五百 两万五千 十二 "
    "二〇二三 百分之 分之 三分之一 百分之六十五 百分之四到五 翻一番 翻 "
    "六成 成 半 一半 过半 第 第一 余 多 几 来 近 约 超 超过 突破 "
    "不低于 以上 以内 左右 — - － ～ ~ 至 到 、 和"
)
UNITS = (
    "个 家 人 人次 件 元 美元 % ％ ‰ 个百分点 倍 公里 / ／ 平方公里 "
    "千瓦 千瓦时 个月 年 月 日 号 届 次 名 位 级 强 G A P （台）"
)
WORDS = (
    "增长 下降 提高到 由 增至 分别 其中 居全省 同比 比上年 办结案件 惠及 调解员 一般公共预算收入 "
    "PM2.5 5G “ ” 《 》 〈 〉 （ ） ( ) "
    "： ； ， 。 \n \u3000 \u2028 \x0c 𠮷 😀 第二十条 〔2023〕4号 存在的问题 2024年工作安排 "
    "一、 （一） 一是 1. 6月底前 责任单位："
)
PIECES = st.sampled_from([*NUMBERS.split(" "), *UNITS.split(" "), *WORDS.split(" "), " "])
SOUPS = st.lists(PIECES, max_size=60).map("".join)
"""Text of pieces that mean something to the facts, in no order."""
TITLES = st.sampled_from(
    [
        "",
        "某县2023年法治政府建设年度报告\n\n",
        "某县2024年政府工作报告\n\n",
        "某县2023年政府信息公开工作年度报告\n\n",
        "某县2023年工作总结和2024年工作计划\n\n",
        "某县2024年部门预算\n\n",
    ]
)
HEADINGS = st.sampled_from(
    ["一、工作情况\n\n", "二、存在的问题\n\n", "三、2024年工作安排\n\n", "（一）\n\n", "附件\n\n", "\n\n", "\n"]
)
REPORTS = st.builds(
    lambda title, rows: title + "".join(heading + text + "\n\n" for heading, text in rows),
    TITLES,
    st.lists(st.tuples(HEADINGS, SOUPS), max_size=5),
)
TEXTS = st.text(st.characters(), max_size=120) | SOUPS


@given(TEXTS)
@example("5G4×4“13331”1/0百分之百分之")
@example("１，" * 20 + "万" * 20)
def test_metrics_stand_in_the_text_in_order_and_apart(text: str) -> None:
    at = 0
    for metric in find_metrics(text):
        assert metric.span is not None
        assert at <= metric.span.start < metric.span.end <= len(text)
        assert metric.span.of(text) == metric.text
        at = metric.span.end


@given(TEXTS)
def test_metrics_are_well_formed(text: str) -> None:
    for metric in find_metrics(text):
        assert metric.value.is_finite() and (metric.upper is None or metric.upper.is_finite())
        assert metric.bound in ("exact", "around", "above", "below")
        assert metric.kind in ("level", "change", "growth", "rank")
        assert metric.direction in (None, "up", "down")
        assert (metric.direction is None) == (metric.kind in ("level", "rank"))
        assert metric.unit == metric.unit.strip() and "\n" not in metric.name


@given(TEXTS)
def test_figures_stand_in_the_text_in_order_and_apart(text: str) -> None:
    at = 0
    for figure in figures(plain(text), text):
        assert at <= figure.start < figure.end <= len(text)
        assert figure.value.is_finite()
        at = figure.end


@given(TEXTS, TEXTS)
def test_a_line_says_the_same_beside_another(first: str, second: str) -> None:
    """A number, its unit and its bound do not depend on other lines."""
    lines = [first.replace("\n", " ") + "，逐件答复。\n\n", second.replace("\n", " ")]
    apart = [(m.value, m.unit, m.bound, m.text) for text in lines for m in find_metrics(text)]
    assert [(m.value, m.unit, m.bound, m.text) for m in find_metrics("".join(lines))] == apart


def bare(report: Report) -> Report:
    """The report without what the facts add."""
    return evolve(
        report,
        kind="other",
        year=None,
        plan_year=None,
        sections=tuple(evolve(section, role=None) for section in report.sections),
        metrics=(),
        plans=(),
        problems=(),
        citations=(),
        cells=(),
    )


@given(REPORTS | TEXTS)
def test_facts_leave_the_tree_alone(text: str) -> None:
    with_facts, without = parse(text), parse(text, facts=False)
    assert bare(with_facts) == bare(without)
    assert list(with_facts.tiles()) == list(without.tiles())
    assert with_facts.notes == without.notes
    assert (without.metrics, without.plans, without.problems, without.citations, without.cells) == ((),) * 5


@given(REPORTS | TEXTS)
def test_json_keeps_all_facts(text: str) -> None:
    report = parse(text.encode("utf-8", "replace").decode())  # no file holds half a surrogate pair
    again = read(dumps(report, "json").encode())
    assert again == report
    assert [m.span for m in again.metrics] == [m.span for m in report.metrics]
    assert [c.spans for c in again.citations] == [c.spans for c in report.citations]


@given(REPORTS)
def test_facts_stand_where_their_addresses_and_spans_say(text: str) -> None:
    report = parse(text)
    facts = [*report.metrics, *report.plans, *report.problems]
    places = [(fact.where, fact.span) for fact in facts]
    places += [place for citation in report.citations for place in zip(citation.where, citation.spans, strict=True)]
    for where, span in places:
        assert span is not None and 0 <= span.start < span.end <= len(text)
        assert where == "" or report.at(where) is not None


@given(REPORTS)
def test_metrics_of_a_report_stand_in_order(text: str) -> None:
    ends = [0]
    for metric in parse(text).metrics:
        assert metric.span is not None
        assert ends[-1] <= metric.span.start < metric.span.end
        ends.append(metric.span.end)
    assert ends[-1] <= len(text)


@given(REPORTS)
def test_targets_of_plans_are_metrics_of_the_report(text: str) -> None:
    report = parse(text)
    promised = [id(metric) for metric in report.metrics if metric.is_target]
    for plan in report.plans:
        assert all(id(metric) in promised for metric in plan.targets)
