"""GR435–GR439, citations (引用): marks around titles, numbers and short names that agree with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Finding
from ..rule import PRACTICE, SAFE, STANDARD, rule
from ..view import View

NESTED = re.compile(r"《[^《》\n]{1,60}(?P<inner>《[^《》\n]{1,60}》)[^《》\n]{0,40}》")


@rule("GR435", "title-marks-nested", STANDARD, "error", fix=SAFE)
def title_marks_nested(view: View) -> Iterator[Finding]:
    """书名号里面用单书名号 / a title inside a title stands in 〈 〉

    书名号里还有书名号，外面用双的，里面用单的。 / Outside 《 》, inside 〈 〉.

    来源：GB/T 15834-2011
    错：一、工作⏎印发《关于落实《行政处罚法》的通知》。⏎二、打算⏎抓紧。
    错：一、工作⏎制定《贯彻《信访工作条例》实施办法》。⏎二、打算⏎抓紧。
    对：一、工作⏎印发《关于落实〈行政处罚法〉的通知》。⏎二、打算⏎抓紧。
    对：一、工作⏎学习《行政处罚法》《信访工作条例》。⏎二、打算⏎抓紧。
    """
    for found in view.finds(NESTED):
        start, end = found.span("inner")
        yield view.hit(
            start,
            end,
            f"书名号里的书名号用单的：〈{found['inner'][1:-1]}〉",
            "a title inside a title stands in 〈 〉",
            replace=f"〈{found['inner'][1:-1]}〉",
        )


NUMBERED = re.compile(
    r"《(?P<title>[^《》\n]{4,60})》\s?[（(](?P<number>[\u4e00-\u9fff]{1,12}[〔\[［](?:19|20)[0-9]{2}[〕\]］][0-9]{1,4}号)[）)]"
)


@rule("GR436", "citation-contradicts", PRACTICE, "warning")
def citation_contradicts(view: View) -> Iterator[Finding]:
    """同一文件用同一文号 / a document has one number

    同名文件前后两个文号，必有一个写错。 / One name with two numbers: one of them is wrong.

    来源：实务
    错：一、工作⏎印发《某县公文处理办法》（某政发〔2023〕4号）。⏎二、打算⏎继续执行《某县公文处理办法》（某政发〔2023〕14号）。
    错：一、工作⏎落实《某县应急预案》（某政办发〔2022〕7号），修订《某县应急预案》（某政办发〔2021〕7号）。⏎二、打算⏎抓紧。
    对：一、工作⏎印发《某县公文处理办法》（某政发〔2023〕4号）。⏎二、打算⏎继续执行《某县公文处理办法》（某政发〔2023〕4号）。
    对：一、工作⏎印发《某县公文处理办法》（某政发〔2023〕4号）。⏎二、打算⏎执行《某县会议办法》（某政发〔2023〕14号）。
    """
    seen: dict[str, str] = {}
    for found in view.finds(NUMBERED):
        number = found["number"].translate({ord("["): "〔", ord("]"): "〕", ord("［"): "〔", ord("］"): "〕"})
        first = seen.setdefault(found["title"], number)
        if first != number:
            zh = f"《{found['title']}》前面的文号是{first}"
            yield view.hit(found.start("number"), found.end("number"), zh, "this document had another number above")


SHORT = re.compile(
    r"[（(](?:以下|下)(?:统?简称)(?:为|：)?\s*(?P<open>[“《\"]?)(?P<name>[^”》\"（）()\n]{1,20})[”》\"]?[）)]"
)


@rule("GR437", "short-name-unused", PRACTICE, "info")
def short_name_unused(view: View) -> Iterator[Finding]:
    """“以下简称”之后要用到 / a short name that is announced is used

    定了简称又不用，括号里的话是多余的。 / A short name that never occurs is one too many.

    来源：实务
    错：一、工作⏎落实《某县营商环境条例》（以下简称《营商条例》），成效明显。⏎二、打算⏎抓紧。
    错：一、工作⏎某县重点项目推进办公室（以下简称“重点办”）挂牌运行。⏎二、打算⏎抓紧。
    对：一、工作⏎落实《某县营商环境条例》（以下简称《条例》），按照《条例》要求推进。⏎二、打算⏎抓紧。
    对：一、工作⏎某县重点项目推进办公室（以下简称“重点办”）挂牌，重点办编制十名。⏎二、打算⏎抓紧。
    """
    source = view.report.source.text if view.report.source else view.text
    for found in view.finds(SHORT, "简称"):
        name = found["name"].strip()
        if source.count(name) < 2 and "\n" not in name:
            zh = f"简称“{name}”后面没有用到"
            yield view.hit(found.start(), found.end(), zh, "this short name is never used")


@rule("GR438", "short-name-twice", PRACTICE, "warning")
def short_name_twice(view: View) -> Iterator[Finding]:
    """一个简称只指一样东西 / a short name means one thing

    前后两次“以下简称《条例》”，读者不知道指哪一部。 / Two things with one short name can't be told apart.

    来源：实务
    错：一、工作⏎落实《某县甲条例》（以下简称《条例》）、《某县乙条例》（以下简称《条例》），按《条例》办。⏎二、打算⏎抓紧。
    错：一、工作⏎甲项目办公室（以下简称“项目办”）挂牌。⏎二、打算⏎乙项目办公室（以下简称“项目办”）组建，项目办编制五名。
    对：一、工作⏎落实《某县甲条例》（以下简称《甲条例》）、《某县乙条例》（以下简称《乙条例》），按《甲条例》《乙条例》办。⏎二、打算⏎抓紧。
    对：一、工作⏎甲项目办公室（以下简称“项目办”）挂牌，项目办编制五名。⏎二、打算⏎抓紧。
    """
    seen: set[str] = set()
    for found in view.finds(SHORT, "简称"):
        name = found["name"].strip()
        if name in seen:
            zh = f"“{name}”前面已经用作简称"
            yield view.hit(found.start(), found.end(), zh, "this short name was given to something above")
        seen.add(name)
