"""GR580–GR589, words (用词): fixed terms with a slip, characters that look alike, words that software put in.

What is looked for stands in `tables/words.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from attrs import frozen

from ...model.note import Finding
from ..rule import PRACTICE, UNSAFE, rule
from ..tables import table
from ..view import View


@frozen
class Word:
    """What should stand for a word, and what must stand before or behind it for it to be wrong: either is enough.

    It is right behind any of the characters `unless`: 解决择校 holds no 决择. In reports on years before `since` it was
    the word.
    """

    right: str
    before: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None
    unless: str = ""
    severity: str = ""
    since: int = 0

    def wrong(self, text: str, start: int, end: int) -> bool:
        """Whether the word at this place is one that is meant."""
        if start and text[start - 1] in self.unless:
            return False
        if self.before is None and self.behind is None:
            return True
        if self.behind is not None and self.behind.match(text, end):
            return True
        return self.before is not None and self.before.search(text[max(0, start - 8) : start]) is not None


@cache
def _words(part: str) -> tuple[re.Pattern[str], dict[str, Word]]:
    """A part of the table: one pattern for all its words, and what is to be known of each."""
    words: dict[str, Word] = {}
    for written, entry in table("words")[part].items():
        said: dict[str, Any] = {"right": entry} if isinstance(entry, str) else entry
        words[written] = Word(
            said["right"],
            re.compile(f"(?:{said['before']})$") if "before" in said else None,
            re.compile(said["after"]) if "after" in said else None,
            said.get("unless", ""),
            said.get("severity", ""),
            said.get("since", 0),
        )
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True))), words


def _findings(view: View, part: str, en: str) -> Iterator[Finding]:
    """The words of a part of the table that stand in the text, outside titles in 《》."""
    pattern, words = _words(part)
    for found in view.finds(pattern):
        word = words[found[0]]
        if word.since and (view.report.year or 0) < word.since:
            continue
        before = view.text[max(0, found.start() - 40) : found.start()]
        if before.rfind("《") <= before.rfind("》") and word.wrong(view.text, *found.span()):
            zh = f"“{found[0]}”疑为“{word.right}”"
            yield view.hit(found.start(), found.end(), zh, en, replace=word.right, severity=word.severity)


@rule("GR580", "fixed-term", PRACTICE, "error", fix=UNSAFE)
def fixed_term(view: View) -> Iterator[Finding]:
    """固定用语不缺字、不错字 / fixed terms are written as they are

    “第一责任人职责”写成“第一人职责”，少了两个字。 / A term of politics or law with a character lost or changed.

    来源：实务
    错：一、党政主要负责人履行第一人职责情况⏎良好。⏎二、打算⏎抓紧。
    错：一、工作⏎深化供给侧结构改革。⏎二、打算⏎抓紧。
    对：一、党政主要负责人履行第一责任人职责情况⏎良好。⏎二、打算⏎抓紧。
    对：一、工作⏎深化供给侧结构性改革。⏎二、打算⏎抓紧。
    """
    yield from _findings(view, "terms", "this fixed term has a slip")


@rule("GR581", "common-typo", PRACTICE, "error", fix=UNSAFE)
def typo(view: View) -> Iterator[Finding]:
    """常见错字 / common slips

    “再接再励”“布署”是常见的错写。 / Words that are often written with the wrong character.

    来源：实务
    错：一、工作⏎我们将再接再励。⏎二、打算⏎抓紧。
    错：一、工作⏎全面布署各项任务。⏎二、打算⏎抓紧。
    对：一、工作⏎我们将再接再厉。⏎二、打算⏎抓紧。
    对：一、工作⏎全面部署各项任务，着力解决择校问题，预防犯罪。⏎二、打算⏎抓紧。
    """
    yield from _findings(view, "typos", "this word is written with the wrong character")


@rule("GR582", "look-alike", PRACTICE, "error", fix=UNSAFE)
def look_alike(view: View) -> Iterator[Finding]:
    """形近字 / characters that look alike

    扫描识别、五笔录入常把“日常”认成“曰常”，“已经”认成“己经”。 / Scanners take one for the other.

    来源：实务
    错：一、工作⏎加强曰常管理。⏎二、打算⏎抓紧。
    错：一、工作⏎各项任务己经完成，政冶生态良好。⏎二、打算⏎抓紧。
    对：一、工作⏎加强日常管理。⏎二、打算⏎抓紧。
    对：一、工作⏎各项任务已经完成，严于律己。⏎二、打算⏎抓紧。
    """
    yield from _findings(view, "shapes", "this character looks like the right one")


@rule("GR583", "spun-word", PRACTICE, "warning", fix=UNSAFE)
def spun_word(view: View) -> Iterator[Finding]:
    """同义替换的痕迹 / words that software put in

    “基础”成了“根底”，“服务”成了“效劳”，是改写软件替换的近义词。 / Rewriting software swaps synonyms.

    来源：实务
    错：一、工作⏎把学习作为一项根底性工作，营造良好气氛。⏎二、打算⏎抓紧。
    错：一、工作⏎增强广阔干部群众的法律意识，建设效劳型政府。⏎二、打算⏎抓紧。
    对：一、工作⏎把学习作为一项基础性工作，摸清根底，会场气氛热烈。⏎二、打算⏎抓紧。
    对：一、工作⏎增强广大干部群众的法律意识，在广阔的田野上效劳。⏎二、打算⏎抓紧。
    """
    yield from _findings(view, "spun", "software may have put this word for another")


@rule("GR584", "confused-word", PRACTICE, "info", fix=UNSAFE)
def confused_word(view: View) -> Iterator[Finding]:
    """容易混用的词 / words that are mixed up

    “截止”是停止，后面不带时间；“截至”才是到某时为止。 / 截止 is to end, 截至 is up to a time.

    来源：实务
    错：一、工作⏎截止2023年底，办理一百件。⏎二、打算⏎抓紧。
    错：一、工作⏎做出了积极贡献，建立台帐。⏎二、打算⏎抓紧。
    对：一、工作⏎截至2023年底，办理一百件，报名已经截止。⏎二、打算⏎抓紧。
    对：一、工作⏎作出了积极贡献，建立台账，搭建帐篷。⏎二、打算⏎抓紧。
    """
    yield from _findings(view, "confused", "this word is often mixed up with another")


UNITS = "省市县区镇乡村局街年月日号人元万个单同公"
BLANKS = (
    (
        re.compile(r"[【\[（(](?:待[填补核定查]|此处|请填|填写|文字描述)[^】\]）)\n]{0,20}[】\]）)]"),
        "【[（(",
    ),
    (re.compile(rf"[×＊xXＸｘ]{{2,}}(?=[{UNITS}])"), "×＊xXＸｘ"),
    (re.compile("___+"), "_"),
)
"""Apart, since each has a first letter that is quick to find."""


@rule("GR585", "template-blank", PRACTICE, "error")
def placeholder(view: View) -> Iterator[Finding]:
    """没有待填的空白 / no blank is left to be filled in

    “【待补】”“××县”“XX年”是模板里的，交稿前要填上。 / Templates leave them; a finished report has none.

    来源：实务
    错：一、工作⏎全年办理【待补：件数】件。⏎二、打算⏎抓紧。
    错：一、工作⏎XX县全年新建道路××公里，投资XX万元。⏎二、打算⏎抓紧。
    对：一、工作⏎全年办理一百件，机房面积4×4米。⏎二、打算⏎抓紧。
    对：一、工作⏎某县全年新建道路二十公里（待验收五公里）。⏎二、打算⏎抓紧。
    """
    blanks = BLANKS[:-1] if view.kind == "other" else BLANKS  # forms and question papers have lines to write on
    for found in (match for pattern, among in blanks for match in view.finds(pattern, among=among)):
        yield view.hit(found.start(), found.end(), f"“{found[0]}”没有填", "this blank wasn't filled in")


HANGING = re.compile("[和与及](?=[，。；])")
WORDS = re.compile(
    "(?:总|温|缓|祥|平|调|柔|饱|附|应|暖|议|人|共|中|亲|随|讲|求|失|不|融|谐|太|违|掺|搅|唱|媾|谋|言|祥|醇|参|要|赠|赋|授|给|普|涉|遍|触|波|顾|企|提|论|殃|危|累|可|推|言|谈|所|埃|之|的|一|緩)$"
)


@rule("GR586", "word-hanging", PRACTICE, "warning")
def word_hanging(view: View) -> Iterator[Finding]:
    """“和”“及”之后有下文 / 和 and 及 are followed by something

    “加大宣传和，取得效果”，“和”后面丢了词。 / A word behind 和 was lost.

    来源：实务
    错：一、工作⏎加大法律法规的宣传和，取得较好效果。⏎二、打算⏎抓紧。
    错：一、工作⏎完善制度建设及。强化督查。⏎二、打算⏎抓紧。
    对：一、工作⏎加大法律法规的宣传和执行，三项之和，市民踊跃参与。⏎二、打算⏎抓紧。
    对：一、工作⏎气候温和，医疗保险全面普及。⏎二、打算⏎抓紧。
    """
    for found in view.finds(HANGING):
        before = view.text[max(0, found.start() - 2) : found.start()].removesuffix("以")
        if before and "\u4e00" <= before[-1] <= "\u9fff" and not WORDS.search(before):
            yield view.hit(found.start(), found.end(), f"“{found[0]}”之后丢了词", "a word is lost behind this one")
