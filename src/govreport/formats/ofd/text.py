"""文字对象 (GB/T 33190-2016 ch. 11): placed characters → glyphs of `formats.pages`, in points."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import islice, repeat, zip_longest
from statistics import median
from unicodedata import east_asian_width

from attrs import define

from ..pages import Glyph, Matrix, as_text, finite, is_wide, moved, times
from .container import Element, is_true, local, number, numbers

ASCENT, DESCENT = 0.88, 0.12
"""The height of a line above and below the baseline, as in Chinese fonts."""
MOST_GLYPHS = 100
"""Glyphs that may stand for the characters of one CGTransform."""
LEVEL = 3
"""Text that is turned by no more degrees stands level."""
HEAVY = 600
Box = tuple[float, float, float, float]
BROADEST, FOREIGN, USUAL = 0.75, 1.3, 0.5
"""How broad (in em) a letter (and one of another script) may be, to take the way to the next one as its breadth; how
broad it is otherwise."""
BROAD = {**dict.fromkeys("MWmw@%‰", 1.05), **dict.fromkeys("ABCDEFGHKNOPQRSTUVXYZ&", 0.85)}
"""Those that are broader."""


@define
class Pen:
    """What is left over from one text object to the next: whether a space character stood there."""

    spaced: bool = False


def object_matrix(item: Element, outer: Matrix) -> Matrix:
    """The way from an object's own space to the page: its CTM, then the corner of its Boundary (10.1)."""
    ctm = numbers(item.get("CTM"), 6) or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    box = numbers(item.get("Boundary"), 4) or (0.0, 0.0, 0.0, 0.0)
    a, b, c, d, e, f = ctm
    return times((a, b, c, d, e + box[0], f + box[1]), outer)


def glyphs(item: Element, outer: Matrix, bold: bool, pen: Pen) -> Iterator[Glyph]:
    """The characters of a TextObject; `bold` says that its font is one of headings."""
    size = number(item.get("Size")) or 1.0
    scale = number(item.get("HScale"), 1.0) or 1.0
    bold = bold or number(item.get("Weight")) >= HEAVY or is_true(item.get("Stroke"), False)
    matrix = object_matrix(item, outer)
    direction = number(item.get("CharDirection"))
    box, turn = boxes(matrix, size, direction), math.degrees(math.atan2(matrix[1], matrix[0])) + direction
    x = y = 0.0
    waiting: list[Element] = []
    for part in item:
        if local(part) == "CGTransform":
            waiting.append(part)
        elif local(part) == "TextCode":
            x, y = number(part.get("X"), x), number(part.get("Y"), y)
            run = _placed(part, _units(part, waiting), x, y, size * scale)
            upright = len(run) > 1 and abs(run[-1][1] - run[0][1]) > 4 * abs(run[-1][2] - run[0][2])
            # characters below one another (竖排) are one line, as if it were turned
            angle = turn if upright or len(run) == 1 else turn + 90 * (not direction)
            facing = _level(angle)
            for text, at_x, at_y, advance in run:
                share = advance / max(1, len(text))
                for step, char in enumerate(text):  # a ligature is several
                    if char.isspace():
                        pen.spaced = True
                        continue
                    yield Glyph(char, *box(at_x + step * share, at_y, share), bold, pen.spaced, facing)
                    pen.spaced = False
            waiting = []


def _units(code: Element, transforms: list[Element]) -> list[tuple[str, int]]:
    """The characters that are drawn together, and by how many glyphs (CGTransform, 11.4).

    Line ends around the text of a TextCode come from files that were laid out by hand.
    """
    text = (code.text or "").strip("\r\n\t")
    units: list[tuple[str, int]] = []
    at = 0
    for transform in sorted(transforms, key=lambda t: number(t.get("CodePosition"))):
        start = int(number(transform.get("CodePosition")))
        codes = max(1, int(number(transform.get("CodeCount"), 1)))
        if start < at or start + codes > len(text):
            continue
        units += [(as_text(ord(char)), 1) for char in text[at:start]]
        units.append((text[start : start + codes], _count(transform.get("GlyphCount"))))
        at = start + codes
    return units + [(as_text(ord(char)), 1) for char in text[at:]]


