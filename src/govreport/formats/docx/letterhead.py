"""版头 and 版记: what an official document has above its red rule and at its foot, as far as the report knows it.

GB/T 9704-2012 7.2 and 7.4. The report has 发文字号 and 发布机构 itself; the rest comes from its metadata, under the
names of GB/T 33480-2016. Nothing is made up: what isn't known isn't there.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, count

from attrs import define, field

from ...language.width import display_width
from ...model.report import Report
from ..gongwen.layouts import CHARACTER, KAITI, RED, Page
from ..markup_text import attribute, clean
from .carriers import Ink, RunStyle
from .markup import indent, paragraph, runs, spacing
from .stylesheet import Stylesheet

FIELDS = {
    "份号": "fenhao",
    "发文机关名称": "fawenjiguanmingcheng_n",
    "标题": "biaoti",
    "正文": "zhengwen",
    "发文机关署名": "fawenjiguanshuming_n",
    "成文日期": "chengwenriqi",
    "印发机关": "yinfajiguan",
    "印发日期": "yinfariqi",
}
"""公文域 of GB/T 33476.2-2016 ch. 10 whose identifiers are known; others get their Chinese name behind `g:`."""
ABOVE = {"份号": ("份号",), "密级和保密期限": ("密级和保密期限", "密级"), "紧急程度": ("紧急程度",)}
"""One a line at the top left (7.2.1-7.2.3), each with the names it may have in the metadata."""
MARK = "发文机关标志"
LARGEST, SMALLEST = 96, 44
"""发文机关标志 in half points: as large as one line of the type area allows, at most 48 pt, at least 2号."""
TO_MARK = 3.584
"""Lines from the top of the text to the mark, whose upper edge is 35 mm below that of the type area (7.2.4)."""
TO_RULE = 90
"""Twips from the line of the number to the red rule: 4 mm from its characters (7.2.7)."""
RULES = {"top": 8, "bottom": 8, "insideH": 6}
"""Rules of 版记: 0.35 mm the first and the last, 0.25 mm between them, in eighths of a point (7.4.1)."""
BELOW = 137
"""Twips from the last rule of 版记, the lower edge of the type area, to that of a word processor's text (7.4.1)."""


@define
class Fields:
    """公文域 as content controls, numbered through; none where `used` is false."""

    used: bool
    ids: count[int] = field(factory=lambda: count(1))
    numbers: dict[str, int] = field(factory=dict)

    def around(self, name: str, content: str) -> str:
        """Content as the field of this name, once more as the next of its name; empty content is no field."""
        if not self.used or not content:
            return content
        id = next(self.ids)
        tag = FIELDS.get(name, f"g:{name}")
        if tag.endswith("_n"):
            self.numbers[tag] = self.numbers.get(tag, 0) + 1
            tag = f"{tag[:-1]}{self.numbers[tag]}"
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={attribute(name)}/><w:tag w:val={attribute(tag)}/>"
            f'<w:id w:val="{id}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
        )


def known(metadata: Mapping[str, str], *names: str) -> str:
    """The first of these that is known."""
    return next((clean(metadata[name]).strip() for name in names if metadata.get(name, "").strip()), "")


def headed(report: Report) -> bool:
    """Whether a report has something of 版头: without, it was hardly issued as an official document."""
    return report.document_number is not None or bool(known(report.metadata, MARK, "签发人", *chain(*ABOVE.values())))


