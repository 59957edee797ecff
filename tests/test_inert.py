"""Nothing in a report becomes markup of a page or a formula of a table: hostile words in every field, every output."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from attrs import evolve, fields, has
from lxml import html as markup

from govreport import (
    Citation,
    Closing,
    DocumentNumber,
    Edit,
    Finding,
    Metric,
    Metrics,
    Number,
    Paragraph,
    Plan,
    Problem,
    Report,
    Section,
    Span,
    Table,
    diff,
    dumps,
    parse,
    trace,
)
from govreport.batch.sheets import Csv
from govreport.batch.tables import TABLES, Row
from govreport.cli.metrics import as_csv
from govreport.compare.output import OUTPUTS
from govreport.compare.output.ledger import ledger
from govreport.compare.output.trace_page import page
from govreport.view import view

HOSTILE = (
    '"\'><script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)><a href="javascript:alert(1)">甲</a>'
    "<style>*{display:none}</style></title></textarea></script><!--<iframe src=//x><meta http-equiv=refresh content=0><base href=//x>"
    "&lt;script&gt;`${1}`]]>"
)
URL = "javascript:alert(1)"
FORMULAS = [
    '=HYPERLINK("http://x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "－1+1",
]


def report_of(words: str) -> Report:
    """A report that says the words in every field that holds text."""
    metric = Metric(words, Decimal(5), words, text=words, where=words, year=2023, is_target=True)
    table = Table((("一", words), (words, URL)), words)
    child = Section(Number(words, "arabic", 1), words, blocks=(Paragraph(words), Paragraph(URL)), stop=words)
    section = Section(Number(words, "hanzi", 1), words, words, (Paragraph(words), table), children=(child,))
    return Report(
        title=words,
        subtitle=words,
        kind=words,
        year=2023,
        document_number=DocumentNumber(words, 2023, 1),
        issuer=words,
        recipients=words,
        salutation=words,
        speaker=words,
        date=words,
        preamble=(Paragraph(words), table),
        sections=(section, evolve(section, number=None)),
        closing=Closing((Paragraph(words),), (words,), words, (words,)),
        metadata={words: words, "来源": URL, "网址": URL},
        metrics=(metric,),
        plans=(Plan(words, heading=words, year=2024, targets=(metric,), actors=(words,), deadline=words, where=words),),
        problems=(Problem(words, cause=words, where=words),),
        citations=(Citation(words, number=words, short=words, article=words, where=(words,)),),
    )


@pytest.fixture(scope="module")
def hostile() -> Report:
    return report_of(HOSTILE)


def test_every_field_of_text_is_hostile(hostile: Report) -> None:
    """So that a field that is added to the model is tried here too."""
    for thing in (
        hostile,
        hostile.plans[0],
        hostile.problems[0],
        hostile.citations[0],
        hostile.metrics[0],
        hostile.closing,
    ):
        assert has(type(thing))
        for field in fields(type(thing)):
            value = getattr(thing, field.name)
            known = field.name in ("bound", "direction", "answers") or (
                isinstance(thing, Metric) and field.name == "kind"
            )
            assert not isinstance(value, str) or HOSTILE in value or known, field.name


def findings(words: str) -> tuple[Finding, ...]:
    said = {"message": words, "message_en": words, "hint": words, "name": words, "level": words, "where": words}
    return (Finding(words, "error", span=Span(0, 1), edits=(Edit(Span(0, 1), words),), fix="safe", **said),)


def parsed(report: Report) -> Report:
    """The same words as a text that was read, with places for findings."""
    return parse(dumps(report, "txt", canonical=True))


OLD = "某县2022年工作总结\n一、总体情况\n办件30件。\n二、打算\n（一）改造小区。改造小区3个。\n"
PAGES: dict[str, Callable[[Report], str]] = {
    "html": lambda report: dumps(report, "html"),
    "html of a text": lambda report: dumps(parsed(report), "html"),
    "diff": lambda report: OUTPUTS["html"](diff(parse(OLD), report)),
    "diff of parts alike": lambda report: OUTPUTS["html"](diff(evolve(report, title=report.title + "旧"), report)),
    "diff back": lambda report: OUTPUTS["html"](diff(report, parse(OLD))),
    "trace": lambda report: page(trace(report, report)),
    "trace of an old report": lambda report: page(trace(parse(OLD), report)),
    "notebook": lambda report: report._repr_html_(),
    "notebook, metrics": lambda report: Metrics(report.metrics)._repr_html_(),
    "view": lambda report: view(report, None, ()),
    "view of a text": lambda report: view(parsed(report), parsed(report)),
    "view with findings": lambda report: view(parsed(report), None, findings(report.title)),
}
OWN = {"script", "style", "meta", "title", "a"}
"""Elements that a page may have of its own; as many of them as it has for a harmless report."""
ACTIVE = {
    "iframe",
    "object",
    "embed",
    "base",
    "form",
    "svg",
    "img",
    "link",
    "audio",
    "video",
    "textarea",
    "frame",
    "applet",
    "math",
}


class Elements(HTMLParser):
    """Every start tag of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def by_lxml(text: str) -> list[tuple[str, dict[str, str | None]]]:
    return [
        (str(e.tag), dict(e.attrib)) for e in markup.document_fromstring(text or "<p>").iter() if isinstance(e.tag, str)
    ]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("read", [lambda text: Elements(text).found, by_lxml], ids=["html.parser", "lxml"])
