"""DOCX edited in place: characters of its text are replaced in the XML, all else stays as it is, byte for byte;
only the seal of a document written here is made anew.

What replaces characters takes the look of the first of them. An edit of what stands in no `w:t` (an automatic number,
a tab, a picture) isn't made.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from ...errors import FormatError
from ...model.note import Edit
from ..ooxml import WORDS, open_package
from ..package import replaced
from .places import Place, Places, places
from .reseal import resealed

Change = tuple[int, int, int, str]
"""Of a text element (index): from, to, and what stands there now."""


def edited(data: bytes, groups: Sequence[Sequence[Edit]]) -> tuple[bytes, list[int]]:
    """The document with edits of its text made, and the groups that were; of a group all edits are made or none.

    No two edits touch the same characters. Raises FormatError where the XML is written in a way that its characters
    can't be found again.
    """
    if not groups:
        return data, []
    where = places(data)
    changes: dict[int, list[Change]] = {}
    made: list[int] = []
    for number, group in enumerate(groups):
        wanted = [_changes(where, edit) for edit in group]
        if all(wanted) and all(_free(change, changes.get(change[0], ())) for some in wanted for change in some):
            made.append(number)
            for change in (change for some in wanted for change in some):
                changes.setdefault(change[0], []).append(change)
    if not changes:
        return data, []
    parts = {where.elements[index].part for index in changes}
    package = open_package(data)
    new = {part: _rewritten(package.content(part) or b"", part, where, changes) for part in parts}
    return resealed(data, replaced(data, new, WORDS)), made


def _free(change: Change, others: Iterable[Change]) -> bool:
    """Whether no other edit changes the same characters: a merged cell shows them more than once."""
    return all((other[2] <= change[1] or change[2] <= other[1]) and other[1:3] != change[1:3] for other in others)


def _changes(where: Places, edit: Edit) -> list[Change]:
    """What an edit changes, element by element; nothing where a character of it stands in none."""
    if edit.span.start == edit.span.end:
        return _insertion(where, edit)
    found = where.at[edit.span.start : edit.span.end]
    groups: list[list[int]] = []
    for place in found:
        if place is None:
            return []
        if groups and groups[-1][0] == place[0] and groups[-1][2] == place[1]:
            groups[-1][2] += 1
        else:
            groups.append([place[0], place[1], place[1] + 1])
    return [(index, begin, end, edit.text if at == 0 else "") for at, (index, begin, end) in enumerate(groups)]


def _insertion(where: Places, edit: Edit) -> list[Change]:
    """Behind the character before, else in front of the one behind."""
    at = edit.span.start
    before: Place | None = where.at[at - 1] if at > 0 else None
    behind: Place | None = where.at[at] if at < len(where.at) else None
    if before is not None:
        return [(before[0], before[1] + 1, before[1] + 1, edit.text)]
    return [(behind[0], behind[1], behind[1], edit.text)] if behind is not None else []


def _rewritten(data: bytes, part: str, where: Places, changes: dict[int, list[Change]]) -> bytes:
    """A part with the text elements changed in its bytes."""
    indexes = [index for index, found in enumerate(where.elements) if found.part == part]
    prefix = where.elements[indexes[0]].element.prefix
    name = re.escape(f"{prefix}:t" if prefix else "t")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise _unfound(part) from None
    elements = list(re.finditer(rf"<{name}(?P<attributes>\s[^<>]*?)?(?:/>|>(?P<text>[^<]*)</{name}\s*>)", text))
    if len(elements) != len(indexes):
        raise _unfound(part)
    pieces, at = list[str](), 0
    for index, element in zip(indexes, elements, strict=True):
        if index not in changes:
            continue
        old = where.elements[index].text
        if html.unescape(element["text"] or "").replace("\r\n", "\n") != old:
            raise _unfound(part)
        pieces += [
            text[at : element.start()],
            _element(prefix, element["attributes"] or "", _applied(old, changes[index])),
        ]
        at = element.end()
    return "".join([*pieces, text[at:]]).encode("utf-8")


def _element(prefix: str | None, attributes: str, text: str) -> str:
    name = f"{prefix}:t" if prefix else "t"
    if text != text.strip() and "xml:space" not in attributes:
        attributes += ' xml:space="preserve"'
    return f"<{name}{attributes}>{escape(text)}</{name}>"


def _applied(text: str, changes: Iterable[Change]) -> str:
    for _, begin, end, new in sorted(changes, reverse=True):
        text = text[:begin] + new + text[end:]
    return text


def _unfound(part: str) -> FormatError:
    return FormatError(
        f"{part} 的写法特殊，找不回文字的位置，不能在原文件里修改；请用 Word 或 WPS 另存后再试",
        f"{part} is written in an unusual way and can't be edited in place; save it in Word or WPS and try again",
    )
