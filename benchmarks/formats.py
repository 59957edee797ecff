"""How long one report takes to be read from and written to each format, beside other readers in the same run.

    python benchmarks/formats.py [REPORT]

Without an argument: a provincial report of about 20 000 characters from ../shared/corpus, written to every format
first. Milliseconds, the median of the rounds, warm. "text" is the time to the text with its hints (the reader alone),
"tree" to the structure, "facts" to everything; formats that carry the tree have no step of their own for it.
python-docx, markitdown and docx2python, pypdf and pdfplumber take part where they are installed: they give text without
numbers, levels or hints, so the figures say what opening such a file costs.
"""

from __future__ import annotations

import argparse
import gc
import io
import statistics
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import govreport
from govreport.formats import registry

REPORTS = Path(__file__).resolve().parents[2] / "shared/corpus/full/gov"
ROUNDS = 9


def milliseconds(action: Callable[[], object]) -> float:
    """The median of the rounds, after one that warms up."""
    action()
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def others(format: str, data: bytes) -> dict[str, Callable[[], object]]:
    """Other readers of this format that are installed."""
    found: dict[str, Callable[[], object]] = {}
    if format == "docx" and find_spec("docx"):
        import docx

        found["python-docx, text of paragraphs"] = lambda: [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]
    if format == "docx" and find_spec("docx2python"):
        from docx2python import docx2python

        found["docx2python"] = lambda: docx2python(io.BytesIO(data)).text
    if format in ("docx", "html") and find_spec("markitdown"):
        from markitdown import MarkItDown

        converter = MarkItDown(enable_plugins=False)
        found["markitdown"] = lambda: converter.convert_stream(io.BytesIO(data), file_extension=f".{format}")
    if format == "pdf" and find_spec("pypdf"):
        import pypdf

        found["pypdf"] = lambda: [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    if format == "pdf" and find_spec("pdfplumber"):
        import pdfplumber

        def plumbed() -> list[object]:
            with pdfplumber.open(io.BytesIO(data)) as document:
                return [(page.extract_text(), page.extract_tables()) for page in document.pages]

        found["pdfplumber, text and tables"] = plumbed
    return found


def reader(format: str, data: bytes) -> Callable[[], object]:
    """The format's reader alone."""
    module = registry.reader(format)
    return lambda: module.read(data, name=None, encoding=None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", nargs="?", type=Path, default=REPORTS / "prov-2026-江西省.txt")
    path = parser.parse_args().report
    report = govreport.read(path)
    text = report.source.text if report.source else ""
    print(f"{path.name}: {len(text)} characters, {sum(1 for _ in report.walk())} sections, milliseconds")
    for format in ("txt", "md", "json", "html", "docx", "akn", "ofd"):
        written = govreport.dumps(report, format)
        data = written if isinstance(written, bytes) else written.encode()
        rows = {
            "write": milliseconds(lambda format=format: govreport.dumps(report, format)),
            "read, text": milliseconds(reader(format, data)),
            "read, tree": milliseconds(lambda format=format, data=data: govreport.read(data, format, facts=False)),
            "read, facts": milliseconds(lambda format=format, data=data: govreport.read(data, format)),
        }
        rows |= {name: milliseconds(read) for name, read in others(format, data).items()}
        print(f"{format:5} {len(data):>9} bytes  " + "  ".join(f"{name} {value:.1f}" for name, value in rows.items()))
    for path in (*sorted(REPORTS.glob("*.docx"))[:1], *sorted(REPORTS.parent.glob("disclosure/*.pdf"))[:1]):
        data, format = path.read_bytes(), path.suffix[1:]
        rows = {"read, text": milliseconds(reader(format, data))}
        rows |= {name: milliseconds(read) for name, read in others(format, data).items()}
        print(f"{path.name} " + "  ".join(f"{name} {value:.1f}" for name, value in rows.items()))


if __name__ == "__main__":
    main()
