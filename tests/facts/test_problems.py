"""Problems: what a report admits, in a section of its own or in a paragraph of its review."""

from __future__ import annotations

import pytest

from govreport import Problem, parse


def problems(section: str, heading: str = "存在的问题和不足") -> tuple[Problem, ...]:
    text = (
        f"桐山区2023年法治政府建设年度报告\n\n一、工作情况\n\n办结案件42件。\n\n二、{heading}\n\n{section}\n\n"
        "三、下一步打算\n\n加强培训。\n"
    )
    report = parse(text)
    for problem in report.problems:
        assert problem.span is not None
        assert problem.text in "".join(problem.span.of(text).split())
    return report.problems


SECTIONS = [
    # text of the section, place and text of each problem
    (
        "与先进单位相比还有差距，存在以下问题：一是执法力量不足；二是普法形式单一；三是台账不规范。",
        ["二/一是 执法力量不足", "二/二是 普法形式单一", "二/三是 台账不规范"],
    ),
    (
        "（一）力量不足。基层执法人员偏少。\n\n（二）形式单一。宣讲以会议为主。",
        ["二/（一） 力量不足。基层执法人员偏少", "二/（二） 形式单一。宣讲以会议为主"],
    ),
    ("1.执法力量不足。\n\n2.普法形式单一。", ["二/1 执法力量不足", "二/2 普法形式单一"]),
    # without numbers: the clauses, less the pledge that ends them
    (
        "执法力量不足；普法形式单一；台账不够规范。对此，我们将认真解决。",
        ["二 执法力量不足", "二 普法形式单一", "二 台账不够规范"],
    ),
    ("工作中存在以下问题：执法力量不足；普法形式单一。", ["二 执法力量不足", "二 普法形式单一"]),
]


@pytest.mark.parametrize(("section", "expected"), SECTIONS, ids=[row[0] for row in SECTIONS])
def test_a_section_on_problems(section: str, expected: list[str]) -> None:
    assert [f"{problem.where} {problem.text}" for problem in problems(section)] == expected


CAUSES = [
    ("普法形式单一，主要原因是经费有限", "主要原因是经费有限"),
    ("普法形式单一，原因在于经费有限", "原因在于经费有限"),
    ("普法形式单一，主要是由于经费有限", "主要是由于经费有限"),
    ("受经费限制，普法形式单一", "受经费限制"),
    ("普法形式单一", ""),
]


@pytest.mark.parametrize(("text", "cause"), CAUSES, ids=[row[0] for row in CAUSES])
def test_cause(text: str, cause: str) -> None:
    first, second = problems(f"一是{text}；二是执法力量不足。")
    assert (first.text, first.cause, second.cause) == (text, cause, "")


ADMITTED = [
    # a paragraph inside the review
    (
        "同时，我们也清醒看到，还存在一些问题：产业结构不够优化；养老服务供给不足。对此，我们将努力解决。",
        ["产业结构不够优化", "养老服务供给不足"],
    ),
    (
        "在肯定成绩的同时，也要看到，还存在一些不足：个别单位重视不够；基层力量薄弱。",
        ["个别单位重视不够", "基层力量薄弱"],
    ),
    # paragraphs that admit nothing
    ("全年解决群众反映的困难和问题320个。", []),
    ("坚持问题导向，补短板、强弱项。", []),
]


@pytest.mark.parametrize(("paragraph", "expected"), ADMITTED, ids=[row[0] for row in ADMITTED])
def test_a_paragraph_of_the_review(paragraph: str, expected: list[str]) -> None:
    text = (
        f"云溪县2024年政府工作报告\n\n一、2023年工作回顾\n\n办结12件。\n\n{paragraph}\n\n二、2024年工作安排\n\n好。\n"
    )
    found = parse(text).problems
    assert [problem.text for problem in found] == expected
    assert [problem.span.of(text) for problem in found if problem.span] == expected
    assert {problem.where for problem in found} <= {"一"}


IMPROVEMENT = [
    # a section that tells problems and measures
    ("一是台账不够规范。二是公开渠道较为单一。三是加强培训，提高公开质量。", ["台账不够规范", "公开渠道较为单一"]),
    ("主要问题：台账不够规范；公开渠道较为单一。改进措施：加强培训。", ["台账不够规范", "公开渠道较为单一"]),
    (
        "（一）主要问题。一是台账不够规范。二是渠道较为单一。\n\n（二）改进情况。一是加强培训。二是举办活动。",
        ["台账不够规范", "渠道较为单一"],
    ),
]


@pytest.mark.parametrize(("section", "expected"), IMPROVEMENT, ids=[row[0] for row in IMPROVEMENT])
def test_measures_beside_problems_are_none(section: str, expected: list[str]) -> None:
    text = (
        f"桐城区2023年政府信息公开工作年度报告\n\n一、总体情况\n\n好。\n\n二、存在的主要问题及改进情况\n\n{section}\n"
    )
    assert [problem.text for problem in parse(text).problems] == expected


@pytest.mark.parametrize("heading", ["2023年工作情况", "2024年工作安排", "党政主要负责人履职情况"])
def test_other_sections_admit_nothing(heading: str) -> None:
    assert problems("（一）抓培训。解决骨干不足的问题。\n\n（二）抓规范。修订文书20种。", heading) == ()
