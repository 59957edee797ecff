"""Where the article (正文) stands on a saved web page: what is visible, what it weighs, which element holds it.

Nothing here knows a single site. The body is the innermost container with a well-known name (TRS_Editor, UCAP-CONTENT,
…) that holds most of the page's sentences; without one, the way down from `<body>` along the child that holds
nearly all sentences outside of links, which ends where paragraphs stand directly.
"""

from __future__ import annotations

import re

from attrs import define
from lxml import etree

words = str.split

INVISIBLE = frozenset(
    words(
        "head script style noscript template select option datalist textarea input iframe frame object embed svg "
        "canvas audio video map xml"
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
        return _whole([element for element in known if weights[element].chars * 100 >= most * 97][-1], weights)
    while not weights[node].direct:
        children = [child for child in node if child in weights and child.tag not in LEAVES]
        best = max(children, key=lambda child: weights[child].marks, default=None)
        if best is None or weights[best].marks * 5 < weights[node].marks * 4 or is_data_table(best):
            break
        node = best
    # half of a data table is no article
    return next((a for a in node.iterancestors("table") if is_data_table(a)), node)


def _whole(body: etree._Element, weights: dict[etree._Element, Weight]) -> etree._Element:
    """The body, or its parent if the article goes on in siblings of the same build."""
    parent, kind = body.getparent(), set((body.get("class") or "").lower().split())
    if parent is None or not kind:
        return body
    parts = [
        sibling
        for sibling in parent.iterchildren(body.tag)
        if sibling in weights and weights[sibling].marks and kind & set((sibling.get("class") or "").lower().split())
    ]
    return parent if len(parts) > 1 else body


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
