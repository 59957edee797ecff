"""GR610–GR617, faces (字体字号): title, headings and text in the faces and sizes that GB/T 9704 has for them."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.note import Finding
from ..rule import REQUIRED, STANDARD, rule
from ..view import View
from .roles import looks, off

FANGSONG, HEITI, KAITI, SONGTI = (
    ("仿宋", "FangSong", "Fang"),
    ("黑体", "SimHei", "Hei"),
    ("楷体", "KaiTi", "Kai"),
    ("小标宋",),
)
BODY_SIZES = (15.5, 16.0)
"""3号 is 16 points in a word processor, 15.7 to 15.8 by its millimetres."""
PITCHES = (27.5, 30.0)
"""22 lines on a page: 28 points and 35 mm at the foot, to 29.6 points and 32.58 mm."""


def _is(face: str, names: tuple[str, ...]) -> bool:
    return any(name in face for name in names)


def _in_face(
    view: View, role: str, names: tuple[str, ...], what: tuple[str, str], right: tuple[str, str]
) -> Iterator[Finding]:
    """A finding for the paragraphs of a role that are known to be in another face."""
    these = looks(view).get(role, [])
    wrong = [look for look in these if look.face and look.face.hanzi and not _is(look.face.hanzi, names)]
    if wrong and wrong[0].face is not None:
        zh = f"{what[0]}用{wrong[0].face.hanzi}，一般用{right[0]}"
        yield from off(view, wrong, these, zh, f"{what[1]} isn't in {right[1]}")


@rule("GR610", "title-face", STANDARD, "warning", needs="layout")
def title_face(view: View) -> Iterator[Finding]:
    """标题一般用小标宋体 / titles are usually in 小标宋

    方正小标宋、华文中宋之类，本机没有不要紧，文件里写明就行。 / It is enough that the file names it.

    来源：GB/T 9704-2012 7.3.1
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※标题字体 黑体
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※标题字体 宋体
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※标题字体 方正小标宋_GBK
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    """
    yield from _in_face(view, "title", (*SONGTI, "中宋"), ("标题", "the title"), ("小标宋体", "小标宋"))


@rule("GR611", "title-size", STANDARD, "warning", needs="layout")
def title_size(view: View) -> Iterator[Finding]:
    """标题一般用2号字 / titles are usually 22 pt

    2号是22磅。 / That is 2号.

    来源：GB/T 9704-2012 7.3.1
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※标题字号 18
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※标题字号 16
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※标题字号 22
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    """
    these = looks(view).get("title", [])
    wrong = [look for look in these if look.face and look.face.size and abs(look.face.size - 22) > 0.6]
    if wrong and wrong[0].face is not None:
        zh = f"标题{wrong[0].face.size:g}磅，一般用2号（22磅）"
        yield from off(view, wrong, these, zh, "the title isn't 22 pt")


@rule("GR612", "heading-face", STANDARD, "warning", needs="layout")
def heading_face(view: View) -> Iterator[Finding]:
    """一级标题一般用黑体 / headings of the first level are usually in 黑体

    “一、”用黑体，“（一）”用楷体，“1.”和“（1）”用仿宋体。 / 黑体, 楷体, 仿宋 and 仿宋.

    来源：GB/T 9704-2012 7.3.3
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※一级字体 宋体
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※一级字体 仿宋_GB2312
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※一级字体 SimHei
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    """
    yield from _in_face(view, "heading1", HEITI, ("一级标题", "a heading of the first level"), ("黑体", "黑体"))


@rule("GR613", "subheading-face", STANDARD, "warning", needs="layout")
def subheading_face(view: View) -> Iterator[Finding]:
    """二级标题一般用楷体 / headings of the second level are usually in 楷体

    “（一）”用楷体，与“一、”的黑体、正文的仿宋体都分得开。 / It tells them from those above and from the text.

    来源：GB/T 9704-2012 7.3.3
    错：某局2023年工作总结⏎一、工作⏎（一）学习⏎良好。⏎（二）宣传⏎良好。⏎二、打算⏎抓紧。※二级字体 宋体
    错：某局2023年工作总结⏎一、工作⏎（一）学习⏎良好。⏎（二）宣传⏎良好。⏎二、打算⏎抓紧。※二级字体 黑体
    对：某局2023年工作总结⏎一、工作⏎（一）学习⏎良好。⏎（二）宣传⏎良好。⏎二、打算⏎抓紧。※二级字体 KaiTi
    对：某局2023年工作总结⏎一、工作⏎（一）抓好学习。一是读书，全年办班十二期，干部职工都参加。二是调研，走访二十个村。⏎（二）宣传⏎良好。⏎二、打算⏎抓紧。
    对：某局2023年工作总结⏎一、工作⏎（一）学习⏎良好。⏎（二）宣传⏎良好。⏎二、打算⏎抓紧。
    """
    yield from _in_face(view, "heading2", KAITI, ("二级标题", "a heading of the second level"), ("楷体", "楷体"))


@rule("GR614", "text-face", STANDARD, "warning", needs="layout")
def text_face(view: View) -> Iterator[Finding]:
    """正文一般用仿宋体 / the text is usually in 仿宋

    如无特殊说明，公文各要素用3号仿宋体字。 / So is all that nothing else is said of.

    来源：GB/T 9704-2012 5.2.2
    错：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文字体 宋体
    错：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文字体 微软雅黑
    对：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文字体 FangSong
    对：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。
    """  # noqa: E501
    yield from _in_face(view, "text", FANGSONG, ("正文", "the text"), ("仿宋体", "仿宋"))


@rule("GR615", "text-size", STANDARD, "warning", needs="layout")
def text_size(view: View) -> Iterator[Finding]:
    """正文一般用3号字 / the text is usually 16 pt

    3号是16磅。 / That is 3号.

    来源：GB/T 9704-2012 5.2.2
    错：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文字号 14
    错：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文字号 12
    对：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文字号 16
    对：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。
    """  # noqa: E501
    these = looks(view).get("text", [])
    least, most = BODY_SIZES
    wrong = [look for look in these if look.face and look.face.size and not least <= look.face.size <= most]
    if wrong and wrong[0].face is not None:
        zh = f"正文{wrong[0].face.size:g}磅，一般用3号（16磅）"
        yield from off(view, wrong, these, zh, "the text isn't 16 pt")


@rule("GR616", "line-pitch", STANDARD, "info", needs="layout")
def line_pitch(view: View) -> Iterator[Finding]:
    """一般每面22行 / usually 22 lines a page

    固定行距28至29.6磅时排得下22行；1.5倍行距排不下。 / A fixed pitch of 28 to 29.6 points gives 22.

    来源：GB/T 9704-2012 5.2.3；GB/T 33476.2-2016
    错：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文行距 20
    错：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文行距 36
    对：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文行距 28
    对：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。
    """  # noqa: E501
    these = looks(view).get("text", [])
    least, most = PITCHES
    wrong = [look for look in these if look.rule == "exact" and look.pitch and not least <= look.pitch <= most]
    if wrong:
        zh = f"行距{wrong[0].pitch:g}磅，排不成每面22行"
        yield from off(view, wrong, these, zh, "this pitch doesn't give 22 lines a page")


@rule("GR617", "first-line", REQUIRED, "warning", needs="layout")
def first_line(view: View) -> Iterator[Finding]:
    """每个自然段左空二字 / paragraphs are indented by two characters

    回行顶格；用空格顶出来的缩进换一台机器就乱。 / The first line only, and not by typing spaces.

    来源：GB/T 9704-2012 7.3.3
    错：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文首行 0
    错：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文首行 4
    对：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。※正文首行 2
    对：某局2023年工作总结⏎一、工作⏎今年以来，全局认真落实各项部署，扎实开展各项工作，取得了良好的成效。⏎二、打算⏎抓紧。
    """  # noqa: E501
    these = [look for look in looks(view).get("text", []) if not look.numbered]
    typed = ("\u3000\u3000", "    ", "\u2003\u2003")
    wrong = [
        look
        for look in these
        if not 1.7 <= (look.first or 0) <= 2.3 and not (not look.first and look.text[:4].startswith(typed))
    ]
    if wrong:
        first = wrong[0].first or 0
        yield from off(view, wrong, these, f"首行空{first:g}字，应空二字", "the first line isn't indented by two")
