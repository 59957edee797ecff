"""Rows (行): a report as rows of tidy tables, keyed by content (`report`, a hash of the file) and address.

TABLES is the schema: what each column holds, in which type, in Chinese and English. Types are those of JSON and Parquet
alike: str, int, float, bool. Numbers of metrics are given twice, as a float to reckon with and as text (`value_text`)
with all digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..model.address import addresses
from ..model.facts import Metric
from ..model.note import Finding
from ..model.report import Report, Table
from ..model.source import Span

Row = dict[str, Any]
Rows = dict[str, list[Row]]
Column = tuple[str, type, str]

KEY: tuple[Column, ...] = (("report", str, "内容散列，报告的键 / hash of the content, the key of the report"),)
PLACE: tuple[Column, ...] = (
    ("address", str, "所在节的地址 / address of the section"),
    ("start", int, "在原文中的起点（码位） / where it begins in the text, in code points"),
    ("end", int, "终点 / where it ends"),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "reports": (
        *KEY,
        ("path", str, "文件 / the file"),
        ("duplicate_of", str, "内容相同的前一个文件 / an earlier file with the same content"),
        ("format", str, "格式 / format"),
        ("bytes", int, "字节数 / size of the file"),
        ("characters", int, "字数 / code points of the text"),
        ("kind", str, "种类 / kind"),
        ("year", int, "总结的年份 / year reported on"),
        ("plan_year", int, "计划的年份 / year planned for"),
        ("title", str, "标题 / title"),
        ("issuer", str, "发文机关 / issuer"),
        ("document_number", str, "发文字号 / document number"),
        ("date", str, "日期 / date"),
        ("sections", int, "节数 / how many sections"),
        ("metrics", int, "指标数 / how many metrics"),
        ("plans", int, "计划数 / how many plans"),
        ("problems", int, "问题数 / how many problems"),
        ("citations", int, "引用数 / how many citations"),
        ("notes", int, "解析提示数 / how many notes of the parser"),
    ),
    "sections": (
        *KEY,
        *PLACE,
        ("parent", str, "上级的地址 / address of the parent"),
        ("depth", int, "层级，1 起 / depth from 1 on"),
        ("order", int, "次序，0 起 / place in reading order from 0 on"),
        ("number", str, "编号 / number as written"),
        ("style", str, "编号样式 / style of the number"),
        ("heading", str, "标题 / heading"),
        ("role", str, "所在顶层节的职能 / role of the top section"),
        ("text", str, "本节自己的文字 / the section's own text"),
        ("tables", int, "表格数 / how many tables"),
    ),
    "metrics": (
        *KEY,
        *PLACE,
        ("name", str, "指标 / name"),
        ("value", float, "数值 / value"),
        ("value_text", str, "数值，全部数位 / value with all digits"),
        ("upper", float, "上限 / upper end of a range"),
        ("unit", str, "单位 / unit"),
        ("bound", str, "界限 / bound"),
        ("kind", str, "种类 / level, change, growth, rank"),
        ("direction", str, "增减 / up, down"),
        ("year", int, "年份 / year"),
        ("is_target", bool, "是否目标 / whether a plan promises it"),
        ("whole", str, "总项 / name of the whole it is a part of"),
        ("text", str, "原文 / as written"),
    ),
    "plans": (
        *KEY,
        *PLACE,
        ("year", int, "年份 / year"),
        ("heading", str, "标题 / heading"),
        ("text", str, "内容 / text"),
        ("actors", str, "责任单位，以、相连 / who does it"),
        ("deadline", str, "时限 / until when"),
        ("targets", int, "目标数 / how many targets"),
    ),
    "problems": (*KEY, *PLACE, ("text", str, "问题 / text"), ("cause", str, "原因 / cause")),
    "citations": (
        *KEY,
        *PLACE,
        ("title", str, "名称 / title"),
        ("number", str, "文号 / document number"),
        ("article", str, "条款 / article"),
        ("short", str, "简称 / short form"),
    ),
    "findings": (
        *KEY,
        *PLACE,
        ("code", str, "规则代码 / code of the rule"),
        ("name", str, "规则名 / name of the rule"),
        ("level", str, "层级 / level"),
        ("severity", str, "严重程度 / severity"),
        ("message", str, "说明 / message"),
        ("fix", str, "可否修复 / safe, unsafe"),
    ),
    "errors": (
        ("path", str, "文件 / the file"),
        ("error", str, "类别 / kind of the error"),
        ("message", str, "说明 / message in Chinese"),
        ("message_en", str, "说明 / message in English"),
    ),
}


def rows_of(report: Report, findings: Iterable[Finding], key: str, path: str, size: int) -> Rows:
    """The rows of a report in all tables but `errors`.

    >>> from govreport import parse
    >>> rows = rows_of(parse("某县2024年工作总结\\n一、总体情况\\n办件30件。"), (), "a1", "报告.txt", 60)
    >>> [(row["address"], row["heading"]) for row in rows["sections"]], rows["metrics"][0]["value"]
    ([('一', '总体情况')], 30.0)
    """
    return {
        "reports": [_report(report, key, path, size)],
        "sections": list(_sections(report, key)),
        "metrics": [_metric(metric, key) for metric in report.metrics],
        "plans": [
            {"report": key, **_place(plan.where, plan.span), "year": plan.year, "heading": plan.heading}
            | {
                "text": plan.text,
                "actors": "、".join(plan.actors),
                "deadline": plan.deadline,
                "targets": len(plan.targets),
            }
            for plan in report.plans
        ],
        "problems": [
            {"report": key, **_place(problem.where, problem.span), "text": problem.text, "cause": problem.cause}
            for problem in report.problems
        ],
        "citations": list(_citations(report, key)),
        "findings": [
            {"report": key, **_place(finding.where, finding.span), "code": finding.code, "name": finding.name}
            | {"level": finding.level, "severity": finding.severity, "message": finding.message, "fix": finding.fix}
            for finding in findings
        ],
    }


def _place(where: str, span: Span | None) -> Row:
    return {"address": where, "start": span.start if span else None, "end": span.end if span else None}


def _report(report: Report, key: str, path: str, size: int) -> Row:
    source = report.source
    return {
        "report": key,
        "path": path,
        "duplicate_of": None,
        "format": source.format if source else "",
        "bytes": size,
        "characters": len(source.text) if source else 0,
        "kind": report.kind,
        "year": report.year,
        "plan_year": report.plan_year,
        "title": report.title,
        "issuer": report.issuer,
        "document_number": str(report.document_number or ""),
        "date": report.date,
        "sections": sum(1 for _ in report.walk()),
        "metrics": len(report.metrics),
        "plans": len(report.plans),
        "problems": len(report.problems),
        "citations": len(report.citations),
        "notes": len(report.notes),
    }


def _sections(report: Report, key: str) -> Iterator[Row]:
    role: str | None = None
    for order, (address, section) in enumerate(addresses(report)):
        depth = len(address.steps)
        role = section.role if depth == 1 else role
        where = str(address)
        yield {
            "report": key,
            **_place(where, section.span),
            "parent": "/".join(address.steps[:-1]) or None,
            "depth": depth,
            "order": order,
            "number": section.number.text if section.number else None,
            "style": section.number.style if section.number else None,
            "heading": section.heading,
            "role": role,
            "text": section.text,
            "tables": sum(isinstance(block, Table) for block in section.blocks),
        }


def _metric(metric: Metric, key: str) -> Row:
    return {
        "report": key,
        **_place(metric.where, metric.span),
        "name": metric.name,
        "value": float(metric.value),
        "value_text": f"{metric.value:f}",
        "upper": float(metric.upper) if metric.upper is not None else None,
        "unit": metric.unit,
        "bound": metric.bound,
        "kind": metric.kind,
        "direction": metric.direction,
        "year": metric.year,
        "is_target": metric.is_target,
        "whole": metric.whole.name if metric.whole else None,
        "text": metric.text,
    }


def _citations(report: Report, key: str) -> Iterator[Row]:
    """A row for each place of each citation."""
    for citation in report.citations:
        for at, where in enumerate(citation.where):
            span = citation.spans[at] if at < len(citation.spans) else None
            yield {
                "report": key,
                **_place(where, span),
                "title": citation.title,
                "number": citation.number,
                "article": citation.article,
                "short": citation.short,
            }
