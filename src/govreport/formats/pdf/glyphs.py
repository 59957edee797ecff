"""The characters of a PDF page, from PDFium, in points from the upper left corner of the page as it is shown."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from ctypes import byref, c_double, c_int, c_void_p, cast, create_string_buffer
from typing import Any

from attrs import frozen

from ..pages import Glyph, Point, as_text, finite, is_heading_face, is_wide
from .clips import Clips

HEAVY = 600
"""The weight of a bold font."""
LEVEL = 3
"""Text that is turned by no more degrees stands level."""
ASCENT, DESCENT = 0.88, -0.12
"""The height of a line above and below the baseline, as in Chinese fonts."""

Box = tuple[float, float, float, float]


def placing(page: Any) -> Callable[[float, float], Point]:
    """How a point of the page's own space (y upwards) is shown: cut to its box, turned by its /Rotate."""
    left, bottom, right, top = page.get_bbox()
    shown: dict[int, Callable[[float, float], Point]] = {
        0: lambda x, y: (finite(x - left), finite(top - y)),
        90: lambda x, y: (finite(y - bottom), finite(x - left)),
        180: lambda x, y: (finite(right - x), finite(y - bottom)),
        270: lambda x, y: (finite(top - y), finite(right - x)),
    }
    return shown[page.get_rotation() % 360]


def glyphs(raw: Any, page: Any, text: Any) -> Iterator[Glyph]:
    """The characters that a page shows, in the order of the file; what PDFium adds (spaces, line ends) is left out."""
    place, rotation, clips = placing(page), page.get_rotation(), Clips(raw, page)
    spaced, high = False, 0
    owner, look = None, Look()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0
        high = 0
        char = as_text(code)
        if not char.strip():
            spaced = spaced or char != ""
            continue
        item = raw.FPDFText_GetTextObject(text, index)
        address = cast(item, c_void_p).value
        if address != owner or address is None:
            owner, look = address, _look(raw, text, index)
        left, bottom, right, top = _box(raw, text, index, look, is_wide(char[0]))
        if not clips.shows(item, (left + right) / 2, (bottom + top) / 2):
            continue
        corners = [place(x, y) for x in (left, right) for y in (bottom, top)]
        (x0, x1), (y0, y1) = ((min(some), max(some)) for some in zip(*corners, strict=True))
        turn, width = _turn(rotation - look.angle), (x1 - x0) / len(char)
        for at, letter in enumerate(char):  # a ligature is several
            yield Glyph(letter, x0 + at * width, y0, x0 + (at + 1) * width, y1, look.bold, spaced, turn)
            spaced = False


@frozen
class Look:
    """What the characters of a text object have in common: `angle` in degrees, against the clock, `em` their size."""

    bold: bool = False
    angle: float = 0.0
    em: float = 1.0


def _look(raw: Any, text: Any, index: int) -> Look:
    """The look of a character."""
    name, flags, matrix = create_string_buffer(128), c_int(), raw.FS_MATRIX()
    raw.FPDFText_GetFontInfo(text, index, name, 128, byref(flags))
    raw.FPDFText_GetMatrix(text, index, byref(matrix))
    bold = raw.FPDFText_GetFontWeight(text, index) >= HEAVY or is_heading_face(name.value.decode("utf-8", "replace"))
    angle = math.degrees(math.atan2(matrix.b, matrix.a))
    em = finite(raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.a, matrix.b)) or 1.0
    return Look(bold, angle, em)


def _box(raw: Any, text: Any, index: int, look: Look, chinese: bool) -> Box:
    """The box of a character's advance and line height.

    PDFium knows it for level text; for vertical writing (竖排) it takes the font's size without the text's scale.
    """
    if not _turn(look.angle):
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(text, index, byref(box))
        if not (chinese and box.right - box.left > 2 * look.em):
            return box.left, box.bottom, box.right, box.top
    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
    along, up = math.cos(math.radians(look.angle)), math.sin(math.radians(look.angle))
    left, bottom, right, top = text.get_charbox(index)
    drawn = max((h - x.value) * along + (v - y.value) * up for h in (left, right) for v in (bottom, top))
    corners = [
        (x.value + width * along - height * up, y.value + width * up + height * along)
        for width in (0.0, look.em if chinese else drawn)
        for height in (DESCENT * look.em, ASCENT * look.em)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _turn(angle: float) -> int:
    """An angle in whole degrees from 0 to 359; what is nearly level is 0."""
    turn = round(angle) % 360
    return 0 if min(turn, 360 - turn) <= LEVEL else turn
