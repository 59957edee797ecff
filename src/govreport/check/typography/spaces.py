"""GR550–GR553, spaces (空格) and characters that can't be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Edit, Finding
from ...model.source import Span
from ..rule import PRACTICE, SAFE, UNSAFE, rule
from ..view import View

H = "\u4e00-\u9fff"
STRAY = re.compile(rf"[ \u3000\u2002\u2003]+(?<=[{H}，。；：、”》）][ \u3000\u2002\u2003])(?=[{H}，。；：、“《（])")
SPREAD = re.compile(rf"(?:^|[ \u3000，、。：；])[{H}]$")
LONE = re.compile(rf"[{H}](?:[ \u3000，、。：；]|$)")


@rule("GR550", "stray-space", PRACTICE, "warning", fix=SAFE)
def stray_space(view: View) -> Iterator[Finding]:
    """汉字之间不空格 / no spaces between hanzi

    句子里的空格多半是粘贴带来的；两个字的姓名空一格除外。 / Pasting leaves them; names of two characters may have one.

    来源：实务
    错：一、工作⏎加强组织 领导，压实工作责任。⏎二、打算⏎抓紧。
    错：一、工作⏎加强组织领导， 压实工作责任。⏎二、打算⏎抓紧。
    对：一、工作⏎加强组织领导，压实工作责任。⏎二、打算⏎抓紧。
    对：一、工作⏎由张　三、李　四负责Word 2019的培训。⏎二、打算⏎抓紧。
    """
    for found in view.finds(STRAY):
        part = view.part(found.start())
        if part.kind != "text":
            continue
        before = view.text[max(part.start, found.start() - 2) : found.start()]
        if SPREAD.search(before) or LONE.match(view.text, found.end()):
            continue
        yield view.hit(found.start(), found.end(), "多余的空格", "a stray space", replace="")


BESIDE = re.compile(rf" (?:(?<=[{H}] )(?=[0-9])|(?<=[0-9%] )(?=[{H}]))")
BEHIND = re.compile(" +(?=[0-9])")
WORDS = ("shi", "yao")
"""Styles of numbers that are words of a sentence: 一是, 一要."""
STRAY_BESIDE = "数字与汉字之间多余的空格"


@rule("GR551", "digit-space", PRACTICE, "info", fix=SAFE)
def digit_space(view: View) -> Iterator[Finding]:
    """数字与汉字之间不空格 / no space between digits and hanzi

    “2023 年”的空格，公文里不用。 / Official documents don't use them.

    来源：实务
    错：一、工作⏎2023 年以来，办理一百件。⏎二、打算⏎抓紧。
    错：一、工作⏎全年办理 120件。⏎二、打算⏎抓紧。
    错：一、工作⏎（一）履职⏎一是 2023年以来，办理一百件。二是抓好落实。⏎二、打算⏎抓紧。
    对：一、工作⏎2023年以来，办理120件。⏎二、打算⏎抓紧。
    对：一、工作⏎部署Windows 10系统。⏎二、打算⏎抓紧。
    """
    for found in view.finds(BESIDE, " "):
        yield view.hit(found.start(), found.end(), STRAY_BESIDE, "a stray space", replace="")
    yield from _behind_numbers(view)


def _behind_numbers(view: View) -> Iterator[Finding]:
    """Between 一是 and a figure: a number is no part of the text behind it, but in the sentence it is a word."""
    source = view.report.source
    for where, section in view.sections:
        number = section.number
        if source is None or number is None or number.span is None or number.style not in WORDS:
            continue
        found = BEHIND.match(source.text, number.span.end)
        if found:
            span = Span(*found.span())
            yield Finding("", "", STRAY_BESIDE, "a stray space", span, edits=(Edit(span, ""),), where=where)


SPLIT = re.compile(r"[ \u3000](?:(?<=[0-9][ \u3000])(?=[0-9](?:[0-9]|\.[0-9]|[年万亿个%])))")


@rule("GR552", "number-split", PRACTICE, "warning", fix=UNSAFE)
def number_split(view: View) -> Iterator[Finding]:
    """数字中间不空格 / no space within a number

    “2 023年”“12 .5亿元”断成了两截。 / A number torn in two.

    来源：实务
    错：一、工作⏎2 023年以来，进展顺利。⏎二、打算⏎抓紧。
    错：一、工作⏎投资12 50万元。⏎二、打算⏎抓紧。
    对：一、工作⏎2023年以来，投资1250万元。⏎二、打算⏎抓紧。
    对：一、工作⏎共25 项，电话010 12345678。⏎二、打算⏎抓紧。
    """
    if " " not in view.text:
        return
    for found in view.finds(SPLIT):
        start, end = found.start(), found.end()
        while start and view.text[start - 1] in "0123456789":
            start -= 1
        whole = re.match(r"[0-9]+(?:\.[0-9]+)?(?:年|万|亿|个百分点|%)", view.text[end : end + 16])
        if whole and view.text[start - 1 : start] not in (" ", "、", "-") and len(view.text[start : found.start()]) < 4:
            yield view.hit(found.start(), end, "数字中间的空格", "a space within a number", replace="")


ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
"""Not in `View.text`: a parser looks through them."""
HIDDEN = re.compile(f"[{ZERO_WIDTH}]+|[\u200e\u200f\u202a-\u202e\u00ad\u00a0\u0000-\u0008\u000e-\u001f\u007f-\u009f]+")
ANY_HIDDEN = re.compile(f"[{ZERO_WIDTH}\u200e\u200f\u202a-\u202e\u00ad\u00a0\u0000-\u0008\u000e-\u001f\u007f-\u009f]")


@rule("GR553", "invisible-character", PRACTICE, "warning", fix=SAFE)
def invisible(view: View) -> Iterator[Finding]:
    """没有看不见的字符 / no characters that can't be seen

    零宽空格、软连字符、控制字符从网页和表格粘贴而来，检索、比对都会出错。 / Pasting brings them, searches fail on them.

    来源：实务
    错：一、工作⏎加强组织领导，\u200b压实责任。⏎二、打算⏎抓紧。
    错：一、工作⏎加强组织\u00ad领导。⏎二、打算⏎抓紧。
    对：一、工作⏎加强组织领导。⏎二、打算⏎抓紧。
    对：一、工作⏎部署Windows 10系统。⏎二、打算⏎抓紧。
    """
    source = view.report.source
    if source is None:
        return
    begin = 1 if source.text.startswith("\ufeff") else 0
    if not ANY_HIDDEN.search(source.text, begin):
        return
    for found in HIDDEN.finditer(source.text, begin):
        codes = " ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(found[0]))
        right = " " if found[0] == "\u00a0" else ""
        zh = f"看不见的字符（{codes}）"
        span = Span(*found.span())
        yield Finding("", "", zh, f"invisible: {codes}", span, edits=(Edit(span, right),))
