"""Sheets (表): the rows of a table → one file, some documents at a time, so that no part is ever in memory as rows.

Equal rows give equal files, byte for byte, if they come in the same groups.
"""

from __future__ import annotations

import csv
import io
import json
import zlib
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from ..errors import OptionError, missing
from ..language.spreadsheet import disarmed
from .tables import TABLES, Row

LEVEL = 4
"""Of gzip: 5 % larger than the usual 6 in half the time."""
GZIP = 16 + zlib.MAX_WBITS
_line = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


class Sheet(Protocol):
    """One table in the making."""

    def add(self, rows: list[Row]) -> None: ...
    def file(self) -> bytes:
        """The whole file; nothing is added after that."""


def sheets(format: str) -> dict[str, Sheet]:
    """An empty sheet for each table."""
    return {table: KINDS[format](table) for table in TABLES}


def default_format() -> str:
    """parquet where pyarrow (extra `batch`) is installed, else jsonl.gz."""
    return "parquet" if find_spec("pyarrow") else "jsonl.gz"


def checked_format(format: str) -> str:
    """The format, if it is known and can be written here; OptionError or MissingExtraError."""
    if format not in KINDS:
        raise OptionError(f"没有“{format}”这种表格格式，可用：{'、'.join(KINDS)}", f'no such format: "{format}"')
    if format == "parquet" and not find_spec("pyarrow"):
        raise missing("pyarrow", "batch")
    return format


class JsonLines:
    """A row a line, packed by gzip."""

    def __init__(self, table: str) -> None:
        self.columns = [name for name, _, _ in TABLES[table]]
        self.packer = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)  # without name and time
        self.packed: list[bytes] = []

    def add(self, rows: list[Row]) -> None:
        lines = "".join(_line({name: row.get(name) for name in self.columns}) + "\n" for row in rows)
        self.packed.append(self.packer.compress(lines.encode("utf-8", "backslashreplace")))

    def file(self) -> bytes:
        return b"".join((*self.packed, self.packer.flush()))


class Csv:
    """With a byte order mark, for spreadsheets; cells that they would run are disarmed."""

    def __init__(self, table: str) -> None:
        self.columns = [name for name, _, _ in TABLES[table]]
        self.out = io.StringIO()
        self.writer = csv.writer(self.out)
        self.writer.writerow(self.columns)

    def add(self, rows: list[Row]) -> None:
        for row in rows:
            cells = (row.get(name) for name in self.columns)
            self.writer.writerow([disarmed(cell) if isinstance(cell, str) else cell for cell in cells])

    def file(self) -> bytes:
        return self.out.getvalue().encode("utf-8-sig", "backslashreplace")


class Parquet:
    """Columns of Arrow, packed by zstd, one row group a file."""

    def __init__(self, table: str) -> None:
        self.arrow: Any = import_module("pyarrow")
        arrow = self.arrow
        types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
        self.schema = arrow.schema([(name, types[kind]) for name, kind, _ in TABLES[table]])
        self.batches: list[Any] = []

    def add(self, rows: list[Row]) -> None:
        if rows:
            columns = [self._column([row.get(field.name) for row in rows], field.type) for field in self.schema]
            self.batches.append(self.arrow.record_batch(columns, schema=self.schema))

    def _column(self, values: list[object], kind: Any) -> Any:
        """A column; lone surrogates, which UTF-8 can't hold, are spelt out."""
        try:
            return self.arrow.array(values, kind)
        except UnicodeEncodeError:
            return self.arrow.array([_text(value) for value in values], kind)

    def file(self) -> bytes:
        parquet: Any = import_module("pyarrow.parquet")
        sink = io.BytesIO()
        table = self.arrow.Table.from_batches(self.batches, self.schema).combine_chunks()
        parquet.write_table(table, sink, compression="zstd", row_group_size=max(1, table.num_rows))
        return sink.getvalue()


def _text(value: object) -> object:
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


KINDS: dict[str, type[JsonLines] | type[Csv] | type[Parquet]] = {
    "parquet": Parquet,
    "jsonl.gz": JsonLines,
    "csv": Csv,
}
