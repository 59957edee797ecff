"""Placed characters → lines of text, from top to bottom.

PDF and OFD know neither lines nor spaces. Characters on one height are one line, whatever their order in the file;
a gap is a space where it is wider than what stands between the other characters of the line.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from statistics import median

from attrs import evolve

from ..cells import wide
from .gutters import gutters_of, streams
from .model import Glyph, Line, Segment, Strip

CLOSING = frozenset("，。；：、！？）》〉」』】〕”’％")
OPENING = frozenset("（《〈「『【〔“‘")
WIDE_GAP, NARROW_GAP, TYPED_GAP, PUNCTUATION_GAP = 0.45, 0.15, 0.12, 1.2
"""From which gap on (in em) a space stands: beside Chinese characters (Word puts a quarter em between these and
letters, 中西文间距, and justified lines add to it); between letters; where a space was typed; beside punctuation,
which brings its room."""
FULL_GAP = 0.8
"""From which gap on (in em) the space beside a Chinese character is as wide as itself (全角空格)."""
BREAK_GAP = 1.5
"""A gap (in em) that parts a run from the next one on its height."""
COLUMN_GAP = 1.5
"""A gap (in em) that may part the columns of a table."""
STRETCHED, LOOSEST, PAIRS = 0.08, 1.3, 4
"""Between these gaps (in em), in so many pairs of Chinese characters, a line is letter-spaced (分散对齐)."""
Run = list[Glyph]
is_wide = cache(wide)


def is_full(glyph: Glyph, em: float) -> bool:
    """Whether a glyph is as wide as a Chinese character: also “ ” — … ① in Chinese faces.

    >>> is_full(Glyph("”", 0, 0, 16, 16), 16), is_full(Glyph("”", 0, 0, 6, 16), 16)
    (True, False)
    """
    return is_wide(glyph.text) or (not glyph.text.isascii() and glyph.right - glyph.left >= 0.8 * em)


def lines_of(glyphs: list[Glyph]) -> list[Line]:
    """The lines that characters make, from top to bottom; turned text makes lines of its own, at its upper edge.

    >>> row = [Glyph(c, 90 + 16 * i, 70, 106 + 16 * i, 86) for i, c in enumerate("总体情况")]
    >>> [line.text for line in lines_of([Glyph("一", 90, 100, 106, 116), *row])]
    ['总体情况', '一']
    """
    return _in_order(_runs(glyphs), [], glyphs)


def lines_in_columns(glyphs: list[Glyph], before: list[Strip]) -> tuple[list[Line], list[Strip]]:
    """The lines of a page in reading order, and the white strips between its columns (分栏); `before`: those of the
    page before.
    """
    runs = _runs(glyphs)
    gutters = gutters_of(runs, is_wide, before)
    return _in_order(runs, gutters, glyphs), gutters


def _in_order(runs: list[Run], gutters: list[Strip], glyphs: list[Glyph]) -> list[Line]:
    lines = [
        _line([glyph for _, run in sorted(row, key=lambda pair: pair[0]) for glyph in run], column)
        for column, part in streams(runs, gutters)
        for row in _rows(part)
    ]
    lines += map(_turned, turned(glyphs))
    return lines if gutters else sorted(lines, key=lambda line: line.top + line.bottom)


def em_of(glyphs: list[Glyph]) -> float:
    """The size of characters: how wide Chinese ones are, or how high the others."""
    widths = [g.right - g.left for g in glyphs if is_wide(g.text)]
    return max(1.0, median(widths) if widths else median(g.bottom - g.top for g in glyphs) / 1.15)


def _level(one: Glyph, other: Glyph) -> bool:
    """Whether two characters stand on one line: their heights overlap by half."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _runs(glyphs: list[Glyph]) -> list[Run]:
    """Level characters that follow one another in the file and on the page."""
    runs: list[Run] = []
    for glyph in glyphs:
        if glyph.turn:
            continue
        last = runs[-1][-1] if runs else None
        if last is not None and _level(last, glyph):
            size = max(last.bottom - last.top, glyph.bottom - glyph.top)
            if last.left <= glyph.left + 0.5 * size and glyph.left - last.right < BREAK_GAP * size:
                runs[-1].append(glyph)
                continue
        runs.append([glyph])
    return runs


def _tallest(run: Run) -> Glyph:
    return max(run, key=lambda g: g.bottom - g.top)


def _rows(runs: list[Run]) -> list[list[tuple[int, Run]]]:
    """Runs by the height that they stand on, from the top, each with its place in the file."""
    placed = sorted(((_tallest(run), at, run) for at, run in enumerate(runs)), key=lambda p: p[0].top + p[0].bottom)
    rows: list[list[tuple[int, Run]]] = []
    core: Glyph | None = None
    for tall, at, run in placed:
        if core is not None and _level(core, tall):
            rows[-1].append((at, run))
            core = tall if tall.bottom - tall.top > core.bottom - core.top else core
        else:
            rows.append([(at, run)])
            core = tall
    return rows


