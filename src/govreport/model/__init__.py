"""What a report IS: frozen classes, addresses, tiles. Imports attrs alone."""

from .address import Address, address_of, addresses, locate
from .facts import Cell, Citation, Metric, Metrics, Plan, Problem
from .note import Edit, Finding, Note
from .number import STYLES, Number, NumberStyle, format_number, parse_number
from .report import Block, Closing, DocumentNumber, Paragraph, Place, Report, Section, Table
from .source import Hint, Position, Source, Span
from .tiles import Tile, tiles

__all__ = [
    "STYLES",
    "Address",
    "Block",
    "Cell",
    "Citation",
    "Closing",
    "DocumentNumber",
    "Edit",
    "Finding",
    "Hint",
    "Metric",
    "Metrics",
    "Note",
    "Number",
    "NumberStyle",
    "Paragraph",
    "Place",
    "Plan",
    "Position",
    "Problem",
    "Report",
    "Section",
    "Source",
    "Span",
    "Table",
    "Tile",
    "address_of",
    "addresses",
    "format_number",
    "locate",
    "parse_number",
    "tiles",
]
