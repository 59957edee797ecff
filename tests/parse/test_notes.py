"""Notes of the parser on numbers: what it remarks, about which number, and what it accepts in silence."""

from __future__ import annotations

import pytest

from govreport import parse

NOTES = [
    # lines, code and number of each note
    ("一、收件 二、办结 三、上门", []),
    ("一、收件 三、办结 四、上门", ["GR101 三、"]),
    ("一、收件 二、办结 二、上门 三、代办", ["GR102 二、"]),
    ("二、收件 三、办结", ["GR103 二、"]),
    ("一、收件 、当场办结 三、上门", ["GR104 、"]),
    ("一、收件 （一）窗口 （二）网上 二、办结 （一）当场 （二）限时", []),
]

RUN_ON = [
    # series that run on across their parents
    "一、收件 （一）窗口 （二）网上 二、办结 （三）当场 （四）限时",
    "一、收件 （一）窗口 （二）网上 二、办结 （三）当场 三、上门 （四）老人 （五）病人",
    "一、收件 （一）窗口 （二）网上 （三）热线 （四）信件 二、办结 （五）当场",
    "第一篇回顾 第一章收件 第二章办结 第二篇打算 第三章上门 第四章代办",
    "第一部分回顾 一、收件 二、办结 第二部分打算 三、上门 四、代办",
    "一、收件 1.窗口 2.网上 二、办结 3.当场 4.限时",
]
NOT_RUN_ON = [
    # what only looks so: the series before ended elsewhere
    ("一、收件 （一）窗口 （二）网上 （三）热线 二、办结 （二）当场 （三）限时", ["GR103 （二）"]),
    ("一、收件 二、办结 （二）当场 （三）限时", ["GR103 （二）"]),
]


def text_of(lines: str) -> str:
    return lines.replace(" ", "\n") + "\n"


def notes_of(lines: str) -> list[str]:
    text = text_of(lines)
    return [f"{note.code} {note.span.of(text) if note.span else ''}" for note in parse(text).notes]


@pytest.mark.parametrize(("lines", "notes"), NOTES + NOT_RUN_ON, ids=[row[0] for row in NOTES + NOT_RUN_ON])
def test_notes(lines: str, notes: list[str]) -> None:
    assert notes_of(lines) == notes


@pytest.mark.parametrize("lines", RUN_ON)
def test_numbers_that_run_on_across_their_parents_are_in_order(lines: str) -> None:
    assert notes_of(lines) == []
    rows = [(s.number.text if s.number else "") + s.heading for s in parse(text_of(lines)).walk()]
    assert rows == lines.split()


def test_a_note_says_in_two_languages_what_it_is_about() -> None:
    (note,) = parse(text_of("一、收件 三、办结")).notes
    assert (note.code, note.severity) == ("GR101", "warning")
    assert (note.message, note.message_en) == ("“三、”编号缺1个", '"三、": 1 number(s) missing before this one')
