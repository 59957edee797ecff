"""GR147, drafts (草稿): what next year's draft left open (`govreport seed`), no finished report may have."""

from __future__ import annotations

from collections.abc import Iterator

from ...language.placeholders import OPENING, PLACEHOLDER
from ...model.note import Finding
from ...model.report import Table
from ..rule import PRACTICE, rule
from ..view import View


@rule("GR147", "placeholder-left", PRACTICE, "error")
def placeholder_left(view: View) -> Iterator[Finding]:
    """定稿里没有【待填】 / a finished report has no placeholders left

    【待填：…】是起草时留下的空白，定稿之前要逐处填好。 / They are gaps of the draft; each has to be filled in.

    来源：实务
    错：一、总体情况⏎全年办理来信【待填：来信（件），上年30件】。
    错：二、下一步打算⏎【待填：2024年工作安排】。
    对：一、总体情况⏎全年办理来信42件。
    对：一、总体情况⏎表中【项目名称】一栏由申报单位填写。
    """
    for found in PLACEHOLDER.finditer(view.written) if OPENING in view.written else ():
        yield view.hit(found.start(), found.end(), f"“{found[0]}”还没有填", f'"{found[0]}" is still to be filled in')
    for where, section in view.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            count = sum(len(PLACEHOLDER.findall(cell)) for row in table.rows for cell in row)
            if count:
                yield view.on(
                    where,
                    section,
                    f"表格里还有 {count} 处【待填】",
                    f"{count} placeholders are left in the table",
                )
