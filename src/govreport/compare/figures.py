"""Figures of two reports side by side: which became which.

Inside of matched sections the metrics pair in their order by name, unit and kind; what is left pairs by place where
the number stands between the same words, then by name anywhere. A changed number that is no metric (a date, a code) is
listed as `number`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from ..model.facts import Metric
from ..model.report import Report
from .align import Alignment
from .changes import Change, MetricChange
from .terms import likeness, terms_of
from .words import ADDED, REMOVED, opcodes, words_of

NUMBER = re.compile(r"[0-9０-９]+(?:[.,．][0-9０-９]+)*")
NAME = re.compile(r"[\u3400-\u9fff]{1,10}$")
SAME_NAME = 0.5
"""Names with fewer terms in common aren't the same indicator."""
Matched = list[tuple[Metric | None, Metric | None]]


def metric_changes(old: Report, new: Report, found: Alignment, changes: Iterable[Change]) -> tuple[MetricChange, ...]:
    """Every figure that was changed, dropped or is new, in the order of the new report; dropped ones at the end."""
    partner = {pair.old.where: pair.new.where for pair in found.pairs} | {"": ""}
    there = _by_address(new)
    matched: Matched = []
    left_old: list[Metric] = []
    left_new = {id(metric): metric for metric in new.metrics}
    for where, metrics in _by_address(old).items():
        pairs = _beside(metrics, there.get(partner.get(where, "\0"), []))
        for one, other in pairs:
            left_new.pop(id(other))
            matched.append((one, other))
        taken = {id(one) for one, _ in pairs}
        left_old += [metric for metric in metrics if id(metric) not in taken]
    found_elsewhere = set()
    for one, other in _anywhere(left_old, list(left_new.values())):
        left_new.pop(id(other))
        found_elsewhere.add(id(one))
        matched.append((one, other))
    left_old = [metric for metric in left_old if id(metric) not in found_elsewhere]
    rows = [row for one, other in matched if (row := _change(one, other)) is not None]
    rows += [row for metric in left_new.values() if (row := _change(None, metric)) is not None]
    if found.preset.id == "draft":  # a year later nearly all dates are others
        rows += _untold(_numbers(changes), rows)
    order = {id(metric): at for at, metric in enumerate(new.metrics)}
    rows.sort(key=lambda row: order.get(id(row.new_metric), len(order)))
    gone = [row for metric in left_old if (row := _change(metric, None)) is not None]
    return (*rows, *gone)


def _by_address(report: Report) -> dict[str, list[Metric]]:
    found: dict[str, list[Metric]] = defaultdict(list)
    for metric in report.metrics:
        found[metric.where].append(metric)
    return found


def _key(metric: Metric) -> tuple[str, str, str]:
    return metric.name, metric.unit, metric.kind


def _beside(old: list[Metric], new: list[Metric]) -> list[tuple[Metric, Metric]]:
    """The metrics of one section in two versions: in order by name, unit and kind; between them those as many on both
    sides in order, if their names or units are the same."""
    pairs: list[tuple[Metric, Metric]] = []
    for tag, a, b, c, d in opcodes([_key(m) for m in old], [_key(m) for m in new]):
        if tag == "equal":
            pairs += zip(old[a:b], new[c:d], strict=True)
        elif tag == "replace":
            even = b - a == d - c
            pairs += _likely(old[a:b], new[c:d], even)
    return pairs


def _likely(old: list[Metric], new: list[Metric], even: bool) -> list[tuple[Metric, Metric]]:
    """Pairs inside of a changed stretch."""
    if even:
        return [(one, other) for one, other in zip(old, new, strict=True) if _related(one, other)]
    pairs = []
    at = 0
    for one in old:
        match = next((i for i in range(at, len(new)) if _related(one, new[i]) and one.unit == new[i].unit), None)
        if match is not None:
            pairs.append((one, new[match]))
            at = match + 1
    return pairs


def _related(one: Metric, other: Metric) -> bool:
    """Whether two metrics can be versions of each other: the same name, or likely names in one unit."""
    if one.name == other.name:
        return True
    return one.unit == other.unit and one.kind == other.kind and _same_name(one.name, other.name)


def _same_name(one: str, other: str) -> bool:
    return one == other or likeness(terms_of(one), terms_of(other)) >= SAME_NAME


def _anywhere(old: list[Metric], new: list[Metric]) -> Iterator[tuple[Metric, Metric]]:
    """What is left, by name, unit and kind, in order; only names that say something."""
    there: dict[tuple[str, str, str], list[Metric]] = defaultdict(list)
    for metric in reversed(new):
        there[_key(metric)].append(metric)
    for metric in old:
        others = there.get(_key(metric))
        if others and len(metric.name) > 1:
            yield metric, others.pop()


def _change(one: Metric | None, other: Metric | None) -> MetricChange | None:
    """The row of a pair; None where nothing changed."""
    metric = other or one
    assert metric is not None
    if one is None or other is None:
        kind = "new" if one is None else "dropped"
    elif one.unit != other.unit:
        kind = "unit"
    elif (one.value, one.upper, one.direction, one.kind) != (other.value, other.upper, other.direction, other.kind):
        kind = "value"
    elif one.bound != other.bound:
        kind = "bound"
    else:
        return None
    return MetricChange(
        kind,
        metric.name,
        one.value if one else None,
        other.value if other else None,
        metric.unit,
        one.unit if one else "",
        one.text if one else "",
        other.text if other else "",
        one.where if one else None,
        other.where if other else None,
        one,
        other,
    )


def _numbers(changes: Iterable[Change]) -> Iterator[MetricChange]:
    """Numbers that stand in each other's place between the same words."""
    for change in changes:
        if change.type not in ("edited", "moved", "reworded", "renumbered"):
            continue
        old, new = (f"{change.old_heading}\n{change.old_text}", f"{change.new_heading}\n{change.new_text}")
        if old == new or NUMBER.findall(old) == NUMBER.findall(new):
            continue
        words = words_of(old, new)
        for at, (one, other) in enumerate(pairwise(words)):
            before, after = NUMBER.findall(one.text), NUMBER.findall(other.text)
            if (one.op, other.op) != (REMOVED, ADDED) or len(before) != len(after):
                continue
            name = NAME.search(words[at - 1].text.rstrip()) if at else None
            for number, now in zip(before, after, strict=True):
                if number != now:
                    yield MetricChange(
                        "number",
                        name[0] if name else "",
                        _decimal(number),
                        _decimal(now),
                        old_text=number,
                        new_text=now,
                        old_address=change.old_address,
                        new_address=change.new_address,
                    )


def _untold(numbers: Iterable[MetricChange], told: list[MetricChange]) -> list[MetricChange]:
    """The numbers that no metric of their section has in its text already; a metric speaks for one each."""
    waiting: dict[tuple[str | None, str, str], int] = defaultdict(int)
    for row in told:
        for old, new in zip(NUMBER.findall(row.old_text), NUMBER.findall(row.new_text), strict=False):
            waiting[row.new_address, old, new] += 1
    found = []
    for row in numbers:
        key = row.new_address, row.old_text, row.new_text
        if waiting[key]:
            waiting[key] -= 1
        else:
            found.append(row)
    return found


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "").replace("．", "."))
    except InvalidOperation:
        return None
