"""Text objects: where characters stand, how broad they are, which way they face; in mm here."""

from __future__ import annotations

import pytest
from lxml import etree

from govreport.formats.ofd.text import Pen, deltas, glyphs
from govreport.formats.pages import UNMOVED, Glyph


def placed(attributes: str, *codes: str) -> list[Glyph]:
    """The glyphs of a text object with these attributes and this content."""
    item = etree.fromstring(f'<T Boundary="20 30 100 10" {attributes}>{"".join(codes)}</T>')
    return list(glyphs(item, UNMOVED, False, Pen()))


def code(words: str, steps: str = "", y: str = "5") -> str:
    return f'<TextCode X="0" Y="{y}" {steps}>{words}</TextCode>'


def lefts(found: list[Glyph]) -> list[float]:
    return [round(glyph.left, 3) for glyph in found]


@pytest.mark.parametrize(
    ("written", "steps"),
    [
        ("5 5 2.5", [5.0, 5.0, 2.5]),
        ("g 3 5", [5.0, 5.0, 5.0]),
        ("1 g 2 5 2", [1.0, 5.0, 5.0, 2.0]),
        ("g3 5", [5.0, 5.0, 5.0]),
        ("G 2 1,5", [1.0, 1.0, 5.0]),
        ("g -1 5", []),
        ("g 2", [0.0, 0.0]),
        ("x 5", [0.0, 5.0]),
        ("", []),
    ],
)
def test_steps(written: str, steps: list[float]) -> None:
    assert list(deltas(written)) == steps


def test_steps_are_only_counted_as_far_as_there_are_characters() -> None:
    assert lefts(placed('Size="5"', code("三个字", 'DeltaX="g 999999999 5"'))) == [20, 25, 30]


@pytest.mark.parametrize(
    ("words", "steps", "at"),
    [
        ("三个字", 'DeltaX="5 6"', [20, 25, 31]),
        ("三个字", "", [20, 25, 30]),  # nothing said: one behind the other
        ("AB字", "", [20, 22.5, 25]),
        ("四个大字", 'DeltaX="6"', [20, 26, 31, 36]),  # said too little
        ("&#10;  字", 'DeltaX="2.5 2.5"', [25]),  # laid out by hand: the line end is none of the text
    ],
)
def test_places(words: str, steps: str, at: list[float]) -> None:
    assert lefts(placed('Size="5"', code(words, steps))) == at


@pytest.mark.parametrize(
    ("words", "steps", "breadths"),
    [
        ("字字字", "5 5", [5, 5, 5]),
        ("字，字", "4 4", [4, 4, 5]),  # set closer
        ("字字字字", "7 7 7", [7, 7, 7, 5]),  # 字距: the room belongs to the characters
        ("字字字字", "5 9 5", [5, 5, 5, 5]),  # a gap
        ("12字", "2.5 4.5", [2.5, 2.5, 5]),  # 中西文间距 behind a figure
        ("“字”", "5 5", [5, 5, 5]),  # quotes are as wide as the others
        ("WW", "5", [5, 2.5]),
        ("a“b", "2.5 2.5", [2.5, 2.5, 2.5]),  # but not among letters
    ],
)
def test_breadths(words: str, steps: str, breadths: list[float]) -> None:
    found = placed('Size="5"', code(words, f'DeltaX="{steps}"'))
    assert [round(glyph.right - glyph.left, 3) for glyph in found] == breadths


def test_hscale_narrows() -> None:
    assert lefts(placed('Size="5" HScale="0.5"', code("三个字"))) == [20, 22.5, 25]


def test_a_second_text_code_stands_where_it_says_or_where_the_first_did() -> None:
    found = placed('Size="5"', code("甲"), '<TextCode X="30">乙</TextCode>', '<TextCode Y="12">丙</TextCode>')
    assert [(g.text, g.left, round(g.bottom, 1)) for g in found] == [
        ("甲", 20, 35.6),
        ("乙", 50, 35.6),
        ("丙", 50, 42.6),
    ]


def test_space_characters_are_said_of_the_next_character() -> None:
    found = placed('Size="5"', code("a b"), code("　", y="9"), code("c", y="9"))
    assert [(glyph.text, glyph.spaced) for glyph in found] == [("a", False), ("b", True), ("c", True)]


@pytest.mark.parametrize(
    ("transform", "steps", "texts", "at"),
    [
        ('CodePosition="1" CodeCount="2" GlyphCount="1"', "5 4", "affe", [20, 25, 27, 29]),
        ('CodePosition="1"', "5 4 4", "affe", [20, 25, 29, 33]),
        ('CodePosition="0" CodeCount="1" GlyphCount="2"', "3 1 4", "afe", [20, 24, 28]),
        (
            'CodePosition="0" CodeCount="1" GlyphCount="2"',
            "4 4",
            "afe",
            [20, 24, 28],
        ),  # a step a character all the same
        ('CodePosition="9" CodeCount="2" GlyphCount="1"', "4 4", "afe", [20, 24, 28]),  # not in this text
        ('CodePosition="-3" CodeCount="x"', "4 4", "afe", [20, 24, 28]),
    ],
)
def test_glyphs_that_stand_for_more_or_fewer_characters(
    transform: str, steps: str, texts: str, at: list[float]
) -> None:
    found = placed(
        'Size="5"', f"<CGTransform {transform}><Glyphs>7</Glyphs></CGTransform>", code(texts, f'DeltaX="{steps}"')
    )
    assert "".join(glyph.text for glyph in found) == texts
    assert lefts(found) == pytest.approx(at, abs=0.6)


def test_characters_encoded_as_radicals_or_ligatures() -> None:
    assert "".join(glyph.text for glyph in placed('Size="5"', code("⼈⻓ﬁ"))) == "人长fi"


@pytest.mark.parametrize(
    ("attributes", "turn"),
    [
        ("", 0),
        ('CTM="0 1 -1 0 0 0"', 90),
        ('CTM="0.866 -0.5 0.5 0.866 0 0"', 330),
        ('CTM="1 0.02 -0.02 1 0 0"', 0),
        ('CharDirection="180"', 180),
        ('CTM="broken"', 0),
    ],
)
def test_turned_text(attributes: str, turn: int) -> None:
    assert {glyph.turn for glyph in placed(f'Size="5" {attributes}', code("水印"))} == {turn}


def test_text_written_downwards_is_one_turned_line() -> None:
    found = placed('Size="5" ReadDirection="90"', code("竖排", 'DeltaY="5"'))
    assert [(glyph.left, round(glyph.top, 1), glyph.turn) for glyph in found] == [(20, 30.6, 90), (20, 35.6, 90)]


@pytest.mark.parametrize("attributes", ['Weight="700"', 'Stroke="true"'])
def test_heavy_text_is_bold(attributes: str) -> None:
    assert placed(f'Size="5" {attributes}', code("标题"))[0].bold
    assert not placed('Size="5" Weight="400"', code("正文"))[0].bold


def test_the_ctm_works_before_the_corner_is_added() -> None:
    found = placed('Size="50" CTM="0.1 0 0 0.1 1 0"', code("字字", 'DeltaX="50"', y="50"))
    assert lefts(found) == [21, 26]
