"""Defects put into clean reports, one by one: a table, a row a kind. Others add their rows below.

A row says what is done to a report (`make`) and which rules must find it, at the line where it was done. `make`
gives the changed text and the place of the defect in it, or None where the report has nothing to spoil.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

from attrs import frozen

from govreport import Finding, Report, parse, read
from govreport.check.engine import run
from govreport.check.years.statutes import CITED, SHORTEST, bare, names
from govreport.facts.outline import heading_of
from govreport.facts.years import numbers
from govreport.model.facts import Metric
from govreport.model.number import STYLES, format_number
from govreport.model.report import Paragraph, Section, Table
from govreport.model.source import Source

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus" / "full"
LEAST = 1000
NEAR = 120
"""In lines longer than this a finding must stand within as many characters of the defect."""


@frozen
class Mutant:
    """A text with a defect, and where it is."""

    text: str
    start: int
    end: int


@frozen
class Mutation:
    """A kind of defect; `codes` are the rules (or families) of which one must find it."""

    name: str
    codes: tuple[str, ...]
    make: Callable[[Report, Random], Mutant | None]


@frozen
class Outcome:
    """One defect in one report: whether it was found where it is."""

    report: str
    mutation: str
    found: bool
    mutant: Mutant


def corpus(every: int = 1) -> Iterator[tuple[str, Report]]:
    """The texts of the corpus, or every so many of them, as plain text: what a defect is put into can't be a DOCX."""
    paths = [path for path in sorted(CORPUS.rglob("*.*")) if path.suffix in (".txt", ".docx", ".html")]
    for path in paths[::every]:
        source = read(path).source
        if source is not None and len(source.text) > LEAST:
            yield f"{path.parent.name}/{path.name}", parse(source.text)


def outcome(name: str, report: Report, mutation: Mutation) -> Outcome | None:
    """Put a defect of one kind into a report and look for it; None where it doesn't apply."""
    mutant = mutation.make(report, Random(f"{name}/{mutation.name}"))
    if mutant is None:
        return None
    spoilt = parse(mutant.text)
    known = {(f.code, f.where, f.message) for f in run(report, select=mutation.codes)}
    found = [f for f in run(spoilt, select=mutation.codes) if spoilt.source and is_at(f, mutant, spoilt.source)]
    new = [f for f in found if (f.code, f.where, f.message) not in known]
    return Outcome(name, mutation.name, bool(new), mutant)


def is_at(finding: Finding, mutant: Mutant, source: Source) -> bool:
    """Whether a finding stands in the line of the defect, and near it if the line is long."""
    if finding.span is None:
        return False
    first, last = source.position(mutant.start).line, source.position(max(mutant.start, mutant.end - 1)).line
    near = mutant.start - NEAR <= finding.span.start <= mutant.end + NEAR
    return first <= source.position(finding.span.start).line <= last and near


def spoilt(report: Report, start: int, end: int, text: str) -> Mutant:
    """The report's text with something else in a place."""
    source = source_of(report)
    return Mutant(source[:start] + text + source[end:], start, start + max(1, len(text)))


def source_of(report: Report) -> str:
    """The text of a report."""
    assert report.source is not None
    return report.source.text


def chosen(places: list[tuple[int, int, str]], report: Report, random: Random) -> Mutant | None:
    """A defect at one of the places, by lot."""
    return spoilt(report, *random.choice(places)) if places else None


def siblings(report: Report, item: bool = False, least: int = 3) -> Iterator[list[Section]]:
    """Neighbours that count one, two, three in one style, each with its number in the text."""
    for group in (report.sections, *(section.children for section in report.walk())):
        series = [s for s in group if s.number and s.number.value and s.number.span and s.role != "attachment"]
        series = [s for s in series if STYLES[s.number.style].item == item] if series else []
        styles = {s.number.style for s in series if s.number}
        values = [s.number.value for s in series if s.number]
        if len(series) >= least and len(styles) == 1 and values == list(range(1, len(values) + 1)):
            yield series


def respell(report: Report, section: Section, text: str) -> tuple[int, int, str]:
    """The place of a section's number, and what to put there."""
    assert section.number is not None and section.number.span is not None
    return section.number.span.start, section.number.span.end, text


