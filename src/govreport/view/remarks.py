"""审查意见: findings as cards beside the text, as marks in it, and as a list; each leads to the others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from ..check.output.words import SEVERITY
from ..check.result import Located, edits_nearby
from ..check.rule import SEVERITIES, Documentation, rules
from ..formats.fact_marks import FactMark
from ..formats.html.article import REMARKS
from ..formats.html.phrases import Layer, Stretch
from ..formats.render import Piece, Run
from ..model.facts import Metric
from ..model.note import Finding
from ..model.report import Report
from .links import Anchors, part, placed, said, table
from .places import Places

SIGNS = {"error": "■", "warning": "▲", "info": "●"}
"""A shape for each severity, for eyes and printers that don't tell colours."""
SILENT = re.compile(r"[\s#*]")
"""Characters that say nothing by themselves; a fix of these alone isn't shown."""
MOST = 2000
"""So many findings are shown, so that a page of a broken file can still be opened."""
SHOWN = 60
"""So many characters of a fix are shown."""


@frozen
class Remark:
    """A finding on the page: its number, whether words of the text are marked, and what they had better be."""

    number: int
    row: Located
    marked: bool
    better: str | None

    @property
    def severity(self) -> str:
        """How grave it is."""
        return self.row.finding.severity

    @property
    def card(self) -> str:
        """The id of its card."""
        return f"remark{self.number}."

    @property
    def words(self) -> str:
        """The id of its words in the text."""
        return f"words{self.number}."

    @property
    def entry(self) -> str:
        """The id of its row in the list."""
        return f"entry{self.number}."


class Remarks(Layer):
    """The findings of a page, laid over its text."""

    def __init__(self, report: Report, rows: Sequence[Located], found: Sequence[Piece], places: Places) -> None:
        self.numbers = {id(piece): at for at, piece in enumerate(found)}
        self.metrics = {id(metric): at for at, metric in enumerate(report.metrics, 1)}
        self.anchors = Anchors()
        self.all: list[Remark] = []
        self.cards: dict[int, list[Remark]] = defaultdict(list)
        self.laid: dict[int, list[tuple[int, int, Remark]]] = defaultdict(list)
        self.last: dict[int, int] = {}
        for number, row in enumerate(rows, 1):
            piece = places.piece(row.finding.span, row.finding.where)
            words = places.words(piece, row.finding.span) if found else []
            remark = Remark(number, row, bool(words), _better(row, report.source.text if report.source else ""))
            self.all.append(remark)
            self.cards[piece].append(remark)
            for run, start, end in words:
                self.laid[id(run)].append((start, end, remark))
            if words:
                self.last[number] = id(words[-1][0])

    def beside(self, piece: Piece) -> str:
        """The cards of a paragraph."""
        remarks = self.cards.get(self.numbers[id(piece)], [])
        if not remarks:
            return ""
        self.anchors.ids.update(remark.card for remark in remarks)
        name = f"意见 {'、'.join(str(remark.number) for remark in remarks)}"
        return f'<aside class="{REMARKS}" role="note" aria-label="{name}">{"".join(map(_card, remarks))}</aside>'

    def stretches(self, run: Run) -> Sequence[Stretch]:
        """The words that findings are about, the gravest where several are, and behind them the way to the cards."""
        laid = self.laid.get(id(run))
        if not laid:
            return ()
        begins: dict[int, list[Remark]] = defaultdict(list)
        ends: dict[int, list[Remark]] = defaultdict(list)
        for start, end, remark in laid:
            begins[start].append(remark)
            ends[end].append(remark)
        cuts = sorted({*begins, *ends})
        found: list[Stretch] = []
        over: Counter[str] = Counter()
        severity: str | None = None
        for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
            leads = [remark for remark in ends[start] if self.last[remark.number] == id(run)]
            found += [Stretch(start, start, _way(remark)) for remark in leads]
            over.update(remark.severity for remark in begins[start])
            over.subtract(remark.severity for remark in ends[start])
            gravest = next((severity for severity in reversed(SEVERITIES) if over[severity]), None)
            if gravest and found and found[-1].start < found[-1].end == start and gravest == severity:
                found[-1] = evolve(found[-1], end=end)
            elif gravest:
                found.append(Stretch(start, end, f'<mark class="{gravest}">', "</mark>"))
            severity = gravest
        return found

    def fact(self, mark: FactMark) -> str:
        """The id of a figure, to which the table of figures leads."""
        number = self.metrics.get(id(mark.fact))
        if number is None or not isinstance(mark.fact, Metric) or metric_id(number) in self.anchors.ids:
            return ""
        self.anchors.ids.add(metric_id(number))
        return f' id="{metric_id(number)}"'


def _better(row: Located, text: str) -> str | None:
    """What the words of a finding become by its edits, if it is short and to be seen."""
    finding = row.finding
    if row.fixed is None or finding.span is None or len(row.fixed) > SHOWN or "\n" in row.fixed:
        return None
    spans = [finding.span, *(edit.span for edit in edits_nearby(finding, text))]
    old = text[min(span.start for span in spans) : max(span.end for span in spans)]
    return None if SILENT.sub("", old) == SILENT.sub("", row.fixed) else row.fixed


