"""Stage 1b, mend: lines that belong together become the passages of a Body.

A line that stops in mid-sentence goes on in the next one, over page breaks and empty lines; a short line
without any full stop is a heading and stands alone.
"""

from __future__ import annotations

import re

from ..model.number import HANZI_RUN, STYLES, parse_number
from ..model.source import Source, Span
from .body import Body, Line, build
from .chrome import LABELLED

TERMINAL = re.compile(r"[。！？!?；;…：:][”’〞\"'）)》】」]*$|[）)】]$")
FULL_STOPS = frozenset("。！？；：…!?;:")
NUMBER_END = re.compile(rf"(?:^|[。；：\s])[（(](?:{HANZI_RUN}|\d{{1,2}})[）)]$")
OPEN_END = re.compile(r"[，、,《“‘（(【—／/]$")
CLOSING_START = re.compile(r"[，。、；：！？》”’）)】,;]")
PROSE = re.compile(r"[。；;]")
HEADING_LIMIT = 45
SENTENCES = 20
"""So many lines of a paragraph are looked at to see that it is prose."""


def mend(source: Source, found: list[Line]) -> Body:
    """Join lines to passages: a line that stops in mid-sentence goes on in the next one.

    The next one must not open with a number of its own; a short line without any full stop is a heading and
    stands alone, unless its end is known to be a break of the layout.
    """
    groups: list[list[Line]] = []
    furniture: list[tuple[Span, str]] = []
    full = _full_width(found)
    spaced = _is_spaced(found)
    last: Line | None = None
    for line in found:
        if line.kind != "text" and line.kind != "table":
            furniture.append((Span(line.start, line.end), line.kind))
            continue
        if last is None or line.kind == "table" or last.kind == "table":
            goes_on = False
        elif spaced and not line.gap and last.text[-1] in FULL_STOPS:
            goes_on = _is_prose(last.text) and parse_number(line.text[:12]) is None
        else:
            goes_on = not _ends(last, line) and _goes_on(groups[-1], line, full)
        if goes_on:
            groups[-1].append(line)
        else:
            groups.append([line])
        last = line
    return build(source, groups, furniture)


def _ends(before: Line, line: Line) -> bool:
    """Whether a paragraph plainly ends between two lines: a full stop here, no closing mark there."""
    return not before.soft and before.text[-1] in FULL_STOPS and line.text[0] not in "，。、；：！？》”’）)】,;"


def _is_prose(text: str) -> bool:
    """Whether a line is of a sentence and no heading: it has a full stop inside, or is long and has commas."""
    return PROSE.search(text) is not None or (
        len(text) > HEADING_LIMIT and ("，" in text or "、" in text or "," in text)
    )


def _is_spaced(found: list[Line]) -> bool:
    """Whether empty lines part the paragraphs of this text, so that lines with none between are one paragraph."""
    text = [line for line in found if line.kind == "text"]
    return len(text) >= 12 and sum(line.gap for line in text) * 10 >= len(text) * 6


def _full_width(found: list[Line]) -> int:
    """The width of a full line where a text is hard-wrapped, else 0: most of its lines end in the same column."""
    widths = [len(line.text) for line in found if line.kind == "text"]
    if len(widths) < 12:
        return 0
    widest = sorted(widths)[-max(2, len(widths) // 50)]
    near = sum(widest - 4 <= w <= widest + 4 for w in widths)
    return widest - 4 if 15 <= widest <= 80 and near * 2 > len(widths) else 0


def _goes_on(group: list[Line], line: Line, full: int) -> bool:
    """Whether `line` continues the paragraph of `group`."""
    before = group[-1]
    text = before.text
    closing = CLOSING_START.match(line.text)
    if before.heading != line.heading:
        return False
    if before.flows or line.opens:
        return before.flows
    if NUMBER_END.search(text[-8:]):
        return True
    if len(text) == 1 and len(line.text) == 1 and len(group) < SENTENCES:
        return True
    if before.soft and text[-1] in "：:）)】":
        return parse_number(line.text[:12]) is None
    if TERMINAL.search(text[-3:]) and not (closing and text[-1] not in "。！？!?；;" and len(line.text) > 1):
        return False
    if LABELLED.match(text[:12]):
        return False
    if closing:
        return not line.text.startswith("、") or len(line.text) < 3
    number = parse_number(text[:12]) if len(group) == 1 else None
    if number is not None and number.text == text:
        return True
    if parse_number(line.text[:12]) is not None:
        return False
    if line.glued and _ends_in_heading(text):
        return False
    opening = text if len(group) == 1 else "".join(part.text for part in group[-3:])
    if "《" in opening and _opens_title(opening, line.text):
        return True
    if (
        number is not None
        and not STYLES[number.style].item
        and not PROSE.search(text)
        and len(text) <= HEADING_LIMIT + 25
    ):
        return before.soft or (full > 0 and len(text) >= full)
    if OPEN_END.search(text):
        return True
    if before.soft or (full and len(text) >= full):
        return not before.heading
    return any(_is_prose(part.text) for part in group[:SENTENCES])


def _opens_title(text: str, below: str) -> bool:
    """Whether text ends inside the title of a document that goes on in the line below: 办结《便民|办法》规定的事项."""
    closed = below.find("》")
    goes_on = text[-1] == "《" or (closed >= 0 and "《" not in below[:closed])
    return goes_on and text.rfind("《") > text.rfind("》")


def _ends_in_heading(text: str) -> bool:
    """Whether a flattened piece ends in a short numbered phrase: …。六、其他需要报告的事项."""
    last = max(text.rfind(stop) for stop in "。！？；：") + 1
    if len(text) - last > HEADING_LIMIT:
        return False
    number = parse_number(text[last : last + 12].lstrip())
    return number is not None and not STYLES[number.style].item and number.text != text[last:].strip()
