"""GR5xx, typography (文字): punctuation by GB/T 15834, numerals by GB/T 15835, forms of GB/T 9704, spaces, words."""

from . import (
    characters,
    dates,
    document_numbers,
    doubled,
    figures,
    lists,
    marks,
    numerals,
    pairs,
    ranges,
    spaces,
    words,
)  # fmt: skip

__all__ = [
    "characters", "dates", "document_numbers", "doubled", "figures", "lists", "marks", "numerals", "pairs", "ranges",
    "spaces", "words",
]  # fmt: skip
