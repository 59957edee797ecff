"""GR515–GR518, marks between things of a list (并列): 、 between titles, before 等 and 和; 间隔号 in dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Finding
from ..rule import PRACTICE, SAFE, STANDARD, UNSAFE, rule
from ..view import View

BETWEEN = re.compile("、(?:(?<=》、)(?=《)|(?<=”、)(?=“))")


@rule("GR515", "mark-between-titles", STANDARD, "error", fix=SAFE)
def between_titles(view: View) -> Iterator[Finding]:
    """书名号、引号之间不用顿号 / no 、 between titles in 《》, nor between words in “”

    符号本身已经把并列的成分隔开；中间有括注的除外。 / The marks part them already.

    来源：GB/T 15834-2011
    错：一、工作⏎学习《宪法》、《民法典》。⏎二、打算⏎抓紧。
    错：一、工作⏎增强“四个意识”、“四个自信”。⏎二、打算⏎抓紧。
    对：一、工作⏎学习《宪法》《民法典》，增强“四个意识”“四个自信”。⏎二、打算⏎抓紧。
    对：一、工作⏎修订《甲办法》（试行）、《乙办法》。⏎二、打算⏎抓紧。
    """
    for found in view.finds(BETWEEN):
        what = "书名号" if view.text[found.start() - 1] == "》" else "引号"
        zh = f"{what}之间不用顿号"
        yield view.hit(found.start(), found.end(), zh, "no 、 between them", replace="")


ETC = re.compile("、等(?![级待额离效值比候次同量腰高价身号外闲着到分位])")


@rule("GR516", "mark-before-etc", STANDARD, "error", fix=SAFE)
def before_etc(view: View) -> Iterator[Finding]:
    """“等”前不用顿号 / no 、 before 等

    “等”不是并列的一项。 / 等 is none of the things listed.

    来源：GB/T 15834-2011
    错：一、工作⏎开展宣传、培训、等活动。⏎二、打算⏎抓紧。
    错：一、工作⏎涉及教育、医疗、等二十个领域。⏎二、打算⏎抓紧。
    对：一、工作⏎开展宣传、培训等活动，做好分类、等级评定。⏎二、打算⏎抓紧。
    对：一、工作⏎克服懒政、等待观望思想。⏎二、打算⏎抓紧。
    """
    for found in view.finds(ETC, "、等"):
        yield view.hit(found.start(), found.end(), "“等”前不用顿号", "no 、 before 等", replace="等")


AND = re.compile(
    "、和(?<=[\u4e00-\u9fff”》）]、和)(?![平谐田美睦气善解县政龙布静林顺风声硕成易而纳议合好洽暖煦稳蔼盘衷])"
)


@rule("GR517", "mark-before-and", PRACTICE, "warning", fix=UNSAFE)
def before_and(view: View) -> Iterator[Finding]:
    """“和”前不用顿号 / no 、 before 和

    顿号和连词都是连接，最后两项之间用连词就够了。 / Either joins; between the last two 和 is enough.

    来源：实务
    错：一、工作⏎开展宣传、培训、和督查。⏎二、打算⏎抓紧。
    错：一、工作⏎推进《甲办法》、“乙行动”、和丙活动。⏎二、打算⏎抓紧。
    对：一、工作⏎开展宣传、培训和督查，建设平安、和谐家园。⏎二、打算⏎抓紧。
    对：一、工作⏎优化营商环境、与时俱进，以及其他工作。⏎二、打算⏎抓紧。
    """
    for found in view.finds(AND, "、"):
        yield view.hit(found.start(), found.end(), "“和”前不用顿号", "no 、 before 和", replace="和")


DAYS = frozenset(["3.8", "3.15", "4.15", "4.26", "5.1", "5.4", "5.12", "6.5", "6.26", "7.1", "8.1", "11.9", "12.4"])
"""Days that go by their date: 国际劳动妇女节, 消费者权益日, 国家安全教育日, 知识产权日 … 消防日, 宪法日."""
DAY = re.compile('[“"](?P<month>1?[0-9])(?P<dot>[.．•])(?P<day>[0-9]{1,2})[”"]')


@rule("GR518", "middle-dot", STANDARD, "info", fix=SAFE)
def middle_dot(view: View) -> Iterator[Finding]:
    """以月日命名的日子用间隔号 / days that go by their date are written with ·

    “3·15”不是小数，中间是间隔号。 / 3·15 is no decimal.

    来源：GB/T 15835-2011
    错：一、工作⏎开展“3.15”宣传活动。⏎二、打算⏎抓紧。
    错：一、工作⏎组织“12.4”国家宪法日活动。⏎二、打算⏎抓紧。
    对：一、工作⏎开展“3·15”宣传活动。⏎二、打算⏎抓紧。
    对：一、工作⏎升级“2.0”版系统，达标率“9.5”。⏎二、打算⏎抓紧。
    """
    for found in view.finds(DAY):
        if f"{found['month']}.{found['day']}" in DAYS:
            right = f"{found['month']}·{found['day']}"
            zh = f"“{right}”中间用间隔号"
            yield view.hit(found.start("month"), found.end("day"), zh, f'write "{right}"', replace=right)
