"""Pages as XML: text objects, paths, and their numbers (GB/T 33190-2016 ch. 7, 9, 11). Lengths are mm there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from attrs import define, field

from ..gongwen.layouts import INSTEAD
from ..gongwen.layouts import Page as Paper
from ..markup_text import attribute, escaped
from .paging import Page
from .strips import Face, Owner, Segment, Words

SPACE = "http://www.ofdspec.org/2016"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
TWIPS = 1440 / 25.4
"""Twips in a millimetre."""
STROKE = 0.18
"""Ruling lines of tables: half a point."""
MOST = 200
"""So many lines go into one path."""
SHORTEST = 3
"""So many equal steps are written as `g n v`."""


@define
class Numbers:
    """标识: numbers for everything that has one, and where the text of each owner went: page and object."""

    last: int = 0
    fonts: dict[str, int] = field(factory=dict)
    places: dict[Owner, list[tuple[int, int]]] = field(factory=dict)

    def new(self) -> int:
        self.last += 1
        return self.last

    def font(self, face: Face) -> int:
        """The number of a font."""
        if face.name not in self.fonts:
            self.fonts[face.name] = self.new()
        return self.fonts[face.name]


def element(name: str, content: str, attributes: str = "") -> str:
    """The root element of a file, with its declaration.

    >>> element("Res", "", 'BaseLoc="Res"').splitlines()[1]
    '<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"></ofd:Res>'
    """
    said = f" {attributes}" if attributes else ""
    return f'{HEAD}<ofd:{name} xmlns:ofd="{SPACE}"{said}>{content}</ofd:{name}>'


def millimetres(twips: float) -> str:
    """A length in mm, as short as it goes.

    >>> millimetres(1440), millimetres(567)
    ('25.4', '10.001')
    """
    return f"{twips / TWIPS:.3f}".rstrip("0").rstrip(".")


def page_area(paper: Paper) -> str:
    """The boxes of a page: the paper, and the type area (版心)."""
    box = f"0 0 {round(paper.width / TWIPS)} {round(paper.height / TWIPS)}"
    area = (paper.left, paper.top, paper.text_width, paper.height - paper.top - paper.bottom)
    return (
        f"<ofd:PhysicalBox>{box}</ofd:PhysicalBox><ofd:ApplicationBox>{box}</ofd:ApplicationBox>"
        f"<ofd:ContentBox>{' '.join(map(millimetres, area))}</ofd:ContentBox>"
    )


def content(page: Page, id: int, paper: Paper, numbers: Numbers) -> str:
    """Content.xml of a page: the text on one layer, the page number on another."""
    layer, texts, rules = numbers.new(), list[str](), list[Segment]()
    for y, strip in page.strips:
        texts += [_text(words, paper, y, id, numbers) for words in strip.words]
        rules += [Segment(rule.x0, rule.y0 + y, rule.x1, rule.y1 + y) for rule in strip.rules]
    paths = [_path(some, paper, numbers) for some in _batches(joined(rules))]
    below = [_text(page.number, paper, 0, id, numbers)] if page.number is not None else []
    body = f'<ofd:Layer ID="{layer}" Type="Body">{"".join(paths + texts)}</ofd:Layer>'
    foot = f'<ofd:Layer ID="{numbers.new()}" Type="Foreground">{"".join(below)}</ofd:Layer>'
    # its own area, though it is the document's: some readers look for none but this
    return element("Page", f"<ofd:Area>{page_area(paper)}</ofd:Area><ofd:Content>{body}{foot}</ofd:Content>")


def _text(words: Words, paper: Paper, y: int, page: int, numbers: Numbers) -> str:
    """A TextObject; its Boundary has room for what fonts draw beyond their square."""
    id, size = numbers.new(), words.face.size * 10
    numbers.places.setdefault(words.owner, []).append((page, id))
    left, top = paper.left + words.lefts[0], paper.top + y + words.baseline - size
    box = (left, top, words.lefts[-1] - words.lefts[0] + size + 40, size * 5 // 4)
    steps = _steps([millimetres(after - before) for before, after in pairwise(words.lefts)])
    delta = f' DeltaX="{steps}"' if steps else ""
    return (
        f'<ofd:TextObject ID="{id}" Boundary="{" ".join(map(millimetres, box))}" Font="{numbers.font(words.face)}" '
        f'Size="{millimetres(size)}"><ofd:TextCode X="0" Y="{millimetres(size)}"{delta}>{escaped(words.text)}'
        "</ofd:TextCode></ofd:TextObject>"
    )


def _steps(steps: Sequence[str]) -> str:
    """DeltaX, equal steps as `g n v`.

    >>> _steps(["5", "5", "5", "2"])
    'g 3 5 2'
    """
    said = []
    for step, same in groupby(steps):
        count = len(list(same))
        said.append(f"g {count} {step}" if count >= SHORTEST else " ".join([step] * count))
    return " ".join(said)


def joined(rules: Iterable[Segment]) -> list[Segment]:
    """Lines that touch or cover one another made one."""
    found: list[Segment] = []
    level = sorted((r.y0, r.x0, r.x1) for r in rules if r.y0 == r.y1)
    upright = sorted((r.x0, r.y0, r.y1) for r in rules if r.y0 != r.y1)
    found += [Segment(start, at, end, at) for at, start, end in _merged(level)]
    return found + [Segment(at, start, at, end) for at, start, end in _merged(upright)]


def _merged(spans: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    merged: list[tuple[int, int, int]] = []
    for at, start, end in spans:
        if merged and merged[-1][0] == at and start <= merged[-1][2]:
            merged[-1] = (at, merged[-1][1], max(end, merged[-1][2]))
        else:
            merged.append((at, start, end))
    return merged


def _batches(rules: Sequence[Segment]) -> Iterator[Sequence[Segment]]:
    return (rules[at : at + MOST] for at in range(0, len(rules), MOST))


def _path(rules: Sequence[Segment], paper: Paper, numbers: Numbers) -> str:
    """A PathObject of straight lines."""
    left, top = min(rule.x0 for rule in rules), min(rule.y0 for rule in rules)
    right, bottom = max(rule.x1 for rule in rules), max(rule.y1 for rule in rules)
    edge = 10
    box = (paper.left + left - edge, paper.top + top - edge, right - left + 2 * edge, bottom - top + 2 * edge)
    data = " ".join(
        f"M {millimetres(r.x0 - left + edge)} {millimetres(r.y0 - top + edge)} "
        f"L {millimetres(r.x1 - left + edge)} {millimetres(r.y1 - top + edge)}"
        for r in rules
    )
    return (
        f'<ofd:PathObject ID="{numbers.new()}" Boundary="{" ".join(map(millimetres, box))}" LineWidth="{STROKE}">'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def resources(numbers: Numbers) -> str:
    """PublicRes.xml: the fonts by name; the family is what may stand in for them."""
    fonts = "".join(
        f'<ofd:Font ID="{id}" FontName={attribute(name)} FamilyName={attribute(INSTEAD.get(name, name))}/>'
        for name, id in numbers.fonts.items()
    )
    return element("Res", f"<ofd:Fonts>{fonts}</ofd:Fonts>" if fonts else "", 'BaseLoc="Res"')
