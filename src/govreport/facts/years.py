"""Layer 2, years (年份): the year a report looks back on and the year it plans for.

A 政府工作报告 delivered in D reviews D−1 and plans D, though its title says D; a 总结 carries the year it reports on;
要点 and 计划 the year they plan for. Evidence in order: title, headings, 题注 and date, opening, 发文字号, 成文日期.
"""

from __future__ import annotations

import re
from collections import Counter

from ..kinds import Kind
from ..language.dates import year_and_month
from ..language.numerals import to_int
from ..model.report import Report, Section
from .figures import plain
from .outline import heading_of, opening, text_of

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d|[一二][九零〇○0O][零〇○一二三四五六七八九0O]{2}) ?(?:年|-|—|－|～|~|/)")
PLANNED = re.compile(r"计划|思路|打算|安排|要点|目标|任务|工作方案|建议|设想|草案|重点工作")
REVIEWED = re.compile(r"回顾|总结|情况|成效|成绩|成就|报告")
SEVERAL = 2
LATE = 10
"""A congress from October on hears about the year itself."""
EARLY = 6
"""A date up to June dates a report on the year before."""


def years_of(report: Report, kind: Kind) -> tuple[int | None, int | None]:
    """Year reported on and year planned for; None where the report has no such year or doesn't say it."""
    find = {"delivered": _delivered, "planned": _planned, "budget": _budget}.get(kind.years, _reported)
    return find(report, kind)


def numbers(text: str) -> list[int]:
    """The years that a text names, in order, digits and hanzi.

    >>> numbers("２０２４年工作总结和二〇二五年计划")
    [2024, 2025]
    """
    found = []
    for match in YEAR.finditer(plain(text)):
        value = to_int(match[1])
        if value is not None and 1900 <= value <= 2100:
            found.append(value)
    return found


def _delivered(report: Report, kind: Kind) -> tuple[int | None, int | None]:
    """Year and plan year of a report delivered to a congress."""
    dated, month = year_and_month(report.date)
    day = numbers(report.subtitle) or ([dated] if dated else [])
    title = numbers(report.title)
    if day and month >= LATE and title in ([], day[:1]):
        return day[0], day[0] + 1
    if day or title:
        delivered = (title or day)[0]
        return delivered - 1, delivered
    for section in report.sections:
        heading = heading_of(section)
        found = numbers(heading)
        if found and REVIEWED.search(heading):
            return found[0], found[0] + 1
        if found and PLANNED.search(heading):
            return found[0] - 1, found[0]
    return _by_frequency(report)


def _by_frequency(report: Report) -> tuple[int | None, int | None]:
    """The year that the first section names most often, and the next: for a report that carries no date."""
    counted = Counter(numbers(text_of(report.sections[0]))).most_common(1) if report.sections else []
    return (counted[0][0], counted[0][0] + 1) if counted and counted[0][1] >= SEVERAL else (None, None)


def _planned(report: Report, kind: Kind) -> tuple[int | None, int | None]:
    """A plan plans the year in its title, else the one its text or its date names first."""
    dated, _ = year_and_month(report.date)
    named = numbers(report.title) or numbers(opening(report, 300)) or ([dated] if dated else [])
    return None, named[0] if named else None


def _budget(report: Report, kind: Kind) -> tuple[int | None, int | None]:
    """预算 plan their year, 决算 report on theirs, 预算执行情况和预算草案 do both."""
    named = numbers(report.title) or numbers(opening(report, 300))
    if not named:
        return None, None
    if len(named) > 1 and named[1] == named[0] + 1:
        return named[0], named[1]
    if "决算" in report.title and "预算" not in report.title:
        return named[0], None
    return None, named[0]


def _reported(report: Report, kind: Kind) -> tuple[int | None, int | None]:
    """A report on a year: the year of its title, its opening, its number or its date; planned what it names beyond."""
    year = _year(report) if kind.id != "other" or REVIEWED.search(report.title) else None
    if year is None or "决议" in report.title:
        return None, None
    return year, year + 1 if kind.id != "stat" and _names(report, year + 1) else None


def _year(report: Report) -> int | None:
    title = numbers(report.title)
    if title:
        return title[0]
    for section in report.sections:
        found = numbers(heading_of(section))
        if found and REVIEWED.search(section.heading) and not PLANNED.search(section.heading):
            return found[0]
    found = numbers(opening(report, 200))
    number = report.document_number
    if number is not None and number.year - 1 in found:
        return number.year - 1
    if found:
        return found[0]
    if number is not None:
        return number.year - 1
    dated, month = year_and_month(report.date)
    if not dated:
        return None
    return dated - 1 if month <= EARLY else dated


def _names(report: Report, year: int) -> bool:
    """Whether the title, a heading, or the text of a section on what comes next names a year."""
    if year in numbers(report.title):
        return True
    for section in report.walk():
        if year in numbers(heading_of(section)):
            return True
    return any(year in numbers(text_of(section)) for section in report.sections if _looks_ahead(section))


def _looks_ahead(section: Section) -> bool:
    heading = heading_of(section)
    return bool(PLANNED.search(heading) or re.search(r"下一?步|下一?年|今后|明年|改进|问题|不足", heading))
