"""自动编号: the numbers that Word shows and does not store, from `word/numbering.xml` (ECMA-376-1, 17.9).

`Numbering.label` is called once for every numbered paragraph, in document order, and counts. Number formats are one
table; above 99 Word writes chineseCounting digit by digit (一○○), and so does this module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import define, field, frozen
from lxml import etree

DIGITS = "零一二三四五六七八九"
LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
CLOSED = "、，。：；）)】〕》"
"""What a number may end with so that the text follows without a space."""


def hanzi(value: int) -> str:
    """Chinese numeral of 0 … 99999, as one writes it at the head of a section: 十, not 一十.

    >>> [hanzi(n) for n in (7, 10, 12, 20, 101, 1010, 10001)]
    ['七', '十', '十二', '二十', '一百零一', '一千零一十', '一万零一']
    """
    text = ""
    for unit, name in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        digit, value = divmod(value, unit)
        if digit:
            text += DIGITS[digit % 10] + name
        elif text and value and not text.endswith("零"):
            text += "零"
    text += DIGITS[value] if value or not text else ""
    return text[1:] if text.startswith("一十") else text


def _by_digit(zero: str) -> Callable[[int], str]:
    return lambda value: "".join(zero if d == "0" else DIGITS[int(d)] for d in str(value))


def _cycle(chars: str) -> Callable[[int], str]:
    """天干, 地支: decimal where the series ends."""
    return lambda value: chars[value - 1] if 0 < value <= len(chars) else str(value)


def _letter(value: int) -> str:
    """a … z, then the letter repeated: aa, bb (17.18.59)."""
    return chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 30) if value > 0 else str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for unit, sign in ROMAN:
        count, value = divmod(value, unit)
        text += sign * count
    return text


def _circled(value: int) -> str:
    for first, last, base in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= value <= last:
            return chr(base + value - first)
    return str(value)


def _from(base: int, last: int) -> Callable[[int], str]:
    return lambda value: chr(base + value - 1) if 0 < value <= last else str(value)


def _fullwidth(value: int) -> str:
    return str(value).translate({ord("0") + d: 0xFF10 + d for d in range(10)})


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": _fullwidth,
    "decimalFullWidth2": _fullwidth,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "ideographEnclosedCircle": _from(0x3220, 10),
    "chineseCounting": lambda value: hanzi(value) if value < 100 else _by_digit("○")(value),
    "chineseCountingThousand": lambda value: hanzi(value) if value < 100_000 else str(value),
    "japaneseCounting": lambda value: hanzi(value) if value < 100_000 else str(value),
    "taiwaneseCounting": lambda value: hanzi(value) if value < 100 else _by_digit("○")(value),
    "taiwaneseCountingThousand": lambda value: hanzi(value) if value < 100_000 else str(value),
    "chineseLegalSimplified": lambda value: hanzi(value).translate(LEGAL) if value < 100_000 else str(value),
    "ideographDigital": _by_digit("〇"),
    "japaneseDigitalTenThousand": _by_digit("〇"),
    "taiwaneseDigital": _by_digit("○"),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "lowerLetter": _letter,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "numberInDash": lambda value: f"- {value} -",
    "none": lambda value: "",
}
"""`w:numFmt` → how Word shows the number; formats that aren't here are shown as decimal."""


