"""A plugin for pytest that is silent unless asked.

- ``pytest --govreport`` collects files named ``*.report.md`` and ``*.report.docx`` as tests: each passes the check
  with the settings of its project (pyproject.toml or govreport.toml).
- The fixture `govreport_check` checks a file or a report and gives the findings.
- Where two reports are compared with ``==``, a failing assert says in which sections they differ.

Nothing of the library is imported before it is needed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .check.config import Settings
    from .check.result import Result
    from .model.note import Finding

SUFFIXES = (".report.md", ".report.docx")
Check = Callable[..., "tuple[Finding, ...]"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that asks for files to be collected."""
    group = parser.getgroup("govreport", "政府工作报告 / government work reports")
    group.addoption("--govreport", action="store_true", help="check files named *.report.md and *.report.docx as tests")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A report as a file of one test."""
    if parent.config.getoption("--govreport") and file_path.name.endswith(SUFFIXES):
        return ReportFile.from_parent(parent, path=file_path)
    return None


class ReportFile(pytest.File):
    """A report that is to be checked."""

    def collect(self) -> Iterator[pytest.Item]:
        """Its one test."""
        yield ReportItem.from_parent(self, name="govreport")


class ReportFailure(Exception):
    """A report that didn't pass; `result` says why."""

    def __init__(self, result: Result, settings: Settings) -> None:
        super().__init__(result.path)
        self.result = result
        self.settings = settings


class ReportItem(pytest.Item):
    """The check of one report."""

    def runtest(self) -> None:
        """Check the file with the settings of its project."""
        from .check.config import Settings, find, load
        from .check.plugins import load_rules
        from .check.result import at_least
        from .review import check_file

        found = find(self.path.parent)
        settings = load(found) if found else Settings()
        load_rules(settings.rules)
        result = check_file(self.path, **settings.arguments(str(self.path)))
        if result.error is not None or at_least(settings.fail_on, result.findings):
            raise ReportFailure(result, settings)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings as `govreport check` shows them."""
        from .check.output import OUTPUTS
        from .errors import GovReportError

        if isinstance(excinfo.value, ReportFailure):
            return OUTPUTS["full"]([excinfo.value.result], excinfo.value.settings.lang)
        if isinstance(excinfo.value, GovReportError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """What the test is called."""
        return self.path, None, f"govreport: {self.path.name}"


@pytest.fixture
def govreport_check() -> Check:
    """``govreport_check(file_or_report, "GR1", kind="fazhi")`` gives the findings; a file that can't be read raises."""

    def findings(report: Any, *codes: str, **options: Any) -> tuple[Finding, ...]:
        from .model.report import Report
        from .review import check, check_file

        if isinstance(report, Report):
            return check(report, select=codes, **options)
        result = check_file(report, select=codes, **options)
        if result.error is not None:
            raise result.error
        return result.findings

    return findings


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Where two reports differ; reports exist only once their module has been imported."""
    model = sys.modules.get("govreport.model.report")
    if op != "==" or model is None or not (isinstance(left, model.Report) and isinstance(right, model.Report)):
        return None
    from .testing import differences

    return [f"Report({left.title!r}) == Report({right.title!r})", *differences(left, right)]
