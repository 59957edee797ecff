"""GR220–GR223, statutory tables (法定表格): that they are there, whole, and filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...facts.outline import text_of
from ...kinds.contract import Form
from ...model.facts import Cell
from ...model.note import Finding
from ...model.number import parse_number
from ...model.report import Section
from ..rule import REQUIRED, rule
from ..view import View
from .sections import top_sections


def forms(view: View) -> Iterator[tuple[Form, str, Section, list[Cell]]]:
    """The tables that the contract asks for, with the section that each stands in and the cells found there."""
    places = {section.role: (where, section) for where, section in reversed(list(top_sections(view)))}
    for form in view.contract.tables:
        if form.role in places:
            cells = [cell for cell in view.report.cells if cell.table == form.table]
            yield form, *places[form.role], cells


@rule("GR220", "table-missing", REQUIRED, "error")
def table_missing(view: View) -> Iterator[Finding]:
    """法定表格在位 / statutory tables are there

    表格缺失、贴成图片、粘贴时散成一串数字，都无从核对；没有事项也要填0。纯文本里只作警告。 / Missing is not zero.

    来源：国办公开办函〔2021〕30号
    错：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、主动公开政府信息情况⏎本年度没有变化。⏎三、其他需要报告的事项⏎无。
    错：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、收到和处理政府信息公开申请情况⏎见附图。⏎三、其他需要报告的事项⏎无。
    对：某局2023年工作总结⏎一、总体情况⏎良好。⏎二、主动公开政府信息情况⏎良好。⏎三、其他⏎无。
    对：某局2018年政府信息公开工作年度报告⏎一、概述⏎良好。⏎二、主动公开政府信息情况⏎一百条。
    """
    seen: set[str] = set()
    for form, where, section, cells in forms(view):
        if not cells and form.table not in seen:
            seen.add(form.table)
            if _crushed(form, section):
                zh, en = "的法定表格散成了一串文字，对不上行列", "the statutory table was crushed into running text"
            else:
                zh, en = "之下没有法定表格，或者读不出来", "the statutory table is missing, or can't be read"
            plain = _crushed(form, section) or (view.report.source is not None and view.report.source.format == "txt")
            yield view.on(where, section, f"“{section.heading}”{zh}", en, severity="warning" if plain else "")


def _crushed(form: Form, section: Section) -> bool:
    """Whether the words of a table stand in the running text: it was lost on the way into a text file."""
    text = _plain(text_of(section))
    words = {_plain(part) for row, column in form.paths for part in (*row.split("/"), *column.split("/"))}
    return sum(word in text for word in words if len(word) > 2) >= CRUSHED


CRUSHED = 3
"""So many headings of a table in the text are no chance."""


@rule("GR221", "table-incomplete", REQUIRED, "warning")
def table_incomplete(view: View) -> Iterator[Finding]:
    """法定表格不缺行 / statutory tables have all their rows

    格式文本的行不增不减。 / No row is left out or renamed.

    来源：国办公开办函〔2021〕30号
    错：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎良好。⏎⏎## 二、政府信息公开行政复议、行政诉讼情况⏎⏎| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 |⏎|---|---|---|---|---|⏎| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |⏎| 0 | 0 | 0 | 0 | 0 |⏎
    错：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎良好。⏎⏎## 二、主动公开政府信息情况⏎⏎| 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |⏎|---|---|---|---|⏎| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |⏎| 规章 | 0 | 0 | 0 |⏎
    对：某局2023年工作总结⏎一、总体情况⏎良好。⏎二、其他⏎无。
    对：某局2018年政府信息公开工作年度报告⏎一、概述⏎良好。⏎二、主动公开政府信息情况⏎一百条。
    """  # noqa: E501
    missing: dict[str, list[str]] = {}
    places: dict[str, tuple[str, Section]] = {}
    for form, where, section, cells in forms(view):
        have = {_marks(cell.row) for cell in cells}
        lost = [form.under + row for row in form.rows if _marks(form.under + row) not in have]
        if cells and lost:
            places[form.table] = where, section
            missing.setdefault(form.table, []).extend(lost)
    for name, rows in missing.items():
        where, section = places[name]
        zh = f"表格缺“{rows[0].split('/')[-1]}”" + (f"等{len(rows)}行" if len(rows) > 1 else "一行或其中的格")
        yield view.on(where, section, zh, f"{len(rows)} rows of the table are missing or incomplete")


def _marks(row: str) -> tuple[str, ...]:
    """The numbers of a row and of the groups it is in; its words where it has none. Words may come torn from a PDF.

    >>> _marks("三、本年度办理结果/（三）不予公开/2.其他"), _marks("规章")
    (('三、', '（三）', '2.'), ('规章',))
    """
    marks = []
    for part in row.split("/"):
        number = parse_number(part)
        marks.append(number.text if number is not None else _plain(part))
    return tuple(marks)


def _plain(text: str) -> str:
    return re.sub(r"[\s（）()]", "", text)


@rule("GR222", "table-blank", REQUIRED, "warning")
def table_blank(view: View) -> Iterator[Finding]:
    """没有的填0，不空格、不画斜线 / where there is nothing a table says 0

    空格分不清是没有还是漏填。 / A blank may be nothing or forgotten.

    来源：国办公开办函〔2021〕30号
    错：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎良好。⏎⏎## 二、政府信息公开行政复议、行政诉讼情况⏎⏎| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 |⏎|---|---|---|---|---|⏎| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |⏎| 0 |  | 0 | 0 | 0 |⏎
    错：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎良好。⏎⏎## 二、政府信息公开行政复议、行政诉讼情况⏎⏎| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 |⏎|---|---|---|---|---|⏎| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |⏎| 0 | / | 0 | 0 | 0 |⏎
    对：# 某局2023年政府信息公开工作年度报告⏎⏎## 一、总体情况⏎⏎良好。⏎⏎## 二、政府信息公开行政复议、行政诉讼情况⏎⏎| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 |⏎|---|---|---|---|---|⏎| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |⏎| 0 | 0 | 0 | 0 | 0 |⏎
    对：某局2023年工作总结⏎一、总体情况⏎良好。⏎二、其他⏎无。
    """  # noqa: E501
    blank: dict[str, int] = {}
    places: dict[str, tuple[str, Section]] = {}
    for form, where, section, cells in forms(view):
        paths = {(_plain(row), _plain(column)) for row, column in form.paths} if form.integers else set()
        count = sum(c.value is None and (_plain(c.row), _plain(c.column)) in paths for c in cells)
        if count:
            blank[form.table] = blank.get(form.table, 0) + count
            places[form.table] = where, section
    for name, count in blank.items():
        where, section = places[name]
        yield view.on(where, section, f"表格有{count}格没有填数，没有的填0", f"{count} cells hold no number; write 0")


@rule("GR223", "fee-unexplained", REQUIRED, "info")
def fee_unexplained(view: View) -> Iterator[Finding]:
    """收了信息处理费要在第六部分说明 / fees are explained in the last section

    收取信息处理费的情况写入“其他需要报告的事项”。 / How much was taken, and for how many requests.

    来源：国办函〔2020〕109号
    错：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎全年收取信息处理费共计400元。⏎二、其他需要报告的事项⏎无。
    错：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎本年度收取信息处理费1件，200元。⏎二、其他需要报告的事项⏎没有其他事项。
    对：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎良好。⏎二、其他需要报告的事项⏎全年收取信息处理费共计400元。
    对：某局2023年政府信息公开工作年度报告⏎一、总体情况⏎全年未收取信息处理费。⏎二、其他需要报告的事项⏎无。
    """
    if view.kind != "disclosure":
        return
    other = next(((where, s) for where, s in top_sections(view) if s.role == "other"), None)
    if other is None or "费" in other[1].text:
        return
    for found in view.finds(FEE, "信息处理费"):
        if "未" not in found[0] and "没有" not in found[0] and not re.search(r"(?<![0-9.])0+元", found[0]):
            zh = "收取了信息处理费，“其他需要报告的事项”里没有说明"
            yield view.on(*other, zh, "fees were taken, this section doesn't tell of them")
            return


FEE = re.compile(r"[^。；\n]{0,8}收取[^。；\n]{0,8}信息处理费[^。；\n]{0,24}?[1-9][0-9,.]*[万]?元")
