"""样式: what the styles of a Word document say of paragraphs and runs, `basedOn` chains followed (ECMA-376-1, 17.7)."""

from __future__ import annotations

import re

from attrs import define, evolve, field, frozen
from lxml import etree

HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
TITLE_NAMES = frozenset(("title", "标题"))
CONTENTS_NAME = re.compile(r"(?:toc|目录)\s*(?:\d|heading|标题)", re.IGNORECASE)
HEADING_FACE = re.compile(r"黑体|楷体|小标宋|SimHei|KaiTi|STHeiti|STKaiti", re.IGNORECASE)
ALIGN = {"center": "center", "right": "right", "end": "right"}
OFF = frozenset(("0", "false", "off", "none"))
LONGEST_CHAIN = 50


@frozen
class Look:
    """How characters look; None means that nothing is said. `strong`: as headings look (bold, 黑体, 楷体, 小标宋)."""

    bold: bool | None = None
    face: str | None = None
    hidden: bool | None = None
    strong: bool = field(init=False, eq=False)

    @strong.default
    def _is_strong(self) -> bool:
        return bool(self.bold) or (self.face is not None and HEADING_FACE.search(self.face) is not None)

    def over(self, below: Look) -> Look:
        """This look, and where it says nothing the one below."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.face if self.face is None else self.face,
            below.hidden if self.hidden is None else self.hidden,
        )


PLAIN = Look()


@frozen
class Style:
    """What holds for a paragraph; None means that nothing is said.

    `ids` are its style and those it is based on. `num` is its list (numId), `depth` the level it gives itself,
    `style_depth` the one that its style gives.
    """

    ids: tuple[str, ...] = ()
    name: str = ""
    outline: int | None = None
    align: str | None = None
    look: Look = PLAIN
    num: str | None = None
    depth: int | None = None
    style_depth: int | None = None

    @property
    def level(self) -> int:
        """Outline level from 1 on, 0 for body text; 标题 without a number counts as 1."""
        if self.outline is not None:
            return self.outline + 1 if self.outline < 9 else 0
        return 1 if self.name.lower() in TITLE_NAMES else 0

    @property
    def contents(self) -> bool:
        """Whether it is a line of a generated table of contents (目录)."""
        return CONTENTS_NAME.match(self.name) is not None


@define
class Styles:
    """The styles of a document by id, each with the one it is based on; what they come to is worked out once."""

    w: str = ""
    table: dict[str, tuple[Style, str]] = field(factory=dict)
    default: str = ""
    known: dict[str, Style] = field(factory=dict)
    looks: dict[tuple[Look, Look, str | None], Look] = field(factory=dict)
    tags: dict[str, str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        names = ("b", "rFonts", "vanish", "rStyle", "pStyle", "outlineLvl", "jc", "numPr")
        self.tags = {self.w + name: name for name in names}

    def resolved(self, style_id: str) -> Style:
        """A style and those it is based on, the nearest first to say something; a circle ends where it closes."""
        found = self.known.get(style_id)
        if found is None:
            ids: list[str] = []
            at, found = style_id, Style()
            while at in self.table and at not in ids and len(ids) < LONGEST_CHAIN:
                ids.append(at)
                style, at = self.table[at]
                found = _over(found, style)
            found = evolve(found, ids=tuple(ids), depth=None, style_depth=found.depth)
            self.known[style_id] = found
        return found

    def paragraph(self, properties: etree._Element | None) -> Style:
        """What holds for a paragraph with these `w:pPr`."""
        own, style_id = self.read(properties)
        style = self.resolved(style_id or self.default)
        if own is None:
            return style
        return evolve(_over(own, style), ids=style.ids, depth=own.depth, style_depth=style.style_depth)

    def read(self, properties: etree._Element | None) -> tuple[Style | None, str]:
        """What `w:pPr` say themselves, None for nothing, and the id of the style they name."""
        style_id, said = "", False
        outline, align, num, depth = None, None, None, None
        value = f"{self.w}val"
        for child in properties if properties is not None else ():
            name = self.tags.get(child.tag)
            if name == "pStyle":
                style_id = child.get(value, "")
            elif name == "outlineLvl":
                outline, said = _digit(child.get(value)), True
            elif name == "jc":
                align, said = ALIGN.get(child.get(value, ""), ""), True
            elif name == "numPr":
                num, level = self.value(child, "numId"), self.value(child, "ilvl")
                depth, said = _digit(level), True
        return (Style(outline=outline, align=align, num=num, depth=depth) if said else None), style_id

    def run(self, properties: etree._Element, paragraph: Look) -> Look:
        """How a run with these `w:rPr` looks in a paragraph."""
        own, style_id = self.read_look(properties)
        if own is PLAIN and not style_id:
            return paragraph
        key = (own, paragraph, style_id)
        found = self.looks.get(key)
        if found is None:
            style = self.resolved(style_id).look if style_id else PLAIN
            found = self.looks[key] = own.over(style).over(paragraph)
        return found

    def read_look(self, properties: etree._Element | None) -> tuple[Look, str | None]:
        """What `w:rPr` say themselves, and the id of the character style they name."""
        w, value = self.w, f"{self.w}val"
        bold, face, hidden, style_id = None, None, None, None
        for child in properties if properties is not None else ():
            name = self.tags.get(child.tag)
            if name == "b":
                bold = child.get(value) not in OFF
            elif name == "rFonts":
                face = child.get(f"{w}eastAsia") or child.get(f"{w}ascii") or None
            elif name == "vanish":
                hidden = child.get(value) not in OFF
            elif name == "rStyle":
                style_id = child.get(value)
        if bold is None and face is None and hidden is None:
            return PLAIN, style_id
        return Look(bold, face, hidden), style_id

    def value(self, properties: etree._Element | None, name: str) -> str | None:
        """`w:val` of a child element."""
        child = properties.find(self.w + name) if properties is not None else None
        return child.get(f"{self.w}val") if child is not None else None


def _over(style: Style, below: Style) -> Style:
    """A style, and where it says nothing the one below."""
    return Style(
        style.ids,
        style.name or below.name,
        below.outline if style.outline is None else style.outline,
        below.align if style.align is None else style.align,
        style.look.over(below.look),
        below.num if style.num is None else style.num,
        below.depth if style.depth is None else style.depth,
    )


def _digit(text: str | None) -> int | None:
    return int(text) if text is not None and len(text) == 1 and text.isdecimal() else None


def load_styles(root: etree._Element | None, w: str) -> Styles:
    """The styles of `styles.xml`; none without it. `w`: the namespace that the document itself uses."""
    styles = Styles(w)
    if root is None:
        return styles
    for element in root.iter(f"{w}style"):
        style_id, kind = element.get(f"{w}styleId", ""), element.get(f"{w}type", "paragraph")
        said = styles.read(element.find(f"{w}pPr"))[0] or Style()
        name = (styles.value(element, "name") or "").strip()
        heading = HEADING_NAME.fullmatch(name)
        outline = said.outline if said.outline is not None or heading is None else int(heading[1]) - 1
        look = styles.read_look(element.find(f"{w}rPr"))[0]
        styles.table[style_id] = (
            evolve(said, name=name, outline=outline, look=look),
            styles.value(element, "basedOn") or "",
        )
        if kind == "paragraph" and element.get(f"{w}default") not in (None, *OFF):
            styles.default = style_id
    return styles
