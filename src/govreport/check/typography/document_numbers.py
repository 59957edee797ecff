"""GR501–GR505, numbers of documents (发文字号): 代字, year in 〔〕, serial, 号, as GB/T 9704 7.2.5 wants them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Edit, Finding
from ...model.source import Span
from ..rule import REQUIRED, SAFE, UNSAFE, rule
from ..view import View

ENDS = "发办函字令政府委党规文公通知组厅局复批审议任报监法教财税林农水人社卫计统宣安交住建环国资民军退"
"""What 代字 end with."""
NUMBER = re.compile(
    rf"[〔\[［【（(﹝](?<=[{ENDS}].) ?"
    r"(?P<year>(?:19|20)?[0-9]{2}) ?(?P<close>[〕\]］】）)﹞]) ?(?P<di>第)? ?(?P<serial>[0-9]{1,5}) ?(?P<hao>号)?"
)
"""From the bracket on."""
BRACKETS = {"〔": "〕", "﹝": "﹞"}


@rule("GR501", "docno-brackets", REQUIRED, "error", fix=SAFE)
def brackets(view: View) -> Iterator[Finding]:
    """发文字号的年份用六角括号〔〕 / the year of a document number stands in 〔〕

    不用方括号、圆括号和方头括号。 / No other brackets do.

    来源：GB/T 9704-2012 7.2.5
    错：一、工作⏎落实国发[2026]1号文件。⏎二、打算⏎抓紧。
    错：一、工作⏎印发某政办发（2024）12号文件。⏎二、打算⏎抓紧。
    对：一、工作⏎落实国发〔2026〕1号文件。⏎二、打算⏎抓紧。
    对：一、工作⏎印发文件（2024年）12份。⏎二、打算⏎抓紧。
    """
    for found, where, text in _numbers(view):
        opening, year = found[0][0], found["year"]
        if BRACKETS.get(opening) != found["close"] and len(year) == 4 and found["hao"]:
            right = f"〔{year}〕"
            end = found.end("close") - found.start()
            zh = f"发文字号的“{text[:end]}”写作“{right}”"
            yield _hit(view, where, text, 0, end, zh, f'write the year as "{right}"', right)


@rule("GR502", "docno-year-short", REQUIRED, "error")
def year_short(view: View) -> Iterator[Finding]:
    """发文字号的年份写全 / the year of a document number is written in full

    “〔26〕”要写“〔2026〕”。 / Four digits, not two.

    来源：GB/T 9704-2012 7.2.5
    错：一、工作⏎落实国发〔26〕1号文件。⏎二、打算⏎抓紧。
    错：一、工作⏎印发某政办发〔24〕12号文件。⏎二、打算⏎抓紧。
    对：一、工作⏎落实国发〔2026〕1号文件。⏎二、打算⏎抓紧。
    对：一、工作⏎印发某政办发〔2024〕12号文件。⏎二、打算⏎抓紧。
    """
    for found, where, text in _numbers(view):
        if len(found["year"]) == 2 and found["hao"] and found[0][0] in "〔﹝[［":
            zh = f"发文字号的年份“{found['year']}”要写全"
            yield _hit(view, where, text, 0, found.end("close") - found.start(), zh, "write the year with four digits")


@rule("GR503", "docno-zero", REQUIRED, "error", fix=SAFE)
def leading_zero(view: View) -> Iterator[Finding]:
    """发文顺序号不编虚位 / no zero before the serial of a document number

    “01号”要写“1号”。 / 1 and not 01.

    来源：GB/T 9704-2012 7.2.5
    错：一、工作⏎落实国发〔2026〕01号文件。⏎二、打算⏎抓紧。
    错：一、工作⏎印发某政办发〔2024〕007号文件。⏎二、打算⏎抓紧。
    对：一、工作⏎落实国发〔2026〕1号文件。⏎二、打算⏎抓紧。
    对：一、工作⏎印发某政办发〔2024〕100号文件。⏎二、打算⏎抓紧。
    """
    for found, where, text in _numbers(view):
        serial = found["serial"]
        if serial[0] == "0" and serial.strip("0") and found["hao"] and len(found["year"]) == 4:
            right = serial.lstrip("0")
            start = found.start("serial") - found.start()
            zh = f"发文顺序号“{serial}”写作“{right}”"
            yield _hit(view, where, text, start, start + len(serial), zh, f'write "{right}"', right)


@rule("GR504", "docno-ordinal", REQUIRED, "error", fix=UNSAFE)
def ordinal(view: View) -> Iterator[Finding]:
    """发文顺序号不加“第” / no 第 before the serial of a document number

    “第1号”是命令和公告的写法。 / That is how orders and announcements are numbered.

    来源：GB/T 9704-2012 7.2.5
    错：一、工作⏎落实国发〔2026〕第1号文件。⏎二、打算⏎抓紧。
    错：一、工作⏎印发某政办发〔2024〕第12号文件。⏎二、打算⏎抓紧。
    对：一、工作⏎落实国发〔2026〕1号文件。⏎二、打算⏎抓紧。
    对：一、工作⏎发布国家主席令〔2024〕第12号。⏎二、打算⏎抓紧。
    """
    for found, where, text in _numbers(view, but="令公"):
        if found["di"] and found["hao"] and len(found["year"]) == 4 and found[0][0] in "〔﹝[［":
            start = found.start("di") - found.start()
            zh = "发文顺序号前不加“第”"
            yield _hit(view, where, text, start, start + 1, zh, "no 第 before the serial", "")


@rule("GR505", "docno-unfinished", REQUIRED, "error")
def unfinished(view: View) -> Iterator[Finding]:
    """发文顺序号后有“号” / 号 stands behind the serial of a document number

    “国发〔2026〕1”少了“号”。 / It is left out here.

    来源：GB/T 9704-2012 7.2.5
    错：一、工作⏎落实《关于某事的意见》（国发〔2026〕1）。⏎二、打算⏎抓紧。
    错：一、工作⏎印发某政办发〔2024〕12，共两份。⏎二、打算⏎抓紧。
    对：一、工作⏎落实国发〔2026〕1号、2号文件。⏎二、打算⏎抓紧。
    对：一、工作⏎印发某政办发〔2024〕12、13号文件。⏎二、打算⏎抓紧。
    """
    for found, where, text in _numbers(view):
        if not found["hao"] and found[0][0] == "〔" and found["close"] == "〕" and len(found["year"]) == 4:
            behind = found.string[found.end() : found.end() + 1]
            if behind in tuple("，。；）"):
                zh = f"“{text.strip()}”之后缺“号”"
                yield _hit(view, where, text, 0, len(text), zh, "号 is missing behind the serial")


def _numbers(view: View, but: str = "") -> Iterator[tuple[re.Match[str], int, str]]:
    """Document numbers from their bracket on: those in the text (with their offset), then the report's own (-1).

    None behind the characters `but`.
    """
    found = view.once(_found)
    for match in found:
        before = match.string[max(0, match.start() - 3) : match.start()]
        if not any(character in before for character in but):
            yield match, match.start(), match[0]
    number = view.report.document_number
    source = view.report.source
    if number is not None and number.span is not None and source is not None:
        own = NUMBER.search(number.span.of(source.text))
        if own is not None and not any(c in own.string[max(0, own.start() - 3) : own.start()] for c in but):
            yield own, -1 - own.start(), own[0]


def _found(view: View) -> list[re.Match[str]]:
    return list(view.finds(NUMBER))


def _hit(
    view: View, where: int, text: str, start: int, end: int, zh: str, en: str, replace: str | None = None
) -> Finding:
    """A finding in a document number, at `start` … `end` behind its bracket."""
    if where >= 0:
        return view.hit(where + start, where + end, zh, en, replace=replace)
    span = view.report.document_number.span if view.report.document_number else None
    assert span is not None
    at = span.start - where - 1
    edits = () if replace is None else (Edit(Span(at + start, at + end), replace),)
    return Finding("", "", zh, en, Span(at + start, at + end), edits=edits)
