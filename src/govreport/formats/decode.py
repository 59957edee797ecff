"""Bytes → text, and back to the very same bytes.

Chinese offices write UTF-8, GB18030 (GB 18030-2022, with GBK and GB/T 2312 inside) and, from Notepad, UTF-16.
Order: byte order mark, UTF-8, GB18030, GBK. An encoding that the caller names is used strictly and alone.

>>> decode("一、总体情况".encode("gb18030"))
('一、总体情况', 'gb18030')
"""

from __future__ import annotations

import codecs

from ..errors import DecodingError

# longest mark first: the mark of UTF-32 LE begins with the one of UTF-16 LE
MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CANDIDATES = ("utf-8", "gb18030", "gbk")
# what no text has in number: C0 controls without tab, line ends, form feed and the DOS end of file
CONTROLS = "".join(map(chr, [*range(9), *range(14, 26), *range(27, 32), 127]))
ADVICE_ZH = "请用 --encoding（encoding=）指明编码，例如 gb18030、big5，或先另存为 UTF-8"
ADVICE_EN = "name the encoding with --encoding (encoding=), e.g. gb18030 or big5, or save it as UTF-8 first"


def decode(data: bytes, encoding: str | None = None, name: str | None = None) -> tuple[str, str]:
    """The text of `data` and the name of the encoding that `encode` turns back into exactly these bytes.

    Names are Python's, with ``-sig`` behind it where a byte order mark stood (``utf-8-sig``, ``utf-16-le-sig``, …);
    the mark is no part of the text. Newlines stay as they are. Raises DecodingError for bytes that are no text, for
    damaged UTF-8 (which GB18030 would read as nonsense), and where `encoding` is unknown or doesn't fit; it names the
    file if `name` is given.
    """
    try:
        return _decode(data, encoding)
    except DecodingError as error:
        if name is None:
            raise
        raise DecodingError(f"“{name}”：{error.zh}", f'"{name}": {error.en}') from None


def _decode(data: bytes, encoding: str | None) -> tuple[str, str]:
    if encoding is not None:
        return _named(data, encoding)
    for mark, name in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name), f"{name}-sig"
    if b"\0" in data and (wide := _wide(data)):
        return wide
    for name in CANDIDATES:
        text = _try(data, name)
        if text is not None:
            if not _is_text(text):
                break
            return text, name
        if name == "utf-8" and _damaged(data):
            return _strict(data, name), name
    raise DecodingError(
        f"内容不是文字，或不是 UTF-8、GB18030 编码；{ADVICE_ZH}",
        f"not text, or in neither UTF-8 nor GB18030; {ADVICE_EN}",
    )


def encode(text: str, encoding: str | None = None) -> bytes:
    """The bytes of `text` in an encoding as `decode` names it (None: UTF-8); the inverse of `decode`.

    What the encoding can't hold is written in UTF-8 as a whole, rather than lost; lone surrogates become ``?``.

    >>> encode(*decode(b"\\xff\\xfe\\x00N")) == b"\\xff\\xfe\\x00N"
    True
    """
    base = (encoding or "utf-8").removesuffix("-sig")
    mark = next((m for m, name in MARKS if f"{name}-sig" == encoding), b"")
    try:
        return mark + text.encode(base)
    except (UnicodeError, LookupError):
        return text.encode("utf-8", "replace")


def _named(data: bytes, encoding: str) -> tuple[str, str]:
    """Decode with the caller's encoding; a byte order mark of the same family belongs to it, not to the text."""
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise _unknown(encoding) from None
    for mark, family in MARKS:
        if data.startswith(mark) and family.startswith(name.removesuffix("-sig")):
            return _strict(data[len(mark) :], family), f"{family}-sig"
    # without a mark, these names would write one that wasn't there
    name = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(name, name)
    return _strict(data, name), name


def _strict(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except LookupError:  # codecs such as hex, which turn bytes into bytes
        raise _unknown(name) from None
    except UnicodeError as error:
        at = getattr(error, "start", 0)
        line = data.count(b"\n", 0, at) + 1
        raise DecodingError(
            f"第 {line} 行（第 {at + 1} 字节）不合 {name} 编码；{ADVICE_ZH}",
            f"line {line} (byte {at + 1}) is not valid {name}; {ADVICE_EN}",
        ) from None


def _unknown(encoding: str) -> DecodingError:
    return DecodingError(
        f"没有名为“{encoding}”的文字编码，常用的有 utf-8、gb18030、utf-16、big5",
        f'no text encoding is called "{encoding}"; common ones are utf-8, gb18030, utf-16, big5',
    )


def _try(data: bytes, name: str) -> str | None:
    """The text, if the bytes decode and come back the same."""
    try:
        text = data.decode(name)
        return text if text.encode(name) == data else None
    except UnicodeError:
        return None


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a byte order mark: most characters must then be Chinese or ASCII."""
    for name in ("utf-16-le", "utf-16-be"):
        text = _try(data, name)
        if text is not None and _is_text(text):
            head = text[:4096]
            usual = sum(c < "\x7f" or "\u3000" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef" for c in head)
            if usual * 10 >= len(head) * 9:
                return text, name
    return None


def _is_text(text: str) -> bool:
    """No more than one control character in fifty."""
    return sum(map(text.count, CONTROLS)) * 50 <= len(text)


def _damaged(data: bytes) -> bool:
    """Chinese UTF-8 with a few broken bytes, such as a file cut off in the middle of a character."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    chinese = sum(map(text.count, "的和一在，。、"))
    return 0 < broken <= 1 + len(text) // 200 and chinese > broken and _is_text(text)
