"""GR340–GR347, shares and signs (占比、正负、范围、位次): over 100 %, not 100 % in all, backwards, of nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...model.note import Finding
from ..rule import PRACTICE, REQUIRED, rule
from ..view import View
from .amounts import plain

OVER = re.compile(r"[0-9]{3,4}(?:\.[0-9]+)?%")
SHARE = re.compile(
    r"(?P<what>占比|比重|(?<!拨备)覆盖率|满意率|满意度|合格率|办结率|普及率|参保率|达标率|知晓率|公开率|优良率|(?<!毛)入学率"
    r"|及格率|回复率|就业率|签约率)(?:提高|提升|上升|增加)?(?:为|达到?|到|至)?$"
)


@rule("GR340", "share-over-100", PRACTICE, "warning")
def share_over_100(view: View) -> Iterator[Finding]:
    """占比、覆盖率不超过100% / no share is over 100 %

    完成率、增长率可以超过，占比和覆盖率不能。 / Targets can be exceeded, a share of a whole can't.

    来源：实务
    错：一、工作⏎覆盖率达到120%。⏎二、打算⏎抓紧。
    错：一、工作⏎群众满意率101%。⏎二、打算⏎抓紧。
    对：一、工作⏎覆盖率达到100%，任务完成率120%。⏎二、打算⏎抓紧。
    对：一、工作⏎拨备覆盖率150%，小学毛入学率103%。⏎二、打算⏎抓紧。
    """
    for found in view.around(OVER, ("%",), 24, behind="0123456789."):
        what = SHARE.search(view.text, max(0, found.start() - 12), found.start())
        if what is not None and Decimal(found[0][:-1]) > 100:
            yield view.hit(what.start(), found.end(), f"{what['what']}超过100%", "a share over 100 %")


INDUSTRIES = re.compile(
    r"三次产业(?:增加值)?(?:结构|比例|比重|之?比)?[^，。；0-9\n]{0,14}(?P<a>[0-9]{1,2}(?:\.[0-9]{1,2})?)\s?[:：∶]\s?(?P<b>[0-9]{1,2}(?:\.[0-9]{1,2})?)\s?[:：∶]\s?(?P<c>[0-9]{1,2}(?:\.[0-9]{1,2})?)(?![0-9.])"
)


@rule("GR341", "industries-not-100", REQUIRED, "error")
def industries_not_100(view: View) -> Iterator[Finding]:
    """三次产业之比合计100 / the three sectors add up to 100

    四舍五入最多差0.1到0.2。 / Rounding makes a difference of 0.2 at most.

    来源：《党政机关公文处理工作条例》第二十条第（四）项
    错：一、工作⏎三次产业结构调整为5.2:40.1:50.1。⏎二、打算⏎抓紧。
    错：一、工作⏎三次产业比例为6：45：59。⏎二、打算⏎抓紧。
    对：一、工作⏎三次产业结构调整为5.2:40.1:54.7。⏎二、打算⏎抓紧。
    对：一、工作⏎三次产业结构调整为5.2:40.1:54.8。⏎二、打算⏎抓紧。
    """
    for found in view.finds(INDUSTRIES, "三次产业"):
        parts = [found[group] for group in "abc"]
        total = sum(map(Decimal, parts), Decimal(0))
        slack = Decimal("0.2") if any("." in part for part in parts) else Decimal(1)
        if abs(total - 100) > slack:
            zh = f"三次产业之比合计{plain(total)}，不是100"
            yield view.hit(found.start("a"), found.end(), zh, f"the three add up to {plain(total)}")


SHARES = re.compile(
    r"(?:分别占|占比分别为?|比重分别为?|各占)[^，。；0-9\n]{0,16}(?P<list>[0-9.]{1,5}%(?:[、和，][0-9.]{1,5}%){2,8})"
)


@rule("GR342", "shares-over-100", PRACTICE, "warning")
def shares_over_100(view: View) -> Iterator[Finding]:
    """各部分占比合计不超过100% / shares of one whole are 100 % at most

    分别占60%、30%、20%，合计110%。 / 60, 30 and 20 make 110.

    来源：实务
    错：一、工作⏎三类案件分别占60%、30%、20%。⏎二、打算⏎抓紧。
    错：一、工作⏎三个区占比分别为50.5%、39.5%和20%。⏎二、打算⏎抓紧。
    对：一、工作⏎三类案件分别占60%、30%、10%。⏎二、打算⏎抓紧。
    对：一、工作⏎前两类分别占60%、30%。⏎二、打算⏎抓紧。
    """
    for found in view.finds(SHARES, "%"):
        parts = [Decimal(part) for part in re.findall(r"[0-9]+(?:\.[0-9]+)?", found["list"])]
        total = sum(parts, Decimal(0))
        before = view.text[max(0, found.start() - 30) : found.start()]
        if total > Decimal("100.5") and not ACROSS.search(before):
            zh = f"各部分占比合计{plain(total)}%"
            yield view.hit(found.start("list"), found.end("list"), zh, f"the shares add up to {plain(total)}%")


ACROSS = re.compile("全国|全省|全市|全县|全区|[和、](?:进出口|进口|出口|投资|收入|税收|利润)|指标")
RANGE = re.compile(
    r"[～~—－至](?<=[0-9%万亿个元].)(?<!——)(?P<high>[0-9]+(?:\.[0-9]+)?)(?P<unit>%|(?:万|亿)?(?:元|人|亩|吨|户|个百分点|个|项|家|天))"
)
LOW = re.compile(
    r"(?P<low>(?<![0-9.])[0-9]+(?:\.[0-9]+)?)(?P<unit>%|(?:万|亿)?(?:元|人|亩|吨|户|个百分点|个|项|家|天))?$"
)


@rule("GR343", "range-reversed", PRACTICE, "warning")
def range_reversed(view: View) -> Iterator[Finding]:
    """数值范围从小到大 / a range runs from the lower to the higher

    “10%～5%”写反了。 / It is written backwards.

    来源：实务
    错：一、工作⏎预计增长10%～5%。⏎二、打算⏎抓紧。
    错：一、工作⏎每户补助8万元—3万元。⏎二、打算⏎抓紧。
    对：一、工作⏎预计增长5%～10%，由8%降至3%。⏎二、打算⏎抓紧。
    对：一、工作⏎占比从10%至5%，编号15—3号。⏎二、打算⏎抓紧。
    """
    for found in view.finds(RANGE):
        low = LOW.search(view.text, max(0, found.start() - 14), found.start())
        if low is None or low["unit"] not in (None, found["unit"]):
            continue
        before = view.text[max(0, low.start() - 16) : low.start()]
        scale = Decimal(1) if low["unit"] else _scale(found["unit"])
        if Decimal(low["low"]) > Decimal(found["high"]) * scale and not FROM.search(before):
            zh = f"范围“{view.text[low.start() : found.end()]}”前大后小"
            yield view.hit(low.start(), found.end(), zh, "this range is written backwards")


FROM = re.compile("[从由自降减缩][^，。；]{0,12}$|年$|第$")


def _scale(unit: str) -> Decimal:
    return {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}.get(unit[0], Decimal(1))


DOWN_MINUS = re.compile(
    "(?:下降|减少|降低|回落|下滑|下跌|缩减|收窄)了?[-－—](?!—)(?P<value>[0-9]+(?:\\.[0-9]+)?)(?:%|个百分点)"
)


@rule("GR344", "minus-twice", PRACTICE, "error")
def minus_twice(view: View) -> Iterator[Finding]:
    """“下降”后面不再写负号 / no minus behind a word that says "less"

    “下降-3%”负负得正。 / Minus twice is plus.

    来源：实务
    错：一、工作⏎受理量下降-3%。⏎二、打算⏎抓紧。
    错：一、工作⏎发生率回落-0.5个百分点。⏎二、打算⏎抓紧。
    对：一、工作⏎受理量下降3%，增速为-3%。⏎二、打算⏎抓紧。
    对：一、工作⏎发生率下降——3%以上的县有两个。⏎二、打算⏎抓紧。
    """
    for found in view.finds(DOWN_MINUS):
        yield view.hit(found.start(), found.end(), f"“{found[0]}”负负得正", "minus twice is plus")


UP_MINUS = re.compile("(?:增长|提高|上升|上涨|增加)了?[-－](?P<value>[0-9]+(?:\\.[0-9]+)?)(?:%|个百分点)")


@rule("GR345", "growth-negative", PRACTICE, "info")
def growth_negative(view: View) -> Iterator[Finding]:
    """负增长写“下降” / less is 下降

    “增长-3%”读起来费解。 / Growth below zero is hard to read.

    来源：实务
    错：一、工作⏎受理量增长-3%。⏎二、打算⏎抓紧。
    错：一、工作⏎价格上涨-0.5%。⏎二、打算⏎抓紧。
    对：一、工作⏎受理量下降3%。⏎二、打算⏎抓紧。
    对：一、工作⏎增速为-3%。⏎二、打算⏎抓紧。
    """
    for found in view.finds(UP_MINUS):
        zh = f"“{found[0]}”写作“下降{found['value']}”"
        yield view.hit(found.start(), found.end(), zh, f"write 下降{found['value']}")


RANK = re.compile("(?:排名|位居|位列|名列|排在|居)第(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:位|名)?(?=[，。；、])")
AMONG = re.compile(
    "全国|全省|全市|全县|全区|全州|世界|全球|亚洲|[省市县区州旗镇街]|行业|[国内中前]|城市|系统|单位|部门|榜|评|考|测|赛|百强"
)


@rule("GR346", "rank-of-what", PRACTICE, "info")
def rank_of_what(view: View) -> Iterator[Finding]:
    """位次要说明范围 / a rank says among whom

    “排名第三”，是全省第三还是全县第三？ / Third of which?

    来源：实务
    错：一、工作⏎满意度排名第三，成效明显。⏎二、打算⏎抓紧。
    错：一、工作⏎业务量位列第2，成效明显。⏎二、打算⏎抓紧。
    对：一、工作⏎满意度在全省排名第三，成效明显。⏎二、打算⏎抓紧。
    对：一、工作⏎年度考核排名第2，成效明显。⏎二、打算⏎抓紧。
    """
    for found in view.finds(RANK, "第"):
        before = view.text[max(0, found.start() - 30) : found.start()]
        if not AMONG.search(re.split("[。；\n]", before)[-1]):
            yield view.hit(found.start(), found.end(), "没有说明在什么范围里的位次", "a rank among whom?")


MONEY = re.compile(
    r"(?:投资|资金|收入|支出|金额|贷款|产值|补贴)[^，。；、0-9\n]{0,8}[0-9]+(?:\.[0-9]+)?(?:万亿|万|亿)余?(?=[，。；、])"
)


@rule("GR347", "money-without-unit", PRACTICE, "info", default=False)
def money_without_unit(view: View) -> Iterator[Finding]:
    """金额写明货币单位 / an amount of money has a currency

    “投资5亿”写“投资5亿元”。 / 元 is missing.

    来源：实务
    错：一、工作⏎完成投资5亿，进展顺利。⏎二、打算⏎抓紧。
    错：一、工作⏎落实资金300万，进展顺利。⏎二、打算⏎抓紧。
    对：一、工作⏎完成投资5亿元，进展顺利。⏎二、打算⏎抓紧。
    对：一、工作⏎收入增长5%，人口300万，进展顺利。⏎二、打算⏎抓紧。
    """
    for found in view.finds(MONEY):
        yield view.hit(found.start(), found.end(), "金额没有写货币单位", "an amount without a currency")
