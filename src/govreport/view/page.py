"""The page: what the report is, its outline, its text with remarks beside it, then lists of all that was found.

It needs nothing else: style and script stand inside and are the only ones that its policy lets run (by their hashes);
without the script everything is still there. Every word of a report is escaped.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import resources

from ..check.result import Result, located
from ..compare import diff as compare
from ..compare import trace as traced
from ..formats.html.article import article
from ..formats.html.outline import OUTLINE, Placed, anchored, outline
from ..formats.html.writer import style
from ..formats.render import pieces
from ..kinds import kind
from ..memory import uncollected
from ..model.note import Finding
from ..model.report import Report
from ..review import check
from .changes import changes
from .figures import figures
from .ledger import ledger
from .links import Anchors, said
from .places import places
from .remarks import Remarks, choice, gravest, listed

NAMES = {"findings.": "意见", "figures.": "指标", "trace.": "上年计划", "plans.": "计划与问题", "changes.": "比较"}
"""The parts of the page behind the text, as the bar on top calls them."""


def view(report: Report, previous: Report | None = None, findings: Iterable[Finding] | None = None) -> str:
    """审阅页: one page, complete in itself, that shows a report and what there is to say about it.

    The outline; the text with figures and findings marked and findings beside them; findings, figures, plans and
    problems as tables; with `previous`, last year's report, what became of its plans, and what changed. `findings`
    are those of `check` if not given.

    >>> from govreport import parse
    >>> page = view(parse("一、总体情况\\n约100人左右参加。"))
    >>> '<mark class="error">约100人左右</mark>' in page, "http:" in page
    (True, False)
    """
    with uncollected():
        given = check(report, previous=previous) if findings is None else findings
        return "\n".join(_page(report, previous, tuple(given)))


def _page(report: Report, previous: Report | None, findings: tuple[Finding, ...]) -> Iterator[str]:
    found = list(pieces(report))
    sections, anchors = anchored(report, found)
    rows = located(Result("", report, gravest(findings)))
    remarks = Remarks(report, rows, found, places(report, found, sections))
    text = article(report, found, anchors, remarks)
    known = Anchors(set(anchors))
    diff = compare(previous, report) if previous is not None else None
    trace = traced(previous, report) if previous is not None else None
    parts = [
        *listed(remarks.all, remarks.anchors, known, len(findings)),
        *figures(report, remarks.anchors, known, diff),
        *ledger(report, known, trace),
        *changes(diff, known),
    ]
    ids = [name for name in NAMES if any(f'<section class="part" id="{name}"' in part[:60] for part in parts)]
    title = said(report.title) or "（无标题）"
    yield "<!DOCTYPE html>"
    yield '<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">'
    yield '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="govreport">'
    yield f"<title>审阅：{title}</title>\n<style>{_style()}</style>\n</head>\n<body>"
    yield '<a class="skip" href="#text.">跳到正文</a>'
    yield from _header(report, title, ids, remarks, len(findings))
    yield '<div class="frame">'
    yield from _outline(sections, remarks)
    yield "<main>" if report.title else f'<main>\n<h1 class="unseen">{title}</h1>'
    yield '<div class="sheet" id="text.">'
    yield f"{LEGEND}\n{text}\n</div>"
    yield from parts
    yield "</main>\n</div>"
    yield f"<script>{_script()}</script>\n</body>\n</html>\n"


LEGEND = (
    '<p class="legend"><span><data class="metric">指标</data></span><span><data class="metric" data-target="true">'
    '计划目标</data></span><span><mark class="error">错误</mark></span><span><mark class="warning">警告</mark></span>'
    '<span><mark class="info">提示</mark></span></p>'
)


def _header(report: Report, title: str, ids: list[str], remarks: Remarks, total: int) -> Iterator[str]:
    """What the report is, and the bar that leads to the parts of the page."""
    about = (
        kind(report.kind).name if report.kind != "other" else "",
        f"{report.year}年度" if report.year else "",
        report.issuer,
        report.document_number or "",
        report.date,
        report.source.name.rpartition("/")[2] if report.source and report.source.name else "",
    )
    facts = "".join(f"<li>{said(fact)}</li>" for fact in about if fact)
    yield f'<header class="about"><p class="name">{title}</p><ul aria-label="报告信息">{facts}</ul></header>'
    figures = {
        "findings.": total,
        "figures.": len(report.metrics),
        "plans.": len(report.plans) + len(report.problems),
    }
    numbers = {id: f" <b>{figures[id]}</b>" if id in figures else "" for id in ids}
    links = "".join(f'<li><a href="#{id}">{NAMES[id]}{numbers[id]}</a></li>' for id in ids)
    yield '<div class="topbar" role="region" aria-label="浏览"><nav aria-label="本页各部分">'
    yield f'<ul><li><a href="#text.">正文</a></li>{links}</ul></nav>'
    yield f"{choice(remarks.all)}</div>"


def _outline(sections: list[Placed], remarks: Remarks) -> Iterator[str]:
    """目录; behind a section the number of remarks that stand in it and below it."""
    counts: Counter[str] = Counter()
    for remark in remarks.all:
        steps = remark.row.finding.where.split("/")[:OUTLINE]
        counts.update("/".join(steps[: at + 1]) for at in range(len(steps)))

    def badge(anchor: str) -> str:
        number = counts[anchor]
        return f' <span class="badge"><span class="unseen">意见</span>{number}</span>' if number else ""

    lists = "".join(outline(sections, folds=True, badge=badge))
    if lists:
        yield f'<nav class="outline" aria-label="目录"><details open><summary>目录</summary>{lists}</details></nav>'


@cache
def _style() -> str:
    return style("article.css") + _own("view.css")


@cache
def _script() -> str:
    return _own("view.js")


def _own(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _policy() -> str:
    """Content Security Policy: nothing is loaded, nothing runs but the page's own style and script."""
    style, script = (b64encode(sha256(text.encode()).digest()).decode() for text in (_style(), _script()))
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; "
        "form-action 'none'"
    )
