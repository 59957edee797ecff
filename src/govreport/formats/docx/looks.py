"""外观: what holds for a paragraph or a run of a DOCX once defaults, styles and its own properties are put together.

The order is that of ECMA-376-1, 17.7.2: document defaults, paragraph style (with those it is based on), character
style, the properties themselves. Table styles and theme colours are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field
from lxml import etree

from .pages import Face

Values = dict[str, str]
OFF = frozenset(("0", "false", "off", "none"))
SIMPLE = ("sz", "b", "i", "u", "color", "highlight", "vanish")
LONGEST_CHAIN = 50


@define
class Looks:
    """The styles of a document, by what they say of paragraphs (`p:…`) and runs (`r:…`), and the faces of its theme."""

    w: str
    defaults: Values = field(factory=dict)
    default_style: str = ""
    styles: dict[str, tuple[str, str, Values]] = field(factory=dict)
    theme: dict[str, str] = field(factory=dict)

    def paragraph(self, properties: etree._Element | None) -> Values:
        """What holds for a paragraph with these `w:pPr`."""
        own = said(properties, None, self.w)
        style = own.get("p:pStyle", self.default_style)
        return {**self.defaults, **self.style(style), **own, "p:style": self.styles.get(style, ("", "", {}))[0]}

    def face(self, properties: etree._Element | None, paragraph: Values) -> Face:
        """How a run with these `w:rPr` looks in a paragraph."""
        own = said(None, properties, self.w)
        values = {**paragraph, **self.style(own.get("r:rStyle", "")), **own}
        size = values.get("r:sz", "")
        return Face(
            hanzi=self._face(values, "eastAsia"),
            latin=self._face(values, "ascii"),
            size=int(size) / 2 if size.isdecimal() and len(size) < 5 else None,
            bold=_on(values, "r:b"),
            italic=_on(values, "r:i"),
            underline=_on(values, "r:u"),
            color=values.get("r:color", "").replace("auto", ""),
            highlight=values.get("r:highlight", "").replace("none", ""),
        )

    def hidden(self, properties: etree._Element | None, paragraph: Values) -> bool:
        """Whether a run with these `w:rPr` doesn't show."""
        own = said(None, properties, self.w)
        return _on({**paragraph, **self.style(own.get("r:rStyle", "")), **own}, "r:vanish")

    def style(self, style_id: str) -> Values:
        """What a style says, those it is based on first."""
        chain: list[Values] = []
        seen: set[str] = set()
        while style_id in self.styles and style_id not in seen and len(chain) < LONGEST_CHAIN:
            seen.add(style_id)
            _, style_id, values = self.styles[style_id]
            chain.append(values)
        return {name: value for values in reversed(chain) for name, value in values.items()}

    def _face(self, values: Values, script: str) -> str:
        """The face for a script; that of the theme goes before one that is named."""
        theme = values.get(f"r:{script}Theme", "")
        return self.theme.get(theme, "") if theme else values.get(f"r:{script}", "")


def load_looks(styles: etree._Element | None, theme: etree._Element | None, w: str) -> Looks:
    """The looks of styles.xml and theme1.xml."""
    looks = Looks(w, theme=dict(_theme(theme)))
    if styles is None:
        return looks
    defaults = styles.find(f"{w}docDefaults")
    if defaults is not None:
        paragraph, run = defaults.find(f"{w}pPrDefault/{w}pPr"), defaults.find(f"{w}rPrDefault/{w}rPr")
        looks.defaults = said(paragraph, run, w)
    for style in styles.iter(f"{w}style"):
        style_id = style.get(f"{w}styleId", "")
        name, based = (_value(style, child, w) for child in ("name", "basedOn"))
        looks.styles[style_id] = (name, based, said(style.find(f"{w}pPr"), style.find(f"{w}rPr"), w))
        if style.get(f"{w}type") == "paragraph" and style.get(f"{w}default", "0") not in OFF:
            looks.default_style = style_id
    return looks


def said(paragraph: etree._Element | None, run: etree._Element | None, w: str) -> Values:
    """What `w:pPr` and `w:rPr` say, flat; a face that is named takes the place of one of the theme."""
    values: Values = {}
    if paragraph is not None:
        for name in ("pStyle", "jc"):
            if value := _value(paragraph, name, w):
                values[f"p:{name}"] = value
        for child in ("spacing", "ind"):
            element = paragraph.find(w + child)
            for key, said_of in element.attrib.items() if element is not None else ():
                values[f"p:{str(key).rpartition('}')[2]}"] = str(said_of)
        if paragraph.find(f"{w}numPr") is not None:
            values["p:num"] = _value(paragraph.find(f"{w}numPr"), "numId", w)
    if run is not None:
        for name in (*SIMPLE, "rStyle"):
            element = run.find(w + name)
            if element is not None:
                values[f"r:{name}"] = element.get(f"{w}val", "1")
        fonts = run.find(f"{w}rFonts")
        for key, face in fonts.attrib.items() if fonts is not None else ():
            name = str(key).rpartition("}")[2]
            values[f"r:{name}"] = str(face)
            if not name.endswith("Theme"):
                values.setdefault(f"r:{name}Theme", "")
    return values


def _value(element: etree._Element | None, name: str, w: str) -> str:
    child = element.find(w + name) if element is not None else None
    return child.get(f"{w}val", "") if child is not None else ""


def _on(values: Values, name: str) -> bool:
    return name in values and values[name] not in OFF


def _theme(root: etree._Element | None) -> Iterator[tuple[str, str]]:
    """Names that `w:rFonts` uses (minorEastAsia, majorHAnsi …) and the faces of the theme."""
    for element in root.iter("{*}majorFont", "{*}minorFont") if root is not None else ():
        kind = etree.QName(element).localname.removesuffix("Font")
        for child, names in (("latin", ("Ascii", "HAnsi")), ("ea", ("EastAsia",))):
            face = element.find(f"{{*}}{child}")
            typeface = face.get("typeface", "") if face is not None else ""
            if child == "ea" and not typeface:
                hans = (font for font in element.iter("{*}font") if font.get("script") == "Hans")
                typeface = next((font.get("typeface", "") for font in hans), "")
            for name in names:
                yield kind + name, typeface
