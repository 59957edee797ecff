"""What all outputs say alike, in Chinese (zh) or English (en)."""

from __future__ import annotations

from ...model.note import Finding
from ..result import Located, Result

SEVERITY = {"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "info")}
LEVEL = {"规定": "required", "标准": "standard", "实务": "practice"}


def message(finding: Finding, lang: str) -> str:
    """What was found, in the language asked for, in one line."""
    return " ".join((finding.message_en or finding.message if lang == "en" else finding.message).split("\n"))


def severity(finding: Finding, lang: str) -> str:
    """How grave it is, in the language asked for."""
    return SEVERITY[finding.severity][lang == "en"]


def level(finding: Finding, lang: str) -> str:
    """On whose authority, in the language asked for."""
    return LEVEL.get(finding.level, finding.level) if lang == "en" else finding.level


def place(row: Located) -> str:
    """Path, line and column, as editors understand them."""
    return f"{row.path}:{row.start.line}:{row.start.column}" if row.start else row.path


def page(row: Located, lang: str) -> str:
    """The page, where it is known."""
    number = row.start.page if row.start else None
    return "" if number is None else f"，第{number}页" if lang == "zh" else f", page {number}"


def side(text: str, lang: str) -> str:
    """One language of a text that says the same in both, with `` / `` between."""
    first, slash, second = text.partition(" / ")
    return first if lang == "zh" or not slash else second


def failure(result: Result, lang: str) -> str:
    """The sentence about a file that can't be read."""
    assert result.error is not None
    return result.error.en if lang == "en" else result.error.zh


def counted(number: int, noun: str) -> str:
    """How many there are, in English.

    >>> counted(1, "file"), counted(0, "error")
    ('1 file', '0 errors')
    """
    return f"{number} {noun}{'s' * (number != 1)}"


def summary(results: list[Result], lang: str) -> str:
    """One line about all files.

    >>> summary([Result("报告.md", None, (Finding("GR101", "error", "跳号"),))], "zh")
    '1 个文件，1 个错误，0 个警告，0 个提示'
    """
    count = {name: sum(f.severity == name for r in results for f in r.findings) for name in SEVERITY}
    failed = sum(result.error is not None for result in results)
    if lang == "en":
        said = ", ".join([counted(len(results), "file"), *(counted(number, name) for name, number in count.items())])
        return said + (f", {failed} not read" if failed else "")
    said = f"{len(results)} 个文件，{count['error']} 个错误，{count['warning']} 个警告，{count['info']} 个提示"
    return said + (f"，{failed} 个读不了" if failed else "")
