"""GR524–GR526, ranges (起止和范围): ～ or — between numbers, — between times, 万 and 亿 at both ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Finding
from ..rule import SAFE, STANDARD, UNSAFE, rule
from ..view import View

SIGN = re.compile(
    r"[-—－–～~〜](?<=[0-9%年月日万亿].)(?<!——)(?!—)"
    r"(?P<high>[0-9]+(?:\.[0-9]+)?)(?P<scale>万亿|[万亿])?(?P<unit>年|月|日|个|家|名|人|项|件|次|天|户|亩|吨|元|米|公里|岁|倍|小时|分钟|条|种|场)?"
)
LOW = re.compile(r"(?P<low>(?<![0-9A-Za-z.])[0-9]+(?:\.[0-9]+)?)(?P<unit>[年月日万亿%]?)$")
CODE = re.compile(r"[-—－–0-9A-Za-z]$")


@rule("GR524", "scale-range", STANDARD, "error", fix=UNSAFE)
def scale_range(view: View) -> Iterator[Finding]:
    """数值范围的两端都写“万”“亿” / both ends of a range carry 万 or 亿

    “3～8万”可能读成从3到8万。 / It can be read as from three to eighty thousand.

    来源：GB/T 15835-2011
    错：一、工作⏎每户补助3～8万元。⏎二、打算⏎抓紧。
    错：一、工作⏎年产值达到2—3亿元。⏎二、打算⏎抓紧。
    对：一、工作⏎每户补助3万～8万元。⏎二、打算⏎抓紧。
    对：一、工作⏎2021—2025年，投资8万元。⏎二、打算⏎抓紧。
    """
    for found, low in view.once(_ranges):
        scale = found["scale"]
        if scale and not low["unit"] and found[0][0] not in "-－–" and float(low["low"]) < float(found["high"]):
            start = found.start() - len(low[0])
            right = low["low"] + scale + found[0][: found.end("scale") - found.start()]
            zh = f"范围的前一个数也要写“{scale}”：{right}"
            yield view.hit(start, found.end("scale"), zh, f"write {scale} behind both numbers: {right}", replace=right)


@rule("GR525", "value-range", STANDARD, "error", fix=SAFE)
def value_range(view: View) -> Iterator[Finding]:
    """数值范围用浪纹线“～” / ranges of values are written with ～

    “3-5个”的短横线容易看成减号或编号。 / A hyphen looks like a minus or part of a code.

    来源：GB/T 15834-2011；GB/T 15835-2011
    错：一、工作⏎每村配备3-5名调解员。⏎二、打算⏎抓紧。
    错：一、工作⏎缩短10-15个工作日。⏎二、打算⏎抓紧。
    对：一、工作⏎每村配备3～5名调解员，缩短10—15个工作日。⏎二、打算⏎抓紧。
    对：一、工作⏎编号2-3-5名单，电话0535-12345。⏎二、打算⏎抓紧。
    """
    for found, low in view.once(_ranges):
        unit = found["unit"]
        if found[0][0] not in "-–" or not unit or unit in "年月日" or low["unit"] or low["low"][0] == "0":
            continue
        if float(low["low"]) < float(found["high"]):
            zh = f"“{low[0]}{found[0]}”中间用“～”"
            at = found.start()
            yield view.hit(at, at + 1, zh, "write ～ between the ends of a range", replace="～")


@rule("GR526", "time-range", STANDARD, "error", fix=SAFE)
def time_range(view: View) -> Iterator[Finding]:
    """起止时间用一字线“—” / a period is written with —

    “2021-2025年”的短横线、“2021～2025年”的浪纹线都不对。 / Neither a hyphen nor ～.

    来源：GB/T 15834-2011
    错：一、工作⏎实施2021-2025年行动方案。⏎二、打算⏎抓紧。
    错：一、工作⏎2024年1-10月，办理一百件。⏎二、打算⏎抓紧。
    对：一、工作⏎实施2021—2025年行动方案，1—10月办理一百件。⏎二、打算⏎抓紧。
    对：一、工作⏎日期为2024-01-05，编号为1-2021。⏎二、打算⏎抓紧。
    对：一、工作⏎落实《某市人才规划（2021-2025年）》。⏎二、打算⏎抓紧。
    """
    for found, low in view.once(_ranges):
        sign, unit = found[0][0], found["unit"]
        if sign in "—" or found["scale"] or unit not in ("年", "月", "日"):
            continue
        if unit == "年" and (len(low["low"]) != 4 or len(found["high"]) != 4):
            continue
        if (
            "." in low["low"] + found["high"]
            or low["unit"] not in ("", unit)
            or float(low["low"]) >= float(found["high"])
        ):
            continue
        if _titled(view.text, found.start()):
            continue
        zh = f"“{low[0]}{found[0]}”中间用“—”"
        severity = "" if sign in "-–" else "info"
        yield view.hit(
            found.start(), found.start() + 1, zh, "write — between the ends of a period", replace="—", severity=severity
        )


def _titled(text: str, at: int) -> bool:
    """Whether a place stands inside of 《》, where nothing is written anew."""
    opened = text.rfind("《", max(0, at - 80), at)
    return opened >= 0 and "》" not in text[opened:at]


def _ranges(view: View) -> list[tuple[re.Match[str], re.Match[str]]]:
    """Signs between two numbers, with the number before; no codes, telephone numbers, dates."""
    text, found = view.text, []
    for sign in view.finds(SIGN):
        low = LOW.search(text, max(0, sign.start() - 12), sign.start())
        if low is None or text[sign.end() : sign.end() + 1] in ("-", "－", "–"):
            continue
        before = text[low.start() - 1 : low.start()] if low.start() else ""
        if not CODE.match(before):
            found.append((sign, low))
    return found
