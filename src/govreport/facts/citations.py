"""Citations (引用): laws and documents cited by 《name》 or by number, each once, with all its places.

《中华人民共和国政府信息公开条例》（以下简称《条例》）第五条 and a later 《条例》 are one entry. Names may hold 〈〉.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import define, field

from ..model.facts import Citation
from ..model.passages import Passage
from ..model.report import Report
from ..model.source import Span

NAMED = re.compile(r"《(?P<title>[^《》\n]{1,80}(?:《[^《》\n]{1,60}》[^《》\n]{0,40})?)》")
CODE = re.compile(r"[〔\[［【(（](?:19|20)\d\d[〕\]］】)）]第?\d{1,4}号")
"""A number behind the name of the agency; by itself it is found at a fraction of the cost."""
NUMBER = re.compile(rf"[\u4e00-\u9fff]{{1,12}}{CODE.pattern}")
NUMBER_BEHIND = re.compile(rf"\s*[（(]?\s*({NUMBER.pattern})\s*[，,）)]?")
LED_BY = re.compile("^[^〔（(\\[［【]*[按据照以和及与的经由是有见]")
"""Words before an agency's short name that the pattern can't tell from it: 按云水发〔2023〕5号."""
SHORT = re.compile(
    r"\s*[（(]?[^（）()。]{0,30}?(?:以下|下)(?:统?简称)(?:为|：|:)?\s*[“\"]?《?([^”》\"）)《]{1,30})》?[”\"]?\s*[）)]?"
)
ARTICLE = re.compile(
    r"\s*(第[一二三四五六七八九十百零〇\d]{1,7}条(?:第[一二三四五六七八九十\d]{1,3}[款项]|第?[（(][一二三四五六七八九十]{1,3}[）)]项?|之[一二三])*(?:[、和及至](?:第[一二三四五六七八九十百零〇\d]{1,7}条))*)"
)


@define
class _Entry:
    title: str
    number: str = ""
    short: str = ""
    articles: list[str] = field(factory=list)
    where: list[str] = field(factory=list)
    spans: list[Span] = field(factory=list)


def citations_of(report: Report, said: Iterable[Passage]) -> Iterator[Citation]:
    """All citations in the passages of a report, in the order of their first place."""
    entries: dict[str, _Entry] = {}
    shorts: dict[str, str] = {}
    own = str(report.document_number) if report.document_number else ""
    for passage in said:
        text = passage.text
        taken = 0
        for found in NAMED.finditer(text) if "《" in text else ():
            if found.start() < taken:  # the short form where it is introduced
                continue
            title = re.sub(r"\s", "", found["title"])
            entry = entries.setdefault(shorts.get(title, title), _Entry(shorts.get(title, title)))
            taken = _follow(text, found.end(), entry, shorts)
            _place(entry, passage.where, passage.locate(found.start(), found.end()))
        for found in NUMBER.finditer(text) if "号" in text and CODE.search(text) else ():
            number = LED_BY.sub("", found[0])
            if any(number.endswith(e.number) for e in entries.values() if e.number) or own.endswith(number):
                continue
            entry = entries.setdefault(number, _Entry("", number))
            _place(entry, passage.where, passage.locate(found.end() - len(number), found.end()))
    for entry in entries.values():
        articles = "、".join(dict.fromkeys(entry.articles))
        yield Citation(entry.title, entry.number, articles, entry.short, tuple(entry.where), tuple(entry.spans))


def _follow(text: str, end: int, entry: _Entry, shorts: dict[str, str]) -> int:
    """Read what stands behind a name: its number, its short form, the article cited."""
    number = NUMBER_BEHIND.match(text, end)
    if number is not None:
        entry.number, end = entry.number or number[1], number.end()
    short = SHORT.match(text, end)
    if short is not None:
        entry.short, end = short[1], short.end()
        shorts[short[1]] = entry.title
    article = ARTICLE.match(text, end)
    if article is not None:
        entry.articles.append(article[1])
        end = article.end()
    return end


def _place(entry: _Entry, where: str, span: Span | None) -> None:
    if span is not None:
        entry.where.append(where)
        entry.spans.append(span)
