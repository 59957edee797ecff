"""GR541–GR546, marks in pairs (成对的标点): brackets, quotation marks, titles: both there, the right way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define

from ...model.note import Finding
from ..rule import SAFE, STANDARD, UNSAFE, rule
from ..view import Part, View

PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "〔": "〕", "【": "】", "〈": "〉", "「": "」", "『": "』"}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}
MARK = re.compile("[“”‘’《》（）〔〕【】〈〉「」『』()]")
LIST_NUMBER = re.compile(r"(?:^|[\s。；：，、为])[0-9０-９一二三四五六七八九十a-zA-Z]{1,3}$")
APOSTROPHE = re.compile(r"[A-Za-z]$")


@define
class Torn:
    """A mark without its other half: where it stands in `View.text`."""

    at: int
    mark: str


@define
class Pairs:
    """What is wrong with the pairs of a report."""

    unclosed: list[Torn]
    unopened: list[Torn]
    nested: list[tuple[int, int]]
    reversed: list[tuple[int, int]]


def _pairs(view: View) -> Pairs:
    """All parts walked with a stack each; quotation marks whose directions are muddled are told apart first."""
    found = Pairs([], [], [], [])
    marks: dict[int, list[tuple[int, str]]] = {}
    part: Part | None = None
    index = -1
    parts = view.parts
    for mark in MARK.finditer(view.text):
        while part is None or mark.start() >= part.end + 1:
            index += 1
            part = parts[index]
        marks.setdefault(index, []).append((mark.start(), mark[0]))
    for number, row in marks.items():
        _walk(view, parts, number, row, found)
    return found


def _walk(view: View, parts: tuple[Part, ...], number: int, row: list[tuple[int, str]], found: Pairs) -> None:
    quotes = [(at, mark) for at, mark in row if mark in "“”"]
    shape = "".join(mark for _, mark in quotes)
    in_pairs = _stacks(shape)
    muddled = len(quotes) % 2 == 0 and shape != "“”" * (len(quotes) // 2) and not in_pairs
    if muddled:
        for (start, one), (end, other) in zip(quotes[::2], quotes[1::2], strict=True):
            if (one, other) != ("“", "”"):
                found.reversed.append((start, end))
        row = [pair for pair in row if pair[1] not in "“”"]
    stack: list[tuple[int, str]] = []
    for at, mark in row:
        if mark == "(":
            mark = "（"  # （…) is GR507
        elif mark == ")":
            mark = "）"
        if mark in PAIRS:
            if mark == "“" and in_pairs and any(open_ == "“" for _, open_ in stack):
                found.nested.append((at, view.text.index("”", at)))
            stack.append((at, mark))
        elif any(open_ == CLOSING[mark] for _, open_ in stack):
            while stack[-1][1] != CLOSING[mark]:
                found.unclosed.append(Torn(*stack.pop()))
            stack.pop()
        elif not _is_number(view, parts[number], at, mark) and not _is_torn(view, at, CLOSING[mark], mark, -1):
            found.unopened.append(Torn(at, mark))
    for at, mark in stack:
        if not (mark in "“‘" and _goes_on(view, parts, number, mark)) and not _is_torn(view, at, mark, PAIRS[mark], 1):
            found.unclosed.append(Torn(at, mark))


def _stacks(shape: str) -> bool:
    """Whether “ and ” of a paragraph can be read as pairs, one within the other.

    >>> _stacks("““””"), _stacks("”“")
    (True, False)
    """
    depth = 0
    for mark in shape:
        depth += 1 if mark == "“" else -1
        if depth < 0:
            return False
    return depth == 0


def _is_number(view: View, part: Part, at: int, mark: str) -> bool:
    """Whether a closing mark is no half of a pair: 1）, or an apostrophe."""
    before = view.text[max(part.start, at - 4) : at]
    return (mark == "）" and LIST_NUMBER.search(before) is not None) or (
        mark == "’" and APOSTROPHE.search(before) is not None
    )


def _is_torn(view: View, at: int, opening: str, closing: str, way: int) -> bool:
    """Whether the other half stands near in the source, in a line of its own: (⏎三）."""
    span, source = view.span(at, at + 1), view.report.source
    if span is None or source is None:
        return False
    near = source.text[span.end : span.end + 30] if way > 0 else source.text[max(0, span.start - 30) : span.start]
    if way > 0:
        line, _, rest = near.partition("\n")
        return not line.strip() and closing in rest and opening not in rest.partition(closing)[0]
    line = near.rpartition("\n")[0]
    return opening in line and closing not in line.rpartition(opening)[2]


def _goes_on(view: View, parts: tuple[Part, ...], number: int, mark: str) -> bool:
    """Whether a quotation runs on into the next paragraphs, each of which opens with its mark or one closes it."""
    for part in parts[number + 1 : number + 6]:
        text = part.passage.text
        if text.lstrip()[:1] == mark:
            return True
        close, open_ = text.find(PAIRS[mark]), text.find(mark)
        if close >= 0 and (open_ < 0 or close < open_):
            return True
    return False


NAMES = {
    "“": "引号", "‘": "引号", "《": "书名号", "（": "括号", "〔": "六角括号", "【": "方头括号", "〈": "书名号",
    "「": "引号", "『": "引号",
}  # fmt: skip


@rule("GR541", "pair-unclosed", STANDARD, "error")
def unclosed(view: View) -> Iterator[Finding]:
    """前引号、前括号有后一半 / what is opened is closed

    丢了后一半，分不清到哪里为止。 / Without its second half nobody knows how far it reaches.

    来源：GB/T 15834-2011
    错：一、工作⏎学习《宪法精神，落实部署。⏎二、打算⏎抓紧。
    错：一、工作⏎增强“四个意识，落实部署（试行。⏎二、打算⏎抓紧。
    对：一、工作⏎学习《宪法》精神，增强“四个意识”（全员）。⏎二、打算⏎抓紧。
    对：一、工作⏎分为1）学习，2）宣传。⏎二、打算⏎抓紧。
    """
    for torn in view.once(_pairs).unclosed:
        zh = f"{NAMES[torn.mark]}“{torn.mark}”没有后一半“{PAIRS[torn.mark]}”"
        yield view.hit(torn.at, torn.at + 1, zh, f"{torn.mark} isn't closed by {PAIRS[torn.mark]}")


@rule("GR542", "pair-unopened", STANDARD, "error")
def unopened(view: View) -> Iterator[Finding]:
    """后引号、后括号有前一半 / what is closed was opened

    丢了前一半，分不清从哪里开始。 / Without its first half nobody knows where it began.

    来源：GB/T 15834-2011
    错：一、工作⏎学习宪法》精神，落实部署。⏎二、打算⏎抓紧。
    错：一、工作⏎增强四个意识”，落实部署试行）。⏎二、打算⏎抓紧。
    对：一、工作⏎学习《宪法》精神，增强“四个意识”（全员）。⏎二、打算⏎抓紧。
    对：一、工作⏎分为1）学习，2）宣传。⏎二、打算⏎抓紧。
    """
    for torn in view.once(_pairs).unopened:
        opening = CLOSING[torn.mark]
        zh = f"{NAMES[opening]}“{torn.mark}”没有前一半“{opening}”"
        yield view.hit(torn.at, torn.at + 1, zh, f"{torn.mark} closes nothing")


@rule("GR543", "quotes-nested", STANDARD, "error", fix=SAFE)
def nested(view: View) -> Iterator[Finding]:
    """引号里面再用引号，外双内单 / quotation marks within others are ‘’

    “…‘…’…”。 / Double ones outside, single ones inside.

    来源：GB/T 15834-2011
    错：一、工作⏎提出“落实“四个亲自”要求”的举措。⏎二、打算⏎抓紧。
    错：一、工作⏎开展“我为“群众”办实事”活动。⏎二、打算⏎抓紧。
    对：一、工作⏎提出“落实‘四个亲自’要求”的举措。⏎二、打算⏎抓紧。
    对：一、工作⏎增强“四个意识”“四个自信”。⏎二、打算⏎抓紧。
    """
    for start, end in view.once(_pairs).nested:
        inner = view.text[start + 1 : end]
        zh = f"引号里的引号用单引号：‘{inner}’"
        yield view.hit(start, end + 1, zh, "inner quotation marks are ‘ and ’", replace=f"‘{inner}’")


@rule("GR544", "quotes-direction", STANDARD, "error", fix=UNSAFE)
def direction(view: View) -> Iterator[Finding]:
    """引号分前后 / quotation marks have a direction

    前引号“，后引号”，不用两个一样的，也不颠倒。 / “ opens and ” closes.

    来源：GB/T 15834-2011
    错：一、工作⏎增强“四个意识“，落实部署。⏎二、打算⏎抓紧。
    错：一、工作⏎增强”四个意识“，落实部署。⏎二、打算⏎抓紧。
    对：一、工作⏎增强“四个意识”，落实部署。⏎二、打算⏎抓紧。
    对：一、工作⏎提出“落实‘四个亲自’要求”的举措。⏎二、打算⏎抓紧。
    """
    for start, end in view.once(_pairs).reversed:
        inner = view.text[start + 1 : end]
        zh = f"引号方向不对：应为“{inner[:12]}{'…' if len(inner) > 12 else ''}”"
        yield view.hit(start, end + 1, zh, "“ opens, ” closes", replace=f"“{inner}”")


EMPTY = re.compile("（[ \u3000]*）|“[ \u3000]*”|《[ \u3000]*》|〔[ \u3000]*〕")


@rule("GR545", "pair-empty", STANDARD, "warning")
def empty(view: View) -> Iterator[Finding]:
    """括号、引号、书名号里有内容 / there is something between the halves of a pair

    空括号多半是忘了填，或者删改时留下的。 / A blank that wasn't filled in, or left by an edit.

    来源：GB/T 15834-2011
    错：一、工作⏎完善制度（）并公布。⏎二、打算⏎抓紧。
    错：一、工作⏎印发《》，落实部署。⏎二、打算⏎抓紧。
    对：一、工作⏎完善制度（试行）并公布。⏎二、打算⏎抓紧。
    对：一、工作⏎印发《甲办法》，落实部署。⏎二、打算⏎抓紧。
    """
    for found in view.finds(EMPTY):
        yield view.hit(found.start(), found.end(), f"“{found[0]}”里没有内容", "nothing between these marks")


ANGLE = re.compile("<(?=[\u4e00-\u9fff])(?P<inner>[^<>\n]{2,60})>")


@rule("GR546", "title-angle", STANDARD, "error", fix=SAFE)
def angle(view: View) -> Iterator[Finding]:
    """书名号是《》和〈〉 / titles stand in 《》 and 〈〉

    “<”“>”是数学符号。 / < and > are signs of mathematics.

    来源：GB/T 15834-2011
    错：一、工作⏎学习<民法典>，落实部署。⏎二、打算⏎抓紧。
    错：一、工作⏎印发《关于落实<甲办法>的意见》。⏎二、打算⏎抓紧。
    对：一、工作⏎学习《民法典》，印发《关于落实〈甲办法〉的意见》。⏎二、打算⏎抓紧。
    对：一、工作⏎数值在3<5的范围。⏎二、打算⏎抓紧。
    """
    for found in view.finds(ANGLE, "<"):
        before = view.text[max(0, found.start() - 60) : found.start()]
        inside = before.rfind("《") > before.rfind("》")
        right = f"〈{found['inner']}〉" if inside else f"《{found['inner']}》"
        yield view.hit(found.start(), found.end(), f"书名号写作{right}", f"write {right[0]}…{right[-1]}", replace=right)
