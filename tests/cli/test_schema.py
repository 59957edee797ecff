"""`govreport schema`: the JSON Schema that `convert --to json` keeps to, and `python -m govreport` itself."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import govreport as package
from govreport.cli.main import COMMANDS

Govreport = Callable[..., Any]

FULL = """\
索引号：0120/2024-7
某政发〔2024〕2号
沅陵湾区水务局关于2023年工作情况的报告
市水利局：
现将情况报告如下。
一、总体情况
（一）抓好服务。一是延长时间。二是增加人手。
项目\t数量
收件\t12
（三）公开结果。结果同日上墙。
二、打算
再接再厉。
特此报告。
附件：便民事项清单
沅陵湾区水务局
2024年1月12日
附件
便民事项清单
1.上门取件。
2.邻里代办。
"""


@pytest.fixture
def schema(govreport: Govreport) -> Any:
    run = govreport("schema")
    assert (run.code, run.err) == (0, "")
    return json.loads(run.out)


def test_it_is_a_schema(schema: Any) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("text", [FULL, "好", "一、\n（一）\n"], ids=["full", "text", "numbers"])
def test_what_convert_writes_keeps_to_it(govreport: Govreport, schema: Any, text: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    run = govreport("convert", "--to", "json", "-", stdin=text.encode())
    jsonschema.validate(json.loads(run.out), schema, cls=jsonschema.Draft202012Validator)


SPOILT = [
    # a key of the document, and what must not stand there
    ("title", 12),
    ("sections", {}),
    ("year", "2023年"),
]


@pytest.mark.parametrize(("key", "value"), SPOILT, ids=[row[0] for row in SPOILT])
def test_what_is_no_report_does_not(govreport: Govreport, schema: Any, key: str, value: object) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    good = json.loads(govreport("convert", "--to", "json", "-", stdin=FULL.encode()).out)
    holder = good if key in good else next(v for v in good.values() if isinstance(v, dict) and key in v)
    holder[key] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(good, schema, cls=jsonschema.Draft202012Validator)


def test_it_takes_no_file(govreport: Govreport) -> None:
    run = govreport("schema", "报告.txt")
    assert (run.code, run.out) == (2, "")
    assert "报告.txt" in run.err


@pytest.mark.parametrize("command", [[sys.executable, "-m", "govreport"]], ids=["python -m"])
def test_the_module_is_the_command(folder: Path, command: list[str]) -> None:
    def run(*arguments: str) -> tuple[int, str, str]:
        done = subprocess.run([*command, *arguments], capture_output=True, encoding="utf-8", check=False)
        return done.returncode, done.stdout, done.stderr

    assert run("--version") == (0, f"govreport, version {package.__version__}\n", "")
    code, out, err = run("convert", "--to", "txt", "报告.txt")
    assert (code, out.encode(), err) == (0, (folder / "报告.txt").read_bytes(), "")
    code, out, err = run("show", "没有.txt")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "Traceback" not in err


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help(govreport: Govreport, command: str) -> None:
    run = govreport(command, "--help")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(f"用法 / Usage: govreport {command}")
    assert " / " in run.out
