"""Display width as a pair table, and what truncate and pad promise about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.language.width import display_width, pad, truncate

WIDTHS = [
    ("", 0), ("abc", 3), ("辖区", 4), ("（一）", 6), ("，。", 4), ("１２", 4), ("\u3000", 2),
    # ambiguous: punctuation and enclosed numbers as Chinese fonts draw them, lines and letters narrow
    ("“”", 4), ("——", 4), ("…", 2), ("·", 2), ("①", 2), ("├─", 2), ("α", 1),
    # nothing to see
    ("e\u0301", 1), ("\u200b", 0), ("\ufeff", 0), ("a\tb", 2), ("\u2028", 0),
]  # fmt: skip

TRUNCATED = [
    ("法治政府建设", 12, "法治政府建设"), ("法治政府建设", 11, "法治政府…"), ("法治政府建设", 2, "…"),
    ("法治政府建设", 1, ""), ("法治政府建设", 0, ""), ("abcdef", 5, "abc…"), ("", 0, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "width"), WIDTHS)
def test_width(text: str, width: int) -> None:
    assert display_width(text) == width


@pytest.mark.parametrize(("text", "width", "cut"), TRUNCATED)
def test_truncate(text: str, width: int, cut: str) -> None:
    assert truncate(text, width) == cut


@given(st.text(), st.integers(0, 30))
def test_truncated_and_padded_text_fills_its_column(text: str, width: int) -> None:
    assert display_width(pad(truncate(text, width), width)) == width


def test_longer_text_is_not_padded() -> None:
    assert pad("法治政府", 4) == "法治政府"
