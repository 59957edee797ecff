"""GR201–GR209, sections (必备部分): those a kind asks for are there, in order, under their titles, and no others."""

from __future__ import annotations

from collections.abc import Iterator

from ...facts.outline import heading_of
from ...facts.years import numbers
from ...kinds.contract import Expected
from ...model.note import Edit, Finding
from ...model.report import Section
from ...model.source import Span
from ..contracts import Standing, basis, standing
from ..rule import PRACTICE, REQUIRED, UNSAFE, rule
from ..view import View


def asked(view: View, *requirements: str) -> Iterator[tuple[Expected, Standing | None]]:
    """What the contract asks for in this year, with what meets it; nothing for a text without sections."""
    if not view.report.sections:
        return
    for expected in view.contract.sections:
        if expected.requirement in requirements and expected.due(view.report.plan_year):
            yield expected, _named(view, expected) or standing(view, expected)


def _named(view: View, expected: Expected) -> Standing | None:
    """The top section that has the very title that is asked for."""
    for where, section in top_sections(view):
        if heading_of(section) == expected.name:
            return Standing(where, section, True, section.heading_span or section.span)
    return None


def _missing(view: View, expected: Expected, severity: str = "") -> Finding:
    return view.whole(
        f"缺少“{expected.name}”",
        "a section that this kind of report must have is missing",
        hint=basis(view.contract.source),
        severity=severity,
    )


@rule("GR201", "section-missing", REQUIRED, "warning")
def section_missing(view: View) -> Iterator[Finding]:
    """规定的部分不能缺 / sections that are prescribed are there

    政府信息公开年报六个部分，法治政府建设年度报告的成效、不足、责任、安排，缺一项就不合规定。 / None may be left out.

    来源：《法治政府建设与责任落实督察工作规定》；国办公开办函〔2021〕30号
    错：某镇2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、2024年主要安排⏎抓紧。
    错：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、主动公开政府信息情况⏎见下表。⏎三、存在的主要问题及改进情况⏎不多。
    对：某镇2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足和原因⏎不多，主要是人手少。⏎三、党政主要负责人履行推进法治建设第一责任人职责情况⏎良好。⏎四、2024年主要安排⏎抓紧。
    对：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、下一步打算⏎抓紧。
    """
    if view.contract.level != REQUIRED:
        return
    for expected, found in asked(view, "required"):
        if found is None and expected.role != "leadership":
            yield _missing(view, expected, "error" if view.contract.exact else "")


@rule("GR202", "section-usual", PRACTICE, "warning")
def section_usual(view: View) -> Iterator[Finding]:
    """通行的部分不能缺 / sections that every report of the kind has are there

    工作总结没有下一步打算，政府工作报告没有工作任务，读者会找。 / A report without plans leaves the reader waiting.

    来源：实务
    错：某局2023年工作总结⏎一、工作开展情况⏎良好。⏎二、存在的问题⏎不多。
    错：某县2024年政府工作报告⏎各位代表：⏎一、2023年工作回顾⏎良好。⏎二、2023年主要成绩⏎很多。
    对：某局2023年工作总结⏎一、工作开展情况⏎良好。⏎二、存在的问题⏎不多。⏎三、下一步打算⏎抓紧。
    对：某局关于某项工作的通知⏎一、工作要求⏎抓紧。⏎二、工作步骤⏎抓紧。
    """
    if view.contract.level == REQUIRED:
        return
    for expected, found in asked(view, "required"):
        if found is None:
            yield _missing(view, expected)


@rule("GR203", "section-recommended", PRACTICE, "info")
def section_recommended(view: View) -> Iterator[Finding]:
    """宜有的部分 / sections that most reports of the kind have

    多数同类报告写到存在的问题、自身建设，没有的提示一下。 / Most reports of the kind have them; a hint.

    来源：实务
    错：某局2023年工作总结⏎一、工作开展情况⏎良好。⏎二、下一步打算⏎抓紧。
    错：某县2024年政府工作报告⏎各位代表：⏎一、2023年工作回顾⏎良好。⏎二、2024年工作任务⏎抓紧。
    对：某局2023年工作总结⏎一、工作开展情况⏎良好。⏎二、存在的问题⏎不多。⏎三、下一步打算⏎抓紧。
    对：某局2023年工作总结⏎一、工作开展情况⏎良好。但还存在不少问题。⏎二、下一步打算⏎抓紧。
    """
    for expected, found in asked(view, "recommended"):
        if found is None:
            yield _missing(view, expected)


