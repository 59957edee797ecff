"""MHTML (RFC 2557): a page saved as one file (网页，单个文件), its HTML taken out; pictures and styles stay in it."""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator

HEADER = re.compile(rb"\s*(?:[A-Za-z-]{2,60}:[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,20}){1,30}\r?\n")
RELATED = re.compile(rb"content-type:\s*multipart/related\b", re.IGNORECASE)
BOUNDARY = re.compile(rb"boundary=(?:\"([^\"\r\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE)
PAGE = re.compile(rb"content-type:\s*text/html\b(?:[^\r\n]*?charset=\"?([\w.:-]{1,40}))?", re.IGNORECASE)
CODING = re.compile(rb"content-transfer-encoding:\s*([\w-]{1,40})", re.IGNORECASE)


def archived(data: bytes) -> tuple[bytes, str] | None:
    """The first HTML page in an archive, and the charset its header gives ("" if none); None for what is no archive.

    >>> head = b"MIME-Version: 1.0\\r\\nContent-Type: multipart/related; boundary=x\\r\\n\\r\\n"
    >>> archived(head + b"--x\\r\\nContent-Type: text/html; charset=gbk\\r\\n\\r\\n<p>a</p>\\r\\n--x--")
    (b'<p>a</p>', 'gbk')
    """
    header = HEADER.match(data)
    boundary = BOUNDARY.search(header[0]) if header and RELATED.search(header[0]) else None
    if header is None or boundary is None:
        return None
    for head, body in _parts(data, b"--" + (boundary[1] or boundary[2]), header.end()):
        page = PAGE.search(head)
        if page is not None:
            coding = CODING.search(head)
            return _plain(body, coding[1].lower() if coding else b""), (page[1] or b"").decode("ascii")
    return None


def _parts(data: bytes, mark: bytes, at: int) -> Iterator[tuple[bytes, bytes]]:
    """Header and body of each part."""
    start = data.find(mark, at)
    while start >= 0:
        start += len(mark)
        end = data.find(mark, start)
        header = HEADER.match(data, start)
        if header is not None and (end < 0 or header.end() <= end):
            yield header[0], data[header.end() : end if end >= 0 else len(data)].rstrip(b"\r\n")
        start = end


def _plain(body: bytes, coding: bytes) -> bytes:
    """A body without its transfer encoding; broken base64 stays as it is and is no page then."""
    if coding == b"quoted-printable":
        return quopri.decodestring(body)
    if coding == b"base64":
        try:
            return binascii.a2b_base64(body)
        except binascii.Error:
            return body
    return body