def head(report: Report, sheet: Stylesheet, fields: Fields) -> str:
    """版头 down to 发文机关标志; empty if no 发文机关 is known."""
    said = known(report.metadata, MARK)
    issuer, ending = (said, "") if said else (clean(report.issuer), "文件")
    if not issuer:
        return ""
    lines = []
    for first, names in ABOVE.items():
        words = known(report.metadata, *names)
        content = fields.around(first, furniture_runs(sheet, words))
        style = sheet.furniture("copy" if first == "份号" else "secrecy")
        lines.append((bool(words), paragraph(style.id, content)))
    lines.sort(key=lambda line: not line[0])  # what isn't known leaves its line empty, below the others
    ending = "" if issuer.endswith(ending) else ending
    widest = 2 * 442 * 2 // max(1, display_width(issuer + ending))
    style = sheet.furniture("mark", max(SMALLEST, min(LARGEST, widest // 2 * 2)))
    pitch = style.look.size * 11  # with which LibreOffice has the edge of the type at that of the line
    content = fields.around("发文机关名称", furniture_runs(sheet, issuer)) + furniture_runs(sheet, ending)
    before = TO_MARK - len(ABOVE)
    return "".join(line for _, line in lines) + paragraph(style.id, content, {"spacing": spacing(before, pitch)})


def rule(sheet: Stylesheet) -> str:
    """The red rule, as wide as the type area."""
    line = f'<w:pBdr><w:top w:val="single" w:sz="12" w:space="0" w:color="{RED}"/></w:pBdr>'
    gap = f'<w:spacing w:before="{TO_RULE}" w:after="0" w:line="20" w:lineRule="exact"/>'
    return paragraph(sheet.furniture("part").id, "", {"pBdr": line, "spacing": gap})


def signatory(report: Report, sheet: Stylesheet, fields: Fields) -> str:
    """签发人 behind 发文字号 (7.2.6); empty if none is known."""
    name = known(report.metadata, "签发人")
    if not name:
        return ""
    label = runs([Ink(sheet.run(RunStyle()), "\t签发人：")])
    return label + fields.around("签发人", runs([Ink(sheet.run(RunStyle(face=KAITI)), name)]))


def note(report: Report, sheet: Stylesheet, fields: Fields) -> str:
    """附注 behind the date, in brackets (7.3.6); empty if none is known."""
    words = known(report.metadata, "附注")
    if not words:
        return ""
    words = words if words.startswith(("（", "(")) else f"（{words}）"
    return paragraph(sheet.furniture("note").id, fields.around("附注", furniture_runs(sheet, words)))


def foot(report: Report, sheet: Stylesheet, fields: Fields) -> str:
    """版记 at the foot of the last page: 抄送机关, 印发机关 and 印发日期; empty if none of them is known."""
    rows: list[tuple[str, dict[str, str]]] = []
    style, page = sheet.furniture("imprint"), sheet.layout.page
    width, unit = page.text_width, CHARACTER * style.look.size // 32
    if copies := known(report.metadata, "抄送机关", "抄送"):
        words = furniture_runs(sheet, copies if copies.endswith("。") else f"{copies}。")
        content = furniture_runs(sheet, "抄送：") + fields.around("抄送机关", words)
        rows.append((content, {"ind": indent(left=4, right=1, first=-3, unit=unit)}))
    printer, day = known(report.metadata, "印发机关"), known(report.metadata, "印发日期")
    if printer or day:
        ending = "" if not day or day.endswith("印发") else "印发"
        content = (
            fields.around("印发机关", furniture_runs(sheet, printer))
            + furniture_runs(sheet, "\t")
            + fields.around("印发日期", furniture_runs(sheet, day))
            + furniture_runs(sheet, ending)
        )
        rows.append((content, {"tabs": f'<w:tabs><w:tab w:val="right" w:pos="{width - unit}"/></w:tabs>'}))
    if not rows:
        return ""
    lines = "".join(_row(paragraph(style.id, content, direct), width) for content, direct in rows)
    return _at_foot(lines + _row(paragraph(sheet.furniture("part").id, ""), width, last=True), page)


def _row(content: str, width: int, last: bool = False) -> str:
    """A row of 版记; the last one is empty and stands below its rules."""
    height = f'<w:trPr><w:trHeight w:val="{BELOW}" w:hRule="exact"/></w:trPr>' if last else ""
    open_ended = '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>' if last else ""
    return (
        f'<w:tr>{height}<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{open_ended}</w:tcPr>{content}</w:tc></w:tr>'
    )


def _at_foot(rows: str, page: Page) -> str:
    """A table at the foot of the page, wherever the text ends; its place is told from the edge of the page, for
    LibreOffice lets a table of full width float only then."""
    place = f'<w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{page.left}" w:tblpYSpec="bottom"/>'
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>' for side, size in RULES.items()
    )
    width = page.text_width
    return (
        f'<w:tbl><w:tblPr>{place}<w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl>'
    )


def furniture_runs(sheet: Stylesheet, words: str) -> str:
    """Runs that are no part of the report."""
    return runs([Ink(sheet.run(RunStyle()), words)]) if words else ""
