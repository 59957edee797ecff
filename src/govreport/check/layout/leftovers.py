"""GR620–GR624, what a finished document doesn't have (残留): colours, emphasis, tracked changes, comments."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.note import Finding
from ..rule import PRACTICE, REQUIRED, rule
from ..view import View
from .roles import looks, off

BLACK = ("", "000000", "auto")
TEXTS = ("title", "heading1", "heading2", "heading3", "heading4", "text")


@rule("GR620", "text-colour", REQUIRED, "warning", needs="layout")
def colour(view: View) -> Iterator[Finding]:
    """文字用黑色 / the text is black

    红色只用于发文机关标志和版头的分隔线。 / Red is for the letterhead alone.

    来源：GB/T 9704-2012 5.2.4
    错：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文颜色 FF0000
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※一级颜色 2E74B5
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※一级颜色 000000
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    """  # noqa: E501
    these = [look for role in TEXTS for look in looks(view).get(role, [])]
    wrong = [
        look for look in these
        if any(s.text.strip() and s.face.color.upper() not in BLACK and s.face.color != "auto" for s in look.stretches)
    ]  # fmt: skip
    yield from off(view, wrong, these, "文字不是黑色", "text that isn't black")


@rule("GR621", "text-emphasis", PRACTICE, "info", needs="layout")
def emphasis(view: View) -> Iterator[Finding]:
    """正文不加粗、不加下划线、不突出显示 / no bold, underline or highlight in the text

    国标没有规定加粗；突出显示多半是审稿时留下的。 / The standard has no bold; highlights are left from reading.

    来源：实务
    错：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文加粗 是
    错：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文突出 yellow
    对：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※一级加粗 是
    对：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。
    """  # noqa: E501
    these = looks(view).get("text", [])
    wrong = [look for look in these if (face := look.face) and (face.bold or face.underline or face.highlight)]
    yield from off(view, wrong, these, "正文有加粗、下划线或突出显示", "bold, underlined or highlighted text")


@rule("GR622", "revisions-left", PRACTICE, "warning", needs="layout")
def revisions(view: View) -> Iterator[Finding]:
    """定稿里没有未处理的修订 / a final text has no tracked changes

    接受或拒绝之后再印发。 / Accept or reject them first.

    来源：实务
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※修订 3
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※修订 1
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※修订 0
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    """
    count = view.layout.revisions if view.layout is not None else 0
    if count:
        yield view.whole(f"有{count}处修订没有接受或拒绝", f"{count} tracked changes are left")


@rule("GR623", "comments-left", PRACTICE, "warning", needs="layout")
def comments(view: View) -> Iterator[Finding]:
    """定稿里没有批注 / a final text has no comments

    审稿意见不随文印发；写给本检查的批注（govreport:）不算。 / Those that speak to this check don't count.

    来源：实务
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※批注 2
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※批注 1
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※批注 0
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    """
    count = view.layout.comments if view.layout is not None else 0
    if count:
        yield view.whole(f"有{count}条批注", f"{count} comments are left")


@rule("GR624", "numbering-mixed", PRACTICE, "warning", needs="layout")
def numbering(view: View) -> Iterator[Finding]:
    """同级标题的序号不一半自动、一半手打 / numbers of one level are all automatic or all typed

    增删之后，自动的跟着变，手打的不变。 / After an edit the one half changes and the other doesn't.

    来源：实务
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。⏎三、其他⏎没有。※一级自动 1
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。⏎三、其他⏎没有。※一级自动 2
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。⏎三、其他⏎没有。※一级自动 3
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。⏎三、其他⏎没有。
    """
    for role in ("heading1", "heading2"):
        these = looks(view).get(role, [])
        typed = [look for look in these if not look.numbered]
        if typed and len(typed) < len(these):
            fewer = min(typed, [look for look in these if look.numbered], key=len)
            yield from off(view, fewer, these, "序号一部分自动、一部分手打", "some numbers are typed, others automatic")
