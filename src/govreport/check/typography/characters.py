"""GR554–GR560, characters (文字): lost, look-alike code points, other scripts in the middle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

from ...model.note import Finding
from ..rule import PRACTICE, SAFE, UNSAFE, rule
from ..tables import table
from ..view import View

LOST = re.compile("[\ufffd\ue000-\uf8ff]+")


def _odd(view: View, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of one of the patterns of odd characters; most reports have none of any."""
    return view.finds(pattern) if view.once(_any_odd) else iter(())


def _any_odd(view: View) -> bool:
    """Whether there is any character that GR554 to GR557 look for: one search instead of four."""
    return _all_odd().search(view.text) is not None


@cache
def _all_odd() -> re.Pattern[str]:
    patterns = (LOST, RADICAL, WIDE, _traditional()[0])
    return re.compile("[" + "".join(pattern.pattern.strip("[]+") for pattern in patterns) + "]")


@rule("GR554", "character-lost", PRACTICE, "error")
def lost(view: View) -> Iterator[Finding]:
    """没有乱码 / no character is lost

    “�”是转码时丢掉的字，私用区的字换一台机器就变样。 / A converter lost it, or it shows on one machine only.

    来源：实务
    错：一、工作⏎加强组织领�。⏎二、打算⏎抓紧。
    错：一、工作⏎加强组织�，落实责任。⏎二、打算⏎抓紧。
    对：一、工作⏎加强组织领导。⏎二、打算⏎抓紧。
    对：一、工作⏎加强组织□领导。⏎二、打算⏎抓紧。
    """
    for found in _odd(view, LOST):
        yield view.hit(found.start(), found.end(), "乱码，原字已丢失", "a character is lost here")


RADICAL = re.compile("[\u2e80-\u2fd5]")
SHAPES = str.maketrans(
    "⺠⻓⻔⻅⻉⻋⻚⻛⻜⻢⻥⻦⻩⻬⻮⻰⺟⺫⺮⻄⻆⻘⻝", "民长门见贝车页风飞马鱼鸟黄齐齿龙母罒竹西角青食"
)


@rule("GR555", "radical-character", PRACTICE, "warning", fix=UNSAFE)
def radical(view: View) -> Iterator[Finding]:
    """不用部首区的字 / no radicals for characters

    PDF复制出来的“⼯”看着像“工”，是部首区的另一个字，检索不到。 / It looks the same but is not; searches miss it.

    来源：实务
    错：一、工作⏎加强⼯作领导。⏎二、打算⏎抓紧。
    错：一、工作⏎保障⺠生。⏎二、打算⏎抓紧。
    对：一、工作⏎加强工作领导。⏎二、打算⏎抓紧。
    对：一、工作⏎保障民生。⏎二、打算⏎抓紧。
    """
    for found in _odd(view, RADICAL):
        right = normalize("NFKC", found[0].translate(SHAPES))
        if right != found[0]:
            zh = f"“{found[0]}”（U+{ord(found[0]):04X}）改为“{right}”"
            yield view.hit(found.start(), found.end(), zh, f"a radical; write {right}", replace=right)


WIDE = re.compile("[Ａ-Ｚａ-ｚ]+")


@rule("GR556", "full-width-letters", PRACTICE, "warning", fix=SAFE)
def full_width_letters(view: View) -> Iterator[Finding]:
    """拉丁字母用半角 / Latin letters are half-width

    “ＡＰＰ”写“APP”。 / As everywhere else.

    来源：实务
    错：一、工作⏎推广ＡＰＰ应用。⏎二、打算⏎抓紧。
    错：一、工作⏎实现ＧＤＰ增长。⏎二、打算⏎抓紧。
    对：一、工作⏎推广APP应用。⏎二、打算⏎抓紧。
    对：一、工作⏎实现GDP增长。⏎二、打算⏎抓紧。
    """
    for found in _odd(view, WIDE):
        right = normalize("NFKC", found[0])
        zh = f"全角字母“{found[0]}”改为“{right}”"
        yield view.hit(found.start(), found.end(), zh, f"write {right}", replace=right)


@cache
def _traditional() -> tuple[re.Pattern[str], dict[int, str]]:
    simple = dict(zip(*(table("characters")[form] for form in ("traditional", "simplified")), strict=True))
    return re.compile(f"[{''.join(simple)}]+"), {ord(old): new for old, new in simple.items()}


