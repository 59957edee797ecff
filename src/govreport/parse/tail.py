"""Stage 5b, tail: what stands below the text of a report: closing words, 附件说明, 署名, 成文日期, 附注, 版记."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from ..model.number import parse_number
from ..model.report import Place
from .body import Body, passage_text
from .forms import DATE_LINE, DAY, PAGE_DATE
from .issuer import ORGAN
from .mend import FULL_STOPS

NEAR = 12
"""So many passages from the end of the text the tail may begin."""
LINES = 4
"""So many lines a signature may have."""

NUMERIC_DAY = r"(?:19|20)\d\d\s?[-/.．]\s?\d{1,2}\s?[-/.．]\s?\d{1,2}"
SIGNED = re.compile(
    rf"[（(]?(?P<organ>.{{0,40}}?)\s*(?P<date>{DAY}|[二〇零○一三四五六七八九十]{{4}}年[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}日|{NUMERIC_DAY})"
    r"\s*[）)]?(?P<printed>\s?印发)?\s*"
)
ENCLOSURE = re.compile(r"附\s{0,2}件\s?(?:\d{1,2}|[一二三四五六七八九十])?[：:]\s*(.*)")
ENCLOSURE_ITEM = re.compile(r"\d{1,2}\s?[.．、]\s*(.+)")
CLOSING = re.compile(
    r"各位(?:代表|委员|同志)|同志们|特此(?:报告|通知|函告|公告)|以上(?:报告|汇报)[，,].{0,20}(?:审议|审查)|专此报告"
)
BELOW: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "annotation",
        re.compile(
            r"[（(](?:此件|联系(?:人|电话|方式)|信息公开|公开(?:方式|属性|范围)|主动公开|依申请公开|不予公开)[^。]{0,50}[）)]"
        ),
    ),
    ("imprint", re.compile(r"(?:抄送|抄报|分送|报送|印送|主题词)[：:].{1,300}")),
)
"""What may stand below the date: 附注 (GB/T 9704-2012 7.3.6) and 版记 (7.4); the kind of its place, its form."""
NAME = re.compile(r"(?!.*(?:请|谢|敬礼|完毕|报告$|汇报$))[\u4e00-\u9fff（）()·]{4,20}")
"""The name of a body that `ORGAN` doesn't know, by what it isn't."""


@define
class Tail:
    """What the tail says. `end` is the body offset where the text ends, `closing` where its closing words begin."""

    end: int
    closing: int
    signature: list[str] = field(factory=list)
    date: str = ""
    enclosures: list[str] = field(factory=list)
    places: list[Place] = field(factory=list)
    furniture: list[Place] = field(factory=list)


def tail_start(body: Body, start: int, stop: int) -> int:
    """The index of the first passage of 附件说明, 署名 and 成文日期 before `stop`; `stop` if there are none.

    What stands from there on holds no numbers of sections: 附件：1.… is a list of names. It stands above the
    signature, by some offices below it.
    """
    floor = max(0, stop - NEAR)
    while floor < stop and body.passages[floor].start < start:
        floor += 1
    cut = _enclosures_from(body, floor, _signature_from(body, floor, stop))
    if cut < stop and not any(_is_dated(passage_text(body, i)) for i in range(cut, stop)):
        cut = _signature_from(body, floor, cut)
    return cut


def _below(body: Body, index: int) -> str:
    """The kind of what may stand below the date, or ""; 版记 is often a table for its rules' sake."""
    text = passage_text(body, index)
    if body.passages[index].rows is not None:
        return "imprint" if all(map(_is_imprint, filter(str.strip, text.splitlines()))) else ""
    return next((kind for kind, form in BELOW if form.fullmatch(text)), "")


def _is_imprint(line: str) -> bool:
    """Whether a row of a table is one of 版记."""
    line = re.sub(r"(?<=[：:])\s+", "", line.strip())
    printed = SIGNED.fullmatch(line)
    return dict(BELOW)["imprint"].fullmatch(line) is not None or bool(printed and printed["printed"])


def _signature_from(body: Body, floor: int, stop: int) -> int:
    """The index where signature and date begin that end at `stop`, with what stands below them."""
    cut, lines = stop, 0
    for index in range(stop - 1, floor - 1, -1):
        if not _below(body, index):
            text = passage_text(body, index)
            lines += 1
            if lines > LINES or not _is_signature(text, signed=cut < stop or index == stop - 1):
                break
        cut = index
    if cut < stop and cut > floor and DATE_LINE.fullmatch(passage_text(body, cut)) and _is_name(body, cut - 1):
        cut -= 1
    return cut


