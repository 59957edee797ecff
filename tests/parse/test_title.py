"""Titles: which lines make up one, and the body that it names."""

from __future__ import annotations

import pytest

from govreport import Report, parse

TEXT = """一、总体情况
大厅每天早开门半小时，晚关门半小时，周末不休息，群众下班以后也能把事情办完。
二、下步打算
来年的路还长，群众的期待还多。
"""

TITLES = [
    # lines, title, issuer
    (["沅陵湾区教育局2023年工作总结"], "沅陵湾区教育局2023年工作总结", "沅陵湾区教育局"),
    (
        ["沅陵湾区教育局2023年工作总结及2024年工作打算"],
        "沅陵湾区教育局2023年工作总结及2024年工作打算",
        "沅陵湾区教育局",
    ),
    (["2023年工作情况和下一步打算"], "2023年工作情况和下一步打算", ""),
    (
        ["沅陵湾区水务局二〇二三年度法治政府建设工作报告"],
        "沅陵湾区水务局二〇二三年度法治政府建设工作报告",
        "沅陵湾区水务局",
    ),
    (["二○二三年沅陵湾区水务局工作总结"], "二○二三年沅陵湾区水务局工作总结", "沅陵湾区水务局"),
    (
        ["沅陵湾区人民政府办公室", "关于印发2024年工作要点的", "通知"],
        "沅陵湾区人民政府办公室关于印发2024年工作要点的通知",
        "沅陵湾区人民政府办公室",
    ),
    (["关于2023年工作情况的", "报告"], "关于2023年工作情况的报告", ""),
    (
        ["沅陵湾区2023年国民经济和社会发展统计公报[1]", "沅陵湾区统计局"],
        "沅陵湾区2023年国民经济和社会发展统计公报",
        "沅陵湾区统计局",
    ),
    (["沅陵湾区2023年统计公报①"], "沅陵湾区2023年统计公报", ""),
    (["沅陵湾区2023年", "统计公报*"], "沅陵湾区2023年统计公报", ""),
]
IDS = [" | ".join(row[0]) for row in TITLES]


def assert_text_alone(report: Report) -> None:
    """Nothing of the head is left in the text."""
    assert report.preamble == ()
    assert [section.heading for section in report.walk()] == ["总体情况", "下步打算"]


@pytest.mark.parametrize(("lines", "title", "issuer"), TITLES, ids=IDS)
def test_titles(lines: list[str], title: str, issuer: str) -> None:
    report = parse("\n".join([*lines, TEXT]))
    assert (report.title, report.issuer) == (title, issuer)
    assert_text_alone(report)


@pytest.mark.parametrize(("lines", "title", "issuer"), TITLES, ids=IDS)
def test_the_places_of_a_title_hold_it_without_the_mark_of_a_footnote(
    lines: list[str], title: str, issuer: str
) -> None:
    text = "\n".join([*lines, TEXT])
    report = parse(text)
    assert "".join(place.span.of(text) for place in report.places if place.kind == "title") == title
    marks = [place.span.of(text) for place in report.furniture]
    assert marks == [line[len(line.rstrip("[1]①*")) :] for line in lines if line.rstrip("[1]①*") != line]


NO_TITLES = [
    # a word that names a kind of document, below a line that doesn't lead to it
    ["沅陵湾区水务局", "通知"],
    ["今年的打算"],
]


@pytest.mark.parametrize("lines", NO_TITLES, ids=[" | ".join(lines) for lines in NO_TITLES])
def test_no_titles(lines: list[str]) -> None:
    assert parse("\n".join([*lines, TEXT])).title == ""
