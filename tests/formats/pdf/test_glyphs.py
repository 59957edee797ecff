"""The characters of a page: which they are, where they stand as the page is shown, what they look like."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govreport.formats.pages import Glyph, as_text
from govreport.formats.pdf.glyphs import glyphs

pdfium = pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
Writer = Callable[..., bytes]


def placed(data: bytes) -> list[Glyph]:
    """The glyphs of the first page."""
    document = pdfium.PdfDocument(data)
    page = document[0]
    text = page.get_textpage()
    found = list(glyphs(pdfium.raw, page, text))
    for part in (text, page, document):
        part.close()
    return found


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (0x2F08, "人"),
        (0x2F9C, "足"),
        (0x2E9F, "母"),
        (0x2ED3, "长"),
        (0xF9B4, "領"),
        (0x2, "-"),
        (0xFFFE, "-"),
        (0xAD, "-"),
        (0, ""),
        (0xFFFF, ""),
        (7, " "),
        (0x3000, "\u3000"),
        (0x20BB7, "𠮷"),
        (ord("ﬁ"), "fi"),
    ],
)
def test_codes(code: int, text: str) -> None:
    """Radicals are the characters that they look like; hyphens at a line's end are hyphens; ligatures are letters."""
    assert as_text(code) == text


@pytest.mark.parametrize(
    ("page", "left", "top"),
    [
        ("", 100, 126),
        ("/Rotate 90", 698, 100),
        ("/Rotate 180", 479, 698),
        ("/Rotate 270", 126, 479),
        ("/CropBox [60 50 560 800]", 40, 84),
    ],
)
def test_places_are_those_of_the_page_as_it_is_shown(pdf: Writer, page: str, left: float, top: float) -> None:
    """A text at (100, 700) of an upright A4 sheet, 16 points high."""
    (glyph,) = placed(pdf([[(100, 700, "文")]], page=page))
    assert (glyph.left, glyph.top) == pytest.approx((left, top), abs=4)
    assert (glyph.right - glyph.left, glyph.bottom - glyph.top) == pytest.approx((16, 16), abs=4)


@pytest.mark.parametrize(
    ("page", "matrix", "turn"),
    [
        ("", "1 0 0 1", 0),
        ("", "0 1 -1 0", 270),
        ("", "0.7 0.7 -0.7 0.7", 315),
        ("/Rotate 90", "1 0 0 1", 90),
        ("/Rotate 90", "0 1 -1 0", 0),
        ("", "0.999 0.02 -0.02 0.999", 0),
    ],
)
def test_turned_text(pdf: Writer, shown: Callable[..., str], page: str, matrix: str, turn: int) -> None:
    """A table laid across an upright page, whose text is turned back by /Rotate, stands level."""
    found = placed(pdf([[shown(300, 400, "横表", matrix=matrix)]], page=page))
    assert [(glyph.text, glyph.turn) for glyph in found] == [("横", turn), ("表", turn)]


@pytest.mark.parametrize(
    ("operators", "shown_text"),
    [
        ("q 80 690 45 40 re W n {} Q", "甲乙"),
        ("q 80 690 300 40 re W n 80 690 30 40 re W n {} Q", "甲"),
        ("q 80 100 300 40 re W n {} Q", ""),
        ("q 1 0 0 1 0 150 cm {} Q", ""),
        ("{}", "甲乙丙丁"),
    ],
    ids=["cut", "cut twice", "cut away", "beyond the page", "whole"],
)
def test_only_what_is_shown_is_text(pdf: Writer, shown: Callable[..., str], operators: str, shown_text: str) -> None:
    """Characters whose middle lies in the area that they are cut to; 16 points each, from (90, 700)."""
    found = placed(pdf([[operators.format(shown(90, 700, "甲乙丙丁"))]]))
    assert "".join(glyph.text for glyph in found) == shown_text


@pytest.mark.parametrize(("face", "bold"), [("F", False), ("H", True), ("B", True)])
def test_faces(pdf: Writer, shown: Callable[..., str], face: str, bold: bool) -> None:
    assert [glyph.bold for glyph in placed(pdf([[shown(90, 700, "Ab", face=face)]]))] == [bold, bold]


def test_space_characters_are_no_glyphs_but_are_known(pdf: Writer) -> None:
    found = placed(pdf([[(90, 700, "办 法a b")]]))
    assert "".join(glyph.text for glyph in found) == "办法ab"
    assert [glyph.spaced for glyph in found] == [False, True, False, True]
