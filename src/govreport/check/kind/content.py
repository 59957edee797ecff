"""GR210–GR217, contents (内容): what sections must speak of, what doesn't belong into a report, when it is due."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...facts.outline import text_of
from ...model.note import Finding
from ...model.report import Section
from ..contracts import basis, standing
from ..rule import PRACTICE, REQUIRED, rule
from ..view import View
from .sections import top_sections


def _text(view: View, where: str, section: Section | None) -> str:
    """What a section says, or the paragraphs at an address."""
    if section is not None:
        return text_of(section)
    return "\n".join(part.passage.text for part in view.parts if part.passage.where == where)


@rule("GR210", "cause-missing", REQUIRED, "info")
def cause_missing(view: View) -> Iterator[Finding]:
    """写不足，也写原因 / shortcomings are reported with their causes

    年度报告应当写“存在的不足和原因”，只列问题不说原因，整改就无从下手。 / Who doesn't know the cause can't mend it.

    来源：《法治政府建设与责任落实督察工作规定》
    错：某镇2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足⏎一是执法力量不足；二是培训不够。⏎三、2024年主要安排⏎抓紧。
    错：某局2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、存在的问题和差距⏎（一）执法力量薄弱。⏎（二）普法形式单一。⏎三、2024年主要安排⏎抓紧。
    对：某镇2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足和原因⏎一是执法力量不足，原因是编制少；二是培训不够。⏎三、2024年主要安排⏎抓紧。
    对：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、存在的问题⏎人手不足。⏎三、打算⏎抓紧。
    """
    for expected in view.contract.sections:
        found = standing(view, expected) if expected.mention is not None else None
        if found is None or expected.mention is None:
            continue
        text = _text(view, found.where, found.section)
        if not expected.mention.pattern.search(text):
            zh = f"这一部分没有写到{expected.mention.name}"
            en, hint = "the text doesn't speak of what it must", basis(view.contract.source)
            if found.section is not None:
                yield view.on(found.where, found.section, zh, en, hint=hint)
            else:
                yield Finding("", "", zh, en, found.span, hint, where=found.where)


@rule("GR211", "topic-missing", REQUIRED, "warning")
def topic_missing(view: View) -> Iterator[Finding]:
    """总体情况写全规定的几个方面 / the overview goes through the subjects that are prescribed

    总体情况包括主动公开、依申请公开、政府信息管理、平台建设、监督保障。 / There are five of them.

    来源：国办公开办函〔2021〕30号
    错：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎主动公开信息一百条，依申请公开三件，办好网站。⏎二、主动公开政府信息情况⏎见下表。
    错：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎主动公开信息一百条，清理规范性文件，加强网站建设和监督考核。⏎二、主动公开政府信息情况⏎见下表。
    对：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎主动公开信息一百条，依申请公开三件，加强信息管理，办好网站，强化监督考核。⏎二、主动公开政府信息情况⏎见下表。
    对：某局2018年政府信息公开工作年度报告⏎一、概述⏎良好。⏎二、主动公开情况⏎一百条。
    """
    for expected in view.contract.sections:
        found = standing(view, expected) if expected.topics else None
        if found is None or found.section is None:
            continue
        text = _text(view, found.where, found.section)
        missing = [topic.name for topic in expected.topics if not topic.pattern.search(text)]
        if missing and len(text) >= len(expected.name) + SHORT:
            zh = f"“{expected.name}”没有写到{'、'.join(missing)}"
            yield view.on(found.where, found.section, zh, f"{len(missing)} prescribed subjects are missing")


SHORT = 15


@rule("GR212", "problems-empty", PRACTICE, "warning", unless=("GR147", "GR585"))
def problems_empty(view: View) -> Iterator[Finding]:
    """问题部分有内容 / the section on problems says something

    只写“无”或一句空话，等于没有写。 / "None" and empty phrases say nothing.

    来源：实务
    错：某镇2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足⏎无。⏎三、2024年主要安排⏎抓紧。
    错：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、存在的问题⏎没有问题。⏎三、打算⏎抓紧。
    对：某镇2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足⏎执法力量不足，培训不够。⏎三、2024年主要安排⏎抓紧。
    对：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、存在的问题和打算⏎（一）人手不足⏎编制空缺三名。⏎（二）经费紧张⏎缺口十万元。
    """
    for where, section in top_sections(view):
        if section.role in ("problems", "improvement") and not section.children:
            text = re.sub(r"\s", "", section.text)
            if text and (len(text) < LEAST or NONE.fullmatch(text)):
                yield view.on(where, section, f"只写了“{text}”", "the section says next to nothing")


LEAST = 8
NONE = re.compile("(?:无|没有|暂无|不存在)[^，。]{0,8}。?")


@rule("GR213", "plans-empty", PRACTICE, "warning")
def plans_empty(view: View) -> Iterator[Finding]:
    """打算部分有内容 / the section on plans says something

    “下一步打算”之下只有一句口号或“无”，等于没有写。 / "None" is no plan.

    来源：实务
    错：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、下一步打算⏎无。
    错：某镇2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、2024年主要安排⏎略。
    对：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、下一步打算⏎抓紧落实。
    对：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、下一步打算⏎（一）抓学习⏎每月一次。⏎（二）抓落实⏎每季督查。
    """
    for where, section in top_sections(view):
        text = re.sub(r"[\s。]", "", section.text)
        if section.role == "plans" and not section.children and text in ("无", "略", "暂无", "没有", "同上"):
            yield view.on(where, section, f"只写了“{text}”", "the section says nothing")


@rule("GR214", "deadline-missed", REQUIRED, "warning")
def deadline_missed(view: View) -> Iterator[Finding]:
    """在规定的期限之前 / a report is out before its deadline

    政府部门的信息公开年报一月底前、政府的三月底前，法治政府建设年度报告四月一日前公布。 / They are due in spring.

    来源：《政府信息公开条例》第四十九条；《法治政府建设与责任落实督察工作规定》
    错：甲县水利局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、主动公开政府信息情况⏎见下表。⏎甲县水利局⏎2024年2月20日
    错：甲山镇人民政府2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足⏎人手少。⏎甲山镇人民政府⏎2024年5月6日
    对：甲县水利局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、主动公开政府信息情况⏎见下表。⏎甲县水利局⏎2024年1月20日
    对：甲山镇人民政府2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足⏎人手少。⏎甲山镇人民政府⏎2024年2月6日
    """
    report = view.report
    if report.year is None or len(report.date) != 10 or not report.closing.date:
        return
    for deadline in view.contract.deadlines:
        if not deadline.issuer.search(re.sub(r"\s", "", report.issuer)):
            continue
        due = f"{report.year + 1}-{deadline.month:02}-{deadline.day:02}"
        if report.date > due:
            zh = f"{deadline.name}的期限是{report.year + 1}年{deadline.month}月{deadline.day}日"
            yield view.whole(zh, f"the report was due on {due}", field="date", hint=basis(deadline.source))
            return


REQUESTS = re.compile(
    "妥否，?请(?:批示|批复|审批|示)|当否，?请(?:批示|批复)|请(?:予)?(?:批示|批复|批准|审批)[。！]|以上(?:请示|意见)[^。]{0,8}请[^。]{0,6}批"
)
REPORTS = re.compile("(?:报告|总结|汇报)(?:[（(][^（）()]{1,12}[）)])?$")


@rule("GR215", "report-requests", REQUIRED, "error")
def report_requests(view: View) -> Iterator[Finding]:
    """报告不夹带请示事项 / a report asks for no decision

    不得在报告等非请示性公文中夹带请示事项；要请示的另写请示。 / What needs a decision goes into a 请示.

    来源：《党政机关公文处理工作条例》第十五条第四项
    错：某局关于2023年工作情况的报告⏎一、工作情况⏎良好。⏎二、打算⏎拟增编三名。妥否，请批示。
    错：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、打算⏎拟购车一辆，请予批准。
    对：某局关于2023年工作情况的报告⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。⏎特此报告。
    对：某局关于增编的请示⏎一、理由⏎人手不足。⏎二、方案⏎拟增编三名。妥否，请批示。
    """
    title = re.sub(r"\s", "", view.report.title)
    if not REPORTS.search(title) or "请示报告" in title:
        return
    for found in view.finds(REQUESTS, "请"):
        zh = f"报告里不写请示的话“{found[0].rstrip('。！')}”"
        yield view.hit(found.start(), found.end(), zh, "a report doesn't ask for a decision")


CLOSES = re.compile("特此(?P<kind>通知|通告|公告|通报|函复|函告|批复|请示|决定)")
KINDS = {"函复": "函", "函告": "函"}


@rule("GR216", "closing-mismatch", PRACTICE, "warning")
def closing_mismatch(view: View) -> Iterator[Finding]:
    """结束语与文种一致 / the closing words fit the kind of document

    标题是报告，末尾却“特此通知”，套错了模板。 / A report that ends like a notice used the wrong template.

    来源：实务
    错：某局关于2023年工作情况的报告⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。⏎特此通知。
    错：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。⏎特此请示。
    对：某局关于2023年工作情况的报告⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。⏎特此报告。
    对：某局关于做好某项工作的通知⏎一、任务⏎抓紧。⏎二、要求⏎抓紧。⏎特此通知。
    """
    title = re.sub(r"\s", "", view.report.title)
    if not REPORTS.search(title):
        return
    for found in view.finds(CLOSES, "特此"):
        if KINDS.get(found["kind"], found["kind"]) not in title:
            yield view.hit(found.start(), found.end(), f"报告以“{found[0]}”结束", "these are not the words of a report")


@rule("GR217", "salutation-missing", PRACTICE, "info")
def salutation_missing(view: View) -> Iterator[Finding]:
    """政府工作报告以“各位代表”开头 / a work report to a congress begins with 各位代表

    向人民代表大会作的报告，正文之前称呼各位代表。 / It is delivered to the deputies, who are addressed first.

    来源：实务
    错：某县2024年政府工作报告⏎一、2023年工作回顾⏎良好。⏎二、2024年工作任务⏎抓紧。
    错：某市人民政府工作报告⏎2024年1月10日在市第九届人民代表大会第三次会议上⏎现在向大会报告工作。⏎一、2023年工作回顾⏎良好。⏎二、2024年工作任务⏎抓紧。
    对：某县2024年政府工作报告⏎各位代表：⏎一、2023年工作回顾⏎良好。⏎二、2024年工作任务⏎抓紧。
    对：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。
    """
    report = view.report
    addressed = "代表" in report.salutation or "同志" in report.salutation or "各位代表" in view.text[:OPENING]
    if view.kind == "gov" and report.title and report.sections and not addressed:
        yield view.whole("没有“各位代表”的称呼", "the deputies aren't addressed")


OPENING = 2000
"""Characters within which the deputies are addressed."""
