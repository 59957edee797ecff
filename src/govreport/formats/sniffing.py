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

PICTURE = "请先做文字识别（OCR），再读识别出来的文字", "run text recognition (OCR) and read what it gives"
ARCHIVE = "请先解压，再读里面的文件", "unpack it and read the files inside"
NONE = "请换成报告本身的文件", "give the file of the report itself"
OTHERS: tuple[tuple[bytes, str, str, str, tuple[str, str]], ...] = (
    (rb"\x89PNG\r\n\x1a\n", "png", "图片（PNG）", "a picture (PNG)", PICTURE),
    (rb"\xff\xd8\xff", "jpg", "图片（JPEG）", "a picture (JPEG)", PICTURE),
    (rb"GIF8[79]a(?=[\s\S]{0,999}\0)", "gif", "图片（GIF）", "a picture (GIF)", PICTURE),
    (rb"II\*\0|MM\0\*", "tif", "图片（TIFF）", "a picture (TIFF)", PICTURE),
    (rb"BM[\s\S]{4}\0{4}", "bmp", "图片（BMP）", "a picture (BMP)", PICTURE),
    (rb"RIFF[\s\S]{4}WEBPVP8", "webp", "图片（WebP）", "a picture (WebP)", PICTURE),
    (rb"\0\0\0[\s\S]ftyp(?:hei|mif|msf|avi)", "heic", "图片（HEIC）", "a picture (HEIC)", PICTURE),
    (rb"Rar!\x1a\x07", "rar", "压缩包（RAR）", "an archive (RAR)", ARCHIVE),
    (rb"7z\xbc\xaf'\x1c", "7z", "压缩包（7z）", "an archive (7z)", ARCHIVE),
    (rb"\x1f\x8b\x08", "gz", "压缩文件（gzip）", "a compressed file (gzip)", ARCHIVE),
    (rb"\xfd7zXZ\0", "xz", "压缩文件（xz）", "a compressed file (xz)", ARCHIVE),
    (rb"PK\x05\x06", "zip", "空压缩包", "an empty archive", NONE),
    (rb"\0\0\0[\s\S]ftyp", "mp4", "音频或视频", "sound or video", NONE),
    (rb"ID3[\x02-\x04]\0|OggS\0|RIFF[\s\S]{4}WAVEfmt ", "mp3", "音频", "sound", NONE),
    (rb"SQLite format 3\0", "sqlite", "数据库（SQLite）", "a database (SQLite)", NONE),
    (rb"\x7fELF", "exe", "程序", "a program", NONE),
)
"""What a file that is no document begins with (bytes that no text begins with), what it is, and what to do."""


def sniff(data: bytes, suffix: str = "") -> str:
    """The id of the format of `data`: by content first, then by suffix (with the dot), else txt.

    Raises UnknownFormatError for what is certainly something else (spreadsheet, archive, picture), with a
    sentence that says what to do; a format that another package adds for the suffix of such a file is asked first.
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
    if found is None or found.module.startswith("govreport."):
        _refuse_others(data)
    return found.id if found else "txt"


def _refuse_others(data: bytes) -> None:
    """Raise UnsupportedFormatError for what begins as a picture, an archive or the like does."""
    for opening, name, zh, en, (do_zh, do_en) in OTHERS:
        if re.match(opening, data):
            raise UnsupportedFormatError(
                name, f"这是{zh}，不是报告的文字；{do_zh}", f"{en}, not the text of a report; {do_en}"
            )


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
