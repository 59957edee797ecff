"""Where a heading ends: own-line headings, run-in headings (（一）加强领导。一是…), headings glued to prose.

The heading of a numbered line ends at its first full stop, not at a comma (of 496 （一） lines in provincial
reports more than half go on behind the stop). Items (一是, （1）, ——) have a heading only where a short topic
phrase is followed by more text of the same item.
"""

from __future__ import annotations

import re

from attrs import define

from .glued import glued_end

ITEM_LIMIT = 30
SECTION_LIMIT, RUN_IN_LIMIT = 60, 45
"""Characters of a heading that stands alone, and of one that its text follows: longer ones are sentences."""
ITEM_STYLES = frozenset({"arabic-paren", "circled", "shi", "yao", "ordinal", "sequence", "dash"})
STOP = re.compile(r"[。！？!?][”’）)》]*")
OWN_LINE_END = re.compile(r"[。：:；;！!]*$")
PARTED = re.compile(r"[^。；：\n]{3,60}?(?<![，、\s])([\u3000\u2003]+)(?=\S)")
"""A heading parted from its text by a wide space; not 综　合, so the text behind must be long."""
TYPESET = re.compile(r"[^。；：\n\u2003]{1,80}(?<![，、\s])(\u2003+)(?=\S)")
"""A heading parted from its text by an em space, as typesetters do and `render` does."""
PARTED_REST = 15
RESUMES = re.compile(
    r"(?:这些|总起来看|总的(?:看|说)|为此|因此|同时|对此|此外|总之|另外|与此同时|综上|针对(?:上述|以上|这些)|(?:上述|以上)(?:问题|工作|措施))"
)
"""How a sentence begins that goes back from the last item to the whole paragraph."""


@define
class Cut:
    """How the first passage of a node divides: heading is text[start:end], body begins at `body`.

    `stop` is the punctuation between them; `run_in` says that the body follows on the same line.
    An empty heading has start == end == body.
    """

    start: int
    end: int
    body: int
    stop: str = ""
    run_in: bool = False


def cut_heading(
    text: str,
    start: int,
    end: int,
    style: str,
    *,
    more: bool,
    glued: bool,
    bold: int | None = None,
) -> Cut:
    """Divide text[start:end], the first passage (or its part) behind a number.

    `more`: the node has further text or children behind `end`; `glued`: line ends are lost here;
    `bold`: where a bold run that covers the beginning ends.
    """
    while start < end and text[start].isspace():
        start += 1
    none = Cut(start, start, start)
    if start >= end:
        return none
    limit = ITEM_LIMIT if style in ITEM_STYLES else SECTION_LIMIT
    found = STOP.search(text, start, end)
    first = found.end() if found else end
    if bold is not None and 2 <= bold - start <= limit and bold < first and text[bold - 1] not in "，、；":
        return _cut(text, start, bold, end)
    alone = first >= end
    gap = text.find("\u2003", start, end) >= 0
    typeset = TYPESET.match(text, start, end) if gap else None
    if typeset is not None:
        return _cut(text, start, typeset.start(1), end)
    parted = PARTED.match(text, start, end) if gap or text.find("\u3000", start, end) >= 0 else None
    if parted is not None and style not in ITEM_STYLES and end - parted.end() >= PARTED_REST:
        return _cut(text, start, parted.start(1), end)
    if glued and style not in ITEM_STYLES:
        whole = alone and more and first - start <= SECTION_LIMIT
        at = glued_end(text, start, first, whole=whole)
        if at is not None:
            return _cut(text, start, at, end)
        if first - start > RUN_IN_LIMIT:
            return none
    bare = len(OWN_LINE_END.sub("", text[start:first]))
    if alone:
        stopped = found is not None
        enumerates = text[end - 1] in "；;，," or (text[end - 1] in "：:" and "，" in text[start:end])
        if bare > SECTION_LIMIT or enumerates or ((stopped or style in ITEM_STYLES) and not more):
            return none
        return _cut(text, start, end, end)
    if bare > min(limit, RUN_IN_LIMIT) or "；" in text[start:first]:
        return none
    return _cut(text, start, first, end)


def _cut(text: str, start: int, at: int, end: int) -> Cut:
    """Heading text[start:at], the punctuation that closes it and the white space around told apart."""
    while at < end and text[at] in "。：:":
        at += 1
    raw = text[start:at].rstrip()
    bare = OWN_LINE_END.sub("", raw).rstrip()
    if not bare:
        return Cut(start, start, start)
    body = at
    while body < end and text[body].isspace():
        body += 1
    return Cut(start, start + len(bare), body, raw[len(bare) :].strip(), body < end)
