"""GR535–GR540, dates and times (日期和时间): 〇, four digits a year, 日 and not 号, no padding, one clock."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Finding
from ..habit import said_once
from ..rule import PRACTICE, SAFE, STANDARD, UNSAFE, rule
from ..view import View

HANZI_YEAR = re.compile("[二一](?<![一二三四五六七八九十].)[零○OＯ0〇九][零○OＯ0〇一二三四五六七八九]{2}(?=年)")
ZEROS = re.compile("[零○OＯ0]")


@rule("GR535", "year-zero", STANDARD, "error", fix=UNSAFE)
def year_zero(view: View) -> Iterator[Finding]:
    """汉字年份的零写“〇” / the zero of a year in hanzi is 〇

    二〇二四年，不写零、○（圆圈）和字母O。 / Neither 零 nor a circle nor the letter O.

    来源：GB/T 15835-2011
    错：一、工作⏎二零二四年以来，进展顺利。⏎二、打算⏎抓紧。
    错：一、工作⏎二○二四年以来，进展顺利。⏎二、打算⏎抓紧。
    对：一、工作⏎二〇二四年以来，进展顺利。⏎二、打算⏎抓紧。
    对：一、工作⏎共一百零二年，二十年来。⏎二、打算⏎抓紧。
    """
    circles: list[Finding] = []
    others: list[Finding] = []
    right = 0
    for found in view.finds(HANZI_YEAR):
        year = ZEROS.sub("〇", found[0])
        if year == found[0]:
            right += "〇" in year
            continue
        circle = "○" in found[0]  # what GB 2312 had for it
        severity = "warning" if circle else ""
        zh = f"“{found[0]}年”写作“{year}年”"
        hit = view.hit(found.start(), found.end(), zh, "the zero is 〇", replace=year, severity=severity)
        (circles if circle else others).append(hit)
    yield from others
    yield from said_once(circles, right, "通篇年份的零写作“○”，改为“〇”", "the zeros of years are circles; write 〇")


SHORT = re.compile("年(?<=[0-9]{2}.)(?<![0-9.～—～~-]...)(?P<behind>底|末|初|度)(?![步级中始])")


@rule("GR536", "year-short", STANDARD, "error")
def year_short(view: View) -> Iterator[Finding]:
    """年份写四位 / years have four digits

    “25年底”要写“2025年底”。 / 2025 and not 25.

    来源：GB/T 15835-2011
    错：一、工作⏎截至23年底，办理一百件。⏎二、打算⏎抓紧。
    错：一、工作⏎编制24年度计划。⏎二、打算⏎抓紧。
    对：一、工作⏎截至2023年底，编制2024年度计划。⏎二、打算⏎抓紧。
    对：一、工作⏎建设25年，成立15年来初步见效。⏎二、打算⏎抓紧。
    """
    for found in view.finds(SHORT):
        at = found.start() - 2
        before = view.text[at - 1 : at] if at else ""
        century = int(view.text[at : at + 2])
        if (10 <= century <= 35 or century >= 90) and (before in "至到于制在对按将，" or not before.strip()):
            zh = f"“{view.text[at : found.start() + 1]}”年份要写四位"
            yield view.hit(at, found.start() + 1, zh, "write the year with four digits")


HAO = re.compile("号(?<=月[0-9].)(?![线文楼院令机])|号(?<=月[0-9]{2}.)(?![线文楼院令机])")


@rule("GR537", "day-hao", PRACTICE, "error", fix=UNSAFE)
def day_hao(view: View) -> Iterator[Finding]:
    """书面上写“日”，不写“号” / a day is 日 in writing

    “3月5号”是口语。 / 号 is how one speaks.

    来源：实务
    错：一、工作⏎3月5号召开会议。⏎二、打算⏎抓紧。
    错：一、工作⏎自2024年11月15号起施行。⏎二、打算⏎抓紧。
    对：一、工作⏎3月5日召开会议。⏎二、打算⏎抓紧。
    对：一、工作⏎印发5号文件，开通地铁17号线。⏎二、打算⏎抓紧。
    """
    for found in view.finds(HAO, "号"):
        yield view.hit(found.start(), found.end(), "日期写“日”，不写“号”", "write 日", replace="日")


PADDED = re.compile("年(?<=[0-9]{4}.)0[1-9]月(?:[0-9]{1,2}日)?|月(?<=[0-9].)0[1-9]日")


@rule("GR538", "date-padded", STANDARD, "warning", fix=SAFE)
def date_padded(view: View) -> Iterator[Finding]:
    """年月日的月和日不补零 / no zero before month and day

    “2026年01月05日”写“2026年1月5日”。 / 1 and 5, not 01 and 05.

    来源：GB/T 15835-2011
    错：一、工作⏎2024年01月15日召开会议。⏎二、打算⏎抓紧。
    错：一、工作⏎5月06日召开会议。⏎二、打算⏎抓紧。
    对：一、工作⏎2024年1月15日召开会议。⏎二、打算⏎抓紧。
    对：一、工作⏎时间为2024-01-05。⏎二、打算⏎抓紧。
    """
    for found in view.finds(PADDED):
        if view.part(found.start()).kind == "date":
            continue  # GR154
        right = re.sub("(?<=[年月])0", "", found[0])
        yield view.hit(found.start(), found.end(), f"“{found[0]}”写作“{right}”", f"write {right}", replace=right)


MIXED = re.compile(
    "年(?<=[0-9]{4}.)[一二三四五六七八九十]{1,2}月(?!份?来)|年(?<=[〇零][一二三四五六七八九〇零]{2}.)[0-9]{1,2}月|月(?<=[0-9].)[一二三四五六七八九十]{1,3}日"
)


@rule("GR539", "date-mixed", STANDARD, "warning")
def date_mixed(view: View) -> Iterator[Finding]:
    """一个日期里只用一种数字 / one sort of numerals in a date

    “2024年三月”半是数字半是汉字。 / Half digits, half hanzi.

    来源：GB/T 15835-2011
    错：一、工作⏎2024年三月召开会议。⏎二、打算⏎抓紧。
    错：一、工作⏎3月十五日召开会议。⏎二、打算⏎抓紧。
    对：一、工作⏎2024年3月召开会议，农历三月十五日放假。⏎二、打算⏎抓紧。
    对：一、工作⏎二〇二四年三月召开会议。⏎二、打算⏎抓紧。
    """
    for found in view.finds(MIXED):
        yield view.hit(found.start(), found.end(), "一个日期里混用数字和汉字", "digits and hanzi in one date")


CLOCK = re.compile("(?:下午|晚上|傍晚) ?(?P<hour>1[3-9]|2[0-3]) ?(?:时|点|[:：][0-5][0-9])")


@rule("GR540", "clock-mixed", STANDARD, "error")
def clock_mixed(view: View) -> Iterator[Finding]:
    """12小时制与24小时制不混用 / no mixing of two clocks

    “下午14时”写“下午2时”或者“14时”。 / Either 下午2时 or 14时.

    来源：GB/T 15835-2011
    错：一、工作⏎下午14时30分召开会议。⏎二、打算⏎抓紧。
    错：一、工作⏎晚上20：00开始。⏎二、打算⏎抓紧。
    对：一、工作⏎下午2时30分召开会议。⏎二、打算⏎抓紧。
    对：一、工作⏎14时30分召开会议。⏎二、打算⏎抓紧。
    """
    for found in view.finds(CLOCK):
        zh = f"“{found[0]}”混用两种时制"
        yield view.hit(found.start(), found.end(), zh, "a 24-hour time behind a word of the 12-hour clock")
