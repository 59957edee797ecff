"""Words: jieba's dictionary, and none of its side effects."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.language import words

CUTS = [
    ("", []),
    ("辖区现有调委会", ["辖区", "现有", "调委会"]),
    ("开展法律咨询22场", ["开展", "法律咨询", "22", "场"]),
    ("固定资产投资", ["固定资产", "投资"]),
    ("增长3.5%", ["增长", "3", ".", "5", "%"]),  # numbers come apart: they are for the metrics to read
]


@pytest.mark.parametrize(("text", "expected"), CUTS)
def test_cut(text: str, expected: list[str]) -> None:
    assert list(words.cut(text)) == expected


@given(st.text())
def test_words_join_to_the_text(text: str) -> None:
    assert "".join(words.cut(text)) == text


def test_threads_share_one_tokenizer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "find_spec", lambda name: None if name == "rjieba" else find_spec(name))
    for cached in (words._tokenizer, words._cutter, words.cut):
        cached.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(words.cut, ["辖区现有调委会"] * 16))
    assert results == [("辖区", "现有", "调委会")] * 16
    assert words._tokenizer.cache_info().misses == 1
    words._cutter.cache_clear()


def test_the_callers_own_jieba_is_left_alone() -> None:
    assert words.cut("辖区现有") == ("辖区", "现有")
    import jieba

    jieba.add_word("辖区现有")
    try:
        assert words.cut("辖区现有") == ("辖区", "现有")
    finally:
        jieba.del_word("辖区现有")


def test_silent_and_without_files(tmp_path: Path) -> None:
    """Neither a line on standard error nor a file in the temporary directory, warnings being errors."""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", "from govreport.language.words import cut; print(cut('辖区现有'))"],
        env={**os.environ, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "TMP": str(tmp_path), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "('辖区', '现有')\n", "")
    assert list(tmp_path.iterdir()) == []
