"""Run marks: what a run says beside its text, as a short word that a style name, an attribute or a tag can carry.

A mark is the kind's letter (number, heading, stop, text, gap), the level, and flags: `o` opens a section (said of
numbers never, for they always do), `r` run-in, `i` inline, `a` annex. A number that its own text doesn't say is
followed by its style and value.

>>> mark(Run("（一）", "number", 2, run_in=True, opens=True, number=Number("（一）", "hanzi-paren", 1)))
'n2r'
>>> mark(Run("一", "number", 1, opens=True, number=Number("一", "hanzi", 1)))
'n1_hanzi_1'
>>> run_of("t3i", "健全机制。")
Run(text='健全机制。', kind='text', level=3, run_in=False, inline=True, opens=False, annex=False, number=None)
"""

from __future__ import annotations

import re

from ..model.number import STYLES, Number, parse_number
from .render import Run

KINDS = {"number": "n", "heading": "h", "stop": "s", "text": "t", "gap": "g"}
LETTERS = {letter: kind for kind, letter in KINDS.items()}
MARK = re.compile(r"([nhstg])([0-9]{1,3})([oria]{0,4})(?:_([a-z-]{1,20})_([0-9]{0,6}))?")


def mark(run: Run) -> str:
    """The mark of a run; `run_of` is the inverse."""
    flags = {
        "o": run.opens and run.kind != "number",
        "r": run.run_in,
        "i": run.inline,
        "a": run.annex,
    }
    word = f"{KINDS[run.kind]}{run.level}{''.join(flag for flag, holds in flags.items() if holds)}"
    number = run.number
    if number is None or parse_number(number.text) == number:
        return word
    return f"{word}_{number.style}_{'' if number.value is None else number.value}"


def run_of(word: str, text: str) -> Run | None:
    """The run of a mark and a text; None for a word that is no mark, or a number that it can't spell.

    >>> run_of("n1", "一、").number.value, run_of("n1", "甲") is None, run_of("x1", "") is None
    (1, True, True)
    """
    found = MARK.fullmatch(word)
    if found is None:
        return None
    letter, level, flags, style, value = found.groups()
    number = None
    if letter == "n":
        number = Number(text, style, int(value) if value else None) if style in STYLES else parse_number(text)
        if number is None or number.text != text or style not in (None, number.style):
            return None
    return Run(
        text,
        LETTERS[letter],
        int(level),
        run_in="r" in flags,
        inline="i" in flags,
        opens="o" in flags or letter == "n",
        annex="a" in flags,
        number=number,
    )
