"""What a report says of itself and no paragraph shows: for the document properties of formats that have such.

A format writes `named` in its own place (docProps/custom.xml, `<meta>`, CustomDatas, `proprietary`) and gives what it
finds there to `read_properties`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from ..model.report import Report

OWN = "govreport."
"""Names with this prefix are the library's own; readers of foreign files leave them out of the metadata."""


@frozen
class Properties:
    """发布机构 and date as the report has them (which may be conclusions), and its metadata."""

    issuer: str = ""
    date: str = ""
    metadata: Mapping[str, str] = field(factory=dict)


def properties_of(report: Report) -> Properties:
    """What must be kept beside the paragraphs of a report."""
    return Properties(report.issuer, report.date, dict(report.metadata))


def named(properties: Properties) -> dict[str, str]:
    """The properties under names: the library's own with a prefix, metadata as it is named.

    >>> named(Properties("某县司法局", "", {"索引号": "A01"}))
    {'govreport.issuer': '某县司法局', 'govreport.date': '', '索引号': 'A01'}
    """
    return {f"{OWN}issuer": properties.issuer, f"{OWN}date": properties.date, **properties.metadata}


def read_properties(found: Iterable[tuple[str, str]]) -> Properties:
    """The inverse of `named`; own names that aren't known are left out.

    >>> read_properties(named(Properties("某县司法局", "2024-01-08", {"索引号": "A01"})).items())
    Properties(issuer='某县司法局', date='2024-01-08', metadata={'索引号': 'A01'})
    """
    values = dict(found)
    metadata = {name: value for name, value in values.items() if not name.startswith(OWN)}
    return Properties(values.get(f"{OWN}issuer", ""), values.get(f"{OWN}date", ""), metadata)
