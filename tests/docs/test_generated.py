"""Generated parts of the documentation hold everything that the code has."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import govreport
from govreport.batch.tables import TABLES
from govreport.check.rule import rules
from govreport.cli.main import COMMANDS
from govreport.formats.registry import FORMATS
from govreport.kinds import kinds

DOCS = Path(__file__).parents[2] / "docs"
Part = Callable[[], str]


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> dict[str, Part]:
    monkeypatch.syspath_prepend(str(DOCS))
    import _generate  # type: ignore[import-not-found]

    found: dict[str, Part] = _generate.PARTS
    return found


def test_every_part_stands_in_one_page(parts: dict[str, Part]) -> None:
    from _generate import MARK

    asked = [found["name"] for page in sorted(DOCS.rglob("*.md")) for found in MARK.finditer(page.read_text("utf-8"))]
    assert sorted(asked) == sorted(parts)


def test_the_api_has_all_public_names(parts: dict[str, Part]) -> None:
    page = "".join(parts[f"api {part}"]() for part in ("verbs", "model", "errors"))
    missing = [name for name in govreport.__all__ if name[0] != "_" and f"}} govreport.{name}" not in page]
    assert missing == []


def test_commands_with_their_options(parts: dict[str, Part]) -> None:
    page = parts["commands"]()
    assert [name for name in COMMANDS if f"## `govreport {name}`" not in page] == []
    assert "| `--original` | docx、doc：读修订前的原文 | the text before its tracked changes |  |" in page
    assert "| `--timeout FLOAT` | 每份文件的秒数上限 | seconds a document | `20.0` |" in page


def test_rules_by_families(parts: dict[str, Part]) -> None:
    page = parts["rules"]()
    assert [code for code in rules() if code.startswith("GR") and f"### {code} " not in page] == []
    assert page.index("## GR1xx") < page.index("### GR101") < page.index("## GR2xx")


def test_kinds_and_what_they_ask_for(parts: dict[str, Part]) -> None:
    page = parts["kinds"]()
    assert [kind.id for kind in kinds() if f"## `{kind.id}` {kind.name}" not in page] == []
    assert "| 存在的不足和原因 | `problems` | 应有 required | 原因 |" in page


def test_formats(parts: dict[str, Part]) -> None:
    page = parts["formats"]()
    assert "| `pdf` | `.pdf` | ✓ | — |  |" in page
    assert [id for id in FORMATS if f"| `{id}` |" not in page] == []


def test_tables_and_their_columns(parts: dict[str, Part]) -> None:
    page = parts["tables"]()
    assert [table for table in TABLES if f"## `{table}`" not in page] == []
    assert "| `value` | `float` | 数值 | value |" in page


def test_the_schema_with_links_between_its_parts(parts: dict[str, Part]) -> None:
    page = parts["schema"]()
    assert "| `sections` | array（[Section](#schema-section)） |" in page
    assert "(schema-section)=" in page


def test_budgets_are_those_of_the_code(parts: dict[str, Part], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "| 任何文件 any file | 64 MB |" in parts["budgets"]()
    monkeypatch.setattr("govreport.api.MAX_BYTES", 32 * 1024 * 1024)
    assert "| 任何文件 any file | 32 MB |" in parts["budgets"]()


def test_every_limit_that_is_called_so_is_among_the_budgets(parts: dict[str, Part]) -> None:
    source = DOCS.parent / "src/govreport"
    named = {
        ".".join((*path.relative_to(source).with_suffix("").parts, name))
        for path in source.rglob("*.py")
        for line in re.findall(r"^((?:[A-Z_]+, )*[A-Z_]+)(?:: \w+)? = [0-9]", path.read_text("utf-8"), re.MULTILINE)
        for name in line.split(", ")
        if name.startswith("MAX_")
    } - {"formats.gongwen.title_shape.MAX_LINES"}  # the shape of a title, no budget
    assert len(named) > 25
    assert [name for name in sorted(named) if f"`{name}`" not in parts["budgets"]()] == []


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("结构、\n数字。\n", "结构、数字。\n"),
        ("- 结构、\n  数字。\n- 计划\n", "- 结构、数字。\n- 计划\n"),
        ("见\n`show` 和。\n`check`\n", "见\n`show` 和。`check`\n"),
        ("中文。\nEnglish,\nand 中文\n", "中文。\nEnglish,\nand 中文\n"),
        ("# 标题\n正文\n", "# 标题\n正文\n"),
        ("一\n\n二\n", "一\n\n二\n"),
        ("文字：\n```sh\n甲\n乙\n```\n", "文字：\n```sh\n甲\n乙\n```\n"),
        ("- 甲：\n  ```\n  甲\n  乙\n  ```\n", "- 甲：\n  ```\n  甲\n  乙\n  ```\n"),
    ],
)
def test_line_ends_inside_of_chinese_are_no_spaces(parts: dict[str, Part], source: str, shown: str) -> None:
    from _generate.lines import joined  # type: ignore[import-not-found]

    assert joined(source) == shown
