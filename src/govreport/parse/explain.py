"""Why the parser took what for what: one verdict a line, made from the results of the stages."""

from __future__ import annotations

from bisect import bisect_right

from attrs import frozen

from ..model.number import parse_number
from ..model.report import Place
from ..model.source import Span
from .body import Line
from .levels import Placed
from .marks import Mark
from .parse import Stages

REASONS = {
    "next": "接续同级编号 / next of its series",
    "first": "新编号的开头 / first of a new series",
    "heading": "无编号的独立标题行 / heading on its own line",
    "gap": "编号有缺，仍接续 / accepted over a gap",
    "repeat": "编号重复，仍接续 / accepted though repeated",
    "late": "编号不从一开始，后有接续 / series whose beginning is lost",
    "run-on": "跨上级连续编号 / goes on across its parents",
    "lost": "编号的数字缺失，按次序补上 / numeral lost, taken as the next of its series",
    "sequence": "不合编号顺序 / out of sequence",
    "veto": "前后文表明不是编号 / its surroundings say it numbers nothing",
    "text": "正文 / text",
    "front": "文首 / front of the document",
    "tail": "文尾 / tail of the document",
    "hint": "文件格式标明 / the file's format says so",
    "contents": "目录 / table of contents",
    "residue": "正文之后的网页内容 / rest of the page behind the report",
}
"""What the rules mean, Chinese and English. Other rules are the kinds of page chrome (`parse.chrome`)."""


@frozen
class Verdict:
    """`what` a line was taken for, by which `rule`; `others`: what else it could have been, and why it isn't."""

    span: Span
    text: str
    what: str
    rule: str
    others: tuple[str, ...] = ()


def explain(done: Stages) -> list[Verdict]:
    """One verdict for every line, in source order."""
    starts = [line.start for line in done.lines]

    def line_of(mark: Mark) -> int:
        return bisect_right(starts, done.body.origin(mark.start)) - 1

    placed: dict[int, list[Placed]] = {}
    for p in done.levels.placed:
        placed.setdefault(line_of(p.mark), []).append(p)
    rejected: dict[int, list[str]] = {}
    for mark, reason in done.levels.rejected:
        if mark.number is not None:
            rejected.setdefault(line_of(mark), []).append(
                f"{mark.number.text} {mark.style}: {REASONS.get(reason, reason)}"
            )
    places = [*done.front.places, *done.tail.places, *done.front.furniture, *done.tail.furniture]
    return [
        _verdict(i, line, placed.get(i, []), rejected.get(i, []), places, done) for i, line in enumerate(done.lines)
    ]


def _verdict(
    index: int, line: Line, placed: list[Placed], rejected: list[str], places: list[Place], done: Stages
) -> Verdict:
    span = Span(line.start, line.end)
    if line.kind != "text":
        return Verdict(span, line.text, line.kind, line.rule or line.kind)
    kinds = [p.kind for p in places if p.span.start < line.end and line.start < p.span.end]
    if kinds:
        rule = "tail" if any(p.span.start < line.end and line.start < p.span.end for p in done.tail.places) else "front"
        return Verdict(span, line.text, ", ".join(dict.fromkeys(kinds)), rule)
    others = list(rejected)
    number = parse_number(line.text[:14])
    opens = any(p.mark.number is not None and line.text.startswith(p.mark.number.text) for p in placed)
    if number is not None and not opens and not any(number.text in other for other in others):
        others.insert(0, f"{number.text} {number.style}: {REASONS['veto']}")
    if not placed:
        return Verdict(span, line.text, "text", "text", tuple(others))
    what = "  ".join(f"{p.mark.number.text if p.mark.number else '标题'} {p.mark.style}@{p.depth}" for p in placed)
    return Verdict(span, line.text, what, placed[0].why, tuple(others))
