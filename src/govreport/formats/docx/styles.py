"""样式: what the styles of a Word document say of paragraphs and runs, `basedOn` chains followed (ECMA-376-1, 17.7)."""

from __future__ import annotations

import re
from typing import Any

from attrs import define, field, fields_dict, frozen
from lxml import etree

HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
TITLE_NAMES = frozenset(("title", "标题"))
CONTENTS_NAME = re.compile(r"(?:toc|目录)\s*(?:\d|heading|标题)", re.IGNORECASE)
HEADING_FACE = re.compile(r"黑体|楷体|小标宋|SimHei|KaiTi|STHeiti|STKaiti", re.IGNORECASE)
ALIGN = {"center": "center", "right": "right", "end": "right"}
OFF = frozenset(("0", "false", "off", "none"))


@frozen
class Style:
    """One `w:style`; None means that the style doesn't say."""

    name: str | None = None
    based_on: str = ""
    outline: int | None = None
    align: str | None = None
    bold: bool | None = None
    face: str | None = None
    hidden: bool | None = None
    num: str | None = None
    depth: int | None = None


PROPERTIES = tuple(name for name in fields_dict(Style) if name != "based_on")


@define
class Styles:
    """The styles of a document by id."""

    w: str = ""
    table: dict[str, Style] = field(factory=dict)
    default: str = ""

    def chain(self, style_id: str) -> list[Style]:
        """The style and those it is based on, nearest first; a circle ends where it closes."""
        chain, seen = list[Style](), set[str]()
        while style_id in self.table and style_id not in seen:
            seen.add(style_id)
            chain.append(self.table[style_id])
            style_id = chain[-1].based_on
        return chain

    def paragraph(self, properties: etree._Element | None) -> tuple[Style, str]:
        """What holds for a paragraph with these `w:pPr`, all sources merged, and the id of its style."""
        style_id = self.value(properties, "pStyle") or self.default
        own = read_style(properties, None, self.w)
        return self.merged([own, *self.chain(style_id)]), style_id

    def run(self, properties: etree._Element | None, paragraph: Style) -> Style:
        """What holds for a run with these `w:rPr` in a paragraph."""
        if properties is None:
            return paragraph
        own = read_style(None, properties, self.w)
        return self.merged([own, *self.chain(self.value(properties, "rStyle") or ""), paragraph])

    def value(self, properties: etree._Element | None, name: str) -> str | None:
        """`w:val` of a child element."""
        child = properties.find(self.w + name) if properties is not None else None
        return child.get(f"{self.w}val") if child is not None else None

    @staticmethod
    def merged(styles: list[Style]) -> Style:
        """The nearest style that says something of a property counts."""
        said: dict[str, Any] = {}
        for style in styles:
            for name in PROPERTIES:
                value = getattr(style, name)
                if value is not None and name not in said:
                    said[name] = value
        return Style(**said)


def is_heading_face(style: Style) -> bool:
    """Whether characters stand out as those of a heading: bold, or in 黑体, 楷体, 小标宋."""
    return bool(style.bold) or (style.face is not None and HEADING_FACE.search(style.face) is not None)


def heading_level(style: Style) -> int:
    """Outline level from 1 on, 0 for body text; 标题 without a number counts as 1."""
    if style.outline is not None:
        return style.outline + 1 if style.outline < 9 else 0
    return 1 if (style.name or "").lower() in TITLE_NAMES else 0


def is_contents(style: Style) -> bool:
    """Whether a paragraph is a line of a generated table of contents (目录)."""
    return CONTENTS_NAME.match(style.name or "") is not None


def read_style(paragraph: etree._Element | None, run: etree._Element | None, w: str) -> Style:
    """What `w:pPr` and `w:rPr` say."""

    def attribute(parent: etree._Element | None, path: str, name: str = "val") -> str | None:
        child = parent.find("/".join(w + step for step in path.split("/"))) if parent is not None else None
        return child.get(w + name, "") if child is not None else None

    def toggle(name: str) -> bool | None:
        value = attribute(run, name)
        return value not in OFF if value is not None else None

    outline, depth = attribute(paragraph, "outlineLvl"), attribute(paragraph, "numPr/ilvl")
    align = attribute(paragraph, "jc")
    return Style(
        outline=_digit(outline),
        align=ALIGN.get(align, "") if align is not None else None,
        bold=toggle("b"),
        face=attribute(run, "rFonts", "eastAsia") or attribute(run, "rFonts", "ascii") or None,
        hidden=toggle("vanish"),
        num=attribute(paragraph, "numPr/numId"),
        depth=_digit(depth),
    )


def _digit(text: str | None) -> int | None:
    return int(text) if text is not None and len(text) == 1 and text.isdecimal() else None


def load_styles(root: etree._Element | None) -> Styles:
    """The styles of `styles.xml`; none without it."""
    if root is None:
        return Styles()
    w = f"{{{etree.QName(root).namespace}}}"
    styles = Styles(w)
    for element in root.iter(f"{w}style"):
        style_id, kind = element.get(f"{w}styleId", ""), element.get(f"{w}type", "paragraph")
        said = read_style(element.find(f"{w}pPr"), element.find(f"{w}rPr"), w)
        name = (styles.value(element, "name") or "").strip()
        heading = HEADING_NAME.fullmatch(name)
        outline = said.outline if said.outline is not None or heading is None else int(heading[1]) - 1
        styles.table[style_id] = Style(
            name=name,
            based_on=styles.value(element, "basedOn") or "",
            outline=outline,
            align=said.align,
            bold=said.bold,
            face=said.face,
            hidden=said.hidden,
            num=said.num,
            depth=said.depth,
        )
        if kind == "paragraph" and element.get(f"{w}default") not in (None, *OFF):
            styles.default = style_id
    return styles