@rule("GR204", "leadership-missing", REQUIRED, "warning")
def leadership_missing(view: View) -> Iterator[Finding]:
    """报告党政主要负责人履行第一责任人职责的情况 / the duties of the first responsible persons are reported on

    年度报告应当写党政主要负责人履行第一责任人职责的情况；并入成效部分也可以。 / It may stand inside another.

    来源：《法治政府建设与责任落实督察工作规定》
    错：某镇2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足和原因⏎不多。⏎三、2024年主要安排⏎抓紧。
    错：某局2023年法治政府建设情况报告⏎一、2023年工作开展情况⏎（一）抓学习⏎良好。⏎（二）抓执法⏎良好。⏎二、存在问题⏎不多。⏎三、下一步打算⏎抓紧。
    对：某镇2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足和原因⏎不多。⏎三、党政主要负责人履行推进法治建设第一责任人职责情况⏎良好。⏎四、2024年主要安排⏎抓紧。
    对：某局2023年法治政府建设情况报告⏎一、2023年工作开展情况⏎（一）主要负责人履行第一责任人职责⏎良好。⏎（二）抓执法⏎良好。⏎二、存在问题⏎不多。⏎三、下一步打算⏎抓紧。
    """
    for expected, found in asked(view, "required"):
        if found is None and expected.role == "leadership":
            yield _missing(view, expected)


@rule("GR205", "section-order", REQUIRED, "warning")
def section_order(view: View) -> Iterator[Finding]:
    """各部分按规定的次序 / sections stand in the order that is prescribed

    先成效、后不足、再安排；政府信息公开年报的六个部分次序固定。 / Achievements, problems, plans.

    来源：《法治政府建设与责任落实督察工作规定》；国办公开办函〔2021〕30号
    错：某镇2023年法治政府建设年度报告⏎一、存在的不足和原因⏎不多。⏎二、主要举措和成效⏎良好。⏎三、2024年主要安排⏎抓紧。
    错：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、收到和处理政府信息公开申请情况⏎没有。⏎三、主动公开政府信息情况⏎见下表。
    对：某镇2023年法治政府建设年度报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足和原因⏎不多。⏎三、2024年主要安排⏎抓紧。
    对：某镇2023年法治政府建设年度报告⏎一、党政主要负责人履行第一责任人职责情况⏎良好。⏎二、主要举措和成效⏎良好。⏎三、存在的不足⏎不多。⏎四、2024年主要安排⏎抓紧。
    """
    if not view.contract.ordered:
        return
    last, before = -1, ""
    for expected, found in asked(view, "required", "recommended", "optional"):
        if found is None or not found.top or expected.anywhere or found.section is None or found.span is None:
            continue
        if found.span.start < last:
            zh = f"“{expected.name}”应在“{before}”之后"
            yield view.on(found.where, found.section, zh, "this section stands before one that it should follow")
        else:
            last, before = found.span.start, expected.name


def top_sections(view: View) -> Iterator[tuple[str, Section]]:
    """The top sections with their addresses, but attachments."""
    return ((where, s) for where, s in view.sections if "/" not in where and s.role != "attachment")


@rule("GR206", "statutory-title", REQUIRED, "warning", fix=UNSAFE)
def statutory_title(view: View) -> Iterator[Finding]:
    """规定的标题照录 / a prescribed title is used word by word

    格式文本给定的标题不增字、不减字、不改字。 / No word is added, left out or changed.

    来源：国办公开办函〔2021〕30号
    错：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、主动公开政府信息的情况⏎见下表。⏎三、收到和处理政府信息公开申请情况⏎没有。
    错：某局2023年政府信息公开工作年度报告⏎一、2023年总体情况⏎良好。⏎二、主动公开政府信息情况⏎见下表。⏎三、存在问题及改进情况⏎不多。
    对：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、主动公开政府信息情况⏎见下表。⏎三、收到和处理政府信息公开申请情况⏎没有。
    对：某镇2023年法治政府建设年度报告⏎一、主要做法及成效⏎良好。⏎二、存在的问题⏎不多。⏎三、2024年主要安排⏎抓紧。
    """
    if not view.contract.exact:
        return
    for expected, found in asked(view, "required"):
        section = found.section if found is not None and found.top else None
        if found is None or section is None or heading_of(section) == expected.name:
            continue
        span = section.heading_span
        edits = (Edit(Span(span.start, span.end - len(section.stop)), expected.name),) if span is not None else ()
        zh = f"标题应为“{expected.name}”"
        yield view.on(found.where, section, zh, "this title is prescribed word by word", edits=edits)


