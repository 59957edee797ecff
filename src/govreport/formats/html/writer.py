"""HTML out: one page that needs nothing else, for screens, printers and those who listen; no scripts, nothing loaded.

The article says in its own attributes what it is (see `article`), so a page written here is read back without parsing.
Beside it: the `<meta>` tags of 《政府网站发展指引》, an outline, a style for screen (light and dark) and paper (A4,
the measures of GB/T 9704-2012). Anchors are the addresses of sections: `report.html#一/（三）/二是`.

What HTML can't hold: characters that no markup can (control characters, lone surrogates); `kind`, `year`, roles,
facts and notes, which are found again; the source the report came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from ...model.report import Report
from ..markup_text import attribute, clean, escaped
from ..render import pieces
from .article import article
from .metadata import TAGS
from .outline import Placed, anchored, outline

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Content Security Policy: should anything in the page still look like a script, browsers won't run or load it."""


def dumps(report: Report) -> str:
    """The page of a report.

    >>> page = dumps(Report(title="R&D 工作总结"))
    >>> "<title>R&amp;D 工作总结</title>" in page, "<script" in page
    (True, False)
    """
    found = list(pieces(report))
    sections, anchors = anchored(report, found)
    title = escaped(clean(report.title)) or "（无标题）"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="zh-CN">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="color-scheme" content="light dark">',
            '<meta name="generator" content="govreport">',
            *_tags(report),
            f"<title>{title}</title>",
            f"<style>\n{style('article.css', 'page.css')}</style>",
            "</head>",
            "<body>",
            '<a class="skip" href="#top.">跳到正文</a>',
            *_outline(sections),
            '<main id="top.">',
            article(report, found, anchors),
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def write(report: Report) -> bytes:
    """`dumps` in UTF-8."""
    return dumps(report).encode()


def _tags(report: Report) -> Iterator[str]:
    """The `<meta>` tags of the article, from the metadata, else from the report's own fields."""
    own = {"标题": report.title, "发布时间": report.date, "来源": report.issuer}
    for name, key in TAGS.items():
        value = clean(report.metadata.get(key) or own.get(key, ""))
        if value:
            yield f'<meta name="{name}" content={attribute(value)}>'


def _outline(sections: list[Placed]) -> Iterator[str]:
    """目录, if there is anything to list."""
    lists = "".join(outline(sections))
    if lists:
        yield f'<nav aria-label="目录"><details open><summary>目录</summary>{lists}</details></nav>'


@cache
def style(*names: str) -> str:
    """The style sheets of this package by name, one behind the other, without comments."""
    texts = (resources.files(__package__).joinpath(name).read_text(encoding="utf-8") for name in names)
    return re.sub(r"/\*[^*]*\*/\n?", "", "".join(texts))
