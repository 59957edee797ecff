"""Paths: which of them are ruling lines of tables; in mm here."""

from __future__ import annotations

import pytest
from lxml import etree

from govreport.formats.ofd.drawing import is_ground, rules
from govreport.formats.pages import UNMOVED

BLACK, WHITE = '<FillColor Value="0 0 0"/>', '<FillColor Value="255 255 255"/>'


@pytest.mark.parametrize(
    ("attributes", "content", "data", "found"),
    [
        ("", "", "M 0 0 L 80 0", [(True, 20, 10, 90)]),
        ("", "", "S 0 0 L 80 0 C", [(True, 20, 10, 90), (True, 20, 10, 90)]),
        ("", "", "M 0 0 L 0 50", [(False, 10, 20, 70)]),
        ("", "", "M0,0L80,0", [(True, 20, 10, 90)]),
        ("", "", "M 0 0 L 80 30", []),  # slanting
        ("", "", "M 0 0 Q 1 1 80 0", []),
        ("", "", "M 0 0 B 1 1 2 2 80 0 L 160 0", [(True, 20, 90, 170)]),
        ("", "", "M 0 0 A 5 5 0 0 1 80 0", []),
        ('Stroke="false"', "", "M 0 0 L 80 0", []),
        ("", '<StrokeColor Value="255 255 255"/>', "M 0 0 L 80 0", []),
        ('Stroke="false" Fill="true"', BLACK, "M 0 0 L 80 0 L 80 0.5 L 0 0.5 C", [(True, 20.25, 10, 90)]),
        ('Stroke="false" Fill="true"', WHITE, "M 0 0 L 80 0 L 80 0.5 L 0 0.5 C", []),
        ('Stroke="false" Fill="true"', BLACK, "M 0 0 L 80 0 L 80 30 L 0 30 C", []),
        ('CTM="2 0 0 1 0 0"', "", "M 0 0 L 40 0", [(True, 20, 10, 90)]),
        ("", "", "", []),
        ("", "", "M 0 0 L 1e400 x", []),
        ("", "", "M 0 0" + " L 80 0" * 9000, []),  # a drawing
    ],
)
def test_rules(attributes: str, content: str, data: str, found: list[tuple[bool, float, float, float]]) -> None:
    item = etree.fromstring(
        f'<P Boundary="10 20 90 60" {attributes}>{content}<AbbreviatedData>{data}</AbbreviatedData></P>'
    )
    assert [(r.horizontal, r.at, r.start, r.end) for r in rules(item, UNMOVED)] == found


@pytest.mark.parametrize(
    ("colour", "ground"),
    [
        ('<FillColor Value="#c0 #00 #00"/>', True),
        ("", True),
        ('<FillColor Value="#ff #FF #ff"/>', False),
        ('<FillColor Value="0 0 0 0"/>', False),
        ('<FillColor Value="255"/>', False),
        ('<FillColor Value="0 0 0" Alpha="0"/>', False),
        ('<FillColor Value="#zz 1 1"/>', True),
    ],
)
def test_areas_that_white_text_shows_on(colour: str, ground: bool) -> None:
    assert is_ground(etree.fromstring(f'<P Fill="true">{colour}</P>')) == ground
    assert not is_ground(etree.fromstring(f"<P>{colour}</P>"))
