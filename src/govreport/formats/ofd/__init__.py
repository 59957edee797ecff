"""OFD (版式文件, GB/T 33190-2016): the national format of laid-out documents."""

from .reader import read
from .writer import write

__all__ = ["read", "write"]
