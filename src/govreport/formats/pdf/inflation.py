"""Streams that blow up when they are unpacked (压缩炸弹), found before PDFium unpacks them."""

from __future__ import annotations

import re
import zlib

from ...errors import BudgetError

SOUND, RATIO, STEP = 4_000_000, 60, 1_000_000
"""Up to so many bytes no stream is looked at; beyond them it is so many times larger than packed at most. Text comes
to about ten times, fonts to two."""
STREAM = re.compile(rb"stream\r?\n")
HEAD = 600
"""So many bytes before a stream hold its dictionary; images are never unpacked to read text."""


def check_streams(data: bytes) -> None:
    """Raise BudgetError for a file with a stream that is thousands of times larger than it seems."""
    at = 0
    while found := STREAM.search(data, at):
        head = data[max(0, found.start() - HEAD) : found.start()]
        head = head[head.rfind(b" obj") + 1 :]
        end = data.find(b"endstream", found.end())
        at = end + len(b"endstream") if end >= 0 else len(data)
        if b"FlateDecode" not in head or b"/Image" in head:
            continue
        packed = memoryview(data)[found.end() : at]
        if len(packed) * 1100 > SOUND and _size(packed) > max(SOUND, RATIO * len(packed)):
            raise BudgetError(
                f"PDF 中有数据流解压后超过 {SOUND} 字节且超过原来的 {RATIO} 倍，未读取；请确认来源或重新导出",
                f"a stream of the PDF unpacks to more than {SOUND} bytes and {RATIO} times its size; not read, check "
                "where the file is from or export it again",
            )


def _size(packed: memoryview) -> int:
    """The size of a stream unpacked, as far as it matters; 0 if it can't be unpacked (encrypted, damaged)."""
    unpacker, size, limit = zlib.decompressobj(), 0, max(SOUND, RATIO * len(packed))
    rest: bytes | memoryview = packed
    try:
        while rest and size <= limit and not unpacker.eof:
            size += len(unpacker.decompress(rest, STEP))
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return 0
    return size
