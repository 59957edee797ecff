"""Placeholders (待填): visible gaps that a draft leaves for people to fill in, and that no finished report may have.

>>> placeholder("调解员（名）", "180余名")
'【待填：调解员（名），上年180余名】'
>>> PLACEHOLDER.findall("现有【待填：调解员（名），上年180余名】，其中【待填】。")
['【待填：调解员（名），上年180余名】', '【待填】']
"""

from __future__ import annotations

import re

PLACEHOLDER = re.compile("【待填(?:[：，][^【】\n]{0,400})?】")
OPENING = "【待填"
_BRACKETS = str.maketrans({"【": "［", "】": "］", "\n": " "})


def placeholder(what: str = "", last: str = "") -> str:
    """A gap for `what`, with what stood there last year; brackets and line ends in them are made harmless."""
    said = (f"：{what}" if what else "") + (f"，上年{last}" if last else "")
    return f"【待填{said.translate(_BRACKETS)[:400]}】"


def without(text: str) -> str:
    """The text with its placeholders blanked out, every character in its place: what is in them is last year's.

    >>> without("现有【待填：律师】。")
    '现有■■■■■■■。'
    """
    if OPENING not in text:
        return text
    return PLACEHOLDER.sub(lambda found: "■" * len(found[0]), text)
