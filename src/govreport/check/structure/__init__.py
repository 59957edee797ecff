"""GR1xx, structure (结构): numbers that skip, repeat or jump, headings with the wrong end, sections without text."""

from . import annexes, depth, drafts, headings, items, marks, paragraphs, parts, sequence, stops

__all__ = ["annexes", "depth", "drafts", "headings", "items", "marks", "paragraphs", "parts", "sequence", "stops"]
