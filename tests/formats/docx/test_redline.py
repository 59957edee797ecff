"""Tracked changes: accepted they read as the new report, unaccepted as the old one; within a paragraph by words."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from attrs import evolve

from govreport import Closing, Paragraph, Report, Section, Table, dumps, parse, read
from govreport.formats.docx.redline import redlined
from govreport.formats.render import pieces

OLD = parse(
    "某县2022年工作总结\n各位领导：\n现报告如下。\n一、总体情况\n全年办结12.5万件，增长3%。\n"
    "（一）加强领导。召开会议2次。\n（二）优化服务。一是增设窗口；二是延时办事。\n二、存在问题\n人手不足。\n"
    "某县政务局\n2023年1月5日\n",
    facts=False,
)
NEW = parse(
    "某县2023年工作总结\n现报告如下。\n一、总体情况\n全年办结15万件，增长4.5%，创历史新高。\n全县连续三年无有效投诉。\n"
    "（一）加强领导。召开会议12次。\n（二）优化服务。一是增设窗口；二是延时办事；三是上门办理。\n二、下步打算\n增派人手。\n"
    "某县政务局\n2024年1月8日\n",
    facts=False,
)
TABLE = Section(
    None, "数据", blocks=(Table((("指标", "上年"), ("件数", "12"), ("人数", "5")), "表一"), Paragraph("后。"))
)
REPORTS = {
    "old": OLD,
    "new": NEW,
    "nothing": Report(),
    "table": Report(title="数据", sections=(TABLE,), metadata={"索引号": "1"}),
    "row more, cell changed": Report(
        title="数据",
        sections=(evolve(TABLE, blocks=(Table((("指标", "上年"), ("件数", "15"), ("户数", "7"), ("人数", "5")), "表1"),)),),
    ),
    "column more": Report(
        title="数据", sections=(evolve(TABLE, blocks=(Table((("指标", "上年", "今年"), ("件数", "12", "13"))), Table(()))),)
    ),
    "signed by two": evolve(NEW, closing=Closing((), ("某县政务局", "某县财政局"), "2024年1月8日", ("清单", "名册"))),
}  # fmt: skip


def view(data: bytes, original: bool) -> Report:
    return read(data, facts=False, original=original)


def body(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


@pytest.mark.parametrize("layout", ["speech", "gbt9704"])
@pytest.mark.parametrize(("old", "new"), [*permutations(REPORTS, 2), ("old", "old"), ("table", "table")])
def test_both_views(old: str, new: str, layout: str) -> None:
    data = dumps(REPORTS[new], "docx", redline=REPORTS[old], layout=layout)
    assert view(data, original=False) == REPORTS[new]
    assert view(data, original=True) == REPORTS[old]


def test_both_views_of_a_document_that_libreoffice_has_saved_anew(convert: Callable[..., dict[str, bytes]]) -> None:
    # not where a paragraph is taken out: LibreOffice gives its style to the next one
    pairs = {"1": ("table", "row more, cell changed"), "2": ("nothing", "new"), "3": ("new", "signed by two")}
    documents = {name: dumps(REPORTS[new], "docx", redline=REPORTS[old]) for name, (old, new) in pairs.items()}
    for name, data in convert(documents, "docx").items():
        old, new = pairs[name]
        assert view(data, original=False) == REPORTS[new]
        assert view(data, original=True) == REPORTS[old]


def test_a_report_that_did_not_change_has_no_changes() -> None:
    assert not re.search("<w:(ins|del) ", body(dumps(OLD, "docx", redline=OLD)))


def test_changes_have_numbers_of_their_own() -> None:
    ids = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', body(dumps(NEW, "docx", redline=OLD)))
    assert ids and len(ids) == len(set(ids))


CHANGES = [
    ("办结12.5万件。", "办结15万件。", "办结[-12.5万][+15万]件。"),
    ("增长3%。", "增长3.5%。", "增长[-3%][+3.5%]。"),
    ("共十二项。", "共二十项。", "共[-十二][+二十]项。"),
    ("群众满意，成效明显。", "企业和群众满意，成效较为明显。", "[+企业和]群众满意，成效[+较为]明显。"),
    ("人手不足。", "全年召开各类会议十二次，研究议题。", None),
]


@pytest.mark.parametrize(("old", "new", "shown"), CHANGES)
def test_changes_within_a_paragraph(old: str, new: str, shown: str | None) -> None:
    found = redlined(*(list(pieces(Report(preamble=(Paragraph(text),)))) for text in (old, new)))
    if shown is None:
        assert [entry.tracked for entry in found] == ["del", "ins"]
        return
    (entry,) = found
    signs = {"": "{}", "del": "[-{}]", "ins": "[+{}]"}
    assert "".join(signs[p.tracked].format("".join(ink.text for ink in p.inks)) for p in entry.parts) == shown


def test_years_of_real_reports(shared: Path) -> None:
    reports = [read(path, facts=False) for path in sorted((shared / "corpus" / "full" / "summary").glob("*.txt"))[:5]]
    assert len(reports) == 5
    for old, new in pairwise(reports):
        data = dumps(new, "docx", redline=old)
        assert view(data, original=False) == new
        assert view(data, original=True) == old
