"""Words of reports in markup, and links to places of the page that are really there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import define, field

from ..formats.html.outline import href
from ..formats.markup_text import clean, escaped


def said(text: object) -> str:
    """Text as character data, whatever it holds.

    >>> said("<b>R&D\\x00")
    '&lt;b&gt;R&amp;D'
    """
    return escaped(clean(str(text)))


AGAIN = re.compile(r"~(\d+)(?=/|$)")
NAMELESS = re.compile(r"(?<![^/])\?(?=[（/]|$)")


def placed(address: str) -> str:
    """An address in words of people who know nothing of addresses; to `Report.at` it says nothing.

    >>> placed("二/一是~2"), placed("?/三")
    ('二/一是（第2个）', '无标题/三')
    """
    return NAMELESS.sub("无标题", AGAIN.sub(r"（第\1个）", address))


@define
class Anchors:
    """The ids that the article has: those of its sections, and others as they are written.

    Ids of the page's own end in a full stop, which addresses never do.
    """

    ids: set[str] = field(factory=set)

    def link(self, anchor: str, words: object = None) -> str:
        """A link to an anchor, or the words alone where it isn't on the page.

        >>> Anchors({"一"}).link("一"), Anchors().link("一")
        ('<a href="#一">一</a>', '一')
        """
        shown = said(placed(anchor) if words is None else words)
        if not shown or clean(anchor) not in self.ids:
            return shown
        return f"<a href={href(anchor)}>{shown}</a>"


def table(sort: str, caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are markup; the first of a row names it. A column that is empty throughout is left out,
    a cell that begins with `<td` is taken as it is."""
    body = [list(row) for row in rows]
    kept = [at for at in range(len(heads)) if at == 0 or any(row[at] for row in body)]
    head = "".join(f'<th scope="col">{heads[at]}</th>' for at in kept)
    lines = "\n".join(
        f'<tr><th scope="row">{row[0]}</th>'
        + "".join(row[at] if row[at].startswith("<td") else f"<td>{row[at]}</td>" for at in kept[1:])
        + "</tr>"
        for row in body
    )
    return (
        f'<div class="table" role="group" aria-label="{caption}" tabindex="0"><table class="{sort}">'
        f"<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{lines}\n</tbody></table></div>"
    )


def part(anchor: str, heading: str, body: Iterable[str], intro: str = "") -> str:
    """A part of the page under its own heading."""
    lead = f'<p class="lead">{intro}</p>\n' if intro else ""
    inside = "\n".join(body)
    return (
        f'<section class="part" id="{anchor}" aria-labelledby="{anchor}h"><h2 id="{anchor}h">{heading}</h2>\n'
        f"{lead}{inside}\n</section>"
    )
