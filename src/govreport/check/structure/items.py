"""GR108–GR112, items (列举): 一是、二是 follow each other, none is lost, and there are as many as were announced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...language.numerals import to_int
from ...model.note import Finding
from ...model.number import format_number, hanzi, ordinal
from ...model.report import Paragraph
from ..rule import PRACTICE, rule
from ..view import View
from .sequence import steps


@rule("GR108", "item-gap", PRACTICE, "warning")
def item_gap(view: View) -> Iterator[Finding]:
    """一是、二是依次列举 / enumerations count without a gap

    从“一是”跳到“三是”，读者会找“二是”。 / Who reads 一是 and then 三是 looks for 二是.

    来源：实务
    错：主要做了三方面工作：一是抓学习；三是抓落实。
    错：全年工作如下：一是抓学习。二是抓落实。四是抓督查。
    错：二、存在的问题⏎一是水库设施老化，三是技术人员不足。⏎三、打算⏎抓紧。
    对：主要做了三方面工作：一是抓学习；二是抓宣传；三是抓落实。
    对：全年工作如下：一是抓学习。二是抓落实。
    """
    for last, before, where, section, number in steps(view, items=True):
        if number.value is not None and number.value > last + 1:
            expected = format_number(number.style, last + 1).rstrip("，")
            yield view.on(
                where,
                section,
                f"列举从“{before.text}”跳到“{number.text}”，中间缺“{expected}”",
                f'the enumeration jumps from "{before.text}" to "{number.text}"; "{expected}" is missing',
            )
    for found, value, last in loose(view):
        expected, one = spelt(found, value - 1), spelt(found, 1)
        near = max(0, found.start() - REACH)
        begun = _before(view, found.start(), near, one)
        if value > max(2, last + 1) and begun and not _before(view, found.start(), near, expected):
            zh = f"列举到“{found[0]}”，前面缺“{expected}”"
            yield view.hit(found.start(), found.end(), zh, f'"{expected}" is missing before "{found[0]}"')


def spelt(found: re.Match[str], value: int) -> str:
    """An item of the same kind as one that was found, with another value."""
    return f"{hanzi(value)}{found['how']}" if found["how"] else f"第{hanzi(value)}"


def _before(view: View, at: int, near: int, item: str) -> bool:
    """Whether an item stands in the text before a place, or is one of the enumeration that the place is in."""
    where = view.part(at).passage.where
    return view.text.rfind(item, near, at) >= 0 or where.rpartition("/")[2].startswith(item)


REACH = 2000
"""So many characters further on a second item is looked for."""
LOOSE = re.compile(
    r"(?P<value>[二三四五六七八九])(?P<how>[是要])(?!二|三)|第(?P<nth>[二三四五六七八九])[，、](?![第二三四])"
)
"""Items that the parser took for text, since they fit into no enumeration: what it placed isn't in the text."""


Loose = tuple[re.Match[str], int, int]


def loose(view: View) -> tuple[Loose, ...]:
    """Items in the text that belong to no enumeration, with their value and the last value of the enumeration there.

    That is 0 where none is open.
    """
    return view.once(_loose)


def _loose(view: View) -> tuple[Loose, ...]:
    return tuple(_loose_items(view))


def _loose_items(view: View) -> Iterator[Loose]:
    for found in view.finds(LOOSE):
        if found.start() and view.text[found.start() - 1] not in ("，：:；。\n" if found["how"] else "：:；。\n"):
            continue
        value = ordinal(found["value"] or found["nth"]) or 0
        last = 0
        section = view.part(found.start()).passage.section
        number = section.number if section else None
        if number is not None and number.style == {"是": "shi", "要": "yao", None: "ordinal"}[found["how"]]:
            last = number.value or 0
        yield found, value, last


@rule("GR109", "item-repeat", PRACTICE, "warning")
def item_repeat(view: View) -> Iterator[Finding]:
    """一是、二是不重复 / no item of an enumeration has the number of another

    两个“二是”，说明插入一项之后没有改后面的。 / Two 二是: an item was put in and the rest left as it was.

    来源：实务
    错：一、总体情况⏎一是抓学习。⏎二是抓宣传。⏎二是抓落实。⏎三是抓督查。
    错：一、总体情况⏎做了四件事：一是抓学习。二是抓宣传。二是抓落实。三是抓督查。
    对：一、总体情况⏎一是抓学习。⏎二是抓宣传。⏎三是抓落实。
    对：一、总体情况⏎一是抓学习。⏎二是抓宣传。⏎二、下一步⏎一是抓落实。⏎二是抓督查。
    """
    for last, _, where, section, number in steps(view, items=True):
        if number.value is not None and 1 < number.value <= last:
            zh = f"“{number.text}”重复或倒退"
            yield view.on(where, section, zh, f'"{number.text}" occurs twice or falls back')
    for found, value, last in loose(view):
        if value <= last:
            zh = f"“{found[0]}”重复或倒退"
            yield view.hit(found.start(), found.end(), zh, f'"{found[0]}" occurs twice or falls back')


