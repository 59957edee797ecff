"""Where a heading ends that a crawler glued to the prose behind it: （一）基本情况今年，我区…

Only for text whose line ends are lost. Three kinds of evidence, in this order: a stock heading that is known
to stand alone (总体情况, 存在问题, 2025年工作计划), words that open a sentence (今年, 我局, 坚持) behind a
phrase of heading length, and the even rhythm of headings in two halves (创新公开形式，拓展公开范围).
Words are cut by jieba, which is loaded on the first need.
"""

from __future__ import annotations

import re

SHORTEST, LONGEST = 4, 40

NOUNS = (
    "情况|问题|不足|困难|做法|成效|成绩|成果|经验|亮点|计划|安排|打算|措施|举措|思路|任务|重点|要点|目标|原则|思想|要求|总结|回顾|"
    "事项|概述|概况|部署|保障|建议|原因|短板|方向|意见|进展|特点|方面|简况|综述"
)
STATUTORY = re.compile(
    r"总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|(?:因)?政府信息公开(?:工作)?(?:被申请|申请)?行政法?复议、(?:提起)?行政诉讼(?:的)?情况|"
    r"存在的主要问题及改进情况|其他需要报告的事项"
)
"""The six section titles of a disclosure report (国办公开办函〔2021〕30号): whatever follows is not of the title."""

STOCK = re.compile(
    rf"(?:20\d\d年(?:度)?)?[^。，；：（）“”\d]{{0,16}}?(?:{NOUNS})(?:(?:和|及|与|以及|、|或)[^。，；：（）“”]{{1,10}}?(?:{NOUNS}))*"
)
OPENERS = re.compile(
    r"(?:20\d\d年|\d{4}年|今年|去年|年内|年初|全年|上半年|本年|近年|一年来|自|截[至止]|目前|当前|现|在|为|根据|按照|依据|针对|围绕|结合|依托|"
    r"通过|以[^及]|将|把|对|由|从|经|我[局市县区镇街省委校院办处所单]|我们|本[局市县区镇街单机报]|全[局市县区镇街省系]|各[单部地级乡镇处科]|"
    r"[市县区省镇局][^域][^，。]{0,12}?(?:局|委|办|党组|党委|政府|领导|高度重视|坚持|将)|坚持|认真|深入|始终|严格|积极|充分|切实|不断|进一步|持续|"
    r"全面|重点|着力|大力|加快|主要|一年|成立|组织|开展|制定|印发|落实|建立|健全|完善|加强|强化|推进|推动|无|（|"
    r"指定|设立|设置|发放|举办|召开|采取|利用|选派|聘请|信息内容|申请人情况|第二十条)"
)
GAP = re.compile(
    r"[^。；：，]{2,30}(?:，[^。；：，]{2,20})?(?<=[\u3400-\u9fff”》）])([ \u00a0]+)(?=[\u3400-\u9fff“《（\d])"
)
"""A space behind a phrase: a former line end of the page."""

STRONG = re.compile(
    r"20\d\d年|今年|去年|年内|全年|一年来|截[至止]|目前|根据|按照|针对|为[^民]|将|在[^地线]|我[局市县区镇街省委校院办处所]|我们|本[局市县区镇街单]|"
    r"[市县区省镇][^，。]{1,10}?(?:局|委|办)(?:党组|党委|将|坚持|高度)|通过|以[^及]|把|重点|深入[^推]"
)


def glued_end(text: str, start: int, first: int, *, whole: bool) -> int | None:
    """Where the heading that begins at `start` ends inside its first sentence text[start:first]; None if none is glued.

    A sentence that is short and complete by itself is a run-in heading, not a glued one; neither is one (`whole`)
    that stands alone before the next number, unless it opens with a stock heading.
    """
    sentence = text[start:first]
    statutory = STATUTORY.match(sentence)
    if statutory is not None and statutory.end() < len(sentence.rstrip("。")):
        return start + statutory.end()
    gap = GAP.match(sentence)
    if gap is not None:
        return start + gap.start(1)
    stock = STOCK.match(sentence)
    if stock is not None and stock.end() < len(sentence):
        rest = sentence[stock.end() :]
        if STRONG.match(rest) or (OPENERS.match(rest) and len(sentence) > LONGEST) or rest[0] == "（":
            return start + stock.end()
    if whole or len(sentence) <= LONGEST:
        return None
    return _by_words(text, start, first)


def _by_words(text: str, start: int, first: int) -> int | None:
    """The best word boundary in the first clauses of a long sentence: a balanced phrase ends, prose begins."""
    from ..language.words import cut

    window = text[start : min(first, start + LONGEST + 12)]
    best, best_score = None, 0.0
    at = 0
    for word in cut(window):
        if (
            SHORTEST <= at <= LONGEST
            and window[at - 1] not in "，、：；（“《和与及的之以为在对"
            and word not in "，、：；”》）。"
        ):
            score = _score(window, at)
            if score > best_score:
                best, best_score = at, score
        at += len(word)
    return start + best if best is not None and best_score >= 2 else None


def _score(window: str, at: int) -> float:
    """How well a heading would end at `at`: an opener behind it, two halves of like length before it."""
    rest = window[at:]
    score = 0.0
    if STRONG.match(rest):
        score += 2
    elif OPENERS.match(rest):
        score += 1
    else:
        return 0.0
    head = window[:at]
    clauses = re.split("[，、]", head)
    if re.search("[。；：]", head):
        return 0.0
    lengths = [len(c) for c in clauses]
    if len(clauses) in (2, 3) and max(lengths) - min(lengths) <= 3 and min(lengths) >= 4:
        score += 1.5 - 0.2 * (max(lengths) - min(lengths))
    elif len(clauses) == 1 and 4 <= lengths[0] <= 14:
        score += 1
    return score


def doubled(headings: list[str]) -> list[int | None]:
    """For sibling headings, where the second of two glued phrases begins: 经济发展稳中有进|项目建设推进有力.

    The last clause of each must fall into halves of equal length at a word boundary, in nearly all of the
    siblings; a single heading of that shape proves nothing.
    """
    parts = [_half(heading) for heading in headings]
    if sum(part is not None for part in parts) * 5 < len(parts) * 4:
        return [None] * len(headings)
    return parts


def _half(heading: str) -> int | None:
    """The middle of the last clause, if it is 12 to 20 characters long and a word begins there."""
    from ..language.words import cut

    begin = max(heading.rfind(c) for c in "，、") + 1
    size = len(heading) - begin
    if begin == 0 or size % 2 or not 12 <= size <= 20:
        return None
    at = begin
    for word in cut(heading[begin:]):
        at += len(word)
        if at == begin + size // 2:
            return at
    return None
