"""GR430–GR434, statutes (法规名称): laws and documents under their exact names and numbers, and still in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ...model.note import Finding
from ..rule import PRACTICE, UNSAFE, rule
from ..tables import table
from ..view import View

CITED = re.compile(
    r"《(?P<title>[^《》\n]{2,60})》(?:\s?[（(](?P<number>[^（）()\n]{2,24}?[〔\[［(（]?20[0-9]{2}[〕\]］)）]?[0-9]{1,4}号)[）)])?"
)
PREFIX = "中华人民共和国"
TAIL = re.compile(r"[（(](?P<inside>[^（）()]{1,20})[）)]$")
YEARS = re.compile("(?:19|20)[0-9]{2}")


@cache
def names() -> frozenset[str]:
    """All exact names of the table, without 中华人民共和国 and without years behind them."""
    statutes = table("statutes")
    known = [
        *statutes["laws"],
        *statutes["regulations"],
        *statutes["documents"],
        *statutes["dated"],
        *statutes["repealed"],
    ]
    return frozenset(known) | {bare(name) for name in known}


@cache
def by_length() -> dict[int, tuple[str, ...]]:
    """The names of at least `SHORTEST` characters, by their length."""
    found: dict[int, list[str]] = {}
    for name in sorted(names()):
        if len(name) >= SHORTEST:
            found.setdefault(len(name), []).append(name)
    return {length: tuple(group) for length, group in found.items()}


SHORTEST = 7
LONG = 14
"""From so many characters on two slips are looked for, below only one: short names differ by two in earnest."""


def bare(title: str) -> str:
    """A title without spaces, 中华人民共和国 and what stands in brackets behind it.

    >>> bare("中华人民共和国 行政处罚法"), bare("法治政府建设实施纲要（2021－2025年）")
    ('行政处罚法', '法治政府建设实施纲要')
    """
    return TAIL.sub("", re.sub(r"\s", "", title)).removeprefix(PREFIX)


@lru_cache(1024)
def meant(title: str) -> str | None:
    """The name that a title misses by a slip or two; None where it is exact, or like none.

    >>> meant("法治政府建设及责任落实督察工作规定"), meant("行政处罚法"), meant("某县政府信息公开办法")
    ('法治政府建设与责任落实督察工作规定', None, None)
    """
    name = bare(title)
    whole = re.sub(r"\s", "", title).removeprefix(PREFIX)
    if len(name) < SHORTEST or name in names() or whole in names():
        return None
    most = 2 if len(name) >= LONG else 1
    groups = by_length()
    for length in range(len(name) - most, len(name) + most + 1):
        for known in groups.get(length, ()):
            if (known[:2] == name[:2] or known[-4:] == name[-4:]) and distance(known, name, most) <= most:
                return None if _another(known, name) else known
    return None


def _another(known: str, name: str) -> bool:
    """Whether a name differs from a known one the way another document of its family does (暂行, 实施, 修订)."""
    differ = set(known) ^ set(name)
    return bool(differ & set("暂行试细则省市县区州")) or (known[-2:] != name[-2:] and name[-2:] in GENRES)


GENRES = (
    "条例",
    "规定",
    "办法",
    "意见",
    "细则",
    "方案",
    "准则",
    "规则",
    "决定",
    "纲要",
    "规划",
    "通知",
    "计划",
    "制度",
)


def distance(one: str, other: str, most: int) -> int:
    """The number of characters to put in, leave out or change; `most` + 1 where it is more.

    >>> distance("政府信息公开条例", "政府信息公开条列", 2), distance("行政许可法", "行政强制法", 1)
    (1, 2)
    """
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if abs(len(one) - len(other)) > most or min(len(one), len(other)) > 3 * most + 3:
        return most + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
    return min(row[-1], most + 1)


@rule("GR430", "statute-misnamed", PRACTICE, "error", fix=UNSAFE)
def statute_misnamed(view: View) -> Iterator[Finding]:
    """法规名称照录全称 / a law is cited under its exact name

    “与”写成“及”、“条例”写成“条列”，检索不到；短名相近的多，只作警告。 / Short names are only warned of.

    来源：实务
    错：一、工作⏎学习《法治政府建设及责任落实督察工作规定》。⏎二、打算⏎抓紧。
    错：一、工作⏎落实《保障农民工工资支附条例》。⏎二、打算⏎抓紧。
    对：一、工作⏎学习《法治政府建设与责任落实督察工作规定》。⏎二、打算⏎抓紧。
    对：一、工作⏎落实《某省政府信息公开办法》《重大行政决策程序规定》。⏎二、打算⏎抓紧。
    """
    for found in view.finds(CITED):
        right = meant(found["title"])
        if right is not None:
            start, end = found.span("title")
            written = re.sub(re.escape(bare(found["title"])), right, found["title"], count=1)
            zh, en = f"“{found['title']}”疑为“{right}”之误", "the name of this law differs from the exact one"
            severity = "" if len(right) >= LONG else "warning"
            hint = f"准确名称：《{right}》"
            yield view.hit(start, end, zh, en, replace=written, hint=hint, severity=severity)


@rule("GR431", "statute-years", PRACTICE, "error", fix=UNSAFE)
def statute_years(view: View) -> Iterator[Finding]:
    """文件名称里的年份照录 / the years in a document's name are part of it

    《法治政府建设实施纲要（2022—2025年）》没有这个文件，是（2021—2025年）。 / There is no such document.

    来源：实务
    错：一、工作⏎落实《法治政府建设实施纲要（2022—2025年）》。⏎二、打算⏎抓紧。
    错：一、工作⏎落实《法治社会建设实施纲要（2021—2025年）》。⏎二、打算⏎抓紧。
    对：一、工作⏎落实《法治政府建设实施纲要（2021—2025年）》。⏎二、打算⏎抓紧。
    对：一、工作⏎落实《法治政府建设实施纲要(2021-2025)》《某县法治政府建设实施方案（2022—2025年）》。⏎二、打算⏎抓紧。
    """
    dated = table("statutes")["dated"]
    for found in view.finds(CITED):
        tail = TAIL.search(found["title"])
        spans = dated.get(bare(found["title"])) if tail else None
        years = [int(year) for year in YEARS.findall(tail["inside"])] if tail else []
        if not spans or len(years) != 2 or years in spans:
            continue
        first, last = min(spans, key=lambda span: abs(span[0] - years[0]) + abs(span[1] - years[1]))
        start = found.start("title") + (tail.start("inside") if tail else 0)
        zh = f"《{bare(found['title'])}》是（{first}—{last}年）"
        yield view.hit(
            start, found.end("title") - 1, zh, f"the document is that of {first}—{last}", replace=f"{first}—{last}年"
        )


@rule("GR432", "statute-number", PRACTICE, "error")
def statute_number(view: View) -> Iterator[Finding]:
    """文号与文件相符 / the number behind a document's name is its own

    名称对而文号错，查到的是另一份文件。 / With the wrong number one finds another document.

    来源：实务
    错：一、工作⏎按照《党政机关公文处理工作条例》（中办发〔2013〕14号）办理。⏎二、打算⏎抓紧。
    错：一、工作⏎落实《法治政府建设与责任落实督察工作规定》（厅字〔2019〕18号）。⏎二、打算⏎抓紧。
    对：一、工作⏎按照《党政机关公文处理工作条例》（中办发〔2012〕14号）办理。⏎二、打算⏎抓紧。
    对：一、工作⏎按照《某县公文处理办法》（某政发〔2013〕14号）办理。⏎二、打算⏎抓紧。
    """
    documents = table("statutes")["documents"]
    for found in view.finds(CITED):
        known = documents.get(bare(found["title"])) if found["number"] else None
        if known and _plain(found["number"]) not in map(_plain, known):
            zh = f"《{bare(found['title'])}》的文号是{known[0]}"
            yield view.hit(found.start("number"), found.end("number"), zh, "this isn't the number of that document")


def _plain(number: str) -> str:
    return re.sub(r"[\s〔〕\[\]［］（）()]", "", number)


NUMBER = re.compile(r"国办公开办函[〔\[［（(]20[0-9]{2}[〕\]］）)][0-9]{1,3}号")


@rule("GR433", "citation-superseded", PRACTICE, "warning", fix=UNSAFE)
def citation_superseded(view: View) -> Iterator[Finding]:
    """引用现行的文件 / the document that is in force is cited

    2021年度起的政府信息公开年报按国办公开办函〔2021〕30号编制。 / Since 2021 another form is in force.

    来源：国办公开办函〔2021〕30号
    错：某局2022年政府信息公开工作年度报告⏎根据国办公开办函〔2019〕60号要求编制。⏎一、总体情况⏎良好。
    错：某镇2023年政府信息公开工作年度报告⏎按照（国办公开办函〔2019〕60号）编制本报告。⏎一、总体情况⏎良好。
    对：某局2022年政府信息公开工作年度报告⏎根据国办公开办函〔2021〕30号要求编制。⏎一、总体情况⏎良好。
    对：某局2020年政府信息公开工作年度报告⏎根据国办公开办函〔2019〕60号要求编制。⏎一、总体情况⏎良好。
    """
    year = view.report.year
    superseded = {_plain(number): row for number, row in table("statutes")["superseded"].items()}
    for found in view.finds(NUMBER) if year is not None else ():
        row = superseded.get(_plain(found[0]))
        if row is not None and year is not None and year >= row[0]:
            zh = f"{row[0]}年度起按{row[1]}"
            yield view.hit(found.start(), found.end(), zh, f"superseded from {row[0]} on", replace=row[1])


PAST = re.compile("废止|失效|原|旧|曾|替代|取代|修订|同时")


@rule("GR434", "statute-repealed", PRACTICE, "warning")
def statute_repealed(view: View) -> Iterator[Finding]:
    """不引已经废止的法规 / no law is cited that was repealed

    《合同法》《婚姻法》等九部法律2021年起由《民法典》取代。 / Since 2021 the civil code stands in their place.

    来源：实务
    错：某局2023年工作总结⏎一、工作开展情况⏎组织学习《合同法》《行政处罚法》。⏎二、下一步打算⏎抓紧。
    错：某局2023年工作总结⏎一、工作开展情况⏎认真执行《信访条例》。⏎二、下一步打算⏎抓紧。
    对：某局2023年工作总结⏎一、工作开展情况⏎组织学习《民法典》《劳动合同法》《信访工作条例》。⏎二、下一步打算⏎抓紧。
    对：某局2019年工作总结⏎一、工作开展情况⏎组织学习《合同法》。⏎二、下一步打算⏎抓紧。
    """
    year = view.report.year
    repealed = table("statutes")["repealed"]
    for found in view.finds(CITED) if year is not None else ():
        row = repealed.get(bare(found["title"]))
        around = view.text[max(0, found.start() - 8) : found.end() + 12]
        if row is not None and year is not None and year >= row[0] and not PAST.search(around):
            zh = f"《{found['title']}》{row[0]}年起已由《{row[1]}》取代"
            yield view.hit(found.start(), found.end(), zh, f"repealed in {row[0]}")
