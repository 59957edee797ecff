"""GR133–GR139, depth (层次): levels that are jumped over, turned upside down, mixed, or contradicted by the layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...model.note import Edit, Finding
from ...model.number import STYLES
from ...model.report import Section
from ..rule import PRACTICE, UNSAFE, rule
from ..view import View
from .headings import standing
from .sequence import taken_up

LEVELS = ("hanzi", "hanzi-paren", "arabic", "arabic-paren")
"""The four levels of GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）."""


def nested(view: View) -> Iterator[tuple[str, Section, Section]]:
    """Numbered headings with the numbered heading above them; no items, no attachments."""
    above: dict[str, Section] = {}
    for where, section in view.sections:
        number = section.number
        parent = above.get(where.rpartition("/")[0])
        above[where] = section
        if parent is None or parent.number is None or number is None or number.value is None:
            continue
        if not STYLES[number.style].item and not STYLES[parent.number.style].item:
            yield where, section, parent


@rule("GR133", "level-jump", PRACTICE, "info")
def level_jump(view: View) -> Iterator[Finding]:
    """层次不越级 / no level is jumped over

    别处“一、”之下用“（一）”，这里直接用“1.”，漏了一层或用错了序号。只有两层的不报。 / Elsewhere a level stands between.

    来源：GB/T 9704-2012 7.3.3
    错：一、工作⏎（一）甲⏎良好。⏎（二）乙⏎1.学习⏎好。⏎2.宣传⏎好。⏎二、打算⏎1.丙⏎抓紧。⏎2.丁⏎抓实。
    错：一、工作⏎（一）甲⏎良好。⏎（二）乙⏎1.学习⏎（1）自学⏎好。⏎（2）讲座⏎好。⏎2.宣传⏎好。⏎二、打算⏎（1）丙⏎抓紧。⏎（2）丁⏎抓实。
    对：一、工作⏎（一）甲⏎良好。⏎（二）乙⏎1.学习⏎好。⏎2.宣传⏎好。⏎二、打算⏎（一）丙⏎抓紧。⏎（二）丁⏎抓实。
    对：一、工作⏎1.甲⏎良好。⏎2.乙⏎良好。⏎二、打算⏎1.丙⏎抓紧。⏎2.丁⏎抓实。
    """
    used = {
        (parent.number.style, section.number.style)
        for _, section, parent in nested(view)
        if parent.number and section.number
    }
    for where, section, parent in nested(view):
        number, upper = section.number, parent.number
        if number is None or upper is None or number.value != 1 or not {number.style, upper.style} <= set(LEVELS):
            continue
        upper_level, level = LEVELS.index(upper.style), LEVELS.index(number.style)
        between = LEVELS[upper_level + 1 : level]
        if any((style, number.style) in used for style in between):
            zh = f"“{upper.text}”之下直接用“{number.text}”，越过了一层"
            yield view.on(where, section, zh, f'"{number.text}" directly below "{upper.text}" jumps over a level')


@rule("GR134", "level-upside-down", PRACTICE, "warning")
def level_upside_down(view: View) -> Iterator[Finding]:
    """层次不倒置 / levels are not upside down

    “（一）”之下不能是“一、”，“1.”之下不能是“（一）”。 / 一、 stands above （一）, and （一） above 1.

    来源：GB/T 9704-2012 7.3.3
    错：（一）工作⏎一、甲⏎良好。⏎二、乙⏎良好。⏎（二）打算⏎一、丙⏎抓紧。⏎二、丁⏎抓实。
    错：一、工作⏎1.甲⏎（一）学习⏎好。⏎（二）宣传⏎好。⏎2.乙⏎良好。⏎二、打算⏎抓紧。
    对：一、工作⏎（一）甲⏎良好。⏎（二）乙⏎良好。⏎二、打算⏎抓紧。
    对：一、工作⏎（一）甲⏎1.学习⏎好。⏎2.宣传⏎好。⏎（二）乙⏎良好。⏎二、打算⏎抓紧。
    """
    for where, section, parent in nested(view):
        number, upper = section.number, parent.number
        if number is None or upper is None or number.value != 1 or not {number.style, upper.style} <= set(LEVELS):
            continue
        if LEVELS.index(number.style) < LEVELS.index(upper.style):
            zh = f"“{upper.text}”之下用了上一层的“{number.text}”"
            yield view.on(where, section, zh, f'"{number.text}" stands below "{upper.text}"; it belongs above it')


@rule("GR135", "level-same-style", PRACTICE, "warning")
def level_same_style(view: View) -> Iterator[Finding]:
    """上下两层编号不同 / a level is numbered differently from the one above it

    “一、”之下又是“一、”，读者分不清层次，引用时也会引错。 / 一、 below 一、: nobody can tell the levels apart.

    来源：GB/T 9704-2012 7.3.3
    错：一、总体情况⏎一、强化领导⏎良好。⏎二、抓落实⏎良好。⏎二、打算⏎抓紧。
    错：一、工作⏎（一）甲⏎（一）学习⏎好。⏎（二）宣传⏎好。⏎（二）乙⏎良好。⏎二、打算⏎抓紧。
    对：一、总体情况⏎（一）强化领导⏎良好。⏎（二）抓落实⏎良好。⏎二、打算⏎抓紧。
    对：一、总体情况⏎1.强化领导⏎良好。⏎2.抓落实⏎良好。⏎二、打算⏎抓紧。
    """
    for where, section, parent in nested(view):
        number, upper = section.number, parent.number
        if number is None or upper is None or number.value != 1 or parent.role == "attachment":
            continue
        if number.style == upper.style:
            zh = f"“{upper.text}”之下又用“{number.text}”，上下两层编号相同"
            yield view.on(where, section, zh, f'"{number.text}" below "{upper.text}": two levels, one kind of number')


@rule("GR136", "levels-mixed", PRACTICE, "warning")
def levels_mixed(view: View) -> Iterator[Finding]:
    """同级用一种编号 / one level, one kind of number

    同一级里先用“（一）”后用“1.”，层次就乱了。 / （一） and then 1. in one level confuse the order.

    来源：GB/T 9704-2012 7.3.3
    错：一、工作⏎（一）甲⏎良好。⏎（二）乙⏎良好。⏎3.丙⏎良好。⏎4.丁⏎良好。⏎二、打算⏎抓紧。
    错：一、工作⏎1.甲⏎良好。⏎2.乙⏎良好。⏎（三）丙⏎良好。⏎（四）丁⏎良好。⏎二、打算⏎抓紧。
    对：一、工作⏎（一）甲⏎良好。⏎（二）乙⏎1.丙⏎良好。⏎2.丁⏎良好。⏎二、打算⏎抓紧。
    对：一、工作⏎良好。⏎二、打算⏎（一）其他⏎没有。⏎（二）另外⏎没有。
    """
    before: dict[str, tuple[int, Section]] = {}
    for where, section in view.sections:
        number, parent = section.number, where.rpartition("/")[0]
        if number is None or number.value is None or number.style not in LEVELS:
            continue
        value, last = before.get(parent, (0, section))
        before[parent] = number.value, section
        other = last.number if value and last.number and last.number.style != number.style else None
        if not value and number.value > 1:
            other, value = taken_up(view, where, number), number.value - 1
        if other is not None and number.value == value + 1:
            zh = f"同级前面用“{other.text}”，这里用“{number.text}”"
            yield view.on(where, section, zh, f'"{number.text}" goes on where another kind of number began')


@rule("GR137", "levels-deep", PRACTICE, "info")
def levels_deep(view: View) -> Iterator[Finding]:
    """层次不超过四层 / four levels at most

    第五层起标准没有规定写法，读者也跟不上。 / The standard knows four levels, and readers follow no more.

    来源：GB/T 9704-2012 7.3.3
    错：一、甲⏎（一）乙⏎1.丙⏎（1）丁⏎①戊⏎好。⏎②己⏎好。⏎（2）庚⏎好。⏎2.辛⏎好。⏎（二）壬⏎好。⏎二、癸⏎好。
    错：一、甲⏎（一）乙⏎好。⏎（二）壬⏎1.丙⏎（1）丁⏎好。⏎（2）庚⏎①戊⏎好。⏎②己⏎好。⏎2.辛⏎好。⏎二、癸⏎好。
    对：一、甲⏎（一）乙⏎1.丙⏎（1）丁⏎好。⏎（2）庚⏎好。⏎2.辛⏎好。⏎（二）壬⏎好。⏎二、癸⏎好。
    对：一、甲⏎（一）乙⏎1.丙⏎一是学习。二是宣传。⏎2.辛⏎好。⏎（二）壬⏎好。⏎二、癸⏎好。
    """
    for where, section, _ in nested(view):
        if where.count("/") >= len(LEVELS) and section.number and section.number.value == 1:
            zh = f"“{section.number.text}”已是第{where.count('/') + 1}层"
            yield view.on(where, section, zh, f'"{section.number.text}" is level {where.count("/") + 1}')


def outlined(view: View) -> Iterator[tuple[str, Section, int, int]]:
    """Numbered sections with the level their heading is marked with, and where the mark begins in the source."""
    source = view.report.source
    levels = {h.span.start: h.value for h in source.hints if h.kind == "heading"} if source else {}
    for where, section in view.sections:
        number = section.number
        if number is not None and number.span is not None and isinstance(levels.get(number.span.start), int):
            yield where, section, levels[number.span.start], number.span.start


@rule("GR138", "outline-contradicts", PRACTICE, "warning", fix=UNSAFE)
def outline_contradicts(view: View) -> Iterator[Finding]:
    """标题级别与编号一致 / the marked level of a heading agrees with its number

    “一、”标成三级、“二、”标成二级，目录和导航就会错位。 / Contents and navigation go by the marks.

    来源：实务
    错：# 某局工作总结⏎## 一、工作⏎良好。⏎### 二、打算⏎抓紧。⏎## 三、其他⏎没有。
    错：# 某局工作总结⏎## 一、工作⏎### （一）甲⏎良好。⏎## （二）乙⏎良好。⏎## 二、打算⏎抓紧。
    对：# 某局工作总结⏎## 一、工作⏎### （一）甲⏎良好。⏎### （二）乙⏎良好。⏎## 二、打算⏎抓紧。
    对：# 某局工作总结⏎### 一、工作⏎良好。⏎### 二、打算⏎抓紧。
    """
    found = list(outlined(view))
    source = view.report.source
    title = min((h.value for h in source.hints if h.kind == "heading"), default=0) if source and found else 0
    expected: dict[int, int] = {}
    for depth in sorted({where.count("/") for where, *_ in found}):
        floor = expected.get(depth - 1, title if title < min(level for _, _, level, _ in found) or _titled(view) else 0)
        counted = Counter(level for where, _, level, _ in found if where.count("/") == depth and level > floor)
        if counted:
            most = max(counted.values())
            expected[depth] = min(level for level, count in counted.items() if count == most)
    for where, section, level, at in found:
        right = expected.get(where.count("/"), level)
        if level != right and section.number:
            zh = f"“{section.number.text}”标成{level}级标题，同层的标成{right}级"
            yield view.on(
                where,
                section,
                zh,
                f'"{section.number.text}" is marked as level {level}, its level as {right}',
                edits=_marks(view, at, right),
            )


def _titled(view: View) -> bool:
    """Whether the title is marked as a heading itself."""
    source = view.report.source
    spans = [place.span for place in view.report.places if place.kind == "title"]
    return source is not None and any(
        h.kind == "heading" and any(h.span.start <= span.start < h.span.end for span in spans) for h in source.hints
    )


def _marks(view: View, at: int, level: int) -> tuple[Edit, ...]:
    """The edit that gives a heading of Markdown its right number of #."""
    source = view.report.source
    if source is None or source.format != "md":
        return ()
    for hint in source.hints:
        if hint.kind == "markup" and hint.span.end == at and hint.span.of(source.text).strip(" ").strip("#") == "":
            return (Edit(hint.span, "#" * level + " "),)
    return ()


