"""GR506–GR514, forms of punctuation (标点的写法): full width, once, …… and ——, by GB/T 15834-2011."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Finding
from ..rule import SAFE, STANDARD, UNSAFE, rule
from ..view import View

HANZI = "\u4e00-\u9fff"
FULL = str.maketrans(",;:?!()", "，；：？！（）")
HALF_MARK = re.compile(rf"[,;:?!](?<=[{HANZI}）》”〉].) ?(?=[{HANZI}“《（]|$)", re.MULTILINE)


@rule("GR506", "half-width-mark", STANDARD, "error", fix=SAFE)
def half_width_mark(view: View) -> Iterator[Finding]:
    """中文里的标点用全角 / punctuation in Chinese text is full-width

    半角逗号、分号、冒号、问号、叹号是西文的标点。 / The half-width ones are for Latin text.

    来源：GB/T 15834-2011
    错：一、工作⏎加强领导,压实责任。⏎二、打算⏎抓紧。
    错：一、工作⏎一是学习;二是宣传:全面推进。⏎二、打算⏎抓紧。
    对：一、工作⏎加强领导，压实责任。⏎二、打算⏎抓紧。
    对：一、工作⏎投资1,200万元，比例3:1，时间8:30。⏎二、打算⏎抓紧。
    """
    for found in view.finds(HALF_MARK):
        right = found[0].strip().translate(FULL)
        zh = f"半角“{found[0].strip()}”改为全角“{right}”"
        yield view.hit(found.start(), found.end(), zh, f"write the full-width {right}", replace=right)


BRACKETS = re.compile(r"[(（](?P<inner>[^()（）\n]{1,60})[)）]")


@rule("GR507", "half-width-brackets", STANDARD, "error", fix=SAFE)
def half_width_brackets(view: View) -> Iterator[Finding]:
    """中文里的括号用全角 / brackets in Chinese text are full-width

    半角括号，或者一半全角一半半角。 / Both are half-width, or one of the two.

    来源：GB/T 15834-2011
    错：一、工作⏎完善制度(试行)并公布。⏎二、打算⏎抓紧。
    错：一、工作⏎完善制度（试行)并公布。⏎二、打算⏎抓紧。
    对：一、工作⏎完善制度（试行）并公布。⏎二、打算⏎抓紧。
    对：一、工作⏎运行系统(Version 2)三套。⏎二、打算⏎抓紧。
    """
    if "(" not in view.text and ")" not in view.text:
        return
    for found in view.finds(BRACKETS):
        opening, closing = found[0][0], found[0][-1]
        if (opening, closing) == ("（", "）") or (opening + closing == "()" and not CHINESE.search(found["inner"])):
            continue
        right = f"（{found['inner']}）"
        zh = "括号用全角（）"
        yield view.hit(found.start(), found.end(), zh, "write full-width brackets", replace=right)


CHINESE = re.compile(f"[{HANZI}]")
HALF_STOP = re.compile(rf"\.(?<=[{HANZI}]\.)(?=[{HANZI}]|$)", re.MULTILINE)


@rule("GR508", "half-width-stop", STANDARD, "error", fix=SAFE)
def half_width_stop(view: View) -> Iterator[Finding]:
    """句号不用小圆点 / the full stop is 。

    西文的句点不是中文的句号。 / The dot of Latin text is no Chinese full stop.

    来源：GB/T 15834-2011
    错：一、工作⏎加强领导，压实责任.⏎二、打算⏎抓紧。
    错：一、工作⏎加强领导.压实责任。⏎二、打算⏎抓紧。
    对：一、工作⏎增长5.2%，网址为www.example.cn。⏎二、打算⏎抓紧。
    对：一、工作⏎1.加强领导，压实责任。⏎二、打算⏎抓紧。
    """
    for found in view.finds(HALF_STOP, "."):
        if view.part(found.start()).kind == "text":
            yield view.hit(found.start(), found.end(), "句号写作“。”", "the full stop is 。", replace="。")


QUOTES = re.compile(r"(?<!\"\")\"(?<![0-9´′'].)(?P<inner>[^\"\n]{1,80})\"(?<![0-9´′'].)(?!\"\")")
"""Behind a digit the sign is one of inches or seconds; three side by side are no quotation."""


@rule("GR509", "straight-quotes", STANDARD, "error", fix=SAFE)
def straight_quotes(view: View) -> Iterator[Finding]:
    """引号用“” / quotation marks are “”

    直引号不分前后，是西文键盘的替代写法。 / Straight ones are a makeshift of the keyboard.

    来源：GB/T 15834-2011
    错：一、工作⏎落实"四个亲自"要求。⏎二、打算⏎抓紧。
    错：一、工作⏎推进"放管服"改革和"互联网+"监管。⏎二、打算⏎抓紧。
    对：一、工作⏎落实“四个亲自”要求。⏎二、打算⏎抓紧。
    对：一、工作⏎运行"Cloud"系统。⏎二、打算⏎抓紧。
    对：一、工作⏎成绩为4´35"的合格，4´05"的优秀。⏎二、打算⏎抓紧。
    """
    for found in view.finds(QUOTES, '"'):
        if CHINESE.search(found["inner"]):
            right = f"“{found['inner']}”"
            yield view.hit(found.start(), found.end(), f"直引号改为{right}", "write “ and ”", replace=right)


REPEATED = re.compile("(?:，[，。；：、]|。[，。；：、]|；[，。；：、]|：[，。；、：]|、[，。；：、])[，。；：、]*")


@rule("GR510", "mark-repeated", STANDARD, "error", fix=SAFE)
def mark_repeated(view: View) -> Iterator[Finding]:
    """标点不重复 / no two marks side by side

    句末只有一个句号，“，。”是删改时留下的。 / Edits leave such pairs behind.

    来源：GB/T 15834-2011
    错：一、工作⏎加强领导，，压实责任。⏎二、打算⏎抓紧。
    错：一、工作⏎加强领导，压实责任，。⏎二、打算⏎抓紧。
    对：一、工作⏎加强领导，压实责任。⏎二、打算⏎抓紧。
    对：一、工作⏎包括“甲。”“乙。”等……⏎二、打算⏎抓紧。
    """
    for found in view.finds(REPEATED):
        marks = found[0]
        if marks.startswith("。。。"):
            continue  # an ellipsis, GR511
        same = len(set(marks)) == 1
        right = marks[0] if same else max(marks, key="、，：；。".index)
        finding = f"“{marks}”只留“{right}”"
        yield view.hit(
            found.start(), found.end(), finding, f"keep one mark: {right}", replace=right, fix=None if same else UNSAFE
        )


ELLIPSIS = re.compile(rf"\.{{3,}}(?<=[{HANZI}，、]...)\.*|。{{3,}}|…(?<!……)(?!…)|(?:\.{{6}}|…\.+|\.+…)")


@rule("GR511", "ellipsis-form", STANDARD, "error", fix=SAFE)
def ellipsis(view: View) -> Iterator[Finding]:
    """省略号是六个点“……” / the ellipsis is ……

    占两格，不用三个点，也不用句号堆成。 / Six dots on the middle of the line, two characters wide.

    来源：GB/T 15834-2011
    错：一、工作⏎开展宣传、培训、督查...效果良好。⏎二、打算⏎抓紧。
    错：一、工作⏎开展宣传、培训、督查。。。⏎二、打算⏎抓紧。
    对：一、工作⏎开展宣传、培训、督查……效果良好。⏎二、打算⏎抓紧。
    对：一、工作⏎版本为1.2.3，开展督查。⏎二、打算⏎抓紧。
    """
    if "…" not in view.text and "..." not in view.text and "。。。" not in view.text:
        return
    for found in view.finds(ELLIPSIS):
        yield view.hit(found.start(), found.end(), "省略号写作“……”", "the ellipsis is ……", replace="……")


ELLIPSIS_ETC = re.compile("……[，、]?等")


@rule("GR512", "ellipsis-etc", STANDARD, "info", fix=UNSAFE)
def ellipsis_etc(view: View) -> Iterator[Finding]:
    """省略号与“等”只用一个 / either …… or 等

    两者都表示列举未尽。 / Both say that there is more.

    来源：GB/T 15834-2011
    错：一、工作⏎开展宣传、培训……等活动。⏎二、打算⏎抓紧。
    错：一、工作⏎涉及甲村、乙村……，等二十个村。⏎二、打算⏎抓紧。
    对：一、工作⏎开展宣传、培训等活动。⏎二、打算⏎抓紧。
    对：一、工作⏎开展宣传、培训……⏎二、打算⏎抓紧。
    """
    for found in view.finds(ELLIPSIS_ETC, "……"):
        zh = "“……”与“等”重复，留一个"
        yield view.hit(found.start(), found.end(), zh, "…… and 等 say the same", replace="等")


DASH = re.compile(rf"[-－](?<=[{HANZI}”）》，].)[-－]+(?=[{HANZI}“《])|[―─](?<=[{HANZI}”）》，].)[―─]+")


@rule("GR513", "dash-form", STANDARD, "error", fix=SAFE)
def dash(view: View) -> Iterator[Finding]:
    """破折号是“——” / the dash is ——

    占两格，不用两个连字符或制表符代替。 / Two characters wide; hyphens and lines of tables are none.

    来源：GB/T 15834-2011
    错：一、工作⏎坚持一条主线--全面依法治国。⏎二、打算⏎抓紧。
    错：一、工作⏎坚持一条主线──全面依法治国。⏎二、打算⏎抓紧。
    对：一、工作⏎坚持一条主线——全面依法治国。⏎二、打算⏎抓紧。
    对：一、工作⏎开行京津城际，采用B-1型。⏎二、打算⏎抓紧。
    """
    if "--" not in view.text and "－－" not in view.text and "―" not in view.text and "─" not in view.text:
        return
    for found in view.finds(DASH):
        yield view.hit(found.start(), found.end(), "破折号写作“——”", "the dash is ——", replace="——")


COLONS = re.compile(rf"：[^：。；！？“”（）()《》\n0-9]{{2,30}}：(?=[{HANZI}])")


@rule("GR514", "colon-in-colon", STANDARD, "info")
def colon_in_colon(view: View) -> Iterator[Finding]:
    """一个句子里不套用冒号 / no colon within the reach of another

    冒号管到句末，再来一个就分不清层次。 / A colon reaches to the end of the sentence.

    来源：GB/T 15834-2011
    错：一、工作⏎主要做法：一是抓学习：组织培训。⏎二、打算⏎抓紧。
    错：一、工作⏎存在问题：主要表现：力度不够。⏎二、打算⏎抓紧。
    对：一、工作⏎主要做法：一是抓学习，组织培训。⏎二、打算⏎抓紧。
    对：一、工作⏎主要做法：抓学习。存在问题：力度不够。⏎二、打算⏎抓紧。
    """
    for found in view.finds(COLONS):
        zh = "前一个冒号的范围里又用了冒号"
        yield view.hit(found.end() - 1, found.end(), zh, "a colon within the reach of another")
