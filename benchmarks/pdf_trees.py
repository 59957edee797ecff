"""Whether a report that an office prints to PDF gives the tree that its text gives.

    python benchmarks/pdf_trees.py [--layout NAME] [--keep FOLDER] [--verbose] [REPORT ...]

Each report is read, written as plain text and as DOCX in several layouts of offices (python-docx), printed to PDF by
LibreOffice and read again; the tree of the PDF is compared with that of the text. Without arguments: every report of
../shared/corpus in txt and md, a few with tables in other formats. Prints what differs and the share of equal trees.
Fonts are those of the system (AR PL, Noto CJK) under the names that offices use.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Any

import docx
from attrs import evolve, fields, frozen, has
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

import govreport
from govreport import Report, Section
from govreport.formats.render import Piece, pieces, plain

CORPUS = Path(__file__).resolve().parents[2] / "shared/corpus"
FACES = {
    "仿宋_GB2312": "AR PL UMing CN",
    "宋体": "AR PL UMing CN",
    "楷体_GB2312": "AR PL UKai CN",
    "黑体": "Noto Sans CJK SC",
    "方正小标宋简体": "Noto Serif CJK SC",
}
SPACES = re.compile(r"\s+")
ALIAS = '<alias binding="same"><family>{}</family><prefer><family>{}</family></prefer></alias>'
FRONT = ("title", "subtitle", "speaker", "document_number", "issuer", "date", "recipients", "salutation")
PARTS = (*FRONT, "preamble", "sections", "closing")


@frozen
class Layout:
    """How an office sets its reports: sizes in points, margins in millimetres (top, right, bottom, left)."""

    face: str = "仿宋_GB2312"
    size: float = 16
    title: float = 22
    pitch: float = 28.9
    margins: tuple[float, float, float, float] = (37, 26, 35, 28)
    indent: bool = True
    justified: bool = True
    after: float = 0
    head: str = ""
    foot: str = "— {page} —"
    columns: int = 1


LAYOUTS = {
    "gongwen": Layout(),
    "word": Layout("宋体", 12, 18, 22, (25.4, 31.8, 25.4, 31.8), head="{title}", foot="第{page}页 共{pages}页"),
    "ragged": Layout("宋体", 14, 20, 26, (25, 25, 25, 25), justified=False, foot="{page}/{pages}"),
    "web": Layout("宋体", 10.5, 16, 18, (20, 20, 20, 20), indent=False, after=9, foot="{page}"),
    "columns": Layout("宋体", 10.5, 16, 17, (22, 18, 22, 18), columns=2, head="内部资料", foot="- {page} -"),
}


def office_document(report: Report, layout: Layout, path: Path) -> None:
    """Write a report as an office would type it: faces and sizes, no styles, no automatic numbers."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, layout.margins)
    if layout.columns > 1:
        columns = section._sectPr.find(qn("w:cols"))
        columns.set(qn("w:num"), str(layout.columns))
    for where, form in ((section.header, layout.head), (section.footer, layout.foot)):
        paragraph = where.paragraphs[0]
        paragraph.alignment = ALIGN.CENTER
        _fields(paragraph, form.replace("{title}", report.title), layout)
    for piece in pieces(report):
        _piece(document, piece, layout)
    document.save(str(path))


def _piece(document: Any, piece: Piece, layout: Layout) -> None:
    if piece.table is not None:
        rows = piece.table.rows
        table = document.add_table(len(rows), max(map(len, rows)))
        table.style = "Table Grid"
        cells = [cell for row in table.rows for cell in row.cells]
        width = max(map(len, rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                run = cells[at * width + column].paragraphs[0].add_run(text)
                _set(run, layout.face, 10.5)
        return
    paragraph = document.add_paragraph()
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(0), Pt(layout.after)
    form.line_spacing = Pt(layout.pitch * (1.3 if piece.kind == "title" else 1))
    if piece.kind in ("title", "subtitle", "speaker", "document_number", "caption"):
        paragraph.alignment = ALIGN.CENTER
    elif piece.kind in ("signature", "closing_date"):
        paragraph.alignment = ALIGN.RIGHT
        form.right_indent = Pt(4 * layout.size)
    elif layout.justified:
        paragraph.alignment = ALIGN.JUSTIFY
    if layout.indent and piece.kind in ("heading", "text", "closing", "enclosure"):
        form.first_line_indent = Pt(2 * layout.size)
    for part in piece.runs:
        face = layout.face
        if piece.kind == "title":
            face = "方正小标宋简体"
        elif part.kind in ("number", "heading", "stop") and part.level:
            face = {1: "黑体", 2: "楷体_GB2312"}.get(part.level, layout.face)
        _set(paragraph.add_run(part.text), face, layout.title if piece.kind == "title" else layout.size)


def _set(run: Any, face: str, size: float) -> None:
    run.font.size, run.font.name = Pt(size), "Liberation Serif"
    run._element.rPr.rFonts.set(qn("w:eastAsia"), face)


def _fields(paragraph: Any, form: str, layout: Layout) -> None:
    """A running head with the fields of Word for {page} and {pages}."""
    for part in (
        form.replace("{pages}", "{page}\0")
        .replace("{page}\0", "\0NUMPAGES\0")
        .replace("{page}", "\0PAGE\0")
        .split("\0")
    ):
        if part in ("PAGE", "NUMPAGES"):
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), part)
            paragraph._p.append(field)
        elif part:
            _set(paragraph.add_run(part), layout.face, 12)


