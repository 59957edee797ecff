"""The three statutory tables of the disclosure report: forms of 2021 and 2019, blanks, and whole reports."""

from __future__ import annotations

import pytest

from govreport import Cell, parse, read
from govreport.facts.tables import cells

Rows = tuple[tuple[str, ...], ...]


def table(text: str) -> Rows:
    return tuple(tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines())


def values(rows: Rows) -> dict[tuple[str, str], str]:
    return {(cell.row, cell.column): "blank" if cell.value is None else f"{cell.value}" for cell in cells(rows)}


PROACTIVE_2021 = table("""
第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 0 | 0 | 3
行政规范性文件 | 12 | 2 | 1,046
第二十条第（五）项 | 第二十条第（五）项 | 第二十条第（五）项 | 第二十条第（五）项
信息内容 | 本年处理决定数量 | 本年处理决定数量 | 本年处理决定数量
行政许可 | 860 | 860 | 860
第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项
信息内容 | 本年收费金额（单位：万元） | 本年收费金额（单位：万元） | 本年收费金额（单位：万元）
行政事业性收费 | 12.5 | 12.5 | 12.5
""")
PROACTIVE_2019 = table("""
第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
规章 | 0 | 0 | 3
规范性文件 | ２ | 2 | 46
第二十条第（五）项 | 第二十条第（五）项 | 第二十条第（五）项 | 第二十条第（五）项
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政许可 | 215 | -3 | 860
""")
REQUESTS_2021 = table("""
数据的勾稽关系为：一加二等于三加四 | 数据的勾稽关系为：一加二等于三加四 | 申请人情况 | 申请人情况 | 申请人情况
数据的勾稽关系为：一加二等于三加四 | 数据的勾稽关系为：一加二等于三加四 | 自然人 | 法人或其他组织 | 总计
数据的勾稽关系为：一加二等于三加四 | 数据的勾稽关系为：一加二等于三加四 | 自然人 | 商业企业 | 总计
一、本年新收政府信息公开申请数量 | 一、本年新收政府信息公开申请数量 | 15 | 2 | 17
二、上年结转政府信息公开申请数量 | 二、上年结转政府信息公开申请数量 | 0 | 0 | 0
三、本年度办理结果 | （一）予以公开 | 13 |  | 13
三、本年度办理结果 | （七）总计 | 15 | 2 | 17
四、结转下年度继续办理 | 四、结转下年度继续办理 | 0 | — | 无
""")
LITIGATION = table("""
行政复议 | 行政复议 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼
结果维持 | 总计 | 未经复议直接起诉 | 未经复议直接起诉 | 复议后起诉 | 复议后起诉
结果维持 | 总计 | 结果维持 | 总计 | 结果维持 | 总计
1 | 1 | 0 | 2 |  | 0
""")


def test_proactive_disclosure_of_2021() -> None:
    assert values(PROACTIVE_2021) == {
        ("第二十条第（一）项/规章", "本年制发件数"): "0",
        ("第二十条第（一）项/规章", "本年废止件数"): "0",
        ("第二十条第（一）项/规章", "现行有效件数"): "3",
        ("第二十条第（一）项/行政规范性文件", "本年制发件数"): "12",
        ("第二十条第（一）项/行政规范性文件", "本年废止件数"): "2",
        ("第二十条第（一）项/行政规范性文件", "现行有效件数"): "1046",
        ("第二十条第（五）项/行政许可", "本年处理决定数量"): "860",
        ("第二十条第（八）项/行政事业性收费", "本年收费金额（单位：万元）"): "12.5",
    }


def test_proactive_disclosure_of_2019() -> None:
    found = values(PROACTIVE_2019)
    assert len(found) == 9
    assert found["第二十条第（一）项/规范性文件", "本年新制作数量"] == "2"
    assert found["第二十条第（一）项/规范性文件", "对外公开总数量"] == "46"
    assert found["第二十条第（五）项/行政许可", "本年增/减"] == "-3"


