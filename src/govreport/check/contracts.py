"""Where a report keeps a contract: which of its sections is the one that the contract asks for."""

from __future__ import annotations

from attrs import frozen

from ..facts.outline import heading_of
from ..kinds.contract import Expected
from ..model.report import Section
from ..model.source import Span
from .view import View


@frozen
class Standing:
    """What meets an expectation: a top section, one further down, or (without `section`) a paragraph."""

    where: str
    section: Section | None
    top: bool
    span: Span | None = None


def basis(source: str) -> str:
    """What a contract goes by, as a hint.

    >>> basis("实务：工作总结的通行体例"), basis("国办公开办函〔2021〕30号"), basis("")
    ('依据：工作总结的通行体例', '依据：国办公开办函〔2021〕30号', '')
    """
    return f"依据：{source.removeprefix('实务：')}" if source else ""


def standing(view: View, expected: Expected) -> Standing | None:
    """The first place that meets an expectation: top sections first, then those below them, then paragraphs.

    >>> from govreport import parse
    >>> from govreport.kinds import kind
    >>> view = View(parse("某县工作总结\\n一、工作情况\\n良好。\\n二、存在问题\\n不足。\\n三、下一步打算\\n继续。"))
    >>> [found.where for found in (standing(view, e) for e in kind("summary").contract.sections) if found]
    ['一', '二', '三']
    """
    below: Standing | None = None
    role: str | None = None
    for where, section in view.sections:
        if "/" not in where:
            role = section.role
            if _is(expected, section):
                return Standing(where, section, True, section.heading_span or section.span)
        elif below is None and role in expected.inside and _is_below(expected, section):
            below = Standing(where, section, False, section.heading_span or section.span)
    return below or _paragraph(view, expected)


def _is(expected: Expected, section: Section) -> bool:
    """Whether a top section is the one."""
    if expected.role and section.role != expected.role:
        return False
    return expected.heading is None or expected.heading.search(heading_of(section)) is not None


def _is_below(expected: Expected, section: Section) -> bool:
    return expected.below is not None and expected.below.search(heading_of(section)) is not None


def _paragraph(view: View, expected: Expected) -> Standing | None:
    if expected.paragraph is None:
        return None
    for part in view.parts:
        if part.kind == "text" and expected.paragraph.search(part.passage.text):
            return Standing(part.passage.where, None, False, part.passage.span)
    return None