def printed(files: list[Path], folder: Path) -> None:
    """Print documents to PDF, all in one run of LibreOffice with a profile and fonts of its own."""
    config = folder / "fonts.conf"
    aliases = "".join(ALIAS.format(*pair) for pair in FACES.items())
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<include>/etc/fonts/fonts.conf</include>{aliases}</fontconfig>",
        encoding="utf-8",
    )
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=600,
        env=os.environ | {"FONTCONFIG_FILE": str(config)},
    )


def differences(one: Report, other: Report, space: str = " ") -> Iterator[str]:
    """What differs between two trees, part by part; spans and what is concluded from the tree take no part.

    `space` stands for all white space: paper doesn't tell which it was, and none at the end of a line.
    """
    for part in PARTS:
        a, b = _even(getattr(one, part), space), _even(getattr(other, part), space)
        if a == b:
            continue
        if part != "sections":
            yield f"{part}: {_shown(a, b)}"
            continue
        for left, right in zip_longest(_flat(a), _flat(b), fillvalue=()):
            if left != right:
                yield f"section {'/'.join(map(str, left[:2]))}: {_shown(left, right)}"
                break


def _even(value: Any, space: str) -> Any:
    """A value with one kind of white space."""
    if isinstance(value, str):
        return SPACES.sub(space, value)
    if isinstance(value, tuple):
        return tuple(_even(part, space) for part in value)
    if has(type(value)):
        changed = {f.name: _even(getattr(value, f.name), space) for f in fields(type(value)) if f.eq}
        return evolve(value, **changed)
    return value


def _flat(sections: Iterable[Section], depth: int = 1) -> Iterator[tuple[object, ...]]:
    for section in sections:
        number = section.number.text if section.number else ""
        yield depth, number, section.heading, section.run_in, section.inline, section.stop, section.blocks
        yield from _flat(section.children, depth + 1)


def _shown(one: object, other: object) -> str:
    """The first place where two values differ."""
    a, b = str(one), str(other)
    at = next((i for tag, i, *_ in SequenceMatcher(None, a, b, False).get_opcodes() if tag != "equal"), 0)
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), at)
    return f"…{a[max(0, at - 20) : at + 30]!r}\n        …{b[max(0, at - 20) : at + 30]!r}"


def compared(paths: list[Path], layouts: list[str], folder: Path, say: Callable[[str], None]) -> tuple[int, int, int]:
    """How many of the PDFs have the tree of the text, how many have it but for spaces, and how many there are."""
    texts: dict[Path, Report] = {}
    for number, path in enumerate(paths):
        report = govreport.read(path, facts=False)
        text = govreport.read(plain(report).encode(), "txt", facts=False)
        if report.preamble and any(not isinstance(block, govreport.Paragraph) for block in report.preamble):
            text = report
        if any(piece.table for piece in pieces(report)):
            text = report  # rows of text are no tables
        for name in layouts:
            target = folder / f"{number}-{name}.docx"
            office_document(text, LAYOUTS[name], target)
            texts[target] = evolve(text)
    files = list(texts)
    for at in range(0, len(files), 40):
        printed(files[at : at + 40], folder)
    equal = nearly = 0
    for file, expected in texts.items():
        found = govreport.read(file.with_suffix(".pdf"), facts=False)
        wrong = list(differences(expected, found))
        equal += not wrong
        nearly += not any(differences(expected, found, ""))
        number, name = file.stem.split("-")
        if wrong:
            say(f"{file.stem} {paths[int(number)].name}")
            for line in wrong:
                say(f"    {line}")
    return equal, nearly, len(files)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--layout", choices=LAYOUTS, action="append")
    parser.add_argument("--keep", type=Path, help="where DOCX and PDF are left for a look")
    parser.add_argument("--verbose", action="store_true", help="say what differs")
    options = parser.parse_args()
    if shutil.which("soffice") is None:
        raise SystemExit("LibreOffice (soffice) is not installed")
    paths = options.reports or sorted(p for p in (CORPUS / "full").rglob("*") if p.suffix in (".txt", ".md"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(exist_ok=True)
        total = [0, 0, 0]
        for name in options.layout or LAYOUTS:
            found = compared(paths, [name], folder, print if options.verbose else lambda line: None)
            print("{}: {} trees are equal, {} but for spaces, of {}".format(name, *found))
            total = [before + now for before, now in zip(total, found, strict=True)]
        print("all: {} trees are equal, {} but for spaces, of {}".format(*total))


if __name__ == "__main__":
    main()
