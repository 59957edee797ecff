"""GR450–GR454, two years (跨年): what was carried over from last year's report, and what doesn't follow from it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ...compare.targets import canonical
from ...model.facts import Metric
from ...model.note import Finding
from ..rule import PRACTICE, rule
from ..view import View

LONG, MOST = 60, 0.5
"""Paragraphs of so many characters aren't alike by chance; so much of a report taken over is the whole report."""
SAID = ("achievements", "overview", "proactive", "requests", "litigation", "leadership", "thematic", "improvement")
"""Roles of the sections that tell of the year."""
BLANK = re.compile(r"\s+")
DIGITS = 3
"""Figures of so many digits aren't the same twice by chance."""
FIXED = re.compile("生产总值|增加值|总产值|可比价|不变价|实际增长|指数")
"""Indicators whose growth is reckoned in the prices of another year: it doesn't follow from the two values."""
SLACK = Decimal("1.0")
"""Percentage points that a stated growth may be off: later corrections of last year's figure are usual."""


def told(view: View) -> Iterator[tuple[int, str]]:
    """The long paragraphs that tell of the year: where they begin in the running text, and their words."""
    for part in view.parts:
        top = part.passage.top
        if part.kind == "text" and top is not None and top.role in SAID and len(part.passage.text) >= LONG:
            yield part.start, part.passage.text


def squeezed(text: str) -> str:
    """Words without white space: what makes two paragraphs the same."""
    return BLANK.sub("", text)


def repeated(view: View) -> list[tuple[int, str]]:
    """The paragraphs on the year that stood in last year's report word for word."""
    assert view.previous is not None
    last = {squeezed(text) for _, text in told(view.previous)}
    return [(start, text) for start, text in told(view) if squeezed(text) in last]


@rule("GR450", "report-copied", PRACTICE, "error", needs="previous")
def report_copied(view: View) -> Iterator[Finding]:
    """报告不整篇照抄上年 / a report isn't last year's once more

    除了年份什么都没改的报告，曾多次被公开批评。 / Reports with nothing changed but the year have made the news.

    来源：实务
    错：某局2023年工作总结⏎一、工作情况⏎全局围绕中心工作抓好来信办理和窗口服务，逐月分析群众反映的突出问题，压实承办科室责任，推动一批久拖不决的事项得到解决，群众满意程度稳步提高。‖某局2024年工作总结⏎一、工作情况⏎全局围绕中心工作抓好来信办理和窗口服务，逐月分析群众反映的突出问题，压实承办科室责任，推动一批久拖不决的事项得到解决，群众满意程度稳步提高。
    错：某镇2023年工作总结⏎一、工作成效⏎全镇组织干部走访老旧小区和困难家庭，登记照明、管网、通行等方面的问题，逐项明确整改时限和责任单位，年内全部办结并向居民公示结果，得到普遍好评。‖某镇2024年工作总结⏎一、工作成效⏎全镇组织干部走访老旧小区和困难家庭，登记照明、管网、通行等方面的问题，逐项明确整改时限和责任单位，年内全部办结并向居民公示结果，得到普遍好评。
    对：某局2023年工作总结⏎一、工作情况⏎全局围绕中心工作抓好来信办理和窗口服务，逐月分析群众反映的突出问题，压实承办科室责任，推动一批久拖不决的事项得到解决，群众满意程度稳步提高。‖某局2024年工作总结⏎一、工作情况⏎新建的政务大厅启用，六十个事项实现当场办结，窗口人员轮岗培训两次，来信办理平均用时比过去缩短四天，企业座谈会收集的意见全部回复。
    对：某局2023年工作总结⏎一、工作情况⏎平稳。‖某局2024年工作总结⏎一、工作情况⏎平稳。
    """
    whole = sum(len(text) for _, text in told(view))
    same = repeated(view)
    share = sum(len(text) for _, text in same) / whole if whole else 0.0
    if share >= MOST and view.report.year != (view.previous.report.year if view.previous else None):
        yield view.whole(
            f"总结部分有 {share:.0%} 的文字与上年报告一字不差",
            f"{share:.0%} of what is told of the year stood in last year's report word for word",
        )


