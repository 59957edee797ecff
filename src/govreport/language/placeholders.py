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
BESIDE = re.compile("(?<=[0-9]) +(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) +(?=[0-9])")
"""Spaces between a digit and hanzi, which Chinese doesn't have."""
_BRACKETS = str.maketrans({"【": "［", "】": "］", "\n": " "})


def placeholder(what: str = "", last: str = "") -> str:
    """A gap for `what`, with what stood there last year; brackets and line ends in them are made harmless.

    A space between a digit and hanzi is left out: the draft doesn't repeat last year's slips.

    >>> placeholder("调委会（个）", "16 个")
    '【待填：调委会（个），上年16个】'
    """
    what, last = BESIDE.sub("", what), BESIDE.sub("", last)
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
