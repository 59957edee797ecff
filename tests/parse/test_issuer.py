"""发文字号 and 发文机关, as pair tables: which lines are a document number, and which body issues a report."""

from __future__ import annotations

import pytest

from govreport import DocumentNumber, parse
from govreport.parse.issuer import from_title, issuer_of

TITLE = "沅陵湾区2023年工作总结"
TEXT = "一、总体情况\n进展良好，群众满意。\n二、打算\n再接再厉。\n"

NUMBERS = [
    ("某政发〔2023〕4号", ("某政发", 2023, 4)),
    ("某政办发〔2023〕112号", ("某政办发", 2023, 112)),
    ("某政发[2023]4号", ("某政发", 2023, 4)),
    ("某政发（2023）4号", ("某政发", 2023, 4)),
    ("某政发【2023】4号", ("某政发", 2023, 4)),
    ("某政函〔2023〕第4号", ("某政函", 2023, 4)),
    ("某政发 〔2023〕 4 号", ("某政发", 2023, 4)),
    ("某法治办呈〔1998〕12号", ("某法治办呈", 1998, 12)),
]  # fmt: skip
NO_NUMBERS = ["〔2023〕4号", "某政发2023年4号", "某政发〔23〕4号", "根据某政发〔2023〕4号要求", "某政发〔2023〕号"]


@pytest.mark.parametrize(("line", "parts"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_document_numbers(line: str, parts: tuple[str, int, int]) -> None:
    report = parse(f"{line}\n{TITLE}\n{TEXT}")
    assert report.document_number == DocumentNumber(*parts)
    assert report.document_number.span is not None
    assert report.title == TITLE


@pytest.mark.parametrize("line", NO_NUMBERS)
def test_no_document_numbers(line: str) -> None:
    assert parse(f"{TITLE}\n{line}\n{TEXT}").document_number is None


ISSUERS = [
    # title, speaker, subtitle, page data, issuer
    ("沅陵湾区水务局关于2023年工作情况的报告", "", "", {}, "沅陵湾区水务局"),
    ("沅陵湾区清河街道办事处2023年工作总结", "", "", {}, "沅陵湾区清河街道办事处"),
    ("2023年沅陵湾区清河街道政务公开年度报告", "", "", {}, "沅陵湾区清河街道"),
    ("政府工作报告", "某某省人民政府代省长 何青", "", {}, "某某省人民政府"),
    ("政府工作报告", "区长 何青", "——2024年1月16日在沅陵湾区第五届人民代表大会第四次会议上", {}, "沅陵湾区人民政府"),
    ("2023年工作总结", "", "", {"发文机关": "沅陵湾区水务局"}, "沅陵湾区水务局"),
    ("2023年工作总结", "", "", {"发布机构": "沅陵湾区人民政府办公室"}, "沅陵湾区人民政府办公室"),
    ("2023年工作总结", "", "", {"发布机构": "综合科"}, ""),
    ("2023年工作总结", "", "", {}, ""),
    ("政府工作报告", "", "", {}, ""),
]


@pytest.mark.parametrize(("title", "speaker", "subtitle", "metadata", "issuer"), ISSUERS)
def test_issuers(title: str, speaker: str, subtitle: str, metadata: dict[str, str], issuer: str) -> None:
    assert issuer_of(title, speaker, subtitle, metadata) == issuer


@pytest.mark.parametrize("title", ["", "2023年工作总结", "关于2023年工作的报告", "政府工作报告", "人民政府工作报告"])
def test_titles_that_name_no_issuer(title: str) -> None:
    assert from_title(title) == ""
