"""The JSON Schema: published as generated, true of what is written, as strict as the reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from govreport import Report, Section, parse
from govreport.formats.json_format import dumps
from govreport.formats.schema import schema, schema_text

PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "schema" / "report.schema.json"
VALIDATOR = Draft202012Validator(schema())
TEXT = "某县工作总结\n\n一、总体情况\n\n（一）抓服务。办件12件。\n\n项目\t件数\n收件\t12\n\n某县政府\n2024年1月8日\n"


def test_the_published_file_is_the_generated_one() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("report", [Report(), parse(TEXT), parse("")], ids=["empty", "parsed", "no text"])
def test_what_is_written_validates(report: Report) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(dumps(report)))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "red"},
        {"year": "2023"},
        {"schema_version": "2.0"},
        {"preamble": [{"text": "没有类型"}]},
        {"preamble": [{"type": "table", "text": "不是表格"}]},
        {"sections": [{"number": {"text": "I.", "style": "roman"}}]},
        {"sections": [{"span": {"start": -1, "end": 2}}]},
        {"metrics": [{"name": "收件", "value": 12}]},
        {"metrics": [{"name": "收件", "value": "NaN"}]},
        {"notes": [{"code": "GR1", "severity": "fatal", "message": "x"}]},
    ],
    ids=str,
)
def test_what_the_reader_refuses_does_not_validate(change: dict[str, Any]) -> None:
    raw = json.loads(dumps(Report())) | change
    assert list(VALIDATOR.iter_errors(raw))


def test_classes_are_described_in_their_own_words() -> None:
    described = schema()["$defs"]["Section"]["description"]
    assert Section.__doc__ is not None
    assert described.startswith("一节: ")
    assert ">>>" not in schema_text()
    assert all(part["description"] for part in schema()["$defs"].values())
