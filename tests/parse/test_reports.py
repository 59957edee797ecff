"""Whole small reports of all kinds, each with the tree that a careful reader gives it.

A file of the folder `reports` holds the text of a report, a line with a full stop, and the tree: address | heading.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport import Paragraph, Report, Table, parse
from govreport.model.address import addresses

FOLDER = Path(__file__).parent / "reports"
REPORTS = {path.stem: path.read_text(encoding="utf-8").split("\n.\n") for path in sorted(FOLDER.glob("*.txt"))}
LINES = [name for name in REPORTS if name != "flattened"]


def text_of(name: str) -> str:
    return REPORTS[name][0] + "\n"


def assert_tree(report: Report, expected: str) -> None:
    rows = [f"{address} | {section.heading}".rstrip() for address, section in addresses(report)]
    assert rows == expected.splitlines()


def test_there_are_reports_of_nine_kinds() -> None:
    assert list(REPORTS) == ["budget", "disclosure", "duty", "fazhi", "flattened", "gov", "outline", "plan", "summary"]
    assert [name for name, parts in REPORTS.items() if len(parts) != 2] == []


@pytest.mark.parametrize("name", REPORTS)
def test_tree(name: str) -> None:
    assert_tree(parse(text_of(name)), REPORTS[name][1])


@pytest.mark.parametrize("end", ["\r\n", "\n\n", "\n\u3000\u3000", "\u2028"], ids=repr)
@pytest.mark.parametrize("name", LINES)
def test_the_tree_does_not_depend_on_the_ends_of_lines(name: str, end: str) -> None:
    assert_tree(parse(text_of(name).replace("\n", end)), REPORTS[name][1])


FRONTS = [
    ("gov", "政府工作报告", "云溪县人民政府", "2024-01-16"),
    ("fazhi", "青石区水务局关于2023年度法治政府建设情况的报告", "青石区水务局", "2024-01-12"),
    ("summary", "枫林街道2023年工作总结和2024年工作思路", "枫林街道", ""),
    ("plan", "桐城湾区2024年法治政府建设工作要点", "", ""),
    ("budget", "关于松岭市2023年预算执行情况和2024年预算草案的报告", "松岭市财政局", "2024-01-09"),
    ("duty", "述职述法报告", "望江县教育局", ""),
    ("outline", "清源县“十四五”交通发展规划", "", ""),
    ("flattened", "梅岭镇2023年工作总结", "梅岭镇", "2024-01-18"),
]


@pytest.mark.parametrize(("name", "title", "issuer", "date"), FRONTS, ids=[row[0] for row in FRONTS])
def test_title_issuer_and_date(name: str, title: str, issuer: str, date: str) -> None:
    report = parse(text_of(name))
    assert (report.title, report.issuer, report.date) == (title, issuer, date)


@pytest.mark.parametrize("name", ["budget", "disclosure", "duty", "fazhi", "flattened", "gov", "summary"])
def test_reports_whose_series_begin_with_one_have_no_notes(name: str) -> None:
    assert parse(text_of(name)).notes == ()


def texts(blocks: object) -> list[str]:
    assert isinstance(blocks, tuple)
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_text_around_the_series_of_a_government_report() -> None:
    report = parse(text_of("gov"))
    assert texts(report.preamble) == ["现在，我代表县人民政府向大会报告工作，请予审议。"]
    first = texts(report.at("一").blocks)
    assert first[0].startswith("过去一年")
    assert first[1].startswith("各位代表！成绩来之不易。")
    assert report.at("二/（二）").text.startswith("新建一百套人才住房")
    assert texts(report.closing.blocks) == ["各位代表！路虽远，行则将至。让我们一起把云溪建设得更加美好！"]


def test_tables_stand_in_their_sections() -> None:
    table = parse(text_of("disclosure")).at("二").blocks[0]
    assert isinstance(table, Table)
    assert table.rows[2] == ("行政规范性文件", "2", "5")
    attached = parse(text_of("budget")).attachments[0].blocks[0]
    assert isinstance(attached, Table)
    assert [row[0] for row in attached.rows] == ["项目", "管网改造", "学校扩建"]


def test_the_paragraph_goes_on_behind_its_items() -> None:
    blocks = parse(text_of("disclosure")).at("五").blocks
    assert texts(blocks) == ["存在的问题：", "改进的办法："]
    assert [block.inline for block in blocks if isinstance(block, Paragraph)] == [False, True]


def test_the_tail_of_a_flattened_page() -> None:
    report = parse(text_of("flattened"))
    assert report.closing.signature == ("梅岭镇人民政府",)
    assert report.metadata["索引号"] == "0120/2024-7"
    assert report.metadata["发布机构"] == "梅岭镇人民政府"
    assert report.at("三").text.endswith("让晚归的人看得清路。")
