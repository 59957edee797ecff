"""GR301–GR303, sums (合计): the parts of a whole add up to it, none is larger, and so many are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ...language.units import unit_kind
from ...model.facts import Metric
from ...model.note import Finding
from ..rule import PRACTICE, REQUIRED, rule
from ..view import View
from .amounts import plain

OPENS = re.compile(
    r"[^，。；、：:（()0-9\n]{0,8}(?P<mark>[：:（(]\s*(?:其中[，：:]?)?|，\s*(?:其中[，：:]?|包括|分别是|分别为))"
)
VAGUE = re.compile("等(?!级|次)|其中|涉及|包括|同时|累计|比上年|同比|增长|另|含|共|还|最|超|不少于")
MOST = 12


def _lists(view: View) -> list[tuple[Metric, list[Metric], bool]]:
    """Wholes with the parts named right behind, and whether they are said to be all (：, brackets) or some (其中)."""
    source = view.report.source
    if source is None:
        return []
    found = []
    metrics = [metric for metric in view.report.metrics if metric.span is not None]
    for index, whole in enumerate(metrics[:-1]):
        assert whole.span is not None
        if whole.kind != "level" or whole.unit in ("%", "年", "倍") or whole.upper is not None:
            continue
        opens = OPENS.match(source.text, whole.span.end, whole.span.end + 20)
        if opens is None:
            continue
        end = _end(source.text, opens)
        parts = []
        for part in metrics[index + 1 : index + 1 + MOST]:
            assert part.span is not None
            if part.span.end > end:
                break
            parts.append(part)
        between = source.text[opens.end() : end]
        same = len(parts) > 1 and all(
            p.unit == whole.unit and p.kind == "level" and p.upper is None and p.bound == "exact" for p in parts
        )
        if same and whole.bound == "exact" and not VAGUE.search(between) and not whole.is_target:
            found.append((whole, parts, "其中" not in opens[0] and "包括" not in opens[0]))
    return found


def _end(text: str, opens: re.Match[str]) -> int:
    """Where the list of parts ends: with its bracket, else with the sentence."""
    closing = "）)" if opens["mark"][0] in "（(" else "。；\n"
    ends = [at for at in (text.find(mark, opens.end(), opens.end() + 300) for mark in closing) if at >= 0]
    return min(ends, default=opens.end())


@rule("GR301", "parts-sum", REQUIRED, "error")
def parts_sum(view: View) -> Iterator[Finding]:
    """分项之和等于总数 / parts add up to their whole

    调委会16个，街道级1个、社区级15个；“其中”只举一部分的不算。 / 1 and 15 make 16; 其中 may name a few only.

    来源：《党政机关公文处理工作条例》第二十条第（四）项
    错：一、工作⏎建立调委会16个：街道级调委会1个，社区级调委会14个。⏎二、打算⏎抓紧。
    错：一、工作⏎办理案件20件（民事案件12件，行政案件9件）。⏎二、打算⏎抓紧。
    对：一、工作⏎建立调委会16个：街道级调委会1个，社区级调委会15个。⏎二、打算⏎抓紧。
    对：一、工作⏎办理案件20件，其中民事案件12件，行政案件3件。⏎二、打算⏎抓紧。
    """
    for whole, parts, everything in view.once(_lists):
        total = sum((part.value for part in parts), Decimal(0))
        running = Decimal(0)
        if whole.value in [running := running + part.value for part in parts][1:]:
            continue  # what follows is no part
        if _scaled(whole) or any(map(_scaled, parts)):
            continue
        share = total / whole.value if whole.value else Decimal(0)
        alike = _alike(parts)
        if total < whole.value and not (everything or share >= Decimal("0.9")):
            continue
        if not Decimal("0.5") <= share <= Decimal("1.5"):
            continue
        severity = "" if everything and alike and unit_kind(whole.unit) == "count" else "warning"
        yield _hit(view, whole, parts, f"分项合计{plain(total)}，不是{plain(whole.value)}", total, severity)


def _scaled(metric: Metric) -> bool:
    """Whether a number is rounded to 万 or 亿: sums of such ones may be off in the last digit."""
    return "万" in metric.text or "亿" in metric.text or "." in metric.text


def _alike(parts: list[Metric]) -> bool:
    """Whether the names of the parts end alike, so that none counts twice: …案件, …案件."""
    names = [part.name for part in parts]
    return all(names) and len({name[-1] for name in names}) == 1 and len(set(names)) == len(names)


def _hit(view: View, whole: Metric, parts: list[Metric], zh: str, total: Decimal, severity: str) -> Finding:
    en = f"the parts add up to {plain(total)}, the whole is {plain(whole.value)}"
    return Finding("", severity, zh, en, whole.span, where=whole.where)


AMONG = re.compile(r"[，；（(]\s*其中[，：:]?[^，。；0-9\n]{0,12}")


@rule("GR302", "part-larger", REQUIRED, "error")
def part_larger(view: View) -> Iterator[Finding]:
    """其中的一项不大于总数 / no part is larger than its whole

    “办理20件，其中民事案件30件”，不是数错了，就是“其中”用错了。 / Either a number or the word 其中 is wrong.

    来源：《党政机关公文处理工作条例》第二十条第（四）项
    错：一、工作⏎办理案件20件，其中民事案件30件。⏎二、打算⏎抓紧。
    错：一、工作⏎培训人员120人，其中女性130人。⏎二、打算⏎抓紧。
    对：一、工作⏎办理案件20件，其中民事案件12件。⏎二、打算⏎抓紧。
    对：一、工作⏎培训人员120人，其中参训130人次。⏎二、打算⏎抓紧。
    """
    source = view.report.source
    if source is None:
        return
    metrics = view.report.metrics
    for whole, part in pairwise(metrics):
        if whole.span is None or part.span is None or part.span.start < whole.span.end:
            continue
        if whole.unit != part.unit or (whole.kind, part.kind) != ("level", "level") or part.upper is not None:
            continue
        if unit_kind(part.unit) not in ("count", "money") or whole.upper is not None or whole.bound != "exact":
            continue
        if AMONG.fullmatch(source.text, whole.span.end, part.span.start) and part.value > whole.value:
            zh = f"其中的一项（{part.text}）比总数（{whole.text}）大"
            yield Finding("", "", zh, "a part is larger than its whole", part.span, where=part.where)


NAMED = re.compile(
    r"(?P<count>[2-9]|1[0-9]|[两二三四五六七八九十])(?:个|家|所|名|项)(?P<what>村|社区|乡镇|镇|街道|县|县区|市县|部门|单位|小区|学校)（(?P<list>[^（）；。0-9\n]{3,80})）"
)
DIGITS = tuple("0123456789.０１２３４５６７８９十百千")
COUNTS = {"两": 2} | {hanzi: value for value, hanzi in enumerate("一二三四五六七八九十", 1)}


@rule("GR303", "list-count", PRACTICE, "warning")
def list_count(view: View) -> Iterator[Finding]:
    """说几个就列几个 / as many are named as are said

    “3个村（甲村、乙村）”少了一个。 / Three villages are said, two are named.

    来源：实务
    错：一、工作⏎确定3个村（东山村、西山村）试点。⏎二、打算⏎抓紧。
    错：一、工作⏎覆盖两个街道（东关街道、西关街道、南关街道）。⏎二、打算⏎抓紧。
    对：一、工作⏎确定3个村（东山村、西山村、南山村）试点。⏎二、打算⏎抓紧。
    对：一、工作⏎确定3个村（东山村、西山村等）试点。⏎二、打算⏎抓紧。
    """
    for found in view.around(NAMED, ("（",), 10, 84):
        names = found["list"]
        before = view.text[max(0, found.start() - 1) : found.start()]
        if (
            before in DIGITS
            or min(map(len, names.split("、"))) < 2
            or "、" not in names
            or re.search("等|和|及|与|，|含|“", names)
        ):
            continue
        count = int(found["count"]) if found["count"].isdigit() else COUNTS[found["count"]]
        listed = names.count("、") + 1
        if listed != count:
            zh = f"说{found['count']}个，列出{listed}个"
            yield view.hit(found.start(), found.end(), zh, f"{count} are said, {listed} are named")
