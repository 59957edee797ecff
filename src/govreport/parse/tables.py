"""Statutory tables that lost their cells: the row labels of the disclosure report are no sections.

国办公开办函〔2021〕30号 fixes the rows of the tables in 二、三、四 of a 政府信息公开工作年度报告; where a crawler or
a PDF flattens them, 一、本年新收政府信息公开申请数量 looks like a heading.
"""

from __future__ import annotations

import re

from .body import Body
from .marks import Mark

ANCHORS = ("本年新收政府信息公开申请", "申请人情况")

ROW = re.compile(
    r"[\s]*(?:本年新收政府信息公开申请|上年结转政府信息公开申请|本\s?年\s?(?:度|$)|予以公开|部分公开|不予公开|属于国家秘密|其他法律行政|危及“?三安全|保护第三方|"
    r"属于三类内部|属于四类过程|属于行政执法案卷|属于行政查询|无法提供|本机关不掌握|没有现成信息|补正后申请|不予处理|信访举报投诉|重复申请|"
    r"要求提供公开出版物|无正当理由大量|要求行政机关确认|其他处理|申请人无正当理由|申请人逾期|其他\s*\d|总计|结转下年度)"
)
NUMBERS = re.compile(r"[^。，；]{2,60}?(?:\s\d+(?:\.\d+)?){3,}\s*$")


def outside_tables(body: Body, found: list[Mark]) -> list[Mark]:
    """The marks that are no row labels of a statutory table."""
    if not any(anchor in body.text for anchor in ANCHORS):
        return found
    return [m for m in found if m.number is None or not _is_row(body, m)]


def _is_row(body: Body, mark: Mark) -> bool:
    passage = body.passages[mark.passage]
    if ROW.match(body.text, mark.end, passage.end):
        return True
    return mark.boundary == "line" and NUMBERS.match(body.text, mark.end, passage.end) is not None
