"""Fixes: which edits are made together, that they come to an end, and that safe ones leave the words alone."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from govreport import Edit, Finding, Span, UnknownFormatError, check, fix, parse, read
from govreport.check.fixes import taken
from govreport.check.rule import rules
from govreport.model.note import applied
from govreport.review import fix_file

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
CORPUS = sorted(path for path in SHARED.glob("full/*/*") if path.suffix in (".txt", ".md"))
SAFE = sorted(code for code, rule in rules().items() if rule.fix == "safe")


def finding(*edits: tuple[int, int, str], fix: str | None = "safe") -> Finding:
    return Finding("GR999", "error", "某", edits=tuple(Edit(Span(a, b), text) for a, b, text in edits), fix=fix)


def made(text: str, findings: list[Finding], unsafe: bool = False) -> str:
    edits = [edit for found in taken(findings, unsafe) for edit in found.edits]
    return applied(text, sorted(edits, key=lambda edit: edit.span))


TOGETHER = [
    ([finding((0, 1, "甲")), finding((1, 2, "乙"))], "甲乙234"),
    ([finding((1, 2, "乙")), finding((0, 1, "甲"))], "甲乙234"),
    ([finding((0, 2, "甲")), finding((1, 3, "乙"))], "甲234"),
    ([finding((1, 1, "甲")), finding((1, 1, "乙"))], "0甲1234"),
    ([finding((1, 1, "甲")), finding((1, 2, "乙"))], "0甲乙234"),
    ([finding((0, 1, "甲"), (3, 4, "丁")), finding((3, 4, "乙"), (1, 2, "丙"))], "甲12丁4"),
    ([finding((0, 2, "甲"), (1, 3, "乙"))], "01234"),
    ([finding((0, 1, ""), fix="unsafe"), finding((2, 3, ""))], "0134"),
    ([finding((0, 1, ""), fix=None)], "01234"),
    ([finding()], "01234"),
]


@pytest.mark.parametrize(("findings", "result"), TOGETHER)
def test_edits_that_are_made_together(findings: list[Finding], result: str) -> None:
    assert made("01234", findings) == result


def test_suggestions_are_made_when_asked_for() -> None:
    findings = [finding((0, 1, "甲"), fix="unsafe")]
    assert made("01", findings, unsafe=True) == "甲1"


def test_a_fix_is_as_small_as_can_be() -> None:
    (found,) = check(parse("预计增长5～10%。"), select=["GR521"])
    assert found.edits == (Edit(Span(5, 5), "%"),)


def test_a_fix_across_a_page_break_keeps_the_page_number() -> None:
    text = "全年办理１\n\n— 3 —\n\n２件，进展良好。\n"
    report = parse(text)
    fixed = fix(report, select=["GR522"])
    assert fixed.source is not None and "— 3 —" in fixed.source.text


def test_of_reports_without_a_file_to_edit() -> None:
    report = read("<html><body><p>全年办理１２件。</p></body></html>".encode(), "html")
    with pytest.raises(UnknownFormatError, match="html"):
        fix(report, select=["GR522"])


ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_file_keeps_its_encoding_and_line_ends(encoding: str) -> None:
    text = "某县工作总结\r\n\r\n一、总体情况\r\n全年办理１２件，进展良好，群众满意。\r\n"
    repair = fix_file(text.encode(encoding), "txt", select=["GR522"])
    assert repair.data == text.replace("１２", "12").encode(encoding)
    assert [f.code for f in repair.made] == ["GR522"]


def test_nothing_to_fix_leaves_the_bytes_alone() -> None:
    data = "某县工作总结\n全年办理12件。\n".encode()
    repair = fix_file(data, "md", select=["GR522"])
    assert repair.data == data and repair.made == () and repair.after is repair.before


def test_what_a_comment_silences_is_not_fixed() -> None:
    report = read("全年办理１２件。<!-- govreport: ignore GR522 引文 -->\n".encode(), "md")
    assert fix(report, select=["GR522"]).source is report.source or "１２" in fix(report).source.text  # type: ignore[union-attr]


EXAMPLES = [(code, text) for code in rules() for text in rules()[code].documentation.wrong if rules()[code].fix]


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_a_fixed_text_checks_clean_and_stays(code: str, example: str) -> None:
    before, year, text = example.rpartition("‖")
    previous = parse(before.replace("⏎", "\n")) if year else None
    report = parse(text.replace("⏎", "\n"))
    fixed = fix(report, unsafe=True, select=[code], previous=previous)
    assert not [f for f in check(fixed, select=[code], previous=previous) if f.edits and f.fix]
    again = fix(fixed, unsafe=True, select=[code], previous=previous)
    assert again.source is not None and fixed.source is not None and again.source.text == fixed.source.text


NUMBER = re.compile(
    r"^[\s#>*]*(?:[（(]?[一二三四五六七八九十]+[）)]?|[（(]?\d+[）)]?|第[一二三四五六七八九十]+)[、.．，]*", re.M
)


def essence(text: str) -> str:
    """The words and numbers of a text: hanzi, letters and digits; numbers of headings, leading zeros and signs apart."""
    plain = re.sub(r"(?<![\d.])0+(?=\d)", "", NUMBER.sub("", unicodedata.normalize("NFKC", text)))
    return "".join(re.findall(r"[\u4e00-\u9fffA-Za-z\d]", plain))


@pytest.mark.parametrize("code", SAFE)
def test_safe_fixes_of_examples_keep_words_and_numbers(code: str) -> None:
    for example in rules()[code].documentation.wrong:
        text = example.rpartition("‖")[2].replace("⏎", "\n")
        fixed = fix(parse(text), select=[code])
        assert fixed.source is not None
        if not RESTORES.get(code):
            assert essence(fixed.source.text) == essence(text)


RESTORES: dict[str, str] = {}
"""Safe rules whose purpose is to change a letter or digit, and why that is safe."""


@pytest.mark.skipif(not CORPUS, reason="no ../shared/corpus beside this clone")
@pytest.mark.parametrize("path", CORPUS[::4], ids=lambda path: path.stem[:24])
def test_safe_fixes_of_real_reports_keep_words_and_numbers_and_come_to_an_end(path: Path) -> None:
    text = path.read_text("utf-8", errors="replace")[:40_000]
    select = [code for code in SAFE if code not in RESTORES]
    fixed = fix(parse(text), select=select)
    assert fixed.source is not None
    assert essence(fixed.source.text) == essence(text)
    again = fix(fixed, select=select)
    assert again.source is not None and again.source.text == fixed.source.text
    assert not [f for f in check(fixed, select=select) if f.fix == "safe"]
