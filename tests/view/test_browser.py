"""The page in a real browser: quiet, alone, quick to use by mouse, keyboard and ear; on paper too.

Needs Chromium; the audit needs axe-core (the package axe-core-python of the extra `test`, or AXE, the path of an
axe.min.js).
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest

import govreport

from .browser import Browser, Page, chromium
from .reports import HOSTILE, hostile, last, this

KEBU = Path(__file__).parents[2] / "examples" / "kebu_2022.md"
WITHOUT, CONTRAST = "{rules: {'color-contrast': {enabled: false}}}", "{runOnly: ['color-contrast']}"
"""All rules of the audit but the one that takes as long as all others, and that one."""
WIDTHS = ((1440, 900), (1100, 800), (390, 844))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = chromium()
    if program is None:
        pytest.skip("Chromium is not installed")
    started = Browser(program, tmp_path_factory.mktemp("chromium"))
    yield started
    started.close()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Page:
    return browser.page()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages on disk: the example, and a report beside last year's."""
    folder = tmp_path_factory.mktemp("pages")
    made = {"kebu": govreport.view(govreport.read(KEBU)), "year": govreport.view(this(), last())}
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture(params=["kebu", "year"])
def path(request: pytest.FixtureRequest, pages: dict[str, Path]) -> Path:
    return pages[request.param]


