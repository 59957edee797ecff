"""PDF in: the text layer, each line of the page one line of text, pages in order (needs the extra ``pdf``).

PDF knows no paragraphs: nearly every end of line is one of the layout. Hints tell which: `break` stands on an end of
line where the line is full and the next one begins at the left margin without indent (首行缩进). Page numbers
(— 1 —) stay in the text, for the parser to set aside. `page` covers each page's text with its number from 1 on.
Spaces that justified lines got (邮 编 ：) stay; radicals of the Kangxi block, as many PDF writers put them in place of
characters (⼈ for 人), become the characters.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from statistics import median
from typing import Any

from attrs import frozen

from ...errors import BudgetError, FormatError, MissingExtraError
from ...model.source import Hint, Source, Span
from ..cells import wide

MAX_PAGES, MAX_CHARS = 5_000, 20_000_000
PASSWORD_ERRORS = (4, 5)
INFO = {
    "Title": "标题",
    "Author": "作者",
    "Subject": "主题",
    "Keywords": "关键词",
    "CreationDate": "创建时间",
    "ModDate": "修改时间",
}
DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?'?)?")
# hyphens at a line's end come as U+0002 or U+FFFE; 0 and U+FFFF are glyphs without a character
MENDED = {0: None, 0x2: "-", 0xFFFE: "-", 0xFFFF: None, 0xFEFF: None, 0x2E9F: "母", 0x2EF3: "龟", 0x9: " "}
MENDED |= {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
PROSE_WIDTH = 15
"""Characters from which on a line counts for the margins of its page; shorter ones are titles, cells, page numbers."""
LOCK = threading.Lock()
"""PDFium must not be called from two threads at once."""


@frozen
class PageLine:
    """A line of a page: its text, its edges and the height of its characters, in points."""

    text: str
    left: float = 0.0
    right: float = 0.0
    height: float = 0.0


def read(data: bytes, *, name: str | None = None, encoding: str | None = None) -> Source:
    """The text of a PDF file with its pages; `encoding` is not used.

    Raises MissingExtraError without pypdfium2, FormatError for what is no PDF, has a password or has no text layer
    (scanned, 扫描件), BudgetError beyond 5 000 pages or 20 million characters.
    """
    pdfium = _pdfium()
    with LOCK:
        document = _opened(pdfium, data)
        try:
            metadata = dict(_info(document))
            pages = list(_pages(pdfium, document))
        finally:
            document.close()
    text, hints = assembled(pages)
    if not text.strip():
        raise FormatError(
            f"PDF 共 {len(pages)} 页，没有文字层（可能是扫描件），请先做文字识别（OCR）再读",
            f"the PDF has {len(pages)} pages and no text layer (scanned, perhaps); run text recognition (OCR) first",
        )
    return Source(text, name=name, format="pdf", hints=hints, metadata=metadata)


def assembled(pages: list[list[PageLine]]) -> tuple[str, tuple[Hint, ...]]:
    """Pages of lines as one text, with hints for pages and for line breaks of the layout.

    >>> full, last = PageLine("满行" * 10, 90, 490, 16), PageLine("末行。", 90, 140, 16)
    >>> text, hints = assembled([[full, last]])
    >>> [(h.kind, h.span.start, h.span.end) for h in hints]
    [('break', 20, 21), ('page', 0, 24)]
    """
    hints: list[Hint] = []
    parts: list[str] = []
    offset = 0
    for number, lines in enumerate(pages, 1):
        if not lines:
            continue
        begin = offset
        goes_on = continued(lines)
        for line, soft in zip(lines, goes_on, strict=True):
            end = offset + len(line.text)
            if soft:
                hints.append(Hint(Span(end, end + 1), "break"))
            parts.append(line.text)
            offset = end + 1
        hints.append(Hint(Span(begin, offset - 1), "page", number))
    return "\n".join(parts), tuple(hints)


def continued(lines: list[PageLine]) -> list[bool]:
    """For each line of a page, whether it is full and the next one goes on at the left margin.

    Lines in different sizes (a title) and lines with wide gaps (the row of a table) don't go on.
    """
    prose = [line for line in lines if len(line.text) >= PROSE_WIDTH]
    if not prose:
        return [False] * len(lines)
    left, right = min(line.left for line in prose), max(line.right for line in prose)
    em = median(line.height for line in prose)
    soft = [
        line.right >= right - 1.6 * em
        and line.left <= left + 3.2 * em
        and after.left <= left + 0.9 * em
        and abs(line.height - after.height) <= 0.2 * em
        and line.right - line.left <= 1.3 * em * (len(line.text) + sum(map(wide, line.text))) / 2
        for line, after in pairwise(lines)
    ]
    return [*soft, False]


def _pdfium() -> Any:
    try:
        return import_module("pypdfium2")
    except ImportError:
        raise MissingExtraError(
            "读取 PDF 需要 pypdfium2，请运行 pip install govreport[pdf]",
            "reading PDF needs pypdfium2; run pip install govreport[pdf]",
        ) from None


def _opened(pdfium: Any, data: bytes) -> Any:
    """The document, within its budget of pages."""
    try:
        document = pdfium.PdfDocument(data)
        pages = len(document)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in PASSWORD_ERRORS:
            raise FormatError(
                "PDF 有打开密码，请先去掉密码（例如打开后另存或打印为 PDF）再读",
                "the PDF needs a password to open; remove it first (open it, then save or print to PDF)",
            ) from None
        raise FormatError(
            "不是 PDF 文件，或文件损坏、不完整，请重新下载或重新导出",
            "no PDF file, or damaged or cut off; download or export it again",
        ) from None
    if pages > MAX_PAGES:
        document.close()
        raise BudgetError(
            f"PDF 有 {pages} 页，超过 {MAX_PAGES} 页的限度，请先拆分",
            f"the PDF has {pages} pages, more than the limit of {MAX_PAGES}; split it first",
        )
    return document


def _pages(pdfium: Any, document: Any) -> Iterator[list[PageLine]]:
    """The lines of each page; a page that PDFium can't load stops the reading, for text would be lost."""
    total = 0
    for index in range(len(document)):
        try:
            page = document[index]
            text = page.get_textpage()
        except pdfium.PdfiumError:
            raise FormatError(
                f"PDF 第 {index + 1} 页损坏，读不出来，请重新下载或重新导出",
                f"page {index + 1} of the PDF is damaged and can't be read; download or export it again",
            ) from None
        total += text.count_chars()
        if total > MAX_CHARS:
            raise BudgetError(
                f"PDF 到第 {index + 1} 页已超过 {MAX_CHARS} 字的限度，请先拆分",
                f"the PDF exceeds {MAX_CHARS} characters on page {index + 1}; split it first",
            )
        yield list(_lines(pdfium.raw, text))
        text.close()
        page.close()


