"""Names (指标名) of quantities: what a reader would write before the number in a table.

The name stands before the number (调解员180余名), behind it (15个城市社区), or earlier in the sentence (…216亿元，同比
增长5.1%). The word tables are in `naming_words`; words are cut only in the short window around the number.
"""

from __future__ import annotations

import re

from ..language.units import unit_kind
from ..language.words import cut, is_predicate
from .naming_words import (
    BUDGET_LINE,
    CONTENT_VERBS,
    GENERIC,
    HEAD_NOUNS,
    HEADS,
    INNER_VERBS,
    NOMINAL,
    RANKED,
    REFERENCES,
    STOPS_NAME,
    SUFFIXES,
    TAIL_TIME,
    TAILS,
    TIME,
    TIMELY,
    VERBS,
)
from .quantities import Quantity

WINDOW = 36
STOPS = re.compile(r"[，。；;！？\n：:,]")
GAP = re.compile(r"(?<=[\u4e00-\u9fff）])[ \u3000]+(?=[\u4e00-\u9fff（])")
BREAK = re.compile(f"{STOPS.pattern}|{GAP.pattern}")
QUOTED = re.compile("“[^”]{1,14}”")
SENTENCE = re.compile("[。！？\n]")
RIGHT_END = re.compile(r"[，。；;！？\n：:、(）)“”《》,]|（(?![市县区旗街社院馆村镇]{1,2}[、）])|\d(?![A-Za-z])")
PLACES = re.compile(r"([\u4e00-\u9fff]{1,10})（[市县区旗街道社居村镇乡、]{1,6}）")
ATTRIBUTE = re.compile(r"(?:具有|具备|集|拥有|符合|来自|从事|面向|涉及|包括|可|能)[^，。；\d]{2,28}?的")
LISTED = re.compile(r"^[（(]?[一二三四五六七八九十]{1,3}[）)、]|^\d{1,2}[.、]")
LISTED_BEGINS = frozenset("（(一二三四五六七八九十0123456789")
RATE = re.compile(r"(?:率|比重|比例|占比|份额|度|面|完成|达到?|为|占[^，]*|[至到])$")
STARTS_NAME = re.compile("[\u4e00-\u9fffA-Za-z“0-9]")
ASIDE = re.compile(r"(?:由于|因|因为|考虑|扣除|按|在|经过|除|虽然|尽管|受).*")
ASIDE_HERE = re.compile(r"(?:考虑|扣除|剔除|按)[^，]{2,}(?:因素|价格|计算|口径|同比|比上年)")
LAST_OF_TIME = frozenset("年期度末底初时的排收达到为至在制持定")
MOVES = frozenset(["增长", "上涨", "下降", "提高", "上升", "降低", "增加", "减少", "提升", "回落"])
SPACE = " \u3000\t*"
BRACKETS = re.compile("[“”（）《》‘’()]")
LOOSE = "的之、，等或 \u3000\t*：:,-"
EDGE = "的了之、，和及与等或 \u3000\t*：:,-"


def left_of(text: str, begin: int, end: int) -> str:
    """The text before a quantity in its clause, from the end of the one before; at most `WINDOW` characters."""
    clause = STOPS.split(text[max(begin, end - WINDOW) : end])[-1]
    return GAP.split(clause)[-1] if " " in clause or "\u3000" in clause else clause


def right_name(text: str, end: int, upto: int) -> str:
    """The noun phrase that directly follows a quantity: 城市社区 in 15个城市社区与…; "" if none does."""
    window = text[end : min(upto, end + 28)].lstrip(" ")
    window = window[1:] if window[:1] == "的" else window
    attribute = ATTRIBUTE.match(text, end, min(upto, end + 40))
    if attribute is not None:
        window = text[attribute.end() : min(upto, attribute.end() + 20)]
    quoted = QUOTED.match(window)
    head = quoted[0] if quoted else ""
    rest = window[len(head) :]
    if not head and not STARTS_NAME.match(rest):
        return ""
    places = PLACES.match(rest)
    if places is not None and not any(map(_is_verb, cut(places[1]))):
        return head + places[0]
    stop = RIGHT_END.search(rest)
    if stop is not None:
        rest = _coordination(rest, stop.start())
    words = cut(rest)
    taken: list[str] = []
    for index, word in enumerate(words):
        if word in STOPS_NAME or (_is_verb(word) and not _is_part(words, index)):
            break
        taken.append(word)
    while taken and taken[-1] in ("达", "超", "为", "共", "约", "近", "均"):
        taken.pop()
    name = _balanced((head + "".join(taken)).strip(EDGE))
    return name[:-2] if name.endswith("建设") and len(name) > 4 else name


