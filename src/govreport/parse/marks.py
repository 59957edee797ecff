"""Stage 2, marks: everything in the text that may be the number of a section or item.

A mark is a token of one of the fourteen styles at a place where an item may begin. Tokens that spell
something else (三、四季度 · 1.5万公里 · 十要十不要 · 生态保护第一，) are left out here; which marks really
number something is decided by `levels`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define

from ..model.number import DIGIT_RUN, HANZI_RUN, STYLES, Number, number_of, parse_number
from .body import Body, Passage

NUMERALS = "一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾廿卅"
ENCLOSED = "㈠-㈩⑴-⒛①-⑳㉑-㉟㊱-㊿❶-❿"
BEGINNING = re.compile(
    "[\n。！？!?…．；;：: \u00a0\u3000\u2002\u2003，,、](?:"
    f"(?<![，,、])[”’）)》】」]*(?=[{NUMERALS}（(0-9０-９第其首再最{ENCLOSED}—―－─-])"
    f"|(?<=[，,、])(?=[{NUMERALS}]{{1,3}}[是要]|[{ENCLOSED}]))"
)
"""What ends where an item may begin, in text whose lines are known: the end of a line, a sentence, a clause."""

SCANNERS: tuple[re.Pattern[str], ...] = (
    re.compile(f"{HANZI_RUN}[、．.是要）)][，,：:]?"),
    re.compile(f"[（(] ?(?:{HANZI_RUN}|{DIGIT_RUN}) ?[）)]、?"),
    re.compile(f"{DIGIT_RUN}[.．、）)]"),
    re.compile(f"[第其首再最](?:{HANZI_RUN}|{DIGIT_RUN}|[先次后])(?:部分|[篇编章节条])?[，,、：:]?"),
    re.compile("[㈠-㈩⑴-⒛①-⑳㉑-㉟㊱-㊿❶-❿]"),
    re.compile("[—―－─]{2,}|-{2,}"),
)
"""Tokens wherever they stand, for text whose line ends are lost; one pattern a first character scans at full speed."""

STRONG = frozenset({"line", "stop"})
INLINE = frozenset({"line", "stop", "semicolon", "colon", "space"})
ITEM = frozenset({"line", "stop", "semicolon", "colon", "comma", "space"})
ALLOWED: dict[str, frozenset[str]] = {
    "part": frozenset({"line"}),
    "chapter": frozenset({"line"}),
    "section": frozenset({"line"}),
    "article": frozenset({"line"}),
    "hanzi": STRONG,
    "hanzi-paren": INLINE,
    "arabic": INLINE,
    "arabic-paren": INLINE,
    "circled": ITEM,
    "shi": ITEM,
    "yao": ITEM,
    "ordinal": INLINE,
    "sequence": INLINE,
    "dash": frozenset({"line", "stop", "colon"}),
}
"""Where a style may begin an item: at the start of a line, behind a full stop, …"""

WEAK = frozenset({"hanzi", "hanzi-paren", "arabic", "arabic-paren", "shi", "yao", "circled"})
"""Styles that may stand directly behind a word where the source lost its line ends."""

VETO_AFTER: dict[str, re.Pattern[str]] = {
    "hanzi": re.compile(r"[一二三四五六七八九十]+(?:[、，和至到]|季度?|产[业值]?|[类级期审线等档号批次])|[、。，；]"),
    "hanzi-paren": re.compile(r"[、和至或]?第?[（(][一二三四五六七八九十]|[项款条目]"),
    "arabic": re.compile(r"\s*(?!(?:19|20)\d\d ?年)\d|[万亿]"),
    "arabic-paren": re.compile(r"[项款条目]"),
    "shi": re.compile(r"[一二两三四五六七八九十]+(?:非|方)"),
    "yao": re.compile(r"[素点件义害领务职闻塞隘道员挟]|求(?![真实])|[一二三四五六七八九十]+不"),
    "ordinal": re.compile(r"第?[一二三四五六七八九十]+[、，]?(?:产|季|批|类|[级期审线等档])"),
    "article": re.compile(r"[第规款项之、，的）]|至"),
    "dash": re.compile(r"[（(]?[0-9０-９]{4} ?年.{0,40}(?:会议?|大会)|[—―－─-]|.{0,12}$"),
}
"""What must not follow the token of a style."""

VETO_BEFORE: dict[str, re.Pattern[str]] = {
    "hanzi-paren": re.compile(r"[第条款项十百]$|按照$|附件$"),
    "arabic-paren": re.compile(r"[第条款项]$|附件$"),
    "shi": re.compile(r"[统唯之单第同合万不专其逐划进惟十百千]$"),
    "yao": re.compile(r"[统唯之单第同合万不专其逐划进惟十百千]$"),
    "hanzi": re.compile(r"[第十百千万亿初“‘《周之其]$"),
    "arabic": re.compile(r"[0-9０-９A-Za-z.．,，（(“‘《第]$"),
}
"""What must not stand before a token that follows a word directly."""


@define
class Mark:
    """A possible number: body range of the token, what it spells, where it stands.

    `boundary`: line, stop (。！？), semicolon, colon, comma, space, close (”）》), glued (behind a word).
    """

    start: int
    end: int
    number: Number | None
    boundary: str
    passage: int

    @property
    def style(self) -> str:
        """The style of the number; `none` for a heading without one."""
        return self.number.style if self.number else "none"

    @property
    def value(self) -> int | None:
        return self.number.value if self.number else None


def boundary_at(text: str, start: int, floor: int) -> str:
    """What the place `start` of `text` is, seen from the characters before it; the passage begins at `floor`.

    >>> boundary_at("问题：一是", 3, 0), boundary_at("统一是", 1, 0)
    ('colon', 'glued')
    """
    at = start
    while at > floor and text[at - 1] in " \u00a0\u3000\u2002\u2003":
        at -= 1
    if at == floor:
        return "line"
    last = text[at - 1]
    if last in "”’）)》】」":
        inner = at - 1
        while inner > floor and text[inner - 1] in "”’）)》】」":
            inner -= 1
        if inner > floor and text[inner - 1] in "。！？!?；":
            return "stop"
    for name, characters in BOUNDARIES:
        if last in characters:
            return name
    if at < start:
        return "space"
    return "close" if last in "”’）)》】」" else "glued"


BOUNDARIES = (("stop", "。！？!?…．"), ("semicolon", "；;"), ("colon", "：:"), ("comma", "，,、"))


def marks(body: Body) -> list[Mark]:
    """All marks of a body in text order; tables have none."""
    return list(_scan(body))


def _scan(body: Body) -> Iterator[Mark]:
    text, passages = body.text, body.passages
    hits = {m.end() for m in BEGINNING.finditer(text)}
    if passages:
        hits.add(passages[0].start)
    for passage in passages:
        if passage.glued:
            hits.update(m.start() for scanner in SCANNERS for m in scanner.finditer(text, passage.start, passage.end))
    index = taken = 0
    for start in sorted(hits):
        if start < taken:
            continue
        while index < len(passages) - 1 and passages[index + 1].start <= start:
            index += 1
        passage = passages[index]
        if passage.rows is not None or start >= passage.end:
            continue
        mark = _mark(text, start, passage, index)
        if mark is not None:
            taken = mark.end
            yield mark


def _mark(text: str, start: int, passage: Passage, index: int) -> Mark | None:
    """The mark at `start`, if the token there may begin an item."""
    number = parse_number(text[start : min(passage.end, start + 14)])
    if number is None:
        return None
    style, end = number.style, start + len(number.text)
    boundary = boundary_at(text, start, passage.start)
    if boundary not in ALLOWED[style]:
        lost = passage.glued and style in WEAK and (STYLES[style].item or boundary not in ("comma", "semicolon"))
        if not lost:
            return None
    if boundary in ("glued", "close", "space"):
        before = VETO_BEFORE.get(style)
        if before is not None and before.search(text, max(passage.start, start - 3), start):
            return None
    if style == "hanzi-paren" and number.text[0] not in "（(㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩" and boundary != "line":
        return None
    after = VETO_AFTER.get(style)
    if after is not None and after.match(text, end, passage.end):
        return None
    if end == passage.end and STYLES[style].rank > STYLES["hanzi-paren"].rank:
        return None
    if _enumerates(text, end, number, boundary, passage):
        return None
    return Mark(start, end, number, boundary, index)


def _enumerates(text: str, end: int, number: Number, boundary: str, passage: Passage) -> bool:
    """Whether 一、…；二、… is a list inside one sentence (报告分六个部分：一、…；二、…)."""
    if number.style != "hanzi" or boundary not in ("colon", "semicolon") or number.value is None:
        return False
    following = number_of(f"{STYLES['hanzi'].text_of(number.value + 1)}", "hanzi")
    if following is None:
        return False
    at = text.find(following.text, end, min(passage.end, end + 60))
    return at > 0 and text[at - 1] in "；;，,"
