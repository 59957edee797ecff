"""Laid-out pages (版式文件), shared by PDF and OFD: placed characters and ruling lines → lines and tables → Source.

The readers of the two formats give `Page`s; `source_parts` makes text and hints of them. Nothing here knows a file
format. One step a file: `lines` (characters → lines of text), `rulings` and `grid` (ruling lines → cells), `columns`
(tables without rulings), `chain` (tables over several pages), `margins` (running heads, page numbers), `assemble`.
"""

from .affine import UNMOVED, Matrix, Point, moved, times
from .assemble import source_parts
from .characters import as_text
from .lines import is_wide
from .model import Glyph, Page, Rule, finite, is_heading_face
from .rulings import rules_of_path

__all__ = [
    "UNMOVED",
    "Glyph",
    "Matrix",
    "Page",
    "Point",
    "Rule",
    "as_text",
    "finite",
    "is_heading_face",
    "is_wide",
    "moved",
    "rules_of_path",
    "source_parts",
    "times",
]
