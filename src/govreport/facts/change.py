"""Kind and direction (增减) of a quantity: a level, an absolute change, a relative change (growth), a rank.

They follow from the words right before it: 增长5.5% is growth, 提高3.2个百分点 a change, 提高到700元 a level.
"""

from __future__ import annotations

import re

UP = (
    "增长|上涨|上升|提高|提升|增加|扩大|回升|净增|新增长|减亏|增收|增产|猛增|激增|(?<!新)增|升|涨|改善|高出|多|拓展|"
    "延长|增持|长"
)
DOWN = (
    "下降|降低|减少|缩短|压减|压缩|回落|缩减|下滑|下跌|削减|收窄|精简|下调|核减|减|降|跌|缩|少|压降|裁减|裁撤|节约|"
    "调减|缩小|减产|低"
)
REACHED = "了|约|近|均|超|幅度?达?|幅度?为|达到?|为"

MOVED = re.compile(rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:{REACHED}){{0,2}} ?$")
RATE = re.compile(
    r"(?:涨幅|增速|增幅|(?:增长|上涨)(?:速度|幅度))(?:控制|保持|稳定|维持)?[在为达到于是至]{0,2} ?$"
    r"|(?P<down>降幅|跌幅)[在为达到是至]{0,2} ?$"
)
RATE_GOAL = re.compile(
    r"(?:增长|增速|涨幅|增幅)[^，。；%\d]{0,8}(?:目标|预期)[^，。；%\d]{0,6}(?:为|是|定为|确定为|在|设定为|定在)? ?$"
)
APART = re.compile(
    r"(?:(?P<up>高于|快于|高出|多于|优于|超过|超出?|好于|领先)|(?P<down>低于|慢于|少于|落后于?))[^，。；、]{0,16}$"
)
OBJECT = re.compile(
    r"(?<!新)(?:(?P<up>增加|增产|净增|增收)|(?P<down>减少|减轻|压减|削减|裁减|缩减|核减|精简|减产))(?![值额到至])了?[^，。；：、0-9]{2,10}$"
)
NOT_MOVED = re.compile(
    r"(?:增加|减少|提高|降低|增长|至|到|升|降|增|调减|缩短|压缩|下降|上升|提升|扩大)(?:到|至|为)(?:了|约|近|的)?$|(?:至少|多少|不少|最少|不低|最低|最高|不高|最多|至多|不多|许多|众多|很多|成长|市长|县长|首长|特长|校长|所长|局长)$"
)
LAST_OF_RATE = frozenset("幅速度制持定在为达到于是至")
LAST_OF_MOVED = frozenset(word[-1] for word in f"{UP}|{DOWN}".split("|")) | frozenset("了约近均超度达到为")
TAKEN = re.compile("[增减压削裁缩核精]")
DATED = re.compile(r"(?:[一二三四五六七八九○〇零\d]{2,4}年|去年|上年|今年)底?的?$")
WINDOW = 28
REACH = 12
"""Characters at the end of a text that a verb of change and what follows it (了, 幅度达) can take."""
RATES = ("增速", "增长速度", "涨幅", "增幅")
"""How the name of a rate of growth ends."""


def change(left: str, unit: str, form: str) -> tuple[str, str | None]:
    """Kind and direction of a quantity from the text before it in its clause.

    >>> change("地区生产总值增长", "%", "digits"), change("标准提高到", "元", "digits")
    (('growth', 'up'), ('level', None))
    """
    if form == "rank":
        return "rank", None
    if form == "doublings":
        return "growth", "up"
    left = left[-WINDOW:].rstrip(" ")
    if left.endswith(("年", "底", "的")):
        left = DATED.sub("", left)
    relative = unit in ("%", "倍", "‰") or form in ("fraction", "half", "tenths")
    rate = RATE.search(left) if relative and left[-1:] in LAST_OF_RATE else None
    if rate is not None:
        return "growth", "down" if rate["down"] else "up"
    if relative and ("目标" in left or "预期" in left) and RATE_GOAL.search(left):
        return "growth", "up"
    if left[-1:] in LAST_OF_MOVED:  # most numbers have no such verb before them
        last = max(0, len(left) - REACH)
        if NOT_MOVED.search(left, last):
            return "level", None
        moved = MOVED.search(left, last)
        if moved is not None:
            return "growth" if relative else "change", "up" if moved["up"] else "down"
    if unit in ("个百分点", "百分点", "个基点"):
        apart = APART.search(left)
        if apart is not None:
            return "change", "up" if apart["up"] else "down"
    if not relative and TAKEN.search(left):
        taken = OBJECT.search(left)
        if taken is not None:
            return "change", "up" if taken["up"] else "down"
    return "level", None
