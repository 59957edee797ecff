"""Segmentation: the best path through a dictionary, and the same words as jieba's."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.language import words
from govreport.language.segmentation import Lexicon

WORDS = {"政务": 40, "公开": 30, "政务公开": 15, "公开政务服务": 5, "服务": 20, "GDP": 3, "3D": 2, "废": 0}
LEXICON = Lexicon.of(WORDS.items())

CUTS = [
    ("", ""),
    ("政务公开", "政务公开"),  # one word is more probable than two
    ("公开政务服务", "公开政务服务"),
    ("公开政务", "公开 政务"),  # the beginning of a word is no word
    ("政务12件", "政务 12 件"),  # digits and letters are joined
    ("R3D打印GDPR", "R 3D 打 印 GDP R"),  # unless they are of a word
    ("3.5%", "3 . 5 %"),
    ("公开，服务", "公开 ， 服务"),
    ("废公开", "废 公开"),  # a word that nobody ever saw counts as none
]


@pytest.mark.parametrize(("text", "expected"), CUTS)
def test_cut(text: str, expected: str) -> None:
    assert LEXICON.cut(text) == expected.split()


def test_line_ends_stay_whole() -> None:
    assert LEXICON.cut("公开\r\n 服务\n") == ["公开", "\r\n", " ", "服务", "\n"]


@pytest.fixture(scope="module")
def jieba() -> Any:
    """A tokenizer of jieba, set up without its cache file and its log lines."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        jieba = pytest.importorskip("jieba")
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


LETTERS = "全年办理行政处罚案件统筹推进一体化服务公共法律咨询的是在了人民大会堂和国土第三产业比重ABCgdpr0129+#&._%-（）“”，。 \u3000\r\n𠮷ａ"


@given(st.text(st.sampled_from(LETTERS), max_size=40) | st.text(max_size=20))
def test_the_words_are_those_of_jieba(jieba: Any, text: str) -> None:
    assert words._lexicon().cut(text) == list(jieba.cut(text, HMM=False))
