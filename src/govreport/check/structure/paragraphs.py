"""GR140–GR146, paragraphs (段落): cut in the middle, said twice, parted by marks of two kinds, empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.note import Edit, Finding
from ...model.source import Span
from ..rule import PRACTICE, UNSAFE, rule
from ..view import Part, View

GAP = re.compile(r"(?<=[^\s。！？；：:…!?;.])[ \t\u3000]*\n[ \t]*\n[ \t\n]*(?=[^\s#>|*+-])")
"""An empty line in mid-sentence."""
LINE = re.compile(r"(?<=[\u4e00-\u9fff，、])[ \t]*\n\s*(?=[\u4e00-\u9fff0-9“—])")
"""A line that ends in mid-sentence, in a text whose lines are its paragraphs."""
WORD = re.compile(r"[A-Za-z0-9]")
ENDS = tuple("。！？；：…!?;:”）)")
WHOLE = 0.75
"""So many of the long lines end with a stop where lines are paragraphs; of wrapped lines hardly any do."""


@rule("GR140", "paragraph-cut", PRACTICE, "warning", fix=UNSAFE)
def paragraph_cut(view: View) -> Iterator[Finding]:
    """段落不在句子中间断开 / no paragraph is cut in mid-sentence

    从分页的文件里粘贴，换页处一句话断成两段。 / Where a page ended, a sentence became two paragraphs.

    来源：实务
    错：某局工作总结⏎⏎一、总体情况⏎⏎今年以来，全局认真落实各项部署；群众满意度有待进一步⏎⏎提高；基础设施有待加强。⏎⏎二、打算⏎⏎抓紧。
    错：某局工作总结⏎⏎一、总体情况⏎⏎成立调解中心。全年举办调解员培训班三期，讲授调⏎⏎解技巧和法律知识，参加一百余人。⏎⏎二、打算⏎⏎抓紧。
    对：某局工作总结⏎⏎一、总体情况⏎⏎今年以来，全局认真落实各项部署。⏎⏎基础设施有待加强。⏎⏎二、打算⏎⏎抓紧。
    对：某局工作总结⏎⏎一、总体情况⏎⏎成立调解中心。全年举办调解员培训班三期，讲授调⏎解技巧和法律知识，参加一百余人。⏎⏎二、打算⏎⏎抓紧。
    """
    source = view.report.source
    if source is None or source.format in PAGED:
        return
    pattern = LINE if _lines_are_paragraphs(source.text) else GAP
    breaks = {hint.span.start for hint in source.hints if hint.kind == "break"}
    for part in view.parts:
        span = part.passage.span
        if part.kind != "text" or span is None or len(span) == len(part.passage.text):
            continue
        for found in pattern.finditer(source.text, span.start, span.end):
            if found.end() - 1 in breaks:
                continue
            before, behind = source.text[found.start() - 1], source.text[found.end() : found.end() + 1]
            words = WORD.match(before) and WORD.match(behind)
            yield Finding(
                "",
                "",
                f"一句话断成了两段，或段末缺标点：“…{_tail(source.text, found.start())}”之后另起了一段",
                "a sentence is cut into two paragraphs, or its stop is missing",
                Span(max(span.start, found.start() - 1), found.start()),
                "与下一段接起来，多半是粘贴时带入的换页；或者补上句末标点",
                (Edit(Span(found.start(), found.end()), " " if words else ""),),
                where=part.passage.where,
            )


def _lines_are_paragraphs(text: str) -> bool:
    """Whether a line of the text is a paragraph: nearly all long ones end with a stop."""
    long = [line for line in (line.rstrip() for line in text.split("\n")) if len(line) > SHORTEST]
    return len(long) > 4 and sum(line.endswith(ENDS) for line in long) >= WHOLE * len(long)


PAGED = ("pdf", "ofd")
"""Formats in which a page break is no fault of the text."""


def _tail(text: str, end: int) -> str:
    return re.sub(r"\s", "", text[max(0, end - 16) : end])[-8:]


SPACE = re.compile(r"\s")
SHORTEST = 25
"""Shorter paragraphs may repeat for good reason."""


@rule("GR142", "paragraph-repeated", PRACTICE, "warning")
def paragraph_repeated(view: View) -> Iterator[Finding]:
    """同一段话不说两遍 / no paragraph occurs twice

    整段相同，是粘贴了两次。 / The same paragraph twice was pasted twice.

    来源：实务
    错：一、工作⏎建立健全行政执法责任制，明确执法岗位职责和执法程序，严格责任追究。⏎二、打算⏎建立健全行政执法责任制，明确执法岗位职责和执法程序，严格责任追究。
    错：一、工作⏎全年举办培训班十二期，培训各类人员三千余人次，发放资料两万余份。⏎全年举办培训班十二期，培训各类人员三千余人次，发放资料两万余份。
    对：一、工作⏎全年举办培训班十二期，培训各类人员三千余人次，发放资料两万余份。⏎全年举办讲座二十场，听众八千余人次，发放手册一万余本，效果良好。
    对：一、工作⏎抓紧落实。⏎二、打算⏎抓紧落实。
    """
    seen: dict[str, Part] = {}
    for part in view.parts:
        if part.kind != "text" or len(part.passage.text) < SHORTEST:
            continue
        key = SPACE.sub("", part.passage.text)
        first = seen.setdefault(key, part)
        if first is not part:
            place = f"“{first.passage.where}”" if first.passage.where else "前文"
            yield view.hit(part.start, part.end, f"这一段与{place}的一段完全相同", "this paragraph occurs above")


LONG = 30
"""Characters of a sentence that nobody writes twice by chance."""


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where long sentences stand."""
    at = 0
    for piece in text.split("。"):
        start, at = at, at + len(piece) + 1
        start += piece.rfind("\n") + 1
        if at - start > LONG:
            yield start, at


