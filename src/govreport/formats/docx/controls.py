"""公文域: content controls that GB/T 33476.2-2016, chapter 10, names; what they hold is metadata and a hint."""

from __future__ import annotations

import re

from attrs import frozen


@frozen
class Control:
    """What a field of the standard is called in the metadata, and the hint for a paragraph that it fills."""

    key: str
    hint: str = ""
    value: str = ""


CONTROLS = {
    "fenhao": Control("份号", "furniture", "metadata"),
    "fawenjiguanmingcheng": Control("发文机关"),
    "biaoti": Control("标题", "align", "center"),
    "zhengwen": Control(""),
    "fawenjiguanshuming": Control("发文机关署名"),
    "chengwenriqi": Control("成文日期"),
    "yinfajiguan": Control("印发机关"),
    "yinfariqi": Control("印发日期"),
}
"""The ids that are known for certain; those with a number (`fawenjiguanmingcheng_2`) may come more than once."""
TAG = re.compile(r"([a-z]{1,30})(?:_[0-9n]{1,3})?")


def control(tag: str | None) -> Control | None:
    """The field that a `w:tag` names.

    >>> control("fawenjiguanmingcheng_2").key, control("g:anything")
    ('发文机关', None)
    """
    found = TAG.fullmatch(tag or "")
    return CONTROLS.get(found[1]) if found else None


def metadata_of(filled: list[tuple[Control, str]]) -> dict[str, str]:
    """The metadata that the controls of a document hold; several of one kind are parted by 、."""
    values: dict[str, list[str]] = {}
    for kind, text in filled:
        said = "".join(text.split())
        if kind.key and said and said not in values.setdefault(kind.key, []):
            values[kind.key].append(said)
    return {key: "、".join(said) for key, said in values.items() if said}
