"""Stage 1a, lines: the source cut losslessly into lines, page chrome told apart from text."""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import evolve

from ..model.source import Hint, Source, Span
from .body import Line
from .chrome import SHORT, furniture_kind
from .flattened import LONG, pieces
from .residue import answers, without_contents, without_residue

HIDDEN = "\u200b\u200c\u200d\u2060\ufeff"
ZERO_WIDTH = re.compile(f"[{HIDDEN}]+")


def visible(source: Source) -> Source:
    """The source with its zero-width characters hinted as markup: they hide no number and are still accounted for."""
    if not any(character in source.text for character in HIDDEN):  # six times as fast as a search
        return source
    hidden = tuple(Hint(Span(*m.span()), "markup") for m in ZERO_WIDTH.finditer(source.text))
    return evolve(source, hints=source.hints + hidden)


def lines(source: Source) -> list[Line]:
    """All lines that hold anything but white space, in source order, each with its kind and the rule that gave it.

    >>> [(line.text, line.kind) for line in lines(Source("下载\\n一、总体情况\\n"))]
    [('下载', 'chrome'), ('一、总体情况', 'text')]
    """
    found: list[Line] = []
    gap, start = False, 0
    total = len(source.text)
    wide = any(space in source.text for space in "\u3000\t\u00a0")
    for physical in source.text.splitlines(keepends=True):
        text = physical.strip()
        if not text:
            gap = True
        elif len(text) < LONG or (not wide and len(text) * 2 <= total):
            at = start if physical[0] == text[0] else start + physical.index(text[0])
            kind = furniture_kind(text) if len(text) <= SHORT else None
            found.append(Line(at, at + len(text), text, kind or "text", kind or "", gap))
            gap = False
        else:
            at = start if physical[0] == text[0] else start + physical.index(text[0])
            parts, glued = pieces(text, at, total)
            for offset, piece in parts:
                kind = furniture_kind(piece) if len(piece) <= SHORT else None
                found.append(Line(offset, offset + len(piece), piece, kind or "text", kind or "", gap, glued))
                gap = False
        start += len(physical)
    if source.hints:
        found = _with_hints(source, found)
    return without_contents(without_residue(answers(found)))


def _with_hints(source: Source, found: list[Line]) -> list[Line]:
    """The lines again with what the reader's hints say of them."""
    by_kind: dict[str, list[Hint]] = {}
    for hint in source.hints:
        by_kind.setdefault(hint.kind, []).append(hint)
    for hints in by_kind.values():
        hints.sort(key=lambda h: h.span)
    starts = {kind: [h.span.start for h in hints] for kind, hints in by_kind.items()}

    def at(kind: str, offset: int) -> Hint | None:
        index = bisect_right(starts.get(kind, []), offset) - 1
        hint = by_kind[kind][index] if index >= 0 else None
        return hint if hint is not None and offset < hint.span.end else None

    result: list[Line] = []
    table: Hint | None = None
    for line in found:
        begin, end = line.start, line.end
        cells = at("table", begin)
        if cells is not None:
            if cells is not table:
                stop = cells.span.start + len(cells.span.of(source.text).rstrip())
                result.append(Line(begin, stop, source.text[begin:stop], "table", "hint", rows=cells.value))
            table = cells
            continue
        text, begin, end = _without_markup(source, by_kind.get("markup", []), starts.get("markup", []), begin, end)
        if not text:
            continue
        furniture = at("furniture", begin)
        heading, align, soft = at("heading", begin), at("align", begin), at("break", end)
        kind = (str(furniture.value) if furniture else None) or (furniture_kind(text) if len(text) <= SHORT else None)
        result.append(
            Line(
                begin,
                end,
                text,
                kind or "text",
                "hint" if furniture else kind or "",
                line.gap,
                line.glued,
                int(heading.value) if heading else 0,
                align is not None and align.value == "center",
                soft is not None,
                flows=soft is not None and soft.value == "certain",
                opens=at("indent", begin) is not None,
            )
        )
    return result


def _without_markup(
    source: Source, markup: list[Hint], starts: list[int], begin: int, end: int
) -> tuple[str, int, int]:
    """A line's text without markup characters, and its span trimmed of markup at both ends."""
    index = max(0, bisect_right(starts, begin) - 1)
    kept: list[tuple[int, int]] = []
    at = begin
    while index < len(markup) and markup[index].span.start < end:
        span = markup[index].span
        if span.end > at:
            if span.start > at:
                kept.append((at, span.start))
            at = max(at, span.end)
        index += 1
    if at < end:
        kept.append((at, end))
    raw = "".join(source.text[a:b] for a, b in kept)
    if not raw.strip():
        return "", begin, begin
    first = next(a + len(t) - len(t.lstrip()) for a, b in kept if (t := source.text[a:b]).strip())
    last = next(a + len(t.rstrip()) for a, b in reversed(kept) if (t := source.text[a:b]).strip())
    return raw.strip(), first, last