def _coordination(rest: str, stop: int) -> str:
    """The text up to the first stop; past a 、 if the list ends in 和, 及 or 与: 中小学、幼儿园及社区."""
    if rest[stop] == "、":
        more = re.match(
            r"[^，。；：！？\d、（）]{2,12}(?:、[^，。；：！？\d、（）]{2,10}){0,3}(?=[，。；]|$)", rest[stop + 1 :]
        )
        if more and re.search("[和及与]", more[0]) and cut(more[0])[0] not in VERBS:
            return rest[: stop + 1] + more[0]
    return rest[:stop]


def _is_verb(word: str) -> bool:
    return len(word) > 1 and word not in NOMINAL and (is_predicate(word) or word in VERBS)


def _is_part(words: tuple[str, ...], index: int) -> bool:
    """Whether a verb belongs to the noun behind it: 集聚区; as the first word, also before a longer noun (参训学员)."""
    if index + 1 == len(words):
        return False
    following = words[index + 1]
    if following in SUFFIXES or following in HEAD_NOUNS:
        return True
    return index == 0 and not _is_verb(following) and following not in STOPS_NAME and words[0] not in VERBS


def left_name(left: str, ranked: bool = False) -> tuple[str, str]:
    """The noun phrase at the end of `left`, or else the verb that stands alone there (惠及).

    >>> left_name("目前持有行政执法资格证人员有"), left_name("惠及"), left_name("比上年增长")
    (('行政执法资格证人员', ''), ('', '惠及'), ('', ''))
    """
    line = BUDGET_LINE.search(left) if left.endswith(("）", "”", "科目")) else None
    if line is not None:
        return (line[1] or line[2]).strip(EDGE), ""
    if ranked:
        left = RANKED.sub("", left)
    left = left.strip(SPACE)
    if left[:1] in LISTED_BEGINS:
        left = LISTED.sub("", left)
    time = TIME.match(left) if TIMELY.search(left) else None
    if time is not None and len(left) > time.end():
        left = left[time.end() :]
    if ASIDE_HERE.match(left):
        return "", ""
    words, verb = _without_tail(left)
    start = _start(words)
    if start == len(words) and start and words[start - 1] in VERBS:
        verb = words[start - 1]
    return _balanced(_after_listing("".join(words[start:]))), verb


def subject(text: str) -> str:
    """A clause without the time before it and the predicate behind it, coordination and all.

    >>> subject("今年城镇、农村居民人均可支配收入比上年")
    '城镇、农村居民人均可支配收入'
    """
    time = TIME.match(text)
    words, _ = _without_tail(text[time.end() :] if time else text)
    while len(words) > 1 and words[0] in HEADS:
        words.pop(0)
    return "".join(words)


def _without_tail(text: str) -> tuple[list[str], str]:
    """The words up to the predicate (同比增长, 由去年的), and the last verb taken off that can name a quantity."""
    verb = ""
    text = _without_time(text)
    while True:
        words = _joined(cut(text))
        while words and (words[-1] in TAILS or words[-1] in REFERENCES or not words[-1].strip()):
            if words[-1] in CONTENT_VERBS:
                verb = words[-1]
            words.pop()
        if words and len(words[-1]) > 2 and words[-1][-2:] in MOVES:
            words[-1] = words[-1][:-2]
        for at in () if REFERENCES.isdisjoint(words) else range(len(words) - 1, max(-1, len(words) - 9), -1):
            if words[at] in REFERENCES and (words[at] not in ("同", "按", "自") or at == len(words) - 1):
                del words[at:]
                break
        shorter = "".join(words)
        if shorter == text:
            return words, verb
        text = _without_time(shorter)
        if text == shorter and not (words and words[-1] in TAILS):
            return words, verb


