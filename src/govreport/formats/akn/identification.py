"""Identification (meta/identification): work, expression and manifestation, and what foreign files say there.

IRIs follow the Naming Convention 1.0, 4: /akn/cn-fj/doc/report/某县人民政府/2024-01-08/某政发-2024-1/zho@/!main.
The schema wants whole dates: where only a month or year is known, FRBRdate is its first day and says so in `name`
(issued, published, month, year, reportedYear, unknown), while the IRI has what is known.
"""

from __future__ import annotations

from attrs import frozen
from lxml import etree

from ...language.dates import find_date, parse_date
from ...model.report import Report
from .identifiers import label
from .markup import Writer
from .references import References

PROVINCES: dict[str, str] = {
    name: code
    for code, names in {
        "bj": "北京市 北京", "tj": "天津市 天津", "he": "河北省", "sx": "山西省", "nm": "内蒙古自治区 内蒙古",
        "ln": "辽宁省", "jl": "吉林省", "hl": "黑龙江省", "sh": "上海市 上海", "js": "江苏省", "zj": "浙江省",
        "ah": "安徽省", "fj": "福建省", "jx": "江西省", "sd": "山东省", "ha": "河南省", "hb": "湖北省", "hn": "湖南省",
        "gd": "广东省", "gx": "广西壮族自治区 广西", "hi": "海南省", "cq": "重庆市 重庆", "sc": "四川省",
        "gz": "贵州省", "yn": "云南省", "xz": "西藏自治区 西藏", "sn": "陕西省", "gs": "甘肃省", "qh": "青海省",
        "nx": "宁夏回族自治区 宁夏", "xj": "新疆维吾尔自治区 新疆", "hk": "香港特别行政区", "mo": "澳门特别行政区",
    }.items()
    for name in names.split()
}  # fmt: skip
"""ISO 3166-2:CN. Short names only where no other place begins with them (海南州 is in Qinghai)."""

DATED = ("成文日期", "印发日期", "发布日期", "发布时间")
"""Metadata that date a report, best first."""
UNKNOWN = "0001-01-01"


@frozen
class Dated:
    """A date as the schema wants it, as it is known, and what it is."""

    full: str
    known: str
    name: str


def country_of(issuer: str) -> str:
    """cn, or the code of the province where the issuer's name begins with it.

    >>> country_of("福建省某县人民政府"), country_of("某县人民政府")
    ('cn-fj', 'cn')
    """
    code = next((code for name, code in PROVINCES.items() if issuer.startswith(name)), "")
    return f"cn-{code}" if code else "cn"


def dated(report: Report) -> Dated:
    """The date of a report: its own, that of its signature or metadata, the year of its number, or the one it is about.

    >>> dated(Report(date="2024-12"))
    Dated(full='2024-12-01', known='2024-12', name='month')
    >>> dated(Report(year=2023)).known, dated(Report()).name
    ('2023', 'unknown')
    """
    said = [("issued", report.date), ("issued", parse_date(report.closing.date) or "")]
    for key in DATED:
        found = find_date(report.metadata.get(key, ""))
        said.append(("published" if key.startswith("发布") else "issued", found[2] if found else ""))
    dates = [(name, parse_date(date)) for name, date in said]
    for name, date in dates:
        if date and len(date) == 10:
            return Dated(date, date, name)
    month = next((date for _, date in dates if date), None)
    if month:
        return Dated(f"{month}-01", month, "month")
    issued = report.document_number.year if report.document_number else None
    year = issued or report.year or report.plan_year
    if not year or not 1 <= year <= 9999:
        return Dated(UNKNOWN, UNKNOWN[:4], "unknown")
    return Dated(f"{year:04}-01-01", f"{year:04}", "year" if issued else "reportedYear")


@frozen
class Identity:
    """What identifies one report."""

    work: str
    country: str
    date: Dated
    issuer: str
    number: str
    title: str


def identity_of(report: Report, document_type: str) -> Identity:
    """The identity of a report that is written as `document_type`."""
    date, country = dated(report), country_of(report.issuer)
    actor = label(report.issuer)
    actor = f"/{actor}" if actor and not actor[0].isdecimal() else ""
    issued = report.document_number
    known = label(f"{issued.agency}-{issued.year}-{issued.serial}") if issued else ""
    number = known or (report.kind if report.kind != "other" else "nn")
    work = f"/akn/{country}/{document_type}/report{actor}/{date.known}/{number}"
    return Identity(work, country, date, report.issuer, str(issued or ""), report.title)


def write_identification(out: Writer, identity: Identity, references: References, component: str = "main") -> None:
    """`identification` of the main document or of an attachment (`component`)."""
    author = references.to("TLCOrganization", identity.issuer)
    role = references.to("TLCRole", "发文机关")
    levels = (
        ("FRBRWork", f"{identity.work}/!{component}", identity.work),
        ("FRBRExpression", f"{identity.work}/zho@/!{component}", f"{identity.work}/zho@"),
        ("FRBRManifestation", f"{identity.work}/zho@/!{component}.akn", f"{identity.work}/zho@.akn"),
    )
    out.begin("identification", {"source": references.to("TLCOrganization", "govreport")})
    for level, this, uri in levels:
        out.begin(level)
        out.leaf("FRBRthis", attributes={"value": this})
        out.leaf("FRBRuri", attributes={"value": uri})
        out.leaf("FRBRdate", attributes={"date": identity.date.full, "name": identity.date.name})
        out.leaf("FRBRauthor", attributes={"href": author, "as": role})
        if level == "FRBRWork":
            out.leaf("FRBRcountry", attributes={"value": identity.country})
            out.leaf("FRBRsubtype", attributes={"value": "report"})
            for name, value in (("FRBRnumber", identity.number), ("FRBRname", identity.title)):
                if value:
                    out.leaf(name, attributes={"value": value})
        elif level == "FRBRExpression":
            out.leaf("FRBRlanguage", attributes={"language": "zho"})
        else:
            out.leaf("FRBRformat", attributes={"value": "application/akn+xml"})
        out.end()
    out.end()


def read_identification(meta: etree._Element | None) -> tuple[str, str, str, str]:
    """Title, issuer, date and IRI of a foreign document's work, each "" where it isn't said."""
    work = meta.find("identification/FRBRWork") if meta is not None else None
    if meta is None or work is None:
        return "", "", "", ""

    def value(tag: str, name: str = "value") -> str:
        found = work.find(tag)
        return (found.get(name) or "").strip() if found is not None else ""

    author = value("FRBRauthor", "href").lstrip("#")
    agent = next(
        (found for found in meta.iter("TLCOrganization") if author and found.get("eId", found.get("id")) == author),
        None,
    )
    date = parse_date(value("FRBRdate", "date")[:10]) or ""
    return value("FRBRname"), (agent.get("showAs") or "" if agent is not None else ""), date, value("FRBRuri")
