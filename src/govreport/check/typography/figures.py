"""GR523, GR527–GR534, figures (数字): signs, zeros, separators, units, as GB/T 15835-2011 wants them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Finding
from ..habit import said_once
from ..rule import PRACTICE, SAFE, STANDARD, UNSAFE, rule
from ..view import View

SIGN = re.compile(r"[％%](?<=[0-9].)(?<!%)|[ \u3000]+(?<=[0-9].)(?:%|％)")
RIGHT_SIGN = re.compile(r"%(?<=[0-9]%)")


@rule("GR523", "percent-sign", PRACTICE, "warning", fix=SAFE)
def percent_sign(view: View) -> Iterator[Finding]:
    """百分号用半角，紧跟数字 / the percent sign is half-width and stands right behind its number

    “5％”占三格，“5 %”会在行末断开。 / The full-width one leaves a gap, a space lets the line break.

    来源：实务
    错：一、工作⏎增长5.6％。⏎二、打算⏎抓紧。
    错：一、工作⏎增长5.6 %。⏎二、打算⏎抓紧。
    对：一、工作⏎增长5.6%。⏎二、打算⏎抓紧。
    对：一、工作⏎增长百分之五，占５．６％。⏎二、打算⏎抓紧。
    """
    if "％" not in view.text and " %" not in view.text:
        return
    hits = [
        view.hit(found.start(), found.end(), "百分号写作“%”，前面不空格", "write %", replace="%")
        for found in view.finds(SIGN)
    ]
    if hits:
        right = sum(1 for _ in view.finds(RIGHT_SIGN))
        yield from said_once(hits, right, "通篇百分号用全角或与数字隔开，写作“%”", "percent signs throughout; write %")


ZERO = re.compile(r"\.(?<![0-9A-Za-z.\])）].)[0-9]{1,3}(?=[%％万亿个倍])")


@rule("GR527", "leading-zero", STANDARD, "error", fix=UNSAFE)
def leading_zero(view: View) -> Iterator[Finding]:
    """小于1的小数写出小数点前的0 / a decimal below one keeps its 0

    “.5”要写“0.5”。 / Write 0.5.

    来源：GB/T 15835-2011
    错：一、工作⏎下降.5个百分点。⏎二、打算⏎抓紧。
    错：一、工作⏎增长.35%。⏎二、打算⏎抓紧。
    对：一、工作⏎下降0.5个百分点，增长0.35%。⏎二、打算⏎抓紧。
    对：一、工作⏎1.5个百分点，版本为v.5版。⏎二、打算⏎抓紧。
    """
    for found in view.finds(ZERO, "."):
        yield view.hit(
            found.start(), found.end(), f"“{found[0]}”写作“0{found[0]}”", f"write 0{found[0]}", replace=f"0{found[0]}"
        )


MIXED = re.compile(r"[千百十](?<=[0-9].)(?P<more>余|多)?(?P<what>[人户家件名个项]|万[元人户]|亿元)(?![分米克瓦])")


@rule("GR528", "digit-thousand", STANDARD, "error")
def digit_thousand(view: View) -> Iterator[Finding]:
    """阿拉伯数字后只接“万”“亿” / behind digits only 万 and 亿

    “3千余人”写“3000余人”或者“三千余人”。 / 千, 百 and 十 go with Chinese numerals.

    来源：GB/T 15835-2011
    错：一、工作⏎培训3千余人。⏎二、打算⏎抓紧。
    错：一、工作⏎走访5百户，投资3千万元。⏎二、打算⏎抓紧。
    对：一、工作⏎培训3000余人，走访三百户。⏎二、打算⏎抓紧。
    对：一、工作⏎线路长5千米，装机6千瓦。⏎二、打算⏎抓紧。
    """
    for found in view.finds(MIXED):
        start = found.start()
        while start and view.text[start - 1] in "0123456789.":
            start -= 1
        if view.text[start - 1 : start] not in ("第", "〔"):
            zh = f"“{view.text[start : found.start() + 1]}”数字与汉字混用"
            yield view.hit(start, found.start() + 1, zh, "digits mixed with a Chinese numeral")


LISTED = re.compile(
    r"、(?:(?<=[1-9]、)(?<![0-9.第、，]..)(?<!第.、)[2-9](?=(?:天|个月|人次|名)(?!以))|(?<=[一二三四五六七八]、)(?<![第、十]..)[二三四五六七八九](?=(?:天|个月|个小时|里地)))"
)
ORDER = "一二三四五六七八九"


@rule("GR529", "approximate-list", STANDARD, "error", fix=UNSAFE)
def approximate_list(view: View) -> Iterator[Finding]:
    """相邻两数表示概数，不加顿号，用汉字 / two numbers side by side that mean "about" are hanzi without 、

    “三、四天”是三四天的误写；“3、4天”同此。 / Write 三四天.

    来源：GB/T 15835-2011
    错：一、工作⏎每月下乡三、四天。⏎二、打算⏎抓紧。
    错：一、工作⏎工期缩短3、4天。⏎二、打算⏎抓紧。
    对：一、工作⏎每月下乡三四天。⏎二、打算⏎抓紧。
    对：一、工作⏎第三、四季度，三、四级医院，第1、2天。⏎二、打算⏎抓紧。
    """
    for found in view.finds(LISTED):
        low, high = view.text[found.start() - 1], found[0][1]
        values = [int(c) if c.isdigit() else ORDER.index(c) + 1 for c in (low, high)]
        if values[1] == values[0] + 1:
            right = ORDER[values[0] - 1] + ORDER[values[1] - 1]
            start = found.start() - 1
            yield view.hit(start, found.end(), f"概数写作“{right}”", f"write {right}", replace=right)


LETTER = re.compile(r"[OoＯl](?<=[0-9].)[0-9]{0,2}(?=年|万|亿|%|个百分点|元)|[OＯ](?<=2.)[0-9]{2}(?=年)")


@rule("GR530", "digit-letter", STANDARD, "error", fix=UNSAFE)
def digit_letter(view: View) -> Iterator[Finding]:
    """数字里不混入字母 / no letters in numbers

    “2O19年”的O是字母，扫描识别常见。 / Scanners take a zero for an O and a one for an l.

    来源：GB/T 15835-2011
    错：一、工作⏎2O19年以来，办理一百件。⏎二、打算⏎抓紧。
    错：一、工作⏎增长1O%。⏎二、打算⏎抓紧。
    对：一、工作⏎2019年以来，推进O2O模式。⏎二、打算⏎抓紧。
    对：一、工作⏎占地5亩，容量10L。⏎二、打算⏎抓紧。
    """
    for found in view.finds(LETTER, among="OoＯl"):
        right = re.sub("[OoＯ]", "0", found[0]).replace("l", "1")
        yield view.hit(found.start(), found.end(), f"“{found[0]}”里混入了字母", "a letter in a number", replace=right)


COMMA = re.compile(r"，(?<=[0-9].)(?P<group>[0-9]{3})(?![0-9])(?=(?:\.[0-9]+)?[万亿]?(?:元|人|户|吨|亩|件|平方米))")


@rule("GR531", "thousands-comma", STANDARD, "warning", fix=SAFE)
def thousands_comma(view: View) -> Iterator[Finding]:
    """千分空用半角逗号 / thousands are parted by a half-width comma

    “1，234元”的全角逗号把一个数断成了两个。 / A full-width one makes two numbers of it.

    来源：GB/T 15835-2011
    错：一、工作⏎投入1，234万元。⏎二、打算⏎抓紧。
    错：一、工作⏎惠及12，345人。⏎二、打算⏎抓紧。
    对：一、工作⏎投入1,234万元，惠及12345人。⏎二、打算⏎抓紧。
    对：一、工作⏎建成项目15，300人受益，排名第5，200户受益。⏎二、打算⏎抓紧。
    """
    for found in view.finds(COMMA, "，"):
        before = LAST.search(view.text, max(0, found.start() - 8), found.start())
        if before is not None and VERB.search(view.text, max(0, before.start() - 3), before.start()):
            yield view.hit(
                found.start(), found.start() + 1, "分节的逗号用半角", "write a half-width comma", replace=","
            )


LAST = re.compile("(?<![0-9.])[1-9][0-9]{0,2}$")
VERB = re.compile("[入资达及为共训约余额元]$")
UNIT_TWICE = re.compile(r"(?:%%|％％|万万|亿亿|元元)(?<=[0-9]..)(?!不)")


@rule("GR532", "unit-repeated", PRACTICE, "error", fix=UNSAFE)
def unit_repeated(view: View) -> Iterator[Finding]:
    """单位不写两遍 / no unit twice

    “5%%”“3万万元”多了一个。 / One too many.

    来源：实务
    错：一、工作⏎增长5%%。⏎二、打算⏎抓紧。
    错：一、工作⏎投资300万万元。⏎二、打算⏎抓紧。
    对：一、工作⏎增长5%，投资300万元。⏎二、打算⏎抓紧。
    对：一、工作⏎千千万万的群众，万万不可松懈。⏎二、打算⏎抓紧。
    """
    for found in view.finds(UNIT_TWICE):
        once = found[0][0]
        yield view.hit(found.start(), found.end(), f"“{found[0]}”多了一个“{once}”", f"{once} twice", replace=once)


OLD = re.compile("(?P<unit>公分|公升|市斤|市里|市尺|英里|英尺|加仑)(?<=[0-9万亿]..)")
NEW = {
    "公分": "厘米",
    "公升": "升",
    "市斤": "千克",
    "市里": "千米",
    "市尺": "米",
    "英里": "千米",
    "英尺": "米",
    "加仑": "升",
}


@rule("GR533", "unit-not-legal", PRACTICE, "warning")
def unit_not_legal(view: View) -> Iterator[Finding]:
    """用法定计量单位 / legal units of measurement

    公分、公升、英尺不是法定计量单位；亩、亿斤在工作报告里通行，不在此列。 / 公分 and 英尺 are none; 亩 is left alone.

    来源：实务
    错：一、工作⏎路面厚20公分。⏎二、打算⏎抓紧。
    错：一、工作⏎储油300加仑。⏎二、打算⏎抓紧。
    对：一、工作⏎路面厚20厘米，播种30万亩。⏎二、打算⏎抓紧。
    对：一、工作⏎粮食产量400亿斤，深圳市里通车。⏎二、打算⏎抓紧。
    """
    for found in view.finds(OLD):
        unit = found["unit"]
        if unit in NEW:
            zh = f"“{unit}”不是法定计量单位，换算成{NEW[unit]}"
            yield view.hit(found.start(), found.end(), zh, f"{unit} is no legal unit; convert it")


SYMBOL = re.compile("[㎡㎥㎞㎏㎜㎝㎎㏄㎖㏎]")
WORDS = {
    "㎡": "平方米", "㎥": "立方米", "㎞": "公里", "㎏": "千克", "㎜": "毫米", "㎝": "厘米", "㎎": "毫克", "㏄": "毫升",
    "㎖": "毫升", "㏎": "千欧",
}  # fmt: skip


@rule("GR534", "unit-glyph", PRACTICE, "info", fix=UNSAFE)
def unit_glyph(view: View) -> Iterator[Finding]:
    """单位写汉字，不用合成的符号字 / units are words and no squared glyphs

    “㎡”这样的合成字有的字体没有，也不便检索。 / Some fonts lack them, and searches miss them.

    来源：实务
    错：一、工作⏎新建用房300㎡。⏎二、打算⏎抓紧。
    错：一、工作⏎新修道路5㎞。⏎二、打算⏎抓紧。
    对：一、工作⏎新建用房300平方米，新修道路5公里。⏎二、打算⏎抓紧。
    对：一、工作⏎气温达到35℃。⏎二、打算⏎抓紧。
    """
    for found in view.finds(SYMBOL):
        right = WORDS[found[0]]
        yield view.hit(found.start(), found.end(), f"“{found[0]}”写作“{right}”", f"write {right}", replace=right)
