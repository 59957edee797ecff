"""Plans (计划事项): what a report promises, an item each: text, figures, who does it, until when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ..model.address import addresses
from ..model.facts import Metric, Plan
from ..model.report import Paragraph, Report, Section
from ..model.source import Span

ACTORS = re.compile(
    r"(?:牵头|责任|配合|承办|主办|协办|实施)(?:单位|部门|处室|科室|领导|人|主体)(?:及[\u4e00-\u9fff]{2,6})?[：:]\s*([^。；\n（）()】]{2,200})"
)
PARTED = re.compile(r"[、，,；;\s]+|(?:和|及|牵头|配合|按职责分工(?:分别)?负责|负责|等)+")
DEADLINE = re.compile(
    r"(?:完成时限|时限|完成时间)[：:]\s*(?P<stated>[^。；，\n）)]{2,20})"
    r"|(?P<said>(?:20\d\d ?年|今年|明年|年)?(?:\d{1,2} ?月(?:份|\d{1,2}日)?(?:底|末|前|中旬|上旬|下旬)+|"
    r"[一二三四]季度(?:末|前|底)?|上半年|年底|年末)(?:之?前|以前)?|20\d\d ?年底?前?(?=完成|建成|实现|全部|基本|力争))"
)
DATED = re.compile("月|季度|上半年|年底|年末|年前|时限|完成时间")
"""What every deadline holds."""
GOALS = re.compile("(?:预期|主要|发展|奋斗|工作)目标(?:是|为|：|:)|目标(?:是|为)")


def plans_of(report: Report) -> Iterator[Plan]:
    """One plan for each numbered item of the sections on plans that has text of its own; where there are none, one
    for each paragraph. A paragraph that states the goals of the year is a plan too."""
    metrics = _by_place(report)
    for address, section in addresses(report):
        if len(address.steps) == 1:
            top = section
        if top.role != "plans":
            continue
        where = str(address)
        numbered = _numbered(top)
        if section is top and numbered:
            yield from (_plan(report, b, where, metrics) for b in _paragraphs(section) if GOALS.search(b.text))
        elif section is top or (section.number is None and not _numbered(section)):
            yield from (_plan(report, b, where, metrics) for b in _paragraphs(section) if not _leads_in(b))
        elif section.number is not None and (
            not section.children or any(not _leads_in(b) for b in _paragraphs(section))
        ):
            yield _item(report, section, where, metrics)


def _numbered(section: Section) -> bool:
    return any(child.number is not None or _numbered(child) for child in section.children)


def _paragraphs(section: Section) -> list[Paragraph]:
    return [block for block in section.blocks if isinstance(block, Paragraph)]


def _leads_in(block: Paragraph) -> bool:
    """Whether a paragraph only announces what follows: 重点做好以下工作：."""
    return block.text.rstrip().endswith(("：", ":")) or len(block.text) < 8


def _by_place(report: Report) -> list[tuple[Span, Metric]]:
    """The promised metrics with their places, in reading order."""
    return [(metric.span, metric) for metric in report.metrics if metric.span is not None and metric.is_target]


def _targets(metrics: list[tuple[Span, Metric]], spans: list[Span]) -> tuple[Metric, ...]:
    """The metrics that stand inside any of the spans."""
    found: list[Metric] = []
    for span in spans:
        at = bisect_left(metrics, span.start, key=_start)
        while at < len(metrics) and metrics[at][0].end <= span.end:
            found.append(metrics[at][1])
            at += 1
    return tuple(found)


def _start(placed: tuple[Span, Metric]) -> int:
    return placed[0].start


def _plan(report: Report, block: Paragraph, where: str, metrics: list[tuple[Span, Metric]]) -> Plan:
    targets = _targets(metrics, [block.span] if block.span else [])
    return Plan(
        block.text, "", report.plan_year, targets, _actors(block.text), _deadline(block.text), where, block.span
    )


def _item(report: Report, section: Section, where: str, metrics: list[tuple[Span, Metric]]) -> Plan:
    blocks = _paragraphs(section)
    text = "\n".join(block.text for block in blocks) or section.heading
    own = [s for s in (section.heading_span, *(b.span for b in blocks)) if s is not None]
    span = Span(own[0].start, own[-1].end) if own else section.span
    whole = f"{section.heading}\n{text}"
    return Plan(
        text, section.heading, report.plan_year, _targets(metrics, own), _actors(whole), _deadline(whole), where, span
    )


def _actors(text: str) -> tuple[str, ...]:
    """牵头单位 and 责任单位 of an item, in order, once each.

    >>> _actors("推进普法。（牵头单位：县司法局；责任单位：县教育局、各乡镇）")
    ('县司法局', '县教育局', '各乡镇')
    """
    named = [name.strip() for found in ACTORS.findall(text) for name in PARTED.split(found)]
    return tuple(dict.fromkeys(name for name in named if 2 <= len(name) <= 30))


def _deadline(text: str) -> str:
    """Until when, as written; "" where the text doesn't say.

    >>> _deadline("6月底前完成改造。"), _deadline("长期坚持。")
    ('6月底前', '')
    """
    found = DEADLINE.search(text) if DATED.search(text) else None
    return (found["stated"] or found["said"]).strip() if found else ""
