"""Styles as carriers: what a paragraph or a run is in the report, in the name of its Word style.

Names and not ids, for Word, WPS and LibreOffice keep names and make ids anew. Paragraph styles name the kind of a
piece, character styles the marks of `run_marks`, so that a document written here is read back without parsing.

>>> RunStyle("n2r", "楷体_GB2312").name, words_of("govreport 编号 n2r 楷体_GB2312")
('govreport 编号 n2r 楷体_GB2312', 'n2r')
>>> piece_of("govreport 题注"), piece_of("heading 3"), piece_of("Normal")
(Carried(kind='subtitle', level=0, cell=''), Carried(kind='heading', level=3, cell=''), None)
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define, frozen

from ..gongwen.layouts import INSTEAD
from ..markup_text import clean
from ..render import Run
from ..run_marks import mark, run_of

PREFIX = "govreport"
LETTERS = {"n": "编号", "h": "标题", "s": "标点", "t": "文字", "g": "间隔"}
LAYOUT = "版式"
"""Runs that are no part of the report: line breaks of a title, 签发人."""
KINDS = {
    "document_number": "发文字号",
    "subtitle": "题注",
    "speaker": "报告人",
    "issuer": "发布机构",
    "date": "日期",
    "recipients": "主送机关",
    "salutation": "称谓",
    "heading": "附件标题",
    "text": "正文",
    "closing": "结束语",
    "caption": "表题",
    "enclosure": "附件说明",
    "signature": "署名",
    "closing_date": "成文日期",
    "label": "附件",
}
ORIGINAL = "govreport.original."
"""Properties of the older report of a redline stand behind it."""
TABLES = {"table": "表格", "closing": "结尾表格"}
CELLS = {"cell": "单元格", "head": "表头", "absent": "缺格", "empty": "空表"}
"""Cells of a table; the last two stand only because Word wants one: beside a short row, in a table without rows."""
FURNITURE = {
    "mark": "发文机关标志",
    "copy": "份号",
    "secrecy": "密级",
    "note": "附注",
    "imprint": "版记",
    "part": "分隔",
    "footer odd": "页码 单页",
    "footer even": "页码 双页",
}
_KINDS = {f"{PREFIX} {name}": kind for kind, name in KINDS.items()} | {"title": "title"}
_KINDS |= {f"{PREFIX} {name.split(' ')[0]}": "" for name in FURNITURE.values()}
_TABLES = {name: kind for kind, name in TABLES.items()}
_CELLS = {name: cell for cell, name in CELLS.items()}
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


@frozen
class Carried:
    """What the name of a paragraph style says: kind of piece (empty for furniture), level, and what cell of a table."""

    kind: str
    level: int = 0
    cell: str = ""


@frozen
class RunStyle:
    """A character style: its words (marks, see `inked`), the face it sets, and whether it is the second of its name,
    which keeps two runs apart that say the same of themselves."""

    words: str = LAYOUT
    face: str = ""
    again: bool = False

    @property
    def name(self) -> str:
        said = LAYOUT if self.words == LAYOUT else f"{LETTERS[_leading(self.words)]} {self.words}"
        return " ".join(part for part in (PREFIX, said, self.face, "又" if self.again else "") if part)

    @property
    def id(self) -> str:
        words = "layout" if self.words == LAYOUT else self.words
        face = f"-{list(INSTEAD).index(self.face)}" if self.face else ""
        return f"g-{words}{face}{'-again' if self.again else ''}"


@define
class Ink:
    """A stretch of a paragraph as it is written: its style and its text."""

    style: RunStyle
    text: str


def inked(runs: Iterable[Run], faces: Iterable[str]) -> list[Ink]:
    """The runs of a piece in their styles; `faces` has the face of each.

    A run without text would not outlive Word, so its neighbour carries its mark too: marks joined by +, = before
    the one that the text belongs to.
    """
    found: list[Ink] = []
    before: list[str] = []
    for run, face in zip(runs, faces, strict=True):
        text = clean(run.text)
        if text:
            words = "+".join([*before, f"={mark(run)}"]) if before else mark(run)
            last = found[-1].style if found else None
            same = last is not None and (last.words, last.face, last.again) == (words, face, False)
            found.append(Ink(RunStyle(words, face, same), text))
            before = []
        else:
            before.append(mark(run))
    if before and found:
        style = found[-1].style
        words = style.words if "=" in style.words else f"={style.words}"
        found[-1].style = RunStyle("+".join([words, *before]), style.face, style.again)
    return found


def runs_of(words: str, text: str) -> list[Run] | None:
    """The runs that a run of a document stands for: itself, and the empty ones beside it; None for no marks.

    >>> [(run.kind, run.text) for run in runs_of("h2o+=t2", "健全机制。")]
    [('heading', ''), ('text', '健全机制。')]
    """
    found: list[Run] = []
    for word in words.split("+"):
        own = word.startswith("=") or "+" not in words
        run = run_of(word.removeprefix("="), text if own else "")
        if run is None:
            return None
        found.append(run)
    return found


def words_of(name: str) -> str | None:
    """The words in the name of a character style (`LAYOUT` for what is no part of the report), or None."""
    parts = name.split(" ")
    if parts[0] != PREFIX or len(parts) < 2:
        return None
    return LAYOUT if parts[1] == LAYOUT else parts[2] if len(parts) > 2 else None


def piece_of(name: str) -> Carried | None:
    """What the name of a paragraph style says; None for one that isn't written here."""
    if heading := _HEADING.fullmatch(name):
        return Carried("heading", int(heading[1]))
    parts = name.split(" ")
    kind = _KINDS.get(" ".join(parts[:2]), _KINDS.get(name.lower()))
    if kind is not None:
        return Carried(kind)
    if len(parts) < 4 or parts[0] != PREFIX or parts[1] not in _TABLES or not re.fullmatch("[0-9]{1,3}", parts[2]):
        return None
    return Carried(_TABLES[parts[1]], int(parts[2]), _CELLS.get(parts[3], "cell"))


def _leading(words: str) -> str:
    """The kind's letter of the run that has the text."""
    return words.rpartition("=")[2][0]
