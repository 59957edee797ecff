"""GR125–GR139, headings (标题): how they end and begin, that something stands below them, that they are told apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from ...model.note import Edit, Finding
from ...model.number import HANZI_RUN, STYLES, parse_number
from ...model.report import Section
from ...model.source import Span
from ..rule import PRACTICE, SAFE, rule
from ..view import View

LONG = 45


def standing(view: View) -> Iterator[tuple[str, Section, Span]]:
    """Sections whose heading fills a line of its own, with the span of the heading and its stop."""
    source = view.report.source.text if view.report.source else ""
    for where, section in view.sections:
        span = section.heading_span
        if span is None or section.run_in or section.inline or not section.heading:
            continue
        if source[span.end : span.end + 1] in ("\n", "\r", ""):
            yield where, section, span


@rule("GR125", "heading-stop", PRACTICE, "warning", fix=SAFE)
def heading_stop(view: View) -> Iterator[Finding]:
    """单独成行的标题末尾不加标点 / no stop behind a heading on its own line

    换行已经把标题与正文分开；这一级标题都加句号的只提示。 / The line end parts heading and text already.

    来源：实务
    错：一、总体情况。⏎全年工作进展良好。⏎二、存在问题⏎人手不足。
    错：一、总体情况⏎（一）组织领导：⏎成立领导小组，明确分工。⏎（二）宣传教育⏎开展活动。
    对：一、总体情况⏎全年工作进展良好。⏎二、存在问题⏎人手不足。
    对：一、总体情况⏎（一）加强组织领导。成立领导小组，明确分工。⏎（二）加强宣传教育。开展活动。
    """
    alone = [row for row in standing(view) if row[1].number is not None]
    usual = _styles_with_stop(alone)
    for where, section, span in alone:
        stop = section.stop
        if stop and stop in "。：；，、" and (section.blocks or section.children) and not _sentence(section):
            edit = Edit(Span(span.end - len(stop), span.end), "")
            zh = f"标题“{_short(section.heading)}”单独成行，末尾不加“{stop}”"
            yield view.on(
                where,
                section,
                zh,
                f'a heading on its own line takes no "{stop}"',
                edits=(edit,),
                severity="info" if section.number is not None and section.number.style in usual else "",
            )


def _styles_with_stop(alone: list[tuple[str, Section, Span]]) -> set[str]:
    """The kinds of number whose headings, three at least, all end with 。: that is how this report writes them."""
    stops: dict[str, list[str]] = defaultdict(list)
    for _, section, _ in alone:
        if section.number is not None:
            stops[section.number.style].append(section.stop)
    return {style for style, ends in stops.items() if len(ends) > 2 and set(ends) == {"。"}}


def _sentence(section: Section) -> bool:
    """Whether a heading is a sentence rather than a title: an item (一是…), or one with several clauses."""
    number = section.number
    return section.heading.count("，") > 1 or (number is not None and STYLES[number.style].item)


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:19] + "…"


@rule("GR126", "heading-without-body", PRACTICE, "warning")
def heading_without_body(view: View) -> Iterator[Finding]:
    """标题之下有内容 / something stands below a heading

    标题之下是空的，正文漏了，或者标题多余。 / An empty section: its text is lost, or the heading is one too many.

    来源：实务
    错：某局工作总结⏎一、总体情况⏎二、存在问题⏎人手不足。⏎三、下一步打算⏎招聘人员。
    错：某局工作总结⏎一、总体情况⏎（一）组织领导⏎（二）宣传教育⏎开展活动三次。⏎（三）督查考核⏎每季一次。⏎二、打算⏎招聘人员。
    对：某局工作总结⏎一、总体情况⏎良好。⏎二、存在问题⏎人手不足。
    对：某局工作总结⏎一、总体情况⏎（一）组织领导⏎（二）宣传教育⏎（三）督查考核⏎二、存在问题⏎人手不足。
    """
    full = {where.rpartition("/")[0] for where, section in view.sections if section.blocks or section.children}
    for where, section, _ in standing(view):
        number = section.number
        if section.blocks or section.children or number is None or section.stop or STYLES[number.style].item:
            continue
        if where.rpartition("/")[0] in full and _nothing_below(view, section):
            zh = f"标题“{_short(section.heading)}”之下没有内容"
            yield view.on(where, section, zh, "nothing stands below this heading")


def _nothing_below(view: View, section: Section) -> bool:
    """Whether the next section begins right behind a heading, with no table or date between."""
    source, span = view.report.source, section.heading_span
    if source is None or span is None:
        return False
    following = view.following(span.end)
    return following is not None and not source.text[span.end : following].strip(" \t\r\n\u3000#*")


BARE = re.compile(
    rf"^[ \t\u3000]*(?P<number>{HANZI_RUN}、|[（(]{HANZI_RUN}[）)]|[0-9]{{1,2}}[.．、])[ \t\u3000]*\n\s*"
    rf"(?=(?P<next>{HANZI_RUN}、|[（(]{HANZI_RUN}[）)]|[0-9]{{1,2}}[.．、]))",
    re.MULTILINE,
)


@rule("GR127", "heading-without-words", PRACTICE, "error")
def heading_without_words(view: View) -> Iterator[Finding]:
    """编号之后有文字 / words stand behind a number

    只有编号没有文字，是删改时留下的。 / A bare number is what a deletion left behind.

    来源：实务
    错：一、总体情况⏎良好。⏎二、⏎三、下一步打算⏎再接再厉。
    错：一、总体情况⏎（一）组织领导⏎成立领导小组。⏎（二）⏎（三）督查考核⏎每季一次。
    对：一、总体情况⏎良好。⏎二、存在问题⏎不多。
    对：一、总体情况⏎良好。⏎二、⏎存在问题⏎不多。
    """
    source = view.report.source
    for found in BARE.finditer(source.text) if source is not None else ():
        number, following = parse_number(found["number"]), parse_number(found["next"])
        if number is None or following is None or number.value is None or number.style != following.style:
            continue
        if following.value == number.value + 1 and _in_text(view, found.start("number")):
            span = Span(found.start("number"), found.end("number"))
            yield Finding("", "", f"“{number.text}”之后没有文字", f'no words stand behind "{number.text}"', span)


def _in_text(view: View, offset: int) -> bool:
    """Whether a place in the source is part of the running text: no table, no contents."""
    at = bisect_right(view.ranges, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset < view.ranges[at].end


@rule("GR128", "heading-repeated", PRACTICE, "warning")
def heading_repeated(view: View) -> Iterator[Finding]:
    """同级标题不重复 / no two parts of one level have the same heading

    两段同题，或者粘贴了两遍，或者该合并。 / Pasted twice, or two parts that should be one.

    来源：实务
    错：一、加强组织领导⏎成立领导小组。⏎二、加强组织领导⏎明确分工。⏎三、下一步打算⏎再接再厉。
    错：一、总体情况⏎（一）宣传教育⏎办班三期。⏎（二）宣传教育⏎印发手册。
    对：一、2023年工作⏎（一）宣传教育⏎办班三期。⏎二、2024年打算⏎（一）宣传教育⏎办班四期。
    对：一、总体情况⏎（一）宣传⏎办班三期。⏎（二）教育⏎印发手册。
    """
    seen: dict[tuple[str, str], str] = {}
    for where, section in view.sections:
        heading = re.sub(r"\s", "", section.heading)
        key = where.rpartition("/")[0], heading
        if not heading or len(heading) < 3 or section.role == "attachment":
            continue
        if key in seen:
            zh = f"标题“{_short(heading)}”与“{seen[key]}”的相同"
            yield view.on(where, section, zh, f'the heading is the same as that of "{seen[key]}"')
        else:
            seen[key] = where


@rule("GR129", "heading-long", PRACTICE, "info")
def heading_long(view: View) -> Iterator[Finding]:
    """标题不宜过长 / headings are short

    单独成行的标题超过四十五字，目录里排不下，也不像标题。 / A heading of more than 45 characters is a paragraph.

    来源：实务
    错：一、深入学习贯彻上级部署要求，全面加强组织领导和统筹协调，持续健全上下贯通、左右协同、执行有力的工作体系和长效机制⏎良好。⏎二、打算⏎再接再厉。
    错：一、工作⏎（一）坚持把改善民生作为一切工作的出发点和落脚点，着力解决群众反映强烈的上学难看病难出行难等突出问题取得明显成效⏎良好。⏎（二）乙⏎好。
    对：一、健全工作体系⏎良好。⏎二、打算⏎再接再厉。
    对：一、工作⏎（一）着力改善民生。解决群众上学难看病难出行难等问题，新建学校三所，新增床位五百张，新建改建道路二十公里，成效明显。⏎（二）乙⏎好。
    """
    for where, section, _ in standing(view):
        length = len(re.sub(r"\s", "", section.heading))
        if length > LONG and section.number is not None and not STYLES[section.number.style].item:
            zh = f"标题有{length}字，宜在{LONG}字以内"
            yield view.on(where, section, zh, f"the heading has {length} characters; up to {LONG} are readable")


OPENING_MARK = re.compile("[，。、；：！？）》”,;．.]")
TOO_MANY = re.compile("[，。、；：,;．.]{1,100}")


@rule("GR130", "heading-opens-with-mark", PRACTICE, "error", fix=SAFE)
def heading_opens_with_mark(view: View) -> Iterator[Finding]:
    """标题不以标点开头 / no heading begins with a stop

    编号与标题之间多打了标点。 / A mark too many between number and heading.

    来源：实务
    错：第一章，总则⏎良好。⏎第二章，分则⏎良好。
    错：一、工作⏎（一），组织领导⏎成立领导小组。⏎（二）宣传教育⏎开展活动。
    对：第一章 总则⏎良好。⏎第二章 分则⏎良好。
    对：一、工作⏎（一）《规划》编制⏎已经完成。⏎（二）宣传教育⏎开展活动。
    """
    for where, section in view.sections:
        found = OPENING_MARK.match(section.heading)
        span = section.heading_span
        if found is None or span is None or section.number is None or section.number.text == "、":
            continue
        if section.number.style in ("hanzi-paren", "arabic-paren") and found[0] in "、：.．":
            continue  # GR115
        marks = TOO_MANY.match(section.heading)
        edits = (Edit(Span(span.start, span.start + marks.end()), ""),) if marks else ()
        yield view.on(where, section, f"标题以“{found[0]}”开头", f'the heading begins with "{found[0]}"', edits=edits)


@rule("GR131", "heading-styles", PRACTICE, "info", default=False)
def heading_styles(view: View) -> Iterator[Finding]:
    """同级标题或都成行，或都接排 / headings of one level stand alone, or none does

    这里“（一）加强领导。”后接正文，那里另起一行，版面不齐。 / One is followed by its text, the next stands alone.

    来源：实务
    错：一、工作⏎（一）组织领导⏎成立领导小组。⏎（二）宣传教育。开展活动三次，参加百人。
    错：一、工作⏎1.组织领导⏎成立领导小组。⏎2.宣传教育。开展活动三次，参加百人。
    对：一、工作⏎（一）组织领导⏎成立领导小组。⏎（二）宣传教育⏎开展活动三次。
    对：一、工作⏎（一）组织领导。成立领导小组，明确分工。⏎（二）宣传教育。开展活动三次，参加百人。
    """
    groups: dict[tuple[str, str], tuple[str, bool]] = {}
    alone = {where for where, _, _ in standing(view)}
    for where, section in view.sections:
        number = section.number
        if number is None or not section.heading or STYLES[number.style].item:
            continue
        key = where.rpartition("/")[0], number.style
        first = groups.setdefault(key, (number.text, where in alone))
        if first[1] != (where in alone):
            zh = f"“{number.text}”与“{first[0]}”一处单独成行，一处接排正文"
            yield view.on(where, section, zh, "one heading stands alone, another of its level is followed by its text")


@rule("GR132", "heading-space", PRACTICE, "info", fix=SAFE)
def heading_space(view: View) -> Iterator[Finding]:
    """“一、”“（一）”与标题之间不空格 / no space between 一、 and the heading

    顿号、括号本身占一格，不再空格。 / The mark takes a full square, a space adds nothing.

    来源：实务
    错：一、 总体情况⏎良好。⏎二、存在问题⏎不多。
    错：一、总体情况⏎（一） 组织领导⏎成立领导小组。⏎（二） 宣传教育⏎开展活动。
    对：一、总体情况⏎良好。⏎二、存在问题⏎不多。
    对：第一章 总则⏎良好。⏎第二章 分则⏎良好。
    """
    source = view.report.source.text if view.report.source else ""
    for where, section in view.sections:
        number, span = section.number, section.heading_span
        if number is None or number.span is None or span is None or number.style not in ("hanzi", "hanzi-paren"):
            continue
        between = Span(number.span.end, span.start)
        if 0 < len(between) < 9 and between.of(source).strip(" \u3000\u2002\u2003\xa0") == "":
            zh = f"“{number.text}”与标题之间不空格"
            yield view.on(where, section, zh, "no space between number and heading", edits=(Edit(between, ""),))
