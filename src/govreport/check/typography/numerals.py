"""GR519–GR522, numerals (数字): how GB/T 15835-2011 wants figures, ranges and approximations written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Finding
from ..habit import said_once
from ..rule import PRACTICE, SAFE, STANDARD, rule
from ..view import View

TORN = re.compile(
    r"[二三四五六七八九](?<![〇零一二三四五六七八九十百千万亿两几第周期初高老其点廿].)[0-9]{1,4}"
    "(?=[个件人次项名家场期条户处起份种批万亿元余多])"
)


@rule("GR519", "numeral-mixed", PRACTICE, "error")
def numeral_mixed(view: View) -> Iterator[Finding]:
    """一个数不混用汉字和阿拉伯数字 / a number is all hanzi or all digits

    “六8个”是改数时留下的，说不清是六、八还是六十八。 / Edits leave it; nobody knows which number is meant.

    来源：GB/T 15835-2011
    错：一、工作⏎开展培训六8次。⏎二、打算⏎抓紧。
    错：一、工作⏎共办理三25件。⏎二、打算⏎抓紧。
    对：一、工作⏎开展培训八次，办理325件，“十四五”期间每周三2次。⏎二、打算⏎抓紧。
    对：一、工作⏎投资3千万元，第二3个月起试行。⏎二、打算⏎抓紧。
    """
    for found in view.finds(TORN):
        zh = f"“{found[0]}”混用汉字和阿拉伯数字，核对是哪个数"
        yield view.hit(found.start(), found.end(), zh, "hanzi and digits in one number; check which is meant")


FIGURE = r"[0-9０-９.]{1,16}[万亿]?"
BOTH_SIDES = re.compile(
    rf"(?:大约|约|近|将近|超过|至少){FIGURE}[余多]?[\u4e00-\u9fff%％]{{0,3}}?(?:左右|上下|以上|以内)"
)
ABOUT_AND_MORE = re.compile(rf"[约近]{FIGURE}[余多](?=[\u4e00-\u9fff])")


@rule("GR520", "approximation-twice", STANDARD, "error")
def approximation_twice(view: View) -> Iterator[Finding]:
    """约数词不叠用 / one word of approximation is enough

    约、近、余、左右都表示大概，叠用等于说了两遍。 / Each of them says "about"; two of them say it twice.

    来源：GB/T 15835-2011
    错：全年约100人左右参加培训。
    错：共办理近200余件。
    对：全年约100人参加培训。
    对：全年约办理100件，左右两侧都设了窗口。
    """
    both = view.around(BOTH_SIDES, ("左右", "上下", "以上", "以内"), 24)
    more = view.around(ABOUT_AND_MORE, ("余", "多"), 18, 1)
    for found in (*both, *more):
        yield view.hit(
            found.start(),
            found.end(),
            f"“{found[0]}”重复表示约数，只留一个",
            f'"{found[0]}" says twice that the number is approximate; keep one',
        )


PERCENTS = re.compile(r"(?P<low>[0-9]+(?:\.[0-9]+)?)(?P<to>[-—～~至到])(?P<high>[0-9]+(?:\.[0-9]+)?)(?P<sign>[%％])")


@rule("GR521", "percent-range", STANDARD, "error", fix=SAFE)
def percent_range(view: View) -> Iterator[Finding]:
    """百分数范围的两端都写百分号 / both ends of a range of percentages carry the sign

    5～10% 可能读成从5到10%。 / "5～10%" can be read as from five to ten per cent.

    来源：GB/T 15835-2011
    错：预计增长5～10%。
    错：占比为63-68%。
    对：预计增长5%～10%。
    对：编号为3-10，占10%。
    """
    for found in view.around(PERCENTS, ("%", "％"), 24, behind="0123456789."):
        yield view.hit(
            found.start(),
            found.end(),
            f"“{found[0]}”前一个数也要写百分号：{found['low']}{found['sign']}{found['to']}{found['high']}{found['sign']}",
            f'"{found[0]}": write the percent sign behind both numbers',
            replace=f"{found['low']}{found['sign']}{found['to']}{found['high']}{found['sign']}",
        )


FULL_WIDTH = re.compile(r"[０-９][０-９．％]*")
HALF_WIDTH = re.compile(r"[0-9]+")


@rule("GR522", "full-width-digits", PRACTICE, "warning", fix=SAFE)
def full_width_digits(view: View) -> Iterator[Finding]:
    """阿拉伯数字用半角 / Arabic digits are half-width

    全角数字占两格，检索、计算都认不出来；通篇如此只说一次。 / They can't be searched for or computed with.

    来源：GB/T 15835-2011
    错：全年办理１２件。
    错：增长５．６％。
    对：全年办理12件。
    对：增长5.6%。
    """
    hits = []
    for found in _running(view, FULL_WIDTH):
        half = found[0].translate(HALF)
        zh, en = f"全角数字“{found[0]}”改为半角“{half}”", f'full-width digits "{found[0]}"; write "{half}"'
        hits.append(view.hit(found.start(), found.end(), zh, en, replace=half))
    if hits:
        right = sum(1 for _ in _running(view, HALF_WIDTH))
        yield from said_once(
            hits, right, "通篇使用全角数字，改为半角", "full-width digits throughout; write half-width"
        )


def _running(view: View, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches in running text and headings; in dates, names and numbers of documents other rules look."""
    return (found for found in view.finds(pattern) if view.part(found.start()).kind in ("text", "heading"))


HALF = {0xFF10 + digit: str(digit) for digit in range(10)} | {ord("．"): ".", ord("％"): "%"}
