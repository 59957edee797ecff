"""What stands around the article on a page: its title and subtitle, the tools inside it, the block of its data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from .page import LEAVES, Weight, inline, names, squeeze

TITLE_NAME = re.compile(
    r"(?:^|[\s_-])(?:title|tit|bt|biaoti)(?:$|[\s_\d-])|(?:article|art|con|content|news|info)_?title", re.IGNORECASE
)
SUBTITLE_NAME = re.compile(r"ucapsubtitle|sub[_-]?title|title[_-]?sec|fubiaoti|ftitle", re.IGNORECASE)
OTHER_LINE = re.compile("[：:>。；]|[12][0-9]{3}[-年./][0-9]{1,2}")
"""What the lines around a title have and titles don't: 来源：…, 首页 > …, dates."""
FONT_SIZE = re.compile(r"font-size\s*:\s*([0-9]{1,3}(?:\.[0-9]{1,3})?)\s*(px|pt)", re.IGNORECASE)
LARGE = 22
"""Pixels."""
CELLS = frozenset(("td", "th", "tr", "tbody", "thead"))
CHROME_TAGS = frozenset(("nav", "menu"))
CHROME_ROLES = frozenset(("navigation", "menubar", "menu", "search", "toolbar", "complementary"))
CHROME_NAME = re.compile(
    r"(?:^|[\s_-])(?:(?:bd)?share(?:buttonbox)?|print(?:er)?|dayin|breadcrumbs?|crumbs?|position|toolbar|tools?|pre-?next|"
    r"prev|next|pager|pagination|related|xglj|xgxx|qr-?code|ewm|erweima|font-?size|copyright|comments?|menu|sidebar)"
    r"(?:$|[\s_-])"
)
INFO_NAME = re.compile(r"(?:^|[\s_-])(?:info|meta|date|time|source|pubtime|laiyuan|ly|sub|about|attribute)(?:$|[\s_-])")


def find_title(
    body: etree._Element, weights: dict[etree._Element, Weight], wanted: str, page: str
) -> tuple[etree._Element | None, list[etree._Element]]:
    """The element outside the body that shows the title (标题), and those that show a subtitle between it and the body.

    `wanted` is the title that the meta tags give, `page` what `<title>` says, which often has the site's name in it.
    Without `wanted` the last element before the body is taken that is most surely a title, unless the body has a
    `<h1>` of its own.
    """
    target, around = squeeze(wanted), set(body.iterancestors())
    if not target and next(body.iter("h1", "ucaptitle"), None) is not None:
        return None, []
    best: tuple[int, etree._Element] | None = None
    subtitles: list[etree._Element] = []
    for element, weight in weights.items():
        if element is body:
            break
        text = squeeze(weight.text) if len(weight.text) <= 200 else ""
        if element in around or not 4 <= len(text) <= 120:
            continue
        if SUBTITLE_NAME.search(names(element)):
            subtitles.append(element)
            continue
        rank = _rank(element, text, target, squeeze(page) if weight.chars == len(text) else "")
        inner = best is not None and best[1] in element.iterancestors()
        if rank and (best is None or rank > best[0] or (rank == best[0] and not inner)):
            best, subtitles = (rank, element), []
    return (best[1] if best else None), subtitles if best else []


def _rank(element: etree._Element, text: str, target: str, page: str) -> int:
    """How surely this element is the title: 4 says the same as the meta tag, 0 not at all."""
    if target and text == target:
        return 4
    headline = element.tag in ("h1", "ucaptitle")
    if target:
        shown = headline or TITLE_NAME.search(names(element))
        return 3 if shown and len(text) >= 8 and (text in target or target in text) else 0
    if headline:
        return 3
    if len(text) >= 8 and (text in page):
        return 3 if page.startswith(text) else 2
    if TITLE_NAME.search(names(element)):
        return int(len(text) >= 6)
    return int(len(text) >= 8 and (element.tag in ("h2", "h3") or _large(element)) and not OTHER_LINE.search(text))


def _large(element: etree._Element) -> bool:
    """Whether an element is set as large as titles are."""
    if element.tag == "font":
        return (element.get("size") or "") in ("5", "6", "7", "+2", "+3", "+4")
    size = FONT_SIZE.search(element.get("style") or "")
    return size is not None and float(size[1]) * (1 if size[2].lower() == "px" else 4 / 3) >= LARGE


def find_chrome(body: etree._Element, weights: dict[etree._Element, Weight]) -> Iterator[etree._Element]:
    """Elements inside the body that are none of the article: navigation, tools; above it the line of date, source."""
    above = True
    for element in body.iterdescendants():
        weight = weights.get(element)
        if weight is None or inline(element.tag) or element.tag in CELLS:
            continue
        above = above and not (weight.direct and element.tag in LEAVES)
        own = names(element)
        role = element.get("role")
        named = CHROME_NAME.search(own) or role in CHROME_ROLES
        info = above and not weight.direct and weight.chars <= 120 and INFO_NAME.search(own)
        if (
            element.tag in CHROME_TAGS
            or (named and weight.chars <= 200 and "。" not in weight.text)
            or (info and OTHER_LINE.search(squeeze(weight.text)))
        ):
            yield element


def find_blocks(body: etree._Element, weights: dict[etree._Element, Weight]) -> Iterator[etree._Element]:
    """`<dl>` elements with short names that stand before the first sentence of the body: data of the page, not text."""
    inside: set[etree._Element] = set()
    for element in body.iterdescendants():
        weight = weights.get(element)
        if weight is None or element in inside:
            continue
        if element.tag == "dl":
            terms, values = ([part for part in element.iter(tag) if part in weights] for tag in ("dt", "dd"))
            if len(terms) == len(values) > 0 and all(len(squeeze(weights[term].text)) <= 12 for term in terms):
                inside.update(element.iterdescendants())
                yield element
                continue
        if weight.direct and element.tag in LEAVES:
            return
