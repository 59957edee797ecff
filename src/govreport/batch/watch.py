"""A watch (看守) over a worker: which document it is at, and an end to the process when that takes too long.

Both are lines of one file, which outlives the worker: the place of each document as it is begun, and what
`faulthandler` writes before it ends the process. Its timer is a thread in C, so it also stops code that never comes
back to Python.
"""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterator, Sequence
from typing import TypeVar

from attrs import frozen

Thing = TypeVar("Thing")

OUT_OF_TIME = b"Timeout ("
"""How what faulthandler writes begins."""


@frozen
class Watch:
    """`file` holds the lines, "" for no watch; `limit` is in seconds, 0 for none."""

    file: str = ""
    limit: float = 0.0

    def over(self, things: Sequence[Thing]) -> Iterator[tuple[int, Thing]]:
        """Number things as `enumerate` does, each for as long as the limit allows."""
        if not self.file:
            yield from enumerate(things)
            return
        lines = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            for at, thing in enumerate(things):
                os.write(lines, b"%d\n" % at)
                if self.limit:
                    faulthandler.dump_traceback_later(self.limit, exit=True, file=lines)
                yield at, thing
        finally:
            faulthandler.cancel_dump_traceback_later()
            os.close(lines)

    def seen(self) -> tuple[int, bool]:
        """After the end of a worker: the place it was at, -1 if it came to none, and whether it ran out of time."""
        try:
            with open(self.file, "rb") as file:
                lines = file.read().split(b"\n")
        except OSError:
            return -1, False
        places = [int(line) for line in lines if line.isdigit()]
        return places[-1] if places else -1, any(line.startswith(OUT_OF_TIME) for line in lines)

    def clear(self) -> None:
        """Forget what was written."""
        if self.file and os.path.exists(self.file):
            os.unlink(self.file)
