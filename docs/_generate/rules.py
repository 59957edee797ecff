"""Rules of the check, a page of what `govreport rule --all --output md` says, by families."""

from __future__ import annotations

from govreport.check.rule import FAMILIES
from govreport.check.rule import rules as all_rules
from govreport.cli.rule import as_markdown

NAMES = {
    "comments": "豁免",
    "structure": "结构",
    "kind": "文种",
    "numbers": "数字",
    "years": "年份、名称",
    "typography": "文字",
    "layout": "版面",
}


def rules() -> str:
    """A heading for each family that has rules, and under it a section for each rule."""
    found = [rule for code, rule in all_rules().items() if code.startswith("GR")]
    pages = [f"共 {len(found)} 条。 {len(found)} rules in all."]
    for letters, family in FAMILIES.items():
        own = [rule for rule in found if rule.code.startswith(letters)]
        if own:
            pages.append(f"## {letters}xx {NAMES[family]} {family}")
            pages += [f"({rule.code.lower()})=\n\n{as_markdown(rule, 'zh')}" for rule in own]
    return "\n\n".join(pages)
