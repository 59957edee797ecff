"""Line ends inside of Chinese sentences: the source breaks lines anywhere, a browser would show a space there."""

from __future__ import annotations

import re

HANZI = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’…—]"
MARKS = r"[\u3001-\u3011\uff01-\uff1b\uff1f”’…]"
BREAK = re.compile(rf"(?<={HANZI})\n[ ]*(?={HANZI})|(?<={MARKS})\n[ ]*(?=[`\[*])")
FENCE = re.compile(r"^( *)(`{3,}|~{3,}|:{3,}).*?^\1\2", re.M | re.S)
TITLE = re.compile(r"^#.*\n", re.M)


def joined(text: str) -> str:
    """A page whose lines go on where only Chinese stands on both sides of their ends; code and headings stay.

    >>> joined("看清它的结构、\\n数字和毛病。\\nIn ten minutes.\\n\\n```text\\n甲\\n乙\\n```\\n")
    '看清它的结构、数字和毛病。\\nIn ten minutes.\\n\\n```text\\n甲\\n乙\\n```\\n'
    """
    kept = sorted(found.span() for pattern in (FENCE, TITLE) for found in pattern.finditer(text))
    pieces: list[str] = []
    at = 0
    for start, end in kept:
        if start >= at:
            pieces += [BREAK.sub("", text[at:start]), text[start:end]]
            at = end
    return "".join([*pieces, BREAK.sub("", text[at:])])
