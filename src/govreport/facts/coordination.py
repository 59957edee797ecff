"""Coordination (并列): A、B 分别增长 x、y gives every number the name that belongs to it."""

from __future__ import annotations

import re

from ..language.words import cut

JOINTS = frozenset(["、", "和", "及", "与", "以及"])
ASIDE = re.compile(r"（[^（）]*）$")


def parts(subject: str) -> list[str]:
    """The members of a coordination: split at 、和及与, never inside quotation marks or brackets.

    >>> parts("创新型中小企业和“专精、特新”企业")
    ['创新型中小企业', '“专精、特新”企业']
    """
    found, depth, member = [], 0, ""
    for word in cut(subject):  # words, so that 普及 is not split at 及
        depth += sum(word.count(c) for c in "“（《") - sum(word.count(c) for c in "”）》")
        if word in JOINTS and depth <= 0 and member:
            found.append(member)
            member = ""
        else:
            member += word
    return [*found, member]


def respective(subject: str, count: int) -> list[str]:
    """The names of `count` numbers that a coordinated subject gives, its shared head put back; the subject for each if
    its members don't match the numbers.

    >>> respective("城镇、农村居民人均可支配收入", 2), respective("水泥和化肥（折纯）", 2)
    (['城镇居民人均可支配收入', '农村居民人均可支配收入'], ['水泥', '化肥（折纯）'])
    """
    members = parts(subject)
    if len(members) != count or not all(members):
        return [subject] * count
    last = members[-1]
    return [member if member is last else _completed(member, last) for member in members]


def _completed(member: str, last: str) -> str:
    """A short member with the head it shares with the last one: 城镇 + (农村)居民人均可支配收入."""
    last = ASIDE.sub("", last)
    if len(member) > 4 or len(last) < len(member) + 2:
        return member
    if len(member) == 1:
        return member + last[1:]
    first = cut(last)[0]
    if first == last:
        return member
    head = last[len(first) if len(first) <= 3 else len(member) :]
    return member + (head[2:] if head.startswith(member[-2:]) else head)
