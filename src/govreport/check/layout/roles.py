"""Which paragraph of a DOCX is what: title, heading of a level, text; told by the tree and not by styles."""

from __future__ import annotations

from ...formats.docx.pages import ParagraphLook
from ...model.note import Finding
from ...model.report import Paragraph, Section
from ..view import View, head_span

LEVELS = {"hanzi": 1, "hanzi-paren": 2, "arabic": 3, "arabic-paren": 4}
LONG = 30
"""Characters of a paragraph that is text for certain."""


def looks(view: View) -> dict[str, list[ParagraphLook]]:
    """Paragraphs outside tables by role: title, heading1 … heading4, text."""
    return view.once(_looks)


def _looks(view: View) -> dict[str, list[ParagraphLook]]:
    roles: dict[int, str] = {}
    for place in view.report.places:
        if place.kind == "title":
            roles[place.span.start] = "title"
    for _, section in view.sections:
        span = head_span(section)
        if span is not None and section.number is not None and _alone(section):
            level = LEVELS.get(section.number.style)
            if level is not None and section.role != "attachment":
                roles[span.start] = f"heading{level}"
        for block in section.blocks:
            if isinstance(block, Paragraph) and block.span is not None and not block.inline and len(block.text) >= LONG:
                roles.setdefault(block.span.start, "text")
    found: dict[str, list[ParagraphLook]] = {}
    for look in view.layout.paragraphs if view.layout is not None else ():
        role = roles.get(look.span.start) if look.span is not None and not look.in_table else None
        if role is not None:
            found.setdefault(role, []).append(look)
    return found


def _alone(section: Section) -> bool:
    """Whether a heading is a paragraph of its own: neither its text nor its first part (一是…) goes on behind it."""
    inside = not section.blocks and section.children and section.children[0].inline
    return not (section.run_in or section.inline or inside)


def off(
    view: View, wrong: list[ParagraphLook], of: list[ParagraphLook], zh: str, en: str, hint: str = ""
) -> list[Finding]:
    """One finding for all paragraphs that look wrong, at the first of them; how many is said if there are several."""
    if not wrong:
        return []
    many = len(wrong) > 1
    zh += f"（{len(of)}段中{len(wrong)}段）" if many else ""
    en += f" ({len(wrong)} of {len(of)} paragraphs)" if many else ""
    return [Finding("", "", zh, en, wrong[0].span, hint)]