def _without_time(text: str) -> str:
    return TAIL_TIME.sub("", text) if text[-1:] in LAST_OF_TIME else text


def _joined(words: tuple[str, ...]) -> list[str]:
    """The words, with 占比 and 之比 as one."""
    if "比" not in words:
        return list(words)
    joined: list[str] = []
    for word in words:
        if word == "比" and joined and joined[-1] in ("占", "之", "配", "性价", "收入"):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _start(words: list[str]) -> int:
    """Where the name begins: behind time, adverbs and verbs, and behind the verb that parts subject and object."""
    start = 0
    while start < len(words) and (words[start] in HEADS or _opens(words, start) or _is_time(words[start])):
        start += 1
    for index in range(len(words) - 2, start, -1):
        if words[index] in INNER_VERBS and words[index + 1] not in HEAD_NOUNS and words[index + 1] not in SUFFIXES:
            rest = "".join(words[index + 1 :])
            if len(rest) >= 4 or words[index] in ("有", "共有", "现有", "拥有"):
                start = index + 1
                while start < len(words) - 1 and words[start] in HEADS:
                    start += 1
                break
    return start


def _is_time(word: str) -> bool:
    return word[-1] in "年来期间底末半" and TIME.fullmatch(word) is not None


def _opens(words: list[str], index: int) -> bool:
    """Whether a verb at `index` only takes the name behind it as its object."""
    word = words[index]
    if word not in VERBS and not _is_verb(word):
        return False
    if index + 1 == len(words):
        return word in VERBS
    return words[index + 1] not in HEAD_NOUNS and words[index + 1] not in SUFFIXES


def _after_listing(name: str) -> str:
    """What examples stand before, without them: 文化惠民活动 in 小戏小剧等文化惠民活动."""
    listed = "等" in name and re.search(r"等(?=[\u4e00-\u9fff]{2})(?![级次额教学职候待])", name)
    return name[listed.end() :] if listed else name


def _balanced(text: str) -> str:
    """Without brackets and quotation marks that lost their partner."""
    if BRACKETS.search(text) is None:
        return text.strip(LOOSE)
    for opening, closing in ("“”", "（）", "《》", "‘’", "()"):
        if text.count(opening) != text.count(closing):
            text = text.rpartition(opening)[2] if opening in text else text.rpartition(closing)[2]
    return text.strip(LOOSE)


def name_of(
    text: str, left: str, quantity: Quantity, following: Quantity | None, last: str, upto: int, moved: bool
) -> str:
    """The name of a quantity; `left` is what stands before it in its clause, `upto` where the next quantity begins.

    `last` is the name before; `moved` says that a verb of change stands before the number.
    """
    name, verb = left_name(left, quantity.form == "rank")
    kind = unit_kind(quantity.unit)
    if (
        quantity.form != "rank"
        and not moved
        and (not name or _prefers_right(kind, quantity.form, left) or _is_verbal(name))
    ):
        right = right_name(text, quantity.end, upto)
        if not right and kind == "count" and following is not None and following.start == quantity.end:
            right = right_name(text, following.end, following.end + 28)
        if right:
            return right
    if name in GENERIC and last and len(last) <= WINDOW:
        return last if last.endswith(name) else last + name
    if name:
        return name
    if verb in CONTENT_VERBS:
        return verb
    return last or _earlier_clause(text, quantity.start) or verb


def _prefers_right(kind: str, form: str, left: str) -> bool:
    """Whether the noun behind a number names it though a noun stands before: always for what is counted."""
    if kind == "share":
        return not RATE.search(left.rstrip(SPACE))
    return kind == "count" or (kind == "" and form in ("digits", "hanzi", "bare")) or left.endswith("的")


def _earlier_clause(text: str, start: int) -> str:
    """The subject of the sentence, where a comma parts it from its predicate: 购买力，一九五三年比一九五○年增加了…."""
    clauses = BREAK.split(SENTENCE.split(text[max(0, start - 90) : start])[-1])[:-1]
    for clause in reversed(clauses[-3:]):
        if clause.strip() and not ASIDE.fullmatch(clause.strip()):
            return left_name(clause)[0]
    return ""


def _is_verbal(name: str) -> bool:
    return len(name) <= 4 and all(_is_verb(word) or word in VERBS for word in cut(name))