@rule("GR207", "section-extra", REQUIRED, "warning")
def section_extra(view: View) -> Iterator[Finding]:
    """不增加规定以外的部分 / no section beyond those prescribed

    政府信息公开年报“不能遗漏，也不宜泛化”，六个部分之外的工作思路等不写。 / Neither left out nor added to.

    来源：国办公开办函〔2021〕30号
    错：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、主动公开政府信息情况⏎见下表。⏎三、2024年工作思路⏎抓紧。⏎四、其他需要报告的事项⏎无。
    错：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、组织领导⏎成立领导小组。⏎三、其他需要报告的事项⏎无。
    对：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、主动公开政府信息情况⏎见下表。⏎三、其他需要报告的事项⏎无。
    对：某局2018年政府信息公开工作年度报告⏎一、概述⏎良好。⏎二、组织领导⏎成立领导小组。⏎三、主动公开情况⏎良好。
    """
    if not view.contract.closed:
        return
    expected = {found.where for _, found in asked(view, "required", "recommended", "optional") if found is not None}
    names = {e.name for e in view.contract.sections}
    for where, section in top_sections(view):
        if where not in expected and section.heading and heading_of(section) not in names:
            zh = f"“{section.heading}”不在规定的部分之内"
            yield view.on(where, section, zh, "this section is none of those prescribed")


@rule("GR208", "section-twice", REQUIRED, "warning")
def section_twice(view: View) -> Iterator[Finding]:
    """规定的部分只写一次 / a prescribed section occurs once

    两个“其他需要报告的事项”，是合并稿子时留下的。 / Two of one kind are left from joining two drafts.

    来源：国办公开办函〔2021〕30号
    错：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、总体情况⏎很好。⏎三、其他需要报告的事项⏎无。
    错：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、其他需要报告的事项⏎无。⏎三、其他需要报告的事项⏎收费零元。
    对：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、主动公开政府信息情况⏎见下表。⏎三、其他需要报告的事项⏎无。
    对：某局2023年工作总结⏎一、工作情况⏎良好。⏎二、工作成效⏎很好。⏎三、打算⏎抓紧。
    """
    if not view.contract.exact:
        return
    names = {expected.name for expected in view.contract.sections}
    seen: set[str] = set()
    for where, section in top_sections(view):
        heading = heading_of(section)
        if heading in seen:
            yield view.on(where, section, f"“{heading}”出现了两次", "this section occurs twice")
        if heading in names:
            seen.add(heading)


@rule("GR209", "title-without-year", PRACTICE, "info")
def title_without_year(view: View) -> Iterator[Finding]:
    """年度报告的标题写明年度 / the title of an annual report names its year

    标题不写年度，归档、检索都要翻正文。 / Without the year one has to read the text to file it.

    来源：实务
    错：某镇法治政府建设工作报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足⏎不多。⏎三、下一步安排⏎抓紧。
    错：某局政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、主动公开政府信息情况⏎见下表。
    对：某镇2023年法治政府建设工作报告⏎一、主要举措和成效⏎良好。⏎二、存在的不足⏎不多。⏎三、下一步安排⏎抓紧。
    对：某局关于某项工作情况的报告⏎一、基本情况⏎良好。⏎二、下一步安排⏎抓紧。
    """
    if view.kind in ANNUAL and view.report.title and not numbers(view.report.title):
        yield view.whole("标题没有写明年度", "the title names no year")


ANNUAL = ("fazhi", "disclosure", "stat")
