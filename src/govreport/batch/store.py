"""Parts (分片): the rows of some hundreds of documents as files, each whole or not there at all.

OUT/metrics/part-00003.parquet holds the metrics of the documents of part 3, and OUT/_parts/part-00003.json, written
last, which documents those were: a run that was broken off goes on behind the last part whose list is there. Equal
documents give equal files, byte for byte.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterable
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..errors import OptionError, SourceError, missing
from ..files import replace
from ..language.spreadsheet import disarmed
from .tables import TABLES, Row, Rows

FORMATS = ("parquet", "jsonl.gz", "csv")
LISTS = "_parts"
VERSION = 1


def default_format() -> str:
    """parquet where pyarrow (extra `batch`) is installed, else jsonl.gz."""
    return "parquet" if find_spec("pyarrow") else "jsonl.gz"


def checked_format(format: str) -> str:
    """The format, if it is known and can be written here; OptionError or MissingExtraError."""
    if format not in FORMATS:
        raise OptionError(f"没有“{format}”这种表格格式，可用：{'、'.join(FORMATS)}", f'no such format: "{format}"')
    if format == "parquet" and not find_spec("pyarrow"):
        raise missing("pyarrow", "batch")
    return format


def part_name(number: int) -> str:
    """The name of a part: part-00003."""
    return f"part-{number:05d}"


def write_part(out: Path, name: str, rows: Rows, format: str, paths: list[str], keys: dict[str, str]) -> None:
    """Write all tables of a part, then its list; `keys` are the contents seen first here, with their paths."""
    for table, columns in TABLES.items():
        folder = out / table
        folder.mkdir(parents=True, exist_ok=True)
        data = encoded(rows.get(table, []), [column for column, _, _ in columns], table, format)
        replace(str(folder / f"{name}.{format}"), data)
        for other in FORMATS:
            if other != format:
                (folder / f"{name}.{other}").unlink(missing_ok=True)
    listed = {"version": VERSION, "format": format, "inputs": digest(paths), "documents": len(paths), "keys": keys}
    lists = out / LISTS
    lists.mkdir(parents=True, exist_ok=True)
    replace(str(lists / f"{name}.json"), (json.dumps(listed, ensure_ascii=False) + "\n").encode())


def drop_beyond(out: Path, count: int) -> None:
    """Take away the parts that an earlier run with more inputs left behind."""
    for table in (*TABLES, LISTS):
        for file in (out / table).glob("part-*"):
            number = file.name.removeprefix("part-").partition(".")[0]
            if number.isdecimal() and int(number) >= count:
                file.unlink(missing_ok=True)


def done(out: Path, name: str, paths: list[str], format: str) -> dict[str, str] | None:
    """The keys of a part that is there already, made of the same inputs; None if it has to be made."""
    try:
        listed = json.loads((out / LISTS / f"{name}.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    same = listed.get("version") == VERSION and listed.get("format") == format and listed.get("inputs") == digest(paths)
    return dict(listed["keys"]) if same else None


def digest(paths: Iterable[str]) -> str:
    """What tells one list of inputs from another."""
    return sha256("\0".join(paths).encode("utf-8", "surrogatepass")).hexdigest()


def write_schema(out: Path) -> None:
    """Say what the columns hold: OUT/schema.json."""
    described = {
        table: [{"name": name, "type": kind.__name__, "description": said} for name, kind, said in columns]
        for table, columns in TABLES.items()
    }
    replace(str(out / "schema.json"), (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode())


def prepared(out: Path) -> None:
    """Make the folder; SourceError where that can't be done."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SourceError(
            f"建不了文件夹“{out}”：{error.strerror}", f'can\'t make the folder "{out}": {error.strerror}'
        ) from None


def encoded(rows: list[Row], columns: list[str], table: str, format: str) -> bytes:
    """The rows of one table as a file."""
    if format == "parquet":
        return _parquet(rows, table)
    if format == "csv":
        return _csv(rows, columns)
    lines = "".join(json.dumps({name: row.get(name) for name in columns}, ensure_ascii=False) + "\n" for row in rows)
    return gzip.compress(lines.encode("utf-8", "backslashreplace"), mtime=0)


def _csv(rows: list[Row], columns: list[str]) -> bytes:
    """With a byte order mark, for spreadsheets; cells that they would run are disarmed."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        cells = (row.get(name) for name in columns)
        writer.writerow([disarmed(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def _parquet(rows: list[Row], table: str) -> bytes:
    arrow: Any = import_module("pyarrow")
    parquet: Any = import_module("pyarrow.parquet")
    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    schema = arrow.schema([(name, types[kind]) for name, kind, _ in TABLES[table]])
    columns = {name: _array(arrow, [row.get(name) for row in rows], types[kind]) for name, kind, _ in TABLES[table]}
    sink = io.BytesIO()
    parquet.write_table(arrow.table(columns, schema=schema), sink, compression="zstd")
    return sink.getvalue()


def _array(arrow: Any, values: list[object], kind: Any) -> Any:
    """A column; lone surrogates, which UTF-8 can't hold, are spelt out."""
    try:
        return arrow.array(values, kind)
    except UnicodeEncodeError:
        return arrow.array([_text(value) for value in values], kind)


def _text(value: object) -> object:
    """Text without lone surrogates, which UTF-8 can't hold."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
