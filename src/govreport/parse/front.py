"""Stage 5a, front: what stands above the text of a report.

Document number, title over several lines, 题注, speaker, issuer, date, recipients, salutation; labelled page
data (索引号：…) becomes metadata, menus and repeated titles furniture. The front ends at the first number or
the first sentence; unknown lines directly above the text belong to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import define, field

from ..model.number import parse_number
from ..model.report import DocumentNumber, Place
from .body import Body, Passage
from .chrome import LABELLED, labelled
from .forms import (
    CUTS,
    DATE_LINE,
    DELIVERY,
    DOCUMENT_NUMBER,
    FOOTNOTE,
    GROUPS,
    LETTERED,
    NAME,
    NUMBER_LINE,
    OFFICE_ONLY,
    PAGE_DATE,
    SALUTATION,
    SENTENCE,
    SPEAKER,
    SPEAKING,
    TITLE,
    Fragment,
    is_recipients,
    iso_date,
    number_of,
    plain_title,
    tidy,
)
from .issuer import ORGAN, issuer_of
from .title import LONGEST, find_title

LIMIT = 60
"""So many passages are looked at before the text must have begun."""
LONG_LINE, LONG_FRAGMENT = 400, 40
DATED = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?")
"""A value of page data that is a date."""


@define
class Front:
    """What the front says; `start` is the body offset where the text of the report begins."""

    title: str = ""
    subtitle: str = ""
    document_number: DocumentNumber | None = None
    issuer: str = ""
    recipients: str = ""
    salutation: str = ""
    speaker: str = ""
    date: str = ""
    metadata: dict[str, str] = field(factory=dict)
    places: list[Place] = field(factory=list)
    furniture: list[Place] = field(factory=list)
    start: int = 0


def front(body: Body) -> Front:
    """Read the front of a body."""
    result = Front()
    fragments, result.start = _head(body)
    rest = [f for f in _named(fragments) if not _take(body, f, result)]
    title = find_title(body, rest, tidy(result.metadata.get("标题", "") or body.source.metadata.get("标题", "")))
    if title:
        result.title = tidy("".join(plain_title(f.text) for f in title))
        for fragment in title:
            _title(body, fragment, result)
    rest = [f for f in rest if f not in title]
    _recipients(body, rest, title, result)
    for fragment in _above_text(fragments, rest, title, result):
        span = body.span(fragment.start, fragment.end)
        text = tidy(fragment.text)
        if result.title and (text == result.title or (len(text) > 6 and text in result.title)):
            result.furniture.append(Place(span, "repeat"))
        elif not result.issuer and title and fragment.start > title[-1].start and _is_organ(text):
            _place(body, result, fragment, "issuer", fragment.text.strip("（）()"))
        else:
            result.furniture.append(Place(span, "chrome"))
    if not result.title:
        result.title = tidy(result.metadata.get("标题", "") or body.source.metadata.get("标题", ""))
    _complete(body, result)
    return result


def _title(body: Body, fragment: Fragment, result: Front) -> None:
    """The places of a line of the title and of the mark of a footnote behind it."""
    mark = FOOTNOTE.search(fragment.text)
    end = fragment.start + mark.start() if mark else fragment.end
    result.places.append(Place(body.span(fragment.start, end), "title"))
    if mark:
        result.furniture.append(Place(body.span(end, fragment.end), "markup"))


def _is_organ(text: str) -> bool:
    return ORGAN.fullmatch(re.sub(r"\s+", "", text)) is not None


def _above_text(
    fragments: list[Fragment], rest: list[Fragment], title: list[Fragment], result: Front
) -> list[Fragment]:
    """The unknown fragments that are not of the text: all but those directly above it, below the title.

    Moves `result.start` up over the ones that are of the text (a heading such as 前言).
    """
    unknown = list(rest)
    floor = title[-1].start if title else -1
    for fragment in reversed(fragments):
        if not unknown or fragment is not unknown[-1] or fragment.start < floor or result.salutation:
            break
        text = tidy(fragment.text)
        if _is_organ(text) or (result.title and text in result.title):
            break
        result.start = fragment.start
        unknown.pop()
    return unknown


def _head(body: Body) -> tuple[list[Fragment], int]:
    """The fragments before the text, and where the text begins.

    Where no text follows at all, the front ends with its last known line.
    """
    fragments: list[Fragment] = []
    for index, passage in enumerate(body.passages[:LIMIT]):
        for start, end in _cuts(body.text, passage):
            text = body.text[start:end]
            if _is_text(body, index, start, text):
                return fragments, start
            fragments.append(Fragment(start, end, text, index))
            if SALUTATION.fullmatch(text):
                return fragments, _next_start(body, index, end)
    while fragments and not _is_known(fragments[-1].text):
        fragments.pop()
    last = fragments[-1] if fragments else None
    return fragments, _next_start(body, last.passage, last.end) if last else body.passages[
        0
    ].start if body.passages else 0


def _is_known(text: str) -> bool:
    """Whether the form of a line alone says that it is of a front."""
    forms = (SALUTATION, DELIVERY, DATE_LINE, LABELLED, NUMBER_LINE)
    return any(p.fullmatch(text) for p in forms) or (
        len(text) <= LONGEST and TITLE.fullmatch(plain_title(text)) is not None
    )


def _named(fragments: list[Fragment]) -> Iterator[Fragment]:
    """The fragments, an office and the name below it (国务院总理 / 李　强) made one."""
    last: Fragment | None = None
    for fragment in fragments:
        office = LETTERED.sub("", last.text) if last is not None else ""
        if last is not None and OFFICE_ONLY.fullmatch(office) and NAME.fullmatch(fragment.text):
            last = Fragment(last.start, fragment.end, f"{office} {tidy(fragment.text)}", last.passage)
            continue
        if last is not None:
            yield last
        last = fragment
    if last is not None:
        yield last


def _next_start(body: Body, index: int, end: int) -> int:
    if end < body.passages[index].end:
        return end
    return body.passages[index + 1].start if index + 1 < len(body.passages) else len(body.text)


def _cuts(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """A front line cut where title, 题注, speaker and salutation run into each other."""
    if passage.end - passage.start > LONG_LINE:
        head = text[passage.start : passage.start + 200]
        found = SALUTATION.match(head)
        ends = [passage.start, passage.start + (found.end() if found else 0), passage.end]
    else:
        line = text[passage.start : passage.end]
        points = {m.start() for m in CUTS.finditer(line)} | {m.end() for m in [SALUTATION.match(line)] if m}
        points |= {m.end() for m in re.finditer(r"各位代表[：:！!，,]", line)}
        ends = [passage.start, *sorted(passage.start + p for p in points), passage.end]
    for a, b in pairwise(ends):
        raw = text[a:b]
        if raw.strip():
            begin = a + len(raw) - len(raw.lstrip())
            yield begin, begin + len(raw.strip())


def _is_text(body: Body, index: int, start: int, text: str) -> bool:
    """Whether the report's text has begun: a number, a sentence, a table."""
    passage = body.passages[index]
    if passage.rows is not None:
        return True
    if any(p.fullmatch(text) for p in (SALUTATION, DELIVERY)) or LABELLED.match(text) or NUMBER_LINE.fullmatch(text):
        return False
    number = parse_number(text[:12])
    if number is not None and number.style not in ("dash", "article") and start == passage.start:
        return True
    if len(text) < LONG_FRAGMENT and SPEAKER.match(text) and SPEAKING.search(text):
        return False
    if len(text) <= LONGEST and "。" not in text and TITLE.fullmatch(FOOTNOTE.sub("", text)):
        return False
    if text[-1] in "：:" and GROUPS.fullmatch(text):
        return False
    return SENTENCE.search(text) is not None or len(text) > LONG_FRAGMENT


