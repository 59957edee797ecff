"""A difference for people and programs: a form of output is a function from `Diff` to text.

>>> sorted(OUTPUTS)
['html', 'json', 'md']
"""

from __future__ import annotations

import json
from collections.abc import Callable

from ..changes import Diff
from .html import html
from .markdown import markdown

__all__ = ["OUTPUTS"]


def json_text(diff: Diff) -> str:
    """`Diff.to_dict` as JSON."""
    return json.dumps(diff.to_dict(), ensure_ascii=False, indent=2) + "\n"


OUTPUTS: dict[str, Callable[[Diff], str]] = {"json": json_text, "md": markdown, "html": html}
