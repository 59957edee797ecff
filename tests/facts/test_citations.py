"""Citations as pair tables: name | number | short form | articles | places, one row for each document."""

from __future__ import annotations

import pytest

from govreport import Report, parse

TEXTS = {
    "a law and its articles": (
        "依照《中华人民共和国行政复议法》第三十三条和《中华人民共和国行政处罚法》第五条第二款办理。",
        ["中华人民共和国行政复议法|||第三十三条|1", "中华人民共和国行政处罚法|||第五条第二款|1"],
    ),
    "several articles": (
        "《云溪县行政执法公示办法》第八条、第九条和第十条已经细化，《云溪县行政执法公示办法》第十二条待修订。",
        ["云溪县行政执法公示办法|||第八条、第九条和第十条、第十二条|2"],
    ),
    "items and digits": (
        "对照《云溪县信息公开办法》第二十条第（三）项和《云溪县档案办法》第1条整改。",
        ["云溪县信息公开办法|||第二十条第（三）项|1", "云溪县档案办法|||第1条|1"],
    ),
    "a short form": (
        "《云溪县行政执法公示办法》（以下简称《公示办法》）施行。《公示办法》第八条已经细化，《公示办法》全文公开。",
        ["云溪县行政执法公示办法||公示办法|第八条|3"],
    ),
    "a short form in quotation marks": (
        "《云溪县行政执法公示办法》（以下简称“公示办法”）施行。",
        ["云溪县行政执法公示办法||公示办法||1"],
    ),
    "its number": (
        "按照《云溪县普法规划》（云政发〔2021〕7号）宣讲。",
        ["云溪县普法规划|云政发〔2021〕7号|||1"],
    ),
    "a name in a name": (
        "按照《关于印发〈云溪县普法规划〉的通知》（云政发〔2021〕7号）宣讲。",
        ["关于印发〈云溪县普法规划〉的通知|云政发〔2021〕7号|||1"],
    ),
    "a number alone": ("按云司发〔2022〕12号推进。", ["|云司发〔2022〕12号|||1"]),
    "brackets of other shapes": (
        "按云司发[2022]12号推进；按云司发（2023）3号推进。",
        ["|云司发[2022]12号|||1", "|云司发（2023）3号|||1"],
    ),
    "years in a name": (
        "贯彻《法治政府建设实施纲要（2021—2025年）》。",
        ["法治政府建设实施纲要（2021—2025年）||||1"],
    ),
    "quotation marks in a name": ("落实《云溪县“一业一证”办法》。", ["云溪县“一业一证”办法||||1"]),
    "side by side": (
        "学习《宪法》《保密法》《云溪县节约用水办法》。",
        ["宪法||||1", "保密法||||1", "云溪县节约用水办法||||1"],
    ),
    "no name": ("学习宪法和有关法律，“一业一证”办法施行，办结42件。", []),
    "a name that is never closed": ("学习《宪法和有关法律。", []),
}


def report_of(text: str) -> Report:
    return parse(f"云司发〔2024〕1号\n\n桐山区2023年法治政府建设年度报告\n\n一、工作情况\n\n{text}\n")


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_citations(text: str, expected: list[str]) -> None:
    report = report_of(text)
    found = [f"{c.title}|{c.number}|{c.short}|{c.article}|{len(c.where)}" for c in report.citations]
    assert found == expected
    assert report.source is not None
    for citation in report.citations:
        assert len(citation.spans) == len(citation.where)
        for span in citation.spans:
            assert span.of(report.source.text) in (
                f"《{citation.title}》",
                f"《{citation.short}》",
                citation.number,
            )


def test_places_are_told_side_by_side() -> None:
    report = parse(
        "桐山区2023年法治政府建设年度报告\n\n一、工作情况\n\n（一）学法\n\n学习《宪法》。\n\n（二）普法\n\n宣讲《宪法》2场。\n\n"
        "二、下一步打算\n\n宣讲《宪法》和《保密法》。\n"
    )
    assert [(c.title, c.where) for c in report.citations] == [
        ("宪法", ("一/（一）", "一/（二）", "二")),
        ("保密法", ("二",)),
    ]


def test_the_number_of_the_report_itself_is_no_citation() -> None:
    assert report_of("按云司发〔2024〕1号推进。").citations == ()


def test_a_name_broken_over_lines_is_whole() -> None:
    report = report_of("全年进展良好。学习《中华人民共和国行\n政复议法》第三十三条。")
    (law,) = report.citations
    assert (law.title, law.article) == ("中华人民共和国行政复议法", "第三十三条")
    assert report.source is not None
    assert law.spans[0].of(report.source.text) == "《中华人民共和国行\n政复议法》"
