"""Stage 5b, tail: what stands below the text of a report: closing words, 附件说明, 署名, 成文日期."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from ..model.report import Place
from .body import Body
from .forms import DATE_LINE, DAY
from .issuer import ORGAN

NEAR = 12
"""So many passages from the end of the text the tail may begin."""

SIGNED = re.compile(
    rf"(?P<organ>.{{0,40}}?)\s*(?P<date>{DAY}|[二〇零○一三四五六七八九十]{{4}}年[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}日)\s*"
)
ENCLOSURE = re.compile(r"附\s{0,2}件[：:]\s*(.*)")
ENCLOSURE_ITEM = re.compile(r"\d{1,2}\s?[.．、]\s*(.+)")
CLOSING = re.compile(
    r"各位(?:代表|委员|同志)|同志们|特此(?:报告|通知|函告|公告)|以上(?:报告|汇报)[，,].{0,20}(?:审议|审查)|专此报告"
)


@define
class Tail:
    """What the tail says. `end` is the body offset where the text ends, `closing` where its closing words begin."""

    end: int
    closing: int
    signature: list[str] = field(factory=list)
    date: str = ""
    enclosures: list[str] = field(factory=list)
    places: list[Place] = field(factory=list)


def tail_start(body: Body, start: int, stop: int) -> int:
    """The index of the first passage of 附件说明, 署名 and 成文日期 before `stop`; `stop` if there are none.

    What stands from there on holds no numbers of sections: 附件：1.… is a list of names.
    """
    floor = max(0, stop - NEAR)
    cut = stop
    for index in range(stop - 1, floor - 1, -1):
        if body.passages[index].start < start or not _is_signature(body, index, stop, signed=cut < stop):
            break
        cut = index
    for index in range(cut - 1, floor - 1, -1):
        if body.passages[index].start < start:
            break
        if ENCLOSURE.fullmatch(_text(body, index)):
            return index if _is_list(body, index, cut) else cut
    return cut


def _text(body: Body, index: int) -> str:
    return body.text[body.passages[index].start : body.passages[index].end]


def _is_signature(body: Body, index: int, stop: int, *, signed: bool) -> bool:
    """Whether a passage is a signature or date; a signature needs a date below it, or must be the last line of all."""
    text = _text(body, index)
    if len(text) > 60 or stop - index > 4:
        return False
    squashed = re.sub(r"\s+", "", text)
    found = SIGNED.fullmatch(text)
    if found and (not found["organ"].strip() or ORGAN.fullmatch(re.sub(r"\s+", "", found["organ"]))):
        return True
    if DATE_LINE.fullmatch(text):
        return True
    return ORGAN.fullmatch(squashed) is not None and (signed or index == stop - 1)


def _is_list(body: Body, first: int, cut: int) -> bool:
    """Whether the passages from 附件： to `cut` are short names."""
    items = list(_items(body, first, cut))
    return bool(items) and all(len(item) <= 80 and "。" not in item for item in items)


def _items(body: Body, first: int, cut: int) -> Iterator[str]:
    for index in range(first, cut):
        text = _text(body, index)
        found = ENCLOSURE.fullmatch(text)
        rest = found[1] if found else text
        for item in re.split(r"\s+(?=\d{1,2}[.．、])", rest):
            numbered = ENCLOSURE_ITEM.fullmatch(item)
            if item.strip():
                yield numbered[1] if numbered else item


def tail(body: Body, start: int, stop: int, cut: int, last_mark: int) -> Tail:
    """Read the tail: passages `cut` (see `tail_start`) to `stop`, and the closing words above them.

    `last_mark` is the last passage that holds a number or heading of the text; closing words stand behind it.
    """
    passages = body.passages
    end = passages[cut].start if cut < len(passages) else len(body.text)
    result = Tail(end, end)
    index = cut
    if cut < stop and ENCLOSURE.fullmatch(_text(body, cut)):
        while index < stop and not (index > cut and _is_signature(body, index, stop, signed=True)):
            result.places.append(Place(body.span(passages[index].start, passages[index].end), "enclosures"))
            index += 1
        result.enclosures = list(_items(body, cut, index))
    for at in range(index, stop):
        _sign(body, result, at)
    for at in range(cut - 1, max(last_mark, cut - NEAR, -1), -1):
        if passages[at].start < start:
            break
        if CLOSING.match(body.text, passages[at].start, passages[at].end):
            result.closing = passages[at].start
            break
    return result


def _sign(body: Body, result: Tail, index: int) -> None:
    """Take a line of the signature: the body, the date, or both."""
    passage, text = body.passages[index], _text(body, index)
    found = SIGNED.fullmatch(text)
    organ = found["organ"].strip("（( ") if found else "" if DATE_LINE.fullmatch(text) else text
    date = found["date"] if found else text if DATE_LINE.fullmatch(text) else ""
    if organ:
        result.signature.append(organ)
    result.date = date or result.date
    result.places.append(Place(body.span(passage.start, passage.end), "signature" if organ else "date"))
