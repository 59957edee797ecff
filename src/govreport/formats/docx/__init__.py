"""DOCX, in (`reader`, `recognise`) and out (`writer`)."""

from __future__ import annotations

from typing import Any

from ...model.report import Report
from .reader import read

__all__ = ["read", "write"]


def write(report: Report, **options: Any) -> bytes:
    """`writer.write`, loaded when first needed."""
    from .writer import write

    return write(report, **options)
