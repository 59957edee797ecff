"""Eight threads at once, first use included: a new process, so that modules, tables and dictionaries load while they race.

What each thread makes of its own report is then made again by one thread alone, and must be the same.
"""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor
import govreport

sys.setswitchinterval(1e-5)
THREADS = 8

def text(at):
    return (
        f"某县人民政府{2015 + at}年法治政府建设情况报告\\n一、工作情况\\n（一）办理来信。办理来信{30 + at}件，同比增长{at + 1}.5%，"
        f"地区生产总值１２{at}.４亿元。\\n（三）约{at}00人左右参加。\\n二、存在问题\\n一是部分栏目更新不及时。\\n"
        f"三、{2016 + at}年工作打算\\n（一）改造小区。改造老旧小区{at + 2}个，由县住建局牵头，年底前完成。\\n"
    )

def work(at):
    report, other = govreport.parse(text(at)), govreport.parse(text(at + 1))
    said = [govreport.dumps(report), repr(govreport.check(report)), govreport.fix(report).source.text]
    said += [repr(govreport.diff(report, other).to_dict()), repr(govreport.trace(report, other).to_dict())]
    said.append(govreport.dumps(govreport.seed(report), "md"))
    for format in FORMATS[at % 2 :: 2] + FORMATS:
        data = govreport.dumps(report, format)
        again = govreport.read(data if isinstance(data, bytes) else data.encode(), format)
        said += [data, govreport.dumps(again)]
    try:
        said.append(govreport.dumps(govreport.read(PDF)))
    except govreport.GovReportError as error:
        said.append(str(error))
    return said

FORMATS = ["docx", "html", "akn", "ofd", "md", "txt"]
PDF = (
    b"%PDF-1.4\\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\\n"
    b"4 0 obj<</Length 36>>stream\\nBT /F 12 Tf 50 700 Td (1. Work) Tj ET\\nendstream endobj\\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\\ntrailer<</Root 1 0 R/Size 6>>\\n%%EOF"
)
start = threading.Barrier(THREADS)

def racing(at):
    start.wait()
    return work(at)

with ThreadPoolExecutor(THREADS) as pool:
    found = list(pool.map(racing, range(THREADS)))
alone = [work(at) for at in range(THREADS)]
for at, (one, other) in enumerate(zip(found, alone)):
    for step, (a, b) in enumerate(zip(one, other, strict=True)):
        assert a == b, (at, step, a, b)
print("the same")
"""


def test_eight_threads_give_what_one_gives() -> None:
    run = subprocess.run([sys.executable, "-W", "error", "-c", SCRIPT], capture_output=True, text=True, timeout=120)
    assert (run.returncode, run.stdout, run.stderr) == (0, "the same\n", "")