def opens(report: Report, section: Section) -> bool:
    """Whether a section begins a line."""
    span = section.number.span if section.number else None
    return span is not None and source_of(report)[: span.start].rstrip(" \t\u3000\u2002\u2003\xa0")[-1:] in ("\n", "")


def lines_of(report: Report) -> Iterator[tuple[int, Section]]:
    """Headings that stand alone in a line, with the end of the line."""
    text = source_of(report)
    for section in report.walk():
        span = section.heading_span
        alone = span is not None and text[span.end : span.end + 1] == "\n"
        if span is not None and alone and section.number and not section.stop and not section.run_in:
            yield span.end, section


def drop_section(report: Report, random: Random) -> Mutant | None:
    """Leave out one of several numbered parts; it shows at the next."""
    places = []
    for series in siblings(report):
        for _, dropped, following in zip(series, series[1:], series[2:], strict=False):
            if dropped.span and following.number and following.number.span and not dropped.inline:
                places.append((dropped.span.start, following.number.span.start, ""))
    mutant = chosen(places, report, random)
    return Mutant(mutant.text, mutant.start, mutant.start + 12) if mutant else None


def drop_item(report: Report, random: Random) -> Mutant | None:
    """Leave out 二是 …; it shows at 三是."""
    places = []
    for series in siblings(report, item=True):
        for _, dropped, following in zip(series, series[1:], series[2:], strict=False):
            if dropped.span and following.number and following.number.span and not dropped.children:
                places.append((dropped.span.start, following.number.span.start, ""))
    mutant = chosen(places, report, random)
    return Mutant(mutant.text, mutant.start, mutant.start + 12) if mutant else None


def repeat_number(report: Report, random: Random) -> Mutant | None:
    """Give a part the number of the one before."""
    places = []
    for series in siblings(report):
        for before, section in pairwise(series[1:]):
            if before.number and section.number and len(section.number.text) == len(before.number.text):
                places.append(respell(report, section, before.number.text))
    return chosen(places, report, random)


def swap_numbers(report: Report, random: Random) -> Mutant | None:
    """Let two neighbours change their numbers."""
    pairs = [pair for series in siblings(report, least=4) for pair in pairwise(series[1:])]
    pairs = [(a, b) for a, b in pairs if a.number and b.number and len(a.number.text) == len(b.number.text)]
    if not pairs:
        return None
    one, other = random.choice(pairs)
    assert one.number and other.number
    (a, b, _), (c, d, _) = respell(report, one, ""), respell(report, other, "")
    text = source_of(report)
    swapped = text[:a] + other.number.text + text[b:c] + one.number.text + text[d:]
    return Mutant(swapped, a, c + 1)


def number_of(
    style: str, change: Callable[[str], str], opens_line: bool = False
) -> Callable[[Report, Random], Mutant | None]:
    """Spell a number of one style in another way; with `opens_line` one that a line begins with."""

    def make(report: Report, random: Random) -> Mutant | None:
        places = []
        for series in siblings(report, least=2):
            for section in series:
                as_it_should = section.number and section.number.text == format_number(style, section.number.value)
                if as_it_should and (not opens_line or opens(report, section)):
                    places.append(respell(report, section, change(section.number.text)))
        return chosen(places, report, random)

    return make


def stop_heading(report: Report, random: Random) -> Mutant | None:
    """Put a full stop behind a heading that stands alone."""
    short = [(end, end, "。") for end, s in lines_of(report) if (s.blocks or s.children) and s.heading.count("，") < 2]
    return chosen(short, report, random)


def stale_heading(report: Report, random: Random) -> Mutant | None:
    """Leave last year's year in the heading of what was achieved."""
    if report.year is None or not set(numbers(report.title)) & {report.year, report.year + 1}:
        return None
    text, places = source_of(report), []
    for section in report.sections:
        span = section.heading_span
        named = numbers(heading_of(section))
        if span is None or section.role not in ("achievements", "overview") or named != [report.year]:
            continue
        at = text.find(str(report.year), span.start, span.end)
        if at >= 0 and not re.search("五|以来|时期", section.heading):
            places.append((at, at + 4, str(report.year - 1)))
    return chosen(places, report, random)


