"""The tables that `govreport batch` writes."""

from __future__ import annotations

from govreport.batch.tables import TABLES

from .markdown import code, table


def tables() -> str:
    """A section for each table, a row for each column."""
    pages = []
    for name, columns in TABLES.items():
        rows = []
        for column, type, said in columns:
            zh, _, en = said.partition(" / ")
            rows.append((code(column), code(type.__name__), zh, en))
        pages.append(f"## `{name}`\n\n{table(('列 column', '类型 type', '含义', 'meaning'), rows)}")
    return "\n\n".join(pages)
