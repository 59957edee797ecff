"""标题排布: where a title over several lines is broken, so that no word is and the lines form a trapezoid or a diamond.

GB/T 9704-2012 7.3.1: 词意完整，排列对称，长短适宜，间距恰当，标题排列应当使用梯形或菱形.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from ...language.width import display_width
from ...language.words import cut

ROOM = 40
"""Columns of a line in 2号: 20 hanzi on 156 mm."""
MOST = 90
"""Characters beyond which a title is left to the word processor."""
MAX_LINES = 4
NOT_FIRST = frozenset("的了之和与及或等是在为对》”’）〉、，。；：！？·—")
NOT_LAST = frozenset("《“‘（〈和与及或的第在为对关于向")
OPENING, CLOSING = "《“（〈", "》”）〉"
ISSUER = re.compile(
    r"(?:(?!关于).){0,40}(?:人民政府|办事处|委员会|办公室|法院|检察院|管委会"
    r"|[局厅委处部院署行会](?=关于|[0-9]|法治|政府|工作|年度))"
)
"""Names at the head of a title: it likes to be broken behind them."""
WHOLE = re.compile(
    "法治政府建设|政府信息公开|政府工作报告|工作报告|年度报告|年报|情况的?报告|工作情况|工作总结|工作要点|工作计划|"
    "国民经济和社会发展|统计公报|执行情况|预算草案|[0-9一二三四五六七八九十]+年度?|第.{1,3}届"
)
"""Words that belong together."""
INSIDE, TORN, SINGLE, GOOD = 30, 14, 8, -10
"""What it costs to break a line inside of a book title, inside of words that belong together, beside a word of one
character; and behind the issuer's name or before 关于."""
STEP = (4, 12)
"""Columns by which one line of a trapezoid should be longer than the next."""


def title_lines(title: str) -> list[str]:
    """The lines of a title; joined they are the title.

    >>> title_lines("某县人民政府办公室2023年法治政府建设年度报告")
    ['某县人民政府办公室', '2023年法治政府建设年度报告']
    >>> title_lines("政府工作报告")
    ['政府工作报告']
    """
    width = display_width(title)
    if width <= ROOM or len(title) > MOST or "\n" in title:
        return [title]
    costs = dict(_breaks(title))
    for count in range(-(-width // ROOM), MAX_LINES + 1):
        found = [
            (_shape(lines) + sum(costs[at] for at in chosen), lines)
            for chosen in combinations(costs, count - 1)
            if max(map(display_width, lines := _cut(title, chosen))) <= ROOM
        ]
        if found:
            return min(found)[1]
    return [title]


def _cut(title: str, places: tuple[int, ...]) -> list[str]:
    return [title[start:end] for start, end in zip((0, *places), (*places, len(title)), strict=True)]


def _breaks(title: str) -> Iterator[tuple[int, int]]:
    """Where a line may end, and what it costs there."""
    at = depth = 0
    words = cut(title)
    issuer = ISSUER.match(title)
    torn = {inner for found in WHOLE.finditer(title) for inner in range(found.start() + 1, found.end())}
    for word, after in pairwise(words):
        at += len(word)
        depth += sum(word.count(sign) for sign in OPENING) - sum(word.count(sign) for sign in CLOSING)
        if after[0] in NOT_FIRST or word[-1] in NOT_LAST or _one(word[-1], after[0]):
            continue
        good = (issuer is not None and at == issuer.end()) or after == "关于"
        yield (
            at,
            INSIDE * (depth > 0)
            + TORN * (at in torn)
            + (GOOD if good else SINGLE * (len(word) == 1 or len(after) == 1)),
        )


def _one(last: str, first: str) -> bool:
    """Whether two characters belong together though the dictionary parts them: 2023 and 年, letters and digits."""
    narrow = last.isascii() and first.isascii()
    return last.isalnum() and (
        narrow or (last.isdecimal() and (first.isdecimal() or first in "年月日号届次期份个％%、"))
    )


def _shape(lines: list[str]) -> int:
    """How far lines are from a trapezoid (each longer than the next, or shorter) or a diamond."""
    widths = [display_width(line) for line in lines]
    steps = [after - before for before, after in pairwise(widths)]
    lonely = 50 * sum(width < 8 for width in widths)
    signs = [step > 0 for step in steps]
    hourglass = 100 if signs not in (sorted(signs), sorted(signs, reverse=True)) or signs[:2] == [False, True] else 0
    least, most = STEP
    return (
        lonely
        + hourglass
        + sum(max(0, least - abs(step)) * 2 + max(0, abs(step) - most) + abs(step) // 8 for step in steps)
    )