def test_requests_have_a_path_for_rows_and_columns() -> None:
    found = values(REQUESTS_2021)
    assert len(found) == 15
    assert found["一、本年新收政府信息公开申请数量", "自然人"] == "15"
    assert found["一、本年新收政府信息公开申请数量", "法人或其他组织/商业企业"] == "2"
    assert found["三、本年度办理结果/（一）予以公开", "总计"] == "13"
    assert found["三、本年度办理结果/（七）总计", "总计"] == "17"


def test_litigation_has_a_row_for_each_way() -> None:
    assert values(LITIGATION) == {
        ("行政复议", "结果维持"): "1",
        ("行政复议", "总计"): "1",
        ("行政诉讼/未经复议直接起诉", "结果维持"): "0",
        ("行政诉讼/未经复议直接起诉", "总计"): "2",
        ("行政诉讼/复议后起诉", "结果维持"): "blank",
        ("行政诉讼/复议后起诉", "总计"): "0",
    }


def test_a_blank_is_no_zero_and_words_are_kept() -> None:
    found = {(c.row, c.column): (c.value, c.text) for c in cells(REQUESTS_2021)}
    assert found["三、本年度办理结果/（一）予以公开", "法人或其他组织/商业企业"] == (None, "")
    assert found["四、结转下年度继续办理", "法人或其他组织/商业企业"] == (None, "—")
    assert found["四、结转下年度继续办理", "总计"] == (None, "无")
    assert found["四、结转下年度继续办理", "自然人"] == (0, "0")


@pytest.mark.parametrize(
    ("rows", "name"), [(PROACTIVE_2021, "proactive"), (REQUESTS_2021, "requests"), (LITIGATION, "litigation")]
)
def test_every_cell_knows_its_table(rows: Rows, name: str) -> None:
    assert {cell.table for cell in cells(rows)} == {name}


def test_white_space_inside_cells_does_not_matter() -> None:
    spaced = tuple(tuple(" ".join(cell) for cell in row) for row in LITIGATION)
    assert values(spaced) == values(LITIGATION)


OTHERS = ["项目 | 数量\n收件 | 12", "单位 | 自然人 | 总计\n窗口 | 3 | 3", "总计"]


@pytest.mark.parametrize("text", OTHERS)
def test_other_tables_have_no_cells(text: str) -> None:
    assert list(cells(table(text))) == []


@pytest.mark.parametrize("rows", [(), ((),), (("第二十条", "信息内容"),), (("申请人情况",),), (("结果维持",),)])
def test_torsos_never_raise(rows: Rows) -> None:
    assert all(isinstance(cell, Cell) for cell in cells(rows))


def html(rows: Rows) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in rows)}</table>"


PAGE = (
    "<h1>{title}</h1><p>一、总体情况</p><p>主动公开信息4521条。</p><p>二、主动公开政府信息情况</p>{first}"
    "<p>三、收到和处理政府信息公开申请情况</p>{second}<p>四、政府信息公开行政复议、行政诉讼情况</p>{third}"
)
TABLES = {"first": html(PROACTIVE_2021), "second": html(REQUESTS_2021), "third": html(LITIGATION)}


def test_a_report_has_the_cells_of_all_its_tables() -> None:
    report = read(PAGE.format(title="桐城区2023年政府信息公开工作年度报告", **TABLES).encode(), "html")
    assert [s.role for s in report.sections] == ["overview", "proactive", "requests", "litigation"]
    expected = [cell for rows in (PROACTIVE_2021, REQUESTS_2021, LITIGATION) for cell in cells(rows)]
    assert list(report.cells) == expected
    assert [m.text for m in report.metrics] == ["4521条"]


def test_reports_of_other_kinds_have_none() -> None:
    assert read(PAGE.format(title="枫林街道2023年工作总结", **TABLES).encode(), "html").cells == ()
    assert parse("桐城区2023年政府信息公开工作年度报告\n\n一、总体情况\n\n好。\n").cells == ()
