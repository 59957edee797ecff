"""Words of two versions side by side: numbers stay whole, and both versions can be had back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.compare.words import words_of

TABLE = [
    ("增长4.5%，稳定。", "增长6.1%，稳定。", "增长[-4.5%][+6.1%]，稳定。"),
    ("投资5.3万亿元", "投资5.35万亿元", "投资[-5.3][+5.35]万亿元"),
    ("推进普法。", "推动普法。", "推[-进][+动]普法。"),
    ("甲乙丙丁。", "甲乙丙丁。新增一句。", "甲乙丙丁。[+新增一句。]"),
    ("旧句子在前。甲乙丙丁。", "甲乙丙丁。", "[-旧句子在前。]甲乙丙丁。"),
    ("1,234人", "1,334人", "[-1,234][+1,334]人"),
    ("", "全新", "[+全新]"),
    ("GDP总量", "GNP总量", "[-GDP][+GNP]总量"),
]


def shown(old: str, new: str) -> str:
    return "".join(w.text if w.op == "=" else f"[{w.op}{w.text}]" for w in words_of(old, new))


@pytest.mark.parametrize(("old", "new", "expected"), TABLE)
def test_words(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


TEXTS = st.text(st.sampled_from("甲乙丙丁的。；，12.%A \n"), max_size=60)


@given(TEXTS, TEXTS)
def test_both_versions_come_back(old: str, new: str) -> None:
    words = words_of(old, new)
    assert "".join(w.text for w in words if w.op != "+") == old
    assert "".join(w.text for w in words if w.op != "-") == new


@given(TEXTS, TEXTS)
def test_no_number_is_cut(old: str, new: str) -> None:
    words = words_of(old, new)
    for text, left_out in ((old, "+"), (new, "-")):
        at = 0
        for stretch in words:
            at += len(stretch.text) if stretch.op != left_out else 0
            assert not (text[:at][-1:].isdigit() and text[at : at + 1].isdigit()), (text, at)


@pytest.mark.parametrize("unit", ["的", "甲乙。", "甲，", "1"])
def test_time_grows_with_the_text(unit: str) -> None:
    def taken(size: int) -> float:
        old = unit * (size // len(unit))
        new = old[: size // 3] + "丙" * (size // 3) + old[size // 2 :]
        best = 9e9
        for _ in range(3):
            start = time.process_time()
            words_of(old, new)
            best = min(best, time.process_time() - start)
        return best

    assert taken(60_000) <= 12 * taken(6_000) + 0.3
