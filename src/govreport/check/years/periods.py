"""GR417–GR423, periods (时期): five-year plans and their years, congresses and sessions, anniversaries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...language.dates import year_and_month
from ...model.note import Finding
from ...model.number import ordinal
from ..rule import PRACTICE, UNSAFE, rule
from ..tables import table
from ..view import View

ORDINAL = "十[一二三四五六七八九]?|[六七八九]"


def first_year(plan: int) -> int:
    """The first year of a five-year plan, from the third on.

    >>> first_year(14), first_year(6)
    (2021, 1981)
    """
    return 1951 + 5 * plan


NAMED_SPAN = re.compile(
    rf"(?:“(?P<short>{ORDINAL})五”(?:时期|期间|规划|计划)?|第(?P<long>{ORDINAL})个五年(?:规划|计划)(?:时期|期间|纲要)?)"
    r"\s?[（(](?P<first>(?:19|20)[0-9]{2})年?\s?(?:[—－～~-]|——|至)\s?(?P<last>(?:19|20)[0-9]{2})年?[）)]"
)


OTHER_PLANS = re.compile("普法|宣传教育|培训|教育")
"""Plans that count their own five years: 法治宣传教育第八个五年规划."""


@rule("GR417", "plan-years", PRACTICE, "error")
def plan_years(view: View) -> Iterator[Finding]:
    """五年规划的起止年份 / the years of a five-year plan

    “十四五”是2021—2025年，“十五五”是2026—2030年。 / The fourteenth runs from 2021 to 2025.

    来源：实务
    错：一、工作⏎编制“十四五”规划（2020—2025年）。⏎二、打算⏎抓紧。
    错：一、工作⏎谋划第十五个五年规划（2025－2030年）。⏎二、打算⏎抓紧。
    对：一、工作⏎编制“十四五”规划（2021—2025年）。⏎二、打算⏎抓紧。
    对：一、工作⏎落实法治宣传教育第八个五年规划（2021—2025年）。⏎二、打算⏎抓紧。
    """
    for found in view.finds(NAMED_SPAN, "五"):
        plan = ordinal(found["short"] or found["long"])
        if plan is None or OTHER_PLANS.search(view.text, max(0, found.start() - 24), found.start()):
            continue
        first = first_year(plan)
        if (int(found["first"]), int(found["last"])) != (first, first + 4):
            zh = f"这个五年规划是{first}—{first + 4}年"
            start, end = found.start("first"), found.end("last")
            yield view.hit(start, end, zh, f"that plan runs from {first} to {first + 4}")


STAGE = re.compile(
    rf"(?P<year>20[0-9]{{2}})年是[^，。；\n“]{{0,14}}“(?P<plan>{ORDINAL})五”(?:时期|规划|发展)?的?(?P<stage>开局|起步|收官)"
)


@rule("GR418", "plan-stage", PRACTICE, "error")
def plan_stage(view: View) -> Iterator[Finding]:
    """开局之年是五年规划的第一年，收官之年是最后一年 / a five-year plan opens in its first year and ends in its last

    “2022年是‘十四五’开局之年”，沿用了上年的话。 / 2022 isn't the first year of the fourteenth plan.

    来源：实务
    错：一、工作⏎2022年是“十四五”开局之年，任务繁重。⏎二、打算⏎抓紧。
    错：一、工作⏎2024年是“十四五”规划收官之年，任务繁重。⏎二、打算⏎抓紧。
    对：一、工作⏎2021年是“十四五”开局之年，任务繁重。⏎二、打算⏎抓紧。
    对：一、工作⏎2025年是“十四五”规划收官之年，也是谋划“十五五”的一年。⏎二、打算⏎抓紧。
    """
    for found in view.finds(STAGE, "五”", behind="0123456789"):
        plan = ordinal(found["plan"])
        if plan is None:
            continue
        right = first_year(plan) + (4 if found["stage"] == "收官" else 0)
        if int(found["year"]) != right:
            zh = f"“{found['plan']}五”{found['stage']}之年是{right}年"
            yield view.hit(found.start("year"), found.end(), zh, f"that year is {right}")


OVER = re.compile(rf"“(?P<plan>{ORDINAL})五”[^，。；\n“”]{{0,8}}(?:圆满|顺利|高质量|胜利)?收官(?!以来|之后|后)")


@rule("GR423", "plan-over", PRACTICE, "warning")
def plan_over(view: View) -> Iterator[Finding]:
    """计划里收官的五年规划还没有过去 / the five-year plan that is to be concluded isn't over yet

    2026年的工作任务里写“确保‘十四五’圆满收官”，是上年的旧文。 / The fourteenth plan ended in 2025.

    来源：实务
    错：某县2026年政府工作报告⏎各位代表：⏎一、2025年工作回顾⏎良好。⏎二、2026年工作任务⏎确保“十四五”圆满收官。
    错：某局2025年工作总结⏎一、工作情况⏎良好。⏎二、2026年工作打算⏎推动“十四五”规划顺利收官。
    对：某县2025年政府工作报告⏎各位代表：⏎一、2024年工作回顾⏎良好。⏎二、2025年工作任务⏎确保“十四五”圆满收官。
    对：某县2026年政府工作报告⏎各位代表：⏎一、2025年工作回顾⏎“十四五”圆满收官。⏎二、2026年工作任务⏎抓紧。
    """
    year = view.report.plan_year
    for found in view.finds(OVER, "收官") if year is not None else ():
        plan, top = ordinal(found["plan"]), view.part(found.start()).passage.top
        if plan is None or year is None or top is None or top.role != "plans" or first_year(plan) + 4 >= year:
            continue
        before = view.text[max(0, found.start() - 6) : found.start()]
        if not DONE.search(before):
            zh = f"“{found['plan']}五”到{first_year(plan) + 4}年已经收官，这里计划的是{year}年"
            yield view.hit(found.start(), found.end(), zh, f"that plan ended in {first_year(plan) + 4}")


DONE = re.compile("随着|已|了|在$|去年|上年")


SESSION = re.compile(
    r"第(?P<term>十?[一二三四五六七八九]|十)届全国(?:人民代表大会|人大)第(?P<session>[一二三四五六七八九])次会议"
)
YEAR_BEFORE = re.compile(
    r"((?:19|20)[0-9]{2})\s?年[^。；，\n0-9]{0,4}(?:[0-9]{1,2}月[0-9]{1,2}日)?[^。；，\n0-9]{0,4}$"
)


@rule("GR419", "session-number", PRACTICE, "error")
def session_number(view: View) -> Iterator[Finding]:
    """全国人大的届次与年份相符 / term and session of the National People's Congress fit the year

    一届五年，一年一次会议：第十四届第一次会议在2023年，第三次在2025年。 / The fourteenth met first in 2023.

    来源：实务
    错：一、工作⏎2025年3月5日在第十四届全国人民代表大会第二次会议上通过。⏎二、打算⏎抓紧。
    错：一、工作⏎贯彻第十四届全国人大第六次会议精神。⏎二、打算⏎抓紧。
    对：一、工作⏎2025年3月5日在第十四届全国人民代表大会第三次会议上通过。⏎二、打算⏎抓紧。
    对：一、工作⏎贯彻第十四届全国人大第三次会议精神。⏎二、打算⏎抓紧。
    """
    for found in view.finds(SESSION, "届全国"):
        term, session = ordinal(found["term"]), ordinal(found["session"])
        if term is None or session is None or term < 6:
            continue
        right = 1983 + 5 * (term - 6) + session - 1
        if session > 5:
            yield view.hit(found.start(), found.end(), "一届全国人大开五次会议", "a term has five sessions")
            continue
        year = YEAR_BEFORE.search(view.text[max(0, found.start() - 20) : found.start()])
        if year is not None and int(year[1]) != right:
            zh = f"第{found['term']}届全国人大第{found['session']}次会议在{right}年"
            yield view.hit(found.start(), found.end(), zh, f"that session was in {right}")


@rule("GR420", "meeting-ahead", PRACTICE, "error")
def meeting_ahead(view: View) -> Iterator[Finding]:
    """不引还没有召开的会议 / no meeting is cited that was yet to come

    2021年的报告说“学习党的二十大精神”，是后来的话贴进了旧文，或者报告年度写错。 / It can't have been said then.

    来源：实务
    错：某局2021年工作总结⏎一、工作开展情况⏎认真学习党的二十届三中全会精神。⏎二、下一步打算⏎抓紧。
    错：某局2020年工作总结⏎一、工作开展情况⏎认真学习党的二十大精神。⏎二、下一步打算⏎抓紧。
    对：某局2024年工作总结⏎一、工作开展情况⏎认真学习党的二十届三中全会精神。⏎二、下一步打算⏎抓紧。
    对：某局2021年工作总结⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎迎接党的二十大胜利召开。
    """
    report = view.report
    dated, _ = year_and_month(report.date)
    numbered = report.document_number.year if report.document_number else 0
    latest = max(report.year + 1 if report.year else 0, report.plan_year or 0, dated, numbered)
    if report.year is None:
        return
    events = {name: int(str(year)) for name, year in table("events")["meetings"].items()}
    for found in view.finds(MEETING, behind="第"):
        year = events.get(found["name"])
        before = view.text[max(0, found.start() - 6) : found.start()]
        if year is not None and year > latest and "迎" not in before:
            zh = f"“{found['name']}”{year}年才召开，报告的是{report.year}年"
            yield view.hit(found.start("name"), found.end("name"), zh, f"that meeting was in {year}")


MEETING = re.compile(
    r"(?P<name>(?:二十|十[六七八九])(?:届[一二三四五六七]中全会|大(?=[精报胜召以会和、，。“]|$)))", re.MULTILINE
)

ANNIVERSARY = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})年(?:，|将?迎来|也?是|系|为|恰逢|正值|适逢)[^。；\n]{0,24}?(?P<what>新中国成立|中华人民共和国成立|中国共产党成立|建党|改革开放|中国人民解放军建军|建军)(?P<count>[0-9]{2,3})周年"
)
SINCE = {"新": 1949, "中华": 1949, "中国共": 1921, "建党": 1921, "改革": 1978, "中国人": 1927, "建军": 1927}


@rule("GR421", "anniversary-wrong", PRACTICE, "error")
def anniversary_wrong(view: View) -> Iterator[Finding]:
    """周年数与年份相符 / an anniversary fits its year

    2024年是新中国成立75周年；沿用上年的话就会差一年。 / 2024 is the 75th year after 1949.

    来源：实务
    错：一、工作⏎2024年是新中国成立74周年。⏎二、打算⏎抓紧。
    错：一、工作⏎2022年是中国共产党成立100周年。⏎二、打算⏎抓紧。
    对：一、工作⏎2024年是新中国成立75周年。⏎二、打算⏎抓紧。
    对：一、工作⏎2021年是中国共产党成立100周年。⏎二、打算⏎抓紧。
    """
    for found in view.finds(ANNIVERSARY, "周年", behind="0123456789"):
        since = next(year for words, year in SINCE.items() if found["what"].startswith(words))
        right = int(found["year"]) - since
        if int(found["count"]) != right:
            zh = f"{found['year']}年是{right}周年"
            yield view.hit(found.start("what"), found.end(), zh, f"in {found['year']} it is {right} years")


SHORT_PLAN = re.compile(r"(?P<plan>十[一二三四五六])五(?P<what>时期|期间|规划)(?!年)")


@rule("GR422", "plan-quotes", PRACTICE, "info", fix=UNSAFE)
def plan_quotes(view: View) -> Iterator[Finding]:
    """“十四五”加引号 / the short name of a five-year plan stands in quotation marks

    “十四五”是简称，加引号才不会读成数。 / It is a short name and no number.

    来源：实务
    错：一、工作⏎编制十四五规划。⏎二、打算⏎抓紧。
    错：一、工作⏎谋划十五五时期重点任务。⏎二、打算⏎抓紧。
    对：一、工作⏎编制“十四五”规划。⏎二、打算⏎抓紧。
    对：一、工作⏎编制第十四个五年规划。⏎二、打算⏎抓紧。
    """
    for found in view.finds(SHORT_PLAN, behind="“\"'‘一二三四五六七八九十第"):
        name = f"{found['plan']}五"
        start = found.start("plan")
        zh = f"“{name}”要加引号"
        yield view.hit(start, start + len(name), zh, f"write “{name}”", replace=f"“{name}”")
