"""Appendices: 附件, 名词解释, 注释. Their titles are sections of the report; the entries of a glossary are text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from ..model.report import Place, Section
from ..model.source import Span
from .body import Body, passage_text
from .levels import levels
from .marks import Mark
from .tree import tree
from .unnumbered import GLOSSARY, INITIALS, LABEL_ONLY, is_appendix

MAIN = frozenset({"part", "chapter", "section", "hanzi", "hanzi-paren"})
TITLED = re.compile(r"(附\s{0,4}[件录表]\s?(?:[一二三四五六七八九十]|\d{1,2})?[：:]\s*)([^\d。；：:][^。；：:]{1,48})")
"""附件1：便民事项清单, label and title of an appendix on one line; the same line may be an entry of 附件说明."""


def appendix_start(body: Body, found: list[Mark], start: int) -> int:
    """The index of the passage where the appendices begin; the number of passages if there are none.

    A glossary in the middle of a report (部门预算) is no appendix: sections follow it.
    """
    total = len(body.passages)
    lines = [i for i, p in enumerate(body.passages) if p.start >= start and body.text[p.start] in INITIALS]
    titled = _titled(body, found, lines)
    titles = [i for i in lines if i in titled or is_appendix(passage_text(body, i))]
    labels = [i for i in titles if i in titled or LABEL_ONLY.fullmatch(passage_text(body, i))]
    known = set(titles)
    sections = [m.passage for m in found if m.style in MAIN or (m.style == "none" and m.passage not in known)]
    for index in titles:
        following = bisect_right(labels, index)
        upto = labels[following] if following < len(labels) else total
        if index in labels[:1] or bisect_right(sections, index) == bisect_left(sections, upto):
            return index
    return total


def _titled(body: Body, found: list[Mark], lines: list[int]) -> set[int]:
    """The passages among `lines` that hold label and title of an appendix: numbers start anew below the first of them,
    text stands below the others."""
    marked = [i for i in lines if body.text[body.passages[i].start] == "附" and TITLED.fullmatch(passage_text(body, i))]
    if not marked:
        return set()
    anew = {m.passage for m in found if m.value == 1 and m.style in MAIN and m.boundary == "line"}
    first = next((at for at, i in enumerate(marked) if i + 1 in anew), len(marked))
    return {i for i in marked[first:] if i + 1 < len(body.passages) and i + 1 not in marked}


def outside_glossaries(body: Body, found: list[Mark], upto: int) -> list[Mark]:
    """The marks before passage `upto` that are not entries of a glossary."""
    kept: list[Mark] = []
    inside = False
    for mark in found:
        if mark.passage >= upto:
            break
        if mark.style == "none":
            inside = is_appendix(passage_text(body, mark.passage)) and bool(
                GLOSSARY.fullmatch(passage_text(body, mark.passage))
            )
        elif inside and mark.style in ("hanzi", "part", "chapter"):
            inside = False
        if not inside or mark.style == "none":
            kept.append(mark)
    return kept


def appendices(body: Body, found: list[Mark], first: int) -> tuple[list[Section], list[Place]]:
    """The appendix sections from passage `first` on, and the places of labels (附件) that are not their titles."""
    total = len(body.passages)
    lines = [i for i in range(first, total) if body.text[body.passages[i].start] in INITIALS]
    titled = _titled(body, found, lines)
    titles = [i for i in lines if i in titled or is_appendix(passage_text(body, i))]
    sections: list[Section] = []
    labels: list[Place] = []
    at = 0
    while at < len(titles):
        title = titles[at]
        text = passage_text(body, title)
        if LABEL_ONLY.fullmatch(text) and _has_title(body, title + 1):
            labels.append(Place(body.span(body.passages[title].start, body.passages[title].end), "attachment-label"))
            title += 1
            at += titles[at + 1 : at + 2] == [title]
        at += 1
        end = titles[at] if at < len(titles) else total
        begin = body.passages[title].start
        if title in titled:
            label = TITLED.fullmatch(text)
            assert label is not None
            labels.append(Place(body.span(begin, begin + len(label[1].rstrip())), "attachment-label"))
            begin += len(label[1])
        sections.append(_section(body, found, title, begin, end))
    return sections, labels


def _has_title(body: Body, index: int) -> bool:
    """Whether the passage below 附件 is its title: short, without a stop."""
    if index >= len(body.passages) or body.passages[index].rows is not None:
        return False
    text = passage_text(body, index)
    return len(text) <= 50 and not re.search(r"[。；，：:]", text)


def _section(body: Body, found: list[Mark], title: int, start: int, end: int) -> Section:
    """The appendix whose title stands in passage `title`, from body offset `start` on, up to passage `end`."""
    passage = body.passages[title]
    text = body.text[start : passage.end]
    begin = body.passages[title + 1].start if title + 1 < len(body.passages) else len(body.text)
    stop = body.passages[end].start if end < len(body.passages) else len(body.text)
    first, last = (bisect_left(found, at, key=lambda m: m.start) for at in (begin, stop))
    inside = found[first:last] if not GLOSSARY.fullmatch(text) else []
    blocks, children = tree(body, levels(body, inside), begin, stop)
    heading = re.sub(r"[：:]$", "", text)
    span = body.span(start, passage.end)
    spans = [span, *(x.span for x in (*blocks, *children) if x.span is not None)]
    return Section(
        None,
        heading,
        "attachment",
        blocks,
        children,
        Span(span.start, max(s.end for s in spans)),
        stop=text[len(heading) :],
        heading_span=span,
    )