def _lines(raw: Any, page: Any) -> Iterator[PageLine]:
    """The lines of a page as PDFium cuts them."""
    codes = [raw.FPDFText_GetUnicode(page, index) for index in range(page.count_chars())]
    start = 0
    for index, code in enumerate([*codes, 0xA]):
        if code not in (0xA, 0xD):
            continue
        text = as_text(codes[start:index])
        if text:
            visible = [at for at in range(start, index) if not chr(codes[at]).isspace() and codes[at]]
            left, bottom, _, top = page.get_charbox(visible[0], loose=True) if visible else (0.0,) * 4
            right = page.get_charbox(visible[-1], loose=True)[2] if visible else 0.0
            yield PageLine(text, left, right, top - bottom)
        start = index + 1


def as_text(codes: list[int]) -> str:
    """A line from PDFium's character codes: surrogates joined, control characters and radicals mended, ends trimmed.

    >>> as_text([0x2F08, 0x6C11, 0x20, 0xD83D, 0xDE00, 0x0])
    '人民 😀'
    """
    text = "".join(map(chr, codes))
    if any(0xD800 <= code <= 0xDFFF for code in codes):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = text.translate(MENDED)
    return "".join(" " if unicodedata.category(char) == "Cc" else char for char in text).strip()


def _info(document: Any) -> Iterator[tuple[str, str]]:
    """文档信息, by Chinese names; dates in ISO form."""
    for key, value in document.get_metadata_dict().items():
        if key in INFO and value.strip():
            yield INFO[key], iso_date(value) if key.endswith("Date") else value.strip()


def iso_date(value: str) -> str:
    """A PDF date (ISO 32000-1, 7.9.4) in ISO form; what is none stays.

    >>> iso_date("D:20240226144123+08'00'"), iso_date("D:2024"), iso_date("昨天")
    ('2024-02-26T14:41:23+08:00', '2024-01-01T00:00:00', '昨天')
    """
    found = DATE.match(value)
    if not found:
        return value.strip()
    year, month, day, hour, minute, second, utc, zone, rest = found.groups()
    clock = f"{hour or '00'}:{minute or '00'}:{second or '00'}"
    offset = utc or (f"{zone}:{rest or '00'}" if zone else "")
    return f"{year}-{month or '01'}-{day or '01'}T{clock}{offset}"
