"""`govreport rule`: what a rule says, why, and on whose authority."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from ..check.config import Settings, find, load
from ..check.output.words import LEVEL, SEVERITY, side
from ..check.plugins import load_rules
from ..check.rule import Rule, rules
from ..check.select import chosen
from .usage import Misuse, command

SIGNS = {
    "⏎": ("⏎ 是换行", "⏎ is a line end"),
    "‖": ("‖ 之前是去年的报告", "last year's report stands before ‖"),
    "※": ("※ 之后是 DOCX 版面的改动", "what is changed in the layout of the DOCX stands behind ※"),
}
"""What is said of the signs in examples."""
FIXES = {"safe": "可自动修复", "unsafe": "有修改建议", None: "无修复"}


@command()
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@click.option("--all", "every", is_flag=True, help="全部规则 / all rules")
@click.option("--output", "target", type=click.Choice(["text", "md", "json"]), default="text", help="输出形式 / form")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言 / language")
def rule(codes: tuple[str, ...], every: bool, target: str, lang: str) -> None:
    """说明规则 CODE / explain a rule; CODE may be the beginning of codes (GR3) or a name."""
    if not codes and not every:
        raise Misuse("请给出规则代码，或用 --all", "name a rule, or use --all")
    path = find(Path.cwd())
    settings = load(path) if path else Settings()
    load_rules(settings.rules)
    found = chosen(rules(), ["ALL"] if every else codes)
    if target == "json":
        sys.stdout.write(json.dumps([as_dict(r) for r in found], ensure_ascii=False, indent=2) + "\n")
        return
    page = as_markdown if target == "md" else as_text
    text = "\n".join(page(r, lang) for r in found)
    signs = [said[lang == "en"] for sign, said in SIGNS.items() if sign in text] if target == "text" else []
    sys.stdout.write(text + (f"\n{('；' if lang == 'zh' else '; ').join(signs)}\n" if signs else ""))


def as_dict(rule: Rule) -> dict[str, Any]:
    """A rule as plain values."""
    said = rule.documentation
    return {
        "code": rule.code,
        "name": rule.name,
        "level": rule.level,
        "severity": rule.severity,
        "fix": rule.fix,
        "default": rule.default,
        "needs": rule.needs,
        "summary": said.zh,
        "summary_en": said.en,
        "why": said.why,
        "source": said.source,
        "wrong": [_lines(example) for example in said.wrong],
        "right": [_lines(example) for example in said.right],
    }


def as_text(rule: Rule, lang: str) -> str:
    """A rule for the terminal."""
    said = rule.documentation
    zh = lang == "zh"
    severity = SEVERITY[rule.severity][not zh]
    level = rule.level if zh else LEVEL.get(rule.level, rule.level)
    state = "" if rule.default else "，默认不用" if zh else ", off by default"
    fix = "" if rule.fix is None else f"，{FIXES[rule.fix]}" if zh else f", fix: {rule.fix}"
    head = f"{rule.code} {rule.name} ({severity}·{level}{fix}{state})"
    wrong, right, source = ("错", "对", "来源") if zh else ("wrong", "right", "source")
    rows = [head, f"  {said.zh if zh else said.en}", f"  {side(said.why, lang)}"]
    rows += [f"  {wrong}: {example}" for example in said.wrong]
    rows += [f"  {right}: {example}" for example in said.right]
    return "\n".join([*rows, f"  {source}: {said.source}"]) + "\n"


def as_markdown(rule: Rule, lang: str) -> str:
    """A rule as a section of the documentation."""
    said = rule.documentation
    head = f"### {rule.code} `{rule.name}`\n\n{said.zh} / {said.en}\n\n{said.why}\n"
    facts = f"{rule.level} · {SEVERITY[rule.severity][0]} · {FIXES[rule.fix]}" + ("" if rule.default else " · 默认不用")
    rows = [f"- 错：`{example}`" for example in said.wrong] + [f"- 对：`{example}`" for example in said.right]
    return f"{head}\n{facts} · 来源：{said.source}\n\n" + "\n".join(rows) + "\n"


def _lines(example: str) -> str:
    return example.replace("⏎", "\n")