def repeat_paragraph(report: Report, random: Random) -> Mutant | None:
    """Paste a paragraph a second time below itself."""
    text, places = source_of(report), []
    for section in report.walk():
        for block in section.blocks:
            span = block.span
            if isinstance(block, Paragraph) and span and len(block.text) > 40 and block.text[-1] == "。":
                gap = re.match(r"\n\s*", text[span.end : span.end + 40])
                if text[span.start - 1 : span.start] in ("\n", "\u3000") and gap:
                    places.append((span.end, span.end, gap[0] + text[span.start : span.end]))
    mutant = chosen(places, report, random)
    return (
        Mutant(mutant.text, mutant.end - len(mutant.text[mutant.start : mutant.end].strip()), mutant.end)
        if mutant
        else None
    )


def cut_paragraph(report: Report, random: Random) -> Mutant | None:
    """Cut a paragraph where the page ended."""
    places = []
    for section in report.walk():
        for block in section.blocks:
            if isinstance(block, Paragraph) and block.span and len(block.span) == len(block.text):
                for found in re.finditer("(?<=[。；][\u4e00-\u9fff]{8})(?=[\u4e00-\u9fff]{4,12}[，。])", block.text):
                    at = block.span.start + found.start()
                    places.append((at, at, "\n\n"))
    mutant = chosen(places, report, random)
    return Mutant(mutant.text, mutant.start - 1, mutant.start) if mutant else None


def replaced(pattern: str, by: str) -> Callable[[Report, Random], Mutant | None]:
    """Put something for what a pattern finds in running text."""
    search = re.compile(pattern)

    def make(report: Report, random: Random) -> Mutant | None:
        places = []
        for section in report.walk():
            for block in section.blocks:
                if isinstance(block, Paragraph) and block.span and len(block.span) == len(block.text):
                    at = block.span.start
                    places += [(at + m.start(), at + m.end(), m.expand(by)) for m in search.finditer(block.text)]
        return chosen(places, report, random)

    return make


def comma_at_end(report: Report, random: Random) -> Mutant | None:
    """End a paragraph with a comma."""
    text, places = source_of(report), []
    for section in report.walk():
        for block in section.blocks:
            span = block.span
            if isinstance(block, Paragraph) and span and block.text[-1:] == "。" and text[span.end :][:1] in ("\n", ""):
                places.append((span.end - 1, span.end, "，"))
    return chosen(places, report, random)


def misname(report: Report, random: Random) -> Mutant | None:
    """Leave a character out of the name of a law."""
    text, places = source_of(report), []
    for found in CITED.finditer(text):
        name, end = bare(found["title"]), found.end("title")
        if len(name) > SHORTEST and name in names() and found["title"].endswith(name):
            places.append((end - 3, end - 2, ""))
    return chosen(places, report, random)


def repeat_heading(report: Report, random: Random) -> Mutant | None:
    """Give a part the heading of the one before."""
    places = []
    for series in siblings(report, least=2):
        for before, section in pairwise(series):
            span = section.heading_span
            if span and before.heading and len(before.heading) > 4 and section.heading:
                places.append((span.start, span.end - len(section.stop), before.heading))
    return chosen(places, report, random)


def empty_section(report: Report, random: Random) -> Mutant | None:
    """Leave a heading and take away its text."""
    places = []
    for series in siblings(report):
        for section, following in pairwise(series):
            span, number = section.heading_span, following.number
            if section.span and span and number and number.span and not section.run_in and not section.stop:
                places.append((span.end, number.span.start, "\n"))
    mutant = chosen([p for p in places if source_of(report)[p[0]] == "\n"], report, random)
    return Mutant(mutant.text, mutant.start - 1, mutant.start) if mutant else None


def drop_last_part(report: Report, random: Random) -> Mutant | None:
    """Leave out the part on problems, or on what comes next; it shows at the title."""
    parts = [s for s in report.sections if s.role in ("problems", "plans", "leadership") and s.span]
    title = next((place.span for place in report.places if place.kind == "title"), None)
    if (
        len({s.role for s in parts}) < len(parts)
        or not parts
        or title is None
        or report.kind not in ("fazhi", "summary")
    ):
        return None
    dropped = random.choice(parts)
    assert dropped.span is not None
    text = source_of(report)
    return Mutant(text[: dropped.span.start] + text[dropped.span.end :], title.start, title.end)


