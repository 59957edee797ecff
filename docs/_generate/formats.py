"""The table of formats, from the registry."""

from __future__ import annotations

from govreport.formats.registry import FORMATS

from .markdown import code, table

BOTH = {True: "✓", False: "—"}


def formats() -> str:
    """A row for each format of the library."""
    rows = []
    for row in FORMATS.values():
        if row.module.startswith("govreport."):
            options = dict.fromkeys(option.name for option in (*row.read_options, *row.write_options))
            suffixes = " ".join(map(code, row.suffixes))
            rows.append((code(row.id), suffixes, BOTH[row.reads], BOTH[row.writes], "、".join(map(code, options))))
    return table(("格式 format", "后缀 suffixes", "读 read", "写 write", "选项 options"), rows)
