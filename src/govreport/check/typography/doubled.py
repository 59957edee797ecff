"""GR561–GR562, doubled (重复): characters and words that edits left twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Finding
from ..rule import PRACTICE, UNSAFE, rule
from ..view import View

TWICE = re.compile(
    "的的(?!确|士|卡)|了了(?![解结断却无])|是是(?!非)|和和(?![气美睦平谐])|及及(?![时格早])|第第|为了了|并并(?!不)"
)
BEFORE_TWICE = {"的的": "目", "和和": "", "并并": "合", "是是": "求", "及及": "以涉普", "了了": "为除"}


@rule("GR561", "character-doubled", PRACTICE, "error", fix=UNSAFE)
def character_doubled(view: View) -> Iterator[Finding]:
    """虚词不重复 / no particle twice

    “的的”“了了”多打了一个。 / Typed once too often.

    来源：实务
    错：一、工作⏎取得较好的的成效。⏎二、打算⏎抓紧。
    错：一、工作⏎完成了了任务。⏎二、打算⏎抓紧。
    对：一、工作⏎取得的确凿成效，达到的目的的确不易。⏎二、打算⏎抓紧。
    对：一、工作⏎作了了解，完成任务。⏎二、打算⏎抓紧。
    """
    for found in view.finds(TWICE):
        before = view.text[found.start() - 1] if found.start() else ""
        if before and before in BEFORE_TWICE.get(found[0], ""):
            continue
        right = found[0][:-1]
        yield view.hit(found.start(), found.end(), f"“{found[0]}”多了一个字", "typed twice", replace=right)


WORD_TWICE = re.compile(r"(?P<word>[\u4e00-\u9fff]{2,6})(?P=word)")
STOPS = ("", "\n", "，", "。", "；", "、", "的")
"""Behind one of these a word of two characters is no part of the next one: 服务服务业."""
NEVER = re.compile(
    "重视|新增|加强|推进|落实|开展|完善|提升|深化|强化|推动|健全|印发|提高|促进|贯彻|全面|积极|扎实|切实|认真|依法|以及|按照|"
    "根据|围绕|针对|对于|关于|确保|着力|大力|不断|持续|充分|严格|存在|取得|完成|召开|举办|制定|出台|进行"
)
"""Words of two characters that nobody says twice on purpose, whatever comes behind."""
AGAIN = re.compile("再|会|率|度|性|力|量|奖|情况|行动")
"""But for 落实落实再落实, and where the second begins another word: 推进推进会."""
ONCE_AGAIN = re.compile(
    "一[\u4e00-\u9fff]{1,2}|[很非好]|研究|讨论|商量|思考|考虑|学习|交流|休息|熟悉|探讨|体验|感受|锻炼|切磋"
)


@rule("GR562", "word-doubled", PRACTICE, "warning", fix=UNSAFE)
def word_doubled(view: View) -> Iterator[Finding]:
    """一个词不连写两遍 / no word twice

    “推进工作工作”是删改时留下的；“一步一步”“研究研究”除外。 / Edits leave it; some words are doubled on purpose.

    来源：实务
    错：一、工作⏎全面推进各项工作工作。⏎二、打算⏎抓紧。
    错：一、工作⏎加强法治建设法治建设，压实责任。⏎二、打算⏎抓紧。
    错：一、工作⏎高度重视重视法治建设，新增新增企业七家。⏎二、打算⏎抓紧。
    对：一、工作⏎一步一步，全面推进各项工作。⏎二、打算⏎抓紧。
    对：一、工作⏎做好服务服务业的文章，落实落实再落实，加快推进推进会精神。⏎二、打算⏎抓紧。
    """
    for found in view.finds(WORD_TWICE):
        word, end = found["word"], found.end()
        whole = len(word) > 2 or view.text[end : end + 1] in STOPS
        if not whole and (not NEVER.match(word) or AGAIN.match(view.text, end)):
            continue
        if len(set(word)) > 1 and not ONCE_AGAIN.match(word):
            yield view.hit(found.start(), end, f"“{word}”写了两遍", "the same word twice", replace=word)
