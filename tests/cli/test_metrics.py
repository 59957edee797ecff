"""`govreport metrics` and the facts that `show` tells."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

Govreport = Callable[..., Any]

REPORT = """\
某县2023年工作总结
一、工作情况
窗口办结事项1.2万余件，比上年增长5.1%。
=1+1家企业共5家。
二、存在的问题
一是人手不足，主要是由于编制偏紧。
三、2024年工作打算
（一）增设窗口20个，6月底前完成。（责任单位：县政务局、县财政局）
依据《某县政务服务办法》。
"""


def test_csv_opens_in_a_spreadsheet(govreport: Govreport) -> None:
    out = govreport("metrics", "-", "--to", "csv", stdin=REPORT.encode()).out
    assert out.startswith("\ufeff指标,数值,")
    first, second, *_ = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert (first["指标"], first["数值"], first["单位"], first["界限"], first["行"]) == (
        "窗口办结事项",
        "12000",
        "件",
        "≥",
        "3",
    )
    assert (second["种类"], second["增减"], second["年份"], second["位置"]) == ("增速", "↑", "2023", "一")


def test_csv_says_in_chinese_what_the_table_says(govreport: Govreport) -> None:
    out = govreport("metrics", "-", "--to", "csv", stdin=REPORT.encode()).out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert {row["目标"] for row in rows} == {"", "目标"}
    said = {row[name] for row in rows for name in ("界限", "种类", "增减", "目标")}
    assert not {word for word in said if word.isascii() and word}


def test_no_cell_is_a_formula(govreport: Govreport) -> None:
    out = govreport("metrics", "-", "--to", "csv", stdin=REPORT.encode()).out
    cells = [cell for row in csv.reader(io.StringIO(out.removeprefix("\ufeff"))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_json_keeps_every_digit(govreport: Govreport) -> None:
    rows = json.loads(govreport("metrics", "-", "--to", "json", stdin=REPORT.encode()).out)
    assert rows[1]["value"] == "5.1"
    assert rows[-1]["is_target"] is True and rows[-1]["year"] == 2024


def test_table(govreport: Govreport) -> None:
    run = govreport("metrics", "-", stdin=REPORT.encode())
    assert (run.code, run.err) == (0, "")
    assert "≥1.2万件" in run.out and "5.1%" in run.out


def test_where_nothing_is_found_a_sentence_says_so(govreport: Govreport) -> None:
    run = govreport("metrics", "-", stdin="你好".encode())
    assert (run.code, run.out) == (0, "") and "没有找到指标" in run.err
    assert govreport("metrics", "-", "--to", "json", stdin="你好".encode()).out == "[]\n"
    run = govreport("show", "-", "--facts", stdin="你好".encode())
    assert run.code == 0 and "──" not in run.out and "--why" in run.err


def test_show_tells_the_facts(govreport: Govreport) -> None:
    out = govreport("show", "--facts", "-", stdin=REPORT.encode()).out
    for said in (
        "种类      工作总结",
        "总结2023  计划2024",
        "县政务局、县财政局",
        "6月底前",
        "由于编制偏紧",
        "某县政务服务办法",
    ):
        assert said in out


def test_a_missing_file(govreport: Govreport) -> None:
    run = govreport("metrics", "没有.txt")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("govreport: 找不到文件")
