"""DOCX, in (`reader`, `recognise`), edited in place (`edit`), and out (`writer`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from ...model.note import Edit
from ...model.report import Report
from ...model.source import Source
from . import reader
from .pages import Layout

__all__ = ["edited", "layout", "read", "write"]


def read(data: bytes, *, name: str | None = None, encoding: str | None = None, **options: Any) -> Source | Report:
    """`reader.read`, with the comments that speak to `govreport check` as hints."""
    from .comments import comments

    found = reader.read(data, name=name, encoding=encoding, **options)
    said = comments(data, **options)
    if not said:
        return found
    source = found.source if isinstance(found, Report) else found
    assert source is not None
    heard = evolve(source, hints=(*source.hints, *said))
    return evolve(found, source=heard) if isinstance(found, Report) else heard


def edited(data: bytes, groups: Sequence[Sequence[Edit]], source: Source) -> tuple[bytes, list[int]]:
    """`edit.edited`, loaded when first needed; `source` is what was read from `data`."""
    from .edit import edited

    return edited(data, groups)


def layout(data: bytes, source: Source | None = None) -> Layout:
    """`measure.layout`, loaded when first needed: how the pages look."""
    from .measure import layout

    return layout(data, source)


def write(report: Report, **options: Any) -> bytes:
    """`writer.write`, loaded when first needed."""
    from .writer import write

    return write(report, **options)