@rule("GR451", "paragraph-copied", PRACTICE, "warning", needs="previous")
def paragraph_copied(view: View) -> Iterator[Finding]:
    """总结的段落不照抄上年 / paragraphs on the year aren't last year's

    连数字都没变的段落，说的还是去年的事。 / A paragraph with even its figures unchanged tells of last year.

    来源：实务
    错：某局2023年工作总结⏎一、工作情况⏎全局围绕中心工作抓好来信办理和窗口服务，逐月分析群众反映的突出问题，压实承办科室责任，推动一批久拖不决的事项得到解决，群众满意程度稳步提高。‖某局2024年工作总结⏎一、工作情况⏎全局围绕中心工作抓好来信办理和窗口服务，逐月分析群众反映的突出问题，压实承办科室责任，推动一批久拖不决的事项得到解决，群众满意程度稳步提高。⏎新大厅启用。
    错：某镇2023年工作总结⏎一、工作成效⏎全镇组织干部走访老旧小区和困难家庭，登记照明、管网、通行等方面的问题，逐项明确整改时限和责任单位，年内全部办结并向居民公示结果，得到普遍好评。‖某镇2024年工作总结⏎一、工作成效⏎河道清淤完成。⏎全镇组织干部走访老旧小区和困难家庭，登记照明、管网、通行等方面的问题，逐项明确整改时限和责任单位，年内全部办结并向居民公示结果，得到普遍好评。
    对：某局2023年工作总结⏎一、工作情况⏎平稳有序，办件三十件。‖某局2024年工作总结⏎一、工作情况⏎平稳有序，办件三十件。
    对：某镇2023年工作总结⏎一、工作成效⏎全镇组织干部走访老旧小区和困难家庭，登记照明、管网、通行等方面的问题，逐项明确整改时限和责任单位，年内办结21件并向居民公示结果，得到好评。‖某镇2024年工作总结⏎一、工作成效⏎全镇组织干部走访老旧小区和困难家庭，登记照明、管网、通行等方面的问题，逐项明确整改时限和责任单位，年内办结34件并向居民公示结果，得到好评。
    """
    for start, text in repeated(view):
        shown = text[:14]
        yield view.hit(
            start,
            start + len(text),
            f"这一段（“{shown}…”）与上年报告一字不差",
            "this paragraph stood in last year's report word for word",
        )


def figures(view: View) -> dict[tuple[str, str, str], list[Metric]]:
    """The figures on the year reported on, by name, unit and kind."""
    found: dict[tuple[str, str, str], list[Metric]] = defaultdict(list)
    for metric in view.report.metrics:
        if not metric.is_target and metric.year == view.report.year:
            found[canonical(metric.name), metric.unit, metric.kind].append(metric)
    return found


@rule("GR452", "figure-unchanged", PRACTICE, "warning", needs="previous")
def figure_unchanged(view: View) -> Iterator[Finding]:
    """数字不会与上年完全相同 / a figure of some digits isn't last year's again

    同一指标两年一个数，多半是没有更新。 / One indicator with one value in two years was most likely not updated.

    来源：实务
    错：某局2023年工作总结⏎一、工作情况⏎办理行政许可1374件。‖某局2024年工作总结⏎一、工作情况⏎办理行政许可1374件。
    错：某县2023年工作总结⏎一、工作情况⏎一般公共预算收入12.37亿元。‖某县2024年工作总结⏎一、工作情况⏎一般公共预算收入12.37亿元。
    对：某局2023年工作总结⏎一、工作情况⏎办理行政许可1374件。‖某局2024年工作总结⏎一、工作情况⏎办理行政许可1502件。
    对：某局2023年工作总结⏎一、工作情况⏎辖区有社区15个，街道面积1000亩。‖某局2024年工作总结⏎一、工作情况⏎辖区有社区15个，街道面积1000亩。
    """
    assert view.previous is not None
    last = figures(view.previous)
    for key, metrics in figures(view).items():
        before = {metric.value for metric in last.get(key, ())}
        for metric in metrics:
            told_exactly = metric.bound == "exact" and metric.kind != "rank" and "/" not in metric.text
            if metric.value in before and told_exactly and significant(metric.value) >= DIGITS:
                yield on_metric(
                    metric,
                    f"“{metric.name}”{metric.text}与上年完全相同，请核对是否更新",
                    f'"{metric.name}" is {metric.text}, as last year; check that it was updated',
                )


def significant(value: Decimal) -> int:
    """How many digits of a number say something.

    >>> significant(Decimal("1374")), significant(Decimal("1000")), significant(Decimal("12.37"))
    (4, 1, 4)
    """
    return len(str(abs(value).normalize().as_tuple().digits).strip("(),").split(","))


def on_metric(metric: Metric, zh: str, en: str) -> Finding:
    """A finding about a figure."""
    return Finding("", "", zh, en, metric.span, where=metric.where)


