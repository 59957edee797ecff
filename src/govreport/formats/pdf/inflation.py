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
"""So many bytes before a stream hold its dictionary; images are never unpacked to read text. What a page names as its
contents is no image, whatever it says of itself."""
CONTENTS = re.compile(rb"/Contents\s*\[?((?:\s*\d{1,9}\s+\d{1,5}\s+R)+)")
REFERENCE, OBJECT = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+R"), re.compile(rb"(\d{1,9})\s+\d{1,5}\s+$")


def check_streams(data: bytes) -> None:
    """Raise BudgetError for a file with a stream that is thousands of times larger than it seems."""
    contents = {number for found in CONTENTS.findall(data) for number in REFERENCE.findall(found)}
    at = 0
    while found := STREAM.search(data, at):
        head = data[max(0, found.start() - HEAD) : found.start()]
        begin = head.rfind(b"obj")
        number = OBJECT.search(head[: max(0, begin)])
        named = number is not None and number[1] in contents
        head = head[begin + 1 :]
        end = data.find(b"endstream", found.end())
        at = end + len(b"endstream") if end >= 0 else len(data)
        filters = head.count(b"/FlateDecode")
        if not filters or (b"/Image" in head and not named):
            continue
        packed = memoryview(data)[found.end() : at]
        if len(packed) * 1100**filters > SOUND and _size(packed, filters) > max(SOUND, RATIO * len(packed)):
            raise BudgetError(
                f"PDF 中有数据流解压后超过 {SOUND} 字节且超过原来的 {RATIO} 倍，未读取；请确认来源或重新导出",
                f"a stream of the PDF unpacks to more than {SOUND} bytes and {RATIO} times its size; not read, check "
                "where the file is from or export it again",
            )


def _size(packed: memoryview, filters: int) -> int:
    """The size of a stream unpacked, as far as it matters or can be unpacked (not if it is encrypted, damaged).

    Of two filters the second unpacks what the first one gives; the larger size counts.
    """
    unpacker, inner = zlib.decompressobj(), zlib.decompressobj()
    size, deep, limit = 0, 0, max(SOUND, RATIO * len(packed))
    rest: bytes | memoryview = packed
    try:
        while rest and max(size, deep) <= limit and not unpacker.eof:
            piece = unpacker.decompress(rest, STEP)
            rest = unpacker.unconsumed_tail
            size += len(piece)
            while filters > 1 and piece and deep <= limit and not inner.eof:
                deep += len(inner.decompress(piece, STEP))
                piece = inner.unconsumed_tail
    except zlib.error:
        pass  # what came before counts
    return max(size, deep)
