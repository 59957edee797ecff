"""What a report is: frozen and slotted, equal by what it says, walked in reading order."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from govreport import (
    Closing,
    DocumentNumber,
    Metric,
    Note,
    Number,
    Paragraph,
    Report,
    Section,
    Source,
    Span,
    Table,
    parse,
)
from govreport.model.report import Block, Place, in_order

HERE = Span(3, 9)


def titled(heading: str, *children: Section, blocks: tuple[Block, ...] = (), blocks_after: int = 0) -> Section:
    return Section(heading=heading, blocks=blocks, children=children, blocks_after=blocks_after)


def headings(sections: Any) -> list[str]:
    return [section.heading for section in sections]


TREE = Report(
    sections=(
        titled("甲", titled("甲一", titled("甲一子")), titled("甲二")),
        titled("乙"),
        titled("丙", titled("丙一")),
    )
)


def test_walk_goes_in_reading_order_parents_first() -> None:
    assert headings(TREE.walk()) == ["甲", "甲一", "甲一子", "甲二", "乙", "丙", "丙一"]
    assert headings(TREE.sections[0].walk()) == ["甲", "甲一", "甲一子", "甲二"]
    assert list(Report().walk()) == []


def test_walk_does_not_recurse() -> None:
    section = titled("底")
    for _ in range(5_000):
        section = titled("层", section)
    assert sum(1 for _ in section.walk()) == 5_001


A, B, C = Paragraph("子前"), Paragraph("子间"), Paragraph("子后")
ORDERS = [
    # blocks that stand behind each of two children, what is read
    ((0, 0), ["子前", "子间", "子后", "一", "二"]),
    ((3, 3), ["一", "二", "子前", "子间", "子后"]),
    ((2, 1), ["子前", "一", "子间", "二", "子后"]),
    ((1, 1), ["子前", "子间", "一", "二", "子后"]),
    ((3, 0), ["一", "子前", "子间", "子后", "二"]),
    # counts that no report has lose and double nothing
    ((9, 9), ["一", "二", "子前", "子间", "子后"]),
    ((0, 3), ["子前", "子间", "子后", "一", "二"]),
]


@pytest.mark.parametrize(("after", "expected"), ORDERS, ids=[str(row[0]) for row in ORDERS])
def test_content_is_in_reading_order(after: tuple[int, int], expected: list[str]) -> None:
    children = titled("一", blocks_after=after[0]), titled("二", blocks_after=after[1])
    section = titled("节", *children, blocks=(A, B, C))
    report = Report(preamble=(A, B, C), sections=children)
    for content in (section.content, report.content, in_order((A, B, C), children)):
        assert [x.heading if isinstance(x, Section) else getattr(x, "text", "") for x in content] == expected


def test_text_is_of_paragraphs_alone() -> None:
    table = Table((("收件", "12"),))
    assert titled("节", titled("子", blocks=(C,)), blocks=(A, table, B)).text == "子前\n子间"


def test_attachments_are_the_sections_of_that_role() -> None:
    attached = Section(heading="名词解释", role="attachment")
    assert Report(sections=(titled("甲"), attached)).attachments == (attached,)


NUMBERS = [
    (DocumentNumber("科办政办发", 2023, 4), "科办政办发〔2023〕4号"),
    (DocumentNumber("某政", 1998, 112), "某政〔1998〕112号"),
]


@pytest.mark.parametrize(("number", "text"), NUMBERS, ids=[row[1] for row in NUMBERS])
def test_document_numbers_are_written_with_the_brackets_of_the_standard(number: DocumentNumber, text: str) -> None:
    assert str(number) == text


EQUAL = [
    # two that say the same, in different places
    (Paragraph("好"), Paragraph("好", HERE)),
    (Table((("甲",),)), Table((("甲",),), "", HERE)),
    (Number("一、", "hanzi", 1), Number("一、", "hanzi", 1, HERE)),
    (DocumentNumber("某政", 2023, 4), DocumentNumber("某政", 2023, 4, HERE)),
    (titled("甲"), evolve(titled("甲"), span=HERE, heading_span=HERE)),
    (Metric("收件", Decimal(12)), Metric("收件", Decimal(12), span=HERE)),
    (Report(), Report(source=Source("好"))),
    (Report(), Report(notes=(Note("GR101", "warning", "编号缺1个"),))),
    (Report(), Report(places=(Place(HERE, "title"),), furniture=(Place(HERE, "chrome"),))),
]
DIFFERENT = [
    (Paragraph("好"), Paragraph("好", inline=True)),
    (Table((("甲",),)), Table((("甲",),), "表1")),
    (Paragraph("甲"), Table((("甲",),))),
    (titled("甲"), evolve(titled("甲"), run_in=True)),
    (titled("甲"), evolve(titled("甲"), inline=True)),
    (titled("甲"), evolve(titled("甲"), stop="。")),
    (titled("甲"), evolve(titled("甲"), role="plans")),
    (titled("甲"), evolve(titled("甲"), number=Number("一、", "hanzi", 1))),
    (titled("甲", blocks=(A,)), titled("甲", blocks=(B,))),
    (titled("甲", titled("子")), titled("甲")),
    (titled("甲", titled("子", blocks_after=1), blocks=(A,)), titled("甲", titled("子"), blocks=(A,))),
    (Report(), Report(title="某县工作总结")),
    (Report(), Report(metadata={"索引号": "一"})),
    (Report(), Report(closing=Closing(date="2023年1月5日"))),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_places_notes_and_sources_take_no_part_in_equality(one: object, other: object) -> None:
    assert one == other


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_a_report_says_does(one: object, other: object) -> None:
    assert one != other


def test_one_text_is_one_report_whatever_stands_around_it() -> None:
    text = "某县2023年工作总结\n一、总体情况\n进展良好。\n二、打算\n再接再厉。\n"
    assert parse(text) == parse(f"下载\n\n{text}")
    assert parse(text) != parse(text.replace("进展良好", "进展缓慢"))


FROZEN = [
    (Report(), "title"),
    (titled("甲"), "heading"),
    (A, "text"),
    (Table(()), "rows"),
    (Number("一、", "hanzi", 1), "value"),
    (DocumentNumber("某政", 2023, 4), "year"),
    (Closing(), "date"),
    (Place(HERE, "title"), "kind"),
]


@pytest.mark.parametrize(("thing", "name"), FROZEN, ids=[type(row[0]).__name__ for row in FROZEN])
def test_everything_is_frozen_and_slotted(thing: Any, name: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(thing, name, None)
    with pytest.raises((FrozenInstanceError, AttributeError)):
        thing.comment = "好"
    assert not hasattr(thing, "__dict__")


def test_sections_can_be_collected() -> None:
    """Equal sections hash alike, so a set keeps one of them; a report is too much for a key."""
    assert len({titled("甲"), evolve(titled("甲"), span=HERE), titled("乙")}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Report())


def test_changed_copies_leave_the_report_as_it_was() -> None:
    changed = evolve(TREE, title="某县工作总结", sections=TREE.sections[:1])
    assert (TREE.title, len(TREE.sections)) == ("", 3)
    assert headings(changed.sections) == ["甲"]


def test_reports_travel_between_processes() -> None:
    report = parse("某县2023年工作总结\n一、总体情况\n（一）抓好服务。进展良好。\n（三）公开结果。\n")
    for again in (pickle.loads(pickle.dumps(report)), copy.deepcopy(report)):
        assert again == report
        assert again.notes == report.notes
        assert [tile.span for tile in again.tiles()] == [tile.span for tile in report.tiles()]


def test_two_empty_reports_share_no_metadata() -> None:
    first, second = Report(), Report()
    first.metadata["索引号"] = "一"
    assert second.metadata == {}
