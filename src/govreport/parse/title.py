"""The title of a report: the line that names a kind of document, with the lines above and below that belong to it."""

from __future__ import annotations

import re

from .body import Body
from .forms import KIND_ALONE, TITLE, Fragment, plain_title, tidy
from .issuer import ORGAN, from_title

SHORTEST, LONGEST = 4, 80
OPEN = re.compile(r"(?:关于|年|年度|和|及|与|暨|的|“|《)$")
"""The end of a line that can't be the end of a title."""


def find_title(body: Body, rest: list[Fragment], known: str) -> list[Fragment]:
    """The fragments of `rest` that make up the title, in order; none if no line is one.

    `known` is the title that page data give; a line that says the same is preferred, then one with a body or a
    year in it, then the first (breadcrumbs such as 首页 > 工作总结 look like titles too).
    """
    candidates = [i for i, f in enumerate(rest) if len(f.text) <= LONGEST and _names_kind(rest, i)]
    if not candidates:
        candidates = [i for i, f in enumerate(rest) if body.passages[f.passage].heading == 1 or _centred(body, f)][:1]
    if not candidates:
        return []
    at = max(candidates, key=lambda i: (_weight(body, rest[i], known), -i))
    first = last = at
    while first > 0 and _belongs_above(body, rest[first - 1], rest[first]):
        first -= 1
    while last + 1 < len(rest) and last + 1 in candidates and _wraps(rest[last], rest[last + 1]):
        last += 1
    return rest[first : last + 1]


def _names_kind(rest: list[Fragment], at: int) -> bool:
    """Whether a line names a kind of document; one that says no more (通知) must close the line above it."""
    text = plain_title(rest[at].text)
    if len(text) < SHORTEST:
        return at > 0 and KIND_ALONE.fullmatch(text) is not None and OPEN.search(tidy(rest[at - 1].text)) is not None
    return TITLE.fullmatch(text) is not None


def _centred(body: Body, fragment: Fragment) -> bool:
    return body.passages[fragment.passage].center and len(fragment.text) > SHORTEST


def _weight(body: Body, fragment: Fragment, known: str) -> int:
    text = tidy(fragment.text)
    return (
        4 * (text == known)
        + 3 * (body.passages[fragment.passage].heading == 1 or _centred(body, fragment))
        + 2 * bool(from_title(text) or re.search(r"(?:19|20)\d\d\s?年|关于", text))
        + (len(text) >= 10)
    )


def _belongs_above(body: Body, above: Fragment, line: Fragment) -> bool:
    """Whether the line above opens the title: the issuing body, a line that can't end there, the long part of a
    short rest."""
    if line.passage - above.passage > 1 or len(above.text) >= 40:
        return False
    text, below = tidy(above.text), tidy(line.text)
    if text in below or re.search(r"[。；，：:]", text):
        return False
    if _centred(body, above) and _centred(body, line):
        return True
    if OPEN.search(text) or text.startswith("关于"):
        return True
    if from_title(below):
        return False
    named = ORGAN.fullmatch(re.sub(r"\s", "", text)) is not None
    partial = len(below) <= 10 and re.search(r"(?:19|20)\d\d\s?年|关于", text) is not None
    return named or partial


def _wraps(line: Fragment, below: Fragment) -> bool:
    """Whether the title goes on in the line below."""
    if below.passage - line.passage != 1 or tidy(below.text) == tidy(line.text):
        return False
    return bool(
        re.search(r"(?:关于|和|及|与|暨|的|、|年|年度)$", tidy(line.text)) or re.match(r"[暨及和与的]", below.text)
    )
