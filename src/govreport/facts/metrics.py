"""Metrics (指标): what a text counted: number, unit, bound, kind of change, name.

`find_metrics` reads any text; `metrics_of` a report, where every metric also knows its section and its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..language.numerals import to_int
from ..language.placeholders import without
from ..model.facts import Metric
from ..model.passages import Passage
from ..model.report import Report
from ..model.source import Span
from .change import RATES, change
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
    found = _named(said, plain(said))
    wholes = linked(said, found)
    metrics: list[Metric] = []
    for i, quantity in enumerate(found):
        whole = metrics[wholes[i]] if i in wholes else None
        span = Span(quantity.start, quantity.end)
        metrics.append(_metric(quantity, said, span, "", None, False, whole))
    return metrics


def metrics_of(report: Report, said: Iterable[Passage]) -> Iterator[Metric]:
    """The metrics in the passages of a report, with spans of its source, address, year, and whether a plan promises
    them.

    The year is the one that the sentence names before the number, else the report's: plan year in sections on plans.
    """
    for passage in said:
        top = passage.top.role if passage.top is not None else None
        if top == "attachment":
            continue
        ahead = top == "plans"
        text = without(passage.text)
        shown = plain(text)
        found = _named(text, shown)
        if not found:
            continue
        wholes = linked(text, found)
        if text is not passage.text:
            shown = plain(passage.text)
        dated = "年" in shown
        metrics: list[Metric] = []
        for i, quantity in enumerate(found):
            named = _named_year(shown, quantity.start, report, ahead) if dated else None
            year = named or (report.plan_year if ahead else report.year)
            target = (
                ahead and (named is None or named == report.plan_year) and not _looks_back(passage.text, quantity.start)
            )
            whole = metrics[wholes[i]] if i in wholes else None
            span = passage.locate(quantity.start, quantity.end)
            metrics.append(_metric(quantity, text, span, passage.where, year, target, whole))
        yield from metrics


def _metric(
    found: Quantity, text: str, span: Span | None, where: str, year: int | None, target: bool, whole: Metric | None
) -> Metric:
    """The metric that a named quantity of a text is."""
    return Metric(
        found.name, found.value, found.unit, found.upper, found.bound, found.kind, found.direction,
        text[found.start : found.end], span, where, year, target, whole,
    )  # fmt: skip


def _named_year(text: str, end: int, report: Report, ahead: bool) -> int | None:
    """The last year named in its sentence before a metric; 今年 is the plan year in plans and before a congress."""
    last = text.rfind("年", max(0, end - FAR), end)
    if last < 0:
        return None
    begin = _after_stop(text, end)
    if last < begin:
        return None
    found = YEARS.findall(text[begin : min(end, last + 2)])  # a look at what follows the 年 is part of the pattern
    if not found:
        return None
    if found[-1] in ("今年", "去年"):
        return report.plan_year if found[-1] == "今年" and (ahead or report.kind == "gov") else report.year
    return to_int(found[-1][:-1].strip())


def _looks_back(text: str, end: int) -> bool:
    """Whether the clause before a metric in a section on plans says what is already so."""
    clause = text[_after_stop(text, end) : end]
    return LOOKS_BACK.search(clause, max(clause.rfind("，"), clause.rfind("；")) + 1) is not None


def _after_stop(text: str, end: int) -> int:
    """Where the sentence that holds text[end] begins, at most `FAR` characters back."""
    floor = max(0, end - FAR)
    find = text.rfind
    return max(
        floor,
        find("。", floor, end) + 1,
        find("！", floor, end) + 1,
        find("？", floor, end) + 1,
        find("\n", floor, end) + 1,
    )


def _named(text: str, shown: str) -> list[Quantity]:
    """The quantities of a text with their names, kinds and directions; `shown` is the text as `plain` gives it."""
    found = quantities(text, shown)
    index = 0
    while index < len(found):
        stop = STOP.search(shown, found[index].end)
        end = stop.start() if stop else len(shown)
        upto = index + 1
        while upto < len(found) and found[upto].start < end:
            upto += 1
        _name(shown, found[index:upto], end)
        index = upto
    return found


def _name(shown: str, found: list[Quantity], end: int) -> None:
    """Name the quantities of one sentence, which ends at `end`."""
    begin, last, kind, direction = 0, "", "level", None
    shared: list[str] = []  # names still to be handed out, the next one last
    before: Quantity | None = None
    for i, quantity in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        if not (before is not None and quantity.tied and (shared or _goes_on(shown, before, quantity))):
            left = left_of(shown, begin, quantity.start)
            kind, direction = change(left, quantity.unit, quantity.form)
            shared = _respective(left, found, i) if "分别" in left else []
            if not shared:
                upto = following.start if following else end
                last = name_of(shown, left, quantity, following, last, upto, kind in MOVES)
        if shared:
            last = shared.pop()
        if kind == "level" and quantity.unit == "%" and last.endswith(RATES):
            kind, direction = "growth", "up"
        quantity.name, quantity.kind, quantity.direction = last, kind, direction
        before, begin = quantity, quantity.end


def _respective(left: str, found: list[Quantity], i: int) -> list[str]:
    """The names for this quantity and those tied to it, last first, if 分别 hands them out; 左右 behind the last holds
    for all."""
    head, _, _ = left.partition("分别")
    if not head.strip():
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
    """Whether a quantity tied to the one before repeats its predicate: 分别增长5%、6%."""
    if quantity.unit != before.unit:
        return False
    return quantity.unit == "%" or "分别" in shown[max(0, before.start - 30) : before.start]
