"""Reports that the tests of the page look at."""

from __future__ import annotations

from attrs import evolve

import govreport
from govreport import Paragraph, Report, Section

LAST = """某县2023年法治政府建设工作报告

2023年，全县稳步推进各项工作。

一、主要做法
（一）抓好培训。举办培训班12期，培训干部860人次。
（二）抓好执法。办结案件31件。

二、存在的问题
一是培训的针对性不强；二是案卷整理不及时。

三、2024年工作安排
（一）抓好培训。年内举办培训班15期。
（二）抓好公开。主动公开信息200条。
"""
THIS = """某县2024年法治政府建设工作报告

2024年，全县稳步推进各项工作，约100人左右参加了培训。

一、主要做法
（一）抓好培训。举办培训班16期，培训干部1024人次，比上年增长19.1%。
（三）抓好执法。办结案件28件，比上年下降9.7%。

二、存在的问题
一是案卷整理还不够规范；二是宣传的形式较为单一。

三、2025年工作安排
（一）抓好培训。年内举办培训班20期，6月底前完成一半。
（二）抓好执法。力争案件办结率达到98%以上。
"""
HOSTILE = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "</style><script>window.hit=1</script>",
    '"><img src=x onerror="window.hit=1">',
    "'><svg onload=window.hit=1>",
    "javascript:window.hit=1",
    "--><iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "<base href=//example.invalid/><form action=//example.invalid/>",
    "&lt;script&gt; &amp; 100%25",
)


def last() -> Report:
    """Last year's report."""
    return govreport.parse(LAST)


def this() -> Report:
    """This year's."""
    return govreport.parse(THIS)


def hostile(words: str) -> Report:
    """A report that says something hostile wherever it can: it is written as JSON would have it, unparsed."""
    table = f"|{words}|件|\n|---|---|\n|{words}|3|\n"
    text = f"某县2024年工作报告{words}\n\n一、{words}\n\n{words}办结案件28件{words}。\n\n{table}\n二、打算\n{words}培训20期。\n"
    report = govreport.read(text.encode(), "md")
    assert report.source is not None
    problems = govreport.parse(THIS)
    part = Section(heading=words, blocks=(Paragraph(words),))
    return evolve(
        report,
        title=words,
        subtitle=words,
        issuer=words,
        speaker=words,
        date=words,
        sections=(*report.sections, part),
        metadata={words: words},
        plans=tuple(
            evolve(plan, text=words, heading=words, actors=(words,), deadline=words) for plan in problems.plans
        ),
        problems=tuple(evolve(problem, text=words, cause=words, where=words) for problem in problems.problems),
        source=evolve(report.source, name=f"{words}.md"),
    )
