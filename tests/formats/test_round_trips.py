"""Round trips, for every format of the table that is read and written: what comes back is equal, with its facts.

What a format can't hold is said in `docs/formats.md`, and here: plain text has no metadata, and it and Markdown have no
captions of tables but numbered ones (表1 …), others come back as paragraphs.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields

from govreport import Closing, DocumentNumber, Number, Paragraph, Report, Section, Table, dumps, read
from govreport.facts.understand import understand
from govreport.formats import registry
from govreport.formats.properties import properties_of
from govreport.formats.rebuild import located

FORMATS = [row.id for row in registry.FORMATS.values() if row.reads and row.writes]
CANONICAL: dict[str, dict[str, Any]] = {"txt": {"canonical": True}, "md": {"canonical": True}}
"""Text is given back as it was unless the tree is asked for, and the tree is what is tried here."""
CORPUS = {
    "a report on one line": "full/gov/nat-crawl-1984.txt",
    "a provincial report": "full/gov/prov-2026-江西省.txt",
    "a provincial report in DOCX": "full/gov/prov-2025-福建省政府工作报告.docx",
    "statutory tables in DOCX": "full/disclosure/TEMPLATE-statutory-tables.docx",
    "statutory tables in PDF": "full/disclosure/hongze-2024.pdf",
    "a bulletin with tables": "full/stat/宜春市2022年国民经济和社会发展统计公报.html",
    "a page of a site": "full/summary/pingtan-scjgj-2024.html",
    "a report of a lawful government": "full/fazhi/pingtan-suping-2023.txt",
    "a budget": "full/other/budget-dept_budget.pdf",
    "a plan": "full/plan/pingtan-suping-2022.txt",
    "the seed": "seeds/keyuan-2022.md",
}
ITEMS = tuple(
    Section(Number(text, "shi", value), blocks=(Paragraph(body, inline=True),), inline=True)
    for value, text, body in ((1, "一是", "建立台账12本；"), (2, "二是", "逐项销号R&D<5>。"))
)
MADE = Report(
    title="某县人民政府2023年法治政府建设情况报告",
    document_number=DocumentNumber("某政发", 2024, 1),
    issuer="某县人民政府",
    recipients="市人民政府：",
    date="2024-01-08",
    preamble=(Paragraph("现将2023年有关情况报告如下。"),),
    sections=(
        Section(
            Number("一、", "hanzi", 1),
            "工作情况",
            blocks=(
                Paragraph("总的情况较好，办结事项1.5万件。"),
                Table((("指标", "数量"), ("收件", "12"), ("办结", "12"))),
            ),
            children=(
                Section(Number("（一）", "hanzi-paren", 1), "加强领导", children=ITEMS, stop="。"),
                Section(
                    Number("（三）", "hanzi-paren", 3),
                    "公开结果",
                    blocks=(Paragraph("按《某县办事办法》逐项公开。", inline=True), Paragraph("另起一段。")),
                    run_in=True,
                    stop="。",
                ),
            ),
        ),
        Section(Number("二、", "hanzi", 2), "下一步工作安排", blocks=(Paragraph("开展宣讲20场。"),)),
    ),
    closing=Closing((), ("某县人民政府",), "2024年1月8日"),
)


@cache
def original(path: Path) -> Report:
    return read(path)


@cache
def made() -> Report:
    """A report that no file says, with its facts."""
    return understand(located(MADE, properties_of(MADE), "made"))


def differing(one: Report, other: Report) -> list[str]:
    """The names of the fields in which two reports differ."""
    names = [field.name for field in fields(Report) if field.eq]
    return [name for name in names if getattr(one, name) != getattr(other, name)]


def assert_comes_back(report: Report, id: str) -> None:
    written = dumps(report, id, **CANONICAL.get(id, {}))
    back = read(written if isinstance(written, bytes) else written.encode(), id)
    expected = evolve(report, metadata={}) if id == "txt" else report
    assert differing(back, expected) == []
    if id not in CANONICAL:
        again = dumps(back, id)
        assert again == written if id != "json" else True


@pytest.mark.parametrize("id", FORMATS)
def test_the_example(id: str) -> None:
    assert_comes_back(original(Path(__file__).resolve().parents[2] / "examples" / "kebu_2022.md"), id)


@pytest.mark.parametrize("id", FORMATS)
def test_a_report_that_was_never_read(id: str) -> None:
    assert_comes_back(made(), id)


@pytest.mark.parametrize("name", CORPUS)
@pytest.mark.parametrize("id", FORMATS)
def test_real_reports(shared: Path, id: str, name: str) -> None:
    path = shared / "corpus" / CORPUS[name]
    if path.suffix == ".pdf":
        pytest.importorskip("pypdfium2")
    assert_comes_back(original(path), id)


@pytest.mark.parametrize("end", [id for id in FORMATS if id != "txt"])
def test_a_chain_through_all_formats_changes_nothing(end: str) -> None:
    first = report = made()
    for id in (*[id for id in FORMATS if id not in ("txt", end)], end):
        written = dumps(report, id, **CANONICAL.get(id, {}))
        report = read(written if isinstance(written, bytes) else written.encode(), id)
    assert differing(report, first) == []


@pytest.mark.parametrize("id", [id for id in FORMATS if id not in CANONICAL])
def test_captions_attachments_and_text_behind_parts(id: str) -> None:
    """What only formats that carry the tree can hold."""
    table = Table((("指标", "数量"), ("收件", "12")), "收件情况表")
    parts = (Section(heading="甲", blocks_after=2), Section(heading="乙", blocks_after=1))
    report = Report(
        title="某县工作总结",
        speaker="县长 王某",
        subtitle="——2024年1月8日在某县第一届人民代表大会第一次会议上",
        salutation="各位代表：",
        preamble=(Paragraph("现在报告。"), table),
        sections=(
            Section(Number("——", "dash", None), "总", blocks=tuple(map(Paragraph, "前中后")), children=parts),
            Section(None, "名词解释", "attachment", (Paragraph("台账：登记的册子。"),)),
        ),
        closing=Closing((Paragraph("特此报告。"),), ("某县人民政府", "某县政协"), "2024年1月", ("清单", "名册")),
        metadata={"索引号": "A1/2024-1", "含“引号”与<尖括号>": "R&D\t值"},
    )
    written = dumps(report, id)
    back = read(written if isinstance(written, bytes) else written.encode(), id, facts=False)
    assert differing(back, report) == []
