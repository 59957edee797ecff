"""GR410–GR416, dates (日期): days that don't exist, years with a digit too many, spans that run backwards."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from ...model.note import Finding
from ..rule import PRACTICE, rule
from ..view import View
from .report_year import OWN, reported

DAY = re.compile(
    r"月\s?(?P<day>[0-9]{1,3})\s?[日号](?!线|楼|院|口)(?:\s?[（(](?:星期|周)(?P<weekday>[一二三四五六日天])[）)])?"
)
MONTH = re.compile(r"(?:(?<![0-9])(?P<year>[12][0-9]{3})\s?年\s?)?(?<![0-9.])(?P<month>[0-9]{1,2})\s?$")


def days(view: View) -> Iterator[tuple[int, int, int | None, int, int, str | None]]:
    """Days in the text: where they stand, year if given, month, day, weekday if given; they need not exist."""
    for found in view.finds(DAY):
        line = view.text.rfind("\n", 0, found.start()) + 1
        before = MONTH.search(view.text[max(line, found.start() - 12) : found.start()])
        if before is not None:
            start = found.start() - len(before[0])
            year = int(before["year"]) if before["year"] else None
            yield start, found.end(), year, int(before["month"]), int(found["day"]), found["weekday"]


@rule("GR410", "date-invalid", PRACTICE, "error")
def date_invalid(view: View) -> Iterator[Finding]:
    """日期存在 / a date exists

    没有2月30日，也没有13月。 / There is no 30 February and no thirteenth month.

    来源：实务
    错：一、工作⏎会议于2023年2月30日召开。⏎二、打算⏎抓紧。
    错：一、工作⏎截至13月5日，办理一百件。⏎二、打算⏎抓紧。
    对：一、工作⏎会议于2024年2月29日召开。⏎二、打算⏎抓紧。
    对：一、工作⏎会议于12月31日召开。⏎二、打算⏎抓紧。
    """
    for start, end, year, month, day, _ in days(view):
        if not 1 <= month <= 12:
            zh, en = f"没有{month}月", f"there is no month {month}"
        elif not 1 <= day <= monthrange(year or LEAP, month)[1]:
            zh, en = f"“{view.text[start:end]}”不存在，{month}月没有{day}日", f"month {month} has no day {day}"
        else:
            continue
        yield view.hit(start, end, zh, en)


LEAP = 2024


@rule("GR411", "weekday-wrong", PRACTICE, "error")
def weekday_wrong(view: View) -> Iterator[Finding]:
    """星期与日期相符 / the day of the week fits the date

    两者不符，必有一个写错。 / If they don't agree, one of them is wrong.

    来源：实务
    错：一、工作⏎2024年3月5日（星期三）召开会议。⏎二、打算⏎抓紧。
    错：一、工作⏎2025年1月1日（周日）起施行。⏎二、打算⏎抓紧。
    对：一、工作⏎2024年3月5日（星期二）召开会议。⏎二、打算⏎抓紧。
    对：一、工作⏎3月5日（星期三）召开会议。⏎二、打算⏎抓紧。
    """
    for start, end, year, month, day, weekday in days(view):
        if weekday is None or year is None or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
            continue
        is_on = date(year, month, day).weekday()
        if min("一二三四五六日天".index(weekday), 6) != is_on:
            zh = f"{year}年{month}月{day}日是星期{'一二三四五六日'[is_on]}"
            yield view.hit(start, end, zh, "that date falls on another day of the week")


LONG_YEAR = re.compile(r"20(?:[0-9]{3}|[12])(?=年(?:度|来|底|末|初|以|[0-9]{1,2}月|，))")


@rule("GR412", "year-digits", PRACTICE, "error")
def year_digits(view: View) -> Iterator[Finding]:
    """年份是四位数 / a year has four digits

    “20224年”多了一位，“202年”少了一位。 / A digit too many or too few.

    来源：GB/T 15835-2011
    错：一、工作⏎20224年以来，全局认真落实。⏎二、打算⏎抓紧。
    错：一、工作⏎202年度工作圆满完成。⏎二、打算⏎抓紧。
    对：一、工作⏎2022年以来，全局认真落实。⏎二、打算⏎抓紧。
    对：一、工作⏎这里有200年历史，投资20240万元。⏎二、打算⏎抓紧。
    """
    for found in view.finds(LONG_YEAR, behind="0123456789.,，"):
        zh = f"“{found[0]}年”不是四位数"
        yield view.hit(found.start(), found.end() + 1, zh, f'"{found[0]}年" has not four digits')


SPAN = re.compile(r"(?P<first>[12][09][0-9]{2})年?\s?(?:[—－～~-]|——|至|到)\s?(?P<last>(?:19|20)[0-9]{2})(?=年)")


@rule("GR413", "years-backwards", PRACTICE, "error")
def years_backwards(view: View) -> Iterator[Finding]:
    """起止年份由早到晚 / a span of years runs forwards

    “2025—2021年”前后颠倒，或有一个写错。 / 2025—2021 runs backwards, or one of the years is wrong.

    来源：实务
    错：一、工作⏎编制2025—2021年规划。⏎二、打算⏎抓紧。
    错：一、工作⏎2024年至2022年累计投入三亿元。⏎二、打算⏎抓紧。
    对：一、工作⏎编制2021—2025年规划。⏎二、打算⏎抓紧。
    对：一、工作⏎2022年至2024年累计投入三亿元。⏎二、打算⏎抓紧。
    """
    for found in view.finds(SPAN, behind="0123456789."):
        if int(found["first"]) > int(found["last"]):
            zh = f"起止年份“{found[0]}”前后颠倒"
            yield view.hit(found.start(), found.end(), zh, f'"{found[0]}" runs backwards')


RELATIVE = re.compile(r"(?P<word>今年|本年度?|去年|上年度?|明年|下年度?)\s?[（(](?P<year>20[0-9]{2})年?度?[）)]")
OFFSET = {"今": 0, "本": 0, "去": -1, "上": -1, "明": 1, "下": 1}


@rule("GR414", "relative-year", PRACTICE, "warning")
def relative_year(view: View) -> Iterator[Finding]:
    """“去年”“今年”与所注的年份相符 / last year and this year are those named behind them

    2024年的总结里“去年（2022年）”，注的是前年。 / In a report on 2024 last year is 2023.

    来源：实务
    错：某局2024年工作总结⏎一、工作开展情况⏎去年（2021年）办理八十件，今年办理一百件。⏎二、下一步打算⏎抓紧。
    错：某局2024年工作总结⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎明年（2023年）抓紧落实。
    对：某局2024年工作总结⏎一、工作开展情况⏎去年（2023年）办理八十件，今年办理一百件。⏎二、下一步打算⏎抓紧。
    对：某局2024年工作总结⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎明年（2025年）抓紧落实。
    """
    year = view.report.year
    if year is None:
        return
    for found in view.finds(RELATIVE):
        right = year + OFFSET[found["word"][0]]
        if int(found["year"]) not in (right, right + 1):
            zh = f"报告的是{year}年，“{found['word']}”不是{found['year']}年"
            yield view.hit(found.start(), found.end(), zh, f"the report is on {year}; this year doesn't fit")


UNTIL = re.compile(r"截[至止](?:到)?\s?(?P<year>20[0-9]{2})\s?年(?:底|末|年底|年末|1[0-2]月)")


@rule("GR415", "until-future", PRACTICE, "warning")
def until_future(view: View) -> Iterator[Finding]:
    """“截至”的年份不晚于报告年度 / what is counted up to a date isn't counted in the future

    2023年的总结不会有“截至2024年底”的数。 / A report on 2023 has no figures of the end of 2024.

    来源：实务
    错：某局2023年工作总结⏎一、工作开展情况⏎截至2024年底，累计办理一百件。⏎二、下一步打算⏎抓紧。
    错：某局2023年工作总结⏎一、工作开展情况⏎截至2025年12月，累计投入三亿元。⏎二、下一步打算⏎抓紧。
    对：某局2023年工作总结⏎一、工作开展情况⏎截至2023年底，累计办理一百件。⏎二、下一步打算⏎抓紧。
    对：某局2023年工作总结⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎力争截至2024年底，办理一百件。
    """
    year = reported(view)
    if year is None:
        return
    for found in view.finds(UNTIL):
        top = view.part(found.start()).passage.top
        if int(found["year"]) > year and (top is None or top.role in OWN):
            zh = f"报告的是{year}年，不会有{found['year']}年底的数"
            yield view.hit(found.start(), found.end(), zh, f"a report on {year} has no figures of {found['year']}")
