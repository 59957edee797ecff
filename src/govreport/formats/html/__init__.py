"""HTML, in (`reader`) and out (`writer`)."""

from .reader import read
from .writer import dumps, write

__all__ = ["dumps", "read", "write"]
