"""Problems (存在的问题): what a report admits, an item each, with its cause where the text gives one.

They stand in a section of their own, or in one paragraph of the review: 我们也清醒看到，….
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model.facts import Problem
from ..model.passages import Passage
from ..model.report import Paragraph, Section

ADMITS = re.compile(
    r"清醒(?:地)?(?:看到|认识到)|(?:也|还|同时)(?:要)?(?:看到|认识到|存在)|仍(?:然)?(?:存在|面临)[^。]{0,20}(?:问题|不足|困难|短板|挑战)|存在(?:着)?(?:一些|不少|以下)[^。]{0,12}(?:问题|不足|困难|短板)"
)
SEEN = re.compile("看到|认识到|存在|面临")
"""What every admission holds."""
FAULT = re.compile(
    r"问题|不足|困难|短板|弱项|差距|挑战|不够|不强|不高|不平衡|不充分|不到位|不完善|薄弱|滞后|较慢|较低|较大|偏低|有待|亟待|尚未|缺乏|压力|矛盾|隐患|制约|欠|待提高|不均|不稳|不优|较弱|不深|不实|单一|短缺"
)
PLEDGES = re.compile(
    r"^(?:对此|对于这些|针对(?:这些|上述|以上)|我们(?:一定|将|要)|下一?步|今后|为此|这些问题)|(?:我们将|必须|要)[^。]{0,20}(?:解决|改进|克服)"
)
CAUSE = re.compile(
    r"(?:主要)?(?:原因(?:在于|是|为)|是由于|是因为|由于|因为|主要是由|导致原因)[^。；]{2,80}|受[^，。；]{2,20}(?:影响|制约|限制)|因[^，。；为此而]{2,20}(?=，)"
)
LEAD = re.compile(
    r"^[^。；]{0,120}?(?:主要(?:是|有|表现(?:在|为)?)|如下|以下|问题和不足|不足之处|表现在|问题|困难|挑战|不足|差距)[：:，,]"
)
SPLIT = re.compile("[；;]|(?<=[。])")


def problems_of(said: Iterable[Passage]) -> Iterator[Problem]:
    """Items of the sections on problems (numbered ones, else the clauses of their paragraphs), and the clauses of the
    paragraph inside a review that admits them."""
    passed: set[str] = set()
    for passage in said:
        top, section = passage.top, passage.section
        if top is None or section is None:
            continue
        if top.role in ("problems", "improvement"):
            if section is top and (passage.text == top.heading or _numbered(top)):
                continue
            if section is not top and section.number is not None:
                if passage.where not in passed and _is_problem(section, top.role):
                    passed.add(passage.where)
                    yield _item(section, passage)
            else:
                yield from _clauses(passage, top.role == "improvement")
        elif top.role == "achievements" and passage.text != section.heading and _admits(passage.text):
            yield from _clauses(passage, True)


def _admits(text: str) -> bool:
    head = text[:120]
    return SEEN.search(head) is not None and ADMITS.search(head) is not None and FAULT.search(text) is not None


def _numbered(section: Section) -> bool:
    return any(child.number is not None for child in section.children)


def _is_problem(section: Section, role: str) -> bool:
    """In 存在的主要问题及改进情况 only what tells of a fault is a problem; measures stand beside."""
    own = section.heading + "".join(b.text for b in section.blocks if isinstance(b, Paragraph))
    return not section.children and (
        (role == "problems" and not PLEDGES.search(own[:12]))
        or (FAULT.search(own) is not None and not re.match("加强|强化|进一步|完善|提高|拓展|优化|规范|健全", own))
    )


def _item(section: Section, passage: Passage) -> Problem:
    blocks = "".join(b.text for b in section.blocks if isinstance(b, Paragraph))
    text = section.heading + (section.stop if blocks else "") + blocks
    return Problem(text.rstrip("；;。"), _cause(text), passage.where, section.span)


def _clauses(passage: Passage, only_faults: bool) -> Iterator[Problem]:
    """The clauses of a paragraph that tell of a fault, without the words that introduce and the pledge that ends it."""
    lead = LEAD.match(passage.text)
    at = lead.end() if lead else 0
    for piece in SPLIT.split(passage.text[at:]):
        start, at = at, at + len(piece)
        at += len(passage.text[at : at + 1]) if passage.text[at : at + 1] in ("；", ";") else 0
        text = piece.strip().rstrip("。；;")
        if len(text) < 4 or PLEDGES.search(text[:24]) or (only_faults and not FAULT.search(text)):
            continue
        offset = start + piece.index(text[0])
        yield Problem(text, _cause(text), passage.where, passage.locate(offset, offset + len(text)))


def _cause(text: str) -> str:
    found = CAUSE.search(text)
    return found[0] if found else ""
