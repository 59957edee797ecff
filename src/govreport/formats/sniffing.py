"""Which format a file is of: by its bytes first, then by its suffix.

>>> sniff("一、总体情况".encode(), ".md"), sniff(b"%PDF-1.7 ...", ".txt")
('md', 'pdf')
"""

from __future__ import annotations

import re

from .registry import UnsupportedFormatError, for_suffix, plugins, rows

HEAD = 4096
"""Bytes at the start of a file that are looked at."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A stream inside an old Office file → format; its second half is the sentence for those that can't be read.
STREAMS: tuple[tuple[str, str, str, str], ...] = (
    (
        "EncryptedPackage",
        "docx",
        "这是加了密码的 Office 文件，请在 Word 或 WPS 中去掉密码并另存",
        "an Office file with a password; remove it in Word or WPS and save the file again",
    ),
    ("WordDocument", "doc", "", ""),
    ("Workbook", "xls", "这是电子表格，不是报告正文", "a spreadsheet, not the text of a report"),
    ("PowerPoint Document", "ppt", "这是演示文稿，不是报告正文", "a presentation, not the text of a report"),
    (
        "",
        "doc",
        "这是旧版 Office 文件，但不是 Word 或 WPS 文字，请先另存为 docx 再读",
        "an old Office file, and none of Word or WPS Writer; save it as .docx first",
    ),
)

DIRECTORY_END = b"PK\x05\x06"
# A name inside a zip package → format; its second half is the sentence for those that can't be read.
PACKAGES: tuple[tuple[bytes, str, str, str], ...] = (
    (b"word/document", "docx", "", ""),
    (b"OFD.xml", "ofd", "", ""),
    (
        b"opendocument",
        "odt",
        "这是 ODF 文件（odt、ods），请先另存为 docx 再读",
        "an ODF file (odt, ods); convert to docx first",
    ),
    (b"xl/workbook", "xlsx", "这是电子表格，不是报告正文", "a spreadsheet, not the text of a report"),
    (b"", "zip", "这是压缩包，请先解压，再读里面的文件", "an archive; unpack it and read the files inside"),
)


def sniff(data: bytes, suffix: str = "") -> str:
    """The id of the format of `data`: by content first, then by suffix (with the dot), else txt.

    Raises UnknownFormatError for what is certainly something else (doc, spreadsheet, archive), with a sentence
    that says what to do.
    """
    if data.startswith(b"PK\x03\x04"):
        return _package(data, suffix)
    if data.startswith(OLE):
        return _recognised(next(row for row in STREAMS if row[0].encode("utf-16-le") in data))
    # the BOM and the NULs of UTF-16 say nothing about the format
    head = data[:HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    for row in rows():
        if row.opening and re.match(row.opening, head):
            return row.id
    if suffix and for_suffix(suffix) is None:
        plugins()
    found = for_suffix(suffix)
    return found.id if found else "txt"


def _package(data: bytes, suffix: str) -> str:
    """Names of members stand uncompressed in a zip file, so a search of the bytes is enough and can't blow up.

    What is called .docx or .ofd and has lost its directory is such a file cut off; its reader says so.
    """
    found = next(row for row in PACKAGES if row[0] in data)
    named = for_suffix(suffix) if not found[0] and DIRECTORY_END not in data else None
    return named.id if named is not None and any(row[1] == named.id for row in PACKAGES) else _recognised(found)


def _recognised(row: tuple[bytes | str, str, str, str]) -> str:
    """The format of a row, if it can be read."""
    _, name, zh, en = row
    if zh:
        raise UnsupportedFormatError(name, zh, en)
    return name
