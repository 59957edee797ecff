"""A TOML table read key by key: what is missing, unknown or of the wrong type is one clear sentence (ConfigError)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from attrs import frozen

from ..errors import ConfigError

T = TypeVar("T")
TYPES = {str: ("字符串", "a string"), int: ("整数", "an integer"), bool: ("true 或 false", "true or false")}


@frozen
class Table:
    """One table of a file; `place` is its path in there, such as ``contract.sections[2]``."""

    file: str
    place: str
    raw: dict[str, Any]

    def wrong(self, key: str, zh: str, en: str) -> ConfigError:
        """The error about a key."""
        return ConfigError(self.file, f"{self.place}.{key}" if self.place else key, zh, en)

    def only(self, *known: str) -> None:
        """ConfigError for a key that is none of these."""
        for key in self.raw:
            if key not in known:
                names = (f"没有这个设置，可用：{'、'.join(known)}", f"no such setting; known: {', '.join(known)}")
                raise self.wrong(key, *names)

    def _get(self, key: str, kind: type[T], default: T, needed: bool = False) -> T:
        value = self.raw.get(key)
        if value is None:
            if needed:
                raise self.wrong(key, "缺少，必须写明", "is missing")
            return default
        if type(value) is not kind:
            zh, en = TYPES[kind]
            raise self.wrong(key, f"应为{zh}", f"expected {en}")
        return value

    def text(self, key: str, default: str = "", *, needed: bool = False) -> str:
        """A string; one that is `needed` is not empty."""
        value = self._get(key, str, default, needed)
        if needed and not value:
            raise self.wrong(key, "不能为空", "must not be empty")
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """true or false."""
        return self._get(key, bool, default)

    def integer(self, key: str) -> int | None:
        """A whole number, or None where there is none."""
        return self._get(key, int, 0) if key in self.raw else None

    def choice(self, key: str, known: tuple[str, ...], default: str | None = None) -> str:
        """One of these strings."""
        value = self._get(key, str, default or "", default is None)
        if value not in known:
            said = [name for name in known if name]
            raise self.wrong(key, f"应为 {'、'.join(said)} 之一", f"expected one of {', '.join(said)}")
        return value

    def pattern(self, key: str, *, needed: bool = False) -> re.Pattern[str] | None:
        """A regular expression, or None where there is none."""
        written = self.text(key, needed=needed)
        return self._compiled(key, written) if written else None

    def patterns(self, key: str) -> Iterator[tuple[str, re.Pattern[str]]]:
        """A table of regular expressions, by name."""
        found = self.raw.get(key, {})
        if not isinstance(found, dict):
            raise self.wrong(key, "应为表：名称 = '正则表达式'", "expected a table: name = 'regular expression'")
        table = Table(self.file, f"{self.place}.{key}" if self.place else key, found)
        for name in found:
            pattern = table.pattern(name, needed=True)
            assert pattern is not None
            yield name, pattern

    def _compiled(self, key: str, written: str) -> re.Pattern[str]:
        try:
            return re.compile(written)
        except re.error as error:
            raise self.wrong(key, f"不是正则表达式：{error}", f"is no regular expression: {error}") from None

    def texts(self, key: str, known: tuple[str, ...] = (), *, needed: bool = False) -> tuple[str, ...]:
        """A list of strings, each one of `known` if that is given."""
        found = self.raw.get(key, [])
        if not isinstance(found, list) or not all(isinstance(item, str) and item for item in found):
            raise self.wrong(key, "应为字符串的列表", "expected a list of strings")
        if needed and not found:
            raise self.wrong(key, "缺少，必须写明", "is missing")
        for item in found:
            if known and item not in known:
                raise self.wrong(key, f"应为 {'、'.join(known)} 之一", f"expected one of {', '.join(known)}")
        return tuple(found)

    def each(self, key: str, make: Callable[[str], T]) -> tuple[T, ...]:
        """A list of strings of which `make` makes something; ValueError means that it can't."""
        made = []
        for item in self.texts(key, needed=True):
            try:
                made.append(make(item))
            except (ValueError, re.error) as error:
                raise self.wrong(key, f"“{item}”不能用：{error}", f'"{item}" is wrong: {error}') from None
        return tuple(made)

    def lists(self, key: str) -> tuple[tuple[re.Pattern[str], ...], ...]:
        """A list of lists of regular expressions."""
        found = self.raw.get(key)
        if not isinstance(found, list) or not found or not all(isinstance(row, list) and row for row in found):
            raise self.wrong(key, "应为列表的列表", "expected a list of lists")
        if not all(isinstance(item, str) for row in found for item in row):
            raise self.wrong(key, "应为字符串", "expected strings")
        return tuple(tuple(self._compiled(key, item) for item in row) for row in found)

    def tables(self, key: str) -> tuple[Table, ...]:
        """A list of tables, ``[[key]]``."""
        found = self.raw.get(key, [])
        if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
            raise self.wrong(key, "应为表的列表：[[…]]", "expected a list of tables: [[…]]")
        place = f"{self.place}.{key}" if self.place else key
        return tuple(Table(self.file, f"{place}[{i + 1}]", item) for i, item in enumerate(found))

    def table(self, key: str) -> Table | None:
        """A table, or None where there is none."""
        found = self.raw.get(key)
        if found is None:
            return None
        if not isinstance(found, dict):
            raise self.wrong(key, "应为表：[…]", "expected a table: […]")
        return Table(self.file, f"{self.place}.{key}" if self.place else key, found)
