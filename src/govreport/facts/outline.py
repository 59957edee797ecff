"""What the layers ask of a tree: headings without noise, the opening words, a section's text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.report import Block, Paragraph, Report, Section
from .figures import plain

_NOISE = re.compile(r"[\s#*]+")


def heading_of(section: Section) -> str:
    """A section's heading without white space and the mark at its end, digits of one width."""
    return _NOISE.sub("", plain(section.heading)).rstrip("。：:；")


def opening(report: Report, length: int) -> str:
    """The first words of the text, white space removed: salutation, preamble, then the first sections."""
    parts, size = [report.subtitle, report.salutation], 0
    for text in texts(report.preamble, report.sections):
        parts.append(text)
        size += len(text)
        if size >= length:
            break
    return re.sub(r"\s", "", plain("".join(parts)))[:length]


def texts(blocks: tuple[Block, ...], sections: tuple[Section, ...]) -> Iterator[str]:
    """Headings and paragraphs in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
    stack = list(reversed(sections))
    while stack:
        section = stack.pop()
        yield section.heading
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield block.text
        stack.extend(reversed(section.children))


def text_of(section: Section) -> str:
    """Everything a section says, a line for each heading and paragraph."""
    return "\n".join(text for text in texts((), (section,)) if text)
