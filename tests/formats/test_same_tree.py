"""One report in many formats is one tree: reports of the corpus, written the way others write such files.

A row of `RENDERINGS` makes a file of a report as programs and sites make them, without any mark of this library. The
plain text of the report is the measure: what it gives, every other row must give.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from pathlib import Path

import pytest
from attrs import evolve

from govreport import Report, Table, dumps, parse, read
from govreport.formats.render import Piece, pieces, plain

SUFFIXES = ("txt", "md", "html", "docx")
EVERY = 3
"""Every third report of the corpus takes part."""


def cells(table: Table, cell: str = "<td>{}</td>") -> str:
    rows = ("".join(cell.format(escape(text)) for text in row) for row in table.rows)
    return f"<table border=1>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def page(report: Report, head: str, frame: str, paragraph: Callable[[Piece], str], cell: str = "<td>{}</td>") -> str:
    """A page of a site: a paragraph for each piece, in the frame that the site puts around articles."""
    body = "\n".join(cells(p.table, cell) if p.table is not None else paragraph(p) for p in pieces(report))
    return f"<html><head>{head}</head><body>{frame.format(body)}</body></html>"


def trs(report: Report) -> bytes:
    """A content management system: indents typed, headings bold, a menu above and a footer below."""

    def paragraph(piece: Piece) -> str:
        text = escape(piece.text)
        if piece.kind in ("signature", "closing_date"):
            return f'<p style="text-align: right">{text}</p>'
        if piece.kind in ("title", "subtitle", "speaker", "issuer", "date", "document_number"):
            return f'<p style="text-align: center">{text}</p>'
        return f"<p>　　<strong>{text}</strong></p>" if piece.kind == "heading" else f"<p>　　{text}</p>"

    frame = (
        '<div class="nav"><a href="/">首页</a><a href="/zwgk">政务公开</a></div><div class="TRS_Editor">{}</div>'
        '<div class="share">分享到：<a>微信</a></div><div class="footer">主办单位：某某区人民政府办公室</div>'
    )
    return page(report, '<meta charset="utf-8">', frame, paragraph).encode()


def headings(report: Report) -> bytes:
    """HTML 5 with headings of their depth."""

    def paragraph(piece: Piece) -> str:
        level = {"title": 1, "heading": min(piece.level + 1, 6)}.get(piece.kind)
        return f"<h{level}>{escape(piece.text)}</h{level}>" if level else f"<p>{escape(piece.text)}</p>"

    frame = "<header>某某区</header><main><article>{}</article></main><footer>© 某某区</footer>"
    return page(report, "<meta charset=utf-8>", frame, paragraph).encode()


def breaks(report: Report) -> bytes:
    """Twenty years ago: GB2312, one block, lines ended by <br>."""
    frame = "<table width=960><tr><td><div id=zoom>{}</div></td></tr></table>"
    text = page(
        report, "<meta charset=gb2312>", frame, lambda piece: f"&nbsp;&nbsp;&nbsp;&nbsp;{escape(piece.text)}<br>"
    )
    return text.encode("gb18030")


def word(report: Report) -> bytes:
    """Saved from Word: a span for every change of script, cells of paragraphs."""

    def paragraph(piece: Piece) -> str:
        text = re.sub(r"([0-9]+)", r"<span lang=EN-US>\1</span>", piece.text.replace("&", "&amp;").replace("<", "&lt;"))
        style = "text-align:center;font-size:22.0pt" if piece.kind == "title" else "text-indent:32.0pt"
        return f"<p class=MsoNormal style='{style}'><span\nstyle='font-family:仿宋_GB2312'>{text}<o:p></o:p></span></p>"

    cell = "<td valign=top><p class=MsoNormal align=center><span>{}</span></p></td>"
    return page(report, "<meta charset=utf-8>", "<div class=WordSection1>{}</div>", paragraph, cell).encode()


def unmarked(report: Report) -> bytes:
    """The page that this library writes, after an editor has thrown its marks away."""
    return re.sub(r" (?:data-[a-z]+|class)=(?:\"[^\"]*\"|'[^']*')", "", dumps(report, "html")).encode()


RENDERINGS: dict[str, tuple[str, Callable[[Report], bytes]]] = {
    # how it is made: format, function that makes the file
    "markdown": ("md", lambda report: dumps(report, "md", canonical=True).encode()),
    "html of a CMS": ("html", trs),
    "html with headings": ("html", headings),
    "html with line breaks": ("html", breaks),
    "html of Word": ("html", word),
    "html without marks": ("html", unmarked),
}


def tree(report: Report) -> Report:
    """What a report says and how it is built, without what its container says."""
    return evolve(report, metadata={}, issuer="", date="")


def paths(shared: Path) -> Iterator[Path]:
    found = (path for suffix in SUFFIXES for path in (shared / "corpus" / "full").rglob(f"*.{suffix}"))
    yield from sorted(found)[::EVERY]


@cache
def reports(shared: Path) -> list[tuple[str, Report]]:
    """Name and tree of the reports whose plain text says all that the tree does."""
    found = []
    for path in paths(shared):
        report = read(path, facts=False)
        if tree(parse(plain(report), facts=False)) == tree(report):
            found.append((path.name, report))
    return found


def test_plain_text_says_all_that_the_tree_does(shared: Path) -> None:
    assert len(reports(shared)) >= 0.9 * len(list(paths(shared)))


@pytest.mark.parametrize("rendering", RENDERINGS)
def test_the_tree_is_the_same(shared: Path, rendering: str) -> None:
    format, make = RENDERINGS[rendering]
    for name, report in reports(shared):
        again = read(make(report), format, facts=False)
        assert tree(again) == tree(report), name


@pytest.mark.parametrize("rendering", RENDERINGS)
def test_the_facts_are_the_same(rendering: str) -> None:
    format, make = RENDERINGS[rendering]
    report = read(Path(__file__).resolve().parents[2] / "examples" / "kebu_2022.md")
    assert tree(read(make(report), format)) == tree(report)
