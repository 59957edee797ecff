"""OFD in (GB/T 33190-2016): the text of the pages with its places and ruling lines, through `formats.pages`.

OFD knows no paragraphs; as in PDF, characters and lines are placed on pages. Images, annotations, signatures and seals
are not read. Semantic tags (标引) and the properties of the document become metadata.
"""

from __future__ import annotations

from ...errors import FormatError
from ...model.report import Report
from ...model.source import Source
from ..pages import source_parts
from .carrier import carried
from .container import open_container
from .content import Budget, read_pages
from .document import documents
from .info import metadata_of


def read(data: bytes, *, name: str | None = None, encoding: str | None = None) -> Source | Report:
    """The text of an OFD file with its pages, or the report that it was written from; `encoding` is not used.

    Raises FormatError for what is no OFD, is damaged or has no text (scanned, 扫描件), BudgetError beyond 5 000 pages,
    20 million characters or what `formats.package` allows.
    """
    container = open_container(data)
    found = documents(container)
    report = carried(container, found[0], name) if len(found) == 1 else None
    if report is not None:
        return report
    budget = Budget()
    text, hints = source_parts(page for document in found for page in read_pages(container, document, budget))
    if not text.strip():
        raise FormatError(
            f"OFD 共 {budget.pages} 页，没有文字（可能是扫描件），请先做文字识别（OCR）再读",
            f"the OFD has {budget.pages} pages and no text (scanned, perhaps); run text recognition (OCR) first",
        )
    return Source(text, name=name, format="ofd", hints=hints, metadata=metadata_of(container, found[0]))
