"""HTML out: the page, its outline and anchors, what is marked, that nothing in it runs, and the way back."""

from __future__ import annotations

import re
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from govreport import (
    Closing,
    DocumentNumber,
    Metric,
    Number,
    Paragraph,
    Report,
    Section,
    Span,
    Table,
    dumps,
    parse,
    read,
    write,
)
from govreport.facts.understand import understand
from govreport.formats.properties import properties_of
from govreport.formats.rebuild import located

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "kebu_2022.md"
SUFFIXES = ("txt", "md", "html", "docx")


def again(report: Report, facts: bool = True) -> Report:
    return read(dumps(report, "html").encode(), "html", facts=facts)


def page(report: Report) -> etree._Element:
    return etree.fromstring(dumps(report, "html"), etree.HTMLParser())


def said(root: etree._Element, path: str) -> list[str]:
    return ["".join(str(part) for part in element.itertext()) for element in root.iterfind(path)]


def item(number: str, style: str, value: int, heading: str = "", *parts: Section, text: str = "") -> Section:
    """A section whose text stands in one paragraph with its number."""
    blocks = (Paragraph(text),) if text else ()
    return Section(
        Number(number, style, value), heading, None, blocks, parts, run_in=True, stop="。" if heading else ""
    )


REPORT = Report(
    title="云溪县2023年法治政府建设情况报告",
    subtitle="2024年1月8日在全县会议上",
    document_number=DocumentNumber("云政发", 2024, 1),
    recipients="市人民政府：",
    preamble=(Paragraph("依据《法治政府建设实施纲要》，现将情况报告如下。"),),
    sections=(
        Section(
            Number("一、", "hanzi", 1),
            "主要工作",
            children=(
                item(
                    "（一）",
                    "hanzi-paren",
                    1,
                    "加强领导",
                    evolve(item("一是", "shi", 1, text="办结案件120余件；"), inline=True),
                    evolve(item("二是", "shi", 2, text="全面销号。"), inline=True),
                ),
                item("（二）", "hanzi-paren", 2, "夯实基础", text="培训3场。"),
            ),
        ),
        Section(
            Number("二、", "hanzi", 2),
            "数据情况",
            blocks=(
                Paragraph("见下表。"),
                Table(
                    (("类别", "件数", "件数"), ("类别", "上年", "本年"), ("许可", "3", "1,205"), ("处罚", "0", "0")), "表1 办件"
                ),
            ),
        ),
        Section(None, "名词解释", "attachment", (Paragraph("台账：登记的册子。"),)),
    ),
    closing=Closing((Paragraph("特此报告。"),), ("云溪县人民政府",), "2024年1月8日", ("清单", "名册")),
    metadata={"索引号": "YX01/2024-1", "发布时间": "2024-01-09 10:00", "关键词": "法治;政府"},
)  # fmt: skip

PLACED = understand(located(REPORT, properties_of(REPORT), "html"))
"""The same with its facts, each in its place."""


def test_the_page_has_a_head_for_machines_and_readers() -> None:
    root = page(REPORT)
    assert root.get("lang") == "zh-CN"
    assert said(root, ".//title") == [REPORT.title]
    tags = {element.get("name"): element.get("content") for element in root.iter("meta") if element.get("name")}
    assert tags["ArticleTitle"] == REPORT.title
    assert tags["PubDate"] == "2024-01-09 10:00"
    assert tags["Keywords"] == "法治;政府"
    assert "width=device-width" in str(tags["viewport"])


def test_headings_have_their_true_depth() -> None:
    root = page(REPORT)
    assert said(root, ".//h1") == [REPORT.title]
    assert said(root, ".//h2") == ["一、主要工作", "二、数据情况", "名词解释"]
    run_in = root.xpath("//p/span[@role='heading']")
    assert [(e.get("aria-level"), "".join(e.itertext())) for e in run_in] == [
        ("3", "（一）加强领导。"),
        ("3", "（二）夯实基础。"),
    ]


def test_depths_beyond_h6_are_told_by_aria_level() -> None:
    section = Section(Number("1.", "arabic", 1), "最里面")
    for depth in range(7):
        section = Section(Number("1.", "arabic", 1), f"第{depth}层", children=(section,))
    report = Report(sections=(section,))
    root = page(report)
    assert [e.tag for e in root.iter("h2", "h3", "h4", "h5", "h6")] == ["h2", "h3", "h4", "h5", "h6"]
    assert [e.get("aria-level") for e in root.iter("div") if e.get("role") == "heading"] == ["7", "8", "9"]
    assert again(report) == understand(report)


def test_every_section_has_its_address_as_anchor_and_the_outline_leads_to_them() -> None:
    root = page(REPORT)
    anchors = [element.get("id") for element in root.iter() if element.get("id")]
    addresses = [str(REPORT.address(section)) for section in REPORT.walk()]
    assert sorted(anchors) == sorted([*addresses, "top."])
    links = [unquote(str(element.get("href"))) for element in root.iterfind(".//nav//a")]
    assert links == ["#一", "#一/（一）", "#一/（二）", "#二", "#名词解释"]


