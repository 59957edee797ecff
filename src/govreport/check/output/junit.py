"""junit: JUnit XML, for the test pages of CI services: a suite a file, a case a finding, or one that passed."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from ..result import Located, Result, located
from .words import failure, message, place

FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(55296, 57344), 65534, 65535))


def junit(results: Sequence[Result], lang: str) -> str:
    """Errors and warnings are failures; infos are cases that passed, with their message as output."""
    suites = [_suite(result, lang) for result in results]
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="govreport">\n' + "".join(suites) + "</testsuites>\n"
    )


def _suite(result: Result, lang: str) -> str:
    path = _attribute(result.path)
    if result.error is not None:
        said = failure(result, lang)
        case = (
            f'    <testcase name="read" classname={path}>\n      <error message={_attribute(said)}/>\n    </testcase>\n'
        )
        return f'  <testsuite name={path} tests="1" failures="0" errors="1">\n{case}  </testsuite>\n'
    rows = located(result)
    failures = sum(row.finding.severity != "info" for row in rows)
    cases = "".join(_case(row, lang) for row in rows) or f'    <testcase name="check" classname={path}/>\n'
    head = f'  <testsuite name={path} tests="{max(1, len(rows))}" failures="{failures}" errors="0">\n'
    return f"{head}{cases}  </testsuite>\n"


def _case(row: Located, lang: str) -> str:
    finding = row.finding
    said = message(finding, lang)
    name = _attribute(f"{finding.code} {finding.name} {place(row)}")
    body = f"{place(row)} {finding.where}\n{said}\n{row.line}".translate(FORBIDDEN)
    if finding.severity == "info":
        inside = f"<system-out>{escape(body)}</system-out>"
    else:
        inside = f"<failure type={_attribute(finding.severity)} message={_attribute(said)}>{escape(body)}</failure>"
    return f"    <testcase name={name} classname={_attribute(row.path)}>\n      {inside}\n    </testcase>\n"


def _attribute(text: str) -> str:
    return quoteattr(text.translate(FORBIDDEN))
