"""Findings for people and programs: a form of output is a function from results to text, in one language.

>>> sorted(OUTPUTS)
['concise', 'full', 'github', 'json', 'junit', 'sarif']
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..result import Result
from .concise import concise
from .full import full
from .github import github
from .json_list import json_list
from .junit import junit
from .sarif import sarif

__all__ = ["OUTPUTS", "Output"]

Output = Callable[[Sequence[Result], str], str]

OUTPUTS: dict[str, Output] = {
    "full": full,
    "concise": concise,
    "json": json_list,
    "github": github,
    "sarif": sarif,
    "junit": junit,
}
