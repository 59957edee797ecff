"""For tests of reports: `assert_report` checks a file, `differences` says where two reports are not the same.

from govreport.testing import assert_report

def test_annual_report():
    assert_report("2024.report.docx").passes("GR1", "GR2", kind="fazhi").has("一/（三）", "四")
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from attrs import fields, frozen

from .api import read
from .check.output import OUTPUTS
from .check.result import Result, at_least
from .errors import AddressError
from .model.address import addresses
from .model.report import Report, Section
from .review import check, check_file

__all__ = ["ReportAssertion", "assert_report", "differences"]

MOST = 20
"""Differences that are shown."""
APART = ("sections", "children", "source", "notes", "places", "furniture")


@frozen(eq=False)
class ReportAssertion:
    """A report under test; every assertion gives it back, so that they can be strung together."""

    report: Report
    path: str = ""

    def passes(
        self, *codes: str, ignore: tuple[str, ...] = (), kind: str | None = None, previous: Report | None = None,
        fail_on: str = "warning", lang: str = "zh",
    ) -> ReportAssertion:  # fmt: skip
        """AssertionError, with the findings as `govreport check` shows them, if any is as grave as `fail_on`.

        `codes` are codes, beginnings of codes or names of rules; without them all run that do by default.
        """
        __tracebackhide__ = True
        if self.path:
            result = check_file(self.path, select=codes, ignore=ignore, kind=kind, previous=previous)
        else:
            found = check(self.report, select=codes, ignore=ignore, kind=kind, previous=previous)
            result = Result(self.report.title or "report", self.report, found)
        if result.error is not None:
            raise AssertionError(str(result.error))
        if at_least(fail_on, result.findings):
            raise AssertionError(OUTPUTS["full"]([result], lang))
        return self

    def has(self, *places: str) -> ReportAssertion:
        """AssertionError if no section stands at one of these addresses."""
        __tracebackhide__ = True
        for place in places:
            try:
                self.report.at(place)
            except AddressError as error:
                raise AssertionError(str(error)) from None
        return self


def assert_report(report: Report | str | os.PathLike[str]) -> ReportAssertion:
    """A report, or the one in a file, ready to be asserted about; raises what `read` does.

    >>> from govreport import parse
    >>> report = parse("一、总体情况\\n良好。\\n二、打算\\n继续。")
    >>> assert_report(report).passes("GR101").has("一", "二").report is report
    True
    """
    if isinstance(report, Report):
        return ReportAssertion(report)
    return ReportAssertion(read(report), os.fspath(report))


def differences(left: Report, right: Report) -> list[str]:
    """Where two reports differ: fields, sections by their addresses, facts; empty if they are equal.

    >>> from govreport import parse
    >>> for line in differences(parse("一、总体情况\\n良好。"), parse("一、基本情况\\n良好。\\n二、打算\\n继续。")):
    ...     print(line)
    一 heading: '总体情况' != '基本情况'
    + 二 打算
    """
    found = [*_fields("", left, right), *_sections(left, right)]
    shown = found[:MOST]
    return shown if len(found) == len(shown) else [*shown, f"… {len(found) - MOST} more"]


def _sections(left: Report, right: Report) -> Iterator[str]:
    ours: dict[str, Section] = {str(address): section for address, section in addresses(left)}
    theirs: dict[str, Section] = {str(address): section for address, section in addresses(right)}
    for where, section in ours.items():
        if where in theirs:
            yield from _fields(f"{where} ", section, theirs[where])
        else:
            yield f"- {where} {_called(section)}"
    yield from (f"+ {where} {_called(section)}" for where, section in theirs.items() if where not in ours)


def _called(section: Section) -> str:
    return section.heading or section.text[:20]


def _fields(place: str, left: Any, right: Any) -> Iterator[str]:
    """Fields of two objects of one class that differ, but those that hold sections."""
    for attribute in fields(type(left)):
        name = attribute.name
        ours, theirs = getattr(left, name), getattr(right, name)
        if attribute.eq is False or name in APART or ours == theirs:
            continue
        if isinstance(ours, tuple) and isinstance(theirs, tuple):
            yield from _items(f"{place}{name}", ours, theirs)
        else:
            yield f"{place}{name}: {_pair(ours, theirs)}"


def _items(place: str, ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> Iterator[str]:
    if len(ours) != len(theirs):
        yield f"{place}: {len(ours)} != {len(theirs)} items"
    for at, (one, other) in enumerate(zip(ours, theirs, strict=False)):
        if one != other:
            same = type(one) is type(other) and hasattr(one, "__attrs_attrs__")
            yield from _fields(f"{place}[{at}] ", one, other) if same else (f"{place}[{at}]: {_pair(one, other)}",)
            return


def _pair(ours: Any, theirs: Any) -> str:
    """Two values; of long texts the part where they begin to differ."""
    if isinstance(ours, str) and isinstance(theirs, str):
        at = next(
            (i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs))
        )
        begin = max(0, at - 12) if max(len(ours), len(theirs)) > 40 else 0
        return " != ".join(_excerpt(text, begin) for text in (ours, theirs))
    return f"{ours!r} != {theirs!r}"


def _excerpt(text: str, begin: int) -> str:
    end = begin + 40
    return repr(f"{'…' if begin else ''}{text[begin:end]}{'…' if len(text) > end else ''}")
