"""Roles of whole reports as specifications: every row is a title, and `heading → role` for its sections.

The traps are those of real reports: a year in a heading says nothing until it is compared with the report's; a report
of 2025 looks back on 2025, a 政府工作报告 of 2026 too; typing errors in fixed terms; headings without a function.
"""

from __future__ import annotations

import pytest

from govreport import Report, parse

REPORTS = {
    "the five statutory items": (
        "桐山区2025年法治政府建设年度报告",
        "2025年推进法治政府建设的主要举措和成效 → achievements",
        "存在的不足和原因 → problems",
        "党政主要负责人履行推进法治建设第一责任人职责情况 → leadership",
        "2026年推进法治政府建设的主要安排 → plans",
        "其他需要报告的情况 → other",
    ),
    "the duty first, with a word lost": (
        "桐山区2025年法治政府建设年度报告",
        "党政主要负责人履行法治建设第一人职责情况 → leadership",
        "2025年度工作开展情况 → achievements",
        "存在问题 → problems",
        "下一步工作打算 → plans",
    ),
    "three parts": (
        "桐山区2023年法治政府建设年度报告",
        "法治政府建设工作开展情况 → achievements",
        "存在的问题 → problems",
        "下步工作措施 → plans",
    ),
    "measures that were taken, by their year and by their place": (
        "桐山区2023年法治政府建设年度报告",
        "2023年法治政府建设主要措施 → achievements",
        "法治建设主要措施 → achievements",
        "存在的问题 → problems",
        "2024年主要措施 → plans",
    ),
    "topics before the plans": (
        "桐山区2023年法治政府建设年度报告",
        "强化政治引领，压实法治责任 → achievements",
        "健全制度体系 → achievements",
        "2024年工作思路 → plans",
    ),
    "a stale year in the first heading": (
        "桐山区2025年法治政府建设年度报告",
        "2024年法治政府建设基本情况 → achievements",
        "存在问题 → problems",
        "下一步打算 → plans",
    ),
    "achievements and problems in one": (
        "桐山区2023年法治政府建设年度报告",
        "工作成效和存在的问题 → achievements",
        "下阶段工作安排 → plans",
    ),
    "government, first year of a five-year plan": (
        "云溪县2026年政府工作报告",
        "2025年和“十四五”时期工作回顾 → achievements",
        "“十五五”时期主要目标任务 → plans",
        "2026年重点工作 → plans",
        "加强政府自身建设 → self_building",
    ),
    "government, years in words": (
        "云溪县2026年政府工作报告",
        "过去一年工作回顾 → achievements",
        "今年工作总体要求和主要目标 → plans",
        "今年重点任务 → plans",
        "建设人民满意的服务型政府 → self_building",
    ),
    "summary and plan": (
        "枫林街道2023年工作总结和2024年工作计划",
        "2023年主要工作完成情况 → achievements",
        "存在的主要困难和问题 → problems",
        "2024年工作计划 → plans",
    ),
    "summary": (
        "枫林街道2023年工作总结",
        "主要做法和成效 → achievements",
        "存在的短板 → problems",
        "今后努力方向 → plans",
    ),
    "disclosure": (
        "桐城区2023年政府信息公开工作年度报告",
        "总体情况 → overview",
        "主动公开政府信息情况 → proactive",
        "收到和处理政府信息公开申请情况 → requests",
        "政府信息公开行政复议、行政诉讼情况 → litigation",
        "存在的主要问题及改进情况 → improvement",
        "其他需要报告的事项 → other",
    ),
    "disclosure of the years before 2019": (
        "桐城区2017年政府信息公开工作年度报告",
        "概述 → overview",
        "主动公开政府信息的情况 → proactive",
        "依申请公开政府信息和不予公开政府信息的情况 → requests",
        "政府信息公开的收费及减免情况 → other",
        "因政府信息公开申请行政复议、提起行政诉讼的情况 → litigation",
        "存在的主要问题及改进措施 → improvement",
    ),
    "bulletin": (
        "青石县2023年国民经济和社会发展统计公报",
        "综合 → thematic",
        "农业 → thematic",
        "人口、居民收入 → thematic",
    ),
    "points of work": (
        "枫林街道2024年工作要点",
        "指导思想 → plans",
        "重点任务 → plans",
        "保障措施 → plans",
    ),
    "budget": (
        "青石县关于2023年预算执行情况和2024年预算草案的报告",
        "2023年预算执行情况 → achievements",
        "2024年预算草案 → plans",
    ),
    "duty": ("述职述法报告", "履职情况 → achievements", "存在问题 → problems", "下一步打算 → plans"),
}
NUMERALS = "一二三四五六七八"


def report_of(title: str, rows: tuple[str, ...], between: str = "、") -> Report:
    headings = [row.partition(" → ")[0] for row in rows]
    sections = (
        f"{number}{between}{heading}\n\n全年各项工作按计划推进。\n\n"
        for number, heading in zip(NUMERALS, headings, strict=False)
    )
    return parse(f"{title}\n\n{''.join(sections)}")


def roles_of(report: Report) -> list[str]:
    return [f"{section.heading} → {section.role}" for section in report.sections]


@pytest.mark.parametrize("spec", REPORTS.values(), ids=REPORTS)
def test_roles(spec: tuple[str, ...]) -> None:
    title, *rows = spec
    assert roles_of(report_of(title, tuple(rows))) == rows


def test_only_top_sections_have_roles() -> None:
    report = parse("某县2023年工作总结\n\n一、工作情况\n\n（一）存在的问题\n\n人手不足。\n\n（二）下步打算\n\n培训。\n")
    assert [section.role for section in report.walk()] == ["achievements", None, None]


def test_without_facts_no_section_has_a_role() -> None:
    text = "某县2023年工作总结\n\n一、工作情况\n\n好。\n\n二、下步打算\n\n好。\n"
    assert [section.role for section in parse(text, facts=False).sections] == [None, None]
    assert [section.role for section in parse(text).sections] == ["achievements", "plans"]


def test_spaces_and_widths_do_not_matter() -> None:
    rows = ("２０２５年 推进法治政府建设的 主要举措和成效", "２０２６年推进法治政府建设的主要安排")
    report = report_of("桐山区２０２５年法治政府建设年度报告", rows)
    assert [section.role for section in report.sections] == ["achievements", "plans"]
    assert (report.year, report.plan_year) == (2025, 2026)