def _line(glyphs: Run, column: int) -> Line:
    """A line from its characters, spaces put in where the gaps are wide.

    Letters and digits are bold where the Chinese characters about them are: they have a face of their own.
    """
    em = em_of(glyphs)
    row = _once(sorted(glyphs, key=lambda g: g.left), em)
    parts: list[str] = []
    bold: list[tuple[int, int]] = []
    segments: list[Segment] = []
    length = light = 0
    for glyph, space in zip(row, ["", *_spaces(row, em)], strict=True):
        parts += (space, glyph.text)
        length += len(space)
        length += len(glyph.text)
        if is_wide(glyph.text) and not glyph.bold:
            light = length
        elif glyph.bold and bold and light <= bold[-1][1]:
            bold[-1] = (bold[-1][0], length)
        elif glyph.bold:
            bold.append((light, length))
        if segments and glyph.left - segments[-1].right < COLUMN_GAP * em:
            segments[-1].text += space + glyph.text
            segments[-1].right = max(segments[-1].right, glyph.right)
        else:
            segments.append(Segment(glyph.text, glyph.left, glyph.right))
    if bold and light <= bold[-1][0]:
        bold[-1] = (bold[-1][0], length)
    return Line(
        "".join(parts),
        row[0].left,
        min(g.top for g in row),
        max(g.right for g in row),
        max(g.bottom for g in row),
        em,
        tuple(bold),
        tuple(segments),
        column=column,
    )


def _once(row: Run, em: float) -> Run:
    """Characters without those printed over themselves (描边加粗), which are bold."""
    kept: Run = []
    for glyph in row:
        if kept and kept[-1].text == glyph.text and glyph.left - kept[-1].left < 0.12 * em:
            kept[-1] = evolve(kept[-1], bold=True)
        else:
            kept.append(glyph)
    return kept


def _spaces(row: Run, em: float) -> list[str]:
    """For each character but the first, the space before it: none, one, or one as wide as a Chinese character."""
    gaps = [(after.left - before.right) / em for before, after in pairwise(row)]
    full = [is_full(glyph, em) for glyph in row]
    stretch = _stretch([gap for gap, (one, other) in zip(gaps, pairwise(full), strict=True) if one and other])
    found: list[str] = []
    for (before, after), gap, (one, other) in zip(pairwise(row), gaps, pairwise(full), strict=True):
        if not one and not other:
            found.append(" " if after.spaced or gap >= NARROW_GAP else "")
            continue
        room = gap - stretch
        limit = WIDE_GAP
        if after.text in CLOSING or before.text in OPENING:
            limit = PUNCTUATION_GAP
        if room >= limit or (after.spaced and room >= TYPED_GAP):
            found.append("\u3000" if room >= FULL_GAP else " ")
        else:
            found.append("")
    return found


def _stretch(gaps: list[float]) -> float:
    """The even gap between the Chinese characters of a letter-spaced line (邮 编 ：), else 0."""
    if len(gaps) < PAIRS:
        return 0.0
    middle = median(gaps)
    even = sum(abs(gap - middle) <= 0.25 * middle + 0.05 for gap in gaps)
    return middle if STRETCHED <= middle <= LOOSEST and even * 10 >= len(gaps) * 7 else 0.0


def turned(glyphs: list[Glyph]) -> list[Glyph]:
    """Turned text, a glyph for each run of it."""
    found: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.turn and last is not None and last.turn == glyph.turn and _near(last, glyph):
            block = found[-1]
            block.text += (" " if glyph.spaced and not is_wide(glyph.text) else "") + glyph.text
            block.left, block.right = min(block.left, glyph.left), max(block.right, glyph.right)
            block.top, block.bottom = min(block.top, glyph.top), max(block.bottom, glyph.bottom)
        elif glyph.turn:
            found.append(evolve(glyph))
        last = glyph
    return found


def _near(one: Glyph, other: Glyph) -> bool:
    size = max(one.right - one.left, one.bottom - one.top, other.right - other.left, other.bottom - other.top)
    across = abs(one.left + one.right - other.left - other.right)
    return across <= 4 * size and abs(one.top + one.bottom - other.top - other.bottom) <= 4 * size


def _turned(block: Glyph) -> Line:
    """A line of turned text; text at a slant is a watermark (水印) and page chrome."""
    size = min(block.right - block.left, block.bottom - block.top)
    furniture = "chrome" if block.turn % 90 else ""
    return Line(block.text, block.left, block.top, block.right, block.bottom, max(1.0, size), furniture=furniture)