def _take(body: Body, fragment: Fragment, result: Front) -> bool:
    """Recognise a fragment by its own form; False if only its neighbours can tell."""
    text = fragment.text
    pair = labelled(text)
    if pair is not None:
        label, value = pair
        if value and value != "无":
            result.metadata.setdefault(label, value)
        result.furniture.append(Place(body.span(fragment.start, fragment.end), "metadata"))
        return True
    line = NUMBER_LINE.fullmatch(text)
    if line is not None and (result.document_number is None or not line["number"]):
        _number_line(body, fragment, line, result)
        return True
    for name, pattern in (("salutation", SALUTATION), ("subtitle", DELIVERY), ("date", DATE_LINE)):
        if not getattr(result, name) and pattern.fullmatch(text):
            value = tidy(text) if name != "date" else iso_date(text)
            if value:  # 13月 looks like a date and is none: text, lest it be lost
                _place(body, result, fragment, name, value)
                return True
    if PAGE_DATE.fullmatch(text):
        result.furniture.append(Place(body.span(fragment.start, fragment.end), "source-line"))
        return True
    spoken = LETTERED.sub("", SPEAKING.sub("", text))
    if not result.speaker and len(text) < 50 and SPEAKER.fullmatch(spoken) and not TITLE.fullmatch(spoken):
        _place(body, result, fragment, "speaker", re.sub("同志$", "", spoken.strip()))
        return True
    return False


def _number_line(body: Body, fragment: Fragment, line: re.Match[str], result: Front) -> None:
    """发文字号; 签发人 goes to the metadata, which 版头 is written from."""
    if line["number"]:
        span = body.span(fragment.start, fragment.start + line.end("number"))
        result.document_number = number_of(line, span)
        result.places.append(Place(span, "document_number"))
    if line["signatory"]:
        result.metadata.setdefault("签发人", " ".join(line["names"].split()))
        span = body.span(fragment.start + line.start("signatory"), fragment.start + line.end("signatory"))
        result.furniture.append(Place(span, "metadata"))


def _place(body: Body, result: Front, fragment: Fragment, name: str, value: str) -> None:
    setattr(result, name, value)
    result.places.append(Place(body.span(fragment.start, fragment.end), name))


def _recipients(body: Body, rest: list[Fragment], title: list[Fragment], result: Front) -> None:
    """主送机关: a line below the title that ends in a colon; taken out of `rest`."""
    for fragment in [f for f in rest if title and f.start > title[-1].start]:
        if not result.salutation and not result.recipients and is_recipients(fragment.text):
            _place(body, result, fragment, "recipients", tidy(fragment.text))
            rest.remove(fragment)


def _complete(body: Body, result: Front) -> None:
    """Fields that other fields imply: number and date from page data, issuer from title, speaker and 题注."""
    for span, kind in body.furniture:
        pair = labelled(span.of(body.source.text)) if kind == "source-line" else None
        if pair is not None and DATED.fullmatch(pair[1]) and span.start < body.origin(result.start):
            result.metadata.setdefault(*pair)
    metadata = {**body.source.metadata, **result.metadata}
    if result.document_number is None:
        for key in ("发文字号", "文号"):
            found = DOCUMENT_NUMBER.fullmatch(metadata.get(key, ""))
            if found:
                result.document_number = number_of(found)
    if not result.date:
        result.date = iso_date(result.subtitle or metadata.get("成文日期", ""))
    if not result.issuer:
        result.issuer = issuer_of(result.title, result.speaker, result.subtitle, metadata)
