"""Headings without a number: own-line headings, lost numbers (、加强…), bare numerals (一), appendices.

A line without number is a heading only where everything says so: short, no stop at its end, a finished
paragraph before it, prose or a number behind it. When in doubt it is text.
"""

from __future__ import annotations

import re

from ..model.number import HANZI_RUN, Number, ordinal, parse_number
from .body import Body, Passage
from .issuer import ORGAN
from .marks import Mark
from .mend import FULL_STOPS, TERMINAL

SHORTEST, LONGEST, PROSE_LENGTH, LIMIT = 4, 32, 40, 60

APPENDIX = re.compile(
    r"附\s{0,4}[件录表](?:\s?(?:[一二三四五六七八九十]|\d{1,2}))?[：:]?|(?:《[^》]{2,20}》)?(?:有关|部分|相关)?(?:内容)?(?:的)?(?:名词|名词术语|用语|词语|专业术语)(?:和有关事项)?(?:解释|注释|说明)(?:和注释)?[：:]?"
    r"|注\s{0,4}释[：:]?|资料来源[：:]?|注[：:]|附注[：:]?|指标解释[：:]?|编者注[：:]?|词语注释[：:]?"
)
INITIALS = frozenset("附《有部相注资名用词专指编")
"""Characters that titles of appendices begin with."""
GLOSSARY = re.compile(r".*(?:解释|注释|说明|注|资料来源)[：:]?")
LABEL_ONLY = re.compile(r"附\s{0,4}[件录](?:\s?(?:[一二三四五六七八九十]|\d{1,2}))?[：:]?")
NOT_HEADING = re.compile(
    r"(?!(?:19|20)\d\d年)(?:[，、。；：！？!?;:,.…》）)\d％%万亿元个名件次人－—―>|]$|^[（(《“\d.．•·●◆—―－]|\t|\s{3,}|[\dＡ-Ｚ０-９]\s[\d０-９]|^[，。；：！？]|。|^各位|^同志们|摄$|报$|.[：:])"
)
FRAMES = frozenset({"前言", "引言", "导语", "序言", "结语", "结束语", "结论"})
"""Headings that open or close a report: they stand alone whatever follows, and beside its parts."""
TOPIC = re.compile(r"[^。；：！？:;“”]*(?:“[^”]{1,12}”[^。；：！？:;]*)?[^。；：！？:;]。")
LEAD_IN = re.compile(r"以下|如下|下列|方面(?:的)?工作|主要做了|报告|通知|^各位|^同时|^此外|^(?:19|20)\d\d年")
SEVERAL = 2
NUMERAL_LINE = re.compile(HANZI_RUN)


def is_appendix(text: str) -> bool:
    """Whether a line is the title of an appendix: 附件, 名词解释, 注释, 资料来源."""
    return len(text) <= 30 and text[0] in INITIALS and APPENDIX.fullmatch(text) is not None


def is_frame(text: str) -> bool:
    """Whether a line is a heading that opens or closes a report, in letters of any spacing.

    >>> is_frame("前　言"), is_frame("前言部分")
    (True, False)
    """
    return len(text) <= 8 and "".join(text.split()) in FRAMES


def unnumbered(body: Body, marked: set[int]) -> list[Mark]:
    """Marks of headings that carry no number; `marked` holds the passages that open with one."""
    found: list[Mark] = []
    before = _topic_lines(body, marked)
    found.extend(Mark(body.passages[i].start, body.passages[i].start, None, "line", i) for i in before)
    for index, passage in enumerate(body.passages):
        if passage.end - passage.start > LIMIT or index in marked or index in before or passage.rows is not None:
            continue
        text = body.text[passage.start : passage.end]
        mark = _numeral(passage, index, text)
        if mark is None and _finished(body, index, marked, before):
            mark = _lost(passage, index, text)
        if mark is None and _is_heading(body, index, passage, text, marked, before):
            mark = Mark(passage.start, passage.start, None, "line", index)
        if mark is not None:
            found.append(mark)
            before.add(index)
    return sorted(found, key=lambda m: m.start)


def _topic_lines(body: Body, marked: set[int]) -> set[int]:
    """Passages that are topic sentences on lines of their own, each above its paragraph: 生态底色更加亮丽。

    One such line is a sentence; they are headings where several stand between two numbers, spaced like the
    paragraphs they head. (A topic sentence that opens its paragraph is text.)
    """
    topics: set[int] = set()
    run: list[int] = []
    for index, passage in enumerate(body.passages):
        if index in marked or passage.rows is not None or passage.glued:
            topics.update(run if len(run) >= SEVERAL else ())
            run = []
        elif passage.end - passage.start <= LONGEST + 3 and _is_topic(body, index, marked):
            run.append(index)
    topics.update(run if len(run) >= SEVERAL else ())
    return topics


def _is_topic(body: Body, index: int, marked: set[int]) -> bool:
    passage = body.passages[index]
    text = body.text[passage.start : passage.end]
    if TOPIC.fullmatch(text) is None or LEAD_IN.search(text) or index + 1 >= len(body.passages) or index + 1 in marked:
        return False
    following = body.passages[index + 1]
    return (
        following.rows is None
        and following.end - following.start >= 2 * PROSE_LENGTH
        and following.gap == passage.gap
        and _finished(body, index, marked, set())
    )


def _finished(body: Body, index: int, marked: set[int], headings: set[int]) -> bool:
    """Whether the passage above is complete: it ends in a stop, or is a heading, a numbered line or a table itself."""
    above = body.passages[index - 1]
    if index == 0 or index - 1 in marked or index - 1 in headings or above.rows is not None:
        return True
    return TERMINAL.search(body.text, max(above.start, above.end - 3), above.end) is not None


def _lost(passage: Passage, index: int, text: str) -> Mark | None:
    """、坚持党的全面领导: the numeral was lost, its 、 is left."""
    if text[0] != "、" or len(text) < 4 or len(text) > 60 or "。" in text:
        return None
    return Mark(passage.start, passage.start + 1, Number("、", "hanzi", None), "line", index)


def _numeral(passage: Passage, index: int, text: str) -> Mark | None:
    """一, alone on its line: a section that has a number and no heading."""
    if len(text) > 3 or NUMERAL_LINE.fullmatch(text) is None:
        return None
    return Mark(passage.start, passage.end, Number(text, "hanzi", ordinal(text)), "line", index)


def _is_heading(body: Body, index: int, passage: Passage, text: str, marked: set[int], headings: set[int]) -> bool:
    if is_appendix(text) or (is_frame(text) and index + 1 < len(body.passages)):
        return True
    if not SHORTEST <= len(text) <= LONGEST or text[-1] in FULL_STOPS or passage.glued or NOT_HEADING.search(text):
        return False
    if "，" in text and not passage.heading and len(text) < 8:
        return False
    if index + 1 >= len(body.passages) or ORGAN.fullmatch(text):
        return False
    if not _finished(body, index, marked, headings):
        return False
    following = body.passages[index + 1]
    below = body.text[following.start : following.end]
    if index + 1 in marked:
        number = parse_number(below[:12])
        return number is not None and number.style not in ("dash", "circled")
    return following.end - following.start >= PROSE_LENGTH and bool(re.search("[，。]", below))
