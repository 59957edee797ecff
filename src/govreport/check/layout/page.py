"""GR601–GR606, pages (页面): paper, margins, page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ...formats.docx.pages import Sheet
from ...model.note import Finding
from ..rule import REQUIRED, rule
from ..view import View

WIDTH, HEIGHT, LEEWAY = 210, 297, 1.5
TOPS, LEFT = (37.0, 34.58), 28.0
"""天头 and 订口: as the standard has them, and the top margin of a word processor that puts half a line gap above."""
AREA_WIDTH = 156
AREA_HEIGHTS = (225.0, 229.84)
MARGIN = 1.05
"""The standard's leeway of 1 mm, and what twips round."""


def _upright(view: View) -> list[Sheet]:
    """Sheets that stand upright; those on their side hold wide tables."""
    return [sheet for sheet in view.layout.sheets if not sheet.landscape] if view.layout is not None else []


@rule("GR601", "paper-size", REQUIRED, "error", needs="layout")
def paper(view: View) -> Iterator[Finding]:
    """公文用A4纸 / official documents are on A4

    210毫米×297毫米。 / 210 by 297 mm.

    来源：GB/T 9704-2012 5.1
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※纸宽 215.9；纸高 279.4
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※纸宽 184；纸高 260
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※纸宽 210；纸高 297
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    """
    for sheet in view.layout.sheets if view.layout is not None else ():
        short, long = sorted((sheet.width, sheet.height))
        if sheet.width and (abs(short - WIDTH) > LEEWAY or abs(long - HEIGHT) > LEEWAY):
            zh = f"纸张{sheet.width:g}×{sheet.height:g}毫米，应为A4（210×297毫米）"
            yield view.whole(zh, f"the paper is {sheet.width:g} by {sheet.height:g} mm; A4 is asked for")
            return


@rule("GR602", "margin-top-left", REQUIRED, "error", needs="layout")
def margins(view: View) -> Iterator[Finding]:
    """天头37毫米，订口28毫米，各可差1毫米 / top 37 mm and left 28 mm, 1 mm more or less

    文字处理软件在首行之上加半个行距，上边距设34.58毫米也对。 / A word processor's top margin of 34.58 mm is right too.

    来源：GB/T 9704-2012 5.2.1；GB/T 33476.2-2016 6.2
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※上边距 25.4；左边距 31.75
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※左边距 25
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※上边距 37；左边距 28；下边距 35；右边距 26
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※上边距 36.2；左边距 28.9
    """
    for sheet in _upright(view):
        wrong = []
        if all(abs(sheet.top - top) > MARGIN for top in TOPS):
            wrong.append(("上", "top", sheet.top, "37"))
        if abs(sheet.left - LEFT) > MARGIN:
            wrong.append(("左", "left", sheet.left, "28"))
        if wrong:
            zh = "，".join(f"{name}边距{value:g}毫米，应为{right}±1毫米" for name, _, value, right in wrong)
            en = ", ".join(f"{name} margin {value:g} mm, {right} is asked for" for _, name, value, right in wrong)
            yield view.whole(zh, en, hint="国标天头37毫米、订口28毫米；用文字处理软件时上边距可设34.58毫米")
            return


@rule("GR603", "type-area", REQUIRED, "warning", needs="layout")
def type_area(view: View) -> Iterator[Finding]:
    """版心156毫米×225毫米 / the type area is 156 by 225 mm

    由纸张减去四边得到；软件的边距34.58、32.58也对。 / The paper without its margins.

    来源：GB/T 9704-2012 5.2.1；GB/T 33476.2-2016 6.2
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※右边距 31.75
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※上边距 37；下边距 25.4
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※上边距 37；下边距 35
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    """
    for sheet in _upright(view):
        if abs(sheet.width - WIDTH) > LEEWAY or abs(sheet.height - HEIGHT) > LEEWAY:
            continue
        width, height = sheet.width - sheet.left - sheet.right, sheet.height - sheet.top - sheet.bottom
        if abs(width - AREA_WIDTH) > 2 * MARGIN or all(abs(height - right) > 2 * MARGIN for right in AREA_HEIGHTS):
            zh = f"版心{width:.1f}×{height:.1f}毫米，应为156×225毫米"
            yield view.whole(zh, f"the type area is {width:.1f} by {height:.1f} mm; 156 by 225 is asked for")
            return


@rule("GR604", "page-number-missing", REQUIRED, "warning", needs="layout")
def page_number_missing(view: View) -> Iterator[Finding]:
    """有页码 / pages are numbered

    版心下边缘之下，单页居右，双页居左。 / Below the type area, right on odd pages, left on even ones.

    来源：GB/T 9704-2012 7.5
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※页码 无
    错：某局工作报告⏎一、工作⏎进展良好。⏎二、打算⏎抓紧落实。※页码 无
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※页码文字 #
    """
    if view.layout is not None and view.layout.paragraphs and not view.layout.page_numbers:
        yield view.whole("没有页码", "the pages have no numbers")


@rule("GR605", "page-number-form", REQUIRED, "warning", needs="layout")
def page_number_form(view: View) -> Iterator[Finding]:
    """页码左右各放一条一字线 / a dash stands on both sides of the page number

    “— 1 —”，不写“第1页”，也不光写数字。 / — 1 — and neither 第1页 nor the number alone.

    来源：GB/T 9704-2012 7.5
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※页码文字 第#页
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※页码文字 #
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※页码文字 —#—
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    """
    for number in view.layout.page_numbers if view.layout is not None else ():
        plain = "".join(number.text.split())
        if plain not in ("—#—", "－#－", "-#-", "–#–") and not number.in_header:
            yield view.whole(
                f"页码写作“{number.text}”，应为“— # —”", f'the page number is "{number.text}"; — # — is asked for'
            )
            return


@rule("GR606", "page-number-place", REQUIRED, "info", needs="layout")
def page_number_place(view: View) -> Iterator[Finding]:
    """页码单页居右、双页居左，用4号半角宋体 / odd numbers right, even ones left, in 14 pt Songti

    各地居中的不少，装订成册时才看得出差别。 / Many centre them; it shows when the pages are bound.

    来源：GB/T 9704-2012 7.5
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※页码对齐 center
    错：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※页码字号 9
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。※页码字号 14
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    """
    for number in view.layout.page_numbers if view.layout is not None else ():
        if number.align == "center":
            yield view.whole("页码居中，应单页居右、双页居左", "page numbers are centred; right and left are asked for")
            return
        if number.face.size is not None and abs(number.face.size - 14) > 0.5:
            yield view.whole(f"页码{number.face.size:g}磅，应为4号（14磅）", "page numbers are 14 pt")
            return
