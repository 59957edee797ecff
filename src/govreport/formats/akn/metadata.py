"""Metadata (meta/proprietary) in a namespace of our own: the elements of GB/T 33480-2016, and what the report keeps.

`g:公文元数据` holds the elements of GB/T 33480-2016 (4.1—4.18) that are known, by their Chinese names. `g:properties`
holds what reading back needs, by the names of `properties`; `g:facts` the conclusions about the report as a whole.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from ...model.report import Report
from ..properties import Properties, named, properties_of, read_properties
from .markup import OWN, Writer, words
from .references import References

STANDARD: dict[str, Callable[[Report], str] | None] = {
    "公文标识": None,
    "文种": None,
    "份号": None,
    "密级和保密期限": None,
    "紧急程度": None,
    "发文机关标志": None,
    "发文字号": lambda report: str(report.document_number or ""),
    "签发人": None,
    "标题": lambda report: report.title,
    "主送机关": lambda report: report.recipients.rstrip("：:"),
    "附件说明": lambda report: "；".join(report.closing.enclosures),
    "发文机关或签发人署名": lambda report: " ".join(report.closing.signature),
    "成文日期": lambda report: report.date or report.closing.date,
    "附注": None,
    "抄送机关": None,
    "印发机关": None,
    "印发日期": None,
    "发布层次": None,
}
"""The core elements of GB/T 33480-2016 in its order, and where the report has them; others come from its metadata."""


def standard_elements(report: Report) -> dict[str, str]:
    """The elements of GB/T 33480-2016 that are known of a report.

    >>> standard_elements(Report(title="某县工作总结", metadata={"紧急程度": "平急", "索引号": "A1"}))
    {'紧急程度': '平急', '标题': '某县工作总结'}
    """
    found = {name: (said(report) if said else "") or report.metadata.get(name, "") for name, said in STANDARD.items()}
    return {name: value for name, value in found.items() if value}


def write_proprietary(out: Writer, report: Report, references: References) -> None:
    """`proprietary` of a report."""
    out.begin("proprietary", {"source": references.to("TLCOrganization", "govreport")})
    out.begin("g:公文元数据", {"standard": "GB/T 33480-2016"})
    for name, value in standard_elements(report).items():
        out.leaf(f"g:{name}", words(value))
    out.end()
    years = {"year": report.year, "planYear": report.plan_year}
    said = {name: str(year) for name, year in years.items() if year is not None}
    out.leaf("g:facts", attributes={"kind": report.kind, **said})
    out.begin("g:properties")
    for name, value in named(properties_of(report)).items():
        out.leaf("g:property", words(value), {"name": name})
    out.end()
    out.end()


def read_proprietary(meta: etree._Element | None) -> Properties | None:
    """What `write_proprietary` kept; None in files that aren't our own."""
    found = meta.find(f"proprietary/{{{OWN}}}properties") if meta is not None else None
    if found is None:
        return None
    return read_properties((item.get("name") or "", item.text or "") for item in found)
