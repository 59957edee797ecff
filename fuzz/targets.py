"""What is fuzzed: every reader and every verb, with the promises that must hold for any input, and what to start from.

Used twice: by tests/test_fuzz.py, for a few seconds with the same inputs every time, and by fuzz/run.py, which lets
atheris look for new paths as long as it may. Only a GovReportError may come out of a reader, nothing out of `parse`.
"""

from __future__ import annotations

import io
import json
import re
import sys
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

from attrs import field, frozen

import govreport
from govreport import GovReportError, Report
from govreport.compare.output import OUTPUTS as DIFF_OUTPUTS
from govreport.compare.output.ledger import ledger
from govreport.compare.output.trace_page import page
from govreport.formats import office, registry, sniff
from govreport.formats.markup_text import clean
from govreport.review import fix_file

sys.path.insert(0, str(Path(__file__).parent))
from seeds import MAIL, OLE, PAGE, PDF, RTF, TEXTS, WORD

ROOT = Path(__file__).resolve().parents[1]
VERBS: tuple[Callable[[Report], object], ...] = (
    govreport.check,
    lambda report: govreport.diff(report, report).to_dict(),
    lambda report: govreport.trace(report, report).to_dict(),
    lambda report: [report.address(section) for section in report.walk()],
    lambda report: list(report.tiles()),
    lambda report: (
        report._repr_html_(),
        report.source and [report.source.position(n.span.end) for n in report.notes if n.span],
    ),
    *(lambda report, id=id: govreport.dumps(report, id) for id in ("txt", "md", "html", "docx", "akn", "ofd")),
)
PART = re.compile(rb"^=== ([^\n]{1,80})\n", re.MULTILINE)
"""In the inputs of formats that are archives, the line before each member: what is packed can't be varied."""
SUFFIXES = ("", ".txt", ".doc", ".pdf", ".xml", ".html")


def packed(data: bytes) -> bytes:
    """A zip file of the members that an input lists; what is a zip file already stays as it is."""
    if data.startswith(b"PK"):
        return data
    names = PART.split(data)[1:]
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore", UserWarning)  # names that come twice
        for name, inside in zip(names[::2], names[1::2], strict=True):
            archive.writestr(zipfile.ZipInfo(name.decode("utf-8", "replace")), inside.removesuffix(b"\n"))
    return out.getvalue()


def unpacked(data: bytes) -> bytes:
    """A zip file as an input that can be varied."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(b"=== %s\n%s\n" % (name.encode(), archive.read(name)) for name in archive.namelist())


def text_of(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def halves(data: bytes) -> tuple[Report, Report]:
    """Two reports in one input, parted by a line of equals signs, else in the middle."""
    text = text_of(data)
    first, mark, second = text.partition("\n====\n")
    if not mark:
        first, second = text[: len(text) // 2], text[len(text) // 2 :]
    return govreport.parse(first), govreport.parse(second)


# ---------------------------------------------------------------- promises


def covered(report: Report) -> None:
    """Tiles cover every character that is no space, in order, without overlap."""
    text, at = report.source.text if report.source else "", 0
    for tile in report.tiles() if report.source else ():
        assert tile.span.start >= at, "tiles overlap"
        assert not text[at : tile.span.start].strip(), "text between tiles"
        at = tile.span.end
    assert not text[at:].strip(), "text behind the last tile"


def kept(report: Report) -> None:
    """JSON holds the whole report and says the same when written again."""
    written = govreport.dumps(report)
    again = govreport.read(written.encode(), "json")
    assert again == report, "JSON gives another report"
    assert govreport.dumps(again) == written, "JSON written again is other JSON"


def reading(format: str, data: bytes) -> None:
    try:
        report = govreport.read(data, format)
    except GovReportError as error:
        assert error.zh and error.en and "\n" not in error.zh, "an error is one sentence in two languages"
        return
    covered(report)
    kept(report)


def rebuilding(data: bytes) -> None:
    """A report as JSON says it, consistent or not: every verb takes it, or says what is wrong with it."""
    try:
        report = govreport.read(data, "json", facts=False)
        kept(report)
        for verb in VERBS:
            verb(report)
    except GovReportError as error:
        assert error.zh and error.en, "an error is said in two languages"


def detecting(data: bytes) -> None:
    """What a file is, told from its bytes and any suffix; old files of Office where LibreOffice isn't."""
    for suffix in SUFFIXES:
        try:
            id = sniff(data, suffix)
        except GovReportError:
            continue
        assert id in registry.FORMATS
    with patch.object(office, "soffice", lambda: None):
        try:
            office.converted(data)
        except GovReportError:
            return
    raise AssertionError("converted without LibreOffice")


