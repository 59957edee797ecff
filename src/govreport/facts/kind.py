"""Layer 1, kind (种类): what sort of report this is, from its title, else from its opening."""

from __future__ import annotations

import re

from ..kinds import Kind, kind, kinds
from ..model.report import Report
from .figures import plain
from .outline import heading_of, opening

OPENING = 600


def kind_of(report: Report) -> Kind:
    """The kind of a report; `other` where neither title nor opening says it.

    >>> kind_of(Report(title="某县2023年法治政府建设情况报告")).id, kind_of(Report(title="会议通知")).id
    ('fazhi', 'other')
    """
    title = re.sub(r"\s", "", plain(report.title or report.metadata.get("标题", "")))
    for candidate in kinds():
        if title and candidate.title.search(title) and not candidate.title_not.search(title):
            return candidate
    beginning = opening(report, OPENING)
    for candidate in kinds():
        if candidate.opening.search(beginning) and not candidate.title_not.search(title):
            return candidate
    return _by_sections(report) or kind("other")


def _by_sections(report: Report) -> Kind | None:
    """政府信息公开工作年度报告 by its statutory section titles: half of the sections, three at least."""
    headings = [heading_of(section) for section in report.sections]
    disclosure = kind("disclosure")
    statutory = [h for h in headings if "信息公开" in h or "政府信息" in h]
    return disclosure if len(statutory) >= 3 and len(statutory) * 2 >= len(headings) else None
