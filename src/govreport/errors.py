"""The exceptions of govreport: few, each with one clear sentence in Chinese and English.

Text never raises (`parse(s)` returns a Report for every `str`); only input and output do.

>>> str(UnknownFormatError("xyz", ("json", "md", "txt")))
'不认识的格式“xyz”，可用：json、md、txt / unknown format "xyz"; known: json, md, txt'
"""

from __future__ import annotations

from collections.abc import Iterable


class GovReportError(Exception):
    """Base of all errors that govreport raises on purpose; `zh` and `en` say the same thing."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh, en)
        self.zh = zh
        self.en = en

    def __str__(self) -> str:
        return f"{self.zh} / {self.en}"


class SourceError(GovReportError):
    """A file that can't be read: missing, a directory, empty, not permitted."""


class DecodingError(GovReportError):
    """Bytes that are no text in any known encoding."""


class UnknownFormatError(GovReportError):
    """A format name or a file suffix that no reader or writer answers to."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        super().__init__(
            f"不认识的格式“{name}”，可用：{'、'.join(names)}",
            f'unknown format "{name}"; known: {", ".join(names)}',
        )
        self.name = name

    def __reduce__(self) -> tuple[type[GovReportError], tuple[str, str]]:
        return GovReportError, (self.zh, self.en)


class OptionError(GovReportError):
    """An option that a format doesn't have, or a value that the option doesn't take."""


class FormatError(GovReportError):
    """Data that claims to be of a format and isn't, with the place where it breaks."""


class UnknownRuleError(GovReportError):
    """A rule code, the beginning of one, or a name that no rule has."""

    def __init__(self, word: str, known: Iterable[str]) -> None:
        names = "、".join(sorted({code[:3] for code in known}))
        super().__init__(
            f"没有规则“{word}”，代码以 {names} 开头，全部规则见 govreport rule --all",
            f'no rule "{word}"; codes begin with {names}; see govreport rule --all',
        )
        self.word = word

    def __reduce__(self) -> tuple[type[GovReportError], tuple[str, str]]:
        return GovReportError, (self.zh, self.en)


class ConfigError(GovReportError):
    """A configuration file that can't be read, or a setting in it that is wrong."""

    def __init__(self, path: str, key: str, zh: str, en: str) -> None:
        where_zh, where_en = (f"的 {key} ", f", {key}") if key else ("", "")
        super().__init__(f"配置文件“{path}”{where_zh}{zh}", f'configuration "{path}"{where_en}: {en}')

    def __reduce__(self) -> tuple[type[GovReportError], tuple[str, str]]:
        return GovReportError, (self.zh, self.en)


class SeedError(GovReportError):
    """A report that next year's draft can't be made from, or a year that is none for it."""


class MissingExtraError(GovReportError):
    """A format needs a package that isn't installed; the message names the extra."""


def missing(package: str, extra: str) -> MissingExtraError:
    """The error for a package that isn't there, with the command that installs it.

    >>> missing("pebble", "batch").en
    "pebble is not installed: pip install 'govreport[batch]'"
    """
    return MissingExtraError(
        f"没有安装 {package}，请运行 pip install 'govreport[{extra}]'",
        f"{package} is not installed: pip install 'govreport[{extra}]'",
    )


class BudgetError(GovReportError):
    """Input beyond a size, depth or element budget."""


class AddressError(GovReportError, LookupError):
    """No section stands at this address."""
