"""字符编码 of a page: what it says of itself, checked against what its bytes say.

A page that says gb2312 is read as GB18030, which holds it, as browsers do with GBK. Labels are often wrong: UTF-8 with
many Chinese characters can't be anything else, and a label under which the text has none of the commonest
characters is not believed if another reading has them.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from ..decode import MARKS, decode

DECLARED = re.compile(
    rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)|^\s*<\?xml[^>]*?encoding=[\"']([\w.-]+)", re.IGNORECASE
)
HEAD = 8192
"""So many bytes are searched for a declaration."""
GB = frozenset(("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030", "cp936", "gb2312-80", "hz-gb-2312"))
COMMON = "的，。、一是在和了有年国政工作"
"""Characters without which no Chinese page is written, in either script."""
FEW = 20


def decoded(data: bytes, encoding: str | None, name: str | None, label: str = "") -> tuple[str, str]:
    """Text and codec of a page; a few broken bytes are forgiven, as browsers do. `label` is what its header says.

    Raises DecodingError where `encoding`, if given, doesn't fit, and for bytes that are no text.

    >>> decoded("<meta charset=gb2312><p>区县</p>".encode("gb18030"), None, None)[1]
    'gb18030'
    >>> page = "<meta charset=gbk><p>全区各项工作有序推进，群众的满意度稳步提升。</p>".encode()
    >>> decoded(page, None, None)[1]
    'utf-8'
    """
    if encoding is not None or any(data.startswith(mark) for mark, _ in MARKS):
        return decode(data, encoding, name)
    candidates = list(dict.fromkeys(_candidates(data, label)))
    first: tuple[str, str] | None = None
    for codec in candidates:
        text = _strict(data, codec)
        if text is None:
            continue
        if _plausible(text):
            return text, codec
        first = first or (text, codec)
    return first or _forgiving(data, candidates) or decode(data, None, name)


def _candidates(data: bytes, label: str) -> Iterator[str]:
    """Codecs in the order in which they are tried."""
    found = DECLARED.search(data[:HEAD])
    label = label.lower() or ((found[1] or found[2]).decode("ascii").lower() if found else "")
    utf8 = _strict(data, "utf-8")
    if utf8 is not None and _beyond_ascii(utf8) >= FEW:
        yield "utf-8"
    if label in GB:
        yield "gb18030"
    elif label.startswith("big5"):
        yield "big5hkscs"
    elif label.startswith(("utf-16", "utf-32")):  # such a label in bytes that ASCII can read is wrong
        yield "utf-8"
    elif label and _known(label):
        yield codecs.lookup(label).name
    yield from ("utf-8", "gb18030", "big5hkscs")


def _known(label: str) -> bool:
    """Whether this is a charset of East Asia or of Unicode; Western labels on Chinese pages are defaults of tools."""
    try:
        codec = codecs.lookup(label)
        return len("中".encode(codec.name)) > 1
    except (LookupError, UnicodeError, ValueError, AttributeError, TypeError):
        return False


def _strict(data: bytes, codec: str) -> str | None:
    try:
        text = data.decode(codec)
    except (UnicodeError, LookupError):
        return None
    return _without_nuls(text)


def _without_nuls(text: str) -> str | None:
    """The text less a stray NUL, which browsers don't show; None where there are many, as in UTF-16 taken for ASCII."""
    return None if text.count("\0") * 1000 > len(text) else text.replace("\0", "")


def _plausible(text: str) -> bool:
    """Whether the characters beyond ASCII are Chinese as one writes it, or too few to tell."""
    beyond = _beyond_ascii(text)
    return beyond < FEW or sum(map(text.count, COMMON)) * 25 >= beyond


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _forgiving(data: bytes, candidates: list[str]) -> tuple[str, str] | None:
    """The reading with the fewest broken characters, if they are few."""
    best: tuple[int, str, str] | None = None
    for codec in candidates:
        text = _without_nuls(data.decode(codec, "replace")) or ""
        broken = text.count("\ufffd")
        if text and broken * 20 <= len(text) and (best is None or broken < best[0]):
            best = broken, text, codec
    return (best[1], best[2]) if best else None
