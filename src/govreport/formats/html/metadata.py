"""What a page says of its article beside the text: `<meta>` tags, the 信息公开 block, the line under the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from .page import SPACE, squeeze, words

TAGS: dict[str, str] = {
    "SiteName": "网站名称",
    "SiteDomain": "网站域名",
    "SiteIDCode": "网站标识码",
    "ColumnName": "栏目",
    "ArticleTitle": "标题",
    "PubDate": "发布时间",
    "ContentSource": "来源",
    "Keywords": "关键词",
    "Author": "作者",
    "Description": "摘要",
    "Url": "网址",
}
"""Names of `<meta>` tags as 《政府网站发展指引》 writes them, and what they are called here; read in any case."""
META = {name.lower(): key for name, key in TAGS.items()}

BLOCK_LABELS = frozenset(
    words(
        "索引号 信息索引号 发文字号 文号 成文日期 生成日期 发文日期 发文机关 发文机构 发布机构 制发机关 公开机构 "
        "责任部门 主题分类 体裁分类 组配分类 服务对象 主题词 有效性 有效期 公开方式 公开时限 公开范围 公开日期 "
        "发布日期 信息名称 废止日期 生效日期 失效日期"
    )
)
"""Labels of the 信息公开目录 block; two different ones side by side make a block."""

OPENERS = BLOCK_LABELS | {"标题", "名称"}
LABELLED = re.compile(r"((?:[\u4e00-\u9fff]\s*){2,8})[:：]\s*(.*)")
NO_LABEL = re.compile(r"位置|次数|[访浏点阅].{1,2}[量数]|字体|(?<!发文)字号|分享|打印|链接")
SPACED = "|".join(r"\s*".join(label) for label in sorted(BLOCK_LABELS))
GLUED = re.compile(rf"({SPACED})([^：:。，；\t]{{1,80}})")
"""A label with its value directly behind it, where only a style parts them."""
INNER_LABEL = re.compile(rf"(?<!\s)\s+(?=(?:{SPACED})\s*[:：])")
SOURCE_LINE = re.compile(
    r"(来源|发布时间|发布日期|时间|日期)\s*[:：]\s*"
    r"(\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?|[^\s|【\[]+)"
)
BEHIND = re.compile(
    r"(?:发布|更新)?(?:时间|日期)|(?:阅读|浏览|点击|访问)|字[号体]|作者|(?:责任)?编辑|分享|收藏|打印|关闭"
)
"""What may follow a source without a gap, where only a style parts them."""


def meta_tags(root: etree._Element) -> dict[str, str]:
    """What the `<meta>` tags say, by Chinese names; in any case, without empty ones, the first counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = META.get((element.get("name") or "").lower())
        value = SPACE.sub(" ", element.get("content") or "").strip()
        if key and value:
            found.setdefault(key, value)
    return found


def label_blocks(lines: Sequence[str]) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Blocks of labels and values (索 引 号： …) among lines: first line, line behind the last, the values by label.

    A value stands behind its label or in the line after it; cells of a line are separated by tabs.

    >>> list(label_blocks(["首页", "索 引 号：", "A01/2023-1", "有效性： 有效", "正文"]))
    [(1, 4, {'索引号': 'A01/2023-1', '有效性': '有效'})]
    """
    start, block, open_label = 0, dict[str, str](), ""
    for index, line in enumerate([*lines, ""]):
        pairs = [pair for pair in _pairs(line) if not NO_LABEL.search(pair[0])]
        if not block and not any(label in OPENERS for label, _ in pairs):
            continue
        if block and not pairs and open_label and 0 < len(line) <= 80:
            block[open_label], open_label = line, ""
            continue
        if pairs:
            start = start if block else index
            for label, value in pairs:
                block[label] = block.get(label) or value
            open_label = "" if pairs[-1][1] else pairs[-1][0]
            continue
        if len(BLOCK_LABELS & block.keys()) >= 2:
            yield start, index, {label: value for label, value in block.items() if value}
        block, open_label = {}, ""


def _pairs(line: str) -> Iterator[tuple[str, str]]:
    """Labels and values of one line; a cell that follows a label without value is its value."""
    label = ""
    for cell in (part for column in line.split("\t") for part in INNER_LABEL.split(column)):
        found = LABELLED.fullmatch(cell.strip())
        bare = squeeze(cell) in BLOCK_LABELS
        if found is None and not bare and not label:
            found = GLUED.fullmatch(cell.strip())
        if label and not found and not bare:
            yield label, cell.strip()
            label = ""
            continue
        if label:
            yield label, ""
        label = ""
        if bare:
            label = squeeze(cell)
        elif found and found[2]:
            yield squeeze(found[1]), found[2].strip()
        elif found:
            label = squeeze(found[1])
    if label:
        yield label, ""


def source_line(lines: Iterable[str]) -> dict[str, str]:
    """来源 and 发布时间 as the line under the title says them.

    >>> source_line(["发布时间：2024-01-05 来源：某某市司法局"])
    {'发布时间': '2024-01-05', '来源': '某某市司法局'}
    """
    found: dict[str, str] = {}
    for line in lines:
        for label, value in SOURCE_LINE.findall(line):
            if label == "来源" or value[0].isdigit():
                value = value if value[0].isdigit() else BEHIND.split(value, maxsplit=1)[0] or value
                found.setdefault("来源" if label == "来源" else "发布时间", value)
    return found