def metric_id(number: int) -> str:
    """The id of the figure of this number."""
    return f"metric{number}."


def _way(remark: Remark) -> str:
    """What leads from words to their card; its number is drawn by the style, so that the text stays as it is."""
    name = f"意见 {remark.number}，{SEVERITY[remark.severity][0]}"
    return (
        f'<a class="way {remark.severity}" id="{remark.words}" href="#{remark.card}" aria-label="{name}"'
        f' data-number="{remark.number}"></a>'
    )


def _card(remark: Remark) -> str:
    finding = remark.row.finding
    back = f' href="#{remark.words}" aria-label="意见 {remark.number}，到原文"' if remark.marked else ""
    number = f'<a class="number"{back}>{remark.number}</a>' if back else f'<b class="number">{remark.number}</b>'
    remedy = f'<p class="remedy"><b>建议</b>{said(finding.hint)}</p>' if finding.hint else ""
    if remark.better is not None:
        remedy += f'<p class="remedy"><b>可改为</b>{said(remark.better) or "（删去）"}</p>'
    return (
        f'<div class="remark {remark.severity}" id="{remark.card}">'
        f'<p class="head">{number}{_severity(remark.severity)}<span class="level">{said(finding.level)}</span>'
        f'<a class="up" href="#{remark.entry}">{said(finding.code)}</a></p>'
        f"<p>{said(finding.message)}</p>{remedy}</div>"
    )


def _severity(severity: str) -> str:
    return (
        f'<span class="severity {severity}"><span aria-hidden="true">{SIGNS[severity]}</span> '
        f"{SEVERITY[severity][0]}</span>"
    )


def gravest(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that a page has room for: all, or the MOST gravest, in their order."""
    if len(findings) <= MOST:
        return tuple(findings)
    order = sorted(range(len(findings)), key=lambda at: -SEVERITIES.index(findings[at].severity))
    return tuple(findings[at] for at in sorted(order[:MOST]))


def count(remarks: Sequence[Remark]) -> dict[str, int]:
    """How many remarks of each severity that there is, the gravest first."""
    found = Counter(remark.severity for remark in remarks)
    return {severity: found[severity] for severity in reversed(SEVERITIES) if found[severity]}


def choice(remarks: Sequence[Remark]) -> str:
    """Which severities are shown; without the script all are, so the choice is hidden."""
    boxes = "".join(
        f'<label><input type="checkbox" checked value="{severity}">{_severity(severity)} {number}</label>'
        for severity, number in count(remarks).items()
    )
    return f'<fieldset class="choice" hidden><legend>显示意见</legend>{boxes}</fieldset>' if boxes else ""


def listed(remarks: Sequence[Remark], anchors: Anchors, sections: Anchors, total: int) -> Iterator[str]:
    """The part of the page that lists the findings, each with the reason of its rule; `total` is how many there are."""
    if not remarks:
        yield part("findings.", "审查意见", ["<p>没有发现问题。</p>"])
        return
    heads = ("序号", "级别", "位置", "意见", "页", "规则")
    body = table("findings", "全部意见", heads, (_entry(remark, anchors, sections) for remark in remarks))
    used = {remark.row.finding.code for remark in remarks}
    reasons = "".join(
        f"<dt>{said(code)} {said(rule.documentation.zh)}</dt><dd>{_why(rule.documentation)}</dd>"
        for code, rule in rules().items()
        if code in used
    )
    yield part(
        "findings.",
        "审查意见",
        [body, f"<details><summary>规则的理由</summary><dl>{reasons}</dl></details>" if reasons else ""],
        LEAD
        if len(remarks) == total
        else f"共 {total} 条，这里列出最重的 {len(remarks)} 条，全部请用 govreport check 查看。{LEAD}",
    )


LEAD = "级别：错误须改，警告宜改，提示供参考；依据分规定（公文格式等硬性条款）、标准（国家标准）、实务（通行做法）。"


def _why(rule: Documentation) -> str:
    """The reason of a rule in Chinese, and its source."""
    why = " ".join(line.partition(" / ")[0] for line in rule.why.split("\n"))
    return said(why + (f"（{rule.source}）" if rule.source else ""))


def _entry(remark: Remark, anchors: Anchors, sections: Anchors) -> Sequence[str]:
    finding = remark.row.finding
    page = remark.row.start.page if remark.row.start else None
    return (
        f'<span class="entry {remark.severity}" id="{remark.entry}">{anchors.link(remark.card, remark.number)}</span>',
        _severity(remark.severity),
        sections.link(finding.where, placed(finding.where) or "全文"),
        said(finding.message) + (f'<br><span class="soft">{said(finding.hint)}</span>' if finding.hint else ""),
        str(page or ""),
        f'{said(finding.code)} <span class="soft">{said(finding.level)}</span>',
    )
