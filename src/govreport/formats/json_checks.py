"""Checks of single values of a JSON file: every value must have its JSON type, some their set of values.

A fault is an `Invalid`, with the sentence in both languages; where it stands is for `json_format` to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ..model.source import Span
from .schema import DECIMAL

Hook = Callable[[Any, Any], Any]
SHAPES: dict[type, tuple[str, str]] = {
    str: ("字符串", "a string"),
    int: ("整数", "an integer"),
    bool: (" true 或 false", "true or false"),
    list: ("数组", "an array"),
    dict: ("对象", "an object"),
}


class Invalid(ValueError):
    """A value that breaks a rule of ours; carries the sentence in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


def shaped(kind: type, hook: Hook) -> Hook:
    """A hook that first insists on the JSON type: no "3" for 3, no true for 1, no "abc" for an array."""
    zh, en = SHAPES[kind]

    def checked(value: Any, target: Any) -> Any:
        if type(value) is not kind:
            raise Invalid(f"应为{zh}", f"expected {en}")
        return hook(value, target)

    return checked


def one_of(values: tuple[str | None, ...], value: Any, _: Any) -> Any:
    if value not in values:
        names = [str(v) for v in values]
        raise Invalid(f"应为其中之一：{'、'.join(names)}", f"expected one of {', '.join(names)}")
    return value


def decimal(value: Any, _: Any) -> Decimal:
    if not isinstance(value, str) or not re.match(DECIMAL, value):
        raise Invalid("应为字符串写的十进制数，如“5.3”", 'expected a decimal number in a string, such as "5.3"')
    return Decimal(value)


def span_of(hook: Hook, value: Any, target: Any) -> Span:
    span: Span = hook(value, target)
    if not 0 <= span.start <= span.end:
        raise Invalid("区间应满足 0 ≤ start ≤ end", "a span needs 0 <= start <= end")
    return span
