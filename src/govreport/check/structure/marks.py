"""GR115–GR124, marks of numbers (序号标点): （一） without 、, full-width brackets, one form in a series."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...model.note import Edit, Finding
from ...model.number import HANZI_RUN, STYLES, Number, format_number
from ...model.report import Section
from ...model.source import Span
from ..rule import PRACTICE, SAFE, STANDARD, rule
from ..view import View
from .sequence import series

FULL = str.maketrans("()０１２３４５６７８９", "（）0123456789")
GLYPHS = re.compile("[㈠-㈩⑴-⒇⒈-⒛]")


def numbered(view: View, *styles: str) -> Iterator[tuple[str, Section, Number, Span]]:
    """Sections whose number stands in the source as it is, in one of the styles."""
    for where, section in view.sections:
        number = section.number
        if number is None or number.span is None or number.style not in styles:
            continue
        if len(number.span) == len(number.text):
            yield where, section, number, number.span


def rewritten(view: View, where: str, section: Section, text: str, zh: str, en: str, severity: str = "") -> Finding:
    """A finding on a number that should be spelt `text`."""
    number = section.number
    edits = (Edit(number.span, text),) if number is not None and number.span is not None else ()
    return view.on(where, section, zh, en, edits=edits, severity=severity)


@rule("GR115", "mark-after-bracket", STANDARD, "warning", fix=SAFE)
def mark_after_bracket(view: View) -> Iterator[Finding]:
    """带括号的序号后不加顿号 / no mark behind a number in brackets

    括号已经把序号与标题隔开，“（一）、”多了一个顿号。 / The brackets part number and heading already.

    来源：GB/T 9704-2012 7.3.3
    错：一、总体情况⏎（一）、组织领导⏎成立领导小组。⏎（二）、宣传教育⏎开展活动。
    错：一、总体情况⏎(1)、组织领导⏎成立领导小组。⏎(2)、宣传教育⏎开展活动。
    对：一、总体情况⏎（一）组织领导⏎成立领导小组。⏎（二）宣传教育⏎开展活动。
    对：一、总体情况⏎1.组织领导⏎成立领导小组。⏎2.宣传教育⏎开展活动。
    """
    source = view.report.source.text if view.report.source else ""
    for where, section, number, span in numbered(view, "hanzi-paren", "arabic-paren"):
        behind = source[span.end : span.end + 1]
        if number.text[-1] == "、":
            edit = Edit(Span(span.end - 1, span.end), "")
        elif behind and behind in "、.．：" and section.heading:
            edit = Edit(Span(span.end, span.end + 1), "")
        else:
            continue
        zh = f"“{source[span.start : edit.span.end]}”后面不加标点"
        en = f'no mark behind "{number.text.rstrip("、")}"'
        yield view.on(where, section, zh, en, edits=(edit,))


@rule("GR116", "number-brackets", STANDARD, "warning", fix=SAFE)
def number_brackets(view: View) -> Iterator[Finding]:
    """序号用全角圆括号 / numbers stand in full-width brackets

    中文里括号占一格；半角括号与汉字挤在一起，一半全角一半半角更是错的。 / Half-width brackets crowd Chinese text.

    来源：GB/T 9704-2012 7.3.3；GB/T 15834-2011
    错：一、总体情况⏎(一)组织领导⏎成立领导小组。⏎(二)宣传教育⏎开展活动。
    错：一、总体情况⏎（一)组织领导⏎成立领导小组。⏎（二）宣传教育⏎开展活动。
    对：一、总体情况⏎（一）组织领导⏎成立领导小组。⏎（二）宣传教育⏎开展活动。
    对：一、总体情况⏎（1）组织领导⏎成立领导小组。⏎（2）宣传教育⏎开展活动。
    """
    for where, section, number, _ in numbered(view, "hanzi-paren", "arabic-paren"):
        text = number.text.translate(FULL).replace(" ", "")
        if ("(" in number.text or ")" in number.text) and text[0] == "（":
            zh = f"序号“{number.text}”的括号用全角：“{text}”"
            yield rewritten(view, where, section, text, zh, f'"{number.text}": write "{text}"')


@rule("GR117", "number-bracket-missing", STANDARD, "warning", fix=SAFE)
def number_bracket_missing(view: View) -> Iterator[Finding]:
    """序号的括号成对 / brackets of a number come in pairs

    “一）”缺前一半括号。 / 一） lacks its first bracket.

    来源：GB/T 9704-2012 7.3.3；GB/T 15834-2011
    错：一、总体情况⏎一）组织领导⏎成立领导小组。⏎二）宣传教育⏎开展活动。
    错：一、总体情况⏎（一）组织领导⏎成立领导小组。⏎二）宣传教育⏎开展活动。
    对：一、总体情况⏎（一）组织领导⏎成立领导小组。⏎（二）宣传教育⏎开展活动。
    对：一、总体情况⏎1.组织领导⏎成立领导小组。⏎2.宣传教育⏎开展活动。
    """
    source = view.report.source.text if view.report.source else ""
    for where, section, number, span in numbered(view, "hanzi-paren"):
        torn = source[max(0, span.start - 4) : span.start].rstrip()[-1:] in ("（", "(")
        if number.text[0] not in "（(" and number.text[-1] in "）)" and not torn:
            text = format_number(number.style, number.value)
            zh = f"序号“{number.text}”缺前括号，写“{text}”"
            yield rewritten(view, where, section, text, zh, f'"{number.text}" lacks a bracket; write "{text}"')


@rule("GR118", "hanzi-number-mark", STANDARD, "warning", fix=SAFE)
def hanzi_number_mark(view: View) -> Iterator[Finding]:
    """汉字序号后用顿号 / a Chinese number is followed by 、

    一级标题写“一、”，不写“一.”。 / The first level is 一、 and not 一.

    来源：GB/T 9704-2012 7.3.3
    错：一.总体情况⏎良好。⏎二.存在问题⏎不多。
    错：一．总体情况⏎良好。⏎二．存在问题⏎不多。
    对：一、总体情况⏎良好。⏎二、存在问题⏎不多。
    对：一、总体情况⏎1.学习⏎良好。⏎2.宣传⏎良好。
    """
    for where, section, number, _ in numbered(view, "hanzi"):
        if number.text[-1] in ".．":
            text = number.text[:-1] + "、"
            zh = f"序号“{number.text}”写作“{text}”"
            yield rewritten(view, where, section, text, zh, f'"{number.text}": write "{text}"')


@rule("GR119", "arabic-number-mark", STANDARD, "info", fix=SAFE)
def arabic_number_mark(view: View) -> Iterator[Finding]:
    """阿拉伯数字序号后用下脚点 / an Arabic number is followed by a dot

    三级标题写“1.”；通篇用“1、”是通行写法，只提示，混用则要统一。 / "1、" throughout is common; both are a fault.

    来源：GB/T 9704-2012 7.3.3
    错：一、总体情况⏎1、学习⏎良好。⏎2、宣传⏎良好。
    错：一、总体情况⏎1.学习⏎良好。⏎2、宣传⏎良好。
    对：一、总体情况⏎1.学习⏎良好。⏎2.宣传⏎良好。
    对：一、总体情况⏎1．学习⏎良好。⏎2．宣传⏎良好。
    """
    for group in series(view, least=1):
        marks = Counter(section.number.text[-1] for _, section in group if section.number)
        for where, section in group:
            number = section.number
            if number is None or number.style != "arabic" or number.text[-1] != "、":
                continue
            text = number.text[:-1] + "."
            zh = f"序号“{number.text}”写作“{text}”"
            mixed = "warning" if len(marks) > 1 else ""
            yield rewritten(view, where, section, text, zh, f'"{number.text}": write "{text}"', mixed)


@rule("GR120", "number-glyph", PRACTICE, "warning", fix=SAFE)
def number_glyph(view: View) -> Iterator[Finding]:
    """不用㈠⑴⒈一类合成字符作序号 / no single characters that look like （一） and (1)

    合成字符检索不到，换了字体就走样。 / They can't be searched for and change with the font.

    来源：实务
    错：一、总体情况⏎㈠组织领导⏎成立领导小组。⏎㈡宣传教育⏎开展活动。
    错：一、总体情况⏎⒈组织领导⏎成立领导小组。⏎⒉宣传教育⏎开展活动。
    对：一、总体情况⏎（一）组织领导⏎成立领导小组。⏎（二）宣传教育⏎开展活动。
    对：一、总体情况⏎①组织领导⏎成立领导小组。⏎②宣传教育⏎开展活动。
    """
    for where, section, number, _ in numbered(view, "hanzi-paren", "arabic", "arabic-paren"):
        if GLYPHS.fullmatch(number.text):
            text = format_number(number.style, number.value)
            zh = f"“{number.text}”是一个字符，写“{text}”"
            yield rewritten(view, where, section, text, zh, f'"{number.text}" is one character; write "{text}"')


@rule("GR121", "number-full-width", STANDARD, "warning", fix=SAFE)
def number_full_width(view: View) -> Iterator[Finding]:
    """序号的阿拉伯数字用半角 / digits of numbers are half-width

    全角数字占两格，检索不到。 / Full-width digits can't be searched for.

    来源：GB/T 15835-2011
    错：一、总体情况⏎１.学习⏎良好。⏎２.宣传⏎良好。
    错：一、总体情况⏎（１）学习⏎良好。⏎（２）宣传⏎良好。
    对：一、总体情况⏎1.学习⏎良好。⏎2.宣传⏎良好。
    对：一、总体情况⏎（1）学习⏎良好。⏎（2）宣传⏎良好。
    """
    for where, section, number, _ in numbered(view, "arabic", "arabic-paren", "part", "chapter", "section", "article"):
        if re.search("[０-９]", number.text):
            text = number.text.translate({0xFF10 + n: str(n) for n in range(10)})
            zh = f"序号“{number.text}”用半角数字：“{text}”"
            yield rewritten(view, where, section, text, zh, f'"{number.text}": write "{text}"')


DOUBLED = re.compile(rf"^(?:{HANZI_RUN}、[、，。．.：]+|[（(]{HANZI_RUN}[）)][、，。．.：]{{2,}})", re.MULTILINE)


@rule("GR122", "number-mark-twice", PRACTICE, "error", fix=SAFE)
def number_mark_twice(view: View) -> Iterator[Finding]:
    """序号后只有一个标点 / one mark behind a number

    “一、、”多打了一个。 / One of them is a slip of the finger.

    来源：实务
    错：一、、总体情况⏎良好。⏎二、存在问题⏎不多。
    错：一、总体情况⏎良好。⏎二、、存在问题⏎不多。
    对：一、总体情况⏎良好。⏎二、存在问题⏎不多。
    对：一、二、三产业都有增长。
    """
    for found in view.finds(DOUBLED):
        text = re.match(rf"{HANZI_RUN}、|.*[）)]", found[0])
        if text is not None:
            zh = f"“{found[0]}”多了标点，写“{text[0]}”"
            yield view.hit(found.start(), found.end(), zh, f'"{found[0]}": write "{text[0]}"', replace=text[0])


@rule("GR123", "ordinal-comma", PRACTICE, "warning", fix=SAFE)
def ordinal_comma(view: View) -> Iterator[Finding]:
    """“第一”“首先”引出分句，后用逗号 / 第一 and 首先 before a clause take a comma

    顿号只用在并列的词语之间。 / The mark 、 parts words of a list.

    来源：实务
    错：一、工作⏎第一、抓学习，提素质。⏎第二、抓落实，出成效。
    错：一、工作⏎首先、抓学习，提素质。⏎其次、抓落实，出成效。
    对：一、工作⏎第一，抓学习，提素质。⏎第二，抓落实，出成效。
    对：一、工作⏎第一、第二产业都有增长。
    """
    for where, section, number, _ in numbered(view, "ordinal", "sequence"):
        title = section.heading and not section.run_in and not section.stop
        if number.text[-1] == "、" and not title:
            text = number.text[:-1] + "，"
            zh = f"“{number.text}”后面是分句，写“{text}”"
            yield rewritten(view, where, section, text, zh, f'"{number.text}": write "{text}"')


@rule("GR124", "series-forms", PRACTICE, "warning", fix=SAFE)
def series_forms(view: View) -> Iterator[Finding]:
    """同级编号写法一致 / one form in a series

    这里“一是”后有逗号，那里没有，是几个人的稿子拼成的。 / A comma here and none there: several hands wrote it.

    来源：实务
    错：一、工作⏎一是，抓学习，提素质。⏎二是抓宣传，造氛围。⏎三是抓落实，出成效。
    错：一、工作⏎第一，抓学习，提素质。⏎第二：抓宣传，造氛围。⏎第三，抓落实，出成效。
    对：一、工作⏎一是抓学习，提素质。⏎二是抓宣传，造氛围。⏎三是抓落实，出成效。
    对：一、工作⏎一是，抓学习，提素质。⏎二是，抓宣传，造氛围。
    """
    for group in series(view, items=True):
        ends = Counter(_end(section.number) for _, section in group if section.number)
        if len(ends) < 2 or not STYLES[group[0][1].number.style].item if group[0][1].number else True:
            continue
        (usual, count), (_, second) = ends.most_common(2)
        if count <= second:
            usual = "" if "" in ends else "，"
        for where, section in group:
            number = section.number
            if number is not None and _end(number) != usual:
                text = number.text.rstrip("，,：:、") + usual
                zh = f"“{number.text}”与同级写法不一，写“{text}”"
                yield rewritten(
                    view, where, section, text, zh, f'"{number.text}" differs from the others; write "{text}"'
                )


def _end(number: Number) -> str:
    return number.text[-1] if number.text[-1] in "，,：:、" else ""
