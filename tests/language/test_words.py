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

BEFORE = "全年办理 累计开展 新建改建 共有 其中 同比增长的 比上年减少 截至2023年底 县司法局组织 “十四五”期间完成"
OBJECTS = (
    "行政处罚案件 法律咨询服务 农村公路 人民调解员集中培训 一般公共预算收入 城镇居民人均可支配收入 高新技术企业 "
    "规范性文件 "
    "合法性审查 公共法律服务站 老旧小区改造项目 空气优良天数比率 固定资产投资 PM2.5平均浓度 5G基站 “法律明白人” "
    "R&D经费支出 社会消费品零售总额 𠮷祥街道调委会 依申请公开答复"
)
PHRASES = [before + behind for before in BEFORE.split(" ") for behind in OBJECTS.split(" ")]


@pytest.mark.parametrize(("text", "expected"), CUTS)
def test_cut(text: str, expected: list[str]) -> None:
    assert list(words.cut(text)) == expected


@given(st.text())
def test_words_join_to_the_text(text: str) -> None:
    assert "".join(words.cut(text)) == text


def test_threads_share_one_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "find_spec", lambda name: None if name == "rjieba" else find_spec(name))
    for cached in (words._lexicon, words._cutter, words.cut):
        cached.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(words.cut, ["辖区现有调委会"] * 16))
    assert results == [("辖区", "现有", "调委会")] * 16
    assert words._lexicon.cache_info().misses == 1
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


def test_rjieba_gives_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """On phrases as they stand before and behind numbers, made of all pairs of an object with a verb or an adverb."""
    rjieba = pytest.importorskip("rjieba")
    monkeypatch.setattr(words, "find_spec", lambda name: None if name == "rjieba" else find_spec(name))
    words._cutter.cache_clear()
    cut = words._cutter()
    try:
        different = {p: rjieba.cut(p, False) for p in PHRASES if list(cut(p)) != list(rjieba.cut(p, False))}
    finally:
        words._cutter.cache_clear()
    assert len(PHRASES) == 200
    assert different == {}
