"""Source → tree, one stage a file: lines → marks → levels → tree, with the front and the tail of the document.

Every stage is a pure function whose result can be printed alone (`govreport show --stage lines|marks|tree`).
"""

from .parse import parse_source

__all__ = ["parse_source"]
