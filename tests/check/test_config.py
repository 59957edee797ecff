"""Settings: where they are found, what they say for which file, and what is said where they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport import ConfigError
from govreport.check.config import Settings, find, load

PYPROJECT = """
[tool.govreport]
select = ["GR1", "GR5"]
ignore = ["GR101"]
fail-on = "error"
lang = "en"
kind = "fazhi"
baseline = "known.json"
exclude = ["drafts/*"]

[tool.govreport.per-file."disclosure/*.md"]
kind = "kinds/own.toml"
select = ["GR2"]
ignore = ["GR201"]

[tool.govreport.per-file."*-old.md"]
ignore = ["GR5"]
"""


def test_all_settings(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(PYPROJECT, "utf-8")
    settings = load(path)
    assert settings.select == ("GR1", "GR5")
    assert (settings.fail_on, settings.lang, settings.kind) == ("error", "en", "fazhi")
    assert settings.place(settings.baseline) == tmp_path / "known.json"
    assert settings.excludes(str(tmp_path / "drafts" / "a.md")) and not settings.excludes(str(tmp_path / "a.md"))


FILES = [
    ("a.md", ("GR1", "GR5"), ("GR101",), "fazhi"),
    ("disclosure/a.md", ("GR2",), ("GR101", "GR201"), "kinds/own.toml"),
    ("disclosure/a-old.md", ("GR2",), ("GR101", "GR201", "GR5"), "kinds/own.toml"),
    ("other/a-old.md", ("GR1", "GR5"), ("GR101", "GR5"), "fazhi"),
]


@pytest.mark.parametrize(("name", "select", "ignore", "kind"), FILES)
def test_settings_of_one_file(
    name: str, select: tuple[str, ...], ignore: tuple[str, ...], kind: str, tmp_path: Path
) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(PYPROJECT, "utf-8")
    own = load(path).for_file(str(tmp_path / name))
    assert (own.select, own.ignore, own.kind) == (select, ignore, kind)


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find(inner) == tmp_path / "pyproject.toml"
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.other]\nselect = ["x"]\n', "utf-8")
    assert find(inner) == tmp_path / "pyproject.toml"
    (tmp_path / "a" / "govreport.toml").write_text('fail-on = "info"\n', "utf-8")
    assert find(inner) == tmp_path / "a" / "govreport.toml"
    assert load(tmp_path / "a" / "govreport.toml").fail_on == "info"


def test_without_a_file_all_is_as_by_default() -> None:
    settings = Settings()
    assert settings.for_file("a.md") == settings
    assert (settings.fail_on, settings.lang) == ("warning", "zh")


WRONG = [
    ("select = 'GR1'", "select"),
    ("ignore = [1]", "ignore"),
    ("fail-on = 'fatal'", "fail-on"),
    ("fail-on = ['error']", "fail-on"),
    ("lang = 'fr'", "lang"),
    ("baseline = 3", "baseline"),
    ("colour = true", "colour"),
    ("per-file = 3", "per-file"),
    ("[per-file]\n'*.md' = 3", "per-file"),
    ("[per-file.'*.md']\nlang = 'en'", "lang"),
    ("select = ", ""),
]


@pytest.mark.parametrize(("text", "key"), WRONG)
def test_what_is_wrong_is_told_by_file_and_key(text: str, key: str, tmp_path: Path) -> None:
    path = tmp_path / "govreport.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(path)
    for words in (caught.value.zh, caught.value.en):
        assert "govreport.toml" in words and key in words


def test_a_file_that_has_no_settings(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("tool = 3\n", "utf-8")
    with pytest.raises(ConfigError, match="govreport"):
        load(path)
    with pytest.raises(ConfigError, match="missing"):
        load(tmp_path / "missing.toml")