@rule("GR110", "item-start", PRACTICE, "warning")
def item_start(view: View) -> Iterator[Finding]:
    """列举从“一是”开始 / an enumeration begins with one

    “二是”之前没有“一是”，是漏写，或前一项的标记丢了。 / 二是 without 一是: the first item lost its mark.

    来源：实务
    错：一、总体情况⏎狠抓学习。二是抓宣传。三是抓落实。⏎二、打算⏎再接再厉。
    错：一、总体情况⏎二是抓宣传。⏎三是抓落实。⏎二、打算⏎再接再厉。
    对：一、总体情况⏎一是抓学习。二是抓宣传。三是抓落实。⏎二、打算⏎再接再厉。
    对：一、总体情况⏎第二产业增长较快，第三产业更快。⏎二、打算⏎再接再厉。
    """
    opened = {(a.split("/")[0], a.rpartition("/")[2][:2]) for a, s in view.sections if s.number}
    for found, value, last in loose(view):
        first = spelt(found, 1)
        before = view.text.rfind(first, max(0, found.start() - REACH), found.start())
        top = view.part(found.start()).passage.where.split("/")[0]
        if value == 2 and found["how"] and last == 0 and before < 0 and (top, first) not in opened:
            zh = f"列举从“{found[0]}”开始，前面没有“一{found['how']}”"
            yield view.hit(found.start(), found.end(), zh, f'"{found[0]}" without a first item before it')


FIRST = re.compile(r"一(?P<how>[是要])(?!一)[^\n]{4}")


@rule("GR111", "item-lone", PRACTICE, "warning")
def item_lone(view: View) -> Iterator[Finding]:
    """有“一是”就有“二是” / a first item has a second

    只有“一是”，不成列举。 / One item is no enumeration.

    来源：实务
    错：一、总体情况⏎主要抓了两件事：一是加强学习，提高认识。⏎二、打算⏎再接再厉。
    错：一、总体情况⏎工作较好。一要加强学习教育，提高认识。⏎二、打算⏎再接再厉。
    对：一、总体情况⏎主要抓了两件事：一是加强学习；二是加强宣传。⏎二、打算⏎再接再厉。
    对：一、总体情况⏎一是一、二是二，实事求是。⏎二、打算⏎再接再厉。
    """
    text = view.text
    for found in view.finds(FIRST):
        if found.start() and text[found.start() - 1] not in "：:；。\n":
            continue
        how = found["how"]
        following = text.find(f"二{how}", found.end(), found.end() + REACH)
        if text.find(f"一{how}", found.end(), found.end() + 200) >= 0:  # 一是…，一是…
            continue
        before = text.rfind(f"一{how}", max(0, found.start() - 200), found.start())
        if following < 0 and before < 0 and not OTHER_SECOND.search(text, found.end(), found.end() + REACH):
            where = view.part(found.start()).passage.where
            if any(address.startswith(where) and address.endswith(f"/二{how}") for address, _ in view.sections):
                continue
            start = found.start()
            zh, en = f"只有“一{how}”，没有“二{how}”", f'there is "一{how}" but no "二{how}"'
            yield view.hit(start, start + 2, zh, en)


OTHER_SECOND = re.compile("二[是要则来、]|其二|第二|（二）|另一|再一个|还有就是")

COUNTED = re.compile(
    r"(?:以下|如下|下列)(?P<count>[二两三四五六七八九十]{1,3}|[0-9]{1,2})"
    r"(?:个?方面|大?[点项条件个类])[^。：:\n]{0,12}[：:。]$"
)


@rule("GR112", "count-mismatch", PRACTICE, "warning")
def count_mismatch(view: View) -> Iterator[Finding]:
    """说几项就列几项 / as many items as announced

    “以下五项”之后只列四项，或者漏了，或者没有改数。 / Five are announced and four follow.

    来源：实务
    错：一、下一步打算⏎重点做好以下三个方面工作：⏎（一）甲⏎抓紧。⏎（二）乙⏎抓实。⏎二、其他⏎没有。
    错：一、存在问题⏎主要有以下3点：一是人手少；二是经费紧。⏎二、其他⏎没有。
    对：一、下一步打算⏎重点做好以下两个方面工作：⏎（一）甲⏎抓紧。⏎（二）乙⏎抓实。⏎二、其他⏎没有。
    对：一、存在问题⏎主要有以下2点：一是人手少；二是经费紧。⏎二、其他⏎没有。
    """
    parts = {(part.passage.where, part.passage.text): part for part in view.parts}
    for where, section in view.sections:
        last = section.blocks[-1] if section.blocks else None
        if not isinstance(last, Paragraph):
            continue
        found = COUNTED.search(last.text[-60:])
        children = [child for child in section.children if child.number is not None]
        if found is None or len(children) < 2 or len({c.number.style for c in children if c.number}) > 1:
            continue
        count = to_int(found["count"].replace("两", "二"))
        if count is not None and count != len(children):
            part = parts.get((where, last.text))
            if part is not None:
                start = part.end - len(last.text[-60:]) + found.start()
                zh = f"“{found[0]}”之后列了{len(children)}项"
                yield view.hit(start, part.end, zh, f'"{found["count"]}" are announced, {len(children)} follow')
