"""GR310–GR315, statutory tables (法定表格): identities of the contract, figures of the text, what can't be a count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...kinds.identity import breaches
from ...model.facts import Cell
from ...model.note import Finding
from ...model.report import Section, Table
from ...model.source import Span
from ..rule import PRACTICE, REQUIRED, rule
from ..view import View, head_span

TABLE_ROLES = {"proactive": "proactive", "requests": "requests", "litigation": "litigation"}


@rule("GR310", "table-identity", REQUIRED, "error")
def table_identity(view: View) -> Iterator[Finding]:
    """法定表格的勾稽关系 / the sums of statutory tables agree

    各种办理结果之和等于总计，各类申请人之和等于总计，新收加结转等于办结加结转下年。 / As the form itself says.

    来源：国办公开办函〔2021〕30号
    错：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎良好。⏎⏎## 二、政府信息公开行政复议、行政诉讼情况⏎⏎| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 |⏎|---|---|---|---|---|⏎| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |⏎| 1 | 0 | 0 | 0 | 2 |⏎
    错：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎良好。⏎⏎## 二、政府信息公开行政复议、行政诉讼情况⏎⏎| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 |⏎|---|---|---|---|---|⏎| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |⏎| 3 | 1 | 0 | 1 | 4 |⏎
    对：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎良好。⏎⏎## 二、政府信息公开行政复议、行政诉讼情况⏎⏎| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 |⏎|---|---|---|---|---|⏎| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |⏎| 1 | 1 | 0 | 0 | 2 |⏎
    对：某局2023年工作总结⏎一、总体情况⏎良好。⏎二、其他⏎无。
    """  # noqa: E501
    cells = view.report.cells
    for identity in view.contract.identities:
        if not identity.needs_last:
            for breach in breaches(identity, cells):
                zh = f"{_short(breach.where)}：{identity.name}，而前者是{breach.left}，后者是{breach.right}"
                en = f"{identity.name_en or identity.name}: {breach.left} and {breach.right}"
                yield _on_row(view, breach.cells[-1], zh, en, identity.severity)


@rule("GR311", "table-last-year", REQUIRED, "warning", needs="previous")
def table_last_year(view: View) -> Iterator[Finding]:
    """法定表格与上年年报衔接 / statutory tables go on from last year's

    上年结转数等于上年年报的结转下年度数；现行有效件数等于上年的加制发、减废止。 / What was carried on is carried over.

    来源：国办公开办函〔2021〕30号
    错：# 某局2022年政府信息公开工作年度报告⏎⏎## 一、主动公开政府信息情况⏎⏎| 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |⏎|---|---|---|---|⏎| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |⏎| 规章 | 0 | 0 | 3 |⏎‖# 某局2023年政府信息公开工作年度报告⏎⏎## 一、主动公开政府信息情况⏎⏎| 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |⏎|---|---|---|---|⏎| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |⏎| 规章 | 1 | 0 | 5 |⏎
    错：# 某局2022年政府信息公开工作年度报告⏎⏎## 一、主动公开政府信息情况⏎⏎| 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |⏎|---|---|---|---|⏎| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |⏎| 规章 | 0 | 0 | 3 |⏎‖# 某局2023年政府信息公开工作年度报告⏎⏎## 一、主动公开政府信息情况⏎⏎| 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |⏎|---|---|---|---|⏎| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |⏎| 规章 | 0 | 1 | 3 |⏎
    对：# 某局2022年政府信息公开工作年度报告⏎⏎## 一、主动公开政府信息情况⏎⏎| 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |⏎|---|---|---|---|⏎| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |⏎| 规章 | 0 | 0 | 3 |⏎‖# 某局2023年政府信息公开工作年度报告⏎⏎## 一、主动公开政府信息情况⏎⏎| 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |⏎|---|---|---|---|⏎| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |⏎| 规章 | 1 | 0 | 4 |⏎
    对：某局2022年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。‖某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    """  # noqa: E501
    last = view.previous
    if last is None or view.report.year is None or last.report.year != view.report.year - 1:
        return
    for identity in view.contract.identities:
        if identity.needs_last:
            for breach in breaches(identity, view.report.cells, last.report.cells):
                zh = f"{_short(breach.where)}：{identity.name}，而前者是{breach.left}，后者是{breach.right}"
                en = f"{identity.name_en or identity.name}: {breach.left} and {breach.right}"
                yield _on_row(view, breach.cells[-1], zh, en, identity.severity)


@rule("GR312", "text-against-table", PRACTICE, "warning")
def text_against_table(view: View) -> Iterator[Finding]:
    """正文里的数与法定表格一致 / the text gives the figures of the tables

    总体情况说收到申请12件，表里是10件；口径不同的写明口径。 / 12 in the text, 10 in the table.

    来源：实务
    错：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎本年新收政府信息公开申请12件。⏎⏎## 二、收到和处理政府信息公开申请情况⏎⏎| 勾稽关系 | 勾稽关系 | 总计 |⏎|---|---|---|⏎| 一、本年新收政府信息公开申请数量 | 一、本年新收政府信息公开申请数量 | 10 |⏎
    错：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎上年结转申请2件。⏎⏎## 二、收到和处理政府信息公开申请情况⏎⏎| 勾稽关系 | 勾稽关系 | 总计 |⏎|---|---|---|⏎| 一、本年新收政府信息公开申请数量 | 一、本年新收政府信息公开申请数量 | 10 |⏎| 二、上年结转政府信息公开申请数量 | 二、上年结转政府信息公开申请数量 | 1 |⏎
    对：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎本年新收政府信息公开申请10件。⏎⏎## 二、收到和处理政府信息公开申请情况⏎⏎| 勾稽关系 | 勾稽关系 | 总计 |⏎|---|---|---|⏎| 一、本年新收政府信息公开申请数量 | 一、本年新收政府信息公开申请数量 | 10 |⏎
    对：某局2023年工作总结⏎一、总体情况⏎新收申请12件。⏎二、其他⏎无。
    """  # noqa: E501
    for echo in view.contract.echoes:
        rows = {c.row: c.value for c in view.report.cells if (c.table, c.column) == (echo.table, echo.column)}
        if not rows:
            continue
        sums = []
        for patterns in echo.rows:
            values = [value for pattern in patterns for row, value in rows.items() if pattern.fullmatch(row)]
            if len(values) == len(patterns) and None not in values:
                sums.append(sum((value for value in values if value is not None), Decimal(0)))
        if not sums:
            continue
        for found in view.finds(echo.pattern):
            if Decimal(found["n"]) not in sums:
                zh = f"{echo.name}{found['n']}件，表格里是{sums[-1]}件"
                yield view.hit(found.start("n"), found.end("n"), zh, f"the table says {sums[-1]}")


@rule("GR313", "table-not-count", REQUIRED, "warning")
def table_not_count(view: View) -> Iterator[Finding]:
    """件数是不小于0的整数 / counts are whole and not below zero

    没有半件的申请，也没有负的。 / There is no half a request.

    来源：国办公开办函〔2021〕30号
    错：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎良好。⏎⏎## 二、政府信息公开行政复议、行政诉讼情况⏎⏎| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 |⏎|---|---|---|---|---|⏎| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |⏎| 1.5 | 0 | 0 | 0 | 1.5 |⏎
    错：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎良好。⏎⏎## 二、政府信息公开行政复议、行政诉讼情况⏎⏎| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 |⏎|---|---|---|---|---|⏎| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |⏎| -1 | 1 | 0 | 0 | 0 |⏎
    对：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎良好。⏎⏎## 二、政府信息公开行政复议、行政诉讼情况⏎⏎| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 |⏎|---|---|---|---|---|⏎| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |⏎| 1 | 1 | 0 | 0 | 2 |⏎
    对：某局2023年工作总结⏎一、总体情况⏎良好。⏎二、其他⏎无。
    """  # noqa: E501
    money = {row for form in view.contract.tables if not form.integers for row, _ in form.paths}
    for cell in view.report.cells:
        value = cell.value
        if value is None or cell.row in money or "金额" in cell.column:
            continue
        if value < 0 or value != value.to_integral_value():
            yield _on_row(view, cell, f"“{cell.text}”不是件数", f"{cell.text} is no count", "")


TIMES, LEAST = 5, 10


@rule("GR314", "table-jump", PRACTICE, "info", needs="previous")
def table_jump(view: View) -> Iterator[Finding]:
    """与上年相差五倍以上的数再核一遍 / check figures that are five times last year's, or a fifth

    多打、少打一个数字，常常就差这么多。 / That is what a digit too many or too few makes.

    来源：实务
    错：# 某局2022年政府信息公开工作年度报告⏎⏎## 一、主动公开政府信息情况⏎⏎| 第二十条第（五）项 | 第二十条第（五）项 |⏎|---|---|⏎| 信息内容 | 本年处理决定数量 |⏎| 行政许可 | 120 |⏎‖# 某局2023年政府信息公开工作年度报告⏎⏎## 一、主动公开政府信息情况⏎⏎| 第二十条第（五）项 | 第二十条第（五）项 |⏎|---|---|⏎| 信息内容 | 本年处理决定数量 |⏎| 行政许可 | 1250 |⏎
    错：# 某局2022年政府信息公开工作年度报告⏎⏎## 一、主动公开政府信息情况⏎⏎| 第二十条第（五）项 | 第二十条第（五）项 |⏎|---|---|⏎| 信息内容 | 本年处理决定数量 |⏎| 行政许可 | 120 |⏎‖# 某局2023年政府信息公开工作年度报告⏎⏎## 一、主动公开政府信息情况⏎⏎| 第二十条第（五）项 | 第二十条第（五）项 |⏎|---|---|⏎| 信息内容 | 本年处理决定数量 |⏎| 行政许可 | 12 |⏎
    对：# 某局2022年政府信息公开工作年度报告⏎⏎## 一、主动公开政府信息情况⏎⏎| 第二十条第（五）项 | 第二十条第（五）项 |⏎|---|---|⏎| 信息内容 | 本年处理决定数量 |⏎| 行政许可 | 120 |⏎‖# 某局2023年政府信息公开工作年度报告⏎⏎## 一、主动公开政府信息情况⏎⏎| 第二十条第（五）项 | 第二十条第（五）项 |⏎|---|---|⏎| 信息内容 | 本年处理决定数量 |⏎| 行政许可 | 150 |⏎
    对：某局2022年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。‖某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    """  # noqa: E501
    if view.previous is None:
        return
    last = {(c.table, c.row, c.column): c.value for c in view.previous.report.cells}
    for cell in view.report.cells:
        before = last.get((cell.table, cell.row, cell.column))
        if before is None or cell.value is None or max(before, cell.value) < LEAST or not before or not cell.value:
            continue
        if cell.value > TIMES * before or cell.value * TIMES < before:
            zh = f"“{_short(cell.row)}”上年{before}，本年{cell.value}，请核对"
            yield _on_row(view, cell, zh, f"last year {before}, this year {cell.value}", "")


TOTAL = re.compile("^(?:合计|总计|共计)$")


@rule("GR315", "table-total", REQUIRED, "error")
def table_total(view: View) -> Iterator[Finding]:
    """表格的合计等于各行之和 / the total of a table is the sum of its rows

    别的列都对、只有一列不对的，才会报告。 / Said only where the other columns add up.

    来源：《党政机关公文处理工作条例》第二十条第（四）项
    错：# 某局2023年工作总结⏎⏎## 一、工作⏎⏎| 单位 | 受理 | 办结 | 转办 |⏎|---|---|---|---|⏎| 甲 | 10 | 8 | 1 |⏎| 乙 | 20 | 19 | 2 |⏎| 合计 | 31 | 27 | 3 |⏎
    错：# 某局2023年工作总结⏎⏎## 一、工作⏎⏎| 单位 | 受理 | 办结 | 转办 |⏎|---|---|---|---|⏎| 合计 | 30 | 27 | 4 |⏎| 甲 | 10 | 8 | 1 |⏎| 乙 | 20 | 19 | 2 |⏎
    对：# 某局2023年工作总结⏎⏎## 一、工作⏎⏎| 单位 | 受理 | 办结 | 转办 |⏎|---|---|---|---|⏎| 甲 | 10 | 8 | 1 |⏎| 乙 | 20 | 19 | 2 |⏎| 合计 | 30 | 27 | 3 |⏎
    对：# 某局2023年工作总结⏎⏎## 一、工作⏎⏎| 单位 | 受理 |⏎|---|---|⏎| 甲 | 10 |⏎| 其中：乙 | 5 |⏎| 合计 | 10 |⏎
    """  # noqa: E501
    for where, section in view.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield from _totals(view, where, section, block)


def _totals(view: View, where: str, section: Section, table: Table) -> Iterator[Finding]:
    totals = [row for row in table.rows if row and TOTAL.match(re.sub(r"\s", "", row[0]))]
    if len(totals) != 1:
        return
    rows = [row for row in table.rows if row is not totals[0] and any(_number(cell) is not None for cell in row[1:])]
    wrong, right = [], 0
    for column in range(1, len(totals[0])):
        stated = _number(totals[0][column])
        values = [_number(row[column]) if column < len(row) else None for row in rows]
        known = [value for value in values if value is not None]
        if stated is None or len(known) < 2 or len(known) < len(rows):
            continue
        if sum(known, Decimal(0)) == stated:
            right += stated > 0
        else:
            wrong.append((column, stated, sum(known, Decimal(0))))
    if len(wrong) == 1 and right >= 2:
        _, stated, total = wrong[0]
        span = _row_span(view, table, totals[0][0]) or table.span or head_span(section)
        yield Finding("", "", f"合计{stated}，各行之和是{total}", f"the rows add up to {total}", span, where=where)


def _number(text: str) -> Decimal | None:
    plain = text.strip().replace(",", "")
    return Decimal(plain) if re.fullmatch(r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?", plain) else None


def _short(name: str) -> str:
    """The last part of the name of a row or column."""
    return name.rsplit("/", 1)[-1]


def _on_row(view: View, cell: Cell, zh: str, en: str, severity: str) -> Finding:
    """A finding on the row of a cell of a statutory table; on the heading above where the row isn't found."""
    for where, section in view.sections:
        if section.role != TABLE_ROLES.get(cell.table):
            continue
        for block in section.blocks:
            if isinstance(block, Table):
                span = _row_span(view, block, cell.row if cell.table != "litigation" else "")
                if span is not None:
                    return Finding("", severity, zh, en, span, where=where)
        return Finding("", severity, zh, en, head_span(section), where=where)
    return Finding("", severity, zh, en, None)


def _row_span(view: View, table: Table, name: str) -> Span | None:
    """The line of the source that a row of a table is; the last line of the table for no name."""
    source = view.report.source
    if source is None or table.span is None:
        return None
    label = _short(name)[:6]
    at = source.text.find(label, table.span.start, table.span.end) if label else -1
    if label and at < 0:
        return None
    if not label:
        at = max(table.span.start, source.text.rfind("\n", table.span.start, table.span.end - 1) + 1)
    begin = max(table.span.start, source.text.rfind("\n", table.span.start, at) + 1)
    end = source.text.find("\n", at, table.span.end)
    return Span(begin, end if end >= 0 else table.span.end)
