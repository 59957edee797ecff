"""Kinds of reports, from their TOML."""

from __future__ import annotations

from govreport.kinds import Kind
from govreport.kinds import kinds as all_kinds
from govreport.kinds.contract import Contract, Expected

from .markdown import code, table

YEARS = {
    "reported": "标题里的年份是所总结的年份 the year in the title is the one reported on",
    "delivered": "在标题里的年份作报告，总结上一年 delivered in the year in the title, about the year before",
    "planned": "标题里的年份是所计划的年份 the year in the title is the one planned for",
    "budget": "上年执行、当年预算 last year's accounts and this year's budget",
}
REQUIREMENTS = {"required": "应有 required", "recommended": "宜有 recommended", "optional": "可有 optional"}


def kinds() -> str:
    """A section for each kind, with what it asks for."""
    return "\n\n".join(map(_kind, all_kinds()))


def _kind(kind: Kind) -> str:
    facts = [f"- 年份 years：{YEARS[kind.years]}"]
    if kind.title.pattern != "(?!)":
        facts.insert(0, f"- 标题 title：{code(kind.title.pattern)}")
    if kind.title_not.pattern != "(?!)":
        facts.insert(1, f"- 标题不含 title has not：{code(kind.title_not.pattern)}")
    roles = table(("职能 role", "标题用语 words in headings"), [(code(n), code(p.pattern)) for n, p in kind.roles])
    page = [f"## `{kind.id}` {kind.name}", "\n".join(facts)]
    if kind.roles:
        page += [roles]
    if kind.asks is not None:
        page += ["### 内容要求 Contract" + f" `{kind.id}`", _contract(kind.contract)]
    return "\n\n".join(page)


def _contract(contract: Contract) -> str:
    since = f"{contract.since or ''}—{contract.until or ''}" if contract.since or contract.until else ""
    flags = [
        said
        for held, said in (
            (contract.ordered, "各节依此顺序 in this order"),
            (contract.exact, "标题逐字相同 headings word by word"),
            (contract.closed, "没有别的节 no other sections"),
        )
        if held
    ]
    said = [f"{contract.level}：{contract.source}" if contract.source else contract.level]
    said += [f"所总结的年份 years {since}"] if since else []
    page = ["；".join([*said, *flags]) + "。"]
    if contract.sections:
        page.append(table(("节 section", "职能 role", "", "要说到 must mention"), map(_section, contract.sections)))
    if contract.tables:
        rows = [(form.name, code(form.table), f"{len(form.rows)} × {len(form.columns)}") for form in contract.tables]
        page.append(table(("表 table", "", "行 × 列 rows × columns"), rows))
    if contract.identities:
        rows = [(code(row.id), row.name, row.name_en) for row in contract.identities]
        page.append(table(("勾稽 identity", "", ""), rows))
    if contract.deadlines:
        rows = [(f"{row.month} 月 {row.day} 日前", row.name, row.source) for row in contract.deadlines]
        page.append(table(("时限 deadline", "", "来源 source"), rows))
    return "\n\n".join(page)


def _section(expected: Expected) -> tuple[str, str, str, str]:
    topics = [expected.mention.name] if expected.mention else []
    topics += [topic.name for topic in expected.topics]
    return expected.name, code(expected.role), REQUIREMENTS[expected.requirement], "、".join(topics)
