"""Passages: the text as it reads, and the way to the source and back."""

from __future__ import annotations

import pytest

from govreport import Span, parse
from govreport.model.passages import passages

TEXT = "某县工作总结\n一、总体情况。\n群众办事只跑一个窗口，\n— 2 —\n材料由部门之间核对。\n"


@pytest.mark.parametrize(("start", "end"), [(0, 4), (4, 8), (11, 16), (13, 15), (0, 21)])
def test_within_is_the_inverse_of_locate(start: int, end: int) -> None:
    passage = list(passages(parse(TEXT)))[-1]
    assert passage.text == "群众办事只跑一个窗口，材料由部门之间核对。"
    place = passage.locate(start, end)
    assert place is not None
    assert place.of(TEXT).replace("\n— 2 —\n", "") == passage.text[start:end]
    assert passage.within(place) == Span(start, end)


def test_what_stands_elsewhere_is_an_empty_part() -> None:
    *_, heading, text = passages(parse(TEXT))
    assert text.span is not None
    assert len(heading.within(text.span)) == 0
