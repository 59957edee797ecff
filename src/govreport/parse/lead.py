"""What the words before a mark say of its place: the lead-in of a new series, and whom it speaks for."""

from __future__ import annotations

import re

from .body import Body
from .marks import Mark

FAR = 1000

SUMMARY = re.compile(
    r"各位代表|[过回]去[一五几]年|[一五]年来|这[一五]年|五年的|回顾|总结|综上|同时，?我们|我们(?:也|还|同时|更|要)?(?:清醒|深知|深刻)"
    r"|(?:但|我们|同时)?.{0,4}在(?:看到|肯定|取得|总结).{0,30}同时|《[^》]{2,20}》.{0,6}经.{0,8}通过|展望|实现(?:上述|以上)|当前，|与此同时"
    r"|[^。]{0,40}取得.{0,20}(?:成效|成绩|进展|效果)[^。]{0,12}(?:但|同时)|[^。]{0,30}(?:但|虽然|尽管)[^。]{0,40}(?:问题|不足|差距|短板)"
)
"""How text opens that speaks for the whole section and no longer for its last part."""


def lead_in(body: Body, last: Mark | None, mark: Mark) -> int:
    """Where the sentences that introduce the mark begin: its paragraph, or the one above that ends in a colon.

    `last` is the mark placed before it. The place of the mark itself where nothing introduces it.
    """
    text, passages = body.text, body.passages
    if mark.boundary == "line":
        before = mark.passage - 1
        if before < 0 or passages[before].rows is not None:
            return mark.start
        start, end = passages[before].start, passages[before].end
        opens = text[end - 1] in "：:" or SUMMARY.match(text, start)
        if last is not None and last.start >= start:  # one that goes on from items in its midst
            sentence = text.rfind("。", last.end, end) + 1
            return sentence if sentence and text[end - 1] in "：:" else mark.start
        return start if opens else mark.start
    start = passages[mark.passage].start
    if last is not None and last.start >= start:
        start = max(last.end, *(text.rfind(c, last.end, mark.start - 1) + 1 for c in "。！；"))
    return start if mark.boundary in ("colon", "comma", "stop") and start > (last.end if last else -1) else mark.start


def stops(body: Body, node: Mark, mark: Mark) -> bool:
    """Whether a sentence ends between the mark of a node and the one that comes."""
    return mark.start - node.end > FAR or body.text.find("。", node.end, mark.start) >= 0


def shares_words(body: Body, node: Mark, lead: int, end: int) -> bool:
    """Whether the lead-in body.text[lead:end] names what the node's heading names (民生实事 under 保障和改善民生)."""
    heading = re.split("[。；\\n]", body.text[node.end : node.end + 40], maxsplit=1)[0]
    text = body.text[lead:end]
    pairs = {heading[j : j + 2] for j in range(len(heading) - 1)} - {"改善", "推进", "加强", "发展", "工作", "建设"}
    return any(pair in text for pair in pairs if not re.search("[，、和与“”]", pair))
