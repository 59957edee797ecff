"""GR157–GR162, attachments (附件): how they are announced and headed, and that all of them are there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Edit, Finding
from ...model.source import Span
from ..rule import PRACTICE, REQUIRED, SAFE, rule
from ..view import Part, View
from .parts import field_parts


@rule("GR157", "annex-colon", REQUIRED, "warning", fix=SAFE)
def annex_colon(view: View) -> Iterator[Finding]:
    """附件说明“附件”后用全角冒号 / 附件 before the names of attachments takes a full-width colon

    附件说明编排在正文下空一行，“附件”二字后标全角冒号。 / The note on attachments begins with 附件：.

    来源：GB/T 9704-2012 7.3.4
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件:项目表⏎某县水利局⏎2025年1月5日
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件: 1.项目表⏎2.任务表⏎某县水利局⏎2025年1月5日
    对：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：项目表⏎某县水利局⏎2025年1月5日
    对：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：1.项目表⏎2.任务表⏎某县水利局⏎2025年1月5日
    """
    for part in _notes(view):
        at = part.start + part.passage.text.index("附件") + 2
        if view.text[at : at + 1] == ":":
            yield view.hit(at, at + 1, "“附件”后用全角冒号“：”", 'write "附件："', replace="：")


def _notes(view: View) -> Iterator[Part]:
    """The line that names the attachments: 附件：1.…"""
    for part in view.parts:
        if part.kind in ("text", "enclosures") and re.match(r"附件\s?[:：]", part.passage.text):
            yield part


@rule("GR158", "annex-name-mark", REQUIRED, "warning", fix=SAFE)
def annex_name_mark(view: View) -> Iterator[Finding]:
    """附件名称后不加标点 / no mark behind the name of an attachment

    附件说明里一个附件占一行，名称后不加标点。 / Each attachment has a line; nothing stands behind its name.

    来源：GB/T 9704-2012 7.3.4
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：项目表。⏎某县水利局⏎2025年1月5日
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：2024年项目表；⏎某县水利局⏎2025年1月5日
    对：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：项目表⏎某县水利局⏎2025年1月5日
    对：某局工作总结⏎一、总体情况⏎附件：共三份，已经分发。办理完毕。⏎二、打算⏎抓紧。
    """
    for part in view.parts:
        text = part.passage.text.rstrip()
        named = part.kind == "enclosures" or (
            part.kind == "text" and re.match(r"附件\s?[：:]", text) and len(text) < 60
        )
        if named and text and text[-1] in "。；，、" and not re.search("[。；].", text):
            at = part.start + len(text)
            zh = f"附件名称后不加“{text[-1]}”"
            yield view.hit(at - 1, at, zh, f'no "{text[-1]}" behind the name of an attachment', replace="")


@rule("GR159", "annex-number-alone", REQUIRED, "warning")
def annex_number_alone(view: View) -> Iterator[Finding]:
    """只有一个附件不编号 / a single attachment has no number

    有两个以上附件才用“1.”“2.”标注。 / Numbers are for two and more.

    来源：GB/T 9704-2012 7.3.4
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：1.项目表⏎某县水利局⏎2025年1月5日
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：1．任务分解表⏎2025年1月5日
    对：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：项目表⏎某县水利局⏎2025年1月5日
    对：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：1.项目表⏎2.任务表⏎某县水利局⏎2025年1月5日
    """
    parts = list(field_parts(view, "enclosures"))
    if len(parts) == 1:
        found = re.match(r"附件\s?[：:]\s?(1[.．、])(?!.*2[.．、])", parts[0].passage.text)
        if found is not None:
            at = parts[0].start + found.start(1)
            yield view.hit(at, at + 2, "只有一个附件，不编号", "a single attachment has no number")


@rule("GR160", "annex-mismatch", REQUIRED, "error")
def annex_mismatch(view: View) -> Iterator[Finding]:
    """附件与附件说明一致 / attachments are those that were announced

    附件与附件说明一致；附件另件发出、文中一个也没有的，不报。 / Those announced are there, unless all come apart.

    来源：GB/T 9704-2012 7.3.7
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：1.项目表⏎2.任务表⏎某县水利局⏎2025年1月5日⏎附件1⏎项目表⏎甲项目，投资三百万元。
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：1.项目表⏎2.任务表⏎3.名单⏎某县水利局⏎2025年1月5日⏎附件1⏎项目表⏎甲项目，投资三百万元。⏎附件2⏎任务表⏎甲任务，三月完成。
    对：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：1.项目表⏎2.任务表⏎某县水利局⏎2025年1月5日⏎附件1⏎项目表⏎甲项目，投资三百万元。⏎附件2⏎任务表⏎甲任务，三月完成。
    对：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：1.项目表⏎2.任务表⏎某县水利局⏎2025年1月5日
    """
    names = [_bare(name) for name in view.report.closing.enclosures]
    attached = [_bare(section.heading) for section in view.report.attachments]
    if not names or not attached:
        return
    for part in field_parts(view, "enclosures"):
        found = re.match(r"(?:附件\s?[：:]\s*)?(?:[0-9]{1,2}[.．、])?\s*(.+)", part.passage.text.strip())
        name = _bare(found[1]) if found else ""
        if name in names and not any(name in other or other in name for other in attached if other):
            zh = f"附件说明里的“{found[1] if found else name}”后面没有附上"
            yield view.hit(part.start, part.end, zh, "this attachment is announced but missing")


def _bare(text: str) -> str:
    return re.sub(r"[\s《》“”。；，、：:]|^附件[0-9一二三四五六七八九十]*", "", text)


REFERENCE = re.compile(r"(?:见|详见|参见)附\s?件\s?(?P<number>[0-9]{1,2}|[一二三四五六七八九十])")


@rule("GR161", "annex-reference", PRACTICE, "warning")
def annex_reference(view: View) -> Iterator[Finding]:
    """“见附件3”要有附件3 / where the text refers to attachment 3 there is one

    附件说明只列两个附件，正文却说“见附件3”。 / The text refers to more attachments than are announced.

    来源：GB/T 9704-2012 7.3.7
    错：某局工作总结⏎一、总体情况⏎项目进展良好（见附件3）。⏎二、打算⏎抓紧。⏎附件：1.项目表⏎2.任务表⏎某县水利局⏎2025年1月5日
    错：某局工作总结⏎一、总体情况⏎项目进展良好，详见附件2。⏎二、打算⏎抓紧。⏎附件：项目表⏎某县水利局⏎2025年1月5日
    对：某局工作总结⏎一、总体情况⏎项目进展良好（见附件2）。⏎二、打算⏎抓紧。⏎附件：1.项目表⏎2.任务表⏎某县水利局⏎2025年1月5日
    对：某局工作总结⏎一、总体情况⏎项目进展良好，详见附件3。⏎二、打算⏎抓紧。
    """
    count = max(len(view.report.closing.enclosures), len(view.report.attachments))
    for found in view.finds(REFERENCE) if count else ():
        number = found["number"]
        value = int(number) if number.isdigit() else "一二三四五六七八九十".index(number) + 1
        if value > count:
            zh = f"正文说“{found[0]}”，附件只有{count}个"
            yield view.hit(found.start(), found.end(), zh, f"the text refers to attachment {value} of {count}")


@rule("GR162", "annex-heading", REQUIRED, "warning", fix=SAFE)
def annex_heading(view: View) -> Iterator[Finding]:
    """附件首页写“附件1”，不加冒号 / an attachment is headed 附件1, without a colon

    “附件”二字及附件顺序号顶格编排在版心左上角第一行，后面不加标点。 / No mark behind 附件1, and Arabic digits.

    来源：GB/T 9704-2012 7.3.7
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：1.项目表⏎2.任务表⏎某县水利局⏎2025年1月5日⏎附件1：⏎项目表⏎甲项目，投资三百万元。⏎附件2：⏎任务表⏎甲任务，三月完成。
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎某县水利局⏎2025年1月5日⏎附件1：⏎项目表⏎甲项目，投资三百万元。
    对：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎附件：1.项目表⏎2.任务表⏎某县水利局⏎2025年1月5日⏎附件1⏎项目表⏎甲项目，投资三百万元。⏎附件2⏎任务表⏎甲任务，三月完成。
    对：某局工作总结⏎一、总体情况⏎良好，见附件1：项目表。⏎二、打算⏎抓紧。
    """
    source = view.report.source
    first = min((s.span.start for s in view.report.attachments if s.span), default=None)
    if source is None or first is None:
        return
    for found in HEADED.finditer(source.text, max(0, source.text.rfind("\n", 0, max(0, first - 12)))):
        edit = Edit(Span(found.start(2), found.end(2)), "")
        zh = f"“{found[1]}”后面不加“{found[2]}”"
        yield Finding(
            "", "", zh, f'no "{found[2]}" behind "{found[1]}"', Span(found.start(1), found.end(2)), "", (edit,)
        )


HEADED = re.compile(r"^(附件\s?[0-9]{1,2})([：:、])\s*$", re.MULTILINE)