def test_the_console_is_silent_and_nothing_is_asked_for(tab: Page, path: Path) -> None:
    tab.open(path)
    assert tab.complaints() == []
    assert tab.requests() == [path.as_uri()]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_report_stays_inert(tab: Page, tmp_path: Path, words: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(govreport.view(hostile(words), hostile(words)), "utf-8")
    tab.open(path)
    assert tab.complaints() == []
    assert tab.requests() == [path.as_uri()]
    assert tab.ask("[window.hit === undefined, document.scripts.length, frames.length]") == [True, 1, 0]
    assert tab.ask("document.querySelector('h1').textContent") == words


def test_a_script_that_came_in_would_not_run(tab: Page, pages: dict[str, Path], tmp_path: Path) -> None:
    """The second lock behind the escaping: the policy."""
    path = tmp_path / "broken.html"
    text = pages["kebu"].read_text("utf-8")
    evil = "<script>window.hit=1</script><img src=x onerror='window.hit=1'>"
    path.write_text(text.replace("<main>", f"<main>{evil}"), "utf-8")
    tab.open(path)
    assert any("Content Security Policy" in words for words in tab.complaints())
    assert tab.ask("window.hit === undefined")


def test_every_link_of_the_page_leads_to_something(tab: Page, path: Path) -> None:
    tab.open(path)
    lost = """[...document.querySelectorAll("a")].filter((link) =>
        !document.getElementById(decodeURIComponent(link.hash.slice(1)))).map((link) => link.outerHTML)"""
    assert tab.ask(lost) == []
    assert tab.ask("document.querySelectorAll('a').length") > 20


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_the_page_is_never_wider_than_its_window(tab: Page, path: Path, width: int, height: int) -> None:
    tab.size(width, height)
    tab.open(path)
    assert tab.ask("document.documentElement.scrollWidth") == width
    tab.size(*WIDTHS[0])


def test_on_wide_screens_remarks_stand_beside_the_text_on_narrow_ones_below(tab: Page, pages: dict[str, Path]) -> None:
    place = """(() => {
        const card = document.querySelector("aside").getBoundingClientRect();
        const text = document.querySelector("aside + *").getBoundingClientRect();
        return [card.left >= text.right, card.top >= text.bottom - 1];
    })()"""
    found = []
    for width in (1440, 390):
        tab.size(width, 900)
        tab.open(pages["year"])
        found.append(tab.ask(place))
    assert found == [[True, False], [False, True]]
    tab.size(*WIDTHS[0])


def test_cards_beside_the_text_do_not_cover_each_other(tab: Page, pages: dict[str, Path]) -> None:
    tab.open(pages["kebu"])
    covered = """(() => {
        const boxes = [...document.querySelectorAll(".remark")].map((card) => card.getBoundingClientRect());
        return boxes.slice(1).filter((box, at) => box.top < boxes[at].bottom).length;
    })()"""
    assert tab.ask(covered) == 0


def test_severities_can_be_left_out(tab: Page, pages: dict[str, Path]) -> None:
    tab.open(pages["kebu"])
    seen = "[...document.querySelectorAll('.remark, .findings tbody tr')].filter((e) => e.offsetParent).length"
    before = tab.ask(seen)
    warnings = tab.ask("document.querySelectorAll('.remark.warning').length")
    tab.ask("document.querySelector('.choice input[value=warning]').click()")
    assert warnings > 0 and tab.ask(seen) == before - 2 * warnings
    tab.ask("document.querySelector('.choice input[value=warning]').click()")
    assert tab.ask(seen) == before


def test_figures_are_sorted_by_the_head_of_a_column(tab: Page, pages: dict[str, Path]) -> None:
    tab.open(pages["kebu"])
    column = """[...document.querySelectorAll(".figures tbody tr")].map((row) => {
        const { unit, sort } = row.cells[1].dataset;
        return [unit, Number(sort)];
    })"""
    order = tab.ask(column)
    head = "document.querySelectorAll('.figures thead th')[1]"
    found = []
    for _ in range(3):
        tab.ask(f"{head}.querySelector('button').click()")
        found.append((tab.ask(f"{head}.getAttribute('aria-sort')"), tab.ask(column)))
    assert [sort for sort, _ in found] == ["ascending", "descending", None]
    for (_, rows), up in zip(found, (True, False), strict=False):
        assert sorted(rows) == sorted(order) != rows
        pairs = [(one[1], other[1]) for one, other in pairwise(rows) if one[0] == other[0]]
        assert len(pairs) > 3
        assert all(one <= other if up else one >= other for one, other in pairs)
    assert found[2][1] == order


def test_the_bar_and_the_outline_follow_the_reader(tab: Page, pages: dict[str, Path]) -> None:
    tab.open(pages["year"])
    tab.ask("document.documentElement.style.scrollBehavior = 'auto'")
    current = "[...document.querySelectorAll('.outline [aria-current], .topbar [aria-current]')].map((e) => e.hash)"
    found = []
    for place in ("二", "trace."):
        tab.ask(f"document.getElementById('{place}').scrollIntoView()")
        tab.ask("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        found.append([unquote(hash) for hash in tab.ask(current)])
    assert found == [["#text.", "#二"], ["#trace."]]  # behind the text no section is where the reader is


def test_the_keyboard_reaches_the_text_first(tab: Page, pages: dict[str, Path]) -> None:
    tab.open(pages["year"])
    tab.press("Tab", 9)
    assert tab.ask("document.activeElement.textContent") == "跳到正文"
    assert tab.ask("document.activeElement.getBoundingClientRect().left") >= 0
    tab.press("Enter", 13)
    assert tab.ask("decodeURIComponent(location.hash)") == "#text."


def test_without_its_script_everything_is_there(browser: Browser, pages: dict[str, Path]) -> None:
    tab = browser.page()
    tab.call("Emulation.setScriptExecutionDisabled", value=True)
    tab.open(pages["year"])
    assert tab.complaints_of_load() == []
    seen = "document.querySelectorAll('.remark, .figures tbody tr, .change').length"
    assert tab.ask(seen) > 10
    assert tab.ask("document.querySelector('.choice').hidden && !document.querySelector('thead button')")


@pytest.mark.parametrize(
    ("name", "scheme", "width", "rules"),
    [
        ("kebu", "light", 1440, WITHOUT),
        ("year", "light", 1440, WITHOUT),
        ("year", "light", 390, WITHOUT),
        ("year", "light", 1440, CONTRAST),
        ("year", "dark", 1440, CONTRAST),
    ],
)
def test_an_audit_finds_nothing(
    tab: Page, pages: dict[str, Path], name: str, scheme: str, width: int, rules: str
) -> None:
    axe = _axe()
    if axe is None:
        pytest.skip("axe-core is not installed")
    tab.media(scheme=scheme)
    tab.size(width, 900)
    tab.open(pages[name])
    tab.ask(axe.read_text("utf-8") + ";0")
    violations = "all.violations.map((one) => [one.impact, one.id, one.nodes[0].html])"
    assert tab.ask(f"axe.run(document, {rules}).then((all) => {violations})") == []
    tab.size(*WIDTHS[0])
    tab.media()


def _axe() -> Path | None:
    """Where axe-core is: AXE, or inside of a package that carries it."""
    spec = importlib.util.find_spec("axe_core_python")
    places = [os.environ.get("AXE"), spec and spec.origin and Path(spec.origin).with_name("axe.min.js")]
    return next((Path(place) for place in places if place and Path(place).is_file()), None)


def test_on_narrow_screens_columns_of_words_stay_wide_enough_to_read(tab: Page, pages: dict[str, Path]) -> None:
    tab.size(390, 844)
    tab.open(pages["year"])
    widths = """[...document.querySelectorAll(".plans tbody th, .targets tbody th, .problems tbody th,"
        + ".findings td:nth-child(4)")].map((cell) => cell.getBoundingClientRect().width)"""
    assert min(tab.ask(widths)) > 140
    tab.size(*WIDTHS[0])


def test_on_paper_the_heads_of_tables_come_again_and_changes_are_unfolded(browser: Browser, tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    many = "".join(f"{at}．全年约{at}人左右参加培训。\n" for at in range(1, 90))
    new = govreport.parse(f"某县2024年工作总结\n一、工作\n{many}")
    old = govreport.parse("某县2023年工作总结\n一、工作\n全年抓好三件大事，件件落实。\n二、打算\n再接再厉。\n")
    path = tmp_path / "long.html"
    path.write_text(govreport.view(new, old), "utf-8")
    tab = browser.page()
    tab.open(path)
    paper = pypdfium2.PdfDocument(tab.pdf())
    said = ["".join(page.get_textpage().get_text_range().split()) for page in paper]
    assert sum("序号级别位置意见规则" in page for page in said) > 1
    assert any("件件落实" in page for page in said)


def test_on_paper_there_is_no_navigation_and_nothing_is_cut(tab: Page, pages: dict[str, Path]) -> None:
    tab.open(pages["year"])
    tab.media("print")
    gone = "[...document.querySelectorAll('nav, .topbar, .skip')].every((one) => !one.offsetParent)"
    assert tab.ask(gone)
    tab.media()
    pdf = tab.pdf()
    pypdfium2 = pytest.importorskip("pypdfium2")
    paper = pypdfium2.PdfDocument(pdf)
    assert {tuple(round(side) for side in page.get_size()) for page in paper} == {(595, 842)}
    said = "".join(page.get_textpage().get_text_range() for page in paper)
    said = "".join(said.split())
    assert "审查意见" in said and "上年计划落实情况" in said and "约100人左右参加了培训" in said
