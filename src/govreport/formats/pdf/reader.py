"""PDF in: the text layer, each line of the page one line of text, pages in order (needs the extra ``pdf``).

PDF knows no paragraphs, spaces or tables: what PDFium gives are placed characters, and the layer for laid-out pages
(`formats.pages`) makes lines and tables of them, with hints for pages, line breaks of the layout and page chrome.
Radicals of the Kangxi block, as many PDF writers put them in place of characters (⼈ for 人), become the characters.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from ...errors import BudgetError, FormatError, missing
from ...model.source import Source
from ..pages import Page, source_parts
from .glyphs import glyphs
from .inflation import check_streams
from .paths import rules

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
LOCK = threading.Lock()
"""PDFium must not be called from two threads at once."""


def read(data: bytes, *, name: str | None = None, encoding: str | None = None) -> Source:
    """The text of a PDF file with its pages; `encoding` is not used.

    Raises MissingExtraError without pypdfium2, FormatError for what is no PDF, has a password or has no text layer
    (scanned, 扫描件), BudgetError beyond 5 000 pages or 20 million characters and for streams
    that blow up when they are unpacked.
    """
    pdfium = _pdfium()
    check_streams(data)
    with LOCK:
        document = _opened(pdfium, data)
        try:
            metadata = dict(_info(document))
            pages = list(_pages(pdfium, document))
        finally:
            document.close()
    text, hints = source_parts(pages)
    if not text.strip():
        raise FormatError(
            f"PDF 共 {len(pages)} 页，没有文字层（可能是扫描件），请先做文字识别（OCR）再读",
            f"the PDF has {len(pages)} pages and no text layer (scanned, perhaps); run text recognition (OCR) first",
        )
    return Source(text, name=name, format="pdf", hints=hints, metadata=metadata)


def _pdfium() -> Any:
    try:
        return import_module("pypdfium2")
    except ImportError:
        raise missing("pypdfium2", "pdf") from None


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


def _pages(pdfium: Any, document: Any) -> Iterator[Page]:
    """What stands on each page; a page that PDFium can't load stops the reading, for text would be lost."""
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
        width, height = page.get_size()
        yield Page(width, height, list(glyphs(pdfium.raw, page, text)), rules(pdfium.raw, page))
        text.close()
        page.close()


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
