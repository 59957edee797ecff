"""GR401–GR409, the year of the report (报告年度): last year's left standing in headings, openings, numbers, text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...facts.outline import heading_of
from ...facts.years import numbers
from ...kinds import kind
from ...language.dates import year_and_month
from ...model.note import Edit, Finding
from ...model.report import Section
from ...model.source import Span
from ..rule import PRACTICE, REQUIRED, UNSAFE, rule
from ..view import View

OWN = ("achievements", "overview", "leadership", "problems")
"""Roles of the sections that are about the year reported on."""
SPANS = re.compile("五年|五”|时期|以来|[0-9]年?[—－～~至-][0-9]|[一二三四五六七八九十]五|届|规划|行动|计划（|过去")
"""What makes a year in a heading the year of something else."""


def reported(view: View) -> int | None:
    """The year reported on, of a report that is made when the year is over; None for others."""
    by = view.judged_as or kind(view.report.kind)
    return view.report.year if by.years == "reported" and by.id not in ("other", "stat") else None


def headed(view: View, *roles: str) -> Iterator[tuple[str, Section, int]]:
    """Sections of these roles whose heading names one year, and that year."""
    for section in view.report.sections:
        heading = heading_of(section)
        found = set(numbers(heading))
        if section.role in roles and len(found) == 1 and not SPANS.search(heading):
            yield next(w for w, s in view.sections if s is section), section, found.pop()


def year_edit(view: View, section: Section, old: int, new: int) -> tuple[Edit, ...]:
    """The edit that puts one year for another in a heading."""
    source, span = view.report.source, section.heading_span
    at = source.text.find(str(old), span.start, span.end) if source is not None and span is not None else -1
    return (Edit(Span(at, at + 4), str(new)),) if at >= 0 else ()


ABOUT_THEN = re.compile("整改|遗留|反馈|结转|续建|审计|巡[视察]")
"""What a report may well say of the year before."""


@rule("GR401", "stale-year-heading", PRACTICE, "error", fix=UNSAFE)
def stale_year_heading(view: View) -> Iterator[Finding]:
    """标题里的年份是报告的年度 / a heading names the year that is reported on

    套用上年报告时，标题里的年份最容易忘改。 / Who works from last year's report forgets the year in a heading first.

    来源：实务
    错：某镇2025年法治政府建设年度报告⏎一、2024年法治政府建设主要举措和成效⏎良好。⏎二、存在的不足⏎不多。
    错：某局2024年工作总结⏎一、2023年工作开展情况⏎良好。⏎二、2025年工作打算⏎抓紧。
    对：某镇2025年法治政府建设年度报告⏎一、2025年法治政府建设主要举措和成效⏎良好。⏎二、存在的不足⏎不多。
    对：某局2024年工作总结⏎一、2020年以来工作开展情况⏎良好。⏎二、2025年工作打算⏎抓紧。
    """
    year = view.report.year
    if year is None or not set(numbers(view.report.title)) & {year, year + 1}:
        return
    for where, section, named in headed(view, *OWN):
        if named == year - 1 and not ABOUT_THEN.search(section.heading):
            zh = f"报告的是{year}年，标题却写{named}年"
            en = f"the report is on {year}, the heading says {named}"
            yield view.on(where, section, zh, en, edits=year_edit(view, section, named, year))


@rule("GR402", "plan-year-heading", PRACTICE, "warning", fix=UNSAFE)
def plan_year_heading(view: View) -> Iterator[Finding]:
    """计划部分的标题写下一年 / the heading above the plans names the year planned for

    报告2024年的工作，打算是2025年的。 / A report on 2024 plans for 2025.

    来源：实务
    错：某局2024年工作总结⏎一、2024年工作开展情况⏎良好。⏎二、2024年工作打算⏎抓紧落实。
    错：某镇2024年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、2023年推进法治政府建设的主要安排⏎抓紧落实。
    对：某局2024年工作总结⏎一、2024年工作开展情况⏎良好。⏎二、2025年工作打算⏎抓紧落实。
    对：某局2024年工作总结⏎一、2024年工作开展情况⏎良好。⏎二、“十五五”时期工作打算⏎抓紧落实。
    """
    report = view.report
    named_by_title = set(numbers(report.title))
    year = report.year
    if year is None or not named_by_title & {year, year + 1}:
        return
    for where, section, named in headed(view, "plans"):
        if named <= year and AHEAD.search(heading_of(section)):
            zh = f"报告的是{year}年，计划部分的标题应写{year + 1}年，却写{named}年"
            en = f"a report on {year} plans for {year + 1}, the heading says {named}"
            yield view.on(where, section, zh, en, edits=year_edit(view, section, named, year + 1))


AHEAD = re.compile("打算|计划|安排|思路|下一|任务|要点|设想")
"""What only a heading above plans says; 2022年主要措施 may be a review."""


OPENING = re.compile(
    r"(?:现将|现就|将)[^。；\n]{0,40}?(?P<year>20[0-9]{2})\s?年度?[^。；\n]{0,60}?(?:报告|汇报|总结|公布|公开|报送|通报)[^。；\n]{0,6}如下"
)


@rule("GR403", "opening-year", PRACTICE, "error", fix=UNSAFE)
def opening_year(view: View) -> Iterator[Finding]:
    """“现将…年…报告如下”写报告的年度 / the opening names the year that is reported on

    标题改了年份，开头一句忘了改。 / The title was brought up to date, the opening wasn't.

    来源：实务
    错：某局2024年工作总结⏎现将2023年工作情况报告如下。⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎抓紧。
    错：某镇2025年法治政府建设年度报告⏎按照要求，现将我镇2024年度法治政府建设情况报告如下：⏎一、主要举措和成效⏎良好。⏎二、存在的不足⏎不多。
    对：某局2024年工作总结⏎现将2024年工作情况报告如下。⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎抓紧。
    对：某局2024年工作总结和2025年工作计划⏎现将2024年工作和2025年打算汇报如下。⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎抓紧。
    """
    year = reported(view)
    if year is None or year not in numbers(view.report.title):
        return
    for found in view.finds(OPENING, "如下"):
        named = int(found["year"])
        if named < min(numbers(view.report.title)):
            start, end = found.span("year")
            zh = f"报告的是{year}年，开头却说{named}年"
            en = f"the report is on {year}, the opening says {named}"
            yield view.hit(start, end, zh, en, replace=str(year))


@rule("GR404", "number-year", PRACTICE, "warning")
def number_year(view: View) -> Iterator[Finding]:
    """发文字号的年份与报告年度相符 / the year of the document's number fits the year reported on

    年度报告在当年底或次年印发，文号用印发当年的年份。 / A report on a year is numbered in that year or the next.

    来源：GB/T 9704-2012 7.2.5
    错：某政办发〔2022〕4号⏎某镇2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足⏎不多。
    错：某局字〔2026〕12号⏎某局2023年工作总结⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。
    对：某政办发〔2024〕4号⏎某镇2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足⏎不多。
    对：某局字〔2023〕52号⏎某局2023年工作总结⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。
    """
    year, number = reported(view), view.report.document_number
    if year is None or number is None or year not in numbers(view.report.title):
        return
    if number.year not in (year, year + 1):
        zh = f"发文字号的年份是{number.year}，报告的是{year}年"
        en = f"the document is numbered in {number.year} but reports on {year}"
        yield Finding("", "", zh, en, number.span)


@rule("GR405", "date-year", PRACTICE, "warning")
def date_year(view: View) -> Iterator[Finding]:
    """成文日期与报告年度相符 / the date of the report fits the year reported on

    2023年的报告不会署2022年的日期。 / A report on 2023 isn't dated 2022.

    来源：实务
    错：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。⏎某局⏎2023年1月12日
    错：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。⏎某局⏎2022年12月30日
    对：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。⏎某局⏎2024年1月12日
    对：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。⏎某局⏎2023年12月28日
    """
    year, report = reported(view), view.report
    if year is None or not report.closing.date or year not in numbers(report.title):
        return
    dated, month = year_and_month(report.date)
    if not month:
        return
    if dated < year or dated > year + 2 or (dated == year and month < EARLIEST and "上半年" not in report.title):
        zh = f"成文日期是{report.closing.date}，报告的却是{year}年"
        yield view.whole(zh, f"dated {report.date}, the report is on {year}", field="date")


EARLIEST = 6
"""Nobody reports on a year before June of it."""


@rule("GR406", "reporting-period", REQUIRED, "error")
def reporting_period(view: View) -> Iterator[Finding]:
    """统计时段是报告年度的一月一日至十二月三十一日 / the figures are those of the year reported on

    年报的数据统计时段与年度一致，两端是同一年。 / Both ends of the period are in the year of the report.

    来源：国办公开办函〔2021〕30号
    错：某局2023年政府信息公开工作年度报告⏎本报告数据统计期限为2022年1月1日至2022年12月31日。⏎一、总体情况⏎良好。
    错：某局2023年政府信息公开工作年度报告⏎本报告数据统计期限为2022年1月1日起至2023年12月31日止。⏎一、总体情况⏎良好。
    对：某局2023年政府信息公开工作年度报告⏎本报告数据统计期限为2023年1月1日至2023年12月31日。⏎一、总体情况⏎良好。
    对：某局2023年政府信息公开工作年度报告⏎本报告数据统计期限为2023年1月1日起至12月31日止。⏎一、总体情况⏎良好。
    """
    year, period = view.report.year, view.contract.period
    if year is None or period is None:
        return
    for found in view.finds(period):
        named = {int(found["year"]), int(found["until"] or found["year"])}
        if named != {year}:
            years = "、".join(str(n) for n in sorted(named))
            zh = f"报告的是{year}年，统计时段却是{years}年"
            yield view.hit(found.start(), found.end(), zh, f"the report is on {year}, the period is not")


@rule("GR407", "stale-year-text", PRACTICE, "warning", fix=UNSAFE)
def stale_year_text(view: View) -> Iterator[Finding]:
    """段首的年份是报告的年度 / a paragraph about the year begins with that year

    “2023年，我局…”开头的段落出现在2024年的总结里，是上年的旧文。 / It was taken over from last year's report.

    来源：实务
    错：某局2024年工作总结⏎2023年，我局认真履行职责，各项工作取得新进展。⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎抓紧。
    错：某局2024年工作总结⏎一、工作开展情况⏎2023年，全局共办理案件一百件。⏎二、下一步打算⏎抓紧。
    对：某局2024年工作总结⏎2024年，我局认真履行职责，各项工作取得新进展。⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎抓紧。
    对：某局2024年工作总结⏎一、工作开展情况⏎2023年，全局办理案件九十件，2024年增至一百件。⏎二、下一步打算⏎抓紧。
    """
    year = reported(view)
    if year is None or year not in numbers(view.report.title):
        return
    for part in view.parts:
        found = BEGINS.match(part.passage.text) if part.kind == "text" else None
        top = part.passage.top
        if found is None or (top is not None and top.role not in OWN):
            continue
        if int(found[1]) == year - 1 and str(year) not in part.passage.text and not LATER.search(part.passage.text):
            zh = f"报告的是{year}年，这一段却从{found[1]}年说起"
            en = f"the report is on {year}, this paragraph begins with {found[1]}"
            yield view.hit(part.start, part.start + 4, zh, en, replace=str(year))


BEGINS = re.compile(r"(20[0-9]{2})\s?年(?:度|以来)?[，,]")
LATER = re.compile("今年|本年度?|次年|以来|同年|次月")


@rule("GR408", "stale-plan-text", PRACTICE, "warning", fix=UNSAFE)
def stale_plan_text(view: View) -> Iterator[Finding]:
    """计划部分的段首写下一年 / a paragraph of the plans begins with the year planned for

    “2024年，我局将…”出现在2024年总结的打算里，年份忘了改。 / The plans of a report on 2024 are for 2025.

    来源：实务
    错：某局2024年工作总结⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎2024年，我局将继续抓好落实。
    错：某局2024年工作总结⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎2023年，将从三个方面着手。⏎（一）甲⏎抓紧。⏎（二）乙⏎抓实。
    对：某局2024年工作总结⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎2025年，我局将继续抓好落实。
    对：某局2024年工作总结⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎2024年，我局取得了成绩，新的一年将继续努力。
    """
    year = reported(view)
    if year is None or year not in numbers(view.report.title):
        return
    for part in view.parts:
        top = part.passage.top
        found = PLANS.match(part.passage.text) if part.kind == "text" and top and top.role == "plans" else None
        if found is not None and int(found[1]) in (year, year - 1):
            zh = f"计划是{year + 1}年的，这一段却从{found[1]}年说起"
            en = f"the plans are for {year + 1}, this paragraph says {found[1]}"
            yield view.hit(part.start, part.start + 4, zh, en, replace=str(year + 1))


PLANS = re.compile(r"(20[0-9]{2})\s?年(?:度)?[，,]?[^，。；]{0,12}?(?:将|拟|要|计划|打算|继续)")


@rule("GR409", "year-against-itself", PRACTICE, "warning")
def year_against_itself(view: View) -> Iterator[Finding]:
    """不与报告年度自身相比 / a year isn't compared with itself

    2024年的报告里“比2024年增长”，基期写错了。 / In a report on 2024 growth is over 2023.

    来源：实务
    错：某局2024年工作总结⏎一、工作开展情况⏎全年办理案件一百件，比2024年增长10%。⏎二、下一步打算⏎抓紧。
    错：某局2024年工作总结⏎一、工作开展情况⏎投诉量较2024年下降8%。⏎二、下一步打算⏎抓紧。
    对：某局2024年工作总结⏎一、工作开展情况⏎全年办理案件一百件，比2023年增长10%。⏎二、下一步打算⏎抓紧。
    对：某局2024年工作总结⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎力争办理案件比2024年增长10%。
    """
    year = reported(view)
    for found in view.finds(COMPARED) if year is not None else ():
        top = view.part(found.start()).passage.top
        if int(found["year"]) == year and (top is None or top.role in OWN):
            zh = f"报告的就是{year}年，基期不会也是{year}年"
            yield view.hit(found.start(), found.end("year"), zh, f"the report is on {year}; it can't be the base too")


COMPARED = re.compile(
    r"(?:比|较|与|同)(?P<year>20[0-9]{2})年(?:同期|全年|度)?(?:相比)?[^，。；：、\n]{0,8}?"
    r"(?:增长|增加|上升|提高|提升|下降|减少|降低|增幅|多|少)"
)
