"""Which line ends are only breaks of the layout (~), which end a paragraph (|), for certain where it can be seen (≈)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govreport.formats.pages import Glyph, Page, source_parts

Drawer = Callable[..., Page]

INDENTED = """
　　本年度各项工作按计划推进并取得了新≈
的进展，群众满意度有所提高。来信来访数≈
量下降，办结率稳步上升。窗口服务更好。≈
干部作风持续转变。|
　　下一步将继续完善制度，健全长效机制|
"""
UNINDENTED = """
本年度各项工作按计划推进并取得了新进步~
其中群众满意度有所提高。来信来访数量多~
下降明显办结率稳步上升，窗口服务更好。|
干部作风持续转变，为民服务意识有新提高|
"""
SPACED = """
本年度各项工作按计划推进并取得了新进步≈
其中群众满意度有所提高，来信办理更快。≈
干部作风持续转变。|

下一步将继续完善制度，健全长效工作机制≈
确保任务落实，推动各项工作再上新的台阶|

来年打算如下：进一步健全各项规章与制度|
"""
PUNCTUATION = """
　　本年度各项工作按计划推进并取得了新≈
的进展，群众满意度有所提高。建设“便≈
民”，办结率稳步上升，（中办发≈
〔2023〕31号）得到落实。|
　　下一步将继续完善制度，健全长效机制|
"""
HEADINGS = """
　　本年度各项工作按计划推进并取得了新≈
的进展，群众满意度有所提高，办得更好。|
二、主要问题|
　　还有一些不足之处，比如人手不足，经≈
费不够，制度不全。|
"""


def marked(pages: list[Page]) -> str:
    """The text with a mark at the end of each line."""
    text, hints = source_parts(pages)
    ends = {h.span.start: "≈" if h.value == "certain" else "~" for h in hints if h.kind == "break"}
    shown, at = "", 0
    for line in text.split("\n"):
        at += len(line)
        shown += f"{line}{ends.get(at, '|')}\n"
        at += 1
    return shown


def unmarked(drawing: str) -> str:
    return "\n".join(line.rstrip("≈~|") for line in drawing.split("\n"))


@pytest.mark.parametrize(
    "drawing",
    [INDENTED, UNINDENTED, SPACED, PUNCTUATION, HEADINGS],
    ids=["indents", "nothing tells paragraphs", "room between", "what can't be parted", "headings at the margin"],
)
def test_line_ends(drawn: Drawer, drawing: str) -> None:
    expected = "".join(f"{line.strip()}\n" for line in drawing.strip("\n").split("\n") if line)
    assert marked([drawn(unmarked(drawing), left=80)]) == expected


def test_paragraphs_go_on_over_pages_and_page_numbers(drawn: Drawer) -> None:
    page = "\n".join(["　　本年度各项工作按计划推进并取得了新", "的进展，群众满意度有所提高。来信来访数"])
    first = drawn(page + "\n" * 32 + " " * 20 + "— 1 —", left=80)
    second = drawn("量下降，办结率稳步上升。\n" + page + "\n" * 31 + " " * 20 + "— 2 —", left=80)
    assert marked([first, second]).split("\n")[1:4] == [
        "的进展，群众满意度有所提高。来信来访数≈",
        "— 1 —|",
        "量下降，办结率稳步上升。|",
    ]


def test_first_lines_of_paragraphs_are_told(drawn: Drawer) -> None:
    text, hints = source_parts([drawn(unmarked(INDENTED), left=80)])
    assert [h.span.of(text)[:3] for h in hints if h.kind == "indent"] == ["本年度", "下一步"]
    hints = source_parts([drawn(unmarked(UNINDENTED), left=80)])[1]
    assert [h for h in hints if h.kind == "indent"] == []


def test_another_face_opens_a_paragraph(drawn: Drawer) -> None:
    """A heading in 黑体 at the margin is no line of the paragraph above, though this ends with a full line."""
    drawing = unmarked(INDENTED).strip("\n").split("\n")
    drawing[3:3] = ["（一）加强领导。今年以来成立了领导小组"]
    page = drawn("\n".join(drawing), left=80, bold="（一）加强领导")
    assert "窗口服务更好。|\n" in marked([page])
    assert "窗口服务更好。≈\n" in marked([drawn("\n".join(drawing), left=80)])


def title(lines: list[str], size: float, middle: float, top: float) -> list[Glyph]:
    """Lines of a title in the middle of the page."""
    return [
        Glyph(char, middle + size * (at - len(line) / 2), top + n * 2 * size, middle + size * (at + 1 - len(line) / 2), top + n * 2 * size + size)
        for n, line in enumerate(lines)
        for at, char in enumerate(line)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "centred", "joined"),
    [
        (["某县统计局工作总结"], ["某县统计局工作总结"], 0),
        (["某县统计局", "关于统计工作的报告"], ["某县统计局", "关于统计工作的报告"], 0),
        (["某县统计局关于统计工作的", "报告"], ["某县统计局关于统计工作的", "报告"], 1),
    ],
    ids=["one line", "two lines", "wrapped"],
)
def test_titles(drawn: Drawer, lines: list[str], centred: list[str], joined: int) -> None:
    body = drawn("\n" * 8 + unmarked(INDENTED), left=80)
    body.glyphs += title(lines, 24, 80 + 9.5 * 16, 20)
    text, hints = source_parts([body])
    assert [h.span.of(text) for h in hints if h.kind == "align"] == centred
    head = len("\n".join(lines))
    assert sum(h.kind == "break" and h.span.start < head for h in hints) == joined
