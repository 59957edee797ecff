"""Pages to text with hints."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govreport.formats.pages import Glyph, Page, Rule, is_heading_face, source_parts
from govreport.formats.pages.upright import upright

Drawer = Callable[..., Page]
TABLE = """
┌────────┬──────┐
│项目    │数量  │
├────────┼──────┤
│来信    │    12│
└────────┴──────┘
"""
REST = """
┌────────┬──────┐
│来访    │     7│
└────────┴──────┘
"""


def test_nothing() -> None:
    assert source_parts([]) == ("", ())
    assert source_parts([Page(595, 842)]) == ("", ())


def test_a_table_stands_where_it_stood(drawn: Drawer) -> None:
    text, hints = source_parts([drawn("上文\n" + TABLE.strip("\n") + "\n下文")])
    assert text == "上文\n项目\t数量\n来信\t12\n下文"
    assert [(h.span.of(text), h.value) for h in hints if h.kind == "table"] == [
        ("项目\t数量\n来信\t12", (("项目", "数量"), ("来信", "12")))
    ]


def test_a_table_over_two_pages_is_one_and_the_page_number_goes_before_it(drawn: Drawer) -> None:
    first = drawn("\n" * 27 + TABLE.strip("\n") + "\n— 1 —")
    second = drawn(REST.strip("\n") + "\n下文" + "\n" * 28 + "— 2 —")
    text, hints = source_parts([first, second])
    assert text == "— 1 —\n项目\t数量\n来信\t12\n来访\t7\n下文\n— 2 —"
    assert [(text[h.span.start], h.value) for h in hints if h.kind == "page"] == [("—", 1), ("来", 2)]
    assert text.index("来访") == next(h.span.start for h in hints if h.value == 2 and h.kind == "page")


def test_a_face_that_most_of_the_text_has_says_nothing(drawn: Drawer) -> None:
    page = drawn("一、总体情况\n全年来信多。", bold="一、总体情况")
    assert [h.kind for h in source_parts([page])[1]] == ["page"]
    page = drawn("一、总体情况\n全年来信三百余件，办结率稳步上升。", bold="一、总体情况")
    assert [h.kind for h in source_parts([page])[1]] == ["bold", "page"]


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("ABCDEF+SimHei", True),
        ("FZXBSJW--GB1-0", True),
        ("FZHTK--GBK1-0", True),
        ("FZKTK--GBK1-0", True),
        ("ARPLUKaiCN", True),
        ("KaiTi_GB2312", True),
        ("方正小标宋简体", True),
        ("SimSun,Bold", True),
        ("FangSong_GB2312", False),
        ("FZFSK--GBK1-0", False),
        ("SimSun", False),
        ("TimesNewRomanPSMT", False),
    ],
)
def test_faces_of_headings(name: str, heading: bool) -> None:
    assert is_heading_face(name) is heading


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_is_turned_back(drawn: Drawer, turn: int) -> None:
    """Turned by some angle and set upright again, a page is what it was."""
    level = drawn("上文\n" + TABLE.strip("\n"), left=100)
    places = {90: lambda x, y: (842 - y, x), 180: lambda x, y: (595 - x, 842 - y), 270: lambda x, y: (y, 595 - x)}
    place = places[turn]
    page = Page(*((595, 842) if turn == 180 else (842, 595)))
    for glyph in level.glyphs:
        (x0, y0), (x1, y1) = place(glyph.left, glyph.top), place(glyph.right, glyph.bottom)
        page.glyphs.append(Glyph(glyph.text, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), turn=turn))
    for rule in level.rules:
        ends = [(end, rule.at) if rule.horizontal else (rule.at, end) for end in (rule.start, rule.end)]
        (x0, y0), (x1, y1) = (place(*end) for end in ends)
        flat = abs(x1 - x0) > abs(y1 - y0)
        page.rules.append(
            Rule(flat, y0, min(x0, x1), max(x0, x1)) if flat else Rule(flat, x0, min(y0, y1), max(y0, y1))
        )
    assert source_parts([page]) == source_parts([level])
    back = upright(page)
    assert (back.width, back.height) == (595, 842)
    assert [(g.left, g.top, g.turn) for g in back.glyphs] == [(g.left, g.top, 0) for g in level.glyphs]


def test_time_grows_with_the_text(drawn: Drawer) -> None:
    """Every page is looked at by itself and once beside its neighbours: text of n pages is n times that of one."""
    page = drawn("\n".join(["　　本年度各项工作按计划推进并取得了新", "的进展。"] * 10), left=80)
    one, many = source_parts([page])[0], source_parts([page] * 40)[0]
    assert len(many) == 40 * (len(one) + 1) - 1
