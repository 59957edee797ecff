"""WordprocessingML as text: paragraphs, runs, and the properties that a Look comes to (ECMA-376-1, 17.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import count
from xml.sax.saxutils import quoteattr

from attrs import define, field

from ..gongwen.layouts import CHARACTER, LINE, TRACKING, Look
from ..markup_text import escaped
from .carriers import Ink

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ORDER = ("keepNext", "pageBreakBefore", "framePr", "pBdr", "tabs", "spacing", "ind", "jc", "outlineLvl")
"""The order in which the schema wants the properties of a paragraph."""
AUTHOR = "govreport"
"""Who tracked changes are from; no date, for equal reports give equal bytes."""
# quotes, dashes, dots: characters that Word takes from the Latin font unless told
AMBIGUOUS = re.compile("[\u00a1-\u2e7f]")
BREAKS = re.compile("([\t\n])")


def paragraph(style: str, content: str, direct: Mapping[str, str] | None = None, tracked: str = "") -> str:
    """A `w:p`; `direct` are properties by name beside those of the style, `tracked` marks its end as put in or
    taken out."""
    said = "".join(direct[name] for name in ORDER if name in direct) if direct else ""
    end = f"<w:rPr>{tracked}</w:rPr>" if tracked else ""
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/>{said}{end}</w:pPr>{content}</w:p>"


def runs(inks: Iterable[Ink], deleted: bool = False) -> str:
    """Runs of a paragraph."""
    return "".join(_run(ink, "delText" if deleted else "t") for ink in inks)


def _run(ink: Ink, tag: str) -> str:
    hint = '<w:rFonts w:hint="eastAsia"/>' if AMBIGUOUS.search(ink.text) else ""
    properties = f"<w:rStyle w:val={quoteattr(ink.style.id)}/>{hint}"
    return f"<w:r><w:rPr>{properties}</w:rPr>{text(ink.text, tag)}</w:r>"


@define
class Changes:
    """Tracked changes, numbered through; `name` is ins, del, or empty for what is neither."""

    ids: count[int] = field(factory=lambda: count(1))

    def mark(self, name: str) -> str:
        """The mark of the end of a paragraph, or of a row."""
        return f'<w:{name} w:id="{next(self.ids)}" w:author="{AUTHOR}"/>' if name else ""

    def around(self, name: str, content: str) -> str:
        """Runs that were put in or taken out."""
        if not name or not content:
            return content
        return f'<w:{name} w:id="{next(self.ids)}" w:author="{AUTHOR}">{content}</w:{name}>'


def text(words: str, tag: str = "t") -> str:
    """The content of a run; tabs and line ends have elements of their own.

    >>> text("甲\\t乙")
    '<w:t xml:space="preserve">甲</w:t><w:tab/><w:t xml:space="preserve">乙</w:t>'
    """
    parts = []
    for part in BREAKS.split(words):
        if part == "\t":
            parts.append("<w:tab/>")
        elif part == "\n":
            parts.append("<w:br/>")
        elif part:
            parts.append(f'<w:{tag} xml:space="preserve">{escaped(part)}</w:{tag}>')
    return "".join(parts)


def spacing(before: float, pitch: int) -> str:
    """`w:spacing`: lines before, and the pitch of lines (0: as the type needs)."""
    line = f'w:line="{pitch}" w:lineRule="exact"' if pitch else 'w:line="240" w:lineRule="auto"'
    return f'<w:spacing w:before="{round(before * LINE)}" w:after="0" {line}/>'


def indent(left: float = 0, right: float = 0, first: float = 0, unit: int = CHARACTER) -> str:
    """`w:ind` in characters, with the lengths for programs that don't count characters; negative `first` hangs.

    >>> indent(first=2)
    '<w:ind w:leftChars="0" w:left="0" w:rightChars="0" w:right="0" w:firstLineChars="200" w:firstLine="630"/>'
    """
    side = "hanging" if first < 0 else "firstLine"
    values = (("left", left), ("right", right), (side, abs(first)))
    said = (f'w:{name}Chars="{round(value * 100)}" w:{name}="{round(value * unit)}"' for name, value in values)
    return f"<w:ind {' '.join(said)}/>"


def look_of_paragraph(look: Look) -> str:
    """What a Look says of paragraphs, as the content of `w:pPr`."""
    unit = CHARACTER * look.size // 32 if look.size < 32 else CHARACTER
    return (
        ("<w:keepNext/><w:keepLines/>" if look.keep else "")
        + ("<w:pageBreakBefore/>" if look.new_page else "")
        + spacing(look.before, look.pitch)
        + indent(look.left, look.right, look.first, unit)
        + f'<w:jc w:val="{look.align}"/>'
        + (f'<w:outlineLvl w:val="{min(look.outline, 9) - 1}"/>' if look.outline else "")
    )


def look_of_runs(look: Look) -> str:
    """What a Look says of characters, as the content of `w:rPr`."""
    color = f'<w:color w:val="{look.color}"/>' if look.color else ""
    size = f'<w:spacing w:val="{TRACKING}"/><w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>'
    return f"{fonts(look.face, look.latin)}{color}{size}"


def fonts(face: str, latin: str) -> str:
    """`w:rFonts` for both kinds of characters."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{face}" w:cs="{latin}"/>'
