"""Akoma Ntoso out: which element says what, the eIds, and what stands in meta."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from govreport import Closing, DocumentNumber, Number, Paragraph, Report, Section, Table, dumps, parse
from govreport.errors import BudgetError, OptionError

File = Callable[..., etree._Element]
Faults = Callable[[str], list[str]]
OWN = "{urn:govreport:akn:1}"

TEXT = """\
福建省某县人民政府2023年法治政府建设情况报告

县直各部门：

现将有关情况报告如下。

一、工作情况

落实2024年1月8日公布的《某县办事办法》。培训调解员180余名。

（一）抓好服务。一是建立台账。二是逐项销号。

（三）公开结果。

二、下一步工作安排

（一）推进普法。开展宣讲20场。（牵头单位：县司法局；责任单位：县教育局）

附件：某县清单

福建省某县人民政府
2024年1月9日
"""


@pytest.fixture(scope="module")
def report() -> Report:
    return parse(TEXT)


def markup(found: etree._Element | None) -> str:
    assert found is not None
    text = etree.tostring(found, encoding="unicode", with_tail=False)
    return text.replace(' xmlns:g="urn:govreport:akn:1"', "").replace(
        ' xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"', ""
    )


def test_sections_are_hcontainers_with_the_numbers_of_the_report(report: Report, file: File) -> None:
    found = [(h.get("eId"), h.get("name"), h.findtext("num")) for h in file(report).iter("hcontainer")]
    assert found == [
        ("hcontainer_1", "level1", "一、"),
        ("hcontainer_1__hcontainer_1", "level2", "（一）"),
        ("hcontainer_1__hcontainer_1__hcontainer_1", "level3", "一是"),
        ("hcontainer_1__hcontainer_1__hcontainer_2", "level3", "二是"),
        ("hcontainer_1__hcontainer_3", "level2", "（三）"),
        ("hcontainer_2", "level1", "二、"),
        ("hcontainer_2__hcontainer_1", "level2", "（一）"),
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("//hcontainer[@eId='hcontainer_1__hcontainer_1']/heading", '<heading>抓好服务<inline name="stop">。</inline></heading>'),
        ("//intro/p//date", '<date date="2024-01-08">2024年1月8日</date>'),
        ("//intro/p//ref", '<ref href="#某县办事办法">《某县办事办法》</ref>'),
        (
            "//intro/p//quantity",
            '<quantity refersTo="#调解员" normalized="180" g:unit="名" g:bound="above" g:year="2023">180余名</quantity>',
        ),
        ("(//content//organization)[1]", '<organization refersTo="#县司法局">县司法局</organization>'),
        ("//preamble/p", '<p eId="preamble__p_1" class="recipients">县直各部门：</p>'),
        (
            "//preface/p",
            '<p eId="preface__p_1" class="title"><docTitle><organization refersTo="#福建省某县人民政府">福建省某县人民政府</organization>'
            "2023年法治政府建设情况报告</docTitle></p>",
        ),
        (
            "//conclusions/p[1]",
            '<p eId="conclusions__p_1" class="signature"><signature><organization refersTo="#福建省某县人民政府">'
            "福建省某县人民政府</organization></signature></p>",
        ),
        (
            "//conclusions/p[2]",
            '<p eId="conclusions__p_2" class="closing-date"><date date="2024-01-09">2024年1月9日</date></p>',
        ),
        ("//TLCConcept[@eId='调解员']", '<TLCConcept eId="调解员" href="/akn/ontology/concept/govreport.调解员" showAs="调解员"/>'),
        ("//FRBRWork/FRBRcountry", '<FRBRcountry value="cn-fj"/>'),
        ("//FRBRWork/FRBRdate", '<FRBRdate date="2024-01-09" name="issued"/>'),
        ("//FRBRExpression/FRBRuri", '<FRBRuri value="/akn/cn-fj/doc/report/福建省某县人民政府/2024-01-09/fazhi/zho@"/>'),
        ("//主送机关", "<主送机关>县直各部门</主送机关>"),
        ("//facts", '<facts kind="fazhi" year="2023"/>'),
    ],
)  # fmt: skip
def test_markup(report: Report, file: File, path: str, expected: str) -> None:
    found = file(report).getroottree().xpath(path)
    assert [markup(element) for element in found][:1] == [expected]


def test_enclosures_are_a_list(report: Report, file: File) -> None:
    found = file(report).find(".//conclusions/blockList")
    assert found is not None
    assert ["".join(found.itertext()).split(), found.get("class")] == [["附件：", "某县清单"], "enclosures"]


def test_every_reference_leads_somewhere(report: Report, file: File) -> None:
    root = file(report)
    known = {f"#{element.get('eId')}" for element in root.iter() if element.get("eId")}
    for element in root.find(".//mainBody").iter():  # type: ignore[union-attr]
        assert {element.get("refersTo") or element.get("href")} - {None} <= known


DATES = [
    # report, date, what it is, date in the IRI
    (Report(date="2024-03-05"), "2024-03-05", "issued", "2024-03-05"),
    (Report(date="2024-03"), "2024-03-01", "month", "2024-03"),
    (Report(closing=Closing(date="2024年3月5日")), "2024-03-05", "issued", "2024-03-05"),
    (Report(closing=Closing(date="2024年春")), "0001-01-01", "unknown", "0001"),
    (Report(metadata={"发布日期": "2024-03-06 10:00"}), "2024-03-06", "published", "2024-03-06"),
    (Report(metadata={"发布日期": "2024-03-06", "成文日期": "2024-03-05"}), "2024-03-05", "issued", "2024-03-05"),
    (Report(document_number=DocumentNumber("某政发", 2024, 1), year=2023), "2024-01-01", "year", "2024"),
    (Report(year=2023), "2023-01-01", "reportedYear", "2023"),
    (Report(year=0), "0001-01-01", "unknown", "0001"),
]


@pytest.mark.parametrize(("report", "date", "name", "known"), DATES, ids=[str(row[1:3]) for row in DATES])
def test_dates_are_never_made_up(report: Report, date: str, name: str, known: str, file: File, faults: Faults) -> None:
    work = file(report).find(".//FRBRWork")
    assert work is not None
    found = work.find("FRBRdate")
    assert found is not None
    assert (found.get("date"), found.get("name")) == (date, name)
    assert f"/{known}/" in str(work.find("FRBRuri").get("value"))  # type: ignore[union-attr]
    assert faults(str(dumps(report, "akn"))) == []


COUNTRIES = [
    ("北京市某局", "cn-bj"),
    ("广西某市人民政府", "cn-gx"),
    ("吉林省某厅", "cn-jl"),
    ("海南州人民政府", "cn"),
    ("", "cn"),
]


@pytest.mark.parametrize(("issuer", "country"), COUNTRIES)
def test_the_province_where_the_issuer_tells_it(issuer: str, country: str, file: File) -> None:
    assert file(Report(issuer=issuer)).find(".//FRBRcountry").get("value") == country  # type: ignore[union-attr]


def test_an_iri_is_one_that_others_can_take_apart(report: Report, file: File) -> None:
    uri = pytest.importorskip("cobalt.uri").FrbrUri.parse(file(report).find(".//FRBRExpression/FRBRthis").get("value"))  # type: ignore[union-attr]
    assert (uri.country, uri.locality, uri.doctype, uri.subtype) == ("cn", "fj", "doc", "report")
    assert (uri.actor, uri.date, uri.number, uri.language) == ("福建省某县人民政府", "2024-01-09", "fazhi", "zho")


def numbered(value: int | None, style: str = "hanzi") -> Section:
    return Section(Number("一、" if value else "——", style if value else "dash", value), "甲")


def test_eids_are_unique_whatever_the_numbers(file: File, faults: Faults) -> None:
    parts = (Section(heading="前言"), numbered(1), numbered(3), numbered(3), numbered(None), numbered(1, "arabic"))
    report = Report(sections=parts)
    assert [h.get("eId") for h in file(report).iter("hcontainer")] == [
        "hcontainer_nn-1",
        "hcontainer_1",
        "hcontainer_3",
        "hcontainer_3-2",
        "hcontainer_nn-2",
        "hcontainer_1-2",
    ]
    assert faults(str(dumps(report, "akn"))) == []


def test_text_between_parts_is_a_passage(file: File, faults: Faults) -> None:
    blocks = tuple(Paragraph(text) for text in "前中后")
    children = (Section(heading="甲", blocks_after=2), Section(heading="乙", blocks_after=1))
    report = Report(sections=(Section(heading="总", blocks=blocks, children=children),))
    assert [child.tag for child in file(report).find(".//hcontainer")] == [  # type: ignore[union-attr]
        "heading",
        "intro",
        "hcontainer",
        "hcontainer",
        "hcontainer",
        "wrapUp",
    ]
    assert faults(str(dumps(report, "akn"))) == []


def test_tables_have_header_rows_and_merged_cells(file: File, faults: Faults) -> None:
    table = Table((("区域", "件数", "件数"), ("区域", "上年", "本年"), ("城区", "3", "3")), "表一")
    report = Report(preamble=(table, Table(()), Table(((), ("甲",))), Table((("甲", ""), ("乙",)))))
    first = file(report).find(".//table")
    assert first is not None
    assert first.findtext("caption") == "表一"
    found = [(c.tag, c.get("rowspan"), c.get("colspan"), "".join(c.itertext())) for c in first.iter("th", "td")]
    assert found == [
        ("th", "2", None, "区域"),
        ("th", None, "2", "件数"),
        ("th", None, None, "上年"),
        ("th", None, None, "本年"),
        ("td", None, None, "城区"),
        ("td", None, None, "3"),
        ("td", None, None, "3"),
    ]
    assert faults(str(dumps(report, "akn"))) == []


def test_attachments_are_documents_of_their_own(file: File, faults: Faults) -> None:
    inner = Section(Number("一、", "hanzi", 1), "台账")
    report = Report(
        title="某县工作总结", sections=(Section(None, "名词解释", "attachment", (Paragraph("说明。"),), (inner,)),)
    )
    found = file(report).find(".//attachment")
    assert found is not None
    assert [child.tag for child in found] == ["heading", "doc"]
    assert found.find(".//hcontainer").get("eId") == "att_1__hcontainer_1"  # type: ignore[union-attr]
    assert str(found.find(".//FRBRthis").get("value")).endswith("/!attachment_1")  # type: ignore[union-attr]
    assert faults(str(dumps(report, "akn"))) == []


def test_the_document_type_is_chosen(report: Report, file: File, faults: Faults) -> None:
    root = file(report, document_type="statement")
    assert [child.tag for child in root] == ["statement"]
    assert faults(str(dumps(report, "akn", document_type="statement"))) == []
    with pytest.raises(OptionError, match="document_type 不能是“act”，可用：doc、statement"):
        dumps(report, "akn", document_type="act")


def test_what_xml_cannot_hold_is_left_out_and_the_rest_escaped(file: File) -> None:
    found = file(Report(title="R&D\0<1>\ufffe", metadata={'<"k"&>': "v\r\n"}))
    assert found.findtext(".//docTitle") == "R&D<1>"
    assert [(p.get("name"), p.text) for p in found.iter("property")][-1] == ('<"k"&>', "v\r\n")


def test_sections_deeper_than_xml_is_read_are_refused(file: File) -> None:
    section = Section(heading="底")
    for _ in range(120):
        section = Section(heading="层", children=(section,))
    with pytest.raises(BudgetError, match="请改存 json"):
        dumps(Report(sections=(section,)), "akn")
