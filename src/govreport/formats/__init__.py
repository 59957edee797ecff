"""Reading and writing: one module a format, its reader and its writer side by side; `registry` is the table of them."""

from .registry import FORMATS, Format, UnsupportedFormatError, get, reader, register, sniff, writer

__all__ = ["FORMATS", "Format", "UnsupportedFormatError", "get", "reader", "register", "sniff", "writer"]
