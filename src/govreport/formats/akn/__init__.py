"""Akoma Ntoso 1.0 (OASIS Standard, 2018), in and out: a report is a `doc` or `statement` of name "report".

Written files are valid against the official schema. Sections are `hcontainer`s with eIds from their numbers, figures
are `quantity`, cited names `ref`, bodies `organization`, days `date`; what the standard has no place for stands in
`proprietary`. Our own files read back equal, word for word; files of others (any document type and hierarchy, all
drafts of the standard) are read by number, heading and content, without their layout.

What it can't hold: facts, kind, years and roles (they are marked, and found again when read), empty paragraphs,
sections without any word of their own, control characters.
"""

from __future__ import annotations

from ...model.report import Report

__all__ = ["dumps", "read", "write"]


def read(data: bytes, *, name: str | None = None, encoding: str | None = None) -> Report:
    """The report of a file; FormatError for what is no Akoma Ntoso, BudgetError beyond the budgets of `safe_xml`.

    The file says its encoding itself; `encoding` is not looked at.
    """
    from .document import read_document

    return read_document(data, name)


def dumps(report: Report, *, document_type: str = "doc") -> str:
    """The file as text; `document_type` is doc or statement.

    >>> '<docTitle>某县工作总结</docTitle>' in dumps(Report(title="某县工作总结"))
    True
    """
    from .document import write_document

    return write_document(report, document_type)


def write(report: Report, *, document_type: str = "doc") -> bytes:
    """`dumps` in UTF-8."""
    return dumps(report, document_type=document_type).encode()
