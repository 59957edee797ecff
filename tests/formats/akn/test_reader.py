"""Akoma Ntoso in: files of others, of any document type, hierarchy and draft of the standard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from govreport import Number, Paragraph, Report, Section, Table, dumps, read
from govreport.errors import BudgetError, FormatError

V3 = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

META = """
<meta><identification source="#x"><FRBRWork><FRBRthis value="/akn/cn/act/2021-05-06/3/!main"/>
<FRBRuri value="/akn/cn/act/2021-05-06/3"/><FRBRdate date="2021-05-06" name="Enactment"/><FRBRauthor href="#council"/>
<FRBRcountry value="cn"/><FRBRname value="某市办事条例"/></FRBRWork></identification>
<references source="#x"><TLCOrganization eId="council" href="/x" showAs="某市人民代表大会"/></references></meta>
"""


def akn(inner: str, kind: str = "act", meta: str = "", namespace: str = V3, root: str = "akomaNtoso") -> bytes:
    return (
        f'<?xml version="1.0"?>\n<{root} xmlns="{namespace}"><{kind} name="x">{meta}{inner}</{kind}></{root}>'.encode()
    )


def outline(sections: tuple[Section, ...], depth: int = 0) -> Iterator[tuple[int, str, str, str]]:
    """Depth, number, heading and text of every section."""
    for section in sections:
        yield depth, section.number.text if section.number else "", section.heading, section.text
        yield from outline(section.children, depth + 1)


CHAPTERS = """
<body>
  <chapter eId="chp_1"><num>第一章</num><heading>总则</heading>
    <article eId="art_1"><num>第一条</num><content><p>为了方便办事，
      制定本条例。</p></content></article>
    <article eId="art_2"><num>第二条</num>
      <paragraph><num>（一）</num><content><p>窗口统一受理；</p></content></paragraph>
      <paragraph><num>(b)</num><heading>期限</heading><content><p>五日内办结。</p></content></paragraph>
    </article>
  </chapter>