def between(report: Report, pattern: str) -> Iterator[tuple[int, re.Match[str]]]:
    """What a pattern finds in running text, with the place of its paragraph in the source."""
    search = re.compile(pattern)
    for section in report.walk():
        for block in section.blocks:
            if isinstance(block, Paragraph) and block.span and len(block.span) == len(block.text):
                for found in search.finditer(block.text):
                    yield block.span.start, found


def wrong_part(report: Report, random: Random) -> Mutant | None:
    """Change one of the parts that add up to the number before them."""
    text, places = source_of(report), []
    wholes: dict[int, list[Metric]] = {}
    for metric in report.metrics:
        if metric.whole is not None and metric.whole.span is not None and metric.span is not None:
            wholes.setdefault(metric.whole.span.start, []).append(metric)
    for start, parts in wholes.items():
        assert parts[0].whole is not None and parts[0].whole.span is not None
        before = text[parts[0].whole.span.end : parts[0].whole.span.end + 10]
        total = sum(part.value for part in parts)
        plain = all(re.fullmatch("[0-9]+[^0-9万亿.]*", part.text) for part in (*parts, parts[0].whole))
        if plain and total == parts[0].whole.value and re.match("[：:（(](?!其中)", before):
            last = parts[-1].span
            assert last is not None
            number = re.match("[0-9]+", text[last.start : last.end])
            if number and int(number[0]) > 0:
                places.append((start, last.start, last.start + len(number[0]), str(int(number[0]) + 1)))
    if not places:
        return None
    whole, begin, end, new = random.choice(places)
    return Mutant(text[:begin] + new + text[end:], whole, begin + len(new))


def wrong_total(report: Report, random: Random) -> Mutant | None:
    """Change the total at the end of a row of the statutory table of requests that adds up."""
    text, places = source_of(report), []
    complete = {c.row for c in report.cells if c.table == "requests" and c.column == "总计" and c.value is not None}
    for section in report.walk():
        for block in section.blocks:
            if isinstance(block, Table) and block.span and section.role == "requests" and len(complete) > 20:
                for row in re.finditer(r"(?m)^.*[一-龟].*?[\t|]\s*(?P<n>[0-9]+)\s*\|?$", block.span.of(text)):
                    at = block.span.start
                    places.append((at + row.start("n"), at + row.end("n"), str(int(row["n"]) + 3)))
    return chosen(places, report, random)


def doubled(report: Report, random: Random) -> Mutant | None:
    """Type 的 twice."""
    places = [
        (at + m.start(), at + m.end(), "的的")
        for at, m in between(report, "(?<=[\u4e00-\u9fff])的(?=[\u4e00-\u9fff])(?!确|士|卡|的)(?<!目的)")
    ]
    return chosen(places, report, random)


