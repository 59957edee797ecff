"""HTML in: a saved page of a government web site → its visible text, one paragraph per line, in document order.

The article's title and body stay as they are; all else that one sees of the page (menus, share bars, 上一篇,
footer) is in the text too, under `furniture` hints: `chrome`, `metadata` (the 索引号 block), `repeat` (the title
above a body that says it again). Scripts, hidden elements and comments are not visible and left out.

Hints: `heading` (h1 … h6), `bold` (b, strong, font-weight, 黑体 and 楷体), `align` (center, right), `table`
(merged cells repeat their text; a row a line, cells separated by tabs).
Metadata: `<meta>` tags and the page's own block, in Chinese keys.
"""

from __future__ import annotations

import re

from attrs import evolve
from lxml import etree

from ...errors import BudgetError, FormatError
from ...model.report import Report
from ...model.source import Hint, Source, Span
from ..cells import check_size
from ..rebuild import rebuilt
from .archive import archived
from .around import find_blocks, find_chrome, find_title
from .article import find_article, read_article, read_metadata
from .charset import decoded
from .lines import PageLine, unwrapped, visible_lines
from .metadata import label_blocks, meta_tags, source_line
from .page import find_body, squeeze, weigh

MAX_TAGS, MAX_ATTRIBUTES = 300_000, 5_000
"""Tags of a page, attributes of one tag: libxml2 compares each with all before it."""
LONG_TAG, QUOTED = re.compile(r"<[a-zA-Z][^<>]{65536}"), re.compile(r"\"[^\"]*(?:\"|$)|'[^']*(?:'|$)")
CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)


def read(data: bytes, *, name: str | None = None, encoding: str | None = None) -> Source | Report:
    """The visible text of an HTML page, with hints and metadata; of a page written here, the report itself.

    An MHTML archive is read as the page in it. Charset: byte order mark, `encoding`, the page's own declaration,
    UTF-8, GB18030. Raises FormatError for what is
    no HTML or shows no text, DecodingError where `encoding` doesn't fit, BudgetError for tables and
    nesting beyond all measure.

    >>> source = read("<h1>工作总结</h1><p>一、总体情况<br>良好。</p>".encode())
    >>> source.text.split("\\n"), source.hints[0].value
    (['工作总结', '一、总体情况', '良好。'], 1)
    """
    page, label = archived(data) or (data, "")
    text, codec = decoded(page, encoding, name, label)
    root = _parsed(text)
    own = find_article(root)
    held = read_article(own) if own is not None else None
    if held is not None:
        return rebuilt(*held, "html", name)
    weights = weigh(root)
    body = find_body(root, weights)
    metadata = meta_tags(root)
    blocks = list(find_blocks(body, weights))
    for block in blocks:
        metadata |= read_metadata(block)
    wanted = metadata.get("标题", "")
    title, subtitles = find_title(body, weights, wanted, root.findtext(".//title") or "")
    zones: dict[etree._Element, str] = {body: "body"}
    zones |= dict.fromkeys(find_chrome(body, weights), "chrome")
    zones |= dict.fromkeys(blocks, "metadata") | dict.fromkeys(subtitles, "subtitle")
    if title is not None:
        zones[title] = "title"
    lines = _place_title(list(visible_lines(root, zones)), wanted)
    if not lines:
        raise FormatError(
            "HTML 页面没有可见文字（内容可能由脚本生成），请在浏览器中打开后另存为完整网页再读",
            "the HTML page shows no text (scripts may produce it); open it in a browser, save the complete page",
        )
    lines = _find_metadata(lines, metadata)
    joined, hints = _assembled(lines)
    return Source(joined, name=name, format="html", encoding=codec, hints=hints, metadata=metadata)


