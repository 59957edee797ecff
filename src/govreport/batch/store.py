"""Parts (分片): the tables of some documents as files, each whole or not there at all.

OUT/metrics/part-00003.parquet holds the metrics of the documents of part 3, and OUT/_parts/part-00003.json, written
last, says by a hash which documents those were and how they were worked on: a run that was broken off goes on with the
parts whose list isn't there or says otherwise.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from .. import __version__
from ..errors import SourceError
from ..files import replace
from .sheets import KINDS
from .tables import TABLES
from .work import Job, Part, Settings

LISTS = "_parts"
WATCHES = "watch-"
"""How the files of watches in it begin."""
VERSION = 2


def part_name(number: int) -> str:
    """The name of a part: part-00003."""
    return f"part-{number:05d}"


def write_part(out: Path, number: int, part: Part, format: str, inputs: str) -> None:
    """Write all tables of a part, then its list; `inputs` is what `made_of` says."""
    name = part_name(number)
    for table, data in part.files.items():
        replace(str(out / table / f"{name}.{format}"), data)
        for other in KINDS:
            if other != format:
                (out / table / f"{name}.{other}").unlink(missing_ok=True)
    listed = {"version": VERSION, "inputs": inputs, "errors": part.errors}
    replace(str(out / LISTS / f"{name}.json"), (json.dumps(listed) + "\n").encode())


def done(out: Path, number: int, inputs: str) -> int | None:
    """How many errors a part has that is there already, made of the same inputs; None if it has to be made."""
    try:
        listed = json.loads((out / LISTS / f"{part_name(number)}.json").read_text("utf-8"))
        same = listed["version"] == VERSION and listed["inputs"] == inputs
        return int(listed["errors"]) if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def made_of(job: Job, keys: list[str], settings: Settings) -> str:
    """What tells one part from another: its documents by name and content, and how they are worked on."""
    said = [__version__, repr(settings), *(f"{key} {item.path}" for item, key in zip(job.items, keys, strict=True))]
    said += [f"{at} {path}" for at, path in sorted(job.earlier.items())]
    return sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def prepared(out: Path, alone: bool) -> None:
    """Make the folders, and say what the columns hold: OUT/schema.json. SourceError where that can't be done.

    If no other run may be writing here, the watches of one that was killed are taken away.
    """
    described = {
        table: [{"name": name, "type": kind.__name__, "description": said} for name, kind, said in columns]
        for table, columns in TABLES.items()
    }
    try:
        for folder in (*TABLES, LISTS):
            (out / folder).mkdir(parents=True, exist_ok=True)
        for left in (out / LISTS).glob(f"{WATCHES}*") if alone else ():
            left.unlink(missing_ok=True)
    except OSError as error:
        raise SourceError(
            f"建不了文件夹“{out}”：{error.strerror}", f'can\'t make the folder "{out}": {error.strerror}'
        ) from None
    replace(str(out / "schema.json"), (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode())


def drop_beyond(out: Path, count: int) -> None:
    """Take away the parts that an earlier run with more of them left behind."""
    for table in (*TABLES, LISTS):
        for file in (out / table).glob("part-*"):
            number = file.name.removeprefix("part-").partition(".")[0]
            if number.isdecimal() and int(number) >= count:
                file.unlink(missing_ok=True)