@rule("GR139", "outline-missing", PRACTICE, "info")
def outline_missing(view: View) -> Iterator[Finding]:
    """同级标题或都标级别，或都不标 / headings of one level are all marked as such, or none is

    有的标了级别有的没标，目录里就少几条。 / What isn't marked is missing from contents and navigation.

    来源：实务
    错：# 某局工作总结⏎## 一、工作⏎良好。⏎二、打算⏎抓紧。⏎## 三、其他⏎没有。
    错：# 某局工作总结⏎## 一、工作⏎### （一）甲⏎良好。⏎（二）乙⏎良好。⏎### （三）丙⏎良好。⏎## 二、打算⏎抓紧。
    对：# 某局工作总结⏎## 一、工作⏎良好。⏎## 二、打算⏎抓紧。⏎## 三、其他⏎没有。
    对：# 某局工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。⏎三、其他⏎没有。
    """
    marked = {where: level for where, _, level, _ in outlined(view)}
    parents = Counter(where.rpartition("/")[0] for where in marked)
    for where, section, _ in standing(view):
        number, parent = section.number, where.rpartition("/")[0]
        if number is None or number.style not in LEVELS or where in marked or not parents[parent] or section.stop:
            continue
        zh = f"“{number.text}”没有标成标题，同级的标了"
        yield view.on(where, section, zh, f'"{number.text}" is not marked as a heading, others of its level are')
