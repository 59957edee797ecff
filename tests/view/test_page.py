"""The page to review a report: what stands where, what leads where, and that nothing in a report comes alive."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from attrs import evolve
from lxml import etree

import govreport
from govreport import Finding, Report, Span, view

from .reports import HOSTILE, THIS, hostile, last, this

KEBU = Path(__file__).parents[2] / "examples" / "kebu_2022.md"


def page(report: Report, previous: Report | None = None, **options: object) -> etree._Element:
    return etree.fromstring(view(report, previous, **options), etree.HTMLParser(huge_tree=True))


def texts(root: etree._Element, path: str) -> list[str]:
    return ["".join(str(part) for part in element.itertext()) for element in root.iterfind(path)]


@pytest.fixture(scope="module")
def reviewed() -> etree._Element:
    return page(this(), last())


def test_the_parts_of_the_page(reviewed: etree._Element) -> None:
    assert texts(reviewed, ".//h1") == ["某县2024年法治政府建设工作报告"]
    parts = [texts(part, "h2")[0] for part in reviewed.iterfind(".//section[@class='part']")]
    assert parts == ["审查意见", "指标", "上年计划落实情况", "计划与问题", "与上年比较"]
    assert texts(reviewed, ".//header//li") == ["法治政府建设报告", "2024年度"]


def test_without_last_year_there_is_nothing_about_it() -> None:
    parts = texts(page(this()), ".//section[@class='part']/h2")
    assert parts == ["审查意见", "指标", "计划与问题"]


def test_a_page_of_an_empty_report() -> None:
    root = page(Report())
    assert texts(root, ".//h1") == ["（无标题）"]
    assert "没有发现问题。" in texts(page(Report(), findings=()), ".//section/p")


def test_every_link_leads_somewhere_and_every_id_stands_once(reviewed: etree._Element) -> None:
    ids = Counter(str(element.get("id")) for element in reviewed.iter() if element.get("id"))
    assert [id for id, count in ids.items() if count > 1] == []
    links = [str(element.get("href")) for element in reviewed.iter("a")]
    assert len(links) > 40
    assert [link for link in links if not link.startswith("#") or unquote(link[1:]) not in ids] == []
    named = [str(e.get("aria-labelledby")) for e in reviewed.iter() if e.get("aria-labelledby")]
    assert set(named) <= set(ids)


def test_the_outline_counts_remarks_below_too(reviewed: etree._Element) -> None:
    rows = [" ".join(str(part) for part in item.itertext()).split()[:3] for item in reviewed.iterfind(".//nav//li")]
    named = {row[0]: row[1:] for row in rows}
    assert named["一、主要做法"] == ["意见", "1"]
    assert named["（三）抓好执法"] == ["意见", "1"]


def test_a_finding_stands_beside_its_paragraph_and_leads_there_and_back(reviewed: etree._Element) -> None:
    card = next(card for card in reviewed.iterfind(".//aside/div") if "GR520" in "".join(map(str, card.itertext())))
    assert "■ 错误标准GR520“约100人左右”重复表示约数，只留一个" in "".join(map(str, card.itertext()))
    aside = card.getparent()
    assert aside is not None and aside.getnext() is not None
    assert "约100人左右" in "".join(map(str, aside.getnext().itertext()))
    words = reviewed.find(f".//a[@href='#{card.get('id')}'][@class='way error']")
    assert words is not None
    assert card.find(f".//a[@href='#{words.get('id')}']") is not None
    entry = reviewed.find(f".//table[@class='findings']//a[@href='#{card.get('id')}']")
    assert entry is not None
    assert card.find(f".//a[@href='#{entry.getparent().get('id')}']") is not None


def test_the_words_of_a_finding_are_marked_across_figures() -> None:
    """A mark that begins before a figure and ends in it is cut in two; the number stands once, behind the words."""
    report = govreport.parse("一、情况\n办结案件28件。\n")
    start = report.source.text.index("案件")
    found = Finding("XX100", "error", "甲", span=Span(start, start + 3), where="一")
    text = view(report, findings=[found])
    assert re.search(
        r'办结<mark class="error">案件</mark><data class="metric"[^>]*><mark class="error">2</mark>'
        r'<a class="way error"[^>]*></a>8件</data>',
        text,
    )


def test_of_several_findings_on_the_same_words_the_gravest_is_seen() -> None:
    report = govreport.parse("一、情况\n进展良好。\n")
    start = report.source.text.index("进展")
    found = [
        Finding("XX100", "info", "甲", span=Span(start, start + 4), where="一"),
        Finding("XX101", "error", "乙", span=Span(start + 1, start + 3), where="一"),
        Finding("XX102", "warning", "丙", span=Span(start + 2, start + 4), where="一"),
    ]
    root = page(report, findings=found)
    marks = [(mark.get("class"), mark.text) for mark in root.iterfind(".//article//mark")]
    assert marks == [("info", "进"), ("error", "展良"), ("warning", "好")]
    ways = [way.get("data-number") for way in root.iterfind(".//article//a") if str(way.get("class")).startswith("way")]
    assert ways == ["2", "1", "3"]


@pytest.mark.parametrize(
    # a finding, and the paragraph that its card stands beside
    ("words", "where", "beside"),
    [
        ("某县", "", "某县2024年法治政府建设工作报告"),
        ("（三）", "一/（三）", "（三）抓好执法。"),
        ("二、存在", "二", "二、存在的问题"),
        ("98%", "三/（二）", "（二）抓好执法。力争"),
        ("", "三", "三、 2025年工作安排"),
        ("", "没有这一节", "某县2024年法治政府建设工作报告"),
    ],
)
def test_where_a_finding_stands(words: str, where: str, beside: str) -> None:
    report = this()
    start = THIS.index(words)
    span = Span(start, start + len(words)) if words else None
    root = page(report, findings=[Finding("XX100", "info", "甲", span=span, where=where)])
    (aside,) = root.iterfind(".//aside")
    assert "".join(map(str, aside.getnext().itertext())).startswith(beside)


def test_a_report_without_a_source_has_its_findings_by_section() -> None:
    report = govreport.read(govreport.dumps(this()).encode(), "json")
    root = page(evolve(report, source=None), findings=[Finding("XX100", "info", "甲", where="二")])
    assert len(list(root.iterfind(".//aside"))) == 1


def test_of_too_many_findings_the_gravest_are_shown() -> None:
    report = govreport.parse("一、情况\n进展良好。\n")
    found = [Finding("XX100", "info", "甲", where="一")] * 2500 + [Finding("XX101", "error", "乙", where="一")] * 10
    root = page(report, findings=found)
    cards = [card.get("class") for card in root.iterfind(".//aside/div")]
    assert Counter(cards) == {"remark info": 1990, "remark error": 10}
    assert "共 2510 条，这里列出最重的 2000 条" in texts(root, ".//section[@id='findings.']/p")[0]


def test_a_fix_is_offered_where_it_can_be_seen() -> None:
    cards = texts(page(govreport.parse("一、情况\n全年办理１２件。\n"), findings=None), ".//aside")
    assert any("可改为12" in card for card in cards)


def test_figures_lead_to_the_text_and_bars_are_measured_in_one_unit() -> None:
    root = page(govreport.parse("一、情况\n办结案件28件，受理信访56件，投入资金3亿元，收入下降9.7%。\n"))
    rows = {texts(row, "th")[0]: row for row in root.iterfind(".//table[@class='figures']/tbody/tr")}
    widths = {name: [rect.get("width") for rect in row.iter("rect")] for name, row in rows.items()}
    assert widths == {"案件": ["60.0"], "信访": ["120.0"], "投入资金": [], "收入": []}
    for row in rows.values():
        (link,) = row.iterfind(".//td[@class='number']/a")
        place = root.find(f".//data[@id='{str(link.get('href'))[1:]}']")
        assert place is not None and place.text == link.text


def test_figures_stand_beside_those_of_last_year(reviewed: etree._Element) -> None:
    heads = texts(reviewed, ".//table[@class='figures']/thead//th")
    rows = [
        dict(zip(heads, texts(row, "*"), strict=True))
        for row in reviewed.iterfind(".//table[@class='figures']/tbody/tr")
    ]
    row = next(row for row in rows if row["数值"] == "16期")
    assert (row["上年"], row["变化"], row["位置"]) == ("12期", "+4期（+33.3%）", "一/（一）")


def test_the_ledger_of_last_years_plans(reviewed: etree._Element) -> None:
    part = reviewed.find(".//section[@id='trace.']")
    assert part is not None
    rows = [texts(row, "*")[:2] for row in part.iterfind(".//tbody/tr")]
    assert ["抓好公开", "✘ 未见回应"] in rows
    assert ["培训班 15期", "✔ 达到"] in rows


def test_what_went_and_came_is_marked_in_the_text(reviewed: etree._Element) -> None:
    part = reviewed.find(".//section[@id='changes.']")
    assert part is not None
    assert {"12期", "860人次"} & {text[:5] for text in texts(part, ".//del")} or "12" in "".join(texts(part, ".//del"))
    assert "1024" in "".join(texts(part, ".//ins"))


def test_the_page_is_the_report_still() -> None:
    """What is laid over the article is no part of it: read back, the page is the same report."""
    for report in (this(), govreport.read(KEBU)):
        assert govreport.read(view(report, last()).encode(), "html") == report


def test_headings_go_down_by_one() -> None:
    levels = [int(e.tag[1]) for e in page(this(), last()).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_policy_lets_run_only_what_stands_in_the_page() -> None:
    root = page(this())
    (policy,) = (m.get("content") for m in root.iter("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy
    assert [element.get("style") for element in root.iter() if element.get("style")] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_a_report_comes_alive(words: str) -> None:
    report = hostile(words)
    found = [
        Finding(words, "error", words, hint=words, level=words, where=words, name=words),
        Finding("XX100", "warning", words, span=Span(3, 9), where="一"),
    ]
    text = view(report, hostile(words + "前"), findings=found)
    assert text.count("<script") == text.count("</script") == text.count("<style") == text.count("</style") == 1
    root = etree.fromstring(text, etree.HTMLParser())
    tags = {str(element.tag) for element in root.iter()}
    assert not tags & {"img", "iframe", "base", "form", "object", "embed", "link"}
    for element in root.iter():
        assert not [name for name in element.attrib if str(name).lower().startswith("on") or name == "style"]
        assert str(element.get("href", "#")).startswith("#")
    assert texts(root, ".//h1") == [words]
    assert any(text.startswith(words) for text in texts(root, ".//aside//p"))


def test_pages_of_ten_times_the_size_take_ten_times_the_room() -> None:
    body = "".join(f"（{n}）抓好培训。举办培训班{n}期，约{n}人左右参加。\n" for n in "一二三四五六七八九")
    sizes = [len(view(govreport.parse("一、情况\n" + body * times))) for times in (4, 40)]
    assert sizes[1] < 11 * sizes[0]


def test_the_example_weighs_little() -> None:
    assert len(view(govreport.read(KEBU)).encode()) < 200_000
