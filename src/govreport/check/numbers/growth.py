"""GR336–GR339, growth (增减) said in one clause: 倍 that decrease, 同比 of what, a rate beside its amount, 率."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Finding
from ..rule import PRACTICE, REQUIRED, rule
from ..view import View
from .amounts import NUMBER, SCALE, agrees, amount, plain

TIMES = re.compile(
    "(?:减少|下降|降低|缩短|缩小|压缩|下跌|减低)了?(?:近|约|超|超过)?(?P<times>[0-9]+(?:\\.[0-9]+)?|[一二两三四五六七八九十]+)(?:多|余)?倍"
)


@rule("GR336", "decrease-times", PRACTICE, "error")
def decrease_times(view: View) -> Iterator[Finding]:
    """减少不用“倍” / nothing decreases by so many times

    减少一倍就没有了；说减少百分之几，或者减少到几分之一。 / Less once over is nothing; say by how many per cent.

    来源：实务
    错：一、工作⏎审批时间缩短3倍。⏎二、打算⏎抓紧。
    错：一、工作⏎发案数减少了两倍。⏎二、打算⏎抓紧。
    对：一、工作⏎审批时间缩短75%，效率提高3倍。⏎二、打算⏎抓紧。
    对：一、工作⏎发案数减少到三分之一。⏎二、打算⏎抓紧。
    """
    for found in view.finds(TIMES, "倍"):
        zh = f"“{found[0]}”不通，用百分数或几分之一"
        yield view.hit(found.start(), found.end(), zh, "nothing decreases by so many times")


BASE = re.compile("(?:同比|环比)(?:比|较)?(?:去年|上年|往年|上一年)(?!末|底)|(?:比|较)(?:去年|上年)同比|(?:比|较)同比")


@rule("GR337", "comparison-twice", PRACTICE, "warning")
def comparison_twice(view: View) -> Iterator[Finding]:
    """“同比”已经是与上年同期比 / 同比 already says "than a year before"

    “同比去年增长”说了两遍。 / It says so twice.

    来源：实务
    错：一、工作⏎受理量同比去年增长5%。⏎二、打算⏎抓紧。
    错：一、工作⏎受理量较上年同比增长5%。⏎二、打算⏎抓紧。
    对：一、工作⏎受理量同比增长5%，比上年同期多10件。⏎二、打算⏎抓紧。
    对：一、工作⏎受理量比去年增长5%。⏎二、打算⏎抓紧。
    """
    for found in view.around(BASE, ("同比", "环比"), 4, 8):
        yield view.hit(found.start(), found.end(), f"“{found[0]}”重复", "the comparison is said twice")


STEP = re.compile(
    rf"(?P<b>{NUMBER})(?P<bs>{SCALE})?(?P<u>元|件|人次|人|家|户|个|吨|亩|条|项|次)，(?:同比|比上年|较上年|比去年|较去年|上年)(?:同期)?"
    rf"(?:(?P<up>增加|增长|多|增)|(?P<down>减少|下降|少))了?(?P<a>{NUMBER})(?P<as>{SCALE})?(?P=u)[，、](?:同比)?(?:增长|上升|增幅|下降|减少|降幅)(?:为|达)?(?P<c>{NUMBER})%"
)
COMPARED = ("，同比", "，比上年", "，较上年", "，比去年", "，较去年", "，上年")
"""Where the step begins."""


@rule("GR338", "rate-against-amount", REQUIRED, "error")
def rate_against_amount(view: View) -> Iterator[Finding]:
    """增减率与增减量相符 / a rate fits the amount beside it

    120件，比上年增加20件，增长20%。 / 120, which is 20 more than last year, is 20 % more.

    来源：《党政机关公文处理工作条例》第二十条第（四）项
    错：一、工作⏎受理120件，比上年增加20件，增长30%。⏎二、打算⏎抓紧。
    错：一、工作⏎受理80件，同比减少20件，下降30%。⏎二、打算⏎抓紧。
    对：一、工作⏎受理120件，比上年增加20件，增长20%。⏎二、打算⏎抓紧。
    对：一、工作⏎受理80件，同比减少20件，下降20%。⏎二、打算⏎抓紧。
    """
    for found in view.around(STEP, COMPARED, 36, 60):
        now, way, stated = amount(found["b"], found["bs"]), amount(found["a"], found["as"]), amount(found["c"])
        before = [
            (n - w if found["up"] else n + w)
            for n, w in ((now.value, way.value), (now.least, way.most), (now.most, way.least))
        ]
        if any(b <= 0 for b in before):
            continue
        rates = [w / b * 100 for w in (way.least, way.value, way.most) for b in before]
        exact = way.value / before[0] * 100
        near = (min(rates), max(rates)) if "." in found["a"] or found["as"] else (exact, exact)
        if not agrees(stated, *near):
            zh = f"按前后两个数算是{plain(exact)}%"
            yield view.hit(found.start("c"), found.end(), zh, f"by the numbers it is {plain(exact)}%")


RATE = re.compile(
    r"(?P<a>[0-9]{1,9})(?P<u>件|人|个|条|户|宗|份|名)，(?:已|均|全部)?(?P<what>办结|答复|结案|完成|整改|调解成功|审结|处置|化解|公开|合格)了?(?P<b>[0-9]{1,9})(?P=u)，[^，。；0-9\n]{0,4}(?P<rate>[^，。；0-9\n]{1,4})率(?:为|达到?|达)?(?P<c>[0-9]{1,3}(?:\.[0-9]{1,4})?)%"
)


@rule("GR339", "ratio-wrong", PRACTICE, "warning")
def ratio_wrong(view: View) -> Iterator[Finding]:
    """办结率等于办结数除以受理数 / a rate follows from the two counts beside it

    受理200件，办结190件，办结率95%；四舍五入、舍去尾数都算对。 / 190 of 200 are 95 %; rounded or cut off.

    来源：实务
    错：一、工作⏎受理200件，办结190件，办结率98%。⏎二、打算⏎抓紧。
    错：一、工作⏎排查隐患50个，整改45个，整改率95%。⏎二、打算⏎抓紧。
    对：一、工作⏎受理222件，办结162件，办结率72.9%。⏎二、打算⏎抓紧。
    对：一、工作⏎受理200件，办结190件，满意率98%。⏎二、打算⏎抓紧。
    """
    for found in view.around(RATE, ("率",), 50, 14):
        whole, part = int(found["a"]), int(found["b"])
        if not whole or part > whole or found["rate"][-2:] not in found["what"] + "调解":
            continue
        exact = amount(found["b"]).value * 100 / whole
        if not agrees(amount(found["c"]), exact, exact):
            zh = f"{part}除以{whole}是{plain(exact)}%"
            yield view.hit(found.start("c"), found.end(), zh, f"{part} of {whole} is {plain(exact)}%")