def _is_dated(text: str) -> bool:
    return len(text) <= 60 and (SIGNED.fullmatch(text) or DATE_LINE.fullmatch(text)) is not None


def _is_signature(text: str, *, signed: bool) -> bool:
    """Whether a passage is a signature or date; one without date must stand above a date or be the last of all."""
    if len(text) > 60:
        return False
    found = SIGNED.fullmatch(text)
    if found and (not found["organ"].strip() or _is_organ(found["organ"])):
        return True
    return DATE_LINE.fullmatch(text) is not None or (signed and _is_organ(text))


def _is_organ(text: str) -> bool:
    """Whether a line is the name of a body, and no heading such as 第四章代办."""
    return ORGAN.fullmatch(re.sub(r"\s+", "", text)) is not None and parse_number(text[:12]) is None


def _is_name(body: Body, index: int) -> bool:
    """Whether the line right above the date signs, though no table knows the body: a short phrase below a full stop."""
    text = re.sub(r"\s+", "", passage_text(body, index))
    if index == 0 or NAME.fullmatch(text) is None or CLOSING.match(text) or parse_number(text[:12]) is not None:
        return False
    above = body.passages[index - 1]
    return above.rows is None and body.text[above.end - 1] in FULL_STOPS


def _enclosures_from(body: Body, floor: int, cut: int) -> int:
    """The index of 附件： where 附件说明 end at `cut`, else `cut`."""
    index = next((i for i in range(cut - 1, floor - 1, -1) if ENCLOSURE.fullmatch(passage_text(body, i))), cut)
    while index > floor and index < cut and ENCLOSURE.fullmatch(passage_text(body, index - 1)):
        index -= 1
    return index if _is_list(body, index, cut) else cut


def _is_list(body: Body, first: int, cut: int) -> bool:
    """Whether the passages from 附件： to `cut` are short names."""
    items = [item for index in range(first, cut) for item in _items(passage_text(body, index))]
    return bool(items) and all(len(item) <= 80 and "。" not in item for item in items)


def _items(text: str) -> Iterator[str]:
    """The names in a line of 附件说明."""
    found = ENCLOSURE.fullmatch(text)
    for item in re.split(r"\s+(?=\d{1,2}[.．、])", found[1] if found else text):
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
    listing = False
    for index in range(cut, stop):
        text, span = passage_text(body, index), body.span(passages[index].start, passages[index].end)
        kind = _below(body, index)
        listing = not kind and bool(ENCLOSURE.fullmatch(text) or (listing and not _is_signature(text, signed=True)))
        if listing:
            result.enclosures.extend(_items(text))
        if kind or listing:
            result.places.append(Place(span, kind or "enclosures"))
        else:
            _sign(body, result, index, stop)
    for at in range(cut - 1, max(last_mark, cut - NEAR, -1), -1):
        if passages[at].start < start:
            break
        if CLOSING.match(body.text, passages[at].start, passages[at].end):
            result.closing = passages[at].start
            break
    return result


def _sign(body: Body, result: Tail, index: int, stop: int) -> None:
    """Take a line of the signature: the body, the date, or both.

    Below the date, who printed it and when (印发) is 版记. A date as pages write it that nobody signs is the page's.
    """
    passage, text = body.passages[index], passage_text(body, index)
    found = SIGNED.fullmatch(text)
    bare = not found and DATE_LINE.fullmatch(text) is not None
    organ = found["organ"].strip("（( ") if found else "" if bare else text
    date = found["date"] if found else text if bare else ""
    following = SIGNED.fullmatch(passage_text(body, index + 1)) if not date and index + 1 < stop else None
    span = body.span(passage.start, passage.end)
    if result.date and ((found and found["printed"]) or (following and following["printed"])):
        result.places.append(Place(span, "imprint"))
    elif PAGE_DATE.fullmatch(text) and not result.signature:
        result.furniture.append(Place(span, "source-line"))
    else:
        if found and found["printed"]:
            upto = passage.start + found.start("printed")
            result.places.append(Place(body.span(upto, passage.end), "imprint"))
            span = body.span(passage.start, upto)
        if organ:
            result.signature.append(organ)
        result.date = date or result.date
        result.places.append(Place(span, "signature" if organ else "date"))
