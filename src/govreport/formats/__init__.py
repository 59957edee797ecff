"""Reading and writing: one module a format, its reader and its writer side by side; `registry` is the table of them,
`sniffing` tells which one a file is of.
"""

from .registry import FORMATS, Format, UnsupportedFormatError, get, reader, register, writer
from .sniffing import sniff

__all__ = ["FORMATS", "Format", "UnsupportedFormatError", "get", "reader", "register", "sniff", "writer"]
