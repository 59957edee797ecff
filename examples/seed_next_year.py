"""Seed next year's report from last year's: structure kept, years rolled on, figures and plans turned into questions.

python examples/seed_next_year.py                                   # kebu_2022.md → kebu_2023.docx
python examples/seed_next_year.py 去年.docx --year 2026 -o 今年.docx  # any other report
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import govreport

HERE = Path(__file__).parent


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Write the draft of next year's report.")
    parser.add_argument("report", nargs="?", type=Path, default=HERE / "kebu_2022.md", help="last year's report")
    parser.add_argument("--year", type=int, help="the year that the draft is about; default: the next")
    parser.add_argument("--keep", choices=["text", "outline"], default="text", help="keep the text, or headings alone")
    parser.add_argument("-o", "--output", type=Path, help="where the draft goes; default: ./NAME_YEAR.docx")
    options = parser.parse_args(arguments)
    try:
        last = govreport.read(options.report)
        draft = govreport.seed(last, options.year, keep=options.keep)
        name = options.report.stem.replace(str(last.year), "").rstrip("_-")
        output = options.output or Path(f"{name}_{draft.year}.docx")
        govreport.write(draft, output)
        gaps = [finding for finding in govreport.check(draft) if finding.name == "placeholder-left"]
    except govreport.GovReportError as error:
        print(f"{Path(sys.argv[0]).name}: {error}", file=sys.stderr)
        return 2
    print(f"{last.title}（{last.year}）→ {draft.title}（{draft.year}），待填 to fill in：{len(gaps)} 处")
    for section in draft.walk():
        if section.number and "【待填" in section.text:
            print(f"  [{draft.address(section)}] {section.heading or section.text.splitlines()[0][:40]}")
    print("请核对 to check by hand：")
    for note in draft.notes:
        print(f"  {note.message}")
    print(f"已写入 wrote {output}")
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a terminal without Chinese shows ?, and the draft goes on
    sys.exit(main())