@rule("GR143", "sentence-repeated", PRACTICE, "info")
def sentence_repeated(view: View) -> Iterator[Finding]:
    """同一句话不说两遍 / no long sentence occurs twice

    长句一字不差地重复，多半是粘贴。 / A long sentence that occurs again to the letter was pasted.

    来源：实务
    错：一、工作⏎加强领导。对涉及群众切身利益的重大决策事项，一律先行开展社会稳定风险评估并公开征求意见。⏎二、打算⏎健全制度。对涉及群众切身利益的重大决策事项，一律先行开展社会稳定风险评估并公开征求意见。
    错：一、工作⏎抓好学习。组织全体执法人员参加专门法律知识和新颁布法律法规的集中培训和网上测试，全部合格。⏎抓好落实。组织全体执法人员参加专门法律知识和新颁布法律法规的集中培训和网上测试，全部合格。
    对：一、工作⏎加强领导。对涉及群众切身利益的重大决策事项，一律先行开展社会稳定风险评估。⏎二、打算⏎健全制度。涉及群众切身利益的事项，一律公开征求意见。
    对：一、工作⏎加强领导。⏎二、打算⏎加强领导。
    """
    seen: dict[str, int] = {}
    whole = {SPACE.sub("", p.passage.text) for p in view.parts if p.kind == "text"}
    for start, end in _sentences(view.text):
        sentence = view.text[start:end]
        first = seen.setdefault(sentence, start)
        if first != start and SPACE.sub("", sentence) not in whole:
            where = view.part(first).passage.where
            place = f"“{where}”" if where else "前文"
            yield view.hit(start, end, f"这句话与{place}的一句完全相同", "this sentence occurs above")


@rule("GR145", "item-separators", PRACTICE, "info")
def item_separators(view: View) -> Iterator[Finding]:
    """并列各项之间用同一种标点 / one kind of mark between the items of a series

    短的并列项之间用分号，最后用句号；一处句号一处分号，层次不清。 / Short items are parted by ；, all of them.

    来源：GB/T 15834-2011
    错：二、问题⏎存在三个问题：一是人手不足。二是经费紧张；三是设备陈旧。⏎三、打算⏎抓紧。
    错：二、问题⏎存在四个问题：一是人手不足；二是经费紧张。三是设备陈旧；四是制度不全。⏎三、打算⏎抓紧。
    对：二、问题⏎存在三个问题：一是人手不足；二是经费紧张；三是设备陈旧。⏎三、打算⏎抓紧。
    对：二、问题⏎一是人手不足。编制空缺三名；招聘困难。二是经费紧张。全年缺口十万元。三是设备陈旧。⏎三、打算⏎抓紧。
    """
    from .sequence import series

    for group in series(view, items=True, least=3):
        said = [(where, s, s.text.replace("\n", "")) for where, s in group if not s.children and not s.heading]
        if len(said) != len(group) or any(len(text) > 60 or re.search("[。；].", text) for *_, text in said):
            continue
        ends = {text[-1:] for *_, text in said[:-1]}
        if ends == {"。", "；"}:
            where, section, _ = next(row for row in said if row[2][-1:] == "。")
            yield view.on(
                where, section, "并列各项之间有的用分号，有的用句号", "some items end with ； and some with 。"
            )


EMPTY_ITEM = re.compile(r"[一二三四五六七八九十]是(?=[；。，]|[一二三四五六七八九十]是)")


@rule("GR146", "item-empty", PRACTICE, "error")
def item_empty(view: View) -> Iterator[Finding]:
    """“一是”之后有内容 / words follow an item's number

    只有“二是”没有下文，是删改时留下的。 / A bare 二是 is what a deletion left behind.

    来源：实务
    错：一、工作⏎抓了三件事：一是抓学习；二是；三是抓落实。⏎二、打算⏎抓紧。
    错：一、工作⏎抓了三件事：一是抓学习。二是。三是抓落实。⏎二、打算⏎抓紧。
    对：一、工作⏎抓了两件事：一是抓学习；二是抓落实。⏎二、打算⏎抓紧。
    对：一、工作⏎工作做到一是一、二是二。⏎二、打算⏎抓紧。
    """
    for where, section in view.sections:
        number = section.number
        if number is None or number.style not in ("shi", "yao"):
            continue
        own = (section.heading + section.text).strip("，。；：,; ")
        if not own and not section.children:
            yield view.on(where, section, f"“{number.text}”之后没有内容", f'nothing follows "{number.text}"')
    for found in view.finds(EMPTY_ITEM):
        if view.text[found.end()] in "；。" and not IDIOM.search(view.text, found.start() - 4, found.end() + 4):
            zh = f"“{found[0]}”之后没有内容"
            yield view.hit(found.start(), found.end(), zh, f'nothing follows "{found[0]}"')


IDIOM = re.compile("一是一|二是二|第[一二三四五六七八九十]是|唯一是")
