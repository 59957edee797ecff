"""The plan (安排): documents told apart by content, then cut into parts, the same whoever does the work."""

from __future__ import annotations

from attrs import frozen

from .inputs import Item
from .pool import Do
from .tables import Row
from .work import Job, Settings, hash_all

PARTS = 200
FEWEST, MOST = 10, 1000
"""Documents in one part: what is done again at most when a run is broken off or a worker dies."""
SHARE = 500
"""Documents in one job of telling apart."""


@frozen
class Known:
    """What is known of all documents before any is parsed.

    `keys`: the content hash of each, "" where it can't be read; `earlier`: for one whose content was there before, the
    path it was there under; `lost`: the error rows of those that took a worker down. All by place among all documents.
    """

    keys: list[str]
    earlier: dict[int, str]
    lost: dict[int, Row]


def told_apart(found: list[Item], do: Do, settings: Settings) -> Known:
    """Read all documents once for the hash of their content."""
    hashes = [""] * len(found)
    lost: dict[int, Row] = {}
    for job, some in do(hash_all, _cut(found, SHARE), settings):
        start = job.number * SHARE
        hashes[start : start + len(some)] = some
        lost |= {start + at: row for at, row in job.lost.items()}
    first: dict[str, str] = {}
    earlier: dict[int, str] = {}
    for at, (key, item) in enumerate(zip(hashes, found, strict=True)):
        if key and (path := first.setdefault(key, item.path)) is not item.path:
            earlier[at] = path
    return Known(hashes, earlier, lost)


def parts(found: list[Item], known: Known, size: int | None) -> list[tuple[Job, list[str]]]:
    """The jobs of a run, each with the hashes of its documents; `size` documents in one, by default PARTS jobs."""
    size = size or min(max(len(found) // PARTS, FEWEST), MOST)
    cut: list[tuple[Job, list[str]]] = []
    for job in _cut(found, size):
        places = range(job.number * size, job.number * size + len(job.items))
        earlier = {at: known.earlier[place] for at, place in enumerate(places) if place in known.earlier}
        lost = {at: known.lost[place] for at, place in enumerate(places) if place in known.lost}
        cut.append((Job(job.number, job.items, earlier, lost), known.keys[places.start : places.stop]))
    return cut


def _cut(found: list[Item], size: int) -> list[Job]:
    starts = range(0, len(found), size)
    return [Job(number, tuple(found[at : at + size])) for number, at in enumerate(starts)]
