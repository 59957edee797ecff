"""html: both reports side by side on one page without scripts; sections stand beside their partners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from ..changes import Change, Diff
from ..words import ADDED, KEPT, REMOVED, Words, words_of
from .labels import FIELDS, METRICS, amount, summary, types

STYLE = """
:root{color-scheme:light dark;--line:#ccc;--gone:#ffe3e0;--come:#dff5e1;--quiet:#666;--paper:#fff;--ink:#1a1a1a}
@media(prefers-color-scheme:dark){:root{--line:#444;--gone:#552320;--come:#1d4426;--quiet:#aaa;--paper:#161616;--ink:#eee}}
body{margin:0 auto;max-width:76rem;padding:1rem;font:1rem/1.7 "Noto Serif CJK SC",SimSun,serif;
 background:var(--paper);color:var(--ink)}
h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.sides td:first-child,.sides th:first-child{width:6.5em;color:var(--quiet);font-size:.85rem}
.address{color:var(--quiet);font-size:.85rem}
strong{display:block}
del{background:var(--gone);text-decoration:line-through;
 text-decoration-color:color-mix(in srgb,currentColor 35%,transparent)}
ins{background:var(--come);text-decoration:none}
td p{margin:.2rem 0;white-space:pre-wrap}
.metrics td:nth-child(2),.metrics td:nth-child(3),.metrics td:nth-child(4){font-variant-numeric:tabular-nums}
details{margin:1rem 0}
@media print{body{max-width:none}tr{break-inside:avoid}}
"""


def html(diff: Diff) -> str:
    """The page; every word of the reports is escaped."""
    return "".join(_page(diff))


def opening(title: str, style: str) -> str:
    """The beginning of a page, to where its own content begins; `title` is escaped already."""
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{style}</style></head>\n<body><main>"
    )


def _page(diff: Diff) -> Iterator[str]:
    old, new = escape(diff.old.title or "旧"), escape(diff.new.title or "新")
    yield opening(f"{old} → {new}", STYLE)
    yield f"<h1>{old} → {new}</h1>\n<p>{escape(summary(diff))}</p>\n"
    if diff.fields:
        yield "<h2>版头、导语和结尾</h2>\n"
        yield from _sides((FIELDS[row.name], "", "", *_both(row.old, row.new)) for row in diff.fields)
    yield "<h2>章节</h2>\n"
    yield from _sides(_row(change) for change in diff.changes if change.type != "unchanged")
    same = [change for change in diff.changes if change.type == "unchanged"]
    if same:
        yield f"<details><summary>未变的 {len(same)} 节</summary>\n"
        yield from _sides(_row(change) for change in same)
        yield "</details>\n"
    if diff.metrics:
        yield '<h2>数字</h2>\n<table class="metrics"><thead><tr>'
        yield "".join(f'<th scope="col">{name}</th>' for name in ("指标", "旧", "新", "变化", "类别", "位置"))
        yield "</tr></thead><tbody>\n"
        for metric in diff.metrics:
            address = metric.new_address if metric.new_address is not None else metric.old_address
            cells = (metric.name, metric.old_text, metric.new_text, amount(metric), METRICS[metric.type], address or "")
            yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>\n"
        yield "</tbody></table>\n"
    yield "</main></body></html>\n"


Row = tuple[str, str, str, str, str]


def _sides(rows: Iterable[Row]) -> Iterator[str]:
    """A table of three columns: what happened, old, new."""
    yield '<table class="sides"><thead><tr><th scope="col">变化</th><th scope="col">旧</th><th scope="col">新</th>'
    yield "</tr></thead><tbody>\n"
    for label, old_head, new_head, old_text, new_text in rows:
        yield f'<tr><th scope="row">{label}</th><td>{old_head}{old_text}</td><td>{new_head}{new_text}</td></tr>\n'
    yield "</tbody></table>\n"


def _row(change: Change) -> Row:
    old_text, new_text = _both(change.old_text, change.new_text)
    if change.type in ("split", "merged"):  # the whole text of the other section says little here
        old_text, new_text = escape(change.old_text), escape(change.new_text)
    old, new = _both(change.old_heading, change.new_heading)
    return (
        types(change),
        _head(change.old_address, old),
        _head(change.new_address, new),
        old_text if change.old_address is not None else "",
        new_text if change.new_address is not None else "",
    )


def _head(address: str | None, heading: str) -> str:
    if address is None:
        return ""
    return f'<div class="address">{escape(address)}</div>' + (f"<strong>{heading}</strong>" if heading else "")


def _both(old: str, new: str) -> tuple[str, str]:
    """The two sides of a text, what differs marked."""
    words = words_of(old, new)
    return _side(words, REMOVED, "del"), _side(words, ADDED, "ins")


def _side(words: Iterable[Words], own: str, tag: str) -> str:
    return "".join(
        escape(stretch.text) if stretch.op == KEPT else f"<{tag}>{escape(stretch.text)}</{tag}>"
        for stretch in words
        if stretch.op in (KEPT, own)
    )
