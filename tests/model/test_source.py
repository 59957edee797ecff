"""Where an offset stands for a human reader: line, column, page; and what a span is."""

from __future__ import annotations

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from govreport import Source, Span
from govreport.model.source import Hint, Position

HERE = "▲"
"""Stands before the character whose position is asked."""

POSITIONS = [
    # text, line, column
    ("▲标题\n正文", 1, 1),
    ("标▲题\n正文", 1, 2),
    ("标题▲\n正文", 1, 3),
    ("标题\n▲正文", 2, 1),
    ("标题\n正▲文", 2, 2),
    ("标题\n\n\n▲正文", 4, 1),
    ("标题\n　　▲正文", 2, 3),
    # all ends of line
    ("标题\r\n▲正文", 2, 1),
    ("标题\r▲正文", 2, 1),
    ("标题\r\n\r\n▲正文", 3, 1),
    ("标题\u2028▲正文", 2, 1),
    ("标题\x0c▲正文", 2, 1),
    # a character is one column, however wide or far out
    ("𠮷祥▲街道", 1, 3),
    ("e\u0301▲好", 1, 3),
    ("a\tb▲好", 1, 4),
    # the end of the text is a place too
    ("标题▲", 1, 3),
    ("▲", 1, 1),
]


@pytest.mark.parametrize(("marked", "line", "column"), POSITIONS, ids=[repr(row[0]) for row in POSITIONS])
def test_line_and_column(marked: str, line: int, column: int) -> None:
    place = Source(marked.replace(HERE, "")).position(marked.index(HERE))
    assert place == Position(line, column, None)
    assert str(place) == f"{line}:{column}"


PAGED = "首页文字\n次页文字\n没有页码\n"
PAGES = (Hint(Span(5, 10), "page", 2), Hint(Span(0, 5), "page", 1))


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (4, 1), (5, 2), (9, 2)])
def test_page(offset: int, page: int) -> None:
    assert Source(PAGED, hints=PAGES).position(offset).page == page


def test_other_hints_are_no_pages() -> None:
    hints = (Hint(Span(0, 5), "bold"), Hint(Span(0, 5), "heading", 1))
    assert Source(PAGED, hints=hints).position(2).page is None


def test_text_before_the_first_page_has_none() -> None:
    assert Source(PAGED, hints=PAGES[:1]).position(2).page is None


@given(st.text(st.sampled_from("一二 \n\r\u2028\u3000𠮷"), max_size=40), st.data())
def test_the_line_holds_the_character_at_its_column(text: str, data: st.DataObject) -> None:
    if not text:
        return
    offset = data.draw(st.integers(0, len(text) - 1))
    place = Source(text).position(offset)
    assert text.splitlines(keepends=True)[place.line - 1][place.column - 1] == text[offset]


def test_span() -> None:
    text = "一、总体情况"
    span = Span(2, 6)
    assert span.of(text) == "总体情况"
    assert len(span) == 4
    assert [at for at in range(len(text)) if at in span] == [2, 3, 4, 5]
    assert sorted([Span(3, 4), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(3, 4)]
    with pytest.raises(FrozenInstanceError):
        span.start = 0  # type: ignore[misc]


def test_sources_are_themselves_alone() -> None:
    """The same text may come from two files: sources compare by identity and can be keys."""
    first, second = Source("好"), Source("好")
    assert first != second
    assert len({first, second}) == 2
