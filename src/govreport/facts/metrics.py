"""Metrics (指标): what a text counted: number, unit, bound, kind of change, name.

`find_metrics` reads any text; `metrics_of` a report, where every metric also knows its section and its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language.numerals import to_int
from ..language.placeholders import without
from ..model.facts import Metric
from ..model.passages import passages
from ..model.report import Report
from ..model.source import Span
from .change import RATE_NAME, change
from .coordination import respective
from .figures import plain
from .names import left_name, left_of, name_of, subject
from .parts import linked
from .quantities import Quantity, quantities

FAR = 300
MOVES = ("growth", "change")
STOP = re.compile("[。！？\n]")
YEARS = re.compile(r"(?<![\d比较与])(?:(?:19|20)\d\d ?年|[一二]九?[〇○零一二三四五六七八九]{2,3}年|今年|去年)(?!均|来)")
LOOKS_BACK = re.compile("已经?(?!有序)|截至|累计已|目前|去年|上年")


def find_metrics(text: str) -> list[Metric]:
    """All metrics of a text in order; spans count in code points of `text`.

    >>> for metric in find_metrics("一般公共预算收入216亿元，同比增长5.1%；惠及3600余人。"):
    ...     print(metric.name, metric.value, metric.unit, metric.kind, metric.bound)
    一般公共预算收入 21600000000 元 level exact
    一般公共预算收入 5.1 % growth exact
    惠及 3600 人 level above
    """
    said = without(text)  # what stands in placeholders was counted last year
    return linked(said, list(_metrics(said)))


def metrics_of(report: Report) -> Iterator[Metric]:
    """The metrics of a report, with spans of its source, address, year, and whether a plan promises them.

    The year is the one that the sentence names before the number, else the report's: plan year in sections on plans.
    """
    for passage in passages(report):
        if passage.top is not None and passage.top.role == "attachment":
            continue
        ahead = passage.top is not None and passage.top.role == "plans"
        placed: dict[Span | None, Metric] = {}
        for metric in find_metrics(passage.text):
            named = _named_year(passage.text, metric, report, ahead)
            year = named or (report.plan_year if ahead else report.year)
            target = ahead and (named is None or named == report.plan_year) and not _looks_back(passage.text, metric)
            whole, span = placed.get(metric.whole.span) if metric.whole else None, passage.metric_span(metric.span)
            made = Metric(
                metric.name, metric.value, metric.unit, metric.upper, metric.bound, metric.kind, metric.direction,
                metric.text, span, passage.where, year, target, whole,
            )  # fmt: skip
            placed[metric.span] = made
            yield made


def _named_year(text: str, metric: Metric, report: Report, ahead: bool) -> int | None:
    """The last year named in the sentence before a metric; 今年 is the plan year in plans and before a congress."""
    assert metric.span is not None
    begin = _after_stop(text, metric.span.start)
    sentence = text[begin : metric.span.start]
    if "年" not in sentence:
        return None
    found = YEARS.findall(plain(sentence))
    if not found:
        return None
    if found[-1] in ("今年", "去年"):
        return report.plan_year if found[-1] == "今年" and (ahead or report.kind == "gov") else report.year
    return to_int(found[-1][:-1].strip())


def _looks_back(text: str, metric: Metric) -> bool:
    """Whether the clause of a metric in a section on plans says what is already so."""
    assert metric.span is not None
    clause = text[_after_stop(text, metric.span.start) : metric.span.start]
    return LOOKS_BACK.search(clause, max(clause.rfind("，"), clause.rfind("；")) + 1) is not None


def _after_stop(text: str, end: int) -> int:
    """Where the sentence that holds text[end] begins, at most `FAR` characters back."""
    floor = max(0, end - FAR)
    return max(floor, *(text.rfind(stop, floor, end) + 1 for stop in "。！？\n"))


def _metrics(text: str) -> Iterator[Metric]:
    found = quantities(text)
    shown = plain(text)
    index = 0
    while index < len(found):
        first = found[index]
        stop = STOP.search(shown, first.end)
        end = stop.start() if stop else len(shown)
        group = []
        while index < len(found) and found[index].start < end:
            group.append(found[index])
            index += 1
        yield from _sentence(text, shown, group, end)


def _sentence(text: str, shown: str, found: list[Quantity], end: int) -> Iterator[Metric]:
    begin = _after_stop(shown, found[0].start)
    last, kind, direction = "", "level", None
    shared: list[str] = []  # names still to be handed out, the next one last
    before: Quantity | None = None
    for i, quantity in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        upto = following.start if following else end
        if not (before is not None and ((shared and quantity.tied) or _goes_on(shown, before, quantity))):
            left = left_of(shown, begin, quantity.start)
            kind, direction = change(left, quantity.unit, quantity.form)
            shared = _respective(shown, left, found, i)
            if not shared:
                last = name_of(shown, left, quantity, following, last, upto, kind in MOVES)
        if shared:
            last = shared.pop()
        if kind == "level" and quantity.unit == "%" and RATE_NAME.search(last):
            kind, direction = "growth", "up"
        yield Metric(
            last, quantity.value, quantity.unit, quantity.upper, quantity.bound, kind, direction,
            text[quantity.start : quantity.end], Span(quantity.start, quantity.end),
        )  # fmt: skip
        before, begin = quantity, quantity.end


def _respective(shown: str, left: str, found: list[Quantity], i: int) -> list[str]:
    """The names for this quantity and those tied to it, last first, if 分别 hands them out; 左右 behind the last holds
    for all."""
    head, word, _ = left.partition("分别")
    if not word or not head.strip():
        return []
    upto = i + 1
    while upto < len(found) and found[upto].tied:
        upto += 1
    group = found[i:upto]
    if len(group) > 1 and group[-1].bound == "around":
        for quantity in group:
            quantity.bound = "around" if quantity.bound == "exact" else quantity.bound
    return [left_name(name)[0] or name for name in reversed(respective(subject(head), len(group)))]


def _goes_on(shown: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a quantity repeats the predicate of the one before: 分别增长5%、6%."""
    if not quantity.tied or quantity.unit != before.unit:
        return False
    return quantity.unit == "%" or "分别" in shown[max(0, before.start - 30) : before.start]
