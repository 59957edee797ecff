"""Four times the text takes all rules about four times as long, for ordinary text and for hostile input alike."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from govreport import parse
from govreport.check.rule import rules
from govreport.check.view import View
from govreport.model.number import hanzi

SMALL, TIMES, GROWTH = 150, 4, 10
NOISE = 0.05
"""Seconds that a busy machine may add."""
SECTIONS: dict[str, Callable[[int], str]] = {
    "series that begin late": lambda i: f"{hanzi(i)}、甲\n（三）乙\n好。\n（四）丙\n好。\n",
    "numbers without words": lambda i: f"{hanzi(i)}、\n{hanzi(i + 1)}、\n",
    "items out of order": lambda i: f"{hanzi(i)}、甲\n好：一是甲。三是乙。二是丙。二是丁。\n",
    "items in text": lambda i: f"{hanzi(i)}、甲\n好，二是甲。二是乙。三要丙。五要丁。\n",
    "counts that don't fit": lambda i: f"{hanzi(i)}、甲\n做好以下三个方面工作：\n（一）甲\n好。\n（二）乙\n好。\n",
    "paragraphs and headings twice": lambda i: (
        f"{hanzi(i)}、甲乙丙丁\n全年办理案件一百件，群众满意度较高，工作有序，\n"
    ),
}
TEXTS = {
    "openings": "现将2023年度现将",
    "years": "2023年2023—2022年",
    "days": "2023年13月32日（星期三）",
    "titles in titles": "《甲《乙》丙》《",
    "statutes": "《法治政府建设及责任落实督察工作规定》（厅字〔2019〕8号）",
    "short names": "（以下简称“甲”）",
    "plans": "“十四五”（2020—2025年）2023年是“十四五”开局",
    "selves": "我局我镇我",
    "words": "根底效劳己经布署",
    "blanks": "【待填×××___",
    "blank lines": "好\n\n\n",
    "attachments": "附件：1.甲\n见附件9。\n",
}


def seconds(text: str) -> float:
    """How long all rules take over a text that is read already; the quicker of two runs."""
    report, quickest = parse(text), float("inf")
    for _ in range(2):
        view = View(report)
        begin = time.process_time()
        for rule in rules().values():
            if not rule.needs:
                list(rule.check(view))
        quickest = min(quickest, time.process_time() - begin)
    return quickest


@pytest.mark.parametrize("name", SECTIONS)
def test_many_sections(name: str) -> None:
    made = SECTIONS[name]
    small, large = ("".join(made(i) for i in range(1, n)) for n in (SMALL, SMALL * TIMES))
    assert seconds(large) <= GROWTH * seconds(small) + NOISE


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text(name: str) -> None:
    small, large = (TEXTS[name] * (n * 3) for n in (SMALL, SMALL * TIMES))
    assert seconds(large) <= GROWTH * seconds(small) + NOISE
