"""Pages drawn as text: a Chinese character is an em of 16 points, any other half of one, a line of the drawing 24."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from govreport.formats.pages import Glyph, Page, Rule

EM, PITCH = 16.0, 24.0
ARMS = {
    "─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu",
    "├": "rud", "┤": "lud", "┬": "lrd", "┴": "lru", "┼": "lrud",
}  # fmt: skip
"""The characters that draw ruling lines, with the directions in which they lead."""
Drawer = Callable[..., Page]


def drawing(text: str, bold: str = "", left: float = 0.0, width: float = 595.0, height: float = 842.0) -> Page:
    """The page that a drawing shows; `bold`: the characters in a heading face, `left`: where its first column is."""
    page = Page(width, height)
    for row, line in enumerate(text.removeprefix("\n").rstrip("\n").split("\n")):
        x, y, spaced = left, row * PITCH, False
        for char in line:
            wide = EM if unicodedata.east_asian_width(char) in "WF" or char in "“”—" else EM / 2
            if char in ARMS:
                middle, centre = y + PITCH / 2, x + wide / 2
                page.rules += [
                    Rule("l" in arm or "r" in arm, *place)
                    for arm, place in (
                        ("l", (middle, x, centre)),
                        ("r", (middle, centre, x + wide)),
                        ("u", (centre, y, middle)),
                        ("d", (centre, middle, y + PITCH)),
                    )
                    if arm in ARMS[char]
                ]
            elif char not in " \u3000":
                page.glyphs.append(Glyph(char, x, y + 4, x + wide, y + 20, char in bold, spaced))
            spaced = char in " \u3000"
            x += wide
    return page


@pytest.fixture
def drawn() -> Drawer:
    """Makes a page of a drawing: see `drawing`."""
    return drawing