MUTATIONS = (
    Mutation("drop a numbered part", ("GR101",), drop_section),
    Mutation("drop an item (二是)", ("GR108", "GR109", "GR110"), drop_item),
    Mutation("repeat a number", ("GR101", "GR102", "GR103"), repeat_number),
    Mutation("swap two numbers", ("GR101", "GR102", "GR103"), swap_numbers),
    Mutation("half-width bracket", ("GR116",), number_of("hanzi-paren", lambda t: "(" + t[1:])),
    Mutation("、 behind a bracket", ("GR115",), number_of("hanzi-paren", lambda t: t + "、")),
    Mutation("lost bracket", ("GR117",), number_of("hanzi-paren", lambda t: t[1:], opens_line=True)),
    Mutation("dot for 、", ("GR118",), number_of("hanzi", lambda t: t[:-1] + ".")),
    Mutation("lost numeral", ("GR101", "GR107", "GR104"), number_of("hanzi", lambda t: t[-1], opens_line=True)),
    Mutation("full stop behind a heading", ("GR125",), stop_heading),
    Mutation("text of a section lost", ("GR126",), empty_section),
    Mutation("heading twice", ("GR128",), repeat_heading),
    Mutation("paragraph cut", ("GR140",), cut_paragraph),
    Mutation("paragraph ends with a comma", ("GR140", "GR141"), comma_at_end),
    Mutation("paragraph twice", ("GR142",), repeat_paragraph),
    Mutation("section dropped", ("GR201", "GR202", "GR203", "GR204"), drop_last_part),
    Mutation("last year's year in a heading", ("GR401",), stale_heading),
    Mutation("a day that doesn't exist", ("GR410",), replaced("([0-9]{1,2}月)[0-9]{1,2}日", r"\g<1>32日")),
    Mutation("a year of five digits", ("GR412",), replaced("(20[0-9]{2})年(?=底|以来|，)", r"\g<1>4年")),
    Mutation("years backwards", ("GR413",), replaced("(20[0-9]{2})([—－-])(20[0-9]{2})年", r"\3\2\1年")),
    Mutation("wrong years of a plan", ("GR417",), replaced("(“十四五”(?:时期|规划))", r"\1（2020—2025年）")),
    Mutation("nested 《》", ("GR435",), replaced("《([^《》]{4,20})》", r"《关于《\1》的意见》")),
    Mutation("statute misnamed", ("GR430",), misname),
    Mutation("blank of a template", ("GR585",), replaced(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?=[万个公])", "××")),
    Mutation("common typo", ("GR581",), replaced("部署", "布署")),
    Mutation("a part of a sum changed", ("GR301",), wrong_part),
    Mutation("a total of a table changed", ("GR310",), wrong_total),
    Mutation("half-width comma", ("GR506",), replaced("(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])", ",")),
    Mutation("half-width brackets", ("GR507",), replaced("（([^（）]*[\u4e00-\u9fff][^（）]*)）", r"(\1)")),
    Mutation("title not opened", ("GR542",), replaced("《(?=[^《》]{2,30}》)", "")),
    Mutation("title not closed", ("GR541",), replaced("(《[^《》]{2,30})》", r"\1")),
    Mutation("quotation mark the wrong way round", ("GR544", "GR541", "GR543"), replaced("(“[^“”]{2,12})”", r"\1“")),
    Mutation("、 between titles", ("GR515",), replaced("》《", "》、《")),
    Mutation("、 before 等", ("GR516",), replaced("(?<=[\u4e00-\u9fff])等(?=[0-9多方工活])", "、等")),
    Mutation("mark twice", ("GR510",), replaced("(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])", "，，")),
    Mutation(
        "wrong brackets in a document number", ("GR501",), replaced("〔((?:19|20)[0-9]{2})〕(?=[0-9]+号)", r"[\1]")
    ),
    Mutation("percent sign lost in a range", ("GR521",), replaced("(?<![0-9.])([0-9.]+)%([—～])([0-9.]+%)", r"\1\2\3")),
    Mutation(
        "hyphen in a period", ("GR526",), replaced("(20[0-9]{2})[—－](20[0-9]{2}年)(?![^《\n]{0,40}》)", r"\1-\2")
    ),
    Mutation(
        "approximation twice",
        ("GR520",),
        replaced("(?<![0-9.约近超达])([0-9]{2,4})(?=[个家人名]左右|[个家人名]，)", r"约\1余"),
    ),
    Mutation("hyphens for ——", ("GR513",), replaced("(?<=[\u4e00-\u9fff])——(?=[\u4e00-\u9fff])", "--")),
    Mutation("space in a sentence", ("GR550",), replaced("(?<=[\u4e00-\u9fff]{4})(?=[\u4e00-\u9fff]{4})", " ")),
    Mutation("的的", ("GR561",), doubled),
    Mutation("a word twice", ("GR562",), replaced("(重视|推进|落实|完善|全面)(?=[\u4e00-\u9fff])", r"\1\1")),
    Mutation("two scripts in a number", ("GR519",), replaced("(?<=[加展办新])([0-9]{1,3})(?=[个件人次项名])", r"六\1")),
    Mutation("stray English word", ("GR560",), replaced("(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])", " and ")),
    Mutation("year of two digits", ("GR536",), replaced("(?<=到|至)20([1-3][0-9]年)(?=底)", r"\1")),
    Mutation("号 for 日", ("GR537",), replaced("([0-9]{1,2}月[0-9]{1,2})日", r"\1号")),
    Mutation("O for 0", ("GR530",), replaced("2(?:0)([12][0-9]年)", r"2O\1")),
    Mutation("minus behind 下降", ("GR344",), replaced("(下降)([0-9.]+%)", r"\1-\2")),
    Mutation(
        "shrinks to more",
        ("GR332",),
        replaced("((?:由|从)[0-9.]+(?:%|个|家))(?:增加|提高|提升|上升|增长)到([0-9.]+)(?=%|个|家)", r"\1下降到\2"),
    ),
)
"""All kinds of defects."""