def test_a_page_is_inert(
    hostile: Report, name: str, read: Callable[[str], list[tuple[str, dict[str, str | None]]]]
) -> None:
    text = PAGES[name](hostile)
    assert "alert(1)" in text  # the words are there, as words
    harmless = [tag for tag, _ in read(PAGES[name](report_of("无害的字")))]
    found = read(text)
    for tag, attributes in found:
        assert tag not in ACTIVE
        for key, value in attributes.items():
            assert not key.startswith("on") and key not in ("srcdoc", "formaction", "action", "background", "ping")
            assert (
                not (value or "").strip().lower().startswith(("javascript:", "data:", "vbscript:"))
                or key in ("content", "data-run")
                or key.startswith("data-")
            )
            if key in ("href", "src", "cite"):
                assert (value or "").startswith("#")
    tags = [tag for tag, _ in found]
    assert tags.count("script") == harmless.count("script") <= 1
    assert tags.count("style") == harmless.count("style")
    assert tags.count("title") == harmless.count("title")
    refreshed = [attributes for tag, attributes in found if tag == "meta" and "http-equiv" in attributes]
    assert all((a["http-equiv"] or "").lower() == "content-security-policy" for a in refreshed)


def test_the_words_come_back_as_words(hostile: Report) -> None:
    """Escaped, not taken away."""
    assert HOSTILE in markup.document_fromstring(dumps(hostile, "html")).text_content()


def sheet_of(row: Row) -> bytes:
    sheet = Csv("metrics")
    sheet.add([row])
    return sheet.file()


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("table", ["metrics", "ledger", "batch"])
def test_no_cell_is_a_formula(table: str, formula: str) -> None:
    report = evolve(report_of(formula), metrics=(evolve(report_of(formula).metrics[0], value=Decimal(-5)),))
    made = {
        "metrics": lambda: as_csv(report).decode("utf-8-sig"),
        "ledger": lambda: ledger(trace(report, report)).removeprefix("\ufeff"),
        "batch": lambda: sheet_of({name: formula for name, kind, _ in TABLES["metrics"] if kind is str}).decode(
            "utf-8-sig"
        ),
    }[table]()
    cells = [cell for row in csv.reader(io.StringIO(made, newline="")) for cell in row]
    armed = [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n＝＋－＠") and cell != "-5"]
    assert armed == []
    assert any(cell.startswith("'") for cell in cells)
    assert table != "metrics" or "-5" in cells