MOSTLY = 50
"""So many characters for every traditional one, or the text is written in them."""


@rule("GR557", "traditional-character", PRACTICE, "warning", fix=UNSAFE)
def traditional(view: View) -> Iterator[Finding]:
    """简体文本里不夹繁体字、异体字 / no traditional characters in simplified text

    姓名、书名、碑刻等照原样的除外。 / Names and titles may keep them.

    来源：实务
    错：一、工作⏎推动經济社会发展，全面落实各项任务，保障和改善民生，维护社会稳定，提高治理水平，优化营商环境，促进共同富裕。⏎二、打算⏎抓紧。
    错：一、工作⏎加强组织領导，全面落实各项任务，保障和改善民生，维护社会稳定，提高治理水平，优化营商环境，促进共同富裕。⏎二、打算⏎抓紧。
    对：一、工作⏎推动经济社会发展。⏎二、打算⏎抓紧。
    对：一、工作⏎推動經濟社會發展，加強組織領導。⏎二、打算⏎抓紧。
    """
    pattern, simple = _traditional()
    found = list(_odd(view, pattern))
    if not found or sum(len(one[0]) for one in found) * MOSTLY > len(view.text):
        return
    for one in found:
        right = one[0].translate(simple)
        zh = f"“{one[0]}”写作“{right}”"
        yield view.hit(one.start(), one.end(), zh, f"write {right}", replace=right)


MARKUP = re.compile(
    r"&(?:nbsp|amp|lt|gt|quot|ensp|emsp|middot|[lr]dquo|#[0-9]{2,5});|</?(?:p|br|span|strong|font|div|b|i|td|tr|table|img)\b[^<>\n]{0,80}>"
)


@rule("GR558", "markup-left", PRACTICE, "error")
def markup(view: View) -> Iterator[Finding]:
    """没有网页代码残留 / no markup of a web page is left

    “&nbsp;”“<br>”是网页的代码，粘贴时没有去净。 / Pasting left it.

    来源：实务
    错：一、工作⏎加强&nbsp;组织领导。⏎二、打算⏎抓紧。
    错：一、工作⏎加强组织领导。<br/>压实责任。⏎二、打算⏎抓紧。
    对：一、工作⏎加强组织领导，支持R&D投入。⏎二、打算⏎抓紧。
    对：一、工作⏎数值在3<5的范围，A&B公司。⏎二、打算⏎抓紧。
    """
    if "&" not in view.text and "<" not in view.text:
        return
    for found in view.finds(MARKUP):
        yield view.hit(found.start(), found.end(), f"网页代码“{found[0][:12]}”残留", "markup of a web page")


STRAY = re.compile(r"(?:and|or|the|of|to|in|for|with|is|are|by|as|on|at|an|be|this|that|from)(?![A-Za-z0-9&.\-/_])")
BESIDE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789&.-/_"
LATIN = re.compile("[A-Za-z]")


@rule("GR560", "stray-latin", PRACTICE, "warning")
def stray_latin(view: View) -> Iterator[Finding]:
    """中文句子里没有孤立的英文词 / no lone English word in a Chinese sentence

    “政治任务 and”里的and是误触键盘或者软件改写留下的。 / A slip of the keyboard, or software left it.

    来源：实务
    错：一、工作⏎把学习作为重要政治任务 and⏎二、打算⏎抓紧。
    错：一、工作⏎加强组织领导the，压实责任。⏎二、打算⏎抓紧。
    对：一、工作⏎推广the Belt and Road Initiative等译法。⏎二、打算⏎抓紧。
    对：一、工作⏎把学习作为重要政治任务，支持R&D投入。⏎二、打算⏎抓紧。
    """
    for found in view.finds(STRAY, behind=BESIDE):
        part = view.part(found.start())
        around = view.text[max(part.start, found.start() - 3) : found.start()], view.text[found.end() : found.end() + 3]
        if part.kind in ("text", "heading") and not any(LATIN.search(side.split("\n")[0]) for side in around):
            zh = f"中文里孤立的英文词“{found[0]}”"
            yield view.hit(found.start(), found.end(), zh, "a lone English word")