def _count(value: str | None) -> int:
    return min(max(1, int(number(value, 1))), MOST_GLYPHS)


def deltas(value: str | None) -> Iterator[float]:
    """The steps from character to character; `g n v` stands for n times v.

    >>> list(deltas("5 g 3 2.5 4"))
    [5.0, 2.5, 2.5, 2.5, 4.0]
    """
    words = iter((value or "").replace(",", " ").split())
    for word in words:
        if word[0] in "gG":
            count = word[1:] or next(words, "0")
            yield from repeat(number(next(words, "0")), max(0, int(number(count))))
        else:
            yield number(word)


def _placed(
    code: Element, units: list[tuple[str, int]], x: float, y: float, em: float
) -> list[tuple[str, float, float, float]]:
    """Each unit with its place and breadth; where steps are missing characters follow one another."""
    along, down = deltas(code.get("DeltaX")), deltas(code.get("DeltaY"))
    drawn = sum(count for _, count in units)
    if drawn > len(units) and sum(1 for _ in zip(deltas(code.get("DeltaX")), range(drawn), strict=False)) < drawn - 1:
        units = [(text, 1) for text, _ in units]
    steps: list[tuple[str, float, float, float]] = []
    amid = any(is_wide(text[:1] or " ") for text, _ in units) or all(_either(text) for text, _ in units)
    for text, count in units:
        chinese = is_wide(text[:1] or " ") or (amid and _either(text))
        natural = em * (1.0 if chinese else USUAL)
        if count == 1:
            step_x, step_y = next(along, None), next(down, None)
            known = step_x is not None or step_y is not None
            dx, dy = step_x or 0.0, step_y or 0.0
        else:
            found = list(islice(zip_longest(along, down, fillvalue=0.0), min(count, drawn)))
            known = bool(found)
            dx, dy = sum(step[0] for step in found), sum(step[1] for step in found)
        if not known:
            dx = natural
        steps.append((text, dx, dy, natural))
    spread = _spread(steps, em)
    placed: list[tuple[str, float, float, float]] = []
    for text, dx, dy, natural in steps:
        limit = spread + (natural if natural == em else em * sum(map(_broadest, text)))
        placed.append((text, x, y, dx if 0 < dx <= limit else natural))
        x, y = x + dx, y + dy
    return placed


def _either(text: str) -> bool:
    """Whether a character (“ — … · ∶ ①) is as wide as Chinese ones in Chinese fonts, and narrow in others."""
    return len(text) == 1 and not text.isascii() and east_asian_width(text) == "A"


def _broadest(char: str) -> float:
    """How broad a character that isn't Chinese may be, in em; other scripts have marks that stand apart."""
    return BROAD.get(char, BROADEST if char < "\u0250" and not _either(char) else FOREIGN)


def _spread(steps: list[tuple[str, float, float, float]], em: float) -> float:
    """By how much the characters of a run are set apart (字距); 0 unless most Chinese ones are."""
    rooms = [dx - em for _, dx, _, natural in steps[:-1] if natural == em]
    return max(0.0, median(rooms)) if len(rooms) > 2 else 0.0


def boxes(matrix: Matrix, size: float, direction: float) -> Callable[[float, float, float], Box]:
    """How the place and breadth of a character become the box of its advance and line height on the page; the character
    is turned about its place by CharDirection."""
    a, b, c, d, e, f = matrix
    up, under = -ASCENT * size, DESCENT * size

    def level(x: float, y: float, advance: float) -> Box:
        left, base = a * x + e, d * y + f
        return finite(left), finite(base + d * up), finite(left + a * advance), finite(base + d * under)

    own = math.radians(direction)
    along, across = math.cos(own), math.sin(own)

    def turned(x: float, y: float, advance: float) -> Box:
        corners = [
            moved(matrix, (x + h * along - v * across, y + h * across + v * along))
            for h in (0.0, advance)
            for v in (up, under)
        ]
        xs, ys = [finite(x) for x, _ in corners], [finite(y) for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    return level if a > 0 and d > 0 and b == c == direction == 0 else turned


def _level(angle: float) -> int:
    """An angle in whole degrees from 0 to 359; what is nearly level is 0."""
    turn = round(angle) % 360
    return 0 if min(turn, 360 - turn) <= LEVEL else turn
