"""Layouts for examples of GR6xx: what our own writer makes of a text, with what stands behind ※ changed in it.

``※上边距 25；正文字体 宋体``: names and values, parted by ；. 正文 are all paragraphs that are neither title nor heading.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import evolve

from govreport import Report, dumps, parse, read
from govreport.formats import docx
from govreport.formats.docx.pages import Layout, ParagraphLook

SHEET = {"纸宽": "width", "纸高": "height", "上边距": "top", "下边距": "bottom", "左边距": "left", "右边距": "right"}
FACE = {"字体": "hanzi", "字号": "size", "颜色": "color", "突出": "highlight", "加粗": "bold"}
PARAGRAPH = {"行距": "pitch", "首行": "first"}
WHO = {"标题": r"(?!.*[、。])", "一级": "[一二三]、", "二级": "（[一二三]）", "正文": r".*。$"}
NUMBER = {"文字": "text", "对齐": "align"}
COUNT = {"修订": "revisions", "批注": "comments"}


def laid_out(example: str) -> tuple[Report, Layout]:
    """A report written as a DOCX and read again, and its layout with the changes that the example asks for."""
    text, _, changes = example.partition("※")
    data = dumps(parse(text.replace("⏎", "\n")), "docx")
    report = read(data)
    layout = docx.layout(data, report.source)
    for change in filter(None, changes.split("；")):
        name, value = change.split(" ", 1)
        layout = _changed(layout, name, value)
    return report, layout


def _changed(layout: Layout, name: str, value: str) -> Layout:
    if name in SHEET:
        return evolve(layout, sheets=tuple(evolve(sheet, **{SHEET[name]: float(value)}) for sheet in layout.sheets))
    if name in COUNT:
        return evolve(layout, **{COUNT[name]: int(value)})
    if name == "页码":
        return evolve(layout, page_numbers=())
    if name == "一级自动":
        return evolve(layout, paragraphs=_numbered(layout.paragraphs, int(value)))
    who, what = name[:2], name[2:]
    if who == "页码":
        numbers = tuple(
            evolve(n, face=evolve(n.face, size=float(value))) if what == "字号" else evolve(n, **{NUMBER[what]: value})
            for n in layout.page_numbers
        )
        return evolve(layout, page_numbers=numbers)
    return evolve(layout, paragraphs=tuple(_look(look, who, what, value) for look in layout.paragraphs))


def _numbered(looks: tuple[ParagraphLook, ...], count: int) -> tuple[ParagraphLook, ...]:
    """The first headings numbered by the word processor."""
    made = []
    for look in looks:
        heading = re.match(WHO["一级"], look.text) is not None
        made.append(evolve(look, numbered=True) if heading and count > 0 else look)
        count -= heading
    return tuple(made)


def _look(look: ParagraphLook, who: str, what: str, value: str) -> ParagraphLook:
    if re.match(WHO[who], look.text) is None:
        return look
    if what in PARAGRAPH:
        return evolve(look, **{PARAGRAPH[what]: float(value)})
    said: Any = {"字号": float, "加粗": bool}.get(what, str)(value)
    stretches = tuple(evolve(s, face=evolve(s.face, **{FACE[what]: said})) for s in look.stretches)
    return evolve(look, stretches=stretches)