@rule("GR453", "growth-unfounded", PRACTICE, "warning", needs="previous")
def growth_unfounded(view: View) -> Iterator[Finding]:
    """增幅与两年的数字对得上 / a growth follows from the values of both years

    今年的数、上年的数和增幅，知道两个就能算出第三个。 / Of both values and the growth, two give the third.

    来源：实务
    错：某局2023年工作总结⏎一、工作情况⏎办理来信200件。‖某局2024年工作总结⏎一、工作情况⏎办理来信240件，同比增长35%。
    错：某县2023年工作总结⏎一、工作情况⏎接待游客80万人次。‖某县2024年工作总结⏎一、工作情况⏎接待游客100万人次，增长12.5%。
    对：某局2023年工作总结⏎一、工作情况⏎办理来信200件。‖某局2024年工作总结⏎一、工作情况⏎办理来信240件，同比增长20%。
    对：某县2023年工作总结⏎一、工作情况⏎地区生产总值200亿元。‖某县2024年工作总结⏎一、工作情况⏎地区生产总值205亿元，增长5.1%。
    """
    assert view.previous is not None
    last = figures(view.previous)
    metrics = [m for m in view.report.metrics if not m.is_target and m.year == view.report.year]
    for level, growth in pairwise(metrics):
        if not _belongs(level, growth) or FIXED.search(level.name):
            continue
        before = last.get((canonical(level.name), level.unit, "level"), [])
        if len(before) != 1 or before[0].value == 0 or before[0].bound != "exact":
            continue
        reckoned = (level.value / before[0].value - 1) * 100
        stated = -abs(growth.value) if growth.direction == "down" else growth.value
        slack = max(SLACK, abs(reckoned) / 20)
        if abs(reckoned - stated) > slack:
            yield on_metric(
                growth,
                f"“{level.name}”上年{before[0].text}，今年{level.text}，应{_moved(reckoned)}，报告写的是{growth.text}",
                f'"{level.name}" went from {before[0].text} to {level.text}: {reckoned:+.1f}%, not {growth.text}',
            )


def _belongs(level: Metric, growth: Metric) -> bool:
    """Whether a growth stands right behind the value that it is about."""
    close = level.span is not None and growth.span is not None and 0 <= growth.span.start - level.span.end <= 12
    return (
        close
        and level.kind == "level"
        and level.bound == "exact"
        and growth.kind == "growth"
        and growth.unit == "%"
        and canonical(level.name) == canonical(growth.name)
    )


def _moved(percent: Decimal) -> str:
    return f"增长{percent:.1f}%" if percent >= 0 else f"下降{-percent:.1f}%"


@rule("GR454", "last-year-contradicted", PRACTICE, "warning", needs="previous")
def last_year_contradicted(view: View) -> Iterator[Finding]:
    """提到的上年数字与上年报告一致 / what is said of last year agrees with last year's report

    两份报告都公开，读者会对照。 / Both reports are public; readers compare them.

    来源：实务
    错：某局2023年工作总结⏎一、工作情况⏎办理来信215件。‖某局2024年工作总结⏎一、工作情况⏎2023年办理来信251件，2024年办理来信240件。
    错：某县2023年工作总结⏎一、工作情况⏎接待游客80.5万人次。‖某县2024年工作总结⏎一、工作情况⏎2023年接待游客85.0万人次，2024年接待游客100万人次。
    对：某局2023年工作总结⏎一、工作情况⏎办理来信215件。‖某局2024年工作总结⏎一、工作情况⏎2023年办理来信215件，2024年办理来信240件。
    对：某局2023年工作总结⏎一、工作情况⏎办理来信215件。‖某局2024年工作总结⏎一、工作情况⏎2022年办理来信198件，2024年办理来信240件。
    """
    assert view.previous is not None
    year = view.previous.report.year
    if year is None or year == view.report.year:
        return
    last = figures(view.previous)
    for metric in view.report.metrics:
        key = (canonical(metric.name), metric.unit, metric.kind)
        if metric.year != year or metric.is_target or metric.bound != "exact" or len(metric.name) < 2:
            continue
        before = [other for other in last.get(key, ()) if other.bound == "exact"]
        if len(before) == 1 and before[0].value != metric.value:
            yield on_metric(
                metric,
                f"{year}年“{metric.name}”这里写{metric.text}，{year}年的报告写{before[0].text}",
                f'"{metric.name}" of {year} is {metric.text} here and {before[0].text} in the report of {year}',
            )
