"""Where the article stands on a saved web page: visible elements, the body (正文) and the title.

Nothing here knows a single site. The body is the innermost container with a well-known name (TRS_Editor, UCAP-CONTENT,
…) that holds most of the page's sentences; without one, the way down from `<body>` along the child that holds
nearly all sentences outside of links, which ends where paragraphs stand directly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define
from lxml import etree

words = str.split

INVISIBLE = frozenset(
    words(
        "head script style noscript template select option datalist textarea input iframe frame object embed svg "
        "canvas audio video map"
    )
)
HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
INLINE = frozenset(
    words(
        "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small "
        "span strike strong sub sup time tt u var wbr img button data meter output progress picture"
    )
)


def inline(tag: str) -> bool:
    """Whether elements of this name stand in a line of text; those with a prefix (o:p, st1:chsdate) are Word's.

    >>> inline("span"), inline("st1:chmetcnv"), inline("ucapcontent")
    (True, True, False)
    """
    return tag in INLINE or ":" in tag


LEAVES = INLINE | frozenset(words("p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd pre blockquote caption th"))
"""Elements that may hold a paragraph but are not taken for the container of the article."""

KNOWN_TAGS = frozenset(("article", "main", "ucapcontent"))
KNOWN_NAMES = frozenset(
    words(
        "trs_editor trs_ueditor trs_preappend zoom zoomcon ucap-content custom_unionstyle pages_content news_content "
        "article-content article_content articlecontent article-content-body article-body newscontent v_news_content "
        "vsb_content wp_articlecontent xxgk_content infocontent detail-content j-fontcontent ewb-article-content "
        "easysite-news-text content_text con_text contentbox"
    )
)
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

SENTENCE_MARKS = "。；！？，"
SPACE = re.compile(r"\s+")


def squeeze(text: str) -> str:
    """Text without any white space, for comparing titles.

    >>> squeeze("某某市 2023年\\u3000工作报告")
    '某某市2023年工作报告'
    """
    return "".join(text.split())


def invisible(element: etree._Element) -> bool:
    """Whether a browser shows nothing of this element: scripts, hidden inputs, comments, `display:none`."""
    tag = element.tag
    if not isinstance(tag, str) or tag in INVISIBLE or "hidden" in element.attrib:
        return True
    style = element.get("style")
    return style is not None and HIDDEN.search(style) is not None


@define
class Weight:
    """What an element shows: its text if short; outside links, length, sentence marks, full stops right below."""

    chars: int = 0
    marks: int = 0
    direct: int = 0
    text: str = ""


def weigh(root: etree._Element) -> dict[etree._Element, Weight]:
    """The weight of every visible element, in document order; one pass, linear in the size of the page."""
    weights: dict[etree._Element, Weight] = {}
    stack: list[Weight | None] = []
    links = 0

    def add(text: str | None) -> None:
        top = stack[-1] if stack else None
        if top is not None and text and not text.isspace():
            if len(top.text) <= 200:
                top.text += text[:400]
            if not links:
                top.chars += len(squeeze(text))
                top.marks += sum(map(text.count, SENTENCE_MARKS))
                top.direct += text.count("。")

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if invisible(element):
                walk.skip_subtree()
                stack.append(None)
                continue
            stack.append(weights.setdefault(element, Weight()))
            links += element.tag == "a"
            add(element.text)
            continue
        weight = stack.pop()
        if weight is not None:
            links -= element.tag == "a"
            parent = stack[-1] if stack else None
            if parent is not None:
                parent.chars += weight.chars
                parent.marks += weight.marks
                parent.direct += weight.direct if element.tag in LEAVES else 0
                if len(parent.text) <= 200:
                    parent.text += weight.text
        if stack:
            add(element.tail)
    return weights


def names(element: etree._Element) -> str:
    """Id and classes of an element, in lower case."""
    return f"{element.get('id', '')} {element.get('class', '')}".lower()


def find_body(root: etree._Element, weights: dict[etree._Element, Weight]) -> etree._Element:
    """The container of the article (正文); the whole page if nothing on it looks like one."""
    found = root.find("body")
    node = found if found is not None and found in weights else root
    total = weights[node].marks if node in weights else 0
    if not total:
        return node
    known = [
        element
        for element, weight in weights.items()
        if weight.marks * 2 >= total
        and (element.tag in KNOWN_TAGS or not KNOWN_NAMES.isdisjoint(names(element).split()))
        and element.tag not in ("html", "body")
    ]
    if known:
        most = max(weights[element].chars for element in known)
        return [element for element in known if weights[element].chars * 100 >= most * 97][-1]
    while not weights[node].direct:
        children = [child for child in node if child in weights and child.tag not in LEAVES]
        best = max(children, key=lambda child: weights[child].marks, default=None)
        if best is None or weights[best].marks * 5 < weights[node].marks * 4 or is_data_table(best):
            break
        node = best
    # half of a data table is no article
    return next((a for a in node.iterancestors("table") if is_data_table(a)), node)


def is_data_table(element: etree._Element) -> bool:
    """Whether a `<table>` holds data: several columns, no table inside, and not just one cell with an article in it."""
    if element.tag != "table" or next(element.iterdescendants("table"), None) is not None:
        return False
    widest, sizes, stuffed = 0, [0], 0
    for row in element.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        widest = max(widest, len(cells))
        for cell in cells:
            sizes.append(sum(map(len, cell.itertext())))
            if sum(1 for _ in cell.iterdescendants("p", "br", "div")) >= 4:
                stuffed = max(stuffed, sizes[-1])
    return widest >= 2 and not (stuffed and stuffed * 10 >= sum(sizes) * 7)


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
