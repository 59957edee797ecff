"""Years rolled on: where a text means the year of its report, or the year that it plans for, the draft means the next.

Never inside of 《》, document numbers and quotations, nor in spans of years (2021—2025年), nor any other year: what
happened in 2019 stays there. A full date of last year is no date of the next: its day is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..language.placeholders import placeholder
from ..model.note import Edit
from ..model.source import Span

HANZI_DIGITS = "〇一二三四五六七八九"
_DIGITS = str.maketrans("零○０１２３４５６７８９", "〇〇0123456789")
YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2}|(?:１９|２０)[０-９]{2})"
PROTECTED = "|".join(
    (
        r"《[^《》\n]{0,200}》",
        r"“[^“”\n]{0,200}”",
        r"「[^「」\n]{0,200}」",
        rf"[〔\[［（(]{YEAR}[〕\]］）)]\s?第?\s?[0-9]{{0,5}}号?",
        rf"[（(]{YEAR} ?年[^（）()\n]{{0,12}}(?:修订|修正|施行|公布|发布|印发|版|第\d+号)[）)]",
        rf"{YEAR} ?年? ?(?:[-—－–~～至到]|——) ?{YEAR} ?年?",
        rf"自{YEAR} ?年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?=起|以来|开始)",
        rf"{YEAR} ?年(?:以前|之前|代)",
        r"【[^【】\n]{0,400}】",
    )
)
"""Where no year is rolled: titles, quotations, document numbers, versions of laws, spans of years, beginnings."""
PERIOD = rf"自(?P<from>{YEAR}) ?年1月1日起?[至到](?P<to>{YEAR}) ?年12月31日"
"""统计期限 of annual reports: its days are those of every year."""
MENTION = re.compile(
    rf"{PERIOD}|(?P<protected>{PROTECTED})|(?<![0-9０-９])(?P<year>{YEAR}) ?"
    r"年(?P<month> ?[0-9]{1,2} ?月)?(?P<day>(?<=月) ?[0-9]{1,2} ?日)?"
)
BARE_DAY = re.compile(
    r"(?<![0-9年])(?P<date>[0-9]{1,2} ?月 ?[0-9]{1,2} ?日)"
    r"(?!(?:国际|全国|世界|中国|国家)|[^，。；]{0,8}(?:节|纪念日|宣传日))"
)
COMPARED = re.compile("(?:较|比|同比|相比|较之|与)$")


def year_edits(text: str, roll: Mapping[int, int]) -> Iterator[Edit]:
    """What must be replaced in a text so that the years of `roll` become those they map to.

    >>> text = "2022年办件30件，《条例》（2022年修订）自2022年5月1日起施行，2023年力争更多"
    >>> [(edit.span.of(text), edit.text) for edit in year_edits(text, {2022: 2023, 2023: 2024})]
    [('2022', '2023'), ('2023', '2024')]
    """
    oldest = min(roll, default=0)
    for found in MENTION.finditer(text):
        if found["from"] is not None:
            for side in ("from", "to"):
                if (year := value_of(found[side])) in roll:
                    yield Edit(Span(found.start(side), found.end(side)), spelt_like(found[side], roll[year]))
            continue
        if found["protected"] is not None:
            continue
        year = value_of(found["year"])
        at = Span(found.start("year"), found.end("year"))
        if year in roll:
            yield Edit(at, spelt_like(found["year"], roll[year]))
            if found["month"] is not None:
                said = found["month"] + (found["day"] or "")
                yield Edit(
                    Span(found.start("month"), found.end("day") if found["day"] else found.end("month")),
                    placeholder("日期", said.strip()),
                )
        elif year == oldest - 1 and COMPARED.search(text[: found.start()][-4:]):
            yield Edit(at, spelt_like(found["year"], oldest))


def day_edits(text: str) -> Iterator[Edit]:
    """Days without a year (3月15日) are events of last year too; those of festivals stay.

    >>> [edit.text for edit in day_edits("6月7日召开推进会，12月4日国家宪法日前后组织宣讲")]
    ['【待填：日期，上年6月7日】']
    """
    for found in BARE_DAY.finditer(text):
        yield Edit(Span(found.start("date"), found.end("date")), placeholder("日期", found["date"]))


def protected(text: str) -> list[Span]:
    """Where nothing may be changed: 《》, quotations, document numbers, spans of years."""
    return [Span(found.start(), found.end()) for found in MENTION.finditer(text) if found["protected"] is not None]


def value_of(written: str) -> int:
    """A year in digits of either width, or hanzi.

    >>> value_of("二〇二二"), value_of("２０２２")
    (2022, 2022)
    """
    plain = written.translate(_DIGITS)
    if plain.isascii():
        return int(plain)
    return int("".join(str(HANZI_DIGITS.index(character)) for character in plain))


def spelt_like(written: str, year: int) -> str:
    """A year in the digits of another one.

    >>> spelt_like("二〇二二", 2023), spelt_like("２０２２", 2023)
    ('二〇二三', '２０２３')
    """
    if written.isascii():
        return str(year)
    if written[0] in "０１２３４５６７８９":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(year))
    zero = next((character for character in "〇零○" if character in written), "〇")
    return "".join(HANZI_DIGITS[int(digit)] for digit in str(year)).replace("〇", zero)
