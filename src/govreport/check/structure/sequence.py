"""GR101–GR107, sequence (次序): the numbers of one level follow each other, from one on, without gap or repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...model.note import Edit, Finding
from ...model.number import HANZI_RUN, STYLES, Number, format_number, ordinal
from ...model.report import Section
from ..rule import PRACTICE, UNSAFE, rule
from ..view import View

Placed = tuple[str, Section]


def series(view: View, items: bool = False, least: int = 2) -> Iterator[list[Placed]]:
    """Siblings that are numbered in one style, in their order, with their addresses; `least` at least.

    Headings (一、 （一） 1.) or, with `items`, the items of a paragraph (一是 第一，).
    """
    groups: dict[tuple[str, str], list[Placed]] = {}
    for where, section in view.sections:
        number = section.number
        if number is not None and number.value is not None and STYLES[number.style].item == items:
            groups.setdefault((where.rpartition("/")[0], number.style), []).append((where, section))
    yield from (group for group in groups.values() if len(group) >= least)


def steps(
    view: View, items: bool = False, restarts: bool = False
) -> Iterator[tuple[int, Number, str, Section, Number]]:
    """Neighbours in a series: value of the one before, its number, and the next with address and number.

    A series that begins again in the middle holds several, and nothing can be said of it but that (`restarts`).
    """
    for group in series(view, items):
        again = any(s.number is not None and s.number.value == 1 for _, s in group[1:])
        if again and not (items or restarts or _twice(group)):
            continue
        for (_, before), (where, section) in pairwise(group):
            if before.number and section.number and before.number.value is not None:
                yield before.number.value, before.number, where, section, section.number


def _twice(group: list[Placed]) -> bool:
    """Whether the series begins with the same number twice, by mistake, rather than again."""
    first, second, *rest = (s.number.value if s.number else None for _, s in group)
    return first == second == 1 and 1 not in rest


def renumbered(number: Number, value: int) -> tuple[Edit, ...]:
    """The edit that gives a number another value; none for a number that stands nowhere (a DOCX made it)."""
    if number.span is None or len(number.span) != len(number.text):
        return ()
    return (Edit(number.span, respelt(number, value)),)


def respelt(number: Number, value: int) -> str:
    """A number with another value, otherwise written as it was.

    >>> respelt(Number("(三)", "hanzi-paren", 3), 12), respelt(Number("3、", "arabic", 3), 4)
    ('(十二)', '4、')
    """
    numeral = re.search(f"{HANZI_RUN}|[0-9０-９]+", number.text)
    new = format_number(number.style, value)
    core = re.search(f"{HANZI_RUN}|[0-9]+", new)
    return number.text.replace(numeral[0], core[0], 1) if numeral and core else new


@rule("GR101", "number-gap", PRACTICE, "error", fix=UNSAFE)
def number_gap(view: View) -> Iterator[Finding]:
    """同级编号连续 / numbers of one level follow each other without a gap

    跳号说明漏了一段，或删改之后没有重排。 / A gap says that a part was lost, or deleted without renumbering.

    来源：实务
    错：一、总体情况⏎良好。⏎三、下一步打算⏎再接再厉。
    错：一、总体情况⏎（一）甲⏎良好。⏎（三）乙⏎良好。
    对：一、总体情况⏎良好。⏎二、下一步打算⏎再接再厉。
    对：一、总体情况⏎（一）甲⏎良好。⏎二、下一步打算⏎（一）乙⏎良好。
    """
    for last, before, where, section, number in steps(view):
        if number.value is not None and number.value > last + 1:
            expected = respelt(before, last + 1)
            yield view.on(
                where,
                section,
                f"编号从“{before.text}”跳到“{number.text}”，中间缺“{expected}”",
                f'the number jumps from "{before.text}" to "{number.text}"; "{expected}" is missing',
                hint="补上缺的一段，或重排编号",
                edits=renumbered(number, last + 1),
            )


@rule("GR102", "number-repeat", PRACTICE, "error", fix=UNSAFE)
def number_repeat(view: View) -> Iterator[Finding]:
    """同级编号不重复 / no number occurs twice in one level

    两个同号的段落，说明插入一段之后没有重排。 / Two parts with one number: one was put in without renumbering.

    来源：实务
    错：一、总体情况⏎良好。⏎二、主要问题⏎不多。⏎二、下一步打算⏎再接再厉。
    错：一、总体情况⏎（一）甲⏎良好。⏎（一）乙⏎良好。⏎（二）丙⏎良好。
    对：一、总体情况⏎良好。⏎二、主要问题⏎不多。⏎三、下一步打算⏎再接再厉。
    对：一、总体情况⏎（一）甲⏎良好。⏎（二）乙⏎良好。
    """
    headings: dict[tuple[str, str], str] = {}
    for where, section in view.sections:
        if section.number is not None:
            headings.setdefault((where.rpartition("/")[0], section.number.text), section.heading)
    for last, before, where, section, number in steps(view):
        copied = section.heading and headings[where.rpartition("/")[0], number.text] == section.heading
        if number.value == last and not (copied and before.text == number.text):  # GR128
            yield view.on(
                where,
                section,
                f"编号“{number.text}”重复，应为“{respelt(number, last + 1)}”",
                f'the number "{number.text}" occurs twice; it should be "{respelt(number, last + 1)}"',
                edits=renumbered(number, last + 1),
            )


@rule("GR103", "number-order", PRACTICE, "error", fix=UNSAFE)
def number_order(view: View) -> Iterator[Finding]:
    """编号由小到大 / numbers rise

    号码倒退，说明两段次序颠倒或编号写错。 / A number that falls back: two parts changed places, or it is mistyped.

    来源：实务
    错：一、总体情况⏎良好。⏎三、主要问题⏎不多。⏎二、下一步打算⏎再接再厉。⏎四、其他⏎没有。
    错：一、总体情况⏎（一）甲⏎良好。⏎（三）乙⏎良好。⏎（二）改进作风⏎良好。⏎（四）丁⏎良好。
    对：一、总体情况⏎良好。⏎二、主要问题⏎不多。⏎三、下一步打算⏎再接再厉。
    对：一、总体情况⏎二、三产业增加值增长较快。⏎二、下一步打算⏎再接再厉。
    """
    for last, before, where, section, number in steps(view):
        if number.value is not None and 1 < number.value < last:
            yield view.on(
                where,
                section,
                f"编号“{number.text}”排在“{before.text}”之后",
                f'the number "{number.text}" stands behind "{before.text}"',
                edits=renumbered(number, last + 1),
            )
    yield from _out_of_order(view)


OPENS = re.compile(
    rf"(?:(?P<hanzi>{HANZI_RUN})、|[（(](?P<paren>{HANZI_RUN})[）)])(?=[^、，。；\n]{{2,40}}$)", re.MULTILINE
)


def _out_of_order(view: View) -> Iterator[Finding]:
    """Short paragraphs that open with a number but fit into no series: the parser took them for text."""
    last: dict[str, int] = {}
    begun_again = {
        number.style for last_value, _, _, _, number in steps(view, restarts=True) if number.value == 1 < last_value
    }
    for part in view.parts:
        section = part.passage.section
        number = section.number if section else None
        if number is not None and number.value is not None:
            last[number.style] = number.value
        found = OPENS.match(part.passage.text) if part.kind == "text" else None
        if found is None or number is None or STYLES[number.style].item or number.style in begun_again:
            continue
        style = "hanzi" if found["hanzi"] else "hanzi-paren"
        value = ordinal(found["hanzi"] or found["paren"])
        if value is not None and 1 < value <= last.get(style, 0) and number.style == style:
            yield view.hit(
                part.start + found.start(),
                part.start + found.end(),
                f"编号“{found[0]}”不合次序，前面已到“{format_number(style, last[style])}”",
                f'the number "{found[0]}" is out of order; "{format_number(style, last[style])}" went before',
            )


@rule("GR104", "number-start", PRACTICE, "warning", fix=UNSAFE)
def number_start(view: View) -> Iterator[Finding]:
    """编号从一开始 / numbers begin with one

    不从一开始，说明前面的一段丢了。 / A series that doesn't begin with one has lost its beginning.

    来源：实务
    错：某局工作总结⏎二、主要问题⏎不多。⏎三、下一步打算⏎再接再厉。
    错：一、总体情况⏎（三）甲⏎良好。⏎（四）乙⏎良好。⏎二、打算⏎再接再厉。
    对：某局工作总结⏎一、主要问题⏎不多。⏎二、下一步打算⏎再接再厉。
    对：一、总体情况⏎（一）甲⏎良好。⏎（二）乙⏎良好。⏎二、打算⏎（一）丙⏎再接再厉。⏎（二）丁⏎再接再厉。
    """
    place = {where: i for i, (where, _) in enumerate(view.sections)}
    first: dict[tuple[str, int], int] = {}
    for i, (_, section) in enumerate(view.sections):
        if section.number is not None and section.number.value is not None:
            first.setdefault((section.number.style, section.number.value), i)
    for group in series(view):
        where, section = group[0]
        number = section.number
        if number is None or number.value is None or number.value == 1 or taken_up(view, where, number):
            continue
        if first.get((number.style, number.value - 1), len(place)) < place[where]:  # it counts on across its parents
            continue
        yield view.on(
            where,
            section,
            f"编号从“{number.text}”开始，前面缺“{format_number(number.style, 1)}”",
            f'the series begins with "{number.text}"; "{format_number(number.style, 1)}" is missing',
        )


def taken_up(view: View, where: str, number: Number) -> Number | None:
    """The number of the section above, if this one counts on from it in another kind of number (（二）, then 3.)."""
    parent = view.at.get(where.rpartition("/")[0])
    above = parent.number if parent is not None else None
    if above is None or above.value is None or STYLES[above.style].item or above.style == number.style:
        return None
    return above if number.value == above.value + 1 else None


@rule("GR105", "number-restart", PRACTICE, "warning")
def number_restart(view: View) -> Iterator[Finding]:
    """同级编号不中途从头再来 / a series doesn't begin again in the middle

    同一级里又从一编起，两段会有同一个号。 / Numbers that begin again give two parts the same name.

    来源：实务
    错：一、总体情况⏎良好。⏎二、主要问题⏎不多。⏎一、下一步打算⏎再接再厉。⏎二、其他事项⏎没有。
    错：一、总体情况⏎（一）甲⏎良好。⏎（二）乙⏎良好。⏎（一）丙⏎良好。⏎（二）丁⏎良好。
    对：一、总体情况⏎（一）甲⏎良好。⏎（二）乙⏎良好。⏎二、主要问题⏎（一）丙⏎良好。⏎（二）丁⏎良好。
    对：一、总体情况⏎良好。⏎二、主要问题⏎不多。
    """
    for last, before, where, section, number in steps(view, restarts=True):
        if number.value == 1 and last > 1 and section.role != "attachment":
            yield view.on(
                where,
                section,
                f"编到“{before.text}”之后又从“{number.text}”编起",
                f'the numbers begin again with "{number.text}" behind "{before.text}"',
                hint="下移一级改用另一种编号，或接着编",
            )


@rule("GR106", "number-lone", PRACTICE, "info")
def number_lone(view: View) -> Iterator[Finding]:
    """只有一项不编号 / a single part needs no number

    编了“（一）”却没有“（二）”，或者漏了一段，或者不必编号。 / A part is lost, or no number is needed.

    来源：实务
    错：一、总体情况⏎（一）加强组织领导⏎成立领导小组。⏎二、下一步打算⏎再接再厉。
    错：一、总体情况⏎1.加强组织领导⏎成立领导小组。⏎二、下一步打算⏎再接再厉。
    对：一、总体情况⏎（一）加强组织领导⏎成立领导小组。⏎（二）加强宣传⏎开展活动。⏎二、下一步打算⏎再接再厉。
    对：一、总体情况⏎成立领导小组。⏎二、下一步打算⏎再接再厉。
    """
    for group in series(view, least=1):
        where, section = group[0]
        number = section.number
        if len(group) == 1 and number is not None and number.value == 1:
            following = format_number(number.style, 2)
            yield view.on(
                where,
                section,
                f"只有“{number.text}”，没有“{following}”",
                f'there is "{number.text}" but no "{following}"',
            )


@rule("GR107", "number-lost", PRACTICE, "warning")
def number_lost(view: View) -> Iterator[Finding]:
    """编号的数字不能丢 / a number needs its numeral

    行首只剩顿号，是粘贴时丢了“一”。 / A line that opens with 、 lost its numeral on the way.

    来源：实务
    错：、坚持党的领导⏎认真学习。⏎二、坚持依法行政⏎严格执法。
    错：一、总体情况⏎良好。⏎、存在问题⏎不多。
    对：一、坚持党的领导⏎认真学习。⏎二、坚持依法行政⏎严格执法。
    对：一、总体情况⏎主要产品有苹果、梨和桃⏎，销路很好。
    """
    for where, section in view.sections:
        if section.number is not None and section.number.text[:1] == "、":
            yield view.on(where, section, "编号的数字丢了，只剩顿号", 'the numeral is lost, only "、" is left')
    for part in view.parts:
        text = part.passage.text
        if part.kind == "text" and text[:1] in "、．" and 2 < len(text) <= 40 and text[-1:] not in "。；，":
            zh = "编号的数字丢了，只剩顿号"
            yield view.hit(part.start, part.start + 1, zh, 'the numeral is lost, only "、" is left')
