"""A report that an office prints to PDF gives the tree that its text gives (needs LibreOffice).

`benchmarks/pdf_trees.py` does the same for the whole corpus and says what differs.
"""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from govreport import parse

ROOT = Path(__file__).resolve().parents[3]
pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
TEXT = """云溪县统计局关于2023年法治政府建设情况和2024年工作安排的报告

县人民政府：

2023年，县统计局坚持依法统计、依法治统，把法治政府建设放在全局工作的重要位置，各项任务按计划推进。现将有关情况报告如下：

一、主要工作

（一）加强组织领导。成立由主要负责人任组长的领导小组，全年召开专题会议4次，印发《云溪县统计局法治建设要点》（云统发〔2023〕7号），细化任务26项。一是压实责任。把法治建设纳入年度考核，占比提高到10%。二是加强学习。组织集中学法12次，参加人数360人次，干部“学法用法”考试合格率100%。

（二）规范统计执法。全年检查企业128家，比上年增长6.7%；发出责令改正通知书9份，立案3件，罚款2.5万元，没有发生行政复议和行政诉讼。

二、存在的主要问题

一是执法力量不足，全局持证人员只有11人。二是部分企业统计基础薄弱，源头数据质量有待提高。

三、2024年工作安排

（一）继续完善制度。

1.修订执法流程，公开执法结果。

2.健全数据质量责任制，确保数据真实准确。

（二）提升服务水平。开展“统计进企业”活动20场，培训统计人员600人次以上，力争企业联网直报率达到99%。

云溪县统计局

2024年1月15日
"""


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """The benchmark, which typesets and prints reports."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    spec = importlib.util.spec_from_file_location("pdf_trees", ROOT / "benchmarks" / "pdf_trees.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_five_layouts_of_one_report(bench: ModuleType, tmp_path: Path) -> None:
    """Official and office layouts, justified and ragged, with and without indents, in columns, with running heads."""
    source = tmp_path / "report.txt"
    source.write_text(TEXT, encoding="utf-8")
    assert len(list(parse(TEXT).walk())) == 13
    said: list[str] = []
    assert bench.compared([source], list(bench.LAYOUTS), tmp_path, said.append) == (5, 5, 5)
    assert said == []
