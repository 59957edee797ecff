"""Show a report as a tree with its facts and write it as JSON; without arguments, the report beside this file.

python examples/kebu_2022.py                     # kebu_2022.md → kebu_2022.json
python examples/kebu_2022.py 报告.txt -o 报告.json  # any other report
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import govreport

HERE = Path(__file__).parent


def label(section: govreport.Section) -> str:
    """A section in one line: its number and its heading, or how its text begins."""
    number = section.number.text if section.number else ""
    return number + (section.heading or section.text.replace("\n", "")[:20] + "…")


def show(report: govreport.Report) -> None:
    """The head of the report, then its sections, indented by depth."""
    fields = {
        "标题 title": report.title,
        "发文机关 issuer": report.issuer,
        "发文字号 document number": report.document_number,
    }
    for name, value in fields.items():
        if value:
            print(f"{name}：{value}")
    print()
    addressed = [(report.address(section), section) for section in report.walk()]
    for address, section in addressed:
        print("  " * (len(address.steps) - 1) + label(section))
    print(f"\n共 {len(addressed)} 节 sections")


def tell(report: govreport.Report) -> None:
    """What the report says: its kind and years, figures, plans, problems, citations, each with its place."""
    print(f"\n种类 kind：{report.kind}，总结 year：{report.year}，计划 plan year：{report.plan_year}")
    print(f"\n指标 metrics（{len(report.metrics)}）")
    for metric in report.metrics:
        bound = {"above": "≥", "below": "≤", "around": "约"}.get(metric.bound, "")
        whole = f"（{metric.whole.name}之中）" if metric.whole else ""
        print(f"  {metric.name}：{bound}{metric.value:f}{metric.unit}{whole}  [{metric.where or '导语'}]")
    print(f"\n计划 plans（{len(report.plans)}）")
    for plan in report.plans:
        print(f"  {plan.year} {plan.heading or plan.text[:24] + '…'}  [{plan.where}]")
    print(f"\n问题 problems（{len(report.problems)}）")
    for problem in report.problems:
        print(f"  {problem.text[:40]}  [{problem.where}]")
    print(f"\n引用 citations（{len(report.citations)}）")
    for citation in report.citations:
        print(f"  《{citation.title}》{citation.number}{citation.article}  [{'、'.join(citation.where)}]")


def look_up(report: govreport.Report, wanted: list[str]) -> None:
    """Some addresses and what stands there."""
    for address in wanted:
        section = report.at(address)
        print(f"{report.address(section)} → {label(section)}")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Show a government work report as a tree and write it as JSON.")
    parser.add_argument("report", nargs="?", type=Path, default=HERE / "kebu_2022.md", help="the report to read")
    parser.add_argument("-o", "--output", type=Path, help="where the JSON goes; default: ./NAME.json")
    parser.add_argument("-a", "--at", action="append", help="an address to look up, such as 一/（三）/二是; repeatable")
    options = parser.parse_args(arguments)
    output = options.output or Path(options.report.stem + ".json")
    own = options.report == HERE / "kebu_2022.md"
    try:
        report = govreport.read(options.report)
        show(report)
        tell(report)
        print()
        look_up(report, options.at or (["一/（三）/二是", "二/三是", "三/（二）", "四/五是"] if own else []))
        govreport.write(report, output, "json")
    except govreport.GovReportError as error:
        print(f"{Path(sys.argv[0]).name}: {error}", file=sys.stderr)
        return 2
    print(f"已写入 wrote {output}")
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a terminal without Chinese shows ?, and the tree goes on
    sys.exit(main())
