"""Addresses: what they look like, that they lead to the section they come from, and what is said where none stands."""

from __future__ import annotations

import pytest

from govreport import AddressError, Number, Report, Section, parse
from govreport.model.address import Address, address_of, addresses, locate

TEXT = """某区2023年工作总结
一、主要工作
（一）抓好服务。一是延长办事时间。二是增加窗口人手。
（二）公开结果
1.上墙张贴。结果按月张贴在大厅入口。
2.上网公布。结果同日登在区里的网站。
二、存在的问题
一是人手偏紧。二是设备陈旧。
前景展望
来年的路还长，群众的期待还多，我们将把每一件小事当成大事来办，让来过大厅的人都愿意再来。
"""
REPORT = parse(TEXT)


def assert_addresses(report: Report, expected: list[str]) -> None:
    assert [str(address) for address, _ in addresses(report)] == expected


def test_every_section_has_an_address() -> None:
    assert_addresses(
        REPORT,
        [
            "一",
            "一/（一）",
            "一/（一）/一是",
            "一/（一）/二是",
            "一/（二）",
            "一/（二）/1",
            "一/（二）/2",
            "二",
            "二/一是",
            "二/二是",
            "前景展望",
        ],
    )


def test_at_and_address_are_inverse() -> None:
    for address, section in addresses(REPORT):
        assert REPORT.at(str(address)) is REPORT.at(address) is section
        assert REPORT.address(section) == address


SPELLINGS = [
    ("一/（一）/二是", "一/（一）/二是"),
    ("一、/(一)/二是", "一/（一）/二是"),
    (" 一 / （ 一 ） / 二是 ", "一/（一）/二是"),
    ("一/(二)/1.", "一/（二）/1"),
    ("一/（二）/１．", "一/（二）/1"),
    ("/一//（二）/", "一/（二）"),
    ("二、/一是，", "二/一是"),
]


@pytest.mark.parametrize(("written", "address"), SPELLINGS, ids=[row[0] for row in SPELLINGS])
def test_spellings_of_an_address(written: str, address: str) -> None:
    assert str(Address.parse(written)) == address
    assert str(REPORT.address(REPORT.at(written))) == address


def numbered(text: str, style: str, value: int, *children: Section) -> Section:
    return Section(Number(text, style, value), children=children)


def test_siblings_of_one_number_are_told_apart() -> None:
    three = [numbered("三、", "hanzi", 3, Section(heading=name)) for name in ("打算", "保障", "其他")]
    report = Report(sections=tuple(three))
    assert_addresses(report, ["三", "三/打算", "三~2", "三~2/保障", "三~3", "三~3/其他"])
    assert report.at("三~2") is three[1]
    assert report.at("三~3/其他").heading == "其他"


def test_the_width_of_a_number_tells_no_siblings_apart() -> None:
    report = Report(sections=(numbered("(一)", "hanzi-paren", 1), numbered("（一）", "hanzi-paren", 1)))
    assert_addresses(report, ["（一）", "（一）~2"])


def test_odd_headings_have_addresses() -> None:
    sections = (Section(heading="收件/办结"), Section(heading="综　合"), Section(heading="“一窗”：怎么办？"))
    report = Report(sections=sections)
    for address, section in addresses(report):
        assert report.at(str(address)) is section
    assert_addresses(report, ["收件／办结", "综合", "“一窗”:怎么办?"])


def test_a_number_that_lost_its_numeral_is_addressed_by_its_heading() -> None:
    report = parse("一、总体情况\n进展良好。\n、坚持上门服务\n进展良好。\n三、打算\n再接再厉。\n")
    assert_addresses(report, ["一", "坚持上门服务", "三"])


ODD_HEADINGS = [
    ["？", "?", ""],
    ["", "", "?~2"],
    ["办结~2", "办结", "办结"],
    ["。", "、、", "一、"],
    ["a \u0301", "a\u0301", "á"],
    ["℅", "a/b", "a／b"],
    ["（一）", "(一)", "㈠"],
    ["…", "..."],
]


@pytest.mark.parametrize("headings", ODD_HEADINGS, ids=str)
def test_addresses_as_strings_lead_back(headings: list[str]) -> None:
    report = Report(sections=tuple(Section(heading=heading) for heading in headings))
    for address, section in addresses(report):
        assert Address.parse(str(address)) == address
        assert report.at(str(address)) is section
        assert report.address(section) == address


ERRORS = [
    # address, what the message must name
    ("三", ["“三”", "报告之下", "一、二、前景展望"]),
    ("一/（三）", ["“一/（三）”", "一之下", "（一）、（二）"]),
    ("一/（一）/一是/（1）", ["一/（一）/一是之下", "“（1）”", "没有下级"]),
    ("一~2", ["“一~2”"]),
    ("", ["地址是空的"]),
    (" / / ", ["地址是空的"]),
]


@pytest.mark.parametrize(("address", "named"), ERRORS, ids=[row[0] or "空" for row in ERRORS])
def test_what_is_said_where_no_section_stands(address: str, named: list[str]) -> None:
    with pytest.raises(AddressError) as caught:
        REPORT.at(address)
    assert [word for word in named if word not in caught.value.zh] == []
    assert caught.value.en.isprintable()
    assert isinstance(caught.value, LookupError)


def test_a_report_without_sections_says_so() -> None:
    with pytest.raises(AddressError, match="没有下级"):
        locate(Report(), "一")


def test_a_section_of_another_report_has_no_address() -> None:
    with pytest.raises(AddressError, match="不属于这份报告"):
        address_of(REPORT, numbered("一、", "hanzi", 1))


def test_a_section_of_the_same_report_read_again_is_found_by_its_place() -> None:
    again = parse(TEXT).at("一/（一）/二是")
    assert str(address_of(REPORT, again)) == "一/（一）/二是"


def test_deep_reports_have_addresses() -> None:
    section = Section(heading="底")
    for _ in range(3_000):
        section = Section(Number("一、", "hanzi", 1), children=(section,))
    report = Report(sections=(section,))
    deepest = list(addresses(report))[-1]
    assert len(deepest[0].steps) == 3_001
    assert report.at(deepest[0]).heading == "底"
