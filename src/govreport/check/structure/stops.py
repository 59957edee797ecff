"""GR141, GR144, GR148, stops (段首段末的标点): a paragraph ends with its stop and doesn't begin with one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Finding
from ...model.report import Paragraph
from ..rule import PRACTICE, rule
from ..view import Part, View


@rule("GR141", "paragraph-without-stop", PRACTICE, "warning")
def paragraph_without_stop(view: View) -> Iterator[Finding]:
    """段落以句末标点结束 / a paragraph ends with a stop

    以逗号、顿号收尾，或整段话没有句号，说明后面丢了内容。 / A paragraph that ends with a comma has lost its end.

    来源：GB/T 15834-2011
    错：一、总体情况⏎全年办理案件一百件，⏎二、打算⏎抓紧。
    错：一、总体情况⏎加强领导，健全机制，明确分工。强化督查，严格考核、⏎二、打算⏎抓紧。
    对：一、总体情况⏎全年办理案件一百件。⏎二、打算⏎抓紧。
    对：一、总体情况⏎办理案件一百件；⏎走访群众二百户。⏎二、打算⏎抓紧。
    """
    parts = view.parts
    for index, part in enumerate(parts):
        text = part.passage.text
        if part.kind != "text" or len(text) < 6 or text[-1] not in "，、,":
            continue
        section = part.passage.section
        if section is not None and section.blocks and _followed(section.children, section.blocks, text):
            continue
        if index + 1 < len(parts) and _inline(parts[index + 1]):
            continue
        yield view.hit(part.end - 1, part.end, f"段落以“{text[-1]}”收尾", f'the paragraph ends with "{text[-1]}"')


def _followed(children: tuple[object, ...], blocks: tuple[object, ...], text: str) -> bool:
    """Whether an item goes on in the same line behind the paragraph (…，一是…)."""
    last = blocks[-1]
    first = children[0] if children else None
    return isinstance(last, Paragraph) and last.text == text and getattr(first, "inline", False)


def _inline(part: Part) -> bool:
    section = part.passage.section
    return section is not None and (
        section.inline
        or any(
            isinstance(block, Paragraph) and block.inline and block.text == part.passage.text
            for block in section.blocks
        )
    )


@rule("GR144", "paragraph-opens-with-mark", PRACTICE, "warning")
def paragraph_opens_with_mark(view: View) -> Iterator[Finding]:
    """段落不以标点开头 / no paragraph begins with a stop

    逗号、句号到了行首，是换行打错了地方。 / A comma at the beginning: the line was broken in the wrong place.

    来源：GB/T 15834-2011
    错：某局工作总结⏎一、总体情况⏎良好。⏎，全年办理案件一百件，群众满意。⏎二、打算⏎抓紧。
    错：某局工作总结⏎一、总体情况⏎良好。⏎；群众满意度较高，投诉下降。⏎二、打算⏎抓紧。
    对：某局工作总结⏎一、总体情况⏎全年办理案件一百件。⏎二、打算⏎抓紧。
    对：某局工作总结⏎一、总体情况⏎《规划》编制完成。⏎二、打算⏎抓紧。
    """
    for part in view.parts:
        text = part.passage.text
        if part.kind == "text" and len(text) > 2 and text[0] in "，。；：！？）》”":
            yield view.hit(
                part.start, part.start + 1, f"段落以“{text[0]}”开头", f'the paragraph begins with "{text[0]}"'
            )


@rule("GR148", "stop-missing", PRACTICE, "warning")
def stop_missing(view: View) -> Iterator[Finding]:
    """一段话末尾有句号 / the last sentence of a paragraph has its stop

    段中有句号、末尾却没有，是漏了标点或丢了后半句；同级各段都这样写的不报。 / A stop or half a sentence is lost.

    来源：GB/T 15834-2011
    错：一、总体情况⏎（一）抓学习。举办培训班三期，干部法治素养明显提升。⏎（二）抓宣传。开展宣传活动十场，发放资料六百份⏎（三）抓督查。开展检查六次。⏎二、打算⏎抓紧。
    错：一、总体情况⏎全年办理案件一百件，审结九十件。组织集中培训三次，参训干部二百人⏎二、打算⏎继续抓好落实，确保年度任务如期完成。
    对：一、总体情况⏎（一）抓学习。举办培训班三期，干部法治素养明显提升。⏎（二）抓宣传。开展宣传活动十场，发放资料六百份。⏎二、打算⏎抓紧。
    对：一、总体情况⏎（一）抓学习。举办培训班三期，参训干部百人⏎（二）抓宣传。开展宣传活动十场，发放资料六百份⏎二、打算⏎抓紧。
    """
    parts = [part for part in view.parts if part.kind == "text" and len(part.passage.text) >= SENTENCE]
    open_ones = [part for part in parts if HANGS.search(part.passage.text)]
    if not open_ones or len(open_ones) > max(1, len(parts) // SELDOM):
        return
    for part in open_ones:
        source, span = view.report.source, part.passage.span
        following = source.text[span.end :].lstrip(" \t\u3000")[:1] if source is not None and span is not None else ""
        said = "。" in part.passage.text or _after_heading(view, part)
        if following in ("\n", "\r", "") and said:
            yield view.hit(part.end - 1, part.end, "段末没有句号", "the paragraph has no stop at its end")


HANGS = re.compile("[\u4e00-\u9fff0-9%]$")
SENTENCE = 12
SELDOM = 4
"""Where more than one paragraph in so many has no stop, that is how the report is written (tables, lists, slides)."""


def _after_heading(view: View, part: Part) -> bool:
    """Whether the paragraph follows its heading and the stop of it in one line (（二）抓宣传。开展…)."""
    section, span = part.passage.section, part.passage.span
    if section is None or span is None or section.heading_span is None or not section.run_in:
        return False
    return section.stop == "。" and 0 <= span.start - section.heading_span.end <= len("。 ")