@frozen
class Level:
    """One `w:lvl`: its number format, text (`（%2）`), start, where it starts anew, what stands behind it."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"
    style: str = ""


@define
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(factory=dict)
    lists: dict[str, str] = field(factory=dict)
    overrides: dict[str, dict[int, Level]] = field(factory=dict)
    starts: dict[str, dict[int, int]] = field(factory=dict)
    counters: dict[str, dict[int, int]] = field(factory=dict)

    def level(self, num: str, depth: int) -> Level | None:
        """The level definition of list `num` at depth 0 … 8, or None where there is none."""
        own = self.overrides.get(num, {}).get(depth)
        return own or self.levels.get(self.lists.get(num, ""), {}).get(depth)

    def depth_of(self, num: str, style: str) -> int | None:
        """The depth that a list ties to a paragraph style."""
        levels = self.levels.get(self.lists.get(num, ""), {}) | self.overrides.get(num, {})
        return next((depth for depth, level in levels.items() if level.style and level.style == style), None)

    def label(self, num: str, depth: int) -> str:
        """Count one paragraph of list `num` at `depth`; its number with what stands between it and the text."""
        level = self.level(num, depth)
        if level is None:
            return ""
        counter = self.counters.setdefault(self.lists[num], {})
        for at, start in self.starts.pop(num, {}).items():
            counter[at] = start - 1
        counter[depth] = counter.get(depth, level.start - 1) + 1
        for deeper in [at for at in counter if at > depth]:
            below = self.level(num, deeper)
            restart = below.restart if below else None
            if restart is None or (restart and depth < restart):
                del counter[deeper]
        text = self._text(num, level, counter)
        if not text or level.suffix == "nothing" or text[-1] in CLOSED:
            return text
        return f"{text} "

    def _text(self, num: str, level: Level, counter: dict[int, int]) -> str:
        if level.format == "bullet":
            # symbol fonts put their bullets in the private use area
            return "".join("•" if "\ue000" <= char <= "\uf8ff" else char for char in level.text)
        text = level.text
        for depth in range(9):
            if f"%{depth + 1}" in text:
                other = self.level(num, depth) or Level()
                show = str if level.legal and other.format != "none" else FORMATS.get(other.format, str)
                text = text.replace(f"%{depth + 1}", show(max(0, counter.get(depth, other.start))))
        return text


def load_numbering(root: etree._Element | None) -> Numbering:
    """The lists of `numbering.xml`; none without it."""
    numbering = Numbering()
    if root is None:
        return numbering
    w = f"{{{etree.QName(root).namespace}}}"
    linked: dict[str, str] = {}
    by_style: dict[str, str] = {}
    for abstract in root.iter(f"{w}abstractNum"):
        key = abstract.get(f"{w}abstractNumId", "")
        numbering.levels[key] = dict(_levels(abstract, w))
        for tag, table in ((f"{w}numStyleLink", linked), (f"{w}styleLink", by_style)):
            link = abstract.find(tag)
            if link is not None:
                name = link.get(f"{w}val", "")
                table.update({key: name} if table is linked else {name: key})
    for num in root.iter(f"{w}num"):
        key, target = num.get(f"{w}numId", ""), num.find(f"{w}abstractNumId")
        abstract_key = target.get(f"{w}val", "") if target is not None else ""
        numbering.lists[key] = by_style.get(linked.get(abstract_key, ""), abstract_key)
        for override in num.iter(f"{w}lvlOverride"):
            depth = _number(override.get(f"{w}ilvl"), 0)
            start = override.find(f"{w}startOverride")
            if start is not None:
                numbering.starts.setdefault(key, {})[depth] = _number(start.get(f"{w}val"), 1)
            numbering.overrides.setdefault(key, {}).update(_levels(override, w))
    return numbering


def _levels(parent: etree._Element, w: str) -> Iterator[tuple[int, Level]]:
    for element in parent.iterchildren(f"{w}lvl"):

        def value(name: str, element: etree._Element = element) -> str | None:
            child = element.find(f"{w}{name}")
            if child is None:
                # a choice for newer readers (custom formats) stands inside AlternateContent
                child = next(element.iterdescendants(f"{w}{name}"), None)
            return child.get(f"{w}val") if child is not None else None

        restart = value("lvlRestart")
        legal = element.find(f"{w}isLgl")
        yield (
            _number(element.get(f"{w}ilvl"), 0),
            Level(
                format=value("numFmt") or "decimal",
                text=value("lvlText") or "",
                # 17.9.25 says 0 where w:start is missing; files without it mean 1
                start=_number(value("start"), 1),
                restart=_number(restart, 0) if restart is not None else None,
                legal=legal is not None and legal.get(f"{w}val") not in ("0", "false"),
                suffix=value("suff") or "tab",
                style=value("pStyle") or "",
            ),
        )


def _number(text: str | None, default: int) -> int:
    """An attribute as a number of at most six digits."""
    return int(text) if text and text.isdecimal() and len(text) <= 6 else default