def _parsed(text: str) -> etree._Element:
    """The root of the page; libxml2's own limits on depth and size stay on."""
    if not re.search(r"<[a-zA-Z!/?]", text):
        raise FormatError(
            '这不是 HTML：没有任何标签；纯文本请用 format="txt" 读',
            'not HTML: there is no tag in it; read plain text with format="txt"',
        )
    check_size(len(CELL.findall(text)), 0)
    if text.count("<") > MAX_TAGS or any(
        len(QUOTED.sub("", tag).split()) > MAX_ATTRIBUTES for tag in LONG_TAG.findall(text)
    ):
        raise BudgetError(
            f"HTML 超过 {MAX_TAGS} 个标签，或一个标签超过 {MAX_ATTRIBUTES} 个属性，不像正常网页，未读取",
            f"HTML of more than {MAX_TAGS} tags, or {MAX_ATTRIBUTES} attributes in one; no ordinary page, not read",
        )
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" or "XML_PARSE_HUGE" in entry.message for entry in parser.error_log):
        raise BudgetError(
            "HTML 嵌套超过 256 层或单段文字超过一千万字节，不像正常网页，未读取",
            "HTML nested deeper than 256 levels, or a text of over ten million bytes; no ordinary page, not read",
        )
    # lxml gives None for a page without any element, whatever its type says
    return root if root is not None else etree.Element("html")


def _place_title(lines: list[PageLine], wanted: str) -> list[PageLine]:
    """The lines with the title once: `repeat` if the body has it too, taken from the meta tag where none is shown."""
    first = next((i for i, line in enumerate(lines) if line.zone == "body"), len(lines))
    above = next((i for i, line in enumerate(lines) if line.zone == "title"), None)
    title = lines[above].text if above is not None else unwrapped(wanted)
    if first == len(lines) or not title:
        return lines
    head = [squeeze(line.text) for line in lines[first : first + 12] if line.zone == "body"]
    known = {squeeze(title), squeeze(wanted)} - {""}
    repeated = any(
        "".join(head[a:b]) in known for a in range(len(head)) for b in range(a + 1, min(a + 5, len(head) + 1))
    )
    if above is None:
        new = PageLine(title, "title", (Hint(Span(0, len(title)), "heading", 1),))
        own = any(
            hint.kind == "heading" and hint.value == 1 for line in lines[first : first + 4] for hint in line.hints
        )
        return lines if repeated or own else [*lines[:first], new, *lines[first:]]
    return [evolve(line, zone="repeat") if repeated and i == above else line for i, line in enumerate(lines)]


def _find_metadata(lines: list[PageLine], metadata: dict[str, str]) -> list[PageLine]:
    """The lines with the page's 信息公开 block marked; what it and the line under the title say joins `metadata`."""
    result = list(lines)
    first = next((i for i, line in enumerate(lines) if line.zone == "body"), 0)
    for begin, end, values in label_blocks([line.text if line.zone in ("chrome", "repeat") else "" for line in lines]):
        metadata.update({label: value for label, value in values.items() if label not in metadata})
        result[begin:end] = [evolve(line, zone="metadata") for line in lines[begin:end]]
    for begin, end, values in label_blocks([line.text.replace("\n", "\t") for line in lines[first : first + 20]]):
        if (
            len(values) >= 3
        ):  # a block inside the body: one more label than outside, for there the report itself may have labels
            metadata.update({label: value for label, value in values.items() if label not in metadata})
            result[first + begin : first + end] = [
                PageLine(x.text, "metadata") for x in lines[first + begin : first + end]
            ]
    near = [line.text for line in lines[max(0, first - 12) : first] if line.zone == "chrome"]
    for index, line in enumerate(lines[first : first + 8], first):
        if "。" in line.text:
            break
        if line.zone == "chrome" or len(source_line([line.text])) == 2:
            near.append(line.text)
            result[index] = evolve(result[index], zone="chrome")
    for key, value in source_line(near).items():
        metadata.setdefault(key, value)
    return result


def _assembled(lines: list[PageLine]) -> tuple[str, tuple[Hint, ...]]:
    """The text and all hints; neighbouring lines of one kind of furniture share a hint."""
    hints: list[Hint] = []
    offset = begin = 0
    for index, line in enumerate(lines):
        if index == 0 or line.zone != lines[index - 1].zone:
            begin = offset
        end = offset + len(line.text)
        if line.zone in ("chrome", "metadata", "repeat"):
            if index + 1 == len(lines) or lines[index + 1].zone != line.zone:
                hints.append(Hint(Span(begin, end), "furniture", line.zone))
        else:
            hints += [evolve(h, span=Span(h.span.start + offset, h.span.end + offset)) for h in line.hints]
        offset = end + 1
    return "\n".join(line.text for line in lines), tuple(hints)