def test_the_lists_of_the_outline_are_closed_where_a_heading_is_missing() -> None:
    bare = Section(Number("一、", "hanzi", 1), children=(Section(Number("（一）", "hanzi-paren", 1), "抓好服务"),))
    named = Section(Number("二、", "hanzi", 2), "打算", blocks=(Paragraph("再接再厉。"),))
    text = dumps(Report(title="总结", sections=(bare, named)), "html")
    assert [text.count(f"<{tag}>") - text.count(f"</{tag}>") for tag in ("ol", "li")] == [0, 0]


def test_a_link_to_a_heading_with_a_percent_sign_leads_there() -> None:
    text = dumps(Report(sections=(Section(None, "完成率100%"),)), "html")
    assert '<a href="#完成率100%25">' in text and 'id="完成率100%"' in text


def test_remarks_on_a_page_are_no_part_of_the_report() -> None:
    text = str(dumps(REPORT, "html")).replace(
        "<h1", '<div class="remarked"><aside class="remarks">改标题</aside>\n<h1', 1
    )
    text = text.replace("</h1>", "</h1></div>", 1)
    assert read(text.encode(), "html", facts=False) == REPORT


def test_metrics_say_what_they_are() -> None:
    report = parse("某局2023年工作总结\n一、主要工作\n全年办结案件120余件，投入资金1.2亿元。\n")
    root = page(report)
    marks = [(e.text, e.get("value"), e.get("data-unit"), e.get("data-bound")) for e in root.iter("data")]
    assert marks == [("120余件", "120", "件", "above"), ("1.2亿元", "120000000", "元", "exact")]
    assert Decimal(str(marks[1][1])) == report.metrics[1].value


def test_a_metric_is_marked_where_it_stands_and_not_where_its_figure_comes_first() -> None:
    report = parse("某局2023年工作总结\n一、主要工作\n整改率100.5%，合格率0.5%，办结率5%。\n")
    assert [e.text for e in page(report).iter("data")] == [metric.text for metric in report.metrics]
    assert [e.getprevious() is None for e in page(report).iter("data")][:1] == [True]


def test_dates_and_cited_documents_are_marked() -> None:
    root = page(PLACED)
    assert [(e.text, e.get("datetime")) for e in root.iter("time")] == [("2024年1月8日", "2024-01-08")] * 2
    assert said(root, ".//cite") == ["《法治政府建设实施纲要》"]


def test_tables_have_caption_headers_and_merged_cells() -> None:
    root = page(REPORT)
    table = next(root.iter("table"))
    assert said(table, "caption") == ["表1 办件"]
    head = [(e.text, e.get("scope"), e.get("rowspan"), e.get("colspan")) for e in table.iterfind("thead/tr/th")]
    assert head == [
        ("类别", "col", "2", None),
        ("件数", "colgroup", None, "2"),
        ("上年", "col", None, None),
        ("本年", "col", None, None),
    ]
    assert [(e.text, e.get("scope")) for e in table.iterfind("tbody/tr/th")] == [("许可", "row"), ("处罚", "row")]
    assert [e.text for e in table.iterfind("tbody/tr/td")] == ["3", "1,205", "0", "0"]


def test_a_row_that_says_one_thing_is_one_cell() -> None:
    report = Report(
        preamble=(
            Table((("事项", "上年", "本年"), ("许可", "3", "5"), ("第五项", "第五项", "第五项"), ("处罚", "1", "0"))),
        )
    )
    cells = [(e.text, e.get("colspan"), e.get("class")) for e in page(report).iterfind(".//tbody/tr[2]/*")]
    assert cells == [("第五项", "3", "banner")]
    assert again(report, facts=False) == report


def test_signature_enclosures_and_annex_stand_in_their_order() -> None:
    text = re.sub(r"\s", "", "".join(said(page(REPORT), ".//main")))
    parts = ["特此报告。", "附件：1.清单", "2.名册", "云溪县人民政府2024年1月8日", "名词解释"]
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)


def test_a_report_comes_back() -> None:
    assert again(REPORT) == PLACED
    example = read(EXAMPLE)
    assert again(example) == example
    assert dumps(again(example), "html") == dumps(example, "html")


def test_the_corpus_comes_back_with_its_facts(shared: Path) -> None:
    paths = sorted(path for suffix in SUFFIXES for path in (shared / "corpus" / "full").rglob(f"*.{suffix}"))
    for path in paths[::5]:
        report = read(path)
        assert again(report) == report, path.name


ODD = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\t\n\r <>&\"'"), max_size=12)
HELD = ODD.map(lambda text: re.sub("[\ufffe\uffff]|[^\0-\uffff]", "", text))