</body>
"""


def test_an_act_of_chapters_and_articles() -> None:
    report = read(akn(CHAPTERS, meta=META), facts=False)
    assert list(outline(report.sections)) == [
        (0, "第一章", "总则", ""),
        (1, "第一条", "", "为了方便办事，制定本条例。"),
        (1, "第二条", "", ""),
        (2, "（一）", "", "窗口统一受理；"),
        (2, "", "(b) 期限", "五日内办结。"),
    ]
    assert report.sections[0].children[0].number == Number("第一条", "article", 1)
    assert report.sections[0].children[0].run_in


def test_what_meta_says_where_the_text_does_not() -> None:
    report = read(akn(CHAPTERS, meta=META), facts=False)
    said = report.title, report.issuer, report.date, report.metadata
    assert said == ("某市办事条例", "某市人民代表大会", "2021-05-06", {"FRBRuri": "/akn/cn/act/2021-05-06/3"})


FRONT = """
<preface><p><docNumber>某政发〔2024〕3号</docNumber></p><p class="x"><docTitle>某市工作<b>报告</b></docTitle></p>
<p><docDate date="2024-05-06">5月6日</docDate></p><p>按 <docDate date="2024-05-07">7日</docDate>的会议刊印</p></preface>
<preamble><recitals><recital><p>为了公开，</p></recital></recitals></preamble>
<mainBody><p>正文。</p></mainBody>
<conclusions><p>特此报告。</p><p><signature><organization refersTo="#o">某市政府</organization></signature></p>
<p>2024年5月8日</p></conclusions>
"""


def test_front_and_conclusions() -> None:
    report = read(akn(FRONT, "doc"), facts=False)
    assert (report.title, str(report.document_number), report.date) == (
        "某市工作报告",
        "某政发〔2024〕3号",
        "2024-05-06",
    )
    assert [block.text for block in report.preamble if isinstance(block, Paragraph)] == [
        "按 7日的会议刊印",
        "为了公开，",
        "正文。",
    ]
    assert report.closing.blocks == (Paragraph("特此报告。"),)
    assert (report.closing.signature, report.closing.date) == (("某市政府",), "2024年5月8日")


BODIES = [
    # markup of the main body, what the sections and paragraphs are
    ("<p>甲<authorialNote marker='1'><p>注</p></authorialNote>乙</p>", ["甲乙", "注"]),
    ("<p>留<del>删</del><ins>增</ins></p>", ["留增"]),
    ("<p>GDP<eol/>growth</p>", ["GDP growth"]),
    ("<p/><p>  </p>", []),
    ("<container name='c'><p>甲</p><div><p>乙</p></div></container>", ["甲", "乙"]),
    ("<blockList><listIntroduction>如下：</listIntroduction><item><num>1.</num><p>甲</p></item></blockList>", ["如下：", "1. | ", "甲"]),
    ("<blockList><item><num>*</num><p>甲</p><p>乙</p></item></blockList>", [" | *", "甲", "乙"]),
    ("<ul><li>甲</li><li><b>乙</b></li></ul>", ["甲", "乙"]),
    ("<tblock><heading>表</heading><table><tr><td>甲</td></tr></table></tblock>", [" | 表", "table"]),
    ("<hcontainer name='x'><content><p>无名</p></content></hcontainer>", ["无名"]),
    ("<section><num>一、</num><intro><p>前</p></intro><point><num>1.</num><content><p>甲</p></content></point><wrapUp><p>后</p></wrapUp></section>", ["一、 | ", "前", "后", "1. | ", "甲"]),
    ("<section><num>一、</num><heading>甲</heading><subheading>副</subheading></section>", ["一、 | 甲", "副"]),
    ("<crossHeading>中题</crossHeading>", ["中题"]),
    ("<speech by='#a'><from>某某：</from><p>发言。</p></speech>", ["某某：", "发言。"]),
    ("<foreign><x xmlns='urn:x'>式</x></foreign>", ["式"]),
    ("<block name='b'>块</block><toc><tocItem level='1' href='#a'>目录</tocItem></toc>", ["块", "目录"]),
]  # fmt: skip


def words(report: Report) -> list[str]:
    """All that is said, in order: paragraphs, and number and heading of sections."""
    found: list[str] = []

    def add(items: Iterator[object]) -> None:
        for item in items:
            if isinstance(item, Section):
                found.append(f"{item.number.text if item.number else ''} | {item.heading}")
                add(iter(item.blocks))
                add(iter(item.children))
            elif isinstance(item, Paragraph):
                found.append(item.text)
            elif isinstance(item, Table):
                found.append("table")

    add(report.content)
    return found


@pytest.mark.parametrize(("markup", "expected"), BODIES, ids=[row[0][:40] for row in BODIES])
def test_bodies(markup: str, expected: list[str]) -> None:
    assert words(read(akn(f"<mainBody>{markup}</mainBody>", "statement"), facts=False)) == expected


@pytest.mark.parametrize(
    ("namespace", "root"),
    [
        (V3, "akomaNtoso"),
        (f"{V3}/WD17", "akomaNtoso"),
        (f"{V3}/CSD13", "akomaNtoso"),
        ("http://www.akomantoso.org/2.0", "akomaNtoso"),
        ("http://www.akomantoso.org/1.0", "akomantoso"),
        ("", "akomaNtoso"),
    ],
)
def test_drafts_of_the_standard(namespace: str, root: str) -> None:
    data = akn(CHAPTERS, "act", namespace=namespace, root=root)
    assert read(data, facts=False).sections[0].heading == "总则"


def test_a_prefix_is_as_good_as_a_default_namespace() -> None:
    data = f'<!-- 说明 --><a:akomaNtoso xmlns:a="{V3}"><a:doc><a:mainBody><a:p>甲</a:p></a:mainBody></a:doc></a:akomaNtoso>'
    assert read(data.encode(), facts=False).preamble == (Paragraph("甲"),)
    assert read(data.encode("utf-16"), facts=False).preamble == (Paragraph("甲"),)


def test_attachments_and_components_are_attachments() -> None:
    inner = "<doc><preface><p><docTitle>清单</docTitle></p></preface><mainBody><p>一项。</p></mainBody></doc>"
    body = f"<mainBody><p>正文。</p></mainBody><attachments><attachment>{inner}</attachment></attachments>"
    found = read(akn(body, "doc"), facts=False).attachments
    assert found == (Section(None, "清单", "attachment", (Paragraph("一项。"),)),)


def test_a_collection_is_read_through() -> None:
    inner = "<doc><meta/><mainBody><p>甲。</p></mainBody></doc>"
    data = akn(
        f"<collectionBody><component>{inner}</component><component>{inner}</component></collectionBody>",
        "documentCollection",
    )
    assert words(read(data, facts=False)) == ["甲。", "甲。"]


def test_cells_of_several_rows_and_columns() -> None:
    table = "<table><caption>表</caption><tr><th rowspan='2'><p>甲</p></th><th colspan='2'>乙</th></tr><tr><td><p>1</p></td><td><p>2</p><p>3</p></td></tr></table>"
    found = read(akn(f"<mainBody>{table}</mainBody>", "doc"), facts=False).preamble
    assert found == (Table((("甲", "乙", "乙"), ("甲", "1", "2\n3")), "表"),)


REFUSED = [
    # data, error, what the sentence names
    (b"<report><p/></report>", FormatError, "根元素应是 akomaNtoso.*report"),
    (f'<akomaNtoso xmlns="{V3}"/>'.encode(), FormatError, "里面要有一份文档"),
    (b'<akomaNtoso xmlns="urn:other"><doc/></akomaNtoso>', FormatError, "urn:other"),
    (akn("<mainBody><p>")[:90], FormatError, "不是正确的 XML"),
    (b"<!DOCTYPE akomaNtoso [<!ENTITY a 'b'>]>" + akn("<body/>")[22:], FormatError, "DTD"),
    (akn("<mainBody>" + "<container>" * 300 + "</container>" * 300 + "</mainBody>"), BudgetError, "256 层"),
    ("纯文本，不是标记。".encode(), FormatError, "不是正确的 XML"),
]


@pytest.mark.parametrize(("data", "error", "named"), REFUSED, ids=[row[2] for row in REFUSED])
def test_what_is_refused(data: bytes, error: type[Exception], named: str) -> None:
    with pytest.raises(error, match=named):
        read(data, "akn")


NESTED = {
    "notes": "<p>" + "<authorialNote><p>" * 100 + "底" + "</p></authorialNote>" * 100 + "</p>",
    "sections": "<section><num>1.</num>" * 240 + "<content><p>底</p></content>" + "</section>" * 240,
    "containers": "<container>" * 240 + "<p>底</p>" + "</container>" * 240,
    "words": "<p>" + "<b>" * 240 + "底" + "</b>" * 240 + "</p>",
}


@pytest.mark.parametrize("name", NESTED)
def test_what_nests_as_deep_as_xml_may_is_read_once(name: str) -> None:
    report = read(akn(f"<mainBody>{NESTED[name]}</mainBody>", "doc"), facts=False)
    assert words(report).count("底") == 1


def test_one_cell_of_many_columns_after_another_exceeds_the_budget() -> None:
    row = "<td colspan='1000'>x</td>" * 2000
    with pytest.raises(BudgetError, match="合并单元格"):
        read(akn(f"<mainBody><table><tr>{row}</tr></table></mainBody>", "doc"))


def test_what_a_foreign_file_says_is_written_as_our_own_and_read_back() -> None:
    report = read(akn(CHAPTERS, meta=META))
    assert read(str(dumps(report, "akn")).encode()) == report


def test_the_source_is_the_text_and_spans_lead_into_it() -> None:
    report = read(akn(CHAPTERS, meta=META))
    assert report.source is not None
    assert report.source.text.splitlines()[:3] == [
        "某市办事条例",
        "第一章\u3000总则",
        "第一条\u3000为了方便办事，制定本条例。",
    ]
    assert all(section.span is not None for section in report.walk())
