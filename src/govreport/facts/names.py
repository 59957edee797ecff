"""Names (指标名) of quantities: what a reader would write before the number in a table.

The name stands before the number (调解员180余名), behind it (15个城市社区), or earlier in the sentence (…216亿元，同比
增长5.1%). The word tables are in `naming_words`; words are cut only in the short window around the number.
"""

from __future__ import annotations

import re

from ..language.units import unit_kind
from ..language.words import cut, is_predicate
from .naming_words import (
    COMPARED,
    CONTENT_VERB,
    GENERIC,
    LEADING,
    NOMINAL,
    OPENING_VERB,
    PREDICATE,
    RANKED,
    STOPS_NAME,
    VERB,
)
from .quantities import Quantity

WINDOW = 40
BREAK = re.compile("[，。；;！？\n：:]")
RIGHT_END = re.compile(r"[，。；;！？\n：:、（(）)“”《》]|\d")
CJK = re.compile("[\u4e00-\u9fffA-Za-z“]")
EDGE = "的了之、，和及与等 \u3000\t*：:"


def left_of(text: str, begin: int, end: int) -> str:
    """The text before a quantity in its clause, at most `WINDOW` characters: from `begin`, the end of the one before."""
    left = text[max(begin, end - WINDOW) : end]
    parts = BREAK.split(left)
    return parts[-1]


def right_of(text: str, end: int, upto: int) -> str:
    """The noun phrase that directly follows a quantity: 城市社区 in 15个城市社区与…; "" if none does."""
    window = text[end : min(upto, end + 28)]
    window = window.lstrip(" ")
    if window[:1] == "的":
        window = window[1:]
    quoted = re.match(r"“[^”]{1,14}”", window)
    head = quoted[0] if quoted else ""
    rest = window[len(head) :]
    stop = RIGHT_END.search(rest)
    if stop is not None:
        rest = _coordination(rest, stop.start())
    if not head and not CJK.match(rest):
        return ""
    words = cut(rest)
    taken: list[str] = []
    for index, word in enumerate(words):
        if word in STOPS_NAME or (is_predicate(word) and word not in NOMINAL and not _modifies(words, index)):
            break
        taken.append(word)
    return (head + "".join(taken)).strip(EDGE)


def _coordination(rest: str, stop: int) -> str:
    """The text up to the first stop; past a 、 if the list goes on with a noun and then 和, 及 or 等 (中小学、幼儿园及社区)."""
    if rest[stop] == "、":
        more = re.match(r"[^，。；：！？\d、（）]{2,12}(?:、[^，。；：！？\d、（）]{2,10}){0,3}(?=[，。；]|$)", rest[stop + 1 :])
        if more and re.search("[和及与]", more[0]) and not OPENING_VERB.match(more[0]):
            return rest[: stop + 1] + more[0]
    return rest[:stop]


def _modifies(words: tuple[str, ...], index: int) -> bool:
    """Whether a verb is an attribute of the noun behind it: 3名参训学员; only as the first word."""
    return index == 0 and len(words) > 1 and len(words[0]) > 1 and not is_predicate(words[1]) and words[0] not in VERBS_ONLY


VERBS_ONLY = frozenset("用于 达到 超过 占 为 是 有 在 对 与 和 进行 开展 实现 完成 通过 纳入 列入 获得 参加 分别 同比 比上年".split())


def left_name(left: str, moved: bool) -> tuple[str, str]:
    """The noun phrase at the end of `left`, and the bare verb if there is nothing else (惠及3600余人).

    `moved` says that a verb of change stands at the end of `left`.
    """
    text = left.rstrip(" ")
    text = RANKED.sub("", text)
    for _ in range(4):
        before = text
        text = COMPARED.sub("", PREDICATE.sub("", text)).rstrip(" 、，")
        if text == before:
            break
    text = _leading(text)
    verb = ""
    while (found := OPENING_VERB.match(text)) is not None and found.end():
        verb = found[0]
        text = _leading(text[found.end() :])
    inner = [m for m in VERB.finditer(text) if 0 < m.start() and m.end() < len(text) - 1]
    for found in reversed(inner):
        if not text[found.end() :].startswith(("的", "率", "量", "额", "数", "费", "人员")):
            text = text[found.end() :]
            break
    text = text.lstrip("了的着")
    listed = re.search(r"等(?=[\u4e00-\u9fff]{2,})(?!级|次|额|教育|学校|职业)", text)
    if listed:
        text = text[listed.end() :]
    return _balanced(text.strip(EDGE)), verb


def _leading(text: str) -> str:
    while (found := LEADING.match(text)) is not None and found.end():
        text = text[found.end() :]
    return text


def _balanced(text: str) -> str:
    """Without brackets and quotation marks that lost their partner."""
    for opening, closing in ("“”", "（）", "《》", "‘’", "()"):
        if text.count(opening) != text.count(closing):
            text = text.rpartition(opening)[2] if opening in text else text.rpartition(closing)[2]
    return text.strip(EDGE)


def name_of(text: str, quantity: Quantity, before: Quantity | None, last: str, upto: int, moved: bool) -> str:
    """The name of a quantity; `before` and `last` are the quantity before it and that one's name, `upto` where the next begins."""
    begin = before.end if before is not None else 0
    left = left_of(text, begin, quantity.start)
    name, verb = left_name(left, moved)
    right = "" if quantity.form == "rank" or moved else right_of(text, quantity.end, upto)
    kind = unit_kind(quantity.unit)
    if right and (kind in ("count", "") or not name or _is_verbal(name)):
        if not (name and kind == "" and not quantity.unit):
            return right
        return right if CJK.match(text, quantity.end) else name
    if name in GENERIC and last:
        return last + name if not last.endswith(name) else last
    if name:
        return name
    if verb and CONTENT_VERB.search(verb):
        return verb.strip(EDGE)
    return last or verb.strip(EDGE)


def _is_verbal(name: str) -> bool:
    return len(name) <= 4 and all(is_predicate(word) and word not in NOMINAL for word in cut(name))