@given(HELD, HELD, HELD, st.lists(st.lists(HELD, max_size=3).map(tuple), max_size=3).map(tuple), HELD, HELD)
def test_odd_words_come_back_from_wherever_they_stand(
    heading: str, text: str, title: str, rows: tuple[tuple[str, ...], ...], key: str, value: str
) -> None:
    report = Report(
        title=title,
        preamble=(Paragraph(f"甲{text}"), Table(rows, f"表{heading}")),
        sections=(item("（一）", "hanzi-paren", 1, f"乙{heading}", text=f"丙{text}"),),
        closing=Closing((Table(rows),), (f"丁{title}",)),
        issuer=value,
        metadata={key: value},
    )
    assert again(report, facts=False) == report


def test_control_characters_are_what_a_page_can_not_hold() -> None:
    report = Report(title="总\x01结\x00", preamble=(Paragraph("正\x0b文\ud800。"),), metadata={"键\x02": "值\x03"})
    expected = Report(title="总结", preamble=(Paragraph("正文。"),), metadata={"键": "值"})
    assert again(report, facts=False) == expected


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "</title><svg onload=alert(1)>",
    "</style><base href=//evil.example>",
    "--><iframe srcdoc='x'>",
    "&lt;script&gt;&#60;b&#62;",
    "]]><a href=data:text/html,x>",
)
words = str.split
ELEMENTS = set(
    words(
        "html head meta title style body a nav details summary ol li main article dl div dt dd h1 h2 p span section "
        "table caption thead tbody tr th td footer wbr data time cite"
    )
)


class Seen(HTMLParser):
    """Every element and attribute that a tokenizer of another kin sees."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("bad", HOSTILE)
def test_nothing_in_a_report_becomes_markup(bad: str) -> None:
    report = Report(
        title=f"{bad}总结",
        subtitle=bad,
        issuer=bad,
        recipients=bad,
        salutation=bad,
        speaker=bad,
        date=bad,
        document_number=DocumentNumber(bad, 2024, 1),
        preamble=(Paragraph(f"{bad}《{bad}》"), Table(((bad, bad), (bad, "1")), bad)),
        sections=(
            Section(None, bad, blocks=(Paragraph(bad),)),
            item("（一）", "hanzi-paren", 1, bad, text=bad),
            Section(Number("、", "hanzi", None), bad),
        ),
        closing=Closing((Paragraph(bad),), (bad,), bad, (bad, bad)),
        metadata={"标题": bad, bad: bad, "网址": bad},
    )
    placed = located(report, properties_of(report), "html")
    block = placed.preamble[0]
    assert block.span is not None
    span = Span(block.span.start, block.span.start + len(bad))
    placed = evolve(placed, metrics=(Metric(bad, Decimal(3), bad, None, bad, bad, bad, bad, span),))
    text = dumps(placed, "html")
    assert 'class="metric"' in text
    seen = Seen()
    seen.feed(text)
    assert {tag for tag, _ in seen.found} <= ELEMENTS
    for tag, attributes in seen.found:
        assert not any(name.startswith("on") or name in ("src", "style", "srcdoc") for name in attributes)
        assert tag != "a" or str(attributes["href"]).startswith("#")
    assert {str(element.tag) for element in page(placed).iter()} <= ELEMENTS
    assert again(placed, facts=False) == report


def test_a_page_needs_nothing_else() -> None:
    text = dumps(read(EXAMPLE), "html")
    assert not re.search(r"<script|<link|<img|@import|url\(|https?://", text)
    assert "default-src 'none'" in text


def test_words_changed_by_hand_are_read_as_they_are() -> None:
    text = dumps(REPORT, "html")
    changed = read(text.replace("培训3场。", "培训12场。").replace(">二、<", ">三、<").encode())
    assert changed.at("一/（二）").text == "培训12场。"
    assert changed.sections[1].number == Number("三、", "hanzi", 3)


def test_a_paragraph_put_in_by_hand_makes_it_a_page_like_any_other() -> None:
    text = dumps(REPORT, "html")
    changed = read(text.replace('<section id="二">', '<p>（三）严格监督。每月通报。</p>\n<section id="二">').encode())
    assert [str(changed.address(s)) for s in changed.walk()][:6] == [
        "一", "一/（一）", "一/（一）/一是", "一/（一）/二是", "一/（二）", "一/（三）"
    ]  # fmt: skip
    assert (changed.title, changed.metadata["索引号"]) == (REPORT.title, "YX01/2024-1")


def test_an_article_set_into_a_page_of_a_site_is_still_read() -> None:
    text = dumps(REPORT, "html")
    article = text[text.index("<article") : text.index("</article>") + 10]
    site = f"<html><body><div class=nav><a>首页</a></div><div class=TRS_Editor>{article}</div><p>版权所有</p>"
    assert read(site.encode()) == PLACED


def test_the_file_is_written_whole(tmp_path: Path) -> None:
    write(REPORT, tmp_path / "report.html")
    assert read(tmp_path / "report.html") == PLACED