def parsing(data: bytes) -> None:
    text = text_of(data)
    report = govreport.parse(text)
    covered(report)
    assert govreport.dumps(report, "txt") == text, "text is not given back"
    kept(report)


def measuring(data: bytes) -> None:
    text = text_of(data)
    for metric in govreport.find_metrics(text):
        assert metric.span is not None and 0 <= metric.span.start < metric.span.end <= len(text), "no place"


def checking(data: bytes) -> None:
    report = govreport.parse(text_of(data))
    for finding in govreport.check(report):
        assert finding.span is None or finding.span.end <= len(text_of(data)), "a finding behind the end"


def fixing(data: bytes) -> None:
    """Safe fixes once and twice are the same, and leave none to be made."""
    try:
        once = fix_file(text_of(data).encode(), "txt")
    except GovReportError:  # nothing in it, or no text
        return
    assert not fix_file(once.data, "txt").made, "fixed twice is not fixed once"


def differing(data: bytes) -> None:
    old, new = halves(data)
    assert not govreport.diff(old, old), "a report differs from itself"
    found = govreport.diff(old, new)
    for spell in DIFF_OUTPUTS.values():
        spell(found)


def tracing(data: bytes) -> None:
    found = govreport.trace(*halves(data))
    json.dumps(found.to_dict())
    ledger(found)
    page(found)


def seeding(data: bytes) -> None:
    try:
        draft = govreport.seed(govreport.parse(text_of(data)))
    except govreport.SeedError:
        return
    covered(draft)
    for id in ("md", "docx"):
        govreport.dumps(draft, id)


def writing(data: bytes) -> None:
    """What is written by a format that carries the tree is read back equal."""
    report = govreport.parse(clean(text_of(data)))
    for id in ("html", "akn", "docx", "ofd"):
        written = govreport.dumps(report, id)
        again = govreport.read(written if isinstance(written, bytes) else written.encode(), id)
        assert again == report, f"{id} gives another report"


# ---------------------------------------------------------------- what to start from


def written(id: str, **options: str) -> Iterator[bytes]:
    """Our own reports in a format."""
    for text in (TEXTS[0], TEXTS[2]):
        data = govreport.dumps(govreport.parse(text), id, **options)
        yield data if isinstance(data, bytes) else data.encode()


def texts() -> Iterator[bytes]:
    return (text.encode() for text in TEXTS)


Run = Callable[[bytes], None]


def reader(format: str) -> Run:
    return lambda data: reading(format, data)


def archive(format: str) -> Run:
    return lambda data: reading(format, packed(data))


@frozen
class Target:
    """One row of the table."""

    run: Run
    """Raises for an input that breaks a promise."""
    seeds: Callable[[], Iterator[bytes]] = texts
    real: tuple[str, ...] = field(default=(".txt", ".md"))
    """Suffixes of real files to start from, where there are some."""
    words: str = "parse"
    """The folder of the package whose words mean something to it."""


TARGETS: dict[str, Target] = {
    "txt": Target(reader("txt"), lambda: iter([*texts(), TEXTS[0].encode("gb18030"), TEXTS[1].encode("utf-16")])),
    "md": Target(reader("md"), words="formats"),
    "json": Target(rebuilding, lambda: written("json"), (), "model"),
    "html": Target(reader("html"), lambda: iter([PAGE.encode(), *written("html")]), (".html",), "formats/html"),
    "mhtml": Target(reader("html"), lambda: iter([MAIL.encode()]), (), "formats/html"),
    "docx": Target(
        archive("docx"),
        lambda: iter([b"".join(f"=== {n}\n{x}\n".encode() for n, x in WORD.items()), *map(unpacked, written("docx"))]),
        (".docx",),
        "formats/docx",
    ),
    "pdf": Target(reader("pdf"), lambda: iter([PDF]), (".pdf",), "formats/pdf"),
    "akn": Target(reader("akn"), lambda: written("akn"), (), "formats/akn"),
    "ofd": Target(archive("ofd"), lambda: map(unpacked, written("ofd")), (".ofd",), "formats/ofd"),
    "office": Target(detecting, lambda: iter([RTF, OLE, PDF, PAGE.encode(), b"PK\x03\x04word/document", *texts()])),
    "parse": Target(parsing),
    "find_metrics": Target(measuring, words="facts"),
    "check": Target(checking, words="check"),
    "fix": Target(fixing, words="check"),
    "diff": Target(differing),
    "trace": Target(tracing, words="facts"),
    "seed": Target(seeding, words="language"),
    "write": Target(writing),
}
