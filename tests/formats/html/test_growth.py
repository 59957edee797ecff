"""Hostile pages: ten times the page takes about ten times as long, and nothing is fetched or run."""

from __future__ import annotations

import gc
import time

import pytest

from govreport.errors import BudgetError
from govreport.formats.html import read

NOISE = 0.15
"""Seconds that a busy machine may add."""
SENTENCE = "<p>全年工作有序推进，群众满意度稳步提升。</p>"
PAGES = {
    "paragraphs": SENTENCE * 6_000,
    "line breaks": "<div id=zoom>" + "办结事项。<br>" * 10_000,
    "spans": "<p>" + "<span style='font-weight:bold'>办</span>" * 10_000,
    "open bold": "<b>办" * 200 + SENTENCE * 10_000,
    "wide spaces in a line": "<a>" + "甲\u00a0" + "\u00a0" * 200_000 + "乙</a>",
    "labels": "<p>索引号：甲 发布机构：乙</p>" * 10_000,
    "labels without values": "<div>索引号</div>" * 8_000,
    "sources": "<div>" + "来源：甲 " * 40_000 + "</div>" + SENTENCE,
    "lists": "<ol><li>强化监管</ol>" * 5_000,
    "reversed lists": "<ol reversed><li>甲<li>乙</ol>" * 5_000,
    "one long list": "<ol reversed>" + "<li>强化监管" * 10_000,
    "definition lists": "<dl><dt>名<dd>值</dl>" * 4_000,
    "headings": "<h2>各项工作总体情况</h2>" * 6_000,
    "titles": "<title>" + "各项工作总体情况" * 2_000 + "</title>" + "<div class=title>各项工作总体情况</div>" * 10_000,
    "small tables": "<table><tr><td>甲<td>1<tr><td>乙<td>2</table>" * 2_000,
    "one long table": "<table>" + "<tr><td>甲<td>1" * 10_000 + "</table>",
    "tables in cells": ("<table><tr><td>甲<td>" * 20 + SENTENCE + "</table>" * 20) * 100,
    "articles": "<article>办结。</article>" * 10_000,
    "metas": "<meta name=author content=甲>" * 20_000 + SENTENCE,
    "long style": f"<p style='{'font-size ' * 40_000}'>办结。</p>",
    "long class": f"<p class='{'title-' * 60_000}'>办结。</p>",
    "unclosed tags": "<p <" * 50_000 + SENTENCE,
    "entities": "&amp;&#20108;&nosuch;" * 20_000 + SENTENCE,
}


def seconds(text: str, runs: int) -> float:
    """Processor time of the fastest of some runs, without the garbage collector's share."""
    data = f"<html>{SENTENCE}{text}".encode()
    best = float("inf")
    gc.disable()
    try:
        for _ in range(runs):
            start = time.process_time()
            read(data)
            best = min(best, time.process_time() - start)
    finally:
        gc.enable()
    return best


@pytest.mark.parametrize("name", PAGES)
def test_ten_times_the_page_takes_at_most_twelve_times_as_long(name: str) -> None:
    text = PAGES[name]
    for _ in range(4):
        small, large = seconds(text[: len(text) // 10], 3), seconds(text, 1)
        if large <= 12 * small + NOISE:
            break
    assert large <= 12 * small + NOISE


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 5_000 + "甲。",
        "<p>。<table>" + "<tr><td colspan=1000 rowspan=65000>甲<td>乙" * 600 + "</table>",
        "<p>。<table>" + ("<tr>" + "<td>1" * 1_000) * 1_000 + "</table>",
    ],
    ids=["depth", "merged cells", "cells"],
)
def test_pages_beyond_all_measure_are_refused(page: str) -> None:
    with pytest.raises(BudgetError):
        read(f"<html>{page}".encode())
